# SPDX-License-Identifier: GPL-2.0-or-later
"""The bytes of a scene's file: from the web through QGIS's network, or from the disk for a local catalogue."""

from __future__ import annotations

from pathlib import Path

import requests

from ..domain.errors import InvalidFile, TooLarge
from ..domain.web import Feedback, ask

MAX_PICTURE = 20 << 20  # bytes: quicklooks weigh some hundreds of kilobytes


def fetch(
    href: str, feedback: Feedback, max_bytes: int = MAX_PICTURE, session: requests.Session | None = None
) -> bytes:
    """``href`` is an asset's: http(s), or the path that a local catalogue gave. Never on the main thread. It is signed,
    or asked with a key, where its door wants that.

    Raises :class:`TooLarge` beyond ``max_bytes``, :class:`InvalidFile`, or what :func:`ask` raises.
    """
    if href.lower().startswith(("http://", "https://")):
        from .access import file_session, with_link

        asking = session or file_session()
        return with_link(href, feedback, lambda link: ask(asking, "GET", link, feedback, max_bytes))
    if href.startswith(("/vsizip/", "/vsitar/")):  # a picture inside a delivered archive
        from .vsi import read_bytes

        content = read_bytes(href, max_bytes)
        if len(content) > max_bytes:
            raise TooLarge(href, f"more than {max_bytes} bytes", max_bytes)
        return content
    try:
        path = Path(href)
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise InvalidFile(href, str(error)) from error
    if len(content) > max_bytes:
        raise TooLarge(href, f"more than {max_bytes} bytes", max_bytes)
    return content
