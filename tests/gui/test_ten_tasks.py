# SPDX-License-Identifier: GPL-2.0-or-later
"""The ten tasks of an officer on the panel's own widgets: three choices at most once the zone is known.

Their table is printed, and kept in ``build/reports/tasks.md``.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtWidgets import QApplication, QMenu
from shapely.geometry import box

from dinamis_qgis.core.catalogues import configured_rows
from dinamis_qgis.core.credit_function import CreditFunction
from dinamis_qgis.core.layer_groups import KIND
from dinamis_qgis.core.mosaic_layer import MOSAIC
from dinamis_qgis.core.products import PATH_PROPERTY
from dinamis_qgis.core.proj import to_lon_lat
from dinamis_qgis.core.settings import Settings
from dinamis_qgis.core.territory import Territory
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.gui.image_sheet import ImageSheetAction
from dinamis_qgis.gui.keep import KeepOffer
from dinamis_qgis.gui.map_drop import MapDrop
from dinamis_qgis.gui.notices import Notices
from dinamis_qgis.gui.search.results_delegate import Places
from dinamis_qgis.gui.search.results_model import Role
from dinamis_qgis.gui.swipe.curtain import Curtain
from tests.conftest import ROOT
from tests.gui.officer import Officer, no_live_service
from tests.services.dimap_writer import Image, gradient, write_pleiades, write_spot
from tests.services.http_service import serving
from tests.services.wmts_service import WmtsService

MOST = 3
SEARCH, REQUEST, IMAGES = range(3)
X, Y = 301_000.0, 6_834_000.0
EPCI = Territory("Baie-et-Landes", to_lon_lat(box(X + 5, Y - 45, X + 90, Y - 5), "EPSG:2154"))
_done: dict[str, tuple[int, float]] = {}


@pytest.fixture(scope="module", autouse=True)
def report():
    yield
    rows = [f"| {task} | {choices} | {seconds:.1f} |" for task, (choices, seconds) in _done.items()]
    table = "\n".join(["| task | choices | seconds |", "|---|---:|---:|", *rows])
    file = ROOT / "build" / "reports" / "tasks.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"# The ten tasks, once the zone is known\n\n{table}\n", encoding="utf-8")
    print(f"\n{table}")


@pytest.fixture
def done(officer):
    """Counts a task that has come to its end."""

    def count(task: str) -> None:
        _done[task] = (officer.choices, officer.seconds)
        assert officer.choices <= MOST, f"{task}: {officer.choices} choices"

    return count


@pytest.fixture
def officer(qgis_app, qgis_new_project, qtbot):
    home = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis"
    QgsSettings().remove("QgsCollapsibleGroupBox")
    with no_live_service():
        one = Officer(qtbot)
        yield one
        one.close()
    for name in ("territory.geojson", "searches.json", "library.gpkg"):
        (home / name).unlink(missing_ok=True)


@pytest.fixture
def in_demonstration(officer):
    officer.dock.set_synthetic(next(row for row in configured_rows()[0] if row.synthetic))
    officer.until(lambda: officer.dock._context.zones.zone is not None)
    officer.begin()


@pytest.fixture
def at_home(officer):
    """In one's own territory."""
    officer.dock.territories().set(EPCI)
    officer.until(lambda: getattr(officer.dock._context.zones.zone, "kind", "") == "territory")
    officer.begin()


def image(number: int, **more) -> Image:
    day = datetime(2018 + number, 7, 14, 11, 2, tzinfo=timezone.utc)
    return replace(
        Image("PHR1B", "PMS", gradient(60, 100), (X + 30 * number, Y), 0.5, job=f"70000011{number:02}", when=day),
        **more,
    )


def opened_images(officer, folder: Path, count: int):
    for number in range(count):
        write_pleiades(folder / f"livraison{number}", [image(number)])
        page = officer.dock.page("images")
        page.open_paths([str(folder / f"livraison{number}")])
        officer.until(lambda wanted=number + 1, page=page: page.model.rowCount() == wanted and not page._slot.busy)
    officer.bar.clearWidgets()
    officer.begin()
    return page


def layers(key, value=None):
    found = QgsProject.instance().mapLayers().values()
    return [one for one in found if (one.customProperty(key) == value if value else one.customProperty(key))]


def menu_of(officer, view, index):
    """⋮ of a row."""
    places = Places(view.visualRect(index), view.font(), index.data(Role.TickLabel))
    return lambda: officer._click(view.viewport(), places.menu)


def test_an_image_of_my_commune_of_summer_2022_with_under_10_percent_of_cloud(officer, in_demonstration, done):
    form, results = officer.dock.page("search").form, officer.dock.page("search").results
    officer.menu(form.period.box.showPopup, "Summer", "2022")
    officer.pick(form.clouds.box, 10.0)
    officer.click(form.button)
    officer.until(lambda: not results.running and results.focusProxy().model().rowCount() > 0)
    found = results.focusProxy().model().all_scenes()
    assert {scene.acquired.year for scene in found} == {2022} and all(scene.cloud_cover <= 10 for scene in found)
    officer.until(lambda: layers(KIND, "footprints"))
    done("an image of my commune, summer 2022, under 10 % cloud")


def test_compare_2018_and_2023(officer, at_home, done):
    with serving(WmtsService()) as service:
        strip = officer.dock.page("search").form.backdrops
        strip.set_row(CatalogueRow("ign", "IGN", "wmts", service.url + "/wmts", credit="IGN"))
        officer.until(lambda: strip._listed)
        officer.begin()
        officer.pick(strip.years, strip.years.itemData(strip.years.findText("SPOT 2023")))
        officer.menu(strip.compare_button, "SPOT", "2013")
        officer.until(lambda: _curtains(officer))
        assert len(QgsProject.instance().mapLayers()) == 2
        done("compare two years (IGN's mosaics)")


def test_a_request_for_the_coast_after_a_storm(officer, in_demonstration, done, tmp_path, monkeypatch):
    settings = Settings.load()
    settings.dossier_folder = str(tmp_path)  # else the person's own documents
    settings.save()
    desk = officer.dock.page("request")
    monkeypatch.setattr(desk, "_open", lambda _url: None)
    officer.tab(REQUEST)
    officer.until(desk.page.prepare.isEnabled)
    officer.menu(desk.page.tasking, "New image: Coast")
    officer.until(lambda: desk.currentWidget() is desk.form)
    officer.bot.keyClicks(desk.form.purpose, "After the storm")
    officer.click(desk.form.create)
    officer.until(lambda: list(tmp_path.glob("*.zip")) and desk.form.create.isEnabled())
    (dossier,) = tmp_path.glob("*.zip")
    with zipfile.ZipFile(dossier) as archive:
        said = json.loads(archive.read(next(name for name in archive.namelist() if name.endswith("request.json"))))
    assert "After the storm" in json.dumps(said) and "tasking" in json.dumps(said)
    officer.until(lambda: len(officer.dock._context.ledger.entries) == 1)
    assert "After the storm" in QApplication.clipboard().text()
    done("a request for the coast after a storm")


@pytest.mark.parametrize("way", ["dropped on the map", "from the menu of QGIS"])
def test_open_the_large_delivery(officer, at_home, done, tmp_path, monkeypatch, way):
    for number in range(3):
        write_pleiades(tmp_path / "livraison" / f"p{number}", [image(number)])
    page = officer.dock.page("images")
    if way == "dropped on the map":
        drop = MapDrop(officer.dock.open_paths)
        officer.choices += 1
        assert drop.handleFileDrop(str(tmp_path / "livraison"))
    else:
        from dinamis_qgis.gui.library.delivery_menu import delivery_menu

        officer.answer_with(monkeypatch, "getExistingDirectory", tmp_path / "livraison")
        menu = delivery_menu(officer.dock, officer.dock.open_paths)  # « Raster › DINAMIS › Open a delivery »
        officer.menu(lambda: menu.popup(officer.dock.mapToGlobal(officer.dock.rect().center())), "Folder")
    officer.until(lambda: page.sheet is not None and page.sheet.isVisible())
    officer.click(page.sheet.open_button)
    officer.until(lambda: len(layers(PATH_PROPERTY)) == 3 and not page._slot.busy)
    done(f"open the large delivery ({way})")


def test_where_did_we_put_that_image(officer, at_home, done, tmp_path):
    write_spot(tmp_path / "archives" / "2018", [image(0, satellite="SPOT7")])
    write_pleiades(tmp_path / "archives" / "2021", [image(3)])
    library = officer.dock._context.library
    library.add([str(tmp_path / "archives")])
    officer.until(lambda: not library.busy and len(library.holdings.images) == 2)
    officer.begin()
    page = officer.dock.page("images")
    officer.tab(IMAGES)
    officer.bot.keyClicks(page.bar.filter, "spot 2018")
    officer.until(lambda: page.model.rowCount() == 1)
    assert str(tmp_path) in page.model.row(page.model.index(0, 0)).paths[0]
    before = officer.canvas.extent()
    officer.menu(menu_of(officer, page.list, page.model.index(0, 0)), "Zoom")
    officer.until(lambda: officer.canvas.extent() != before)
    done("where did we put that image")


def test_a_mosaic_of_three_images_over_my_epci(officer, at_home, done, tmp_path):
    page = opened_images(officer, tmp_path, 3)
    officer.tab(IMAGES)
    officer.click(page.assembling.button)
    officer.until(lambda: page.assembling.sheet is not None)
    sheet = page.assembling.sheet
    sheet.file.setFilePath(str(tmp_path / "mosaic.vrt"))  # the proposed place is the person's own folder
    officer.click(sheet.button)
    officer.until(lambda: layers(MOSAIC) and not page._slot.busy)
    assert (tmp_path / "mosaic.vrt").is_file()
    done("mosaic of three images over my EPCI")


def test_clip_to_the_commune_for_a_contractor(officer, at_home, done, tmp_path):
    page = opened_images(officer, tmp_path, 1)
    officer.tab(IMAGES)
    officer.menu(menu_of(officer, page.list, page.model.index(0, 0)), "Cut to my zone")
    officer.until(lambda: page.assembling.sheet is not None)
    sheet = page.assembling.sheet
    sheet.file.setFilePath(str(tmp_path / "commune.tif"))
    officer.click(sheet.button)
    officer.until(lambda: (tmp_path / "commune.tif").is_file() and not page._slot.busy)
    assert QgsRasterLayer(str(tmp_path / "commune.tif")).width() < 100
    done("clip to the commune for a contractor")


def test_the_change_before_and_after(officer, at_home, done, tmp_path):
    page = opened_images(officer, tmp_path, 2)
    officer.tab(IMAGES)
    other = layers(PATH_PROPERTY)[0].name()
    row = next(place for place in range(2) if page.model.row(page.model.index(place, 0)).layers()[0].name() != other)
    officer.menu(menu_of(officer, page.list, page.model.index(row, 0)), "Compare with", other)
    officer.until(lambda: _curtains(officer))
    done("change before/after")


def test_a_map_with_the_right_credit(officer, at_home, done, tmp_path):
    opened_images(officer, tmp_path, 2)
    function, opened = CreditFunction(), []
    function.register()
    try:
        sheet = ImageSheetAction(officer.canvas, lambda: officer.panel.layer, opened.append, Notices(officer.bar))
        menu = QMenu(officer.dock)  # « Raster › DINAMIS »
        menu.addAction(sheet)
        officer.menu(lambda: menu.popup(officer.dock.mapToGlobal(officer.dock.rect().center())), sheet.text())
        officer.until(lambda: opened)
        assert "CNES" in opened[0].itemById("credit").currentText()
        done("a map with the right credit")
    finally:
        QgsProject.instance().layoutManager().clear()
        function.unregister()


def test_share_with_a_colleague_with_and_without_the_plugin(officer, in_demonstration, done, tmp_path):
    page, project = officer.dock.page("search"), QgsProject.instance()
    asked = Choices(max_cloud=10.0)
    page.form.set_choices(asked)
    page.search()
    officer.until(lambda: not page.results.running and layers(KIND, "footprints"))
    officer.until(lambda: layers(KIND, "footprints")[0].featureCount() == page.results.focusProxy().model().count)
    count = layers(KIND, "footprints")[0].featureCount()
    offer = KeepOffer(Notices(officer.bar), project)
    officer.begin()
    officer.choices += 1  # QGIS's own « Save »
    assert project.write(str(tmp_path / "partage.qgz"))
    officer.press_in_bar("Keep the results")
    officer.until(lambda: layers(KIND, "footprints")[0].providerType() == "ogr" and not offer._busy())
    done("share with a colleague, with and without the plugin")
    offer.close()
    moved = tmp_path / "chez la collègue"
    moved.mkdir()
    for left in list(tmp_path.iterdir()):
        if left != moved:
            left.rename(moved / left.name)
    project.clear()
    page.form.set_choices(Choices())
    assert project.read(str(moved / "partage.qgz"))  # all that QGIS needs, with the plugin or without
    (kept,) = layers(KIND, "footprints")
    assert kept.isValid() and kept.featureCount() == count and str(moved) in kept.source()
    assert page.form.choices() == asked  # and with it, what was asked is asked again
    assert "Synth" in kept.attribution() + "".join(kept.metadata().rights())


def _curtains(officer) -> list:
    return [item for item in officer.canvas.scene().items() if type(item).__name__ == Curtain.__name__]
