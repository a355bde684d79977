# SPDX-License-Identifier: GPL-2.0-or-later
"""OpenSPOT's own form: who downloads, for what, from which country, and that the licence is accepted.

Read in the service DinamisService of Wikimedia's program spacemedia: an image is chosen (``POST /ressources``), then
the form is sent (``POST /api/tab_liens``) in the same session, and the first link of the answer is the file. Only a
person fills it in: nothing is sent by default.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from types import MappingProxyType
from urllib.parse import urlsplit

import requests

from ..errors import Cancelled, HttpError
from ..form_errors import FormRefused, FormRequired
from ..scene import Asset, Scene
from ..web import Feedback, exchange
from .openspot import options
from .values import number, text, web_address

KNOWN: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {"profil": (("Particulier", "Particulier"),), "theme": (("Autres", "Autres"),), "pays": (("fra", "France"),)}
)  # in the form's order, with the only values that are attested
_PAGE_BYTES = 1 << 20
_MOST_OPTIONS = 400
_LONGEST = 120  # characters
_TAG = re.compile(r"""<a(\s(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^'"<>]){0,2000})>""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")
_FILES = (".tif", ".tiff", ".jp2", ".zip")


@dataclass(frozen=True)
class Question:
    """A list of the form: (value, text). ``own`` when it is the service's, else it holds what is known of it."""

    name: str
    options: tuple[tuple[str, str], ...]
    own: bool


@dataclass(frozen=True)
class Answers:
    values: Mapping[str, str]  # by the name of the question
    licence: bool = False


def number_of(scene: Scene) -> int | None:
    """Under which the service gives the image."""
    said = number(scene.properties.get("fid"), least=0.0)
    return None if said is None else int(said)


def questions(root: str, fid: int, session: requests.Session, feedback: Feedback) -> tuple[Question, ...]:
    """The lists of the form that the service shows for an image; the known values where it shows none."""
    page = _choose(root, fid, session, feedback)
    return tuple(_question(name, page) for name in KNOWN)


def file_of(root: str, fid: int, answers: Answers, session: requests.Session, feedback: Feedback) -> Asset:
    """Send the form, and give the file that it leads to: it is to be fetched in the same session, and thread.

    Raises :class:`FormRequired` unless the licence is accepted, :class:`FormRefused` when there is no file.
    """
    if not answers.licence:
        raise FormRequired(root)
    _choose(root, fid, session, feedback)
    url = f"{_plain(root)}/api/tab_liens"
    said = {name: (None, answers.values[name]) for name in KNOWN}
    page = _sent(session, requests.Request("POST", url, files={**said, "license": (None, "on")}), feedback)
    href = link_of(page, f"{_plain(root)}/")
    if not href:
        raise FormRefused(url, "no link to a file of the service")
    return Asset("data", href)


def link_of(page: str, base: str) -> str:
    """The first link, where it leads to a file of the same service; else ""."""
    tag = _TAG.search(page)
    said = {one[1].lower(): one[2] or one[3] or one[4] or "" for one in _ATTRIBUTE.finditer(tag[1])} if tag else {}
    given = unescape(said.get("href", "")).strip()
    href = web_address(given, base) if given and not given.startswith("#") else ""
    return href if href and _service(href) == _service(base) and urlsplit(href).path not in ("", "/") else ""


def suffix_of(href: str) -> str:
    path = urlsplit(href).path.lower()
    return next((suffix for suffix in _FILES if path.endswith(suffix)), ".tif")


def _choose(root: str, fid: int, session: requests.Session, feedback: Feedback) -> str:
    url = f"{_plain(root)}/ressources"
    return _sent(session, requests.Request("POST", url, data={"val_fid": json.dumps({"values": [fid]})}), feedback)


def _sent(session: requests.Session, request: requests.Request, feedback: Feedback) -> str:
    """The page that comes back, up to what a page may weigh."""
    request.headers = {"Accept": "text/html"}
    try:
        with exchange(session, request, feedback) as response:
            received = bytearray()
            for block in response.iter_content(1 << 16):
                if feedback.isCanceled():
                    raise Cancelled()
                received += block
                if len(received) > _PAGE_BYTES:
                    break
    except HttpError as error:
        if error.status in (401, 403, 404, 410, 422):
            raise FormRefused(error.url, f"HTTP {error.status}") from error
        raise
    return bytes(received[:_PAGE_BYTES]).decode("utf-8", "replace")


def _question(name: str, page: str) -> Question:
    own: dict[str, str] = {}
    for value, shown in options(page, name, by_text=True):
        if value and len(value) <= _LONGEST and len(own) < _MOST_OPTIONS:
            own.setdefault(value, text(shown)[:_LONGEST] or value)
    return Question(name, tuple(own.items()), True) if own else Question(name, KNOWN[name], False)


def _plain(root: str) -> str:
    return root.strip().rstrip("/")


def _service(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    try:
        return parts.scheme, parts.hostname, parts.port
    except ValueError:  # a port that is none
        return parts.scheme, None, -1
