# SPDX-License-Identifier: GPL-2.0-or-later
"""« Demander » on its real widgets: figures that follow the zone, the choices and the ticked images."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QRadioButton, QWidget
from shapely.geometry import MultiPolygon, Point, box

from dinamis_qgis.core.tariffs import own_folder
from dinamis_qgis.core.zone import Zone
from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.gui.aoi.controller import ZoneController
from dinamis_qgis.gui.aoi.zone_box import ZoneBox
from dinamis_qgis.gui.quota.page import RequestPage
from tests.domain.tariff_samples import changed, write
from tests.gui.zone_parts import RIGHT, Mouse, make_panel
from tests.make_scenes import scene

THIN, HARD = "\u202f", "\u00a0"
COMMUNE = Zone(box(-2.6, 48.40, -2.45, 48.52), "drawn", "Zone", 4)
LARGE = Zone(box(-54.6, 2.1, -51.7, 5.8), "territory", "Guyane")


class Chooser(QWidget):
    """What the page asks of a zone box."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.asked = []

    def draw(self):
        self.asked.append("draw")

    def choose_territory(self):
        self.asked.append("territory")


@pytest.fixture
def open_page(qgis_app, qtbot):
    QgsSettings().remove("QgsCollapsibleGroupBox")  # where QGIS remembers which boxes are open
    made = []

    def make(zone=COMMUNE, panel=None, factory=Chooser):
        panel = panel or make_panel()
        page = RequestPage(panel.context, factory)
        qtbot.addWidget(page)
        made.append(page)
        page.panel = panel
        page.resize(360, 600)
        page.show()
        panel.context.zones.set(zone)
        qtbot.waitUntil(lambda: page.form.sensor != "")
        return page

    yield make
    for page in made:
        page.close_page()


@pytest.fixture
def own_tariffs(qgis_app):
    folder = own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def in_french(qgis_app):
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "fr")
    yield
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")


def press(row, text):
    next(one for one in row.findChildren(QRadioButton) if one.text().startswith(text)).click()


def choose_category(page, category):
    combo = page.form.categories
    combo.setCurrentIndex(combo.findData(category))
    combo.activated.emit(combo.currentIndex())


def tick(page, *footprints):
    page.panel.context.ticked.tick(replace(scene(i), footprint=one) for i, one in enumerate(footprints))


def figures(page) -> dict[str, str]:
    rows = (line.split(" | ") for line in page.figures.text.splitlines())
    return {row[0]: row[-1].replace(HARD, " ") for row in rows}


def test_the_defaults_are_those_of_an_officer(open_page):
    page = open_page()
    assert (page.form.sensor, page.form.acquisition, page.form.category) == ("pleiades", "archive", "public")
    assert figures(page) == {
        "To order": "148 km²",
        "Free quota (per request)": "3,500 km²",
        "Within the quota": "148 km²",
        "Beyond": "0 km²",
        "Estimated cost": "€0",
    }
    assert page.zone_line.text().startswith(f"148{HARD}km² · ")
    assert page.zone_line.text().endswith(f"{HARD}✓")
    assert "Only DINAMIS's quote binds" in page.tariff_line.text() and "2022" in page.tariff_line.text()


def test_each_choice_changes_the_figures(open_page):
    page = open_page(LARGE)
    archive = figures(page)["Estimated cost"]
    press(page.form.acquisitions, "Tasking")
    assert figures(page)["Estimated cost"] != archive
    choose_category(page, "science")
    assert figures(page)["Free quota (per request)"] == "4,500 km²"
    choose_category(page, "private")
    assert figures(page)["Free quota (per request)"] == "0 km²"
    press(page.form.sensors, "SPOT")
    said = page.figures.text.replace(HARD, " ")
    assert "Credits: at least 37 (1 credit = 3,600 km²)" in said
    assert figures(page)["Estimated cost"] == "at least €40,000"


def test_foreign_scientists_see_no_figure(open_page):
    page = open_page()
    choose_category(page, "foreign_science")
    assert figures(page) == {
        "On examination (CNES for Pléiades, Airbus for SPOT).": "On examination (CNES for Pléiades, Airbus for SPOT).",
    }


def test_the_category_is_remembered(open_page):
    choose_category(open_page(), "science")
    assert open_page().form.category == "science"


def test_without_a_zone_the_page_says_what_to_do(open_page):
    page = open_page(zone=None)
    assert page.empty.isVisible() and not page.answer.isVisible()
    page.empty.draw.click()
    page.empty.territory.click()
    assert page.zone_box.asked == ["draw", "territory"]
    page.panel.context.zones.set(COMMUNE)
    assert not page.empty.isVisible() and page.answer.isVisible()


def test_figures_follow_the_drawing_and_come_back_when_it_is_given_up(open_page):
    page = open_page()
    page.panel.context.zones.drawing.emit(Zone(box(0, 45, 1, 46), "drawn"))
    assert figures(page)["To order"] != "148 km²"
    page.panel.context.zones.drawing.emit(None)
    assert figures(page)["To order"] == "148 km²"


def test_drawing_on_the_map_moves_the_figures(open_page, qtbot, tmp_path):
    panel = make_panel()
    controller = ZoneController(panel.context, panel.canvas, territory_path=tmp_path / "none.geojson")
    page = open_page(None, panel, lambda parent: ZoneBox(controller, parent))
    mouse = Mouse(panel.canvas)
    page.zone_box.draw()
    for x, y in ((100, 100), (200, 100), (200, 200)):
        mouse.click(x, y)
    mouse.move(100, 200)
    assert page.zone_line.text()
    while_drawing = figures(page)["To order"]
    mouse.click(150, 260, RIGHT)
    zone = panel.context.zones.zone
    assert zone.kind == "drawn" and zone.vertices == 3
    assert figures(page)["To order"] != while_drawing
    controller.close()


def test_ticked_images_are_left_out_of_an_archive_order_only(open_page):
    page = open_page()
    west, _south, east, _north = COMMUNE.shape.bounds
    assert page.form.leave_out.isHidden() and not page.coverage_line.isVisible()
    tick(page, box(west - 1, 48, (west + east) / 2, 49), None)
    assert page.coverage_line.text() == "Ticked images: they cover 50% of the zone"
    assert page.form.leave_out.isVisible()
    assert figures(page)["To order"] == "148 km²"  # nothing is left out without a click
    page.form.leave_out.box.click()
    assert figures(page)["To order"] == "74 km²"
    press(page.form.acquisitions, "Tasking")
    assert page.form.leave_out.isHidden()
    assert figures(page)["To order"] == "148 km²"
    press(page.form.acquisitions, "Archive")
    assert figures(page)["To order"] == "74 km²"
    page.panel.context.ticked.clear()
    assert page.form.leave_out.isHidden()
    assert figures(page)["To order"] == "148 km²"


def test_the_words_of_the_box_tick_it_too(open_page):
    page = open_page()
    tick(page, box(-3, 48, -2, 49))
    words = page.form.leave_out._words
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert page.form.leaves_out_ticked


def test_ticked_images_of_unknown_footprint_cover_nothing_known(open_page):
    page = open_page()
    tick(page, None)
    assert "unknown" in page.coverage_line.text()


def test_the_details_tell_each_rule_and_the_other_readings(open_page):
    page = open_page(LARGE)
    assert page.details.isCollapsed() and page.details.lines.text() == ""
    page.details.setCollapsed(False)
    said = page.details.lines.text().replace(HARD, " ")
    for part in ("Le coût", "18 Oct 2022", "€1.40/km²", "Other readings", "whole order", "VAT"):
        assert part in said
    assert page.details.used.isVisible()
    page.details.used.setValue(1200)
    assert "1,200 km² already taken (2,300 km² left)" in page.details.lines.text().replace(HARD, " ")
    assert figures(page)["Free quota (per request)"] == "3,500 km²"  # no balance is invented


def test_what_was_taken_is_kept_apart_in_km2_and_in_credits(open_page):
    page = open_page(LARGE)
    page.details.setCollapsed(False)
    page.details.used.setValue(1200)
    press(page.form.sensors, "SPOT")
    assert page.details.used.value() == 0 and "credits" in page.details.used.suffix()
    page.details.used.setValue(4)
    press(page.form.sensors, "Pléiades")
    assert page.details.used.value() == 1200


def test_a_tariff_is_text_not_html(open_page, own_tariffs, qtbot):
    write(own_tariffs, "2026-10.json", {
        **changed("source", "title", to="<img src='file:///etc/hosts'><b>x</b>"), "in_force_from": "2026-10-01",
    })  # fmt: skip
    page = open_page()
    page.details.setCollapsed(False)
    assert "&lt;img" in page.details.lines.text() and "<img" not in page.details.lines.text()


def test_a_refused_tariff_is_told_once_and_the_last_good_one_serves(open_page, own_tariffs, qtbot):
    write(own_tariffs, "2026-11.json", changed("sensors", to=[]))
    page = open_page()
    told = [text for text in page.panel.told() if "2026-11.json" in text]
    assert len(told) == 1 and "sensors" in told[0]
    assert "2022" in page.tariff_line.text()
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: not page._reading.busy)
    assert len([text for text in page.panel.told() if "2026-11.json" in text]) == 1


def test_numbers_are_written_as_in_french(open_page, in_french):
    page = open_page(LARGE)
    quota = next(line for line in page.figures.text.splitlines() if "quota" in line and THIN in line)
    assert quota.endswith(f"3{THIN}500{HARD}km²")


def test_a_usual_zone_is_measured_as_it_is_drawn(open_page):
    page = open_page()
    outline = Point(-2.5, 48.4).buffer(0.2, quad_segs=250)
    assert len(outline.exterior.coords) == 1001
    page.panel.context.zones.drawing.emit(Zone(outline, "drawn"))
    assert figures(page)["To order"].startswith("1,0")


def test_a_zone_of_5000_parts_is_measured_off_the_main_thread(open_page, qtbot):
    parts = [box(x / 100, 45 + y / 100, x / 100 + 0.008, 45 + y / 100 + 0.008) for x in range(100) for y in range(50)]
    zone = Zone(MultiPolygon(parts), "selection")
    page = open_page()
    tick(page, box(0, 45, 0.5, 46))
    page.panel.context.zones.set(zone)
    assert page.zone_line.text() == "Measuring…"
    qtbot.waitUntil(lambda: "·" in page.zone_line.text())
    assert figures(page)["To order"].replace(",", "").startswith(str(int(area_km2(zone.shape))))
    assert "50%" in page.coverage_line.text()


def test_another_zone_replaces_a_measure_that_runs(open_page, qtbot):
    page = open_page()
    parts = [box(x / 100, 45 + y / 100, x / 100 + 0.008, 45 + y / 100 + 0.008) for x in range(100) for y in range(50)]
    page.panel.context.zones.set(Zone(MultiPolygon(parts), "selection"))
    page.panel.context.zones.set(COMMUNE)
    assert figures(page)["To order"] == "148 km²"
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    assert figures(page)["To order"] == "148 km²"


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_is_wider_than_the_panel(open_page, width, in_french):
    page = open_page(LARGE)
    tick(page, box(-54, 3, -53, 4), box(-53, 3, -52, 4))
    page.details.setCollapsed(False)
    body = page.answer.parentWidget()
    assert body.minimumSizeHint().width() <= width


def test_a_closed_page_hears_nothing_more(open_page):
    page = open_page()
    page.close_page()
    page.panel.context.zones.set(LARGE)
    assert figures(page)["To order"] == "148 km²"
    page.close_page = lambda: None


# --- what an order form may object to -----------------------------------------------------------------


COAST = Zone(Point(-2.5, 48.4).buffer(0.3, 500), "territory", "Côte", 2000)


def checks(page, qtbot):
    qtbot.waitUntil(lambda: page.checks.isVisible(), timeout=20_000)
    return [(words.text().replace(HARD, " ").replace(THIN, " "), button.text()) for words, button in page.checks.rows]


def test_too_many_corners_are_told_with_a_remedy_that_says_what_it_adds(open_page, qtbot):
    page = open_page(COAST)
    [(said, remedy)] = checks(page, qtbot)
    assert said == "2,000 corner(s), the form may refuse (over 999)" and "✓" not in page.zone_line.text()
    assert remedy.startswith("Simplify (+") and "km²" in remedy
    assert "not verified" in page.checks.rows[0][0].toolTip() and "UP42" in page.checks.rows[0][0].toolTip()


def test_one_click_simplifies_the_zone_which_stays_whole_and_may_be_edited(open_page, qtbot, tmp_path):
    panel = make_panel()
    controller = ZoneController(panel.context, panel.canvas, territory_path=tmp_path / "none.geojson")
    page = open_page(None, panel, lambda parent: ZoneBox(controller, parent))
    page.zone_box.use_shape(COAST.shape)
    checks(page, qtbot)
    page.checks.rows[0][1].click()
    mended = panel.context.zones.zone
    assert mended.kind == "drawn" and mended.vertices <= 999
    assert area_km2(COAST.shape.difference(mended.shape)) < 1e-6
    qtbot.waitUntil(lambda: page.checks.fine and page.zone_line.text().endswith("✓"), timeout=20_000)
    controller.close()


def test_parts_may_be_asked_one_by_one_and_the_hull_is_never_the_first_choice(open_page, qtbot):
    parts = Zone(MultiPolygon([box(-2.6, 48.4, -2.5, 48.6), box(-2.3, 48.4, -2.0, 48.6)]), "territory", "Îles", 8)
    page = open_page(parts)
    [(said, remedy)] = checks(page, qtbot)
    assert said == "2 part(s), an order may take 1 only" and remedy == "Split…"
    labels = [action.text() for action in page.checks.rows[0][1].menu().actions()]
    assert labels[0].startswith("Part 1 alone: 493") and labels[-1].startswith("All in one outline (+")


def test_a_zone_under_the_smallest_order_may_be_enlarged(open_page, qtbot):
    page = open_page(Zone(box(-2.5, 48.4, -2.45, 48.43), "drawn", "Petite", 4))
    [(said, remedy)] = checks(page, qtbot)
    assert said.endswith("the smallest order may be 100 km²") and remedy.startswith("Enlarge (+")


def test_nothing_is_objected_while_the_zone_is_being_drawn(open_page, qtbot):
    page = open_page()
    qtbot.waitUntil(lambda: page.checks.fine)
    page.panel.context.zones.drawing.emit(COAST)
    assert page.checks.rows == [] and not page.checks.isVisible()


# --- the solutions side by side -----------------------------------------------------------------------


def compared(page, qtbot):
    """The table as text, a list of rows; the dialog is opened by its own button and closed."""
    found = []

    def look():
        dialog = QApplication.activeModalWidget()
        found.append([row.replace(HARD, " ").split("\t") for row in dialog.text().splitlines()])
        dialog.reject()

    page.details.setCollapsed(False)
    QTimer.singleShot(100, look)
    page.details.compare.click()
    return found[0]


def test_every_solution_stands_beside_the_others(open_page, qtbot):
    page = open_page(LARGE)
    qtbot.waitUntil(lambda: page.answer.isVisible() and "Estimated cost" in figures(page), timeout=20_000)
    table = compared(page, qtbot)
    assert table[0] == ["", "Pléiades", "Pléiades", "SPOT"]
    assert table[1] == ["Image", "Archive", "Tasking", "Archive or tasking"]
    costs = table[-1]
    assert costs[1] == figures(page)["Estimated cost"] and costs[2] != costs[1] and costs[3].startswith("at least")


def test_what_ticked_images_cover_is_left_out_of_the_archive_column_alone(open_page, qtbot):
    page = open_page()
    west, south, _east, north = COMMUNE.shape.bounds
    tick(page, box(west, south, west + 0.075, north))
    page.form.leave_out.box.setChecked(True)
    order = compared(page, qtbot)[3]
    assert order[1] == "74 km²" and order[2] == "148 km²"


def test_a_foreign_scientist_sees_no_figure_in_any_column(open_page, qtbot):
    page = open_page()
    choose_category(page, "foreign_science")
    table = compared(page, qtbot)
    assert table[-1][1:] == ["on examination (CNES)"] * 2 + ["on examination (Airbus)"]
    assert [row[1:] for row in table[3:-1]] == [["", "", ""]] * 3


def test_no_column_of_the_comparison_is_cut(open_page, qtbot, in_french):
    page = open_page(LARGE)
    qtbot.waitUntil(lambda: page.answer.isVisible() and len(figures(page)) > 1, timeout=20_000)
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        header = dialog.table.horizontalHeader()
        needed = [dialog.table.sizeHintForColumn(column) for column in range(header.count())]
        seen.append((dialog.table.horizontalScrollBar().maximum(), dialog.table.verticalScrollBar().maximum()))
        seen.append([header.sectionSize(column) >= width for column, width in enumerate(needed)])
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        seen.append(dialog.isVisible())

    page.details.setCollapsed(False)
    QTimer.singleShot(100, look)
    page.details.compare.click()
    assert seen == [(0, 0), [True, True, True], False]


def test_what_was_said_of_an_outline_goes_with_its_zone(open_page, qtbot):
    """The remedy stayed when there was no zone any more."""
    ring = Point(-2.5, 48.5).buffer(0.1, quad_segs=500)
    page = open_page(Zone(ring, "drawn", "Zone", 2001))
    qtbot.waitUntil(lambda: bool(page.checks.rows), timeout=20_000)
    page.panel.context.zones.set(None)
    assert not page.checks.rows and not page.checks.isVisible()
