# SPDX-License-Identifier: GPL-2.0-or-later
"""« Couvrir ma zone » : the button that ticks the best set of the images found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget
from shapely.geometry.base import BaseGeometry

from ...core.search_layers import Key, SearchLayers
from ...core.task import TaskSlot
from ...domain.cover.aims import Aim
from ...domain.scene import Scene
from ...translation import tr
from ..context import PanelContext
from ..tool_tip import tool_tip

if TYPE_CHECKING:
    from ...domain.cover.best_set import BestSet


class CoverButton(QToolButton):
    """A click takes the fewest images; its menu has the other aims. ``tick`` may ask before it ticks."""

    def __init__(
        self,
        context: PanelContext,
        scenes: Callable[[], Sequence[Scene]],
        tick: Callable[[list[Scene]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._scenes, self._tick = context, scenes, tick
        self._zone: BaseGeometry | None = None
        self._search: SearchLayers | None = None
        self._own: set[Key] = set()  # ticked by the last choice, not by the person
        self._ready = False
        self._task = TaskSlot(self)
        self._task.busy_changed.connect(lambda _busy: self._enable())
        self._build()
        self._enable()

    def start(self, zone: BaseGeometry | None, search: SearchLayers) -> None:
        """A new search: what is being chosen among the former one's images is dropped."""
        self._task.close()
        self._zone, self._search, self._own, self._ready = zone, search, set(), False
        self._enable()

    def finish(self) -> None:
        """The search is over: there may be images to choose from."""
        self._ready = bool(self._scenes())
        self._enable()

    def close_page(self) -> None:
        self._task.close()

    def cover(self, aim: Aim) -> None:
        zone, search, scenes = self._zone, self._search, list(self._scenes())
        if zone is None or search is None:
            return

        def work(feedback):
            from ...domain.cover.best_set import best_set

            return best_set(zone, scenes, aim, feedback=feedback)

        self._task.start(
            tr("Choosing the images that cover the zone"),
            work,
            lambda answer: self._show(answer, aim, search),
            self._context.notices.tell,
        )

    def _show(self, answer: BestSet, aim: Aim, search: SearchLayers) -> None:
        from ...core.uncovered import uncovered_layer

        ticked, chosen = self._context.ticked, {scene.key for scene in answer.scenes}
        ticked.tick([one for one in ticked.scenes if one.key in self._own - chosen], False)
        self._own = {scene.key for scene in answer.scenes if scene not in ticked or scene.key in self._own}
        self._tick([scene for scene in answer.scenes if scene not in ticked])
        search.show_uncovered(uncovered_layer(answer))
        level = Qgis.MessageLevel.Info if answer.ranked else Qgis.MessageLevel.Warning
        self._context.notices.say(_words(answer, aim), level, seconds=0)

    def _build(self) -> None:
        self.setText(tr("Cover my zone"))
        self.setAccessibleName(self.text())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for aim, label, tip in (
            (Aim.FEWEST, tr("Fewest images"), tr("At an equal number, the clearer ones, then the newer ones")),
            (Aim.MOST_RECENT, tr("Most recent images"), tr("Each place by its newest image")),
            (Aim.CLEAREST, tr("Clearest images"), tr("By the cloud cover of whole images")),
        ):
            action = menu.addAction(label)
            action.setToolTip(tool_tip(tip))
            action.triggered.connect(lambda _checked=False, aim=aim: self.cover(aim))
        font = menu.actions()[0].font()
        font.setBold(True)
        menu.actions()[0].setFont(font)
        self.setMenu(menu)
        self.clicked.connect(lambda: self.cover(Aim.FEWEST))

    def _enable(self) -> None:
        self.setEnabled(self._ready and self._zone is not None and not self._task.busy)
        if self._zone is None:
            self.setToolTip(tr("Search with a zone to choose the images that cover it"))
        else:
            self.setToolTip(tr("Tick the images that together cover the searched zone"))


def _words(answer: BestSet, aim: Aim) -> str:
    from ...core.cover_words import cover_doubts, cover_sentence

    said = [cover_sentence(answer).rstrip("."), *(doubt.rstrip(".") for doubt in cover_doubts(answer))]
    if aim is Aim.CLEAREST and answer.ranked:
        said.append(tr("clouds are known for whole images only, not where they lie"))
    return ". ".join(text[0].upper() + text[1:] for text in said) + "."
