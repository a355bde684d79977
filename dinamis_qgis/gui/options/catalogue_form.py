# SPDX-License-Identifier: GPL-2.0-or-later
"""Every field of one catalogue's row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.accounts import AUTHS
from ...domain.catalogues.dialects import DIALECTS
from ...domain.catalogues.registry import CatalogueRow
from ...domain.public_url import public_url
from ...translation import tr
from ..elided_box import ElidedBox
from ..tool_tip import tool_tip
from ..wrapped import WrappedLabel
from .row_words import FILES, KINDS, auth_title, dialect_title, kind_title, verified_words
from .themes_table import ThemesTable

_TEXTS = ("title", "url", "signing", "signs", "key_page", "licence", "credit")
_CHOICES = ("kind", "auth", "dialect")


class CatalogueForm(QWidget):
    edited = pyqtSignal()  # by the person: read ``row``
    id_edited = pyqtSignal(str)

    def __init__(self, connection: QWidget, parent: QWidget | None = None) -> None:
        """``connection`` stands below what the row rests on."""
        super().__init__(parent)
        self._row = CatalogueRow("", "", "", "")
        self.title, self.url, self.signing = QLineEdit(), QLineEdit(), QLineEdit()
        self.signs, self.key_page = QLineEdit(), QLineEdit()
        self.licence, self.credit, self.id = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = _choice(KINDS, kind_title)
        self.auth = _choice(AUTHS, auth_title)
        self.dialect = _choice(tuple(DIALECTS), dialect_title)
        self.themes = ThemesTable()
        self.browse = QToolButton()
        self.browse.setText("…")
        self.browse.setToolTip(tr("Choose the file or the folder"))
        self.browse.setAccessibleName(tr("Choose the file or the folder"))
        self.verified = WrappedLabel()
        self.further = QgsCollapsibleGroupBox(tr("Access, licence and dialect"))
        self.further.setSaveCollapsedState(False)
        self.further.setCollapsed(True)
        self._lay_out(connection)
        self._connect()

    @property
    def row(self) -> CatalogueRow:
        """As the fields say, the id apart."""
        texts = {name: getattr(self, name).text().strip() for name in _TEXTS}
        if texts["url"] == public_url(self._row.url):
            texts["url"] = self._row.url  # a key in an address that was written by hand is not shown, and not lost
        choices = {name: getattr(self, name).currentData() for name in _CHOICES}
        return replace(self._row, **texts, **choices, themes=self.themes.themes())

    def show_row(self, row: CatalogueRow, shipped: CatalogueRow | None, editable: bool) -> None:
        """``shipped`` is the row as it was shipped, None for a row of the person's own."""
        self._row = row
        for name in _TEXTS:
            field: QLineEdit = getattr(self, name)
            field.setText(public_url(getattr(row, name)))
            field.setCursorPosition(0)
            field.setReadOnly(not editable)
        for name in _CHOICES:
            box: ElidedBox = getattr(self, name)
            box.blockSignals(True)
            box.setCurrentIndex(_place(box, getattr(row, name)))
            box.blockSignals(False)
            box.setEnabled(editable)
        self.id.setText(row.id)
        self.id.setReadOnly(shipped is not None or not editable)
        kept = tr("A shipped catalogue keeps its id: duplicate it to have another.") if shipped is not None else ""
        self.id.setToolTip(tool_tip(kept))
        self.themes.show_themes(row.themes)
        self.themes.setEnabled(editable)
        self.verified.setText(verified_words(row, shipped))
        self._follow_kind()

    def _lay_out(self, connection: QWidget) -> None:
        address = QHBoxLayout()
        address.setContentsMargins(0, 0, 0, 0)
        address.addWidget(self.url, 1)
        address.addWidget(self.browse)
        rows = _rows()
        _add(rows, tr("Title"), self.title)
        _add(rows, tr("Kind"), self.kind)
        label = QLabel(tr("Address"))
        label.setBuddy(self.url)
        self.url.setAccessibleName(tr("Address"))
        rows.addRow(label, address)
        rows.addRow(QLabel(tr("Verified")), self.verified)
        inside = _rows(self.further)
        _add(inside, tr("Account"), self.auth)
        _add(inside, tr("Signing service"), self.signing)
        _add(inside, tr("Hosts of signed files"), self.signs)
        _add(inside, tr("Page for keys"), self.key_page)
        _add(inside, tr("Dialect of STAC"), self.dialect)
        _add(inside, tr("Licence"), self.licence)
        _add(inside, tr("Credit line"), self.credit)
        _add(inside, tr("Id"), self.id)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(rows)
        layout.addWidget(connection)
        layout.addWidget(self.themes)
        layout.addWidget(self.further)

    def _connect(self) -> None:
        for name in _TEXTS:
            getattr(self, name).textEdited.connect(lambda _text: self.edited.emit())
        for name in _CHOICES:
            getattr(self, name).currentIndexChanged.connect(lambda _index: self.edited.emit())
        self.kind.currentIndexChanged.connect(lambda _index: self._follow_kind())
        self.themes.edited.connect(self.edited)
        self.id.editingFinished.connect(self._tell_id)
        self.browse.clicked.connect(self._browse)

    def _tell_id(self) -> None:
        wanted = self.id.text().strip()
        if wanted != self._row.id:
            self.id_edited.emit(wanted)

    def _follow_kind(self) -> None:
        kind = self.kind.currentData()
        self.browse.setVisible(kind in FILES)
        self.dialect.setEnabled(self.kind.isEnabled() and kind == "stac")

    def _browse(self) -> None:
        start = str(Path(self.url.text()).parent) if self.url.text() else ""
        if self.kind.currentData() == "items":
            path = QFileDialog.getOpenFileName(self, kind_title("items"), start, "JSON (*.json *.geojson);;* (*)")[0]
        else:
            path = QFileDialog.getExistingDirectory(self, kind_title(self.kind.currentData()), start)
        if path:
            self.url.setText(path)
            self.edited.emit()


def _rows(parent: QWidget | None = None) -> QFormLayout:
    rows = QFormLayout(parent) if parent is not None else QFormLayout()
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return rows


def _add(rows: QFormLayout, text: str, field: QWidget) -> None:
    label = QLabel(text)
    label.setBuddy(field)
    field.setAccessibleName(text)
    rows.addRow(label, field)


def _choice(values: tuple[str, ...], title) -> ElidedBox:
    box = ElidedBox()
    for value in values:
        box.addItem(title(value), value)
    return box


def _place(box: ElidedBox, value: str) -> int:
    """A word that is not known here (a hand-written one) stands for itself."""
    if box.findData(value) < 0:
        box.addItem(value, value)
        box.setItemData(box.count() - 1, tool_tip(value), Qt.ItemDataRole.ToolTipRole)
    return box.findData(value)
