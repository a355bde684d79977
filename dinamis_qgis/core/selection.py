# SPDX-License-Identifier: GPL-2.0-or-later
"""The scenes that the person ticked: chosen once in the results, used by every page."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..domain.scene import Scene


class TickedScenes(QObject):
    """An ordered set of scenes, by :attr:`Scene.key`; ``changed`` comes once per real change."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenes: dict[tuple[str, str, str], Scene] = {}

    @property
    def scenes(self) -> tuple[Scene, ...]:
        return tuple(self._scenes.values())

    def __contains__(self, scene: Scene) -> bool:
        return scene.key in self._scenes

    def __len__(self) -> int:
        return len(self._scenes)

    def tick(self, scenes: Iterable[Scene], on: bool = True) -> None:
        before = set(self._scenes)
        for scene in scenes:
            if on:
                self._scenes.setdefault(scene.key, scene)
            else:
                self._scenes.pop(scene.key, None)
        if set(self._scenes) != before:
            self.changed.emit()

    def clear(self) -> None:
        if self._scenes:
            self._scenes.clear()
            self.changed.emit()
