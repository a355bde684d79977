# SPDX-License-Identifier: GPL-2.0-or-later
"""The project's streamed layers, kept signed: their sources are swapped as soon as they come, before their links end,
and when a link is refused. A layer that cannot be signed stays as it is, and waits.

A swap changes neither the layer's style nor its id, and asks nothing of the network. Nor does a layer that waits, which
QGIS would else mark for good as one that cannot be drawn.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qgis.core import QgsDataProvider, QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..domain.errors import DinamisError, detach
from ..domain.signed_address import bare
from ..domain.streamed_source import asleep, files, signed
from ..translation import tr
from .task import TaskSlot

if TYPE_CHECKING:
    from .streamed_signing import Signed

STREAMED = "dinamis/streamed"  # of a layer: JSON, what it shows
_SOON, _LATEST = 0.2, 60.0  # seconds between two looks at the clock: a machine that sleeps stops timers
_PAUSE, _LONGEST_PAUSE = 15.0, 300.0  # seconds between two tries of what could not be reached
_AGAIN = 10.0  # seconds within which a layer is not tried out twice


def is_streamed(layer: QgsMapLayer | None) -> bool:
    """An image, or a mosaic in which one is."""
    return isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal" and bool(files(layer.source()))


class StreamedLayers(QObject):
    """Lives on the main thread, one for a project."""

    changed = pyqtSignal()  # which layers wait, or what for
    settled = pyqtSignal()  # what was asked for is signed, or is known not to be

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._waiting: dict[str, DinamisError] = {}  # by layer id
        self._refused: set[str] = set()  # bare addresses
        self._tried: dict[str, float] = {}  # when a layer was tried out
        self._hosts: set[str] = set()  # GDAL is prepared for
        self._pause = _PAUSE
        self._credentials = None
        self._slot = TaskSlot(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        project.layersAdded.connect(self._came)
        project.layersRemoved.connect(self._gone)
        self._came(project.mapLayers().values())

    @property
    def waiting(self) -> dict[str, DinamisError]:
        """Why layers are not displayed, by their id."""
        return dict(self._waiting)

    def close(self) -> None:
        self._project.layersAdded.disconnect(self._came)
        self._project.layersRemoved.disconnect(self._gone)
        if self._credentials is not None:
            self._credentials.changed.disconnect(self._account_changed)
        self._timer.stop()
        self._slot.close()

    def look(self) -> None:
        """Sign what is not, or not for long."""
        from . import access

        layers = self._layers()
        if not layers or self._slot.busy:
            return
        self._prepare(layers)
        now = time.time()
        due = [
            bare(link)
            for layer in layers
            for link in files(layer.source())
            if access.signs(link) and (access.good_until(link) <= now or bare(link) in self._refused)
        ]
        if not due:
            self._settle()
            return
        from .streamed_signing import sign_all

        refused, self._refused = frozenset(self._refused), set()
        places = tuple(dict.fromkeys(due))
        self._slot.start(
            tr("Signing the streamed layers"),
            lambda feedback: sign_all(places, refused, feedback),
            self._swap,
            self._give_up,
        )

    def refuse(self, layer: QgsMapLayer | None) -> None:
        """The layer could not be drawn: its links may be void."""
        if not is_streamed(layer) or time.monotonic() - self._tried.get(layer.id(), -_AGAIN) < _AGAIN:
            return
        from . import access

        self._tried[layer.id()] = time.monotonic()
        self._refused |= {bare(link) for link in files(layer.source()) if access.signs(link) and bare(link) != link}
        self.look()

    def try_again(self) -> None:
        """Now: the network may be back."""
        self._pause = _PAUSE
        self.look()

    # --- layers -----------------------------------------------------------------------------------

    def _layers(self) -> list[QgsRasterLayer]:
        return [layer for layer in self._project.mapLayers().values() if is_streamed(layer)]

    def _came(self, layers: Iterable[QgsMapLayer]) -> None:
        streamed = [layer for layer in layers if is_streamed(layer)]
        if not streamed:
            return
        self._put_to_sleep(layer for layer in streamed if not _is_signed(layer))
        if self._credentials is None:
            from .credentials import credentials

            self._credentials = credentials()
            self._credentials.changed.connect(self._account_changed)
        self._timer.start(0)  # many come at once, when a project is read

    def _put_to_sleep(self, layers: Iterable[QgsRasterLayer]) -> None:
        was_dirty = self._project.isDirty()
        for layer in layers:
            _point(layer, asleep(layer.source()))
        self._project.setDirty(was_dirty)

    def _gone(self, ids: Iterable[str]) -> None:
        gone = [self._waiting.pop(layer_id) for layer_id in ids if layer_id in self._waiting]
        if gone:
            self.changed.emit()

    def _account_changed(self, _account_id: str) -> None:
        self._timer.start(0)

    def _prepare(self, layers: Iterable[QgsRasterLayer]) -> None:
        from .gdal_network import prepare

        for layer in layers:
            for link in files(layer.source()):
                parts = urlsplit(link)
                host = f"{parts.scheme}://{parts.netloc}"
                if host not in self._hosts:
                    self._hosts.add(host)
                    prepare(link)

    # --- after the task ---------------------------------------------------------------------------

    def _swap(self, done: Signed) -> None:
        was_dirty = self._project.isDirty()
        for layer in self._layers():
            held = {bare(link): link for link in files(layer.source())}
            fresh = {place: done.links[place] for place in held if place in done.links}
            if fresh:
                _point(layer, signed(layer.source(), {**held, **fresh}))
        self._project.setDirty(was_dirty)  # nothing changed that would be saved
        from .streamed_signing import is_about_access

        self._refused |= {place for place, error in done.errors.items() if is_about_access(error)}
        self._note(done.errors)
        self._settle()

    def _give_up(self, _cancelled: BaseException) -> None:
        self.settled.emit()

    def _note(self, errors: dict[str, DinamisError]) -> None:
        before = self._waiting
        self._waiting = {}
        for layer in self._layers():
            error = next((errors[bare(link)] for link in files(layer.source()) if bare(link) in errors), None)
            if error is not None and not self._is_displayed(layer, error):
                self._waiting[layer.id()] = detach(error)
        self._put_to_sleep(self._project.mapLayer(name) for name in self._waiting)
        kinds = [{name: type(error) for name, error in known.items()} for known in (before, self._waiting)]
        if kinds[0] != kinds[1]:
            self.changed.emit()

    def _is_displayed(self, layer: QgsRasterLayer, error: DinamisError) -> bool:
        """By links that have not ended yet, and that the storage does not refuse."""
        from . import access
        from .streamed_signing import is_about_access

        if is_about_access(error):
            return False
        ends = [access.expiry(link) or 0.0 for link in files(layer.source()) if access.signs(link)]
        return all(end > time.time() for end in ends)

    def _settle(self) -> None:
        """When to look again."""
        from . import access

        if self._waiting:
            delay, self._pause = self._pause, min(2 * self._pause, _LONGEST_PAUSE)
        else:
            self._pause = _PAUSE
            links = [link for layer in self._layers() for link in files(layer.source()) if access.signs(link)]
            delay = min([access.good_until(link) - time.time() for link in links], default=_LATEST)
        self._timer.start(round(1000 * max(_SOON, min(delay, _LATEST))))
        self.settled.emit()


def _is_signed(layer: QgsRasterLayer) -> bool:
    from . import access

    return all(bare(link) != link for link in files(layer.source()) if access.signs(link))


def _point(layer: QgsRasterLayer, source: str) -> None:
    if layer.source() != source:
        layer.setDataSource(source, layer.name(), "gdal", QgsDataProvider.ProviderOptions(), False)
        layer.triggerRepaint()
