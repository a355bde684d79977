# SPDX-License-Identifier: GPL-2.0-or-later
"""Step 2 of « Demander » on its real widgets: from the estimate to the dossier."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QRadioButton, QWidget
from shapely.geometry import MultiPolygon, box, shape

from dinamis_qgis.core.zone import Zone
from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.domain.quota import estimate
from dinamis_qgis.gui.help_window import HelpWindow
from dinamis_qgis.gui.quota.desk import RequestDesk
from tests.gui.zone_parts import make_panel
from tests.make_scenes import scene

COMMUNE = Zone(box(-2.6, 48.40, -2.45, 48.52), "territory", "Lamballe-Armor", 4)


@pytest.fixture
def desk(qgis_app, qtbot, tmp_path):
    QgsSettings().remove("QgsCollapsibleGroupBox")
    panel = make_panel()
    asked, opened = [], []

    def ask_path(_parent, name):
        asked.append(name)
        return made.answer

    made = RequestDesk(panel.context, QWidget, None, ask_path, lambda url: opened.append(url.toString()))
    made.panel, made.asked, made.opened, made.answer = panel, asked, opened, str(tmp_path / "dossier.zip")
    qtbot.addWidget(made)
    made.resize(360, 640)
    made.show()
    panel.context.zones.set(COMMUNE)
    qtbot.waitUntil(lambda: made.page.prepare.isEnabled())
    yield made
    made.close_page()
    panel.context.ledger.close()


def press(desk, label):
    next(one for one in desk.page.form.findChildren(QRadioButton) if one.text().startswith(label)).click()


def prepare(desk, qtbot, tasking=False):
    if tasking:
        press(desk, "Tasking")
    desk.page.prepare.click()
    qtbot.waitUntil(lambda: desk.currentWidget() is desk.form, timeout=20_000)
    return desk.form


def create(desk, qtbot):
    """Until it is written and the request is in the register, or it is refused or given up."""
    desk.form.create.click()
    qtbot.waitUntil(desk.form.create.isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: not desk.panel.context.ledger.busy, timeout=20_000)


def file_of(path: str, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def written(path: str) -> dict:
    return json.loads(file_of(path, "request.json"))


def test_an_archive_request_asks_for_identifiers_and_a_tasking_one_for_a_period(desk, qtbot):
    form = prepare(desk, qtbot)
    assert form.heading.text() == "Pléiades, archive, 148 km², €0" or "148" in form.heading.text()
    assert form.archive_ids.isVisible() and not form.clouds.isVisible()
    assert form.title.text() == "Lamballe-Armor"
    form.back.click()
    assert desk.currentWidget() is desk.front
    form = prepare(desk, qtbot, tasking=True)
    assert form.clouds.isVisible() and form.period.isVisible() and not form.archive_ids.isVisible()
    assert (form.clouds.currentData(), form.incidence.currentData()) == (10.0, 20.0)
    assert form.period.days() == (None, None)  # nothing is invented


def test_esc_goes_back_from_any_field(desk, qtbot):
    form = prepare(desk, qtbot)
    QTest.keyClick(form.title, Qt.Key.Key_Escape)
    assert desk.currentWidget() is desk.front


def test_a_preset_sets_usual_choices_and_a_product_is_a_geometry_with_a_spectral_product(desk, qtbot):
    form = prepare(desk, qtbot, tasking=True)
    form.preset.setCurrentIndex(2)
    form.preset.activated.emit(2)
    asked = form.request()
    assert (asked.stereo, asked.spectral, asked.geometry, asked.radiometry) == ("stereo", "P+MS", "primary", "basic")
    assert asked.max_incidence is None and form.product.currentText().startswith("Primary")
    form.product.setCurrentIndex(1)
    form.product.activated.emit(1)
    assert (form.request().geometry, form.request().spectral) == ("ortho", "PMS3")
    form.spectral.choose("MS")
    form.spectral.activated.emit(form.spectral.currentIndex())
    assert "Options" in form.product.currentText() and form.request().spectral == "MS"


def test_the_dossier_holds_what_the_form_says_and_the_text_is_copied(desk, qtbot):
    form = prepare(desk, qtbot, tasking=True)
    form.title.setText("Trait de côte")
    form.purpose.setPlainText("Suivi du trait de côte")
    form.period.show_days(date(2026, 11, 1), date(2027, 3, 31))
    form.requester["organisation"].setText("Ville de Lamballe-Armor")
    create(desk, qtbot)
    said = written(desk.answer)
    assert (said["title"], said["start"], said["end"]) == ("Trait de côte", "2026-11-01", "2027-03-31")
    assert (said["state"], said["organisation"], said["max_cloud"]) == ("ready", "Ville de Lamballe-Armor", 10.0)
    assert said["projection"] == "EPSG:2154" and said["estimate"]["tariff"] == "2022-10"
    with zipfile.ZipFile(desk.answer) as archive:
        assert {"request.pdf", "zone.kml", "zone.geojson", "zone.shp.zip"} <= set(archive.namelist())
    assert "Trait de côte" in QApplication.clipboard().text()
    assert desk.opened == ["https://dinamis.data-terra.org/contact/"]
    assert "Nothing was sent" in desk.panel.told()[-1]


def test_who_asks_is_filled_in_once(desk, qtbot):
    form = prepare(desk, qtbot)
    form.requester["email"].setText("sig@lamballe.test")
    create(desk, qtbot)
    form.back.click()
    form.requester["email"].setText("")
    assert prepare(desk, qtbot).requester["email"].text() == "sig@lamballe.test"


def test_what_ticked_images_cover_is_not_in_the_dossiers_zone(desk, qtbot):
    west, south, _east, north = COMMUNE.shape.bounds
    half = box(west, south, west + 0.075, north)
    desk.panel.context.ticked.tick([replace(scene(0), footprint=half)])
    desk.page.form.leave_out.box.setChecked(True)
    form = prepare(desk, qtbot)
    assert "74 km²" in form.heading.text().replace("\u00a0", " ")
    create(desk, qtbot)
    said = written(desk.answer)
    assert area_km2(shape(said["zone"]).intersection(half)) < 1e-6
    assert said["estimate"]["aoi_km2"] == pytest.approx(area_km2(COMMUNE.shape) / 2, rel=1e-3)
    assert said["estimate"]["order_km2"] == said["estimate"]["aoi_km2"]


def test_when_all_is_covered_there_is_nothing_to_order(desk, qtbot):
    desk.panel.context.ticked.tick([replace(scene(0), footprint=COMMUNE.shape.buffer(0.1))])
    desk.page.form.leave_out.box.setChecked(True)
    desk.page.prepare.click()
    qtbot.waitUntil(lambda: len(desk.panel.told()) == 1, timeout=20_000)
    assert "nothing to order" in desk.panel.told()[0] and desk.currentWidget() is desk.front


def test_a_period_that_ends_before_it_begins_is_told_and_nothing_is_lost(desk, qtbot):
    form = prepare(desk, qtbot, tasking=True)
    form.period.show_days(date(2027, 3, 31), date(2026, 11, 1))
    form.title.setText("Garde-moi")
    create(desk, qtbot)
    assert len(desk.panel.told()) == 1 and "period" in desk.panel.told()[0]
    assert form.title.text() == "Garde-moi" and not Path(desk.answer).exists() and desk.asked == []


def test_giving_up_the_file_writes_nothing_and_opens_nothing(desk, qtbot):
    prepare(desk, qtbot)
    desk.answer = ""
    create(desk, qtbot)
    assert desk.opened == [] and desk.panel.told() == []


def test_a_folder_that_cannot_be_written_is_told(desk, qtbot, tmp_path):
    (tmp_path / "file").write_text("")
    prepare(desk, qtbot)
    desk.answer = str(tmp_path / "file" / "dossier.zip")
    create(desk, qtbot)
    assert len(desk.panel.told()) == 1 and desk.opened == []


def test_a_panel_that_closes_while_the_sheet_is_made_leaves_nothing_behind(desk, qtbot, tmp_path, monkeypatch):
    """The sheet is made by turns of the event loop: whatever comes between two of them."""

    def endless(*_what):
        while True:
            yield

    monkeypatch.setattr("dinamis_qgis.core.dossier.write_pdf", endless)
    prepare(desk, qtbot)
    asked = tmp_path / "asked"
    asked.mkdir()
    desk._ask_path = lambda _parent, name: str(asked / name)
    desk.form.create.click()
    qtbot.waitUntil(lambda: bool(list(asked.iterdir())), timeout=20_000)
    assert not list(asked.glob("*.zip")), "only the folder that it is made in"
    desk.close_page()
    desk.close_page = lambda: None  # once is enough
    assert list(asked.iterdir()) == []


def test_a_title_never_names_a_folder(desk, qtbot):
    form = prepare(desk, qtbot)
    form.title.setText("../../etc/<b>titre</b>: 50 %?")
    create(desk, qtbot)
    assert "/" not in desk.asked[0] and desk.asked[0].endswith(".zip")


def test_the_archive_catalogue_opens_on_a_click(desk, qtbot):
    prepare(desk, qtbot).open_archive.click()
    assert len(desk.opened) == 1 and desk.opened[0].startswith("https://")


def test_the_question_mark_opens_the_guide(desk, qtbot):
    form = prepare(desk, qtbot)
    assert form.choice.isVisible() and form.choice.accessibleName() == "Which image to choose?"
    form.choice.click()
    (window,) = desk.findChildren(HelpWindow)
    assert window.isVisible() and "Archive or tasking?" in window.browser.toPlainText()
    window.reject()


def test_a_zone_of_5_000_parts_goes_all_the_way(desk, qtbot):
    """Ponds of a whole region: measured, told to be too many for the form, kept, and written whole."""
    ponds = MultiPolygon([box(x, y, x + 0.002, y + 0.002) for x in steps(-2.0, 100) for y in steps(47.0, 50)])
    desk.panel.context.zones.set(Zone(ponds, "selection", "Étangs"))
    page = desk.page
    qtbot.waitUntil(lambda: "5,000 part(s)" in page.zone_line.text() and bool(page.checks.rows), timeout=60_000)
    assert "✓" not in page.zone_line.text()
    prepare(desk, qtbot)
    create(desk, qtbot)
    [whole] = json.loads(file_of(desk.answer, "zone.geojson"))["features"]
    assert len(whole["geometry"]["coordinates"]) == 5_000
    [kept] = desk.panel.context.ledger.entries
    assert len(kept.request.zone.geoms) == 5_000
    assert area_km2(kept.request.zone) == pytest.approx(area_km2(ponds), rel=1e-9)


def test_a_zone_a_thousand_times_the_quota_is_told_in_figures(desk, qtbot):
    desk.panel.context.zones.set(Zone(box(-20, 30, 20, 40.5), "drawn", "Zone", 4))  # some 4 million km²
    qtbot.waitUntil(lambda: desk.page._measured is not None and desk.page._measured.km2 > 3.5e6, timeout=20_000)
    km2 = desk.page._measured.km2
    for sensor in ("pleiades", "spot"):
        result = estimate(desk.page._tariff, desk.page._order(sensor, "archive"))
        assert result.cost_eur is not None and result.cost_eur > 1_000_000
    form = prepare(desk, qtbot)
    create(desk, qtbot)
    assert f"{km2:,.0f}".split(",")[0] in file_of(desk.answer, "request.txt")
    assert form.isVisible()


def steps(first, count):
    return [first + number * 0.005 for number in range(count)]
