# SPDX-License-Identifier: GPL-2.0-or-later
"""Quicklooks on the map follow the ticks: ticked ⇔ its picture is in the project, or on its way there.

A picture is fetched and placed in a task, a few at a time. One that fails takes its own tick away and says why; the
others go on. Deleting a quicklook's layer unticks its scene.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..domain.errors import Cancelled, NotWritable
from ..domain.filenames import file_stem
from ..domain.scene import Scene
from ..translation import tr
from .cache import cache_folder, trim
from .layer_crs import own_crs
from .layer_groups import KIND, SEARCH, remove_if_empty
from .search_layers import Key, SearchLayers
from .selection import TickedScenes
from .task import BackgroundTask, TaskFeedback
from .words import scene_name

_AT_ONCE = 3
_LEAVE_AT_ONCE = 20
_MOST_CACHED = 150 * 2**20  # with the thumbnails, 200 MB
_LARGEST_PICTURE = 50 * 2**20


class QuicklookLayers(QObject):
    """Lives on the main thread. A scene without a picture may be ticked too: nothing is added for it."""

    changed = pyqtSignal()  # what is loading, or there
    added = pyqtSignal(object, object)  # scene, its layer
    failed = pyqtSignal(object, object)  # scene, error

    def __init__(self, ticked: TickedScenes, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticked = ticked
        self._project = project
        self._home: SearchLayers | None = None
        self._queue: dict[Key, tuple[Scene, SearchLayers]] = {}
        self._running: dict[Key, tuple[BackgroundTask, SearchLayers]] = {}
        self._layers: dict[Key, str] = {}  # layer ids
        self._names: dict[Key, str] = {}  # files that are being made, or shown
        self._leaving: list[str] = []  # layer ids
        self._next_leave = QTimer(self)
        self._next_leave.setSingleShot(True)
        self._next_leave.timeout.connect(self._leave_some)
        ticked.changed.connect(self._follow)
        project.layersRemoved.connect(self._forget)
        project.cleared.connect(self._give_all_up)

    def set_home(self, home: SearchLayers) -> None:
        """The search under which the pictures ticked from now on are added."""
        self._home = home

    @property
    def busy(self) -> bool:
        return bool(self._queue or self._running)

    def loading(self, key: Key) -> bool:
        return key in self._queue or key in self._running

    def layer(self, key: Key) -> QgsRasterLayer | None:
        return self._project.mapLayer(self._layers.get(key, ""))

    def used_by(self, home: SearchLayers) -> bool:
        """Whether a picture is, or will be, in the group of that search."""
        coming = (*self._queue.values(), *self._running.values())
        return any(owner is home for _, owner in coming) or any(
            layer is not None and layer.customProperty(SEARCH) == home.id for layer in map(self.layer, self._layers)
        )

    def close(self) -> None:
        """Stop and hear nothing more; what is in the project stays there."""
        self._ticked.changed.disconnect(self._follow)
        self._project.layersRemoved.disconnect(self._forget)
        self._project.cleared.disconnect(self._give_all_up)
        self.blockSignals(True)
        while self._leaving:
            self._leave_some()
        self._next_leave.stop()
        self._queue.clear()
        running, self._running = self._running, {}
        for task, _home in running.values():
            task.cancel()

    def _follow(self) -> None:
        wanted = {scene.key: scene for scene in self._ticked.scenes}
        if self._home is not None:
            for key, scene in wanted.items():
                if scene.quicklook is not None and key not in self._layers and not self.loading(key):
                    self._queue[key] = (scene, self._home)
        gone = [key for key in (*self._queue, *self._running, *self._layers) if key not in wanted]
        for key in gone:
            self._queue.pop(key, None)
            self._names.pop(key, None)
            if key in self._running:
                self._running.pop(key)[0].cancel()
        self._remove_layers(gone)
        self._start_some()
        self.changed.emit()

    def _remove_layers(self, keys: Iterable[Key]) -> None:
        """Few at once, many by and by: QGIS stands still for a millisecond for each."""
        self._leaving += [self._layers.pop(key) for key in keys if key in self._layers]
        self._leave_some()

    def _leave_some(self) -> None:
        ids, self._leaving = self._leaving[:_LEAVE_AT_ONCE], self._leaving[_LEAVE_AT_ONCE:]
        if self._leaving:
            self._next_leave.start()
        layers = [layer for layer in map(self._project.mapLayer, ids) if layer is not None]
        searches = {str(layer.customProperty(SEARCH, "")) for layer in layers}
        self._project.removeMapLayers([layer.id() for layer in layers])
        for search in searches:
            remove_if_empty(self._project, search)

    def _start_some(self) -> None:
        while self._queue and len(self._running) < _AT_ONCE:
            key = next(iter(self._queue))
            scene, home = self._queue.pop(key)
            self._names[key] = name = f"{file_stem(scene.id, set())}_{uuid.uuid4().hex[:8]}.tif"
            placing = _Placing(scene, name, None if self._running else self._spared())
            task = BackgroundTask(tr("Quicklook of {}").format(scene_name(scene)), placing)
            task.succeeded.connect(lambda layer, task=task, scene=scene, home=home: self._add(task, scene, home, layer))
            task.failed.connect(lambda error, task=task, scene=scene: self._give_up(task, scene, error))
            self._running[key] = (task, home)
            task.submit()

    def _spared(self) -> Callable[[Path], set[Path]]:
        """For a task: pictures that the project shows, those of former sessions included, and those that other tasks
        are making."""
        layers = self._project.mapLayers().values()
        shown = {Path(layer.source()) for layer in layers if layer.customProperty(KIND) == "quicklook"}
        return lambda folder: shown | {folder / name for name in list(self._names.values())}

    def _finish(self, task: BackgroundTask, scene: Scene) -> bool:
        """Whether the task's answer is still wanted."""
        if scene.key not in self._running or self._running[scene.key][0] is not task:
            return False
        del self._running[scene.key]
        return True

    def _add(self, task: BackgroundTask, scene: Scene, home: SearchLayers, layer: QgsRasterLayer) -> None:
        if self._finish(task, scene):
            layer.setCustomProperty(SEARCH, home.id)
            self._layers[scene.key] = layer.id()
            own_crs(layer)
            self._project.addMapLayer(layer, False)
            home.quicklook_group().insertLayer(0, layer).setExpanded(False)
            self.added.emit(scene, layer)
            self.changed.emit()
        self._start_some()

    def _give_up(self, task: BackgroundTask, scene: Scene, error: BaseException) -> None:
        if self._finish(task, scene):
            self._names.pop(scene.key, None)
            if not isinstance(error, Cancelled):
                self.failed.emit(scene, error)
            self._ticked.tick([scene], False)
        self._start_some()

    def _give_all_up(self) -> None:
        """Another project: what was asked for the former one must not land in it."""
        self._ticked.tick([scene for scene in self._ticked.scenes if self.loading(scene.key)], False)

    def _forget(self, ids: list[str]) -> None:
        """Layers left the project: by the person's hand, or with the whole project."""
        deleted = set(ids)
        keys = {key for key, layer_id in self._layers.items() if layer_id in deleted}
        for key in keys:
            del self._layers[key]
            self._names.pop(key, None)
        self._ticked.tick([scene for scene in self._ticked.scenes if scene.key in keys], False)


class _Placing:
    """Fetches a scene's picture and lays it down; called in a task. With ``spared`` it makes room first, once for all
    that are placed together."""

    def __init__(self, scene: Scene, name: str, spared: Callable[[Path], set[Path]] | None) -> None:
        self._scene, self._name, self._spared = scene, name, spared

    def __call__(self, feedback: TaskFeedback) -> QgsRasterLayer:
        from .fetch import fetch
        from .quicklooks import georeference, quicklook_layer

        scene = self._scene
        folder = _folder()
        if self._spared is not None:
            trim(folder, _MOST_CACHED, self._spared(folder))
        # not lending its thread to others: threads that come and go lose QGIS 3.22 its PROJ objects
        picture = fetch(scene.quicklook.href if scene.quicklook else "", feedback, _LARGEST_PICTURE)
        feedback.check()
        out = folder / self._name
        placed = georeference(scene, picture, out)
        feedback.check()
        return quicklook_layer(out, scene, placed)


def _folder() -> Path:
    try:
        return cache_folder("quicklooks")
    except OSError as error:
        raise NotWritable(error.filename or "", error.strerror or "") from error
