# SPDX-License-Identifier: GPL-2.0-or-later
"""What opens the files of catalogues: signed links, and sessions that carry each door's key to that door alone.

Never on the main thread: a link may take a request. Whoever opens files needs one of these:

- a picture or another small file: :func:`~.fetch.fetch`, which does all of this by itself;
- a download: ``download(file_session(), …, links=links)``, signed again when a link ends midway;
- a streamed layer: :func:`sign` for all its sources at once, then :func:`expiry` to know until when;
- anything else that may be refused: :func:`with_link`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from ..domain.keyring import DoorKeys
from ..domain.web import Feedback
from .credentials import credentials
from .session import QgisSession

Answer = TypeVar("Answer")


def sign(hrefs: Iterable[str], feedback: Feedback, refused: Mapping[str, str] | None = None) -> dict[str, str]:
    """See :meth:`~dinamis_qgis.domain.signing.Signer.sign`."""
    return credentials().signer.sign(hrefs, feedback, refused)


def signs(href: str) -> bool:
    """Whether ``href`` opens by a signed link only; without a request, in any thread."""
    return credentials().signer.account_of(href) is not None


def with_link(href: str, feedback: Feedback, use: Callable[[str], Answer]) -> Answer:
    """See :meth:`~dinamis_qgis.domain.signing.Signer.with_link`."""
    return credentials().signer.with_link(href, feedback, use)


def expiry(link: str) -> float | None:
    """When a link ends, as ``time.time()`` counts; None for what is not signed."""
    return credentials().signer.expiry(link)


def good_until(link: str) -> float:
    """See :meth:`~dinamis_qgis.domain.signing.Signer.good_until`."""
    return credentials().signer.good_until(link)


def expect(hrefs: Iterable[str]) -> None:
    """These will be wanted soon; without a request, in any thread."""
    credentials().signer.expect(hrefs)


def links(href: str, refused: str, feedback: Feedback) -> str:
    """See :data:`dinamis_qgis.domain.download.Links`."""
    return credentials().signer.link(href, refused, feedback)


def search_session() -> QgisSession:
    """For what a catalogue answers."""
    return QgisSession(DoorKeys(credentials().keyring, for_files=False))


def file_session() -> QgisSession:
    """For files."""
    return QgisSession(DoorKeys(credentials().keyring, for_files=True))
