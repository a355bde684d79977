# SPDX-License-Identifier: GPL-2.0-or-later
"""« Couvrir ma zone » : the button that ticks the best set of the images found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qgis.core import Qgis
from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtWidgets import QToolButton, QWidget
from shapely.geometry.base import BaseGeometry

from ...core.cover_words import cloud_words, cover_doubts, cover_sentence, limit_words
from ...core.search_layers import Key, SearchLayers
from ...core.task import TaskSlot
from ...domain.cover.aims import Aim, Limits
from ...domain.scene import Scene
from ...translation import tr
from ..context import PanelContext
from ..tool_tip import tool_tip
from .cover_menu import CoverMenu

if TYPE_CHECKING:
    from ...domain.cover.best_set import BestSet


class CoverButton(QToolButton):
    """A click takes the fewest images; its menu has the other aims and the limits.

    ``tick`` may ask before it ticks, and calls back unless the person gave up; ``place`` is where a scene's product is
    on this machine, or "".
    """

    def __init__(
        self,
        context: PanelContext,
        scenes: Callable[[], Sequence[Scene]],
        tick: Callable[[list[Scene], Callable[[], None]], None],
        place: Callable[[Scene], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._scenes, self._tick, self._place = context, scenes, tick, place
        self._zone: BaseGeometry | None = None
        self._search: SearchLayers | None = None
        self._own: set[Key] = set()  # ticked by the last choice, not by the person
        self._ready = False
        self._aim: Aim | None = None  # of the last choice
        self._told: QgsMessageBarItem | None = None
        self._task = TaskSlot(self)
        self._task.busy_changed.connect(self._enable)
        self._build()
        self._enable()

    def start(self, zone: BaseGeometry | None, search: SearchLayers) -> None:
        """A new search: what is being chosen among the former one's images is dropped."""
        self._task.close()
        self._zone, self._search, self._own, self._ready, self._aim = zone, search, set(), False, None
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
        limits, place = self.menu().limits(), self._place

        def work(feedback):
            from ...core.cloud_masks import cloud_masks
            from ...domain.cover.best_set import best_set

            clouds = cloud_masks(zone, scenes, place, feedback) if _minds_clouds(aim, limits) else None
            answer = best_set(zone, scenes, aim, limits, feedback, clouds)
            return answer, [place(scene) for scene in answer.scenes]

        self._task.start(
            tr("Choosing the images that cover the zone"),
            work,
            lambda found: self._show(*found, aim, limits, search),
            self._context.notices.tell,
        )

    def _show(self, answer: BestSet, places: list[str], aim: Aim, limits: Limits, search: SearchLayers) -> None:
        ticked, own = self._context.ticked, self._own
        fresh = [scene for scene in answer.scenes if scene not in ticked]
        kept = {scene.key for scene in answer.scenes if scene in ticked and scene.key in own}

        def ticked_them() -> None:
            if self._search is search:
                former = [one for one in ticked.scenes if one.key in own - kept]
                ticked.tick(former, False)
                self._own = kept | {scene.key for scene in fresh}
                self._tell(answer, places, aim, limits, search)

        self._tick(fresh, ticked_them)

    def _tell(self, answer: BestSet, places: list[str], aim: Aim, limits: Limits, search: SearchLayers) -> None:
        from ...core.uncovered import uncovered_layer

        self._aim = aim
        search.show_uncovered(uncovered_layer(answer))
        level = Qgis.MessageLevel.Info if answer.ranked else Qgis.MessageLevel.Warning
        if self._told is not None:
            self._context.notices.withdraw(self._told)
        whole = len(places) > 1 and all(places)
        actions = [(tr("Assemble"), lambda: self._context.assemble_paths(places))] if whole else []
        self._told = self._context.notices.say(_words(answer, aim, limits), level, actions, seconds=0)

    def _build(self) -> None:
        self.setText(tr("Cover my zone"))
        self.setAccessibleName(self.text())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = CoverMenu(self)
        menu.chosen.connect(self._menu_chosen)
        menu.limited.connect(self._limited)
        self.setMenu(menu)
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self.cover(Aim.FEWEST)

    def _menu_chosen(self, aim: int) -> None:
        self.cover(Aim(aim))

    def _limited(self) -> None:
        """What was chosen without this limit is chosen again."""
        self._enable()
        if self._aim is not None and self.isEnabled():
            self.cover(self._aim)

    def _enable(self, _busy: bool = False) -> None:
        self.setEnabled(self._ready and self._zone is not None and not self._task.busy)
        if self._zone is None:
            self.setToolTip(tr("Search with a zone to choose the images that cover it"))
        else:
            said = tr("Tick the images that together cover the searched zone")
            self.setToolTip(tool_tip(said, *filter(None, [limit_words(self.menu().limits())])))


def _minds_clouds(aim: Aim, limits: Limits) -> bool:
    return aim is Aim.CLEAREST or limits.max_cloud is not None


def _words(answer: BestSet, aim: Aim, limits: Limits) -> str:
    said = [cover_sentence(answer), limit_words(limits), *cover_doubts(answer)]
    if _minds_clouds(aim, limits) and answer.ranked:
        said.append(cloud_words(answer))
    return ". ".join(text[0].upper() + text[1:].rstrip(".") for text in said if text) + "."
