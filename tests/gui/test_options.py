# SPDX-License-Identifier: GPL-2.0-or-later
"""« DINAMIS » in the options, on its own widgets, with a catalogues.json of this profile and servers on loopback."""

from __future__ import annotations

import json

import pytest
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from dinamis_qgis.core.cache import cache_folder
from dinamis_qgis.core.catalogues import configured_rows, user_file
from dinamis_qgis.core.connection import last_test
from dinamis_qgis.core.my_territory import MyTerritory
from dinamis_qgis.core.settings import Settings
from dinamis_qgis.core.territory import Territory
from dinamis_qgis.gui.notices import Notices
from dinamis_qgis.gui.options.factory import PAGE, OptionsFactory
from dinamis_qgis.gui.options.given import Given
from dinamis_qgis.gui.options.sections import SECTIONS
from tests.services.http_service import Answer, serving
from tests.services.stac_service import StacService
from tests.services.synthetic_items import items

OFF, ON = Qt.CheckState.Unchecked, Qt.CheckState.Checked


@pytest.fixture
def own_file(qgis_app):
    path = user_file()
    former = path.read_bytes() if path.is_file() else None
    path.unlink(missing_ok=True)
    yield path
    path.with_name(f"{path.name}.bak").unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    if former is not None:
        path.write_bytes(former)


class Opened:
    """QGIS's dialog as far as it matters: it makes the page, and applies it when the person says OK."""

    def __init__(self, territories, section=""):
        self.bar, self.asked, self.changes = QgsMessageBar(), [], []
        self.factory = OptionsFactory(Given(Notices(self.bar), lambda: territories, self.asked.append))
        self.factory.catalogues_changed.connect(lambda: self.changes.append(True))
        self.factory.open_at(section)
        self.dialog = QDialog()
        self.page = self.factory.createWidget(self.dialog)
        QVBoxLayout(self.dialog).addWidget(self.page)
        self.dialog.resize(900, 700)
        self.dialog.show()

    def section(self, name):
        place = [kind.name for kind in SECTIONS].index(name)
        self.page.tabs.setCurrentIndex(place)
        return self.page.sections[place]

    def ok(self):
        self.page.apply()
        self.dialog.accept()

    def told(self):
        return [item.findChild(QTextBrowser).toPlainText() for item in self.bar.items()]


@pytest.fixture
def territories(qgis_app, tmp_path, qtbot):
    mine = MyTerritory(tmp_path / "territory.geojson")
    yield mine
    mine.close()


@pytest.fixture
def opened(own_file, territories, qtbot):
    made = []

    def open_at(section="catalogues"):
        made.append(Opened(territories, section))
        return made[-1]

    yield open_at
    for each in made:
        each.dialog.reject()
        each.dialog.deleteLater()


def listed(section):
    tree = section.list
    return {tree.topLevelItem(row).text(0): tree.topLevelItem(row) for row in range(tree.topLevelItemCount())}


def choose(section, title):
    section.list.setCurrentItem(listed(section)[title])


def type_in(field, text):
    field.selectAll()
    QTest.keyClicks(field, text)


def written(path):
    return json.loads(path.read_text(encoding="utf-8"))["catalogues"]


def test_it_opens_at_the_section_that_was_asked(opened):
    page = opened("cache").page
    assert page.sections[page.tabs.currentIndex()].name == "cache"
    again = opened("")
    assert again.page.tabs.currentIndex() == 0 and again.page.objectName() == PAGE


def test_every_row_is_listed_with_what_it_rests_on(opened):
    section = opened().section("catalogues")
    rows = configured_rows()[0]
    assert list(listed(section)) == [row.title for row in rows]
    choose(section, "GEODES, CNES (STAC)")
    assert "eodag" in section.form.verified.text() and section.form.url.text().startswith("https://geodes")
    assert section.form.kind.currentData() == "stac" and section.form.dialect.currentData() == "geodes"
    assert "PEPS_S2_L1C" in section.form.themes.topLevelItem(2).text(1)
    assert "Never tested" in section.connection.label.text()
    assert not section.remove.isEnabled() and section.remove.text() == "Reset" and section.form.id.isReadOnly()


def test_a_tick_and_a_field_are_written_on_ok_alone(opened, own_file):
    dialog = opened()
    section = dialog.section("catalogues")
    listed(section)["OpenSPOT, annual coverages of France"].setCheckState(0, OFF)
    choose(section, "GEODES, CNES (STAC)")
    type_in(section.form.credit, "CNES")
    assert not own_file.exists() and not dialog.changes
    dialog.ok()
    assert written(own_file) == [{"id": "geodes", "credit": "CNES"}, {"id": "openspot", "enabled": False}]
    assert dialog.changes == [True] and not dialog.told()


def test_cancel_writes_nothing(opened, own_file):
    dialog = opened()
    type_in(dialog.section("catalogues").form.title, "Other")
    dialog.dialog.reject()
    assert not own_file.exists()


def test_themes_and_their_collections(opened, own_file):
    dialog = opened()
    section = dialog.section("catalogues")
    choose(section, "OpenSPOT, annual coverages of France")
    forest = section.form.themes.topLevelItem(5)
    forest.setCheckState(0, ON)
    forest.setText(1, "one, two;three one")
    dialog.ok()
    (row,) = written(own_file)
    assert row["themes"] == {"vhr": [], "forest": ["one", "two", "three"]}


def test_a_reset_row_is_as_it_was_shipped(opened, own_file):
    own_file.parent.mkdir(exist_ok=True)
    own = [{"id": "geodes", "url": "https://moved.test"}]
    own_file.write_text(json.dumps({"version": 1, "catalogues": own}), encoding="utf-8")
    dialog = opened()
    section = dialog.section("catalogues")
    choose(section, "GEODES, CNES (STAC)")
    assert section.form.url.text() == "https://moved.test" and section.remove.isEnabled()
    assert "You changed its address" in section.form.verified.text()
    section.remove.click()
    assert section.form.url.text().startswith("https://geodes-portal") and not section.remove.isEnabled()
    dialog.ok()
    assert written(own_file) == []


def test_a_row_of_ones_own_is_added_tested_renamed_and_removed(opened, own_file, qtbot):
    with serving(StacService(items(12))) as running:
        dialog = opened()
        section = dialog.section("catalogues")
        section.add.menu().actions()[0].trigger()
        assert section.list.current_id() == "new-catalogue" and not section.connection.button.isEnabled()
        type_in(section.form.title, "Chez nous")
        type_in(section.form.url, running.url)
        assert "Chez nous" in listed(section)
        section.connection.button.click()
        qtbot.waitUntil(lambda: "answers" in section.connection.label.text())
        assert "12" in section.connection.said.text() and listed(section)["Chez nous"].text(1) == "✓"
        section.form.further.setCollapsed(False)
        section.form.id.setFocus()
        type_in(section.form.id, "Chez nous")
        QTest.keyClick(section.form.id, Qt.Key.Key_Tab)
        assert section.list.current_id() == "chez-nous" and "answers" in section.connection.label.text()
        dialog.ok()
    (row,) = written(own_file)
    assert row == {
        "id": "chez-nous", "title": "Chez nous", "kind": "address", "url": running.url,
        "themes": {"vhr": [], "all": []},
    }  # fmt: skip
    again = opened()
    section = again.section("catalogues")
    choose(section, "Chez nous")
    assert section.remove.text() == "Remove"
    section.remove.click()
    again.ok()
    assert written(own_file) == []


def test_a_test_that_fails_says_why_and_is_remembered(opened, qtbot):
    with serving(lambda _asked: Answer(status=401)) as running:
        section = opened().section("catalogues")
        section.add_row("address", "")
        type_in(section.form.url, running.url)
        section.connection.button.click()
        qtbot.waitUntil(lambda: "failed" in section.connection.label.text())
    assert "asks for an account" in section.connection.said.text()
    assert listed(section)["New catalogue"].text(1) == "✗"
    assert not last_test(section.form.row).works
    type_in(section.form.url, "https://elsewhere.test")
    assert "Never tested" in section.connection.label.text()


def test_a_test_can_be_cancelled_and_stops_with_the_dialog(opened, qtbot):
    with serving(lambda _asked: Answer(b"{", delay=30.0)) as running:
        dialog = opened()
        section = dialog.section("catalogues")
        section.add_row("address", "")
        type_in(section.form.url, running.url)
        button = section.connection.button
        button.click()
        assert button.text() == "Cancel"
        qtbot.waitUntil(lambda: bool(running.asked))
        button.click()
        qtbot.waitUntil(lambda: button.text() == "Test the connection")
        assert "Never tested" in section.connection.label.text()
        button.click()
        dialog.dialog.reject()
        assert button.text() == "Test the connection"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "https://"),
        ("ftp://x.test", "https://"),
        ("https://me:secret@x.test", "password or a key"),
        ("https://x.test/?api_key=abc", "password or a key"),
    ],
)
def test_an_address_that_cannot_serve_is_told_and_not_written(opened, own_file, url, reason):
    dialog = opened()
    section = dialog.section("catalogues")
    section.add_row("address", "")
    type_in(section.form.url, url)
    choose(section, "GEODES, CNES (STAC)")
    type_in(section.form.credit, "CNES")
    dialog.section("territory")
    assert not dialog.page.isValid() and dialog.page.tabs.currentIndex() == 1
    dialog.ok()
    assert reason in dialog.told()[0]
    assert written(own_file) == [{"id": "geodes", "credit": "CNES"}]


def test_a_key_in_a_hand_written_address_is_not_shown_and_not_lost(opened, own_file):
    own_file.parent.mkdir(exist_ok=True)
    own = [{"id": "mine", "title": "Mine", "kind": "stac", "url": "https://x.test/stac?api_key=abc"}]
    own_file.write_text(json.dumps({"version": 1, "catalogues": own}), encoding="utf-8")
    section = opened().section("catalogues")
    choose(section, "Mine")
    assert section.form.url.text() == "https://x.test/stac"
    type_in(section.form.credit, "Us")
    assert section.form.row.url.endswith("abc")


def test_a_file_of_a_later_version_is_shown_and_nothing_can_be_changed(opened, own_file):
    own_file.parent.mkdir(exist_ok=True)
    own = [{"id": "mine", "title": "Mine", "kind": "stac", "url": "https://x.test/stac"}]
    own_file.write_text(json.dumps({"version": 9, "catalogues": own}), encoding="utf-8")
    before = own_file.read_bytes()
    dialog = opened()
    section = dialog.section("catalogues")
    assert "newer version" in section.state.text() and section.state.isVisible()
    choose(section, "Mine")
    form = section.form
    assert form.url.isReadOnly() and not form.kind.isEnabled() and not form.themes.isEnabled()
    assert not any(button.isEnabled() for button in (section.add, section.duplicate, section.remove))
    assert not listed(section)["Mine"].flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert section.connection.button.isEnabled()
    dialog.ok()
    assert own_file.read_bytes() == before and not dialog.told()


def test_a_broken_file_is_told_and_kept_beside(opened, own_file):
    own_file.parent.mkdir(exist_ok=True)
    own_file.write_text("{", encoding="utf-8")
    dialog = opened()
    section = dialog.section("catalogues")
    assert "catalogues.json.bak" in section.state.text()
    listed(section)["GEODES, CNES (STAC)"].setCheckState(0, OFF)
    dialog.ok()
    assert written(own_file) == [{"id": "geodes", "enabled": False}]
    assert own_file.with_name("catalogues.json.bak").read_text() == "{"


def test_a_duplicate_is_a_row_of_ones_own(opened):
    section = opened().section("catalogues")
    choose(section, "Demonstration (synthetic data)")
    section.duplicate.click()
    row = section.form.row
    assert row.title == "Demonstration (synthetic data) (copy)" and not row.synthetic and not row.verified
    assert section.remove.text() == "Remove" and not section.form.id.isReadOnly()
    assert "Added by you" in section.form.verified.text()


def test_what_the_kind_has_no_use_for_cannot_be_set(opened):
    section = opened().section("catalogues")
    section.add_row("address", "")
    form = section.form
    assert not form.dialect.isEnabled() and not form.browse.isVisible()
    form.kind.setCurrentIndex(form.kind.findData("items"))
    assert form.browse.isVisible() and section.form.row.kind == "items"


def test_the_keyboard_reaches_every_control_in_reading_order(opened, qtbot):
    dialog = opened()
    section = dialog.section("catalogues")
    section.form.further.setCollapsed(False)
    wanted = [
        section.list, section.add, section.duplicate, section.form.title, section.form.kind, section.form.url,
        section.connection.button, section.form.themes, section.form.auth, section.form.signing, section.form.dialect,
        section.form.licence, section.form.credit, section.form.id,
    ]  # fmt: skip
    choose(section, "GEODES, CNES (STAC)")
    order, widget = [], section.list
    for _ in range(300):
        order.append(widget)
        widget = widget.nextInFocusChain()
    places = [order.index(each) for each in wanted]
    assert places == sorted(places)
    assert all(isinstance(each, QWidget) and (each.accessibleName() or each.text()) for each in wanted)


def test_the_territory_is_shown_and_chosen_in_its_own_dialog(opened, territories, tmp_path):
    from shapely.geometry import box

    dialog = opened("territory")
    section = dialog.section("territory")
    assert "none" in section.territory.text()
    section.choose.click()
    assert dialog.asked == [section]
    territories.set(Territory("Lamballe-Armor", box(-2.6, 48.4, -2.4, 48.5)))
    assert section.territory.text().startswith("Lamballe-Armor, ") and "km²" in section.territory.text()
    dialog.dialog.reject()
    territories.set(Territory("Bréhat", box(-2.6, 48.4, -2.4, 48.5)))
    assert section.territory.text().startswith("Lamballe-Armor")


def test_the_folder_of_downloads_is_kept_on_ok(opened, tmp_path):
    dialog = opened("cache")
    section = dialog.section("cache")
    assert section.folder.filePath() == "" and "first download" in section.folder.lineEdit().placeholderText()
    section.folder.setFilePath(str(tmp_path))
    assert Settings.load().download_folder == ""
    dialog.ok()
    assert Settings.load().download_folder == str(tmp_path)


def test_thumbnails_are_counted_and_deleted_and_quicklooks_stay(opened, qtbot):
    for name in ("thumbnails", "quicklooks"):
        (cache_folder(name) / "one.png").write_bytes(b"x" * 2_000_000)
    section = opened("cache").section("cache")
    qtbot.waitUntil(lambda: "1.9" in section.thumbnails.text())
    section.empty.click()
    qtbot.waitUntil(lambda: section.thumbnails.text().startswith("0 "))
    assert not section.empty.isEnabled() and (cache_folder("quicklooks") / "one.png").is_file()
    (cache_folder("quicklooks") / "one.png").unlink()
