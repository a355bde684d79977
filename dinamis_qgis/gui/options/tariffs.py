# SPDX-License-Identifier: GPL-2.0-or-later
"""« Barèmes »: the tariffs at hand, which one is in force, and bringing another."""

from __future__ import annotations

from datetime import date

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.estimate_words import source_text
from ...core.messages import sentence
from ...core.numbers import format_date
from ...core.tariff_import import import_tariff, is_own, remove_tariff
from ...core.tariffs import own_folder, tariff_shelf
from ...core.task import TaskSlot
from ...domain.errors import DinamisError, UnknownTariff
from ...domain.tariffs import Tariff, TariffShelf
from ...translation import tr
from ..notices import Notices
from ..tool_tip import tool_tip
from .given import Given
from .section import Section

_ID = Qt.ItemDataRole.UserRole


class TariffsSection(Section):
    name = "tariffs"

    def __init__(self, given: Given, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(given, notices, parent)
        self._slot = TaskSlot(self)
        note = QLabel(
            tr(
                "Tariffs are dated files. The newest one in force on the day is used; DINAMIS reviews its tariff every "
                "quarter, and only its quote binds. A file that is wrong is refused, and the last good one serves."
            )
        )
        note.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setHeaderLabels([tr("Tariff"), tr("In force"), tr("State"), tr("Source")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(tr("Tariffs"))
        self.list.currentItemChanged.connect(self._enable)
        self.from_file = _button(tr("Import a file…"), self._ask_file)
        self.from_address = _button(tr("Import from an address…"), self._ask_address)
        self.remove = _button(tr("Remove"), self._remove)
        self.folder = _button(tr("Open the folder"), self._open_folder)
        buttons = QHBoxLayout()
        for button in (self.from_file, self.from_address, self.remove, self.folder):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(note)
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        self._read()

    @staticmethod
    def title() -> str:
        return tr("Tariffs")

    def close_section(self) -> None:
        self._slot.close()

    def bring(self, source: str) -> None:
        """``source`` is a path or an address."""
        self._slot.start(
            tr("Importing a tariff"), lambda feedback: import_tariff(source, feedback), self._brought, self.notices.tell
        )

    def _brought(self, tariff: Tariff) -> None:
        self.notices.say(tr("Tariff {} imported.").format(tariff.id))
        self._read()

    def _read(self) -> None:
        self._slot.start(tr("Reading the tariffs"), lambda _feedback: tariff_shelf(), self._show, self.notices.tell)

    def _show(self, shelf: TariffShelf) -> None:
        self.list.clear()
        today = date.today()
        try:
            used = shelf.on(today).id
        except UnknownTariff:
            used = ""
        for tariff in sorted(shelf.tariffs.values(), key=lambda one: one.first_day, reverse=True):
            self._add(tariff.id, _period(tariff), _state(tariff, used, today), source_text(tariff.source))
        for refusal in shelf.refused:
            self._add("", "", sentence(refusal), refusal.path)
        for column in range(3):
            self.list.resizeColumnToContents(column)
        self._enable()

    def _add(self, tariff_id: str, period: str, state: str, source: str) -> None:
        item = QTreeWidgetItem([tariff_id or tr("refused"), period, state, source])
        item.setData(0, _ID, tariff_id)
        for column, text in enumerate((tariff_id, period, state, source)):
            item.setToolTip(column, tool_tip(text))
        self.list.addTopLevelItem(item)

    def _enable(self) -> None:
        item = self.list.currentItem()
        self.remove.setEnabled(item is not None and bool(item.data(0, _ID)) and is_own(item.data(0, _ID)))

    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Import a tariff"), "", tr("Tariffs (*.json)"))
        if path:
            self.bring(path)

    def _ask_address(self) -> None:
        address, given = QInputDialog.getText(
            self, tr("Import a tariff"), tr("Address (https)"), QLineEdit.EchoMode.Normal, "https://"
        )
        if given and address.strip():
            self.bring(address.strip())

    def _remove(self) -> None:
        try:
            remove_tariff(self.list.currentItem().data(0, _ID))
        except DinamisError as error:
            self.notices.tell(error)
        self._read()

    def _open_folder(self) -> None:
        own_folder().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(own_folder())))


def _period(tariff: Tariff) -> str:
    first = format_date(tariff.first_day)
    if tariff.last_day is None:
        return tr("from {}").format(first)
    return tr("from {} to {}").format(first, format_date(tariff.last_day))


def _state(tariff: Tariff, used: str, today: date) -> str:
    if tariff.id != used:
        return tr("not used today")
    return tr("used, to be checked: it should have been reviewed") if tariff.outdated(today) else tr("used")


def _button(label: str, slot) -> QPushButton:
    button = QPushButton(label)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _on=False: slot())
    return button
