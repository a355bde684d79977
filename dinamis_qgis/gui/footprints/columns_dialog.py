# SPDX-License-Identifier: GPL-2.0-or-later
"""Which column says what: guessed, shown on the first row, corrected by the person once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsCollapsibleGroupBox, QgsProjectionSelectionWidget, QgsScrollArea
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget
from shapely.geometry import box

from ...core.footprint_files import Table
from ...core.numbers import format_number, format_percent
from ...core.words import scene_name
from ...domain.catalogues.items import Origin, scene_from_item
from ...domain.footprint_columns import CENTIMETRES, FIELDS, FRACTION, METRES, PERCENT, Columns
from ...domain.footprint_items import item
from ...domain.footprint_values import DAY_FIRST, MONTH_FIRST, day_orders
from ...domain.scene import Scene
from ...translation import tr
from ..elided_box import ElidedBox
from ..help import add_help
from ..named import name_parts

_USUAL = ("id", "acquired", "time", "mission", "gsd", "cloud", "incidence", "off_nadir")
_SOMEWHERE = box(0.0, 0.0, 1.0, 1.0)  # the preview is of the words only


class ColumnsDialog(QDialog):
    def __init__(self, table: Table, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._columns = table, columns
        self.setWindowTitle(tr("Import footprints"))
        labels = _labels()
        self.boxes = {name: self._box(name, labels[name]) for name in FIELDS}
        self.days = _choice(((DAY_FIRST, tr("day/month/year")), (MONTH_FIRST, tr("month/day/year"))), columns.days)
        self.days.setAccessibleName(tr("Order of day and month"))
        self.cloud_unit = _choice(((PERCENT, "%"), (FRACTION, tr("from 0 to 1"))), columns.cloud_unit)
        self.cloud_unit.setAccessibleName(tr("Unit of the clouds"))
        self.gsd_unit = _choice(((METRES, "m"), (CENTIMETRES, "cm")), columns.gsd_unit)
        self.gsd_unit.setAccessibleName(tr("Unit of the resolution"))
        self.crs = QgsProjectionSelectionWidget()
        self.crs.setCrs(QgsCoordinateReferenceSystem(columns.crs or ("EPSG:4326" if table.in_degrees else "")))
        name_parts(self.crs, tr("CRS"))
        self.preview = _words("")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        add_help(self, self.buttons)
        self.ok.setText(tr("Import"))
        self._lay_out(labels)
        for choice in (*self.boxes.values(), self.days, self.cloud_unit, self.gsd_unit):
            choice.currentIndexChanged.connect(self._show)
        self.crs.crsChanged.connect(self._show)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show()
        self.resize(380, 520)

    def columns(self) -> Columns:
        names = {name: choice.currentData() for name, choice in self.boxes.items() if choice.currentData()}
        crs = self.crs.crs()
        return replace(
            self._columns,
            names=names,
            days=self.days.currentData(),
            cloud_unit=self.cloud_unit.currentData(),
            gsd_unit=self.gsd_unit.currentData(),
            crs="" if self._table.crs or not crs.isValid() else crs.authid() or crs.toWkt(),
        )

    def _box(self, name: str, label: str) -> ElidedBox:
        choice = ElidedBox()
        choice.setAccessibleName(label)
        choice.addItem(tr("none"), "")
        for column in self._table.columns:
            choice.addItem(column, column)
        choice.setCurrentIndex(max(choice.findData(self._columns.names.get(name, "")), 0))
        return choice

    def _lay_out(self, labels: dict[str, str]) -> None:
        usual, others = QFormLayout(), QFormLayout()
        for form in (usual, others):
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if not self._table.crs:
            usual.addRow(tr("CRS"), self.crs)
        units = {"cloud": self.cloud_unit, "gsd": self.gsd_unit, "acquired": self.days}
        for name, choice in self.boxes.items():
            form = usual if name in _USUAL else others
            form.addRow(labels[name], choice)
            if name in units:
                form.addRow("", units[name])
        more = QgsCollapsibleGroupBox(tr("Other columns"))
        more.setSaveCollapsedState(False)
        more.setCollapsed(True)
        more.setLayout(others)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(usual)
        rows.addWidget(more)
        rows.addStretch()
        scroll = QgsScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        said = tr("%n footprint(s) in {}. Which column says what?", "", self._table.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(_words(said.format(Path(self._table.path).name)))
        layout.addWidget(scroll, 1)
        layout.addWidget(self.preview)
        layout.addWidget(self.buttons)

    def _show(self, *_what: object) -> None:
        columns = self.columns()
        dates = self._table.samples.get(columns.names.get("acquired", ""), ())
        self.days.setVisible(len(day_orders(dates)) == 2)
        self.cloud_unit.setVisible("cloud" in columns.names)
        self.gsd_unit.setVisible("gsd" in columns.names)
        placed = bool(self._table.crs or columns.crs)
        said = tr("First row: {}").format(_described(_first(self._table, columns)))
        self.preview.setText(said if placed else tr("Choose the CRS of the coordinates: the file tells none."))
        self.ok.setEnabled(placed)


def _first(table: Table, columns: Columns) -> Scene | None:
    row = {column: values[0] for column, values in table.samples.items() if values}
    made = item(row, _SOMEWHERE, columns, Path(table.path).stem, set())
    return scene_from_item(made, Origin("", lambda href, _base: href))


def _described(scene: Scene | None) -> str:
    if scene is None:
        return tr("nothing can be read in it")
    known: Sequence[str] = (
        scene_name(scene),
        tr("{} m").format(format_number(scene.gsd, 2)) if scene.gsd is not None else tr("resolution unknown"),
        tr("clouds {}").format(format_percent(scene.cloud_cover)) if scene.cloud_cover is not None else "",
        tr("incidence {}°").format(format_number(scene.incidence)) if scene.incidence is not None else "",
        scene.id,
    )
    return " · ".join(filter(None, known))


def _choice(entries: Sequence[tuple[str, str]], chosen: str) -> ElidedBox:
    choice = ElidedBox()
    for value, shown in entries:
        choice.addItem(shown, value)
    choice.setCurrentIndex(max(choice.findData(chosen), 0))
    return choice


def _words(said: str) -> QLabel:
    label = QLabel(said)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _labels() -> dict[str, str]:
    return {
        "id": tr("Identifier"),
        "acquired": tr("Date"),
        "time": tr("Hour"),
        "mission": tr("Mission"),
        "gsd": tr("Resolution"),
        "cloud": tr("Clouds"),
        "incidence": tr("Incidence"),
        "off_nadir": tr("Off-nadir"),
        "sun_elevation": tr("Sun elevation"),
        "spectral_mode": tr("Spectral mode"),
        "level": tr("Level"),
        "title": tr("Title"),
        "quicklook": tr("Quicklook (address)"),
        "link": tr("Page (address)"),
        "licence": tr("Licence"),
        "credit": tr("Credit line"),
    }
