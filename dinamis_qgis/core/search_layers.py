# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of one search in the project: its group, and the footprints that grow as pages arrive.

The person may delete any of it, or open another project, at any moment: layers are known by id, groups by property, and
what is gone stays gone.
"""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Iterable
from time import perf_counter

from qgis.core import NULL, QgsFeatureRequest, QgsLayerTreeGroup, QgsPointXY, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..domain.scene import Scene
from ..domain.timeline import Span
from ..translation import tr
from .footprint_layer import describe_footprints, new_footprint_layer, style_footprints
from .footprints import footprint_feature, footprint_fields
from .layer_groups import KIND, SEARCH, quicklook_group, remove_if_empty, search_group

Key = tuple[str, str, str]  # Scene.key

_DATED = ("footprints", "quicklook")
_SLICE = 20  # scenes added at once…
_TURN = 0.008  # …for so many seconds between two turns of the event loop
_POINT = 1e-7  # degrees: what one points at
_REPAINT_MS = 250  # rows of pages come faster than a map is drawn


class SearchLayers(QObject):
    """Lives on the main thread. ``selected`` says which scenes were selected on the map or in the attribute table."""

    opened = pyqtSignal(object)  # the footprint layer, once it is in the project
    selected = pyqtSignal(object)  # set of keys
    settled = pyqtSignal()  # every scene given so far is in the layer

    def __init__(self, title: str, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.id = uuid.uuid4().hex
        self._title = title
        self._project = project
        self._layer_id = ""
        self._fields = footprint_fields()
        self._waiting: deque[tuple[Scene, float | None]] = deque()
        self._fid_of: dict[Key, int] = {}
        self._key_of: dict[int, Key] = {}
        self._missions: set[str] = set()
        self._credits: set[str] = set()
        self._styled: set[str] = set()
        self._undescribed = False
        self._selecting = False
        self._subset = ""
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._add_slice)
        self._repaint = QTimer(self)
        self._repaint.setSingleShot(True)
        self._repaint.setInterval(_REPAINT_MS)
        self._repaint.timeout.connect(self._refresh)

    def footprints(self) -> QgsVectorLayer | None:
        """None before the first scene and after the person deleted it."""
        return self._project.mapLayer(self._layer_id) if self._layer_id else None

    @property
    def kept(self) -> bool:
        """Whether the person moved the footprints to a file: they are theirs from then on."""
        layer = self.footprints()
        return layer is not None and layer.providerType() != "memory"

    def quicklook_group(self) -> QgsLayerTreeGroup:
        return quicklook_group(self._project, self.id, self._title)

    def add(self, scenes: Iterable[tuple[Scene, float | None]]) -> None:
        """Scenes with their coverage of the zone in %; each once. They reach the layer in slices, by the event loop."""
        self._waiting.extend(scenes)
        if self._waiting and not self._layer_id:
            self._open()
        if self._waiting:
            self._slices.start()

    def select(self, keys: Iterable[Key]) -> None:
        """Select these scenes on the map; :attr:`selected` does not echo it."""
        layer = self.footprints()
        if layer is None:
            return
        fids = {self._fid_of[key] for key in keys if key in self._fid_of}
        if fids != set(layer.selectedFeatureIds()):
            self._selecting = True
            layer.selectByIds(list(fids))
            self._selecting = False

    def narrow(self, span: Span | None) -> None:
        """Show the footprints of these days, and those without a date; None shows all. A filter that the person set is
        theirs, and so is a layer moved to a file."""
        layer = self.footprints()
        wanted = "" if span is None else _within(span)
        if layer is not None and not self.kept and layer.subsetString() == self._subset:
            layer.setSubsetString(wanted)
            self._subset = wanted

    def show_uncovered(self, layer: QgsVectorLayer | None) -> None:
        """What chosen images leave uncovered, in place of what former ones did; None when they leave nothing."""
        for former in self._uncovered():
            self._project.removeMapLayer(former.id())
        if layer is not None:
            layer.setCustomProperty(KIND, "uncovered")
            layer.setCustomProperty(SEARCH, self.id)
            self._project.addMapLayer(layer, False)
            search_group(self._project, self.id, self._title).insertLayer(0, layer)

    def _uncovered(self) -> list[QgsVectorLayer]:
        """Those in memory: one that was moved to a file is the person's."""
        return [
            layer
            for layer in self._project.mapLayers().values()
            if layer.customProperty(KIND) == "uncovered"
            and layer.customProperty(SEARCH) == self.id
            and layer.providerType() == "memory"
        ]

    def keys_at(self, place: QgsPointXY) -> set[Key]:
        """Of the scenes whose footprint is there (longitude/latitude)."""
        layer = self.footprints()
        if layer is None:
            return set()
        box = QgsRectangle.fromCenterAndSize(place, _POINT, _POINT)
        request = QgsFeatureRequest(box).setFlags(QgsFeatureRequest.Flag.ExactIntersect).setNoAttributes()
        fids = [feature.id() for feature in layer.getFeatures(request)]
        return {self._key_of[fid] for fid in fids if fid in self._key_of}

    def animate(self, on: bool) -> None:
        """Let the Temporal Controller show the footprints and quicklooks by date."""
        layers = self._project.mapLayers().values()
        own = [one for one in layers if one.customProperty(SEARCH) == self.id and one.customProperty(KIND) in _DATED]
        for layer in own:
            layer.temporalProperties().setIsActive(on)
            layer.triggerRepaint()

    def discard(self) -> None:
        """Take the footprints out of the project, and the groups unless they hold something else."""
        self.close()
        self.show_uncovered(None)
        if self.footprints() is not None:
            self._project.removeMapLayer(self._layer_id)
        remove_if_empty(self._project, self.id)

    def close(self) -> None:
        """Leave the layers to the project: nothing more is added or said."""
        self._slices.stop()
        self._repaint.stop()
        self._waiting.clear()
        self.blockSignals(True)

    def _open(self) -> None:
        layer = new_footprint_layer(tr("Footprints · {}").format(self._title))
        layer.setCustomProperty(KIND, "footprints")
        layer.setCustomProperty(SEARCH, self.id)
        layer.selectionChanged.connect(self._tell_selection)
        layer.dataSourceChanged.connect(self._read_keys)
        self._layer_id = layer.id()
        self._project.addMapLayer(layer, False)
        search_group(self._project, self.id, self._title).insertLayer(0, layer)
        self.opened.emit(layer)

    def _add_slice(self) -> None:
        layer = self.footprints()
        if layer is None or self.kept:
            self._waiting.clear()
        until = perf_counter() + _TURN
        while self._waiting and perf_counter() < until:
            part = [self._waiting.popleft() for _ in range(min(_SLICE, len(self._waiting)))]
            features = [footprint_feature(scene, self._fields, coverage) for scene, coverage in part]
            _, added = layer.dataProvider().addFeatures(features)
            for (scene, _coverage), feature in zip(part, added):
                self._fid_of[scene.key] = feature.id()
                self._key_of[feature.id()] = scene.key
            self._note(part)
            if not self._repaint.isActive():
                self._repaint.start()
        if not self._waiting:
            self._slices.stop()
            if layer is not None and not self.kept:
                self._restyle(layer)
            self.settled.emit()

    def _note(self, part: list[tuple[Scene, float | None]]) -> None:
        missions = {scene.mission for scene, _ in part}
        credits = {scene.credit for scene, _ in part if scene.credit}
        self._undescribed = self._undescribed or not credits <= self._credits
        self._missions |= missions
        self._credits |= credits

    def _restyle(self, layer: QgsVectorLayer) -> None:
        if self._styled != self._missions:
            self._styled = set(self._missions)
            style_footprints(layer, self._missions)
        if self._undescribed:
            self._undescribed = False
            describe_footprints(layer, self._credits)

    def _refresh(self) -> None:
        layer = self.footprints()
        if layer is not None:
            layer.updateExtents()
            layer.triggerRepaint()

    def _tell_selection(self, *_changes: object) -> None:
        layer = self.footprints()
        if layer is not None and not self._selecting:
            self.selected.emit({self._key_of[fid] for fid in layer.selectedFeatureIds() if fid in self._key_of})

    def _read_keys(self) -> None:
        """The layer was moved to a file (its name and style stay): features have other ids there."""
        layer = self.footprints()
        names = ("catalogue", "collection", "scene_id")
        if layer is None or any(layer.fields().lookupField(name) < 0 for name in names):
            return
        self._fid_of, self._key_of = {}, {}
        for feature in layer.getFeatures():
            values = (feature[name] for name in names)
            key = tuple("" if value == NULL else str(value) for value in values)
            self._fid_of[key] = feature.id()
            self._key_of[feature.id()] = key


def _within(span: Span) -> str:
    """As an expression. The field holds UTC."""
    first, last = (f"to_datetime('{moment:%Y-%m-%dT%H:%M:%S}.{moment:%f}"[:-3] + "Z')" for moment in span.bounds)
    return f'"acquired" IS NULL OR ("acquired" >= {first} AND "acquired" <= {last})'
