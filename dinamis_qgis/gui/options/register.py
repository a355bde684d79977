# SPDX-License-Identifier: GPL-2.0-or-later
"""« Registre »: where the requests are kept: in the profile, in a GeoPackage, or in PostGIS for several people."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ...core.messages import sentence
from ...core.register_layers import dress_tables, keep_looks, looks_for
from ...core.register_place import Place, database_of, opening, postgres_connections
from ...core.register_sign_in import ask, forget
from ...core.register_store import create
from ...core.settings import Settings
from ...core.tariffs import sensor_names, tariff_shelf
from ...core.task import TaskSlot
from ...core.turns import Turns
from ...domain.errors import DinamisError
from ...domain.register_errors import RegisterRefuses
from ...translation import tr
from ..named import name_parts
from ..notices import Notices
from .given import Given
from .section import Section

_SCHEMA = "public"


class RegisterSection(Section):
    name = "register"

    def __init__(self, given: Given, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(given, notices, parent)
        self._slot, self._turns = TaskSlot(self), Turns(self)
        self.own = QRadioButton(tr("In my profile"))
        self.in_file = QRadioButton(tr("In a GeoPackage, which may be shared"))
        self.in_database = QRadioButton(tr("In PostGIS, for several people at once"))
        self.file = QgsFileWidget()
        self.file.setFilter("GeoPackage (*.gpkg)")
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setConfirmOverwrite(False)  # its other tables stay
        name_parts(self.file, tr("GeoPackage of the register"))
        self.connection, self.schema = QComboBox(), QLineEdit(_SCHEMA)
        self.connection.setAccessibleName(tr("Connection"))
        self.connection.addItems(postgres_connections())
        self.connection.setToolTip(tr("A PostgreSQL connection of QGIS's browser; its password stays there"))
        self.schema.setAccessibleName(tr("Schema"))
        self.create = QPushButton(tr("Create the register there"))
        self.create.setToolTip(tr("Adds the tables of the register where there are none; nothing else is changed"))
        self.create.clicked.connect(self._create)
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self._lay_out()
        self._show(Place.from_text(Settings.load().register))
        for choice in (self.own, self.in_file, self.in_database):
            choice.toggled.connect(self._chosen)
        self._chosen()

    @staticmethod
    def title() -> str:
        return tr("Register")

    def problem(self) -> str:
        if self.in_file.isChecked() and not self.file.filePath().strip():
            return tr("Choose the GeoPackage of the register, or keep it in your profile.")
        if self.in_database.isChecked() and not self.connection.currentText():
            return tr("QGIS has no PostgreSQL connection yet: add one in its browser, or keep the register elsewhere.")
        return ""

    def apply(self) -> None:
        if not self.problem():
            self.place().choose()

    def close_section(self) -> None:
        self._slot.close()
        self._turns.close()

    def place(self) -> Place:
        if self.in_database.isChecked():
            return Place(connection=self.connection.currentText(), schema=self.schema.text().strip() or _SCHEMA)
        path = self.file.filePath().strip() if self.in_file.isChecked() else ""
        return Place.from_text(path if not path or path.lower().endswith(".gpkg") else f"{path}.gpkg")

    def _lay_out(self) -> None:
        rows = QFormLayout()
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(self.own)
        rows.addRow(self.in_file)
        rows.addRow(tr("File"), self.file)
        rows.addRow(self.in_database)
        rows.addRow(tr("Connection"), self.connection)
        rows.addRow(tr("Schema"), self.schema)
        words = QLabel(
            tr(
                "The register keeps the requests with their zones, states and history as ordinary layers, which any "
                "QGIS opens. What cannot be saved there waits in your profile and is saved later."
            )
        )
        words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(rows)
        layout.addWidget(self.create, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.note)
        layout.addStretch()

    def _show(self, place: Place) -> None:
        self.own.setChecked(place.is_default)
        self.in_file.setChecked(bool(place.path) and not place.is_default)
        self.in_database.setChecked(bool(place.connection))
        if self.in_file.isChecked():
            self.file.setFilePath(place.path)
        if place.connection:
            if self.connection.findText(place.connection) < 0:
                self.connection.addItem(place.connection)
            self.connection.setCurrentText(place.connection)
            self.schema.setText(place.schema)

    def _chosen(self) -> None:
        self.file.setEnabled(self.in_file.isChecked())
        for field in (self.connection, self.schema):
            field.setEnabled(self.in_database.isChecked())
        self.create.setEnabled(not self.own.isChecked())

    def _create(self) -> None:
        problem = self.problem()
        if problem:
            self.note.setText(problem)
            return
        place = self.place()
        try:
            found, made = opening(place), looks_for(place)
        except DinamisError as error:
            self._failed(error)
            return

        def work(_feedback) -> dict[str, str]:
            create(found)
            if made:
                keep_looks(place, made)
            return sensor_names(tariff_shelf())

        def dress(sensors: dict[str, str]) -> None:
            if not place.connection:
                self._created(place)
                return
            self._turns.start(dress_tables(place, sensors), lambda _nothing: self._created(place), self._failed)

        self.note.setText(tr("Creating the register…"))
        self._slot.start(tr("Register of requests"), work, dress, self._failed)

    def _created(self, place: Place) -> None:
        self.note.setText(tr("{}: the register is there and ready.").format(place.title))

    def _failed(self, error: BaseException) -> None:
        self.note.setText("")
        refused = isinstance(error, RegisterRefuses)
        actions = [(tr("Sign in…"), self._sign_in)] if refused else []
        self.notices.say(sentence(error), Qgis.MessageLevel.Warning, actions, 0)

    def _sign_in(self) -> None:
        place = self.place()
        forget(place.connection)
        if ask(place.connection, database_of(place)):
            self._create()
