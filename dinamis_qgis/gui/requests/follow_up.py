# SPDX-License-Identifier: GPL-2.0-or-later
"""« Suivi » of a request that is in the register: reference, state, history, attachments, note, feedback."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from ...core.numbers import format_date
from ...core.request_states import state_name, state_of_name
from ...core.words import scene_name
from ...domain.register import Attachment, Entry, attached_scene, sent, with_step
from ...domain.request import ImageryRequest
from ...domain.scene import Scene
from ...translation import tr
from ..quota.request_fields import FoldedBox, button, form_rows, line, lines
from ..tool_tip import tool_tip

_ROWS = 3  # attachments seen at once


class FollowUp(FoldedBox):
    def __init__(self, ticked: Callable[[], Sequence[Scene]], parent: QWidget | None = None) -> None:
        super().__init__(tr("Follow-up"), "dinamisRequestFollowUp", parent)
        self._ticked = ticked
        self._entry: Entry | None = None
        self.reference = line(tr("DINAMIS reference"))
        self.state = QComboBox()
        self.state.setEditable(True)
        self.state.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.state.setMinimumContentsLength(6)
        self.state.setAccessibleName(tr("State"))
        self.state.setToolTip(tr("One of the list, or your own words: DINAMIS does not publish its states"))
        self.history = QLabel()
        self.history.setTextFormat(Qt.TextFormat.PlainText)
        self.history.setWordWrap(True)
        self.history.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.note = lines(tr("Internal note"), tr("stays in the register, goes into no dossier"))
        self.feedback = lines(tr("Feedback on use"), tr("what the image was good for"))
        self.attached = QListWidget()
        self.attached.setAccessibleName(tr("Attachments"))
        self.attached.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.attached.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.attached.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.attached.setMinimumWidth(60)
        self.attached.setFixedHeight(self.attached.fontMetrics().lineSpacing() * _ROWS + 12)
        self.add_scenes = button(tr("Ticked"), self._add_ticked)
        self.add_product = button(tr("Product…"), self._ask_product)
        self.detach = button(tr("Remove"), self._remove)
        self._lay_out()

    def show_entry(self, entry: Entry | None, states: Sequence[str]) -> None:
        """None: the request is not in the register yet."""
        self._entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            return
        request = entry.request
        self.state.clear()
        for state in states:
            self.state.addItem(state_name(state), state)
        self.state.setCurrentText(state_name(request.state))
        self.reference.setText(request.reference)
        self.history.setText("\n".join(f"{format_date(one.day)}  {state_name(one.state)}" for one in request.history))
        self.note.setPlainText(request.note)
        self.feedback.setPlainText(request.feedback)
        self._show_attached(entry.attachments)
        count = len(self._ticked())
        self.add_scenes.setEnabled(count > 0)
        self.add_scenes.setToolTip(tr("Attach the %n image(s) ticked in the results", "", count))

    def applied(self, request: ImageryRequest, day: date) -> ImageryRequest:
        """``request`` as it is followed up here; a state that was changed begins on ``day``. Raises InvalidRequest."""
        if self._entry is None:
            return request
        request = replace(request, note=self.note.toPlainText(), feedback=self.feedback.toPlainText())
        state, before = state_of_name(self.state.currentText()), self._entry.request
        if state and state != before.state:
            request = with_step(request, state, day)
        reference = self.reference.text().strip()
        return request if reference == before.reference else _referred(request, reference, state != before.state, day)

    def attachments(self) -> tuple[Attachment, ...]:
        items = (self.attached.item(row) for row in range(self.attached.count()))
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in items) if self._entry is not None else ()

    def attach_product(self, path: Path) -> None:
        self._show_attached((*self.attachments(), Attachment("product", path.name, str(path), date.today())))

    def _lay_out(self) -> None:
        rows = form_rows(self)
        for label, field in (
            (tr("DINAMIS reference"), self.reference),
            (tr("State"), self.state),
            (tr("History"), self.history),
            (tr("Internal note"), self.note),
            (tr("Feedback on use"), self.feedback),
            (tr("Attachments"), self.attached),
        ):
            rows.addRow(label, field)
        buttons = QHBoxLayout()
        for one in (self.add_scenes, self.add_product, self.detach):
            buttons.addWidget(one)
        buttons.addStretch(1)
        rows.addRow(buttons)

    def _show_attached(self, attachments: Sequence[Attachment]) -> None:
        self.attached.clear()
        for one in attachments:
            item = QListWidgetItem(one.name or one.address)
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setToolTip(tool_tip(one.name, one.address, format_date(one.day)))
            self.attached.addItem(item)
        self.detach.setEnabled(bool(attachments))

    def _add_ticked(self) -> None:
        today = date.today()
        scenes = [attached_scene(scene, scene_name(scene), today) for scene in self._ticked()]
        self._show_attached(replace(self._entry, attachments=self.attachments()).attach(scenes).attachments)

    def _ask_product(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Attach a product"), "", tr("All files (*)"))
        if chosen:
            self.attach_product(Path(chosen))

    def _remove(self) -> None:
        gone = set(self.attached.selectedIndexes())
        kept = [one for row, one in enumerate(self.attachments()) if row not in {index.row() for index in gone}]
        self._show_attached(kept)


def _referred(request: ImageryRequest, reference: str, chosen: bool, day: date) -> ImageryRequest:
    """A reference means that it was sent, unless the person says another state."""
    return replace(request, reference=reference) if chosen or not reference else sent(request, reference, day)
