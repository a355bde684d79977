# SPDX-License-Identifier: GPL-2.0-or-later
"""What needs Qt alone is made, painted and used under PyQt6."""

from __future__ import annotations

import importlib
import inspect
from datetime import date

import pytest
from PyQt6.QtCore import QAbstractListModel, QModelIndex, QPoint, Qt
from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import QListView, QWidget

from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.gui.downloads.transfers_delegate import Places as TransferPlaces
from dinamis_qgis.gui.downloads.transfers_delegate import TransfersDelegate
from dinamis_qgis.gui.downloads.transfers_model import TransferText
from dinamis_qgis.gui.search.cloud_box import CloudBox
from dinamis_qgis.gui.search.period_box import PeriodBox
from dinamis_qgis.gui.search.results_delegate import Places, show_rows
from dinamis_qgis.gui.search.results_model import ResultsModel, Role
from dinamis_qgis.gui.search.timeline_bars import TimelineBars
from tests.make_scenes import scene
from tests.qt6.test_names import MODULES, named

LEFT = Qt.MouseButton.LeftButton
OF_QGIS = {  # what they are made of is QGIS's, and a stand-in is none
    *("PlaceEdit", "Details", "FollowUp", "PeriodRow", "RequestForm", "CriteriaBox", "ExpertLine", "LoginNote"),
    "ResultsStatus",
}


def made_of_nothing() -> list[type[QWidget]]:
    """The plugin's widgets that are made without anything given."""
    found = []
    for module in (named(path) for path in MODULES if "gui" in path.parts):
        for kind in vars(importlib.import_module(module)).values():
            if isinstance(kind, type) and issubclass(kind, QWidget) and kind.__module__ == module:
                given = list(inspect.signature(kind.__init__).parameters.values())[1:]
                needed = [one for one in given if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD]
                if not needed and kind.__name__ not in OF_QGIS:
                    found.append(kind)
    return found


WIDGETS = made_of_nothing()


def test_there_are_widgets_to_make():
    assert len(WIDGETS) >= 25


@pytest.mark.parametrize("kind", WIDGETS, ids=lambda kind: f"{kind.__module__[17:]}.{kind.__name__}")
def test_a_widget_is_made_and_painted(kind, qtbot):
    widget = kind()
    qtbot.addWidget(widget)
    widget.resize(320, 200)
    widget.show()
    assert not widget.grab().isNull() and widget.sizeHint().width() >= -1


@pytest.fixture
def results(qtbot):
    ticked = TickedScenes()
    picture = QImage(60, 90, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    model = ResultsModel(ticked, lambda _key: picture, lambda _key: False, lambda _scene: False)
    model.add([(scene(number), 100.0 - number) for number in range(3)])
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.delegate = show_rows(view)
    view.resize(360, 300)
    view.show()
    view.ticked = ticked
    return view


def test_results_are_rows_that_are_painted_and_ticked(results, qtbot):
    assert results.model().rowCount() == 3 and not results.grab().isNull()
    index = results.model().index(1)
    places = Places(results.visualRect(index), results.font(), index.data(Role.TickLabel))
    with qtbot.waitSignal(results.delegate.tick_clicked, timeout=20_000):
        qtbot.mouseClick(results.viewport(), LEFT, pos=places.tick.center())
    with qtbot.waitSignal(results.delegate.menu_clicked, timeout=20_000):
        qtbot.mouseClick(results.viewport(), LEFT, pos=places.menu.center())


def test_a_tick_is_drawn_where_the_model_says_checked(results):
    index, role = results.model().index(0), Qt.ItemDataRole.CheckStateRole
    places = Places(results.visualRect(index), results.font(), index.data(Role.TickLabel))
    before, state = results.grab(places.box).toImage(), index.data(role)
    results.ticked.tick([index.data(Role.Scene)])
    results.viewport().update()
    assert (state, index.data(role)) == (Qt.CheckState.Unchecked, Qt.CheckState.Checked)
    assert results.grab(places.box).toImage() != before


def test_the_timeline_is_narrowed_by_mouse_and_keys(qtbot):
    bars, spans = TimelineBars(), []
    qtbot.addWidget(bars)
    bars.narrowed.connect(spans.append)
    bars.add([scene(0), scene(40), scene(80), scene(200)])
    bars.resize(300, bars.sizeHint().height())
    bars.show()
    qtbot.mouseClick(bars, LEFT, pos=QPoint(5, 5))
    qtbot.keyClick(bars, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert not bars.grab().isNull()
    qtbot.keyClick(bars, Qt.Key.Key_Escape)
    assert len(spans) == 3 and spans[0].first < spans[1].last and spans[2] is None


class Transfers(QAbstractListModel):
    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return TransferText("SPOT7 2022", "62 %", "1,2 Go", 0.62, "pause") if role == Qt.ItemDataRole.UserRole else None


def test_a_download_is_painted_and_its_buttons_are_hit(qtbot):
    view, model = QListView(), Transfers()
    qtbot.addWidget(view)
    delegate = TransfersDelegate(view)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.resize(320, 100)
    view.show()
    assert not view.grab().isNull()
    places = TransferPlaces(view.visualRect(model.index(0)), view.font(), "62 %", 1)
    for signal, place in ((delegate.switch_clicked, places.switch), (delegate.cancel_clicked, places.cancel)):
        with qtbot.waitSignal(signal, timeout=20_000):
            qtbot.mouseClick(view.viewport(), LEFT, pos=place.center())


def test_boxes_of_the_form_tell_a_choice(qtbot):
    clouds, period = CloudBox(), PeriodBox(date(2026, 11, 20))
    for widget in (clouds, period):
        qtbot.addWidget(widget)
        widget.show()
    with qtbot.waitSignal(clouds.changed, timeout=20_000):
        clouds.box.setCurrentIndex(2)
    with qtbot.waitSignal(period.changed, timeout=20_000):
        choices = period.box.menu.actions()
        next(one for one in choices if not one.isChecked() and one.menu() is None).trigger()
    qtbot.keyClick(period.box, Qt.Key.Key_Down)
    assert period.box.menu.isVisible()
    period.box.hidePopup()
