# SPDX-License-Identifier: GPL-2.0-or-later
"""The windows that the panel opens, and QGIS's options at ours."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timezone

import numpy as np
from osgeo import gdal
from qgis.PyQt.QtWidgets import QWidget
from qgis.utils import plugins
from shapely.geometry import Point

from dinamis_qgis.core.access_words import access_of
from dinamis_qgis.core.catalogues import configured_rows
from dinamis_qgis.core.credentials import credentials
from dinamis_qgis.core.footprint_files import Table, look
from dinamis_qgis.domain.footprint_columns import guess
from dinamis_qgis.gui.about import AboutDialog
from dinamis_qgis.gui.accounts.key_dialog import KeyDialog
from dinamis_qgis.gui.accounts.sign_in_dialog import SignInDialog
from dinamis_qgis.gui.contact import ContactDialog
from dinamis_qgis.gui.footprints.columns_dialog import ColumnsDialog
from dinamis_qgis.gui.form_dialog import FormDialog
from dinamis_qgis.gui.help import open_help
from dinamis_qgis.gui.options.page import OptionsPage
from dinamis_qgis.gui.search.access_dialog import show_access
from dinamis_qgis.gui.searches.list_dialog import SearchesDialog
from tests.integration.inside import out, spin, wait_until
from tests.make_scenes import scene
from tests.screenshots.looks import dock, shot, shot_of_dialog, window
from tests.services.dimap_writer import Image, write_pleiades
from tests.services.signing_service import cloud

SIDE = 400  # pixels
SECTIONS = ("territory", "catalogues", "tariffs", "register", "cache")


def delivery() -> None:
    """Three windows of the demonstration's product, as if they had been delivered one by one."""
    folder = out / "livraison"
    parts = [_part(across, down) for across, down in ((0, 0), (120, 140), (20, 330))]
    first = Image("PHR1B", "PMS", parts[0][0], parts[0][1], 0.5, cloud_cover=1.0)
    second = Image("PHR1A", "PMS", parts[1][0], parts[1][1], 0.5, cloud_cover=9.0)
    third = Image("PHR1A", "PMS", parts[2][0], parts[2][1], 0.5, cloud_cover=3.0)
    write_pleiades(folder / "a", [first])
    write_pleiades(folder / "b", [replace(second, when=datetime(2019, 7, 1, 11, tzinfo=timezone.utc))])
    write_pleiades(folder / "c", [replace(third, when=datetime(2023, 6, 3, 11, tzinfo=timezone.utc))])
    dock.show_page("images")
    page = dock.page("images")
    page.open_paths([str(folder)])
    wait_until(lambda: page.sheet is not None, "the delivery's sheet", 60)
    shot(page.sheet, "50-delivery")
    page.sheet.open_button.click()
    wait_until(lambda: page.model.rowCount() >= 3 and not page._slot.busy, "the images", 60)
    spin(1)
    shot(dock, "51-images-several")
    page.assembling.button.click()
    wait_until(lambda: page.assembling.sheet is not None, "the sheet to assemble")
    shot(page.assembling.sheet, "52-assemble")
    page.assembling.sheet.close()


def _part(across: int, down: int) -> tuple[np.ndarray, tuple[float, float]]:
    """Its pixels, and the upper left corner."""
    row = next(row for row in configured_rows()[0] if row.synthetic)
    files = gdal.ReadDirRecursive(f"/vsizip/{row.sample_product}")
    tile = gdal.Open(f"/vsizip/{row.sample_product}/" + next(name for name in files if name.endswith("R1C1.TIF")))
    x, width, _, y, _, height = tile.GetGeoTransform()
    return tile.ReadAsArray(across, down, SIDE, SIDE), (x + across * width, y + down * height)


def options() -> None:
    def look_at(number: int):
        def look(dialog: QWidget) -> None:
            dialog.resize(900, 640)
            dialog.findChild(OptionsPage).tabs.setCurrentIndex(number)
            spin(0.5)

        return look

    show = plugins["dinamis_qgis"]._show_options
    for number, name in enumerate(SECTIONS):
        shot_of_dialog(lambda: show("catalogues"), f"6{number}-options-{name}", look_at(number))


def territory() -> None:
    shot_of_dialog(lambda: dock.choose_territory(dock), "70-territory")


def accounts() -> None:
    with cloud() as there:
        account = replace(
            next(each for each in credentials().accounts() if each.kind == "signing"),
            id=there.signing_server.url,
            root=f"{there.signing_server.url}/",
        )

        def wait_for_code(dialog: SignInDialog) -> None:
            wait_until(lambda: dialog.code.isVisible() or bool(dialog.state.text()), "a code")
            spin(0.5)

        shot_of_dialog(lambda: SignInDialog(account, window).exec(), "71-sign-in", wait_for_code)
    keyed = next(each for each in credentials().accounts() if each.kind != "signing")
    shot_of_dialog(lambda: KeyDialog(keyed, window).exec(), "72-key")


def openspot() -> None:
    asked = scene(3, catalogue="openspot", collection="2021_PAN", gsd=1.5, said='{"fid": 7}')
    row = next(row for row in configured_rows()[0] if row.kind == "openspot")
    dialog = FormDialog(row, asked, dock._context.notices, print, window)
    dialog.show()
    spin(1.5)
    shot(dialog, "73-openspot-form")
    dialog.close()


def access() -> None:
    found = access_of(scene(2, catalogue="teledetection", collection="spot-6-7-drs", credit=""))
    dialog = show_access(found, True, print, window)
    spin(0.3)
    shot(dialog, "74-access")
    dialog.close()


def footprints() -> None:
    path = out / "catalogue.geojson"
    feature = {
        "type": "Feature",
        "properties": {"identifiant": "PHR1A_1", "date": "14/07/2022", "nuages": "3 %", "capteur": "PHR1A"},
        "geometry": Point(-2.5, 48.5).buffer(0.2).__geo_interface__,
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    table: Table = look(path, _Never())
    shot_of_dialog(lambda: ColumnsDialog(table, guess(table.columns, table.samples), window).exec(), "75-footprints")


class _Never:
    def isCanceled(self) -> bool:
        return False

    def setProgress(self, _percent: float) -> None:
        pass


def small_windows() -> None:
    searches = dock.page("search").searches
    shot_of_dialog(lambda: SearchesDialog(searches, print, dock).show(), "76-my-searches")
    shot_of_dialog(lambda: ContactDialog(dock).exec(), "77-contact")
    shot_of_dialog(lambda: AboutDialog(dock).exec(), "78-about")


def guide() -> None:
    shot_of_dialog(lambda: open_help("index", window), "79-guide")
    shot_of_dialog(lambda: open_help("find-image", window), "80-guide-page")
    shot_of_dialog(lambda: open_help("which-image", window), "81-guide-choice")


STAGES = (delivery, options, territory, accounts, openspot, access, footprints, small_windows, guide)
