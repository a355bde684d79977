# SPDX-License-Identifier: GPL-2.0-or-later
"""One file of a scene to the disk: resumed where it stopped, and under its name only when it is right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import requests

from .errors import (
    WEB_PAGE,
    AccessDenied,
    AlreadyThere,
    AuthenticationRequired,
    Cancelled,
    HttpError,
    InvalidAnswer,
    InvalidFile,
    ServiceBroken,
    TimedOut,
    TooManyRequests,
    Unreachable,
    WrongContent,
)
from .multihash import MD5, etag_md5, hasher
from .partial import Origin, PartialFile, forget_record, place_of
from .scene import Asset
from .web import Feedback, exchange, wait

_BLOCK = 1 << 20
_PROGRESS = 1 << 20  # bytes after which a try was worth it
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)")
_TRANSIENT = (Unreachable, TimedOut, ServiceBroken, TooManyRequests)

Progress = Callable[[int, "int | None"], None]  # bytes there, bytes in all if known
Links = Callable[[str, str, Feedback], str]  # (href, the link to it that was refused or "") -> what may be asked


@dataclass(frozen=True)
class Patience:
    tries: int = 5  # in a row that bring next to nothing
    pause: float = 0.5  # seconds, doubled at each try
    longest: float = 60.0  # seconds: a service that asks to wait longer is told to the person instead


PATIENCE = Patience()


class _Changed(InvalidAnswer):
    """What is there is of no use: another version is served now."""


def download(
    session: requests.Session,
    asset: Asset,
    target: Path,
    feedback: Feedback,
    progress: Progress = lambda _there, _size: None,
    patience: Patience = PATIENCE,
    links: Links = lambda href, _refused, _feedback: href,
) -> bool:
    """``asset`` in ``target``, whose folder exists; False when it was there already.

    Its length is verified, and its size and checksum where the catalogue or the service gives them. ``links``
    is asked before each request, and once more where a link is refused midway: they expire. What has come stays
    beside, for another time, when this ends otherwise: with a :class:`ServiceError` (:class:`WrongContent` among
    them), a :class:`NotWritable`, an :class:`AlreadyThere` (another file has the name: it is left alone) or
    :class:`Cancelled`.
    """
    if target.exists():
        _compare(session, asset, target, feedback, links)
        forget_record(target)
        return False
    with PartialFile(target) as part:
        if target.exists():  # another process ended meanwhile
            return False
        for once_more in (True, False):
            _fetch(session, asset, part, feedback, progress, patience, links)
            try:
                _verify(asset, part, feedback)
                break
            except WrongContent:  # pieces of several answers may be to blame
                in_pieces = part.in_pieces
                part.begin(Origin(place_of(asset.href)))
                if not (once_more and in_pieces):
                    raise
        part.finish()
    return True


def _fetch(
    session: requests.Session,
    asset: Asset,
    part: PartialFile,
    feedback: Feedback,
    progress: Progress,
    patience: Patience,
    links: Links,
) -> None:
    """All the bytes, in as many tries as it takes while each brings some."""
    if not _is_web(asset.href):
        _copy(asset, part, feedback, progress)
        return
    failed, refused, refused_at = 0, "", -1
    while not _is_whole(asset, part):
        before, href = part.position, asset.href
        try:
            href, refused = links(asset.href, refused, feedback), ""
            _exchange(session, asset, href, part, feedback, progress)
            return
        except (AuthenticationRequired, AccessDenied):
            if href == asset.href or refused_at == part.position:  # nothing that a new signature would mend
                raise
            refused, refused_at = href, part.position
        except (*_TRANSIENT, _Changed) as error:
            failed = 1 if part.position - before >= _PROGRESS else failed + 1
            asked = error.retry_after if isinstance(error, HttpError) else None
            if failed >= patience.tries or (asked or 0.0) > patience.longest:
                raise
            if not isinstance(error, _Changed):
                wait(patience.pause * 2 ** (failed - 1) if asked is None else asked, feedback)


def _exchange(
    session: requests.Session, asset: Asset, href: str, part: PartialFile, feedback: Feedback, progress: Progress
) -> None:
    """One request, from where we are if what is there can be told from another version."""
    start = part.position if _is_resumable(asset, part) else 0
    headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
    if start and part.origin is not None:
        headers["Range"] = f"bytes={start}-"
        if part.origin.validator:
            headers["If-Range"] = part.origin.validator
    try:
        with exchange(session, requests.Request("GET", href, headers=headers), feedback) as response:
            _begin(asset, part, response, start)
            size = part.origin.size if part.origin is not None else None
            for block in response.iter_content(_BLOCK):
                if feedback.isCanceled():
                    raise Cancelled()
                if size is not None and part.position + len(block) > size:
                    part.begin(Origin(place_of(asset.href)))
                    raise InvalidAnswer(asset.href, f"more than the {size} bytes that were announced")
                part.write(block)
                progress(part.position, size)
    except HttpError as error:
        if error.status == 416 and start:
            part.begin(Origin(place_of(asset.href)))
            raise _Changed(asset.href, "shorter than what is there") from error
        raise
    if size is not None and part.position < size:
        raise Unreachable(asset.href, f"cut after {part.position} of {size} bytes")


def _begin(asset: Asset, part: PartialFile, response: requests.Response, start: int) -> None:
    """Decide from the headers whether what comes goes on from ``start`` or begins anew."""
    headers = response.headers
    if headers.get("Content-Encoding", "identity").lower() not in ("identity", ""):
        raise InvalidAnswer(asset.href, "compressed, which was not asked")
    if response.status_code == 206:
        said = _RANGE.fullmatch(headers.get("Content-Range", "").strip())
        if not start or said is None or int(said[1]) != start:
            part.begin(Origin(place_of(asset.href)))
            raise _Changed(asset.href, "another range than was asked")
        served = _origin(asset, headers, None if said[3] == "*" else int(said[3]))
        if part.origin is None or not part.origin.may_be(served):
            part.begin(Origin(place_of(asset.href)))
            raise _Changed(asset.href, "changed since it was begun")
        part.go_on()
        return
    if response.status_code != 200:
        raise InvalidAnswer(asset.href, f"HTTP {response.status_code}")
    if _is_page(headers) and not _is_page_wanted(asset):
        raise InvalidAnswer(asset.href, WEB_PAGE)
    length = headers.get("Content-Length", "")
    size = int(length) if length.isdigit() else None
    if size is not None and asset.size is not None and size != asset.size:
        raise WrongContent(asset.href, f"{size} bytes, {asset.size} in the catalogue")
    chunked = "chunked" in headers.get("Transfer-Encoding", "").lower()
    if size is None and asset.size is None and hasher(asset.checksum) is None and not chunked:
        raise InvalidAnswer(asset.href, "nothing tells where it ends")
    part.begin(_origin(asset, headers, asset.size if size is None else size))


def _origin(asset: Asset, headers: Mapping[str, str], size: int | None) -> Origin:
    return Origin(
        place_of(asset.href), headers.get("ETag", ""), headers.get("Last-Modified", ""), size, etag_md5(headers)
    )


def _is_resumable(asset: Asset, part: PartialFile) -> bool:
    origin = part.origin
    if origin is None or not part.position or origin.place != place_of(asset.href):
        return False
    if origin.size is not None and part.position > origin.size:
        return False
    return bool(origin.validator) or hasher(asset.checksum) is not None


def _is_whole(asset: Asset, part: PartialFile) -> bool:
    """Whether all had come before the process was stopped."""
    return part.origin is not None and part.position == part.origin.size and _is_resumable(asset, part)


def _copy(asset: Asset, part: PartialFile, feedback: Feedback, progress: Progress) -> None:
    """From a local catalogue."""
    try:
        with Path(asset.href).open("rb") as source:
            size = Path(asset.href).stat().st_size
            part.begin(Origin(asset.href, size=size))
            for block in _watched(iter(lambda: source.read(_BLOCK), b""), feedback):
                part.write(block)
                progress(part.position, size)
    except (OSError, ValueError) as error:
        raise InvalidFile(asset.href, str(error)) from error


def _verify(asset: Asset, part: PartialFile, feedback: Feedback) -> None:
    if asset.size is not None and part.position != asset.size:
        raise WrongContent(asset.href, f"{part.position} bytes, {asset.size} in the catalogue")
    given = part.origin.md5 if part.origin is not None else ""
    if not _has_checksum(asset.checksum or (given and MD5 + given), part.blocks(_BLOCK), feedback):
        raise WrongContent(asset.href, "another checksum than in the catalogue")


def _compare(session: requests.Session, asset: Asset, target: Path, feedback: Feedback, links: Links) -> None:
    """Whether the file that has the name already is the one, as far as can be known."""
    try:
        there = target.stat().st_size
        size = _size(session, asset, feedback, links) if asset.size is None else asset.size
        with target.open("rb") as file:
            same = (size is None or size == there) and _has_checksum(
                asset.checksum, iter(lambda: file.read(_BLOCK), b""), feedback
            )
    except OSError as error:
        raise AlreadyThere(str(target), error.strerror or str(error)) from error
    if not same:
        raise AlreadyThere(str(target), "it differs from the catalogue's")


def _size(session: requests.Session, asset: Asset, feedback: Feedback, links: Links) -> int | None:
    """What the service says, where the catalogue does not."""
    if hasher(asset.checksum) is not None:
        return None  # better than a size
    if not _is_web(asset.href):
        try:
            return Path(asset.href).stat().st_size
        except (OSError, ValueError) as error:
            raise InvalidFile(asset.href, str(error)) from error
    link = links(asset.href, "", feedback)
    try:
        return _announced(session, link, feedback)
    except (AuthenticationRequired, AccessDenied):
        if link == asset.href:
            raise
        return _announced(session, links(asset.href, link, feedback), feedback)


def _announced(session: requests.Session, link: str, feedback: Feedback) -> int | None:
    headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
    with exchange(session, requests.Request("GET", link, headers=headers), feedback) as response:
        length = response.headers.get("Content-Length", "")
    return int(length) if length.isdigit() else None


def _has_checksum(checksum: str, blocks: Iterator[bytes], feedback: Feedback) -> bool:
    """True also where none is given that we know."""
    known = hasher(checksum)
    if known is None:
        return True
    counted, digest = known
    for block in _watched(blocks, feedback):
        counted.update(block)
    return bool(counted.digest() == digest)


def _watched(blocks: Iterator[bytes], feedback: Feedback) -> Iterator[bytes]:
    for block in blocks:
        if feedback.isCanceled():
            raise Cancelled()
        yield block


def _is_web(href: str) -> bool:
    """Another scheme than http(s) is the session's to refuse."""
    return "://" in href


def _is_page(headers: Mapping[str, str]) -> bool:
    return headers.get("Content-Type", "").lower().startswith("text/html")


def _is_page_wanted(asset: Asset) -> bool:
    name = PurePosixPath(place_of(asset.href)).suffix.lower()
    return "html" in asset.media_type.lower() or name in (".htm", ".html", ".xhtml")
