# SPDX-License-Identifier: GPL-2.0-or-later
"""The text of a streamed layer's source: a virtual raster (VRT) written out, whose files are ``/vsicurl/`` addresses.

A virtual raster may hold others, as escaped text in its ``SourceFilename``: an address is escaped once more for each
that it lies in.

A source is put to sleep while its files cannot be had: it then has its grid and its bands, without a pixel, and asks
nothing of the network. It holds itself, to be woken.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from urllib.parse import unquote

from .signed_address import bare

_FILE = re.compile(r"(>|&(?:amp;)*gt;)/vsicurl/(https?://.*?)(?=<|&(?:amp;)*lt;)", re.IGNORECASE | re.DOTALL)
_VRT = re.compile(r"\s*<VRTDataset\b", re.IGNORECASE)
_VRT_TAG = re.compile(r"<VRTDataset\b[^>]*>")
_HELD = re.compile(r'<Metadata domain="dinamis"><MDI key="source">([^<]*)</MDI></Metadata>')
_PIXELS = re.compile(r"<(SimpleSource|ComplexSource|Overview|OverviewList)\b.*?</\1>", re.DOTALL)
_BAND = re.compile(r"(<VRTRasterBand\b[^>]*>)(.*?</VRTRasterBand>)", re.DOTALL)
_EMPTY = "<NoDataValue>0</NoDataValue>"

# An address may be percent-encoded as a whole (``url=https%3A%2F%2F…``), and once more inside another one.
_LEVELS = range(3)


@cache
def _patterns(level: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """At a level of percent-encoding: an address with its query, and the signature in a query. Not made before they are
    needed: QGIS starts without."""
    colon, mark, equals, next_ = (_encoded(sign, level) for sign in ":?=&")
    follows = rf"{next_}(?:amp;)*(?!(?:amp|lt|gt|quot|apos|#x?\w+);)"
    secret = rf"X-Amz-[\w-]+{equals}(?:(?!{_encoded('&', 1)}|{next_})[^&<>\"'\s|;])*"
    place = rf"(https?{colon}(?:(?!{mark})[^\s<>\"'|?&])*)({mark}[^\s<>\"'|{'&' if level else ''}]*)"
    signature = rf"({mark}|{follows}){secret}(?:{follows}{secret})*({follows}(?=[\w.~%*-]))?"
    return re.compile(place, re.IGNORECASE), re.compile(signature, re.IGNORECASE)


def _encoded(sign: str, level: int) -> str:
    return f"%{'25' * (level - 1)}{ord(sign):02X}" if level else re.escape(sign)


def files(source: str) -> tuple[str, ...]:
    """The addresses that ``source`` reads, as they stand there, signed or not."""
    return tuple(dict.fromkeys(address for _match, _depth, address in _found(awake(source))))


def asleep(source: str) -> str:
    """Transparent everywhere; ``source`` itself where it is none of those that this module knows."""
    if _VRT.match(source) is None or _HELD.search(source):
        return source
    grid = _PIXELS.sub("", source)
    if "/vsicurl/" in grid or "subClass" in grid:
        return source
    grid = _BAND.sub(lambda band: band[0] if "<NoDataValue>" in band[0] else band[1] + _EMPTY + band[2], grid)
    held = f'<Metadata domain="dinamis"><MDI key="source">{html.escape(source)}</MDI></Metadata>'
    return _VRT_TAG.sub(lambda tag: tag[0] + held, grid, count=1)


def awake(source: str) -> str:
    held = _HELD.search(source) if _VRT.match(source) else None
    return html.unescape(held[1]) if held else source


def signed(source: str, links: Mapping[str, str]) -> str:
    """Awake, with the link of each bare address that has one; the others become bare."""
    source = awake(source)
    parts, end = [], 0
    for match, depth, address in _found(source):
        place = bare(address)
        parts += [source[end : match.start(2)], _escaped(links.get(place, place), depth)]
        end = match.end(2)
    return "".join([*parts, source[end:]])


def without_signatures(source: str, covers: Callable[[str], bool]) -> str:
    """Any source as it may be saved: awake. Signatures go from virtual rasters written out, and from addresses that
    ``covers`` says can be signed again; another service's own link is its owner's.

    Total and idempotent.
    """
    source = awake(source)
    before, ours = "", _VRT.match(source) is not None
    while source != before and "x-amz-" in source.lower():
        before = source
        for address, signature in map(_patterns, _LEVELS):
            cut = partial(signature.sub, _rest) if ours else partial(address.sub, partial(_public, signature, covers))
            source = cut(source)
    return source


def _public(signature: re.Pattern[str], covers: Callable[[str], bool], found: re.Match[str]) -> str:
    return found[1] + (signature.sub(_rest, found[2]) if covers(_plain(found[1])) else found[2])


def _rest(signature: re.Match[str]) -> str:
    """What is left where a signature stood: its first sign, when more follows."""
    return signature[1] if signature[2] else ""


def _found(source: str) -> Iterator[tuple[re.Match[str], int, str]]:
    """Each file, how many times it is escaped, and its address."""
    if _VRT.match(source) is None:
        return
    for match in _FILE.finditer(source):
        depth = 1 if match[1] == ">" else 2 + match[1].lower().count("amp;")
        address = match[2]
        for _ in range(depth):
            address = html.unescape(address)
        yield match, depth, address


def _escaped(address: str, depth: int) -> str:
    for _ in range(depth):
        address = html.escape(address)
    return address


def _plain(place: str) -> str:
    for _ in _LEVELS:
        place = unquote(place)
    return place
