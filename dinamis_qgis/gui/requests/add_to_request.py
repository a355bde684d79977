# SPDX-License-Identifier: GPL-2.0-or-later
"""« Ajouter à une demande »: images of the results become attachments of a request of the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qgis.PyQt.QtWidgets import QMenu, QWidget

from ...core.register_store import SAVED, Saved
from ...core.request_states import state_name
from ...core.request_words import heading
from ...core.words import scene_name
from ...domain.register import attached_scene
from ...domain.scene import Scene
from ...translation import tr
from ..context import PanelContext

_MOST = 15  # requests offered, the last changed ones


class AddToRequestMenu(QMenu):
    """For a context menu: ``menu.addMenu(AddToRequestMenu(context, scenes, menu))``."""

    def __init__(self, context: PanelContext, scenes: Sequence[Scene], parent: QWidget | None = None) -> None:
        super().__init__(tr("Add to a request"), parent)
        self._context, self._scenes = context, tuple(scenes)
        self._asked = False
        self.aboutToShow.connect(self._open)
        context.ledger.changed.connect(self._fill)
        self._fill()

    def _open(self) -> None:
        if not self._asked:  # another may have changed the register
            self._asked = True
            self._context.ledger.load()

    def _fill(self) -> None:
        self.clear()
        entries = self._context.ledger.entries
        for entry in entries[:_MOST]:
            words = tr("{title} ({state})").format(title=heading(entry.request), state=state_name(entry.request.state))
            action = self.addAction(words.replace("&", "&&"))
            action.setData(entry.id)
            action.triggered.connect(self._add)
        if not entries:
            self.addAction(tr("No request in the register yet")).setEnabled(False)

    def _add(self) -> None:
        entry = self._context.ledger.entry(self.sender().data())
        if entry is not None:
            today = date.today()
            more = entry.attach(attached_scene(scene, scene_name(scene), today) for scene in self._scenes)
            self._context.ledger.save(more, entry, self._tell)

    def _tell(self, saved: Saved) -> None:
        if saved.how == SAVED:
            said = tr("%n image(s) attached to “{}”.", "", len(self._scenes))
            self._context.notices.say(said.format(heading(saved.entry.request)))
