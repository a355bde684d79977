# SPDX-License-Identifier: GPL-2.0-or-later
"""Small pictures for the list: those in sight first, decoded off the main thread, kept in memory and on disk.

They have threads of their own: hundreds of entries in QGIS's task list would hide the work that matters.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRunnable, QSize, Qt, QThreadPool, pyqtSignal
from qgis.PyQt.QtGui import QImage, QImageReader

from ..domain.errors import Cancelled, DinamisError, InvalidPicture
from ..domain.scene import Scene
from .cache import cache_folder, trim
from .credentials import credentials
from .search_layers import Key

SIZE = 112  # pixels a side at most: twice what a row shows, for dense screens
AT_ONCE = 16  # a service 150 ms away then gives a hundred of them within two seconds
_AT_WORK = threading.BoundedSemaphore(max(1, (os.cpu_count() or 1) - 1))  # a core is left to who looks at QGIS
_MOST_IN_MEMORY = 600  # 30 MB at the most
_MOST_ON_DISK = 50 * 2**20
_TRIM_EVERY = 200  # pictures
_QUICK = 80  # the least compression that Qt knows: a third less time for the same size
_PATIENCE_MS = 2000
_LARGEST_FILE = 20 * 2**20
_MOST_PIXELS = 25_000_000  # what announces more is no quicklook
_FORMATS = (b"jpeg", b"png", b"webp", b"gif")  # Qt reads many more, some of which open other files

_log = logging.getLogger(__name__)

Fetch = Callable[..., bytes]


def _fetch(href: str, feedback: Any, max_bytes: int) -> bytes:
    from .fetch import fetch

    return fetch(href, feedback, max_bytes=max_bytes)


class Thumbnails(QObject):
    """``want`` says what is in sight; ``arrived`` says whose picture can now be had from ``image``."""

    arrived = pyqtSignal(object)  # a scene's key
    _ended = pyqtSignal(object, object)  # job, QImage or None

    def __init__(self, fetch: Fetch = _fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._images: OrderedDict[Key, QImage] = OrderedDict()
        self._failed: set[Key] = set()
        self._sought: list[Scene] = []
        self._waiting: OrderedDict[Key, Scene] = OrderedDict()
        self._running: dict[Key, _Job] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(AT_ONCE)
        self._ended.connect(self._receive)
        self._written = 0
        self._accounts = credentials()
        self._accounts.changed.connect(self._ask_again)

    def image(self, key: Key) -> QImage | None:
        """None while it is not there, or never will be."""
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def want(self, scenes: Iterable[Scene]) -> None:
        """These, in this order, and no others: what was asked for and is out of sight now is given up."""
        from .access import expect

        self._sought = list(scenes)
        self._waiting = OrderedDict(
            (scene.key, scene)
            for scene in self._sought
            if scene.thumbnail is not None and scene.key not in self._images and scene.key not in self._failed
        )
        for key, job in self._running.items():
            if key not in self._waiting:
                job.stopped = True
        expect(scene.thumbnail.href for scene in self._waiting.values())  # a request signs them all
        self._start_some()

    def retry(self) -> None:
        """Forget which pictures failed (the network may be back)."""
        self._failed.clear()

    def _ask_again(self, _account_id: str) -> None:
        """Who signs in sees what was refused before."""
        self.retry()
        self.want(self._sought)

    def close(self) -> None:
        """Stop the threads; takes as long as a request needs to be cut."""
        self._waiting.clear()
        self._accounts.changed.disconnect(self._ask_again)
        for job in self._running.values():
            job.stopped = True
        self._ended.disconnect(self._receive)
        self._pool.clear()
        self._pool.waitForDone(_PATIENCE_MS)

    def _start_some(self) -> None:
        for key, scene in list(self._waiting.items()):
            if len(self._running) >= AT_ONCE:
                return
            if key not in self._running:
                del self._waiting[key]
                trims = self._written % _TRIM_EVERY == 0
                self._written += 1
                job = _Job(scene, self._fetch, trims)
                self._running[key] = job
                self._pool.start(_Run(job, self._ended.emit))

    def _receive(self, job: _Job, image: QImage | None) -> None:
        key = job.scene.key
        del self._running[key]
        if image is not None:
            self._images[key] = image
            while len(self._images) > _MOST_IN_MEMORY:
                self._images.popitem(last=False)
        elif not job.stopped:
            self._failed.add(key)
        if image is not None or not job.stopped:  # one that was stopped may be wanted again meanwhile
            self._waiting.pop(key, None)
        if image is not None:
            self.arrived.emit(key)
        self._start_some()


class _Job:
    """One picture; also the feedback that its request asks."""

    def __init__(self, scene: Scene, fetch: Fetch, trims: bool) -> None:
        self.scene = scene
        self.stopped = False
        self._fetch = fetch
        self._trims = trims

    def isCanceled(self) -> bool:
        return self.stopped

    def picture(self) -> QImage:
        """Raises :class:`DinamisError`."""
        href = self.scene.thumbnail.href if self.scene.thumbnail else ""
        place = _place(self.scene.key) if href.startswith("http") else None  # a file of this machine needs no copy
        if place is not None and place.is_file():
            image = QImage(str(place))
            if not image.isNull():
                with contextlib.suppress(OSError):
                    os.utime(place)
                return image
        data = self._fetch(href, self, max_bytes=_LARGEST_FILE)
        with _AT_WORK:
            if self.stopped:
                raise Cancelled()
            image = decode(data, href)
            if place is not None:
                self._keep(image, place)
        return image

    def _keep(self, image: QImage, place: Path) -> None:
        """A full or read-only disk costs the copy only. Written aside first: another QGIS may read the same cache."""
        aside = place.with_name(f"{place.name}.{os.getpid()}-{threading.get_ident()}")
        try:
            if image.save(str(aside), "PNG", _QUICK):
                aside.replace(place)
            if self._trims:
                trim(place.parent, _MOST_ON_DISK)
        except OSError as error:
            _log.info("thumbnail not kept: %s", error)


class _Run(QRunnable):
    def __init__(self, job: _Job, tell: Callable[[object, object], None]) -> None:
        super().__init__()
        self._job = job
        self._tell = tell

    def run(self) -> None:
        image = None
        try:
            if not self._job.stopped:
                image = self._job.picture()
        except Cancelled:
            self._job.stopped = True
        except DinamisError as error:
            _log.info("no thumbnail: %s", error)
        except BaseException:  # noqa: BLE001 - nothing above this thread would hear of it
            _log.exception("no thumbnail for %s", self._job.scene.id)
        with contextlib.suppress(RuntimeError, AttributeError):  # who asked is gone; an exception here would kill QGIS
            self._tell(self._job, image)


def decode(data: bytes, name: str = "", side: int = SIZE) -> QImage:
    """A picture, reduced to fit ``side`` × ``side`` pixels, its aspect kept. Raises :class:`InvalidPicture`."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(False)  # pixels as the catalogue means them, whatever EXIF says
    if bytes(reader.format()) not in _FORMATS:
        raise InvalidPicture(name, "not a JPEG, PNG, WebP or GIF picture")
    full = reader.size()
    if full.isValid():
        if full.width() * full.height() > _MOST_PIXELS:
            raise InvalidPicture(name, f"{full.width()} x {full.height()} pixels")
        if max(full.width(), full.height()) > side:
            reader.setScaledSize(_fitted(full, side))
    image = reader.read()
    if image.isNull():
        raise InvalidPicture(name, reader.errorString())
    if max(image.width(), image.height()) > side:
        image = image.scaled(
            _fitted(image.size(), side),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return image


def _fitted(full: QSize, side: int) -> QSize:
    size = full.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
    return size.expandedTo(QSize(1, 1))


def cached(key: Key) -> Path | None:
    """The file of a picture that came before."""
    place = _place(key)
    return place if place is not None and place.is_file() else None


def _place(key: Key) -> Path | None:
    """Named by the scene, not by the address: a signature in it changes, the picture does not."""
    name = hashlib.sha256(json.dumps(key).encode()).hexdigest()
    try:
        return cache_folder("thumbnails") / f"{name[:40]}.png"
    except OSError:
        return None
