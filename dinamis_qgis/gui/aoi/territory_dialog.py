# SPDX-License-Identifier: GPL-2.0-or-later
"""« Mon territoire » : type a name, or take the outline from a file, a layer's selection or the drawn zone."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit, QgsMessageBar
from qgis.PyQt.QtCore import QModelIndex, QObject, QSize, QSortFilterProxyModel, QStringListModel
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.numbers import format_km2
from ...core.outline_files import outlines_of_file
from ...core.task import TaskSlot
from ...core.territory import Territory
from ...core.zones import selection_zone
from ...domain.errors import DinamisError
from ...translation import tr
from ..help import add_help
from ..notices import Notices
from .controller import ZoneController
from .place_edit import PlaceEdit, plain
from .zone_menus import zone_file_filter


def choose_territory(controller: ZoneController, parent: QWidget | None = None) -> None:
    """Ask, then use and keep what was chosen; nothing changes on Cancel."""
    dialog = TerritoryDialog(controller, parent)
    if dialog.exec() and dialog.territory() is not None:
        controller.territories.set(dialog.territory())
    dialog.deleteLater()


class _NamesLike(QSortFilterProxyModel):
    """« lanvalery » finds « Lanvaléry »."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sought = ""

    def seek(self, text: str) -> None:
        self._sought = plain(text.strip())
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        return self._sought in plain(self.sourceModel().index(row, 0, parent).data())


class TerritoryDialog(QDialog):
    def __init__(self, controller: ZoneController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._outlines: tuple[Territory, ...] = ()
        self._chosen: Territory | None = None
        self._slot = TaskSlot(self)
        self.setWindowTitle(tr("My territory"))
        self._bar = QgsMessageBar()
        self._notices = Notices(self._bar)
        self.place = PlaceEdit()
        self.place.found.connect(lambda territory: self._offer((territory,)))
        self.search = QgsFilterLineEdit()
        self.search.setPlaceholderText(tr("Name in the list"))
        self.search.setAccessibleName(tr("Territory sought"))
        self._names = QStringListModel(self)
        self._found = _NamesLike(self)
        self._found.setSourceModel(self._names)
        self.list = QListView()
        self.list.setAccessibleName(tr("Territories"))
        self.list.setModel(self._found)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.name = QLineEdit()
        self.area = QLabel()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        add_help(self, self.buttons)
        self._lay_out()
        self.search.textChanged.connect(self._found.seek)
        self.search.textChanged.connect(lambda _text: self._highlight_likely())
        self.list.selectionModel().currentChanged.connect(lambda now, _before: self._highlighted(now))
        self.list.doubleClicked.connect(lambda _index: self.accept())
        self.name.textChanged.connect(lambda _text: self._show_state())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._offer(controller.territories.offered)
        self.resize(QSize(360, 420))

    def territory(self) -> Territory | None:
        """What was chosen, under the name that was given."""
        name = self.name.text().strip()
        if self._chosen is None or not name:
            return None
        return Territory(name, self._chosen.shape, self._chosen.kind, self._chosen.code)

    def done(self, result: int) -> None:
        self._slot.close()
        self.place.close_edit()
        super().done(result)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self._bar)
        layout.addWidget(self.note)
        layout.addWidget(self.place)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addStretch()
        sources = QHBoxLayout()
        for icon, label, take in (
            ("/mActionFileOpen.svg", tr("File…"), self._ask_file),
            ("/mActionSelectPolygon.svg", tr("Selection"), self._take_selection),
            ("/mActionToggleEditing.svg", tr("Drawn zone"), self._take_drawn),
        ):
            button = QPushButton(QgsApplication.getThemeIcon(icon), label)
            button.setAutoDefault(False)
            button.clicked.connect(take)
            sources.addWidget(button)
        layout.addLayout(sources)
        form = QFormLayout()
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Area"), self.area)
        layout.addLayout(form)
        layout.addWidget(self.buttons)

    def _offer(self, outlines: tuple[Territory, ...]) -> None:
        self._outlines = tuple(sorted(outlines, key=lambda each: each.name.casefold()))
        self._names.setStringList([each.name for each in self._outlines])
        several = len(outlines) > 1
        self.search.setVisible(several)
        self.list.setVisible(several)
        invented = self._controller.territories.invented
        self.place.setVisible(not invented)
        self.note.setText(
            tr("These outlines are invented. Your own territory stays as it is.")
            if invented
            else tr("Type the name of your territory, or take its outline from a file, a selection or the drawn zone.")
        )
        self._choose(outlines[0] if len(outlines) == 1 else None)
        self._highlight_likely()

    def _highlight_likely(self) -> None:
        if self._found.rowCount():
            in_use = self._in_use()
            self.list.setCurrentIndex(in_use if in_use.isValid() else self._found.index(0, 0))
            self.list.scrollTo(self.list.currentIndex())
        elif self._outlines:
            self._choose(None)

    def _in_use(self) -> QModelIndex:
        """The row of the territory in use among those that are offered: Enter then changes nothing."""
        current = self._controller.territories.current
        rows = [row for row, each in enumerate(self._outlines) if current is not None and each.name == current.name]
        return self._found.mapFromSource(self._names.index(rows[0], 0)) if rows else QModelIndex()

    def _highlighted(self, index) -> None:
        if index.isValid():
            self._choose(self._outlines[self._found.mapToSource(index).row()])

    def _choose(self, territory: Territory | None) -> None:
        self._chosen = territory
        self.name.setText(territory.name if territory else "")
        self.name.setCursorPosition(0)
        self._show_state()

    def _show_state(self) -> None:
        self.area.setText(format_km2(self._chosen.zone.km2) if self._chosen else tr("none chosen yet"))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.territory() is not None)

    # --- where an outline comes from --------------------------------------------------------------

    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Outline of my territory"), "", zone_file_filter())
        if path:
            self.take_file(Path(path))

    def take_file(self, path: Path) -> None:
        work = lambda feedback: outlines_of_file(path, feedback)  # noqa: E731
        self._slot.start(path.name, work, self._offer, self._notices.tell)

    def _take_selection(self) -> None:
        layer = self._controller.context.active_layer()
        try:
            work = selection_zone(layer, self._controller.context.canvas.mapSettings())
        except DinamisError as error:
            self._notices.tell(error)
            return
        name = layer.name()
        self._slot.start(name, work, lambda shape: self._offer((Territory(name, shape),)), self._notices.tell)

    def _take_drawn(self) -> None:
        try:
            shape = self._controller.drawn.shape()
        except DinamisError as error:
            self._notices.tell(error)
            return
        self._offer((Territory(tr("My territory"), shape),))
