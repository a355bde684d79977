# SPDX-License-Identifier: GPL-2.0-or-later
"""Links for the files of streamed layers, in a task: in batches, and one account's trouble is not another's."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import requests

from ..domain.errors import AccessDenied, AuthenticationRequired, Cancelled, DinamisError, HttpError, InvalidAnswer
from ..domain.web import body_of, exchange
from . import access
from .credentials import credentials
from .gdal_network import forget, learn_size
from .task import TaskFeedback

_BYTES = 1 << 20
_AT_ONCE = 8


@dataclass
class Signed:
    """By bare address: its link, or what stands in its way."""

    links: dict[str, str] = field(default_factory=dict)
    errors: dict[str, DinamisError] = field(default_factory=dict)


def sign_all(places: Iterable[str], refused: Iterable[str], feedback: TaskFeedback) -> Signed:
    """``refused``: those whose link the storage seems to refuse; it is asked, and asked again with another link.

    Raises :class:`Cancelled` only.
    """
    done = Signed()
    refused = frozenset(refused)
    by_account: dict[str, list[str]] = {}
    for place in places:
        account = credentials().signer.account_of(place)
        if place in refused:
            _try_out(place, done, feedback)
        elif account is not None:
            by_account.setdefault(account.id, []).append(place)
    for theirs in by_account.values():
        _sign(theirs, done, feedback)
    for place in done.links:
        forget(place)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(lambda link: learn_size(link, feedback), done.links.values()))
    feedback.check()
    return done


def _sign(places: list[str], done: Signed, feedback: TaskFeedback) -> None:
    try:
        done.links.update(access.sign(places, feedback))
    except Cancelled:
        raise
    except DinamisError as error:
        if len(places) > 1 and _is_about_one(error):
            for place in places:
                _sign([place], done, feedback)
        else:
            done.errors.update(dict.fromkeys(places, error))


def _is_about_one(error: DinamisError) -> bool:
    """One file that is gone must not keep the others from being signed."""
    if isinstance(error, HttpError):
        return error.status in (400, 404, 422)
    return isinstance(error, InvalidAnswer)


def _try_out(place: str, done: Signed, feedback: TaskFeedback) -> None:
    def first_byte(link: str) -> str:
        request = requests.Request("GET", link, headers={"Range": "bytes=0-0"})
        with exchange(access.file_session(), request, feedback) as response:
            if response.status_code == 206:
                body_of(response, feedback, _BYTES)
        return link

    try:
        done.links[place] = access.with_link(place, feedback, first_byte)
    except Cancelled:
        raise
    except DinamisError as error:
        done.errors[place] = error


def is_about_access(error: DinamisError) -> bool:
    """The service was reached: trying again by itself would change nothing."""
    return isinstance(error, (AccessDenied, AuthenticationRequired))
