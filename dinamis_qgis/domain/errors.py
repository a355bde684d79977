# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong, as types that carry facts and never a sentence for a person.

``core/messages.py`` alone turns one of these into a translated sentence with its remedy.
``str(error)`` is for the log: English, one line, without any secret.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

_QUERY = re.compile(r"(://[^\s?]*|\burl: [^\s?]*)\?\S*")
_USER = re.compile(r"//[^/\s@]*@")


class DinamisError(Exception):
    """Base of every error that the plugin raises on purpose."""


AnyError = TypeVar("AnyError", bound=BaseException)


def detach(error: AnyError) -> AnyError:
    """The error without its traceback, for whoever keeps it: a traceback keeps every local variable on its way alive,
    such as a file that is to be closed."""
    link: BaseException | None = error
    while link is not None:
        link.__traceback__ = None
        link = link.__cause__ or link.__context__
    return error


class Cancelled(DinamisError):
    """The person gave up; nothing is to be said about it."""


# --- services -----------------------------------------------------------------------------------


@dataclass(eq=False)
class ServiceError(DinamisError):
    """A service could not answer. ``url`` has neither query string nor user: a signature or a password may stand there,
    and in the addresses that ``detail`` quotes."""

    url: str
    detail: str = ""

    def __post_init__(self) -> None:
        self.url = _USER.sub("//", self.url.split("?", 1)[0])
        self.detail = _USER.sub("//", _QUERY.sub(r"\1?…", self.detail))

    def __str__(self) -> str:
        return f"{type(self).__name__}: {self.url} {self.detail}".strip()


class Unreachable(ServiceError):
    """No connection: no network, unknown host, refused, or cut midway."""


class TimedOut(ServiceError):
    """The service was reached but did not answer in time."""


class TlsFailed(ServiceError):
    """The certificate was refused; ``detail`` is Qt's reason."""


class ProxyRefused(ServiceError):
    """The proxy wants a user and a password."""


class ProxyPasswordWrong(ProxyRefused):
    """The proxy does not know the user, or the password is another one."""


class ProxyBroken(Unreachable):
    """The proxy cannot be reached, or does not relay to this host (some say so of a wrong password too)."""


WEB_PAGE = "a web page"


class InvalidAnswer(ServiceError):
    """An answer came, and it is not what the protocol says: HTML (``WEB_PAGE``), truncated JSON, wrong types."""


class WrongContent(InvalidAnswer):
    """A file that came whole and is not the one that the catalogue describes: its size or its checksum differs."""


class PagingLoop(InvalidAnswer):
    """A ``next`` link leads back to a page that was already read."""


@dataclass(eq=False)
class TooLarge(ServiceError):
    """An answer longer than ``limit`` bytes, given up before it filled the memory."""

    limit: int = 0


@dataclass(eq=False)
class CrawlBounded(ServiceError):
    """A catalogue of files that goes on beyond the bounds within which it is read: what came is not all.

    ``detail`` says of what there are more than ``limit``: ``files``, ``MB``, or ``links`` away from the root.
    """

    limit: int = 0


class UnsafeRedirect(ServiceError):
    """A redirect to another scheme than http(s), or one too many."""


@dataclass(eq=False)
class HttpError(ServiceError):
    """The service answered with an error status."""

    status: int = 0
    retry_after: float | None = None  # seconds, when the service says so

    def __str__(self) -> str:
        return f"HTTP {self.status}: {self.url} {self.detail}".strip()


class AuthenticationRequired(HttpError):
    """401."""


class AccessDenied(HttpError):
    """403."""


class NotFound(HttpError):
    """404, 410."""


class TooManyRequests(HttpError):
    """429; ``retry_after`` when given."""


class ServiceBroken(HttpError):
    """5xx."""


# --- what the person gives ----------------------------------------------------------------------


@dataclass(eq=False)
class InvalidZone(DinamisError):
    """A zone that cannot be searched or measured.

    ``reason`` is one of ``empty``, ``not_polygon``, ``self_crossing``, ``no_crs``, ``no_map_crs``, ``no_selection``,
    ``not_transformable``, ``no_layer``, ``no_outline``, ``points``, ``no_line``, ``too_many_lines``.
    """

    reason: str
    detail: str = ""

    def __str__(self) -> str:
        return f"InvalidZone: {self.reason} {self.detail}".strip()


@dataclass(eq=False)
class InvalidRequest(DinamisError):
    """A request that makes no sense.

    ``field`` is one of ``ImageryRequest``; ``reason`` is ``unknown`` (``detail``: the value), ``range`` (``detail``:
    its bounds), ``period`` (it ends before it begins) or ``too_long`` (``detail``: the most characters).
    """

    field: str
    reason: str
    detail: str = ""

    def __str__(self) -> str:
        return f"InvalidRequest: {self.field} {self.reason} {self.detail}".strip()


@dataclass(eq=False)
class InvalidFile(DinamisError):
    """A file that cannot be used. ``key`` names the place in it, ``reason`` says what is wrong (English)."""

    path: str
    reason: str
    key: str = ""

    def __str__(self) -> str:
        return f"{type(self).__name__}: {self.path} {self.key} {self.reason}".strip()


class NewerFile(InvalidFile):
    """A file of ours that a later version of the plugin wrote: read by that one, never overwritten by this one."""


class InvalidCatalogueFile(InvalidFile):
    """A catalogues.json or an ItemCollection file that is not one."""


class InvalidSearches(InvalidFile):
    """A file of saved searches that is none."""


class InvalidTariff(InvalidFile):
    """A tariff file that breaks its schema."""


class InvalidRequestFile(InvalidFile):
    """A request.json that is none."""


class InvalidProduct(InvalidFile):
    """A product whose description is broken or inconsistent."""


@dataclass(eq=False)
class UnsupportedProduct(InvalidFile):
    """A sound product that cannot be used as asked.

    ``reason``: ``sensor`` (Primary without a model), ``tar`` (compressed as GDAL cannot read), ``mission`` (``key`` is
    its code), ``no_band`` (``key`` names the composition), ``no_pan`` (nothing to pansharpen with), ``several``.
    """


class NoProduct(InvalidFile):
    """A folder or archive in which no product was found."""


class NotWritable(InvalidFile):
    """A place where nothing can be written."""


@dataclass(eq=False)
class NoRoom(NotWritable):
    """A disk without room for ``needed`` bytes more, of which ``lacking`` are not free (0 when unknown), or a file too
    large for it."""

    needed: int = 0
    lacking: int = 0


class InUse(NotWritable):
    """Another process writes the same file."""


class Busy(NotWritable):
    """A file of ours that another QGIS is writing, for longer than a write takes."""


class AlreadyThere(InvalidFile):
    """Another file has the name: it is left alone."""


class InvalidPicture(InvalidFile):
    """A quicklook that is no picture, or that nothing can place."""


@dataclass(eq=False)
class UnknownCatalogue(DinamisError):
    """No configured catalogue, URL or path answers to ``name``."""

    name: str

    def __str__(self) -> str:
        return f"UnknownCatalogue: {self.name}"


@dataclass(eq=False)
class UnknownTariff(DinamisError):
    """No tariff answers to ``name``; with ``""`` there is no tariff at all."""

    name: str

    def __str__(self) -> str:
        return f"UnknownTariff: {self.name}"


@dataclass(eq=False)
class MissingDependency(DinamisError):
    """A Python package is absent or too old (``found`` is empty when absent)."""

    package: str
    needed: str
    found: str = ""

    def __str__(self) -> str:
        return f"MissingDependency: {self.package} {self.needed} (found {self.found or 'none'})"


@dataclass(eq=False)
class MixedLibraries(DinamisError):
    """Something loaded ``package`` on another version of a library than its own: using it could crash QGIS."""

    package: str

    def __str__(self) -> str:
        return f"MixedLibraries: {self.package}"
