# SPDX-License-Identifier: GPL-2.0-or-later
"""The one place that turns an error into a sentence: the cause, then the remedy.

In ``core`` because Processing says the same sentences without a window.
"""

from __future__ import annotations

import math
import sys
from typing import Callable

from qgis.core import Qgis

from ..domain import errors
from ..translation import tr
from . import (
    account_words,
    download_words,
    filter_words,
    mosaic_words,
    product_words,
    register_refusals,
    saved_words,
)
from .error_names import file_of as _file
from .error_names import host_of as _host
from .numbers import format_number
from .zone_words import refused_zone


def sentence(error: BaseException) -> str:
    """What to tell a person about ``error``. An unknown error says so and points at the log."""
    for kind in type(error).__mro__:
        words = _WORDS.get(kind)
        if words is not None:
            return words(error)
    return tr("Unexpected error ({}). The log panel, tab DINAMIS, holds the details.").format(type(error).__name__)


def _unreachable(error: errors.Unreachable) -> str:
    return tr(
        "{host} cannot be reached: check the network connection, or Settings › Options › Network if your organisation "
        "uses a proxy."
    ).format(host=_host(error))


def _timed_out(error: errors.TimedOut) -> str:
    return tr("{host} did not answer in time: try again later, or with a smaller zone.").format(host=_host(error))


def _tls_failed(error: errors.TlsFailed) -> str:
    return tr(
        "The certificate of {host} is refused ({reason}): if your organisation's network uses its own certificate "
        "authority, add it in Settings › Options › Authentication."
    ).format(host=_host(error), reason=error.detail)


def _proxy_refused(_error: errors.ProxyRefused) -> str:
    return tr("The proxy asks for authentication: Settings › Options › Network.")


def _proxy_password_wrong(_error: errors.ProxyPasswordWrong) -> str:
    return tr("The proxy refuses the user or the password: Settings › Options › Network.")


def _proxy_broken(error: errors.ProxyBroken) -> str:
    return tr(
        "The proxy does not answer, or refuses to relay to {host}: check its address, user and password in Settings › "
        "Options › Network."
    ).format(host=_host(error))


def _invalid_answer(error: errors.InvalidAnswer) -> str:
    if error.detail == errors.WEB_PAGE:
        return tr(
            "{host} answered with a web page instead of data: open its address in a browser (your network may ask you "
            "to sign in), or check the address of the catalogue."
        ).format(host=_host(error))
    return tr(
        "{host} sent an answer that cannot be read: try again later; if it happens again, check the address of the "
        "catalogue."
    ).format(host=_host(error))


def _paging_loop(error: errors.PagingLoop) -> str:
    return tr(
        "{host} sends the same page of results again and again: the list stops there; narrow the search to see the "
        "rest."
    ).format(host=_host(error))


def _too_large(error: errors.TooLarge) -> str:
    return tr("A file of {host} exceeds {limit} MB and was not loaded: open it in a browser or a file manager.").format(
        host=_host(error), limit=format_number(error.limit / (1 << 20), 0)
    )


def _crawl_bounded(error: errors.CrawlBounded) -> str:
    bound = {
        "links": tr("%n link(s) deep", "", error.limit),
        "MB": tr("{} MB").format(format_number(error.limit, 0)),
    }.get(error.detail) or tr("%n file(s)", "", error.limit)
    return tr(
        "The catalogue of {host} was read up to {bound} and goes on: give the address of one of its parts to see the "
        "rest."
    ).format(host=_host(error), bound=bound)


def _unsafe_redirect(error: errors.UnsafeRedirect) -> str:
    return tr(
        "{host} sends elsewhere without end, or to something that is not a web address: check the address of the "
        "catalogue."
    ).format(host=_host(error))


def _http_error(error: errors.HttpError) -> str:
    said = f"HTTP {error.status}, {error.detail}" if error.detail else f"HTTP {error.status}"
    return tr("{host} refuses the request ({said}): change the criteria, or try again later.").format(
        host=_host(error), said=said
    )


def _authentication_required(error: errors.AuthenticationRequired) -> str:
    return tr("{host} asks for an account or a key, or does not recognise yours: check your access.").format(
        host=_host(error)
    )


def _access_denied(error: errors.AccessDenied) -> str:
    return tr(
        "{host} denies access: your account, or your network, may not open this; ask the operator of the catalogue."
    ).format(host=_host(error))


def _not_found(error: errors.NotFound) -> str:
    return tr("{host} does not have what was asked (any more): check the address of the catalogue.").format(
        host=_host(error)
    )


def _too_many_requests(error: errors.TooManyRequests) -> str:
    if error.retry_after is None:
        return tr("{host} receives too many requests: try again in some minutes.").format(host=_host(error))
    seconds = math.ceil(error.retry_after)
    if seconds <= 90:
        return tr("{host} receives too many requests: try again in %n second(s).", "", seconds).format(
            host=_host(error)
        )
    minutes = math.ceil(seconds / 60)
    return tr("{host} receives too many requests: try again in %n minute(s).", "", minutes).format(host=_host(error))


def _service_broken(error: errors.ServiceBroken) -> str:
    return tr("{host} is out of order (HTTP {status}): try again later.").format(host=_host(error), status=error.status)


def _invalid_zone(error: errors.InvalidZone) -> str:
    return refused_zone(error.reason)


def _invalid_request(error: errors.InvalidRequest) -> str:
    reasons = {
        "unknown": tr("The request says “{value}” for {field}, which is not known: choose another value."),
        "range": tr("The request is out of bounds for {field}: give a value within {value}."),
        "period": tr("The period of the request ends before it begins: correct its dates."),
        "too_long": tr("A text of the request is too long ({field}): keep it under {value} characters."),
    }
    from .request_words import field_name  # late: it loads shapely

    return reasons[error.reason].format(field=field_name(error.field), value=error.detail)


def _invalid_file(error: errors.InvalidFile) -> str:
    return tr("{file} cannot be read: check that the file is there, complete and yours to open ({reason}).").format(
        file=_file(error), reason=error.reason
    )


def _newer_file(error: errors.NewerFile) -> str:
    return tr("{file} was written by a newer version of DINAMIS and is left as it is: update the plugin.").format(
        file=_file(error)
    )


def _invalid_catalogue_file(error: errors.InvalidCatalogueFile) -> str:
    return tr("The catalogue file {file} is not used ({reason}): correct it, or choose another one.").format(
        file=_file(error), reason=" ".join(filter(None, (error.key, error.reason)))
    )


def _invalid_tariff(error: errors.InvalidTariff) -> str:
    return tr(
        "The tariff file {file} is left out: {key} is wrong. Correct it, or remove the file; the log panel says more."
    ).format(file=_file(error), key=error.key or tr("its content"))


def _invalid_request_file(error: errors.InvalidRequestFile) -> str:
    return tr("The request {file} cannot be read ({reason}): choose a request.json written by DINAMIS.").format(
        file=_file(error), reason=" ".join(filter(None, (error.key, error.reason)))
    )


def _not_writable(error: errors.NotWritable) -> str:
    return tr("Nothing can be written to {file} ({reason}): choose another folder, or make room.").format(
        file=_file(error), reason=error.reason
    )


def _invalid_picture(_error: errors.InvalidPicture) -> str:
    return tr("The quicklook is not a picture that can be placed: use the footprint, or open the image itself.")


def _unknown_catalogue(error: errors.UnknownCatalogue) -> str:
    return tr(
        "No catalogue is called “{name}”: give the id of a configured one, the address of a STAC API or of a static "
        "STAC catalogue, or the path of a STAC file or of a folder of products."
    ).format(name=error.name)


def _unknown_tariff(error: errors.UnknownTariff) -> str:
    if not error.name:
        return tr("No tariff can be read: reinstall the plugin.")
    return tr("There is no tariff {}: leave the field empty for the one in force.").format(error.name)


def _mixed_libraries(error: errors.MixedLibraries) -> str:
    return tr(
        "The Python package {package} was loaded, by QGIS or another plugin, in a way that could crash QGIS: install "
        "your system's own (python3-{package}) instead of pip's or deactivate that plugin, then restart QGIS."
    ).format(package=error.package)


def _missing_dependency(error: errors.MissingDependency) -> str:
    wanted = f"{error.package} {error.needed}"
    if error.found:
        wanted = tr("{wanted} (found: {found})").format(wanted=wanted, found=error.found)
    if sys.platform == "linux" and Qgis.QGIS_VERSION_INT >= 34000:  # it loads shapely on its own GEOS, see own_geos
        return tr(
            "DINAMIS needs the Python package {wanted}: install your system's python3-{package}, or where it has none "
            "run “python3 -m pip install --user --upgrade {package}”, then restart QGIS."
        ).format(wanted=wanted, package=error.package)
    return tr(
        "DINAMIS needs the Python package {wanted}: in the OSGeo4W shell or a terminal, run "
        "“python3 -m pip install --user --upgrade {package}”, then restart QGIS."
    ).format(wanted=wanted, package=error.package)


_WORDS: dict[type, Callable[..., str]] = {
    errors.DinamisError: str,
    errors.Cancelled: lambda _error: tr("Cancelled."),
    errors.ServiceError: _unreachable,
    errors.Unreachable: _unreachable,
    errors.TimedOut: _timed_out,
    errors.TlsFailed: _tls_failed,
    errors.ProxyRefused: _proxy_refused,
    errors.ProxyPasswordWrong: _proxy_password_wrong,
    errors.ProxyBroken: _proxy_broken,
    errors.InvalidAnswer: _invalid_answer,
    errors.PagingLoop: _paging_loop,
    errors.TooLarge: _too_large,
    errors.CrawlBounded: _crawl_bounded,
    errors.UnsafeRedirect: _unsafe_redirect,
    errors.HttpError: _http_error,
    errors.AuthenticationRequired: _authentication_required,
    errors.AccessDenied: _access_denied,
    errors.NotFound: _not_found,
    errors.TooManyRequests: _too_many_requests,
    errors.ServiceBroken: _service_broken,
    errors.InvalidZone: _invalid_zone,
    errors.InvalidRequest: _invalid_request,
    errors.InvalidRequestFile: _invalid_request_file,
    errors.InvalidFile: _invalid_file,
    errors.NewerFile: _newer_file,
    errors.InvalidCatalogueFile: _invalid_catalogue_file,
    errors.InvalidTariff: _invalid_tariff,
    **saved_words.WORDS,
    errors.NotWritable: _not_writable,
    **download_words.WORDS,
    **account_words.WORDS,
    **filter_words.WORDS,
    **register_refusals.WORDS,
    **product_words.WORDS,
    **mosaic_words.WORDS,
    errors.InvalidPicture: _invalid_picture,
    errors.UnknownCatalogue: _unknown_catalogue,
    errors.UnknownTariff: _unknown_tariff,
    errors.MissingDependency: _missing_dependency,
    errors.MixedLibraries: _mixed_libraries,
}
