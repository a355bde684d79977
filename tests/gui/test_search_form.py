# SPDX-License-Identifier: GPL-2.0-or-later
"""The form's own widgets, as a person works them."""

from __future__ import annotations

from datetime import date

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QDate, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from shapely.geometry import box

from dinamis_qgis.core.territory import Territory
from dinamis_qgis.domain import periods, themes
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.domain.choices import FOLDED, Choices
from dinamis_qgis.domain.periods import Period
from dinamis_qgis.gui.aoi.controller import ZoneController
from dinamis_qgis.gui.search.form import SearchForm
from tests.gui.zone_parts import make_panel

TODAY = date(2026, 11, 20)
EVERY = dict.fromkeys(themes.CRITERIA, ())
ROWS = (
    CatalogueRow("one", "One", "stac", "https://one.test", themes=EVERY),
    CatalogueRow("two", "Two", "stac", "https://two.test", themes={"vhr": (), "forest": ()}),
    CatalogueRow("three", "Three", "stac", "https://three.test", themes={"vhr": ()}),
)
SOUTH = Territory("Saint-Denis", box(55.4, -21.0, 55.5, -20.9))


@pytest.fixture()
def form(qgis_app, qtbot, tmp_path):
    QgsSettings().remove("dinamis")
    panel = make_panel()
    zones = ZoneController(panel.context, panel.canvas, territory_path=tmp_path / "territory.geojson")
    form = SearchForm(zones, today=TODAY)
    form.set_catalogues(ROWS, poles=True)
    form.panel, form.zones = panel, zones
    form.resize(360, 600)
    form.show()
    qtbot.waitUntil(lambda: panel.context.zones.zone is not None)
    yield form
    zones.close()
    form.deleteLater()
    panel.canvas.deleteLater()


def pick(menu, *path):
    """The action at the end of a path of texts, triggered."""
    for text in path:
        action = next(action for action in menu.actions() if action.text() == text)
        menu = action.menu()
    action.trigger()


def test_the_defaults_are_those_of_the_wireframe(form):
    assert form.choices() == Choices()
    assert form.themes.currentText() == "Very-high-resolution images"
    assert form.period.box.currentText() == "All dates"
    assert "20" in form.clouds.box.currentText()
    assert form.criteria.group.isCollapsed() and form.button.isDefault() and form.hint.isVisible()


@pytest.mark.parametrize(
    ("path", "period"),
    [
        (("All dates",), Period()),
        (("Last 12 months",), Period(periods.LAST_12_MONTHS)),
        (("This year",), Period(periods.THIS_YEAR)),
        (("Summer", "2022"), Period(periods.SUMMER, 2022)),
        (("Summer", "2012"), Period(periods.SUMMER, 2012)),
        (("After…",), Period(periods.AFTER, first=date(2025, 11, 1))),
        (("Between… and…",), Period(periods.BETWEEN, first=date(2025, 11, 1), last=TODAY)),
        (("Year(s)…",), Period(periods.YEARS, 2026, last_year=2026)),
    ],
)
def test_every_preset(form, path, period):
    pick(form.period.box.menu, "This year")
    pick(form.period.box.menu, *path)
    assert form.choices().period == period
    if path[0] == "Summer":
        assert form.period.box.currentText() == f"Summer {path[1]}"


def test_summers_run_from_the_latest_to_2012(form):
    summers = next(action.menu() for action in form.period.box.menu.actions() if action.menu())
    assert [action.text() for action in summers.actions()] == [str(year) for year in range(2026, 2011, -1)]


def test_southern_summers_name_both_years(form):
    form.zones.territories.set(SOUTH)
    pick(form.period.box.menu, "Summer", "2021-2022")
    assert form.period.box.currentText() == "Summer 2021-2022"
    query = form.choices().query(form.panel.context.zones.zone.shape, TODAY)
    assert (query.start.date(), query.end.date()) == (date(2021, 12, 1), date(2022, 3, 31))


def test_days_and_years_are_edited_on_a_second_line(form):
    assert not form.period.first.isVisible()
    pick(form.period.box.menu, "Between… and…")
    form.period.first.setDate(QDate(2019, 5, 3))
    form.period.last.setDate(QDate(2020, 6, 4))
    assert form.choices().period == Period(periods.BETWEEN, first=date(2019, 5, 3), last=date(2020, 6, 4))
    assert form.period.first.isVisible() and form.period.last.isVisible() and not form.period.year.isVisible()
    pick(form.period.box.menu, "Year(s)…")
    form.period.year.setValue(2018)
    form.period.last_year.setValue(2020)
    assert form.choices().period.days(TODAY) == (date(2018, 1, 1), date(2020, 12, 31))
    assert not form.period.first.isVisible()


@pytest.mark.parametrize(("index", "limit"), [(0, 20.0), (1, None), (2, 5.0), (3, 10.0)])
def test_every_usual_cloud_limit(form, index, limit):
    form.clouds.box.setCurrentIndex(index)
    assert form.choices().max_cloud == limit and not form.clouds.other.isVisible()


def test_another_cloud_limit(form):
    form.clouds.box.setCurrentIndex(4)
    form.clouds.other.setValue(37)
    assert form.choices().max_cloud == 37.0 and form.clouds.other.isVisible()


def test_folded_criteria_are_counted_and_reset(form):
    criteria = form.criteria
    assert not criteria.used.isVisibleTo(criteria) and not criteria.reset.isVisibleTo(criteria)
    criteria.missions.setItemCheckState(0, Qt.CheckState.Checked)
    criteria.max_gsd.setValue(0.5)
    criteria.text.setText(" ortho ")
    assert criteria.used.text() == "(3)" and criteria.used.font().bold()
    assert criteria.used.isVisibleTo(criteria) and criteria.reset.isVisibleTo(criteria)
    made = form.choices()
    assert (made.missions, made.max_gsd, made.text) == (("PHR1A",), 0.5, "ortho")
    criteria.reset.click()
    assert form.choices() == Choices() and not criteria.used.isVisibleTo(criteria)


def test_choices_are_written_and_read_back(form):
    choices = Choices(
        theme="sentinel2", period=Period(periods.YEARS, 2019, last_year=2021), max_cloud=37.0, missions=("S2B",),
        max_gsd=10.0, level="ortho", min_coverage=80.0, months=(1, 12), text="T30", cql2="gsd < 20",
    )  # fmt: skip
    form.set_choices(choices)
    assert form.choices() == choices
    form.set_choices(Choices())
    assert form.choices() == Choices()


def test_months_angles_and_the_expert_filter_are_asked(form):
    criteria = form.criteria
    assert [criteria.months.itemText(index) for index in (0, 11)] == ["January", "December"]
    criteria.months.setItemCheckState(11, Qt.CheckState.Checked)
    criteria.max_off_nadir.setValue(15)
    criteria.cql2.line.setText(" gsd < 1 ")
    made = form.choices()
    assert (made.months, made.max_off_nadir, made.cql2) == ((12,), 15.0, "gsd < 1")
    assert criteria.used.text() == "(3)"


def test_the_catalogues_of_the_theme_are_ticked_and_one_may_be_left_out(form):
    form.criteria.group.setCollapsed(False)
    box = form.criteria.left_out
    assert (box.count(), box.ticked(), form.choices().left_out) == (3, ("one", "two", "three"), ())
    box.setItemCheckState(1, Qt.CheckState.Unchecked)
    assert form.choices().left_out == ("two",) and form.criteria.used.text() == "(1)"
    form.themes.set_theme("sentinel2")
    assert not box.isVisible() and form.choices().left_out == (), "one catalogue alone is no choice"
    form.themes.set_theme("forest")
    assert box.ticked() == ("one",) and form.choices().left_out == ("two",), "remembered"
    form.criteria.reset.click()
    assert box.ticked() == ("one", "two")


def test_an_expert_filter_that_is_not_understood_says_where(form):
    line = form.criteria.cql2
    line.line.setText("gsd <= AND")
    assert not form.is_ready() and not form.criteria.group.isCollapsed()
    said = line.line.accessibleDescription()
    assert said == "Expert filter: a property or a value is expected, after « gsd <= »."
    line.line.setText("gsd <= 1")
    assert form.is_ready() and line.line.accessibleDescription() == ""


def test_other_data_terra_data_is_a_door_and_no_theme(form, qtbot):
    box = form.themes
    texts = [box.itemText(index) for index in range(box.count())]
    assert texts[-2:] == ["Other Data Terra data…", "Everything"]
    box.set_theme("forest")
    with qtbot.waitSignal(box.poles_requested):
        box.setCurrentIndex(box.count() - 2)
        box.activated.emit(box.count() - 2)
    assert box.currentText() == "Forest" and form.choices().theme == "forest"
    with qtbot.assertNotEmitted(box.poles_requested):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "Everything"
    box.setFocus()
    with qtbot.assertNotEmitted(box.poles_requested):
        QTest.keyClicks(box, "Oth")
    assert box.currentText() == "Everything", "a name that is typed goes to a theme alone"


def test_a_theme_hides_what_means_nothing_for_it(form):
    form.criteria.group.setCollapsed(False)
    form.criteria.max_incidence.setValue(20)
    form.themes.setCurrentIndex(form.themes.findData("land_cover"))
    assert not form.clouds.isVisible() and not form.criteria.max_incidence.isVisible()
    assert form.criteria.text.isVisible() and not form.criteria.used.isVisible()
    form.themes.setCurrentIndex(form.themes.findData("vhr"))
    assert form.clouds.isVisible() and form.criteria.max_incidence.isVisible()


def test_what_a_theme_hides_stays_hidden_when_the_criteria_are_opened(form):
    form.themes.setCurrentIndex(form.themes.findData("land_cover"))
    for collapsed in (False, True, False):
        form.criteria.group.setCollapsed(collapsed)
    criteria = form.criteria
    shown = [name for name in FOLDED if getattr(criteria, name).isVisible()]
    assert shown == ["max_gsd", "min_coverage", "text", "cql2"]


def test_historical_spot_offers_its_own_missions_and_years(form):
    form.criteria.group.setCollapsed(False)
    form.themes.setCurrentIndex(form.themes.findData("spot_history"))
    missions = form.criteria.missions
    assert [missions.itemText(index) for index in range(missions.count())] == [
        f"SPOT {number}" for number in range(1, 6)
    ]
    assert not form.criteria.acquisition_mode.isVisible() and form.clouds.isVisible()
    pick(form.period.box.menu, "Year(s)…")
    form.period.year.setValue(1986)
    form.period.last_year.setValue(1990)
    assert form.choices().period == Period(periods.YEARS, 1986, last_year=1990)


def test_enter_searches_from_any_field(form, qtbot):
    form.activateWindow()
    form.criteria.group.setCollapsed(False)
    criteria = form.criteria
    fields = (
        form.themes,
        form.clouds.box,
        criteria.max_gsd,
        criteria.level,
        criteria.text,
        criteria.cql2,
        form.zone.kinds,
    )
    for field in fields:
        field.setFocus()
        with qtbot.waitSignal(form.search_requested):
            QTest.keyClick(QApplication.focusWidget() or field, Qt.Key.Key_Return)


def test_enter_in_an_open_list_chooses_and_does_not_search(form, qtbot):
    form.activateWindow()
    asked = []
    form.search_requested.connect(lambda: asked.append(True))
    for field in (form.clouds.box, form.themes):
        before = field.currentIndex()
        field.setFocus()
        field.showPopup()
        qtbot.waitUntil(field.view().isVisible)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(QApplication.focusWidget() or field.view(), key)
        assert field.currentIndex() == before + 1 and asked == []


def test_the_fold_is_remembered(form):
    form.criteria.group.setCollapsed(False)
    again = SearchForm(form.zones, today=TODAY)
    assert not again.criteria.group.isCollapsed()
    again.deleteLater()


def test_the_zone_is_copied_and_the_site_opened_on_the_click_only(form, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    QApplication.clipboard().clear()
    form.zones.territories.set(Territory("Lamballe-Armor", box(-2.6, 48.4, -2.4, 48.5)))
    assert opened == []
    form.site.button.click()
    assert opened == [QUrl("https://catalogue-dinamis.data-terra.org/")]
    extent, wkt, _ = QApplication.clipboard().text().split("\n")
    assert extent == "-2.600000, 48.400000, -2.400000, 48.500000"
    assert wkt.startswith("POLYGON ((") and len(wkt) < 150
    assert "does not open there" in " ".join(form.panel.told())
