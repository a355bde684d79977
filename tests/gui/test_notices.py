# SPDX-License-Identifier: GPL-2.0-or-later
"""The message bar shows text as text, and its buttons work."""

from __future__ import annotations

import logging

import pytest
from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QTextBrowser

from dinamis_qgis.core.support import version
from dinamis_qgis.domain.errors import Cancelled, HttpError, NoProduct
from dinamis_qgis.gui.copy_details import CopyDetails
from dinamis_qgis.gui.notices import Notices


@pytest.fixture
def bar(qtbot):
    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    return bar


def shown(bar: QgsMessageBar) -> str:
    return bar.currentItem().findChild(QTextBrowser).toPlainText()


def test_markup_from_a_catalogue_is_shown_not_rendered(bar):
    Notices(bar).say("<b>scene</b> <img src='http://example.org/x.png'> & co")
    assert "<b>scene</b> <img src='http://example.org/x.png'> & co" in shown(bar)


def test_a_button_runs_and_closes_the_message(bar):
    pressed = []
    Notices(bar).say("Opened.", actions=[("Copy", lambda: pressed.append(1))])
    (button,) = (b for b in bar.currentItem().findChildren(QPushButton) if b.text() == "Copy")
    button.click()
    assert pressed == [1] and bar.currentItem() is None


def test_a_cancellation_says_nothing(bar):
    Notices(bar).tell(Cancelled())
    assert bar.currentItem() is None


def test_an_unexpected_error_leaves_its_trace_in_the_log(bar, caplog):
    try:
        raise RuntimeError("boom")
    except RuntimeError as error:
        with caplog.at_level(logging.WARNING):
            Notices(bar).tell(error)
    assert "RuntimeError" in shown(bar) and "Traceback" in caplog.text


def test_a_known_error_is_one_sentence(bar):
    Notices(bar).tell(NoProduct("/tmp/x.zip", "no DIM"))
    assert shown(bar)


def test_the_details_of_an_error_are_copied_for_support(bar, qtbot):
    Notices(bar).tell(HttpError("https://me:pw@catalogue.invalid/search?X-Amz-Signature=abc", "said no", status=503))
    (button,) = bar.currentItem().findChildren(CopyDetails)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    said = QApplication.clipboard().text()
    assert f"DINAMIS {version()}" in said and Qgis.QGIS_VERSION in said and "GDAL" in said
    assert "https://catalogue.invalid/search" in said and "503" in said and "said no" in said
    assert "abc" not in said and "pw" not in said and bar.currentItem() is not None
    assert button.text() == "Details copied"
