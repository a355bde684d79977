# SPDX-License-Identifier: GPL-2.0-or-later
"""« Mes demandes », saving and following up, on the real widgets and a real GeoPackage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMenu, QWidget

from dinamis_qgis.core import register_store as store
from dinamis_qgis.core.ledger import Ledger
from dinamis_qgis.core.register_place import Place, opening
from dinamis_qgis.core.register_waiting import waiting_file
from dinamis_qgis.domain.register import Entry
from dinamis_qgis.gui.quota.desk import RequestDesk
from dinamis_qgis.gui.requests.add_to_request import AddToRequestMenu
from dinamis_qgis.gui.requests.ledger_notices import LedgerNotices
from dinamis_qgis.gui.requests.totals_dialog import TotalsDialog
from tests.core.register_parts import DAY, change, entry, save
from tests.domain.tariff_samples import TARIFF
from tests.gui.test_request_form import COMMUNE
from tests.gui.zone_parts import make_panel
from tests.make_scenes import scene


class Bench:
    """A desk on a register in a file, and what a colleague does to it."""

    def __init__(self, qtbot, path: Path) -> None:
        self.qtbot, self.path = qtbot, path
        self.panel = make_panel()
        self.context = replace(self.panel.context, show_options=self.panel.pages.append)
        self.news = LedgerNotices(self.context)
        self.desk = RequestDesk(self.context, QWidget, None, lambda *_: str(path.parent / "d.zip"), lambda _url: None)
        qtbot.addWidget(self.desk)
        self.desk.resize(360, 620)
        self.desk.show()
        self.settle()

    @property
    def ledger(self) -> Ledger:
        return self.context.ledger

    @property
    def requests(self):
        return self.desk.requests

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.ledger.busy, timeout=20_000)

    def there(self) -> tuple[Entry, ...]:
        return store.read(opening(Place(str(self.path)))).entries

    def colleague(self, now, before=None):
        return save(opening(Place(str(self.path))), now, before, author="colleague").entry

    def show(self, *entries):
        for one in entries:
            self.colleague(one)
        self.desk.front.show_requests()
        self.settle()

    def open(self, title):
        found = next(one for one in self.ledger.entries if one.request.title == title)
        self.requests.choose(found.id)
        self.requests.open.click()
        self.qtbot.waitUntil(lambda: self.desk.currentWidget() is self.desk.form)
        return self.desk.form

    def told(self):
        return " | ".join(self.panel.told())

    def close(self):
        self.desk.close_page()
        self.news.close()


@pytest.fixture
def bench(qgis_app, qgis_new_project, qtbot, tmp_path):
    QgsSettings().remove("QgsCollapsibleGroupBox")
    path = tmp_path / "bureau_sig.gpkg"
    store.create(opening(Place(str(path))))
    Place(str(path)).choose()
    made = Bench(qtbot, path)
    yield made
    made.close()


def test_an_empty_register_says_what_a_request_keeps_and_leads_to_one(bench):
    bench.desk.front.show_requests()
    bench.settle()
    assert bench.requests.empty_words.isVisible() and "GeoPackage" in bench.requests.empty_words.text()
    assert bench.desk.front.tabs.tabText(1) == "My requests (0)"
    assert not bench.requests.open.isEnabled()
    bench.requests.empty_new.click()
    assert bench.desk.front.stack.currentWidget() is bench.desk.page


def test_a_request_that_is_saved_is_in_the_list_and_opens_again_as_it_was(bench, qtbot):
    bench.context.zones.set(COMMUNE)
    qtbot.waitUntil(lambda: bench.desk.page.prepare.isEnabled())
    bench.desk.page.prepare.click()
    form = bench.desk.form
    form.title.setText("Trait de côte")
    form.purpose.setPlainText("Suivi")
    assert not form.follow_up.isVisible()
    form.save.click()
    bench.settle()
    (there,) = bench.there()
    assert (there.request.title, there.request.state, there.request.history[0].state) == (
        "Trait de côte",
        "draft",
        "draft",
    )
    assert there.request.estimate.order_km2 == pytest.approx(148.0, abs=1.0)
    assert form.follow_up.isVisible() and "saved in bureau_sig.gpkg" in bench.told()
    form.back.click()
    assert bench.desk.front.tabs.tabText(1) == "My requests (1)" and not form.changed
    bench.desk.front.show_requests()
    bench.settle()
    form = bench.open("Trait de côte")
    assert form.purpose.toPlainText() == "Suivi" and "Pléiades" in form.heading.text()


def test_a_reopened_qgis_finds_the_drafts(bench, qtbot):
    bench.show(entry("Friches"))
    form = bench.open("Friches")
    form.title.setText("Friches industrielles")  # typed, not saved, and QGIS is closed
    bench.close()
    other = Bench(qtbot, bench.path)
    assert [one.request.title for one in other.ledger.entries] == ["Friches industrielles"]
    other.settle()
    assert [one.request.title for one in other.there()] == ["Friches industrielles"]
    other.close()
    bench.close = lambda: None


def test_the_dossier_makes_it_ready_and_the_reference_makes_it_sent(bench, qtbot):
    bench.show(entry("Coast"))
    form = bench.open("Coast")
    form.create.click()
    qtbot.waitUntil(form.create.isEnabled, timeout=20_000)
    bench.settle()
    assert bench.there()[0].request.state == "ready"
    question = bench.desk._question
    assert bench.context.notices.shows(question.item)
    QTest.keyClicks(question.field, "DIN-2026-041")
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    bench.settle()
    (there,) = bench.there()
    assert (there.request.reference, there.request.state) == ("DIN-2026-041", "sent")
    assert [step.state for step in there.request.history] == ["draft", "ready", "sent"]
    assert not bench.context.notices.shows(question.item)
    form.create.click()  # a dossier made again takes nothing back, and nothing is asked again
    qtbot.waitUntil(form.create.isEnabled, timeout=20_000)
    bench.settle()
    assert bench.there()[0].request.state == "sent" and bench.desk._question is question


def test_a_state_is_changed_in_one_click_and_dated(bench):
    bench.show(entry("Coast"))
    model, view = bench.requests.model, bench.requests.list
    index = model.index(0, 0)
    option = view.viewOptions()
    option.rect = view.visualRect(index)
    place = view.itemDelegate().state_place(option, index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.center())
    menu = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["Draft"]
    next(one for one in menu.actions() if one.text() == "Delivered").trigger()
    menu.close()
    bench.settle()
    (there,) = bench.there()
    assert there.request.history[-1].state == "delivered" and there.request.history[-1].day == date.today()


def test_rows_say_the_state_in_words_and_the_filter_keeps_one_state(bench):
    sent = replace(entry("A"), request=replace(entry("A", reference="D-1").request.in_state("sent", DAY)))
    own = replace(entry("B"), request=entry("B").request.in_state("en commission", DAY))
    bench.show(entry("C"), sent, own)
    rows = [bench.requests.model.index(row, 0) for row in range(3)]
    said = {index.data().split(", ")[0]: index.data() for index in rows}
    assert "Sent" in said["A"] and "ref. noted" in said["A"] and "no reference" in said["C"]
    assert "en commission" in said["B"]
    names = [bench.requests.filter.itemText(one) for one in range(bench.requests.filter.count())]
    assert names == ["All", "Draft", "Sent", "en commission"]
    bench.requests.filter.setCurrentIndex(2)
    bench.requests.filter.activated.emit(2)
    assert bench.requests.model.rowCount() == 1 and bench.desk.front.tabs.tabText(1) == "My requests (3)"


def test_the_totals_say_what_was_asked_in_the_year_and_nothing_of_what_is_left(bench):
    today = date.today()
    credits = replace(entry().request.estimate, credits=2)
    made = (
        replace(entry("A"), request=entry("A").request.in_state("sent", today)),
        replace(
            entry("S"), request=replace(entry("S", sensor="spot").request, estimate=credits).in_state("sent", today)
        ),
        entry("draft"),
    )
    bench.show(*made)
    words = bench.requests.totals.text().replace("\u202f", " ").replace("\u00a0", " ")
    assert words == f"Asked in {today.year}: 83 km² Pléiades, 2 credit(s) SPOT 6-7"
    dialog = TotalsDialog(bench.ledger.entries, {})
    assert dialog.table.topLevelItemCount() == 2 and "none is shown" in dialog.note.text()
    yearly = replace(TARIFF, quota_period="year")
    dialog = TotalsDialog(bench.ledger.entries, {}, yearly)
    said = dialog.note.text().replace("\u202f", " ").replace("\u00a0", " ")
    assert said.splitlines()[1] == (
        f"Left of the free quota of {today.year} by this register (Public body): "
        "3,417 km² Pléiades, 8 credit(s) SPOT 6-7"
    )


def test_the_follow_up_keeps_reference_state_note_feedback_and_attachments(bench):
    bench.show(entry("Coast"))
    bench.context.ticked.tick([scene(0), scene(1)])
    form = bench.open("Coast")
    box = form.follow_up
    box.setCollapsed(False)
    assert "Draft" in box.history.text()
    box.reference.setText("D-7")
    box.note.setPlainText("voir avec l'agglo")
    box.feedback.setPlainText("bonne")
    box.add_scenes.click()
    box.attach_product(Path("/livraisons/DIM_PHR1B.XML"))
    form.save.click()
    bench.settle()
    (there,) = bench.there()
    asked = there.request
    assert (asked.reference, asked.state, asked.note, asked.feedback) == ("D-7", "sent", "voir avec l'agglo", "bonne")
    assert [one.kind for one in there.attachments] == ["scene", "scene", "product"]
    box.state.setCurrentText("accepted")  # a name in any case
    box.attached.item(0).setSelected(True)
    box.detach.click()
    form.save.click()
    bench.settle()
    (there,) = bench.there()
    assert there.request.state == "accepted" and len(there.attachments) == 2


def test_a_duplicate_is_a_new_draft(bench):
    bench.show(replace(entry("Coast"), request=entry("Coast", reference="D").request.in_state("closed", DAY)))
    bench.requests.choose(bench.ledger.entries[0].id)
    bench.requests.copy.click()
    bench.settle()
    states = {one.request.title: (one.request.state, one.request.reference) for one in bench.there()}
    assert states == {"Coast": ("closed", "D"), "Coast (copy)": ("draft", "")}


def test_a_colleagues_change_meanwhile_is_told_and_both_versions_stay(bench):
    first = bench.colleague(entry("Coast"))
    bench.show()
    form = bench.open("Coast")
    bench.colleague(change(first, title="Theirs"), first)
    form.title.setText("Mine")
    form.save.click()
    bench.settle()
    assert {one.request.title for one in bench.there()} == {"Theirs", "Mine (my version)"}
    assert "somebody else" in bench.told() and form.title.text() == "Mine (my version)"
    bench.news._replace_theirs()
    bench.settle()
    assert [one.request.title for one in bench.there()] == ["Mine (my version)"]


def test_a_vanished_drive_loses_nothing_and_is_told_in_one_sentence(bench, tmp_path):
    bench.show(entry("Coast"))
    form = bench.open("Coast")
    away = bench.path.rename(tmp_path / "away.gpkg")
    form.title.setText("Written meanwhile")
    form.save.click()
    bench.settle()
    bench.settle()
    assert "will be saved in bureau_sig.gpkg later" in bench.told() and waiting_file().exists()
    assert [one.request.title for one in bench.ledger.entries] == ["Written meanwhile"]
    assert bench.ledger.waits(bench.ledger.entries[0])
    form.back.click()
    bench.desk.front.show_requests()
    bench.settle()
    assert "to be saved" in bench.requests.model.index(0, 0).data()
    away.rename(bench.path)
    bench.ledger.load()
    bench.settle()
    assert [one.request.title for one in bench.there()] == ["Written meanwhile"]
    assert not bench.ledger.waits(bench.ledger.entries[0])


def test_another_register_is_chosen_made_and_shown_on_the_map(bench, tmp_path, qtbot):
    bench.show(entry("Coast"))
    menu = bench.requests.menu
    menu._refresh()
    assert menu.own.isEnabled() and menu.show_on_map.isEnabled()
    shown = []
    bench.requests.menu._context = replace(bench.context, select_layer=shown.append)
    menu.show_on_map.trigger()
    qtbot.waitUntil(lambda: bool(shown))
    assert len(QgsProject.instance().mapLayers()) == 3
    menu._ask = lambda *_: str(tmp_path / "other")
    menu.create.trigger()
    bench.settle()
    bench.settle()
    assert Place.chosen().path == str(tmp_path / "other.gpkg") and bench.ledger.entries == ()
    assert "other.gpkg" in bench.requests.register.text()
    menu._ask = lambda *_: str(bench.path)
    menu.choose.trigger()
    bench.settle()
    bench.settle()
    assert len(bench.ledger.entries) == 1
    menu._ask = lambda *_: str(tmp_path / "export.csv")
    menu.export.trigger()
    qtbot.waitUntil(lambda: "export.csv" in bench.told())
    assert "Coast" in (tmp_path / "export.csv").read_text(encoding="utf-8-sig")


def test_a_request_is_deleted_unless_somebody_changed_it(bench):
    first = bench.colleague(entry("Coast"))
    bench.show()
    bench.colleague(change(first, note="wait"), first)
    bench.requests.delete(bench.ledger.entries[0])
    bench.settle()
    assert len(bench.there()) == 1 and "it stays" in bench.told()
    bench.settle()
    bench.requests.delete(bench.ledger.entries[0])
    bench.settle()
    assert bench.there() == ()


def test_unsaved_changes_are_offered_when_the_form_is_left(bench):
    bench.show(entry("Coast"))
    form = bench.open("Coast")
    form.back.click()
    assert "not saved" not in bench.told()
    form = bench.open("Coast")
    form.title.setText("Other")
    form.back.click()
    assert "“Other” is not saved" in bench.told()


def test_an_image_of_the_results_is_attached_to_a_request(bench, qtbot):
    bench.show(entry("Coast"))
    host = QMenu()
    menu = AddToRequestMenu(bench.context, [scene(0)], host)
    (action,) = menu.actions()
    assert action.text() == "Coast (Draft)"
    for _ in range(2):  # twice is once
        menu.actions()[0].trigger()
        bench.settle()
    (there,) = bench.there()
    assert [one.address for one in there.attachments] == ["S00000"] and "attached to “Coast”" in bench.told()
