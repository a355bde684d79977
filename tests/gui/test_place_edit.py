# SPDX-License-Identifier: GPL-2.0-or-later
"""A place typed by hand in the real field, against a real server."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QShortcut, QVBoxLayout, QWidget
from shapely.geometry import box

from dinamis_qgis.core.territory import Territory
from dinamis_qgis.gui.aoi.place_edit import PlaceEdit
from tests.bench.gaps import Gaps
from tests.gui.place_parts import gazetteer, leading_to
from tests.services.gazetteer_service import GazetteerService, Unit
from tests.services.http_service import Answer


class Typed:
    """A field in a window, with what it gave."""

    def __init__(self):
        self.window = QWidget()
        self.field = PlaceEdit()
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.field)
        self.found, self.given_up, self.searches = [], [], []
        self.field.found.connect(self.found.append)
        self.field.given_up.connect(lambda: self.given_up.append(1))
        enter = QShortcut(Qt.Key.Key_Return, self.window)  # as the search form has one
        enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        enter.activated.connect(lambda: self.searches.append(1))
        self.window.resize(320, 200)
        self.window.show()
        self.window.activateWindow()
        self.field.edit.setFocus()

    def type(self, text):
        QTest.keyClicks(self.field.edit, text)

    def key(self, key):
        popup = self.field.completer.popup()
        QTest.keyClick(popup if popup.isVisible() else self.field.edit, key)

    @property
    def labels(self):
        model = self.field.completer.completionModel()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def said(self):
        return self.field.status.text() if self.field.status.isVisible() else ""


@pytest.fixture()
def typed(qgis_app, qtbot):
    made = Typed()
    qtbot.waitUntil(made.field.edit.hasFocus)
    yield made
    made.field.close_edit()
    made.window.close()
    made.window.deleteLater()


def test_typed_chosen_with_the_arrows_and_outlined(typed, qtbot):
    with gazetteer() as service:
        typed.type("saint-den")
        qtbot.waitUntil(lambda: len(typed.labels) == 3)
        assert typed.labels == [
            "Saint-Denis (93) — municipality 93066",
            "Saint-Denis (974) — municipality 97411",
            "Saint-Denis (30) — municipality 30247",
        ]
        qtbot.waitUntil(typed.field.completer.popup().isVisible)
        typed.key(Qt.Key.Key_Down)
        typed.key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(typed.found) == 1)
    (territory,) = typed.found
    assert (territory.name, territory.kind, territory.code) == ("Saint-Denis", "commune", "97411")
    assert territory.shape.bounds == pytest.approx((55.4, -20.9, 55.5, -20.8))
    assert typed.field.edit.text() == "Saint-Denis" and not typed.said and not typed.searches
    assert len([asked for asked in service.asked if asked.path == "/geocodage/search"]) == 1  # not one a letter


def test_enter_takes_the_only_place_there_is(typed, qtbot):
    with gazetteer():
        typed.type("lamballe-ar")
        typed.key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(typed.labels))
        typed.key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(typed.found))
    assert typed.found[0].code == "22093" and not typed.searches


def test_epci_of_one_name_are_told_apart(typed, qtbot):
    twins = tuple(Unit("epci", "epci", "CC du Val", f"20000000{i}", 5.0 * i, 45.0, cleabs=f"E{i}") for i in (0, 1))
    with gazetteer(GazetteerService(units=twins)):
        typed.type("cc du val")
        qtbot.waitUntil(lambda: len(typed.labels) == 2)
    assert len(set(typed.labels)) == 2


def test_a_stale_answer_is_dropped(typed, qtbot):
    with gazetteer(GazetteerService(search_delay=0.4)) as service:
        typed.type("bretag")
        qtbot.waitUntil(lambda: bool(service.asked))
        service.answer.search_delay = 0.0
        typed.field.edit.selectAll()
        typed.type("bonifa")
        qtbot.waitUntil(lambda: typed.labels == ["Bonifacio (2A) — municipality 2A041"])
        qtbot.wait(500)
        assert len(typed.labels) == 1


def test_nothing_found_and_a_failure_do_not_look_alike(typed, qtbot):
    with gazetteer():
        typed.type("zzyzx")
        qtbot.waitUntil(lambda: bool(typed.said))
        assert typed.said == "No place is called “zzyzx”."
    typed.field.edit.selectAll()
    with gazetteer(GazetteerService(failures=[Answer(b"<html></html>")])) as service:
        typed.type("bretagne")
        qtbot.waitUntil(lambda: "web page" in typed.said)
        typed.key(Qt.Key.Key_Return)  # asks again
        qtbot.waitUntil(lambda: bool(typed.labels))
        assert not typed.said and len(service.asked) == 2


def test_without_network_it_says_so(typed, qtbot):
    with leading_to("http://127.0.0.1:9"):
        typed.type("bretagne")
        qtbot.waitUntil(lambda: "cannot be reached" in typed.said)


def test_an_outline_that_does_not_come_is_told_and_asked_again(typed, qtbot):
    with gazetteer() as service:
        typed.type("bretagne")
        qtbot.waitUntil(lambda: bool(typed.labels))
        service.answer.failures.append(Answer(b"", 500))
        typed.key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "500" in typed.said or "error" in typed.said)
        assert not typed.found
        for _ in range(2):
            typed.key(Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: bool(typed.labels) or bool(typed.found))
        qtbot.waitUntil(lambda: bool(typed.found))


def test_typing_on_gives_the_outline_up(typed, qtbot):
    with gazetteer(GazetteerService(outline_delay=1.0)) as service:
        typed.type("lamballe-ar")
        qtbot.waitUntil(lambda: bool(typed.labels))
        typed.key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: any(asked.path == "/wfs/ows" for asked in service.asked))
        typed.field.edit.selectAll()
        typed.type("bon")
        qtbot.waitUntil(lambda: len(typed.labels) == 1 and "Bonifacio" in typed.labels[0])
        qtbot.wait(1100)
        assert not typed.found


def test_esc_closes_the_list_then_gives_up(typed, qtbot):
    with gazetteer():
        typed.type("bretag")
        qtbot.waitUntil(lambda: typed.field.completer.popup().isVisible())
        typed.key(Qt.Key.Key_Escape)
        assert not typed.field.completer.popup().isVisible() and not typed.given_up
        typed.key(Qt.Key.Key_Escape)
        assert typed.given_up


def test_invented_outlines_stand_in_and_nothing_is_asked(typed, qtbot):
    with gazetteer() as service:
        typed.field.offer((Territory("Lanvaléry-Armor", box(0, 0, 1, 1)), Territory("Éréac", box(1, 0, 2, 1))))
        typed.type("e")
        assert typed.labels == ["Lanvaléry-Armor", "Éréac"]
        typed.type("rea")
        assert typed.labels == ["Éréac"]
        typed.key(Qt.Key.Key_Return)
        assert [each.name for each in typed.found] == ["Éréac"] and not service.asked
        typed.field.offer(())
        typed.type("bretagne")
        qtbot.waitUntil(lambda: bool(typed.labels))


def test_a_slow_service_leaves_the_event_loop_free(typed, qtbot):
    with gazetteer(GazetteerService(search_delay=0.3, outline_delay=0.3)):
        typed.type("bretagn")
        with Gaps() as gaps:
            qtbot.waitUntil(lambda: bool(typed.labels))
        assert gaps.longest_ms < 50


def test_text_of_the_service_is_text(typed, qtbot):
    evil = Unit("commune", "commune", "<img src=x> & Bar", "01001", 5, 46, 0.1, ("01001",))
    with gazetteer(GazetteerService(units=(evil,))):
        typed.type("bar")
        qtbot.waitUntil(lambda: bool(typed.labels))
        assert typed.labels[0].startswith("<img src=x> & Bar (01) — ")
        typed.key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(typed.found))
    assert typed.field.status.textFormat() == Qt.TextFormat.PlainText
