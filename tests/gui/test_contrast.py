# SPDX-License-Identifier: GPL-2.0-or-later
"""What we draw ourselves can be read, at 4.5 to 1 at least, in QGIS's plain theme and in its dark one."""

from __future__ import annotations

from collections import Counter

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QLabel

from dinamis_qgis.gui.downloads.transfers_delegate import TransfersDelegate
from dinamis_qgis.gui.elided import ElidedLabel
from dinamis_qgis.gui.readable import LEAST, contrast, readable
from dinamis_qgis.gui.requests.requests_delegate import RequestsDelegate
from dinamis_qgis.gui.search.results_delegate import ResultsDelegate
from dinamis_qgis.gui.search.timeline_bars import TimelineBars
from tests.gui.officer import no_live_service
from tests.gui.screens import Screens

DARK = "Night Mapping"
OURS = (ResultsDelegate, RequestsDelegate, TransfersDelegate)


@pytest.fixture(params=["default", DARK])
def theme(request, qgis_app):
    if request.param != "default" and request.param not in QgsApplication.uiThemes():
        pytest.skip(f"this QGIS has no theme {request.param}")
    palette = QApplication.palette()
    QgsApplication.setUITheme(request.param)
    yield request.param
    QgsApplication.setUITheme("default")
    QApplication.setPalette(palette)


def best_contrast(picture: QImage) -> float:
    """Of the commonest colour, which is the ground, with the one that differs most from it: the strokes of letters."""
    across, down = range(picture.width()), range(picture.height())
    colours = Counter(picture.pixel(x, y) for x in across for y in down)
    ground = QColor(colours.most_common(1)[0][0])
    return max(contrast(QColor(colour), ground) for colour in colours)


def drawn(screen):
    """(what, where on the screen) of the words that we draw."""
    for view in screen.findChildren(QAbstractItemView):
        if not view.isVisibleTo(screen) or not isinstance(view.itemDelegate(), OURS):
            continue
        for row in range(min(3, view.model().rowCount())):
            place = view.visualRect(view.model().index(row, 0))
            place.moveTopLeft(view.viewport().mapTo(screen, place.topLeft()))
            yield f"{type(view).__name__} {row}", place.adjusted(70, 2, -40, -2)  # without picture, box and menu
    for bars in screen.findChildren(TimelineBars):
        if bars.isVisibleTo(screen):
            line = bars.fontMetrics().height()
            yield (
                "timeline",
                QRect(bars.mapTo(screen, QPoint(0, bars.height() - line)), bars.size()).intersected(
                    QRect(bars.mapTo(screen, QPoint(0, 0)), bars.size())
                ),
            )
    for label in screen.findChildren(QLabel):
        if isinstance(label, ElidedLabel) and label.isVisibleTo(screen) and label.isEnabled() and label.text():
            yield label.text(), QRect(label.mapTo(screen, QPoint(0, 0)), label.size())


def test_what_we_draw_is_readable(theme, qgis_new_project, qtbot, tmp_path):
    seen, faint = set(), []
    with no_live_service():
        screens = Screens(qtbot, tmp_path)
        try:
            for name, screen in screens.walk():
                picture = screen.grab().toImage()
                for what, place in drawn(screen):
                    seen.add(what.split()[0])
                    inside = place.intersected(picture.rect())
                    found = best_contrast(picture.copy(inside)) if inside.height() > 8 and inside.width() > 8 else LEAST
                    if found < LEAST:
                        faint.append(f"{name}: {what}: {found:.1f}")
        finally:
            screens.close()
    assert {"ResultsList", "RequestsList", "ImagesList", "timeline"} <= seen
    assert not faint, "\n".join(faint)


@pytest.mark.parametrize(
    ("text", "ground", "shown"),
    [("#ffffff", "#308cc6", "#000000"), ("#323232", "#0f6e00", "#ffffff"), ("#ffffff", "#0f6e00", "#ffffff")],
)
def test_a_text_that_cannot_be_read_becomes_black_or_white(text, ground, shown):
    assert readable(QColor(text), QColor(ground)) == QColor(shown)
    assert contrast(QColor(shown), QColor(ground)) >= LEAST


def test_contrast_is_that_of_the_web():
    black, white = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)
    assert contrast(black, white) == pytest.approx(21) and contrast(white, white) == pytest.approx(1)
