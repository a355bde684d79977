# SPDX-License-Identifier: GPL-2.0-or-later
"""« ⋮ » of « Mes demandes »: which register, the register on the map, what was asked, exports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QWidget

from ...core.project_slot import ProjectSlot
from ...core.register_export import export
from ...core.register_layers import add_to_project, check, layers_of
from ...core.register_place import Place, opening
from ...core.tariffs import sensor_names, tariff_shelf
from ...core.task import TaskSlot
from ...core.turns import Turns
from ...domain.errors import DinamisError
from ...translation import tr
from ..context import PanelContext
from .totals_dialog import TotalsDialog

_GEOPACKAGE = "GeoPackage (*.gpkg)"


class RegisterMenu(QMenu):
    """``ask_path`` is given for tests: (parent, title, filter, whether it is to be written) to a path or ""."""

    def __init__(
        self,
        context: PanelContext,
        ask_path: Callable[[QWidget, str, str, bool], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._ledger, self._ask = context, context.ledger, ask_path or _ask_path
        self._slot, self._showing, self._turns = TaskSlot(self), ProjectSlot(self), Turns(self)
        QgsProject.instance().cleared.connect(self._turns.close)
        self.choose = self._add(tr("Choose a register…"), self._choose)
        self.create = self._add(tr("Create a register…"), self._create)
        self.postgis = self._add(tr("PostGIS database…"), self._show_options)
        self.own = self._add(tr("The register of my profile"), self._use_own)
        self.addSeparator()
        self.show_on_map = self._add(tr("Show on the map"), self._show_on_map)
        self.sums = self._add(tr("Asked and granted, by year…"), self._show_totals)
        self.export = self._add(tr("Export (ODS, CSV)…"), self._export)
        self.aboutToShow.connect(self._refresh)

    def close_menu(self) -> None:
        self._showing.close()
        self._slot.close()
        self._turns.close()

    def _add(self, label: str, slot: Callable[[], None]):
        action = self.addAction(label)
        action.triggered.connect(slot)
        return action

    def _refresh(self) -> None:
        self.own.setEnabled(not self._ledger.place.is_default)
        for action in (self.show_on_map, self.sums, self.export):
            action.setEnabled(bool(self._ledger.entries))

    def _choose(self) -> None:
        path = self._ask(self, tr("Choose a register"), _GEOPACKAGE, False)
        if path:
            self._ledger.use(Place(path))

    def _create(self) -> None:
        path = self._ask(self, tr("Create a register"), _GEOPACKAGE, True)
        if path:
            self._ledger.use(Place(path if path.lower().endswith(".gpkg") else f"{path}.gpkg"), create=True)

    def _use_own(self) -> None:
        Place.from_text("").choose()
        self._ledger.load()

    def _show_options(self) -> None:
        self._context.show_options("register")

    def _show_on_map(self) -> None:
        place, tell = self._ledger.place, self._context.notices.tell
        try:
            found = opening(place)
        except DinamisError as error:
            tell(error)
            return
        self._showing.start(
            tr("Register of requests"),
            lambda _feedback: check(found),
            lambda _there: self._turns.start(layers_of(place), self._add_layers, tell),
            tell,
        )

    def _add_layers(self, layers: list) -> None:
        self._context.select_layer(add_to_project(layers, QgsProject.instance()))

    def _show_totals(self) -> None:
        shelf = tariff_shelf()
        tariff = shelf.on(date.today()) if shelf.tariffs else None
        TotalsDialog(self._ledger.entries, sensor_names(shelf), tariff, self.parentWidget()).open()

    def _export(self) -> None:
        kinds = f"{tr('Spreadsheet')} (*.ods);;CSV (*.csv)"
        chosen = self._ask(self, tr("Export the requests"), kinds, True)
        if not chosen:
            return
        path, entries = Path(chosen), self._ledger.entries
        if path.suffix.lower() not in (".ods", ".csv"):
            path = path.with_name(f"{path.name}.ods")
        self._slot.start(
            tr("Exporting the requests"),
            lambda _feedback: export(path, entries, sensor_names(tariff_shelf())) or path,
            self._tell_exported,
            self._context.notices.tell,
        )

    def _tell_exported(self, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        self._context.notices.say(
            tr("Requests exported to {}.").format(path.name),
            Qgis.MessageLevel.Success,
            [(tr("Open the folder"), lambda: QDesktopServices.openUrl(folder))],
        )


def _ask_path(parent: QWidget, title: str, kinds: str, write: bool) -> str:
    if not write:
        return QFileDialog.getOpenFileName(parent, title, "", kinds)[0]
    # A GeoPackage is never written over: its other tables stay.
    option = QFileDialog.Option.DontConfirmOverwrite if kinds == _GEOPACKAGE else QFileDialog.Option(0)
    return QFileDialog.getSaveFileName(parent, title, "", kinds, options=option)[0]
