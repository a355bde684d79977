# SPDX-License-Identifier: GPL-2.0-or-later
"""« Accueil »: at the first start only, with a way on from each line; nothing on it claims more than a test said."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QToolButton

from dinamis_qgis.core import credentials as credentials_module
from dinamis_qgis.core.catalogues import configured_rows
from dinamis_qgis.core.connection import remember_test
from dinamis_qgis.core.contacts import site
from dinamis_qgis.core.credentials import credentials
from dinamis_qgis.core.settings import Settings
from dinamis_qgis.core.territory import Territory
from dinamis_qgis.domain.accounts import ApiKey
from dinamis_qgis.gui.accounts.key_dialog import KeyDialog
from dinamis_qgis.gui.accounts.sign_in_dialog import SignInDialog
from dinamis_qgis.gui.aoi.controller import TERRITORY
from dinamis_qgis.gui.banner import Banner
from dinamis_qgis.gui.dock import DinamisDock
from dinamis_qgis.gui.welcome import doors as module
from dinamis_qgis.gui.welcome.doors import FAILED, UNTESTED, WORKS, doors
from dinamis_qgis.gui.welcome.page import WelcomePage
from tests.gui.place_parts import gazetteer
from tests.gui.test_dock import French
from tests.gui.test_site_strip import Browser
from tests.gui.zone_parts import make_panel

NARROW = 320


class Start:
    """A panel that opens; ``asked`` are the sections of the options that were shown."""

    def __init__(self):
        self.panel, self.asked = make_panel(), []
        self.dock = DinamisDock(
            self.panel.canvas, self.panel.bar, lambda: None, lambda _layer: None, lambda _text: None, None,
            self.asked.append,
        )  # fmt: skip
        self.dock.resize(NARROW, 700)
        self.dock.show()
        self.dock.activateWindow()

    @property
    def page(self):
        found = self.dock.findChildren(WelcomePage)
        return found[0] if found and found[0].isVisible() else None

    @property
    def territories(self):
        return self.dock.territories()

    def close(self):
        self.dock.take_down()
        self.dock.deleteLater()
        self.panel.canvas.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def start(qgis_app, qgis_new_project, qtbot):
    started = []

    def make():
        started.append(Start())
        return started[-1]

    yield make
    for one in started:
        one.close()


@pytest.fixture
def browser(qgis_app):
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def unlocked(qgis_app):
    if not QgsApplication.authManager().setMasterPassword("only for tests", True):
        pytest.fail("the tests' profile has another master password: remove .qgis-settings")
    yield
    QgsApplication.authManager().clearMasterPassword()
    credentials_module.close()


@pytest.fixture
def own_territory(qgis_app):
    """The file of the profile, which is not there before and after."""
    path = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "territory.geojson"
    assert not path.exists()
    yield path
    path.unlink(missing_ok=True)


def rows():
    return {row.id: row for row in configured_rows()[0]}


def visible(page, kind):
    return [widget for widget in page.doors.findChildren(kind) if widget.isVisible()]


def texts(page):
    return [label.text() for label in visible(page, QLabel)]


# --- when it comes ----------------------------------------------------------------------------------


def test_it_comes_at_the_first_start_and_never_after_it_was_skipped(start):
    first = start()
    assert first.page is not None and not first.dock._tabs.isVisible()
    first.page.skip.click()
    assert first.page is None and first.dock._tabs.isVisible() and first.dock._pages.keys() == {"search"}
    first.dock.hide()
    first.dock.show()
    assert first.page is None
    assert start().page is None


def test_it_comes_again_as_long_as_nothing_was_done(start):
    first = start()
    first.dock.hide()
    first.dock.show()
    assert first.page is not None
    assert start().page is not None


def test_never_after_a_search(start, qtbot):
    first = start()
    first.page.trial.click()
    page = first.dock.page("search")
    qtbot.waitUntil(page.isVisible, timeout=20_000)
    assert first.dock.findChild(Banner).isVisible()
    assert start().page is not None, "to look at the demonstration's form is no search"
    page.search()
    qtbot.waitUntil(lambda: not page.results.running and page.currentWidget() is page.results, timeout=20_000)
    assert start().page is None


def test_never_after_an_image_was_opened(start, tmp_path, qtbot):
    first = start()
    first.dock.open_paths([str(tmp_path)])
    assert first.page is None and first.dock._tabs.currentIndex() == 2
    assert start().page is None


def test_what_leads_to_a_page_goes_before_it(start):
    """A place in the locator bar opens the panel on its form, even the first time."""
    first = start()
    first.dock.show_page("request")
    assert first.page is None and not Settings.load().welcomed
    first.dock.hide()
    first.dock.show()
    assert first.page is None


def test_it_is_under_the_menu_later(start):
    settings = Settings.load()
    settings.welcomed = True
    settings.save()
    later = start()
    menu = later.dock._tabs.cornerWidget().findChild(QToolButton, "DinamisMenu").menu()
    entries = {action.text(): action for action in menu.actions()}
    entries["Welcome"].trigger()
    assert later.page is not None
    QTest.keyClick(later.page, Qt.Key.Key_Escape)
    assert later.page is None and later.dock._tabs.isVisible()


# --- ways on ----------------------------------------------------------------------------------------


def test_enter_in_the_empty_first_field_is_the_demonstration(start, qtbot):
    first = start()
    qtbot.waitUntil(first.page.place.edit.hasFocus, timeout=20_000)
    QTest.keyClick(first.page.place.edit, Qt.Key.Key_Return)
    assert first.page is None and first.dock.findChild(Banner).isVisible()


def test_enter_presses_the_button_that_has_the_focus(start, qtbot):
    first = start()
    qtbot.waitUntil(first.page.place.edit.hasFocus, timeout=20_000)
    first.page.skip.setFocus()
    QTest.keyClick(first.page.skip, Qt.Key.Key_Enter)
    assert first.page is None and not first.dock.findChild(Banner).isVisible() and Settings.load().welcomed


def test_tab_goes_through_the_page_from_its_first_field_to_its_last_button(start, qtbot):
    page = start().page
    qtbot.waitUntil(page.place.edit.hasFocus, timeout=20_000)
    qtbot.waitUntil(lambda: len(visible(page, QPushButton)) == 4, timeout=20_000)
    seen = []
    while page.window().focusWidget() is not page.skip and len(seen) < 30:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.window().focusWidget())
    keyed = page.doors.findChildren(QPushButton)
    assert seen[:2] == [page.trial, page.open] and seen[-1] is page.skip and len(keyed) == 4
    assert [widget for widget in seen if widget in keyed] == keyed


def test_a_place_becomes_the_territory_and_the_search_is_one_enter_away(start, own_territory, qtbot):
    with gazetteer():
        first = start()
        page = first.page
        qtbot.waitUntil(page.place.edit.hasFocus, timeout=20_000)
        assert not page.search.isVisible()
        QTest.keyClicks(page.place.edit, "lamballe")
        popup = page.place.completer.popup()
        qtbot.waitUntil(popup.isVisible, timeout=20_000)
        QTest.keyClick(popup, Qt.Key.Key_Return)
        qtbot.waitUntil(page.search.isVisible, timeout=20_000)
        name = first.territories.current.name
        assert name in page.chosen.text() and page.search.hasFocus()
        QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert first.page is None
    qtbot.waitUntil(first.dock.page("search").isVisible, timeout=20_000)
    zone = first.dock._context.zones.zone
    assert (zone.kind, zone.label) == (TERRITORY, name) and not Settings.load().welcomed
    qtbot.waitUntil(own_territory.is_file, timeout=20_000)


def test_images_of_one_s_own_are_asked_for_as_in_my_images(start, qtbot):
    page = start().page
    page.open.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and [action.text() for action in menu.actions()] == [
        "Folder…", "Zip, DIM_*.XML or image…",
    ]  # fmt: skip
    menu.close()


def test_links_open_on_a_click_only_and_say_who_does_what(start, browser):
    page = start().page
    assert browser.opened == []
    for name in ("membership", "account"):
        page.membership.linkActivated.emit(name)
    (button,) = page.doors.findChildren(QToolButton)
    button.click()
    assert browser.opened == [site(name).toString() for name in ("membership", "account", "dinamis_catalogue")]
    said = html.unescape(page.membership.toolTip())
    assert "legal representative" in said and site("membership").toString() in said


# --- what can be seen -------------------------------------------------------------------------------


def test_untested_is_a_dot_and_a_tick_is_what_the_last_test_said(start, qtbot):
    assert {door.sign for door in doors()} == {UNTESTED}
    page = start().page
    assert page.doors.legend.isVisible()
    remember_test(rows()["ign-mosaics"], True, "12 backdrops")
    remember_test(rows()["geodes"], False, "No answer.")
    page.doors.show_doors()
    signs = {door.title: door.sign for door in doors()}
    assert signs["IGN yearly mosaics (SPOT, Pléiades)"] == WORKS and signs["GEODES: SPOT 1-5, Sentinel-2…"] == FAILED
    qtbot.waitUntil(lambda: texts(page).count(WORKS) == 1 and texts(page).count(FAILED) == 1, timeout=20_000)
    geodes = next(door for door in doors() if door.sign == FAILED)
    assert "No answer." in geodes.said and "GEODES, CNES (STAC)" in geodes.said


def test_those_without_an_account_are_first_and_invented_or_disabled_ones_are_not_there():
    free = [door.title for door in doors() if door.account is None]
    assert {"IGN yearly mosaics (SPOT, Pléiades)", "SPOT 6-7 in open access"} <= set(free)
    assert [door.title for door in doors()][: len(free)] == free and len(doors()) > len(free)
    shown = {title for door in doors() for title in (door.title, *door.said)}
    assert not any(row.title in shown for row in rows().values() if row.synthetic or not row.enabled)


def test_each_locked_door_has_its_own_way_in(unlocked, start):
    first = start()
    buttons = {button.accessibleName(): button for button in first.page.doors.findChildren(QPushButton)}
    buttons["Sign in… SPOT 6-7, Montpellier"].click()
    buttons["Add the key… GEODES: SPOT 1-5, Sentinel-2…"].click()
    opened = [dialog for dialog in first.dock.findChildren(QDialog) if dialog.isVisible()]
    assert sorted(type(dialog).__name__ for dialog in opened) == ["KeyDialog", "SignInDialog"]
    assert {KeyDialog, SignInDialog} == {type(dialog) for dialog in opened}
    for dialog in opened:
        dialog.reject()
    first.page.doors.legend.linkActivated.emit("accounts")
    assert first.asked == ["catalogues"]


def test_a_key_that_comes_opens_its_door_at_once(unlocked, start, qtbot):
    page = start().page
    account = credentials().account_of(rows()["geodes"])
    credentials().set_key(account, ApiKey("my-own-key"))
    qtbot.waitUntil(lambda: "key kept" in texts(page), timeout=20_000)
    assert "GEODES" not in " ".join(button.accessibleName() for button in visible(page, QPushButton))
    credentials().sign_out(account)
    qtbot.waitUntil(
        lambda: "GEODES" in " ".join(button.accessibleName() for button in visible(page, QPushButton)), timeout=20_000
    )


def test_a_locked_database_is_opened_on_a_click_only(unlocked):
    account = credentials().account_of(rows()["geodes"])
    credentials().set_key(account, ApiKey("my-own-key"))
    QgsApplication.authManager().clearMasterPassword()
    credentials_module.close()  # what was read is not known any more
    state = next(door.state for door in doors() if door.title.startswith("GEODES"))
    QgsApplication.authManager().setMasterPassword("only for tests", True)
    credentials().sign_out(account)
    assert state == "Configure…"


def test_texts_of_a_catalogue_s_file_are_text(start, tmp_path, monkeypatch):
    wild = rows()["openspot"].__class__("wild", "<b>Wild</b>", "stac", "https://wild.test", shows="<img src='x'>")
    monkeypatch.setattr(module, "configured_rows", lambda: ((wild,), None))
    page = start().page
    names = [label for label in page.doors.findChildren(QLabel) if label.text() == "<img src='x'>"]
    assert names[0].textFormat() == Qt.TextFormat.PlainText
    assert "<img" not in names[0].toolTip() and "<b>" not in names[0].toolTip()


def test_in_french_it_is_as_narrow_as_the_panel_may_be(start):
    french = French()
    QCoreApplication.installTranslator(french)
    first = start()
    page = first.page
    try:
        assert page.widget().minimumSizeHint().width() <= NARROW - 20
        assert page.trial._long == "Essayer la démonstration (sans compte)"
        assert [b.text() for b in page.doors.findChildren(QPushButton)] == ["Se connecter…"] * 2 + [
            "Ajouter la clé…"
        ] * 2
        assert page.skip.text() == "Passer"
        assert page.horizontalScrollBar().maximum() == 0
    finally:
        QCoreApplication.removeTranslator(french)


def test_the_invented_territories_of_the_demonstration_are_offered_there(start, qtbot):
    first = start()
    first.page.trial.click()
    qtbot.waitUntil(lambda: bool(first.territories.offered), timeout=20_000)
    first.dock.show_welcome()
    assert isinstance(first.territories.current, Territory)
    QTest.keyClicks(first.page.place.edit, "a")
    assert first.page.place.completer.completionModel().rowCount() > 0
    assert QgsSettings().value("dinamis/welcomed", False, type=bool) is False
