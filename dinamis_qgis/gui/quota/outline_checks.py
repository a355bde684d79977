# SPDX-License-Identifier: GPL-2.0-or-later
"""What an order form may object to in the zone's outline, each with a remedy of one click that says what it adds."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from shapely.geometry.base import BaseGeometry

from ...core.numbers import format_km2
from ...core.order_words import limit_source, problem_words
from ...core.task import TaskFeedback, TaskSlot
from ...core.zone import Zone
from ...domain.area import area_km2
from ...domain.errors import Cancelled
from ...domain.order_geometry import (
    Problem,
    Remedy,
    enlarged,
    hull,
    parts_by_size,
    problems,
    simplified,
    widened,
)
from ...domain.tariffs import Sensor
from ...translation import tr
from ..tab_order import come_after
from ..tool_tip import tool_tip

_log = logging.getLogger(__name__)
_SHAPE = "dinamisShape"  # property of a button: place among the shapes offered
_MOST_PARTS = 20  # offered by name

Choices = Sequence["tuple[str, BaseGeometry]"]  # label, shape that would be the zone


class OutlineChecks(QWidget):
    """``mended`` comes with the shape (longitude/latitude) that the person chose in place of the zone."""

    mended = pyqtSignal(object)
    checked = pyqtSignal()

    def __init__(self, after: QWidget | None = None, parent: QWidget | None = None) -> None:
        """Below ``after``, whose buttons come before its own by the Tab key."""
        super().__init__(parent)
        self._after = after
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._asked: tuple[Zone, Sensor, str] | None = None
        self._working = TaskSlot(self)
        self._pending = False
        self._offered: list[BaseGeometry] = []
        self.rows: list[tuple[QLabel, QPushButton]] = []
        self.hide()

    @property
    def fine(self) -> bool:
        """Whether nothing is known against the outline."""
        return not self.rows and not self._pending

    def check(self, zone: Zone | None, sensor: Sensor | None, acquisition: str) -> None:
        """Off the main thread: a coast has 200 000 corners. None: nothing to say (a zone that is being drawn)."""
        asked = None if zone is None or sensor is None or not sensor.limits else (zone, sensor, acquisition)
        if asked == self._asked:
            return
        self._asked = asked
        self._working.close()
        self._pending = asked is not None
        self._fill([])  # at once: a remedy of the former zone must not replace this one
        if asked is None:
            self.checked.emit()
            return
        shape, corners, limits = zone.shape, zone.vertices, sensor.limits
        self._working.start(
            tr("Checking the outline"),
            lambda feedback: _examined(shape, corners, limits, acquisition, feedback),
            self._take,
            self._failed,
        )

    def _take(self, found: Sequence[tuple[Problem, Choices]]) -> None:
        self._pending = False
        self._fill(found)
        self.checked.emit()

    def _failed(self, error: BaseException) -> None:
        """An outline that could not be checked is not said to be fine; what is wrong with it is told where it is
        measured."""
        if not isinstance(error, Cancelled):
            _log.warning("The outline was not checked: %s", error)
        self.checked.emit()

    def close_checks(self) -> None:
        self._working.close()

    def _fill(self, found: Sequence[tuple[Problem, Choices]]) -> None:
        while self._layout.count():
            self._layout.takeAt(0).widget().deleteLater()
        self._offered.clear()
        self.rows = [self._row(problem, choices) for problem, choices in found]
        come_after(self._after or self.previousInFocusChain(), (button for _words, button in self.rows))
        self.setVisible(bool(found))

    def _row(self, problem: Problem, choices: Choices) -> tuple[QLabel, QPushButton]:
        words = QLabel(problem_words(problem))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words.setToolTip(tool_tip(limit_source(problem)))
        self._layout.addWidget(words)
        button = QPushButton()
        button.setAutoDefault(False)
        button.setVisible(bool(choices))
        if len(choices) == 1:
            label, shape = choices[0]
            button.setText(label)
            button.setProperty(_SHAPE, len(self._offered))
            button.clicked.connect(self._clicked)
            self._offered.append(shape)
        else:
            button.setText(tr("Split…"))
            menu = QMenu(button)
            for label, shape in choices:
                menu.addAction(label).setData(len(self._offered))
                self._offered.append(shape)
            menu.triggered.connect(self._picked)
            button.setMenu(menu)
        button.setAccessibleDescription(words.text())
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return words, button

    def _clicked(self) -> None:
        self.mended.emit(self._offered[self.sender().property(_SHAPE)])

    def _picked(self, action: QAction) -> None:
        self.mended.emit(self._offered[action.data()])


def _examined(
    shape: BaseGeometry, corners: int, limits: Sequence, acquisition: str, feedback: TaskFeedback
) -> list[tuple[Problem, Choices]]:
    found = []
    for problem in problems(shape, corners, limits, acquisition):
        feedback.check()
        found.append((problem, _choices(shape, problem, feedback.check)))
    return found


def _choices(shape: BaseGeometry, problem: Problem, check: Callable[[], None]) -> Choices:
    most = problem.limit.value
    if problem.limit.kind == "most_parts":
        parts = parts_by_size(shape)[:_MOST_PARTS]
        offered = [
            (tr("Part {number} alone: {area}").format(number=place, area=format_km2(area_km2(part))), part)
            for place, part in enumerate(parts, 1)
        ]
        return [*offered, _offered(tr("All in one outline (+{})"), hull(shape))]
    remedies: dict[str, tuple[str, Callable[[], Remedy | None]]] = {
        "most_corners": (tr("Simplify (+{})"), lambda: simplified(shape, int(most), check)),
        "least_area_km2": (tr("Enlarge (+{})"), lambda: enlarged(shape, float(most), check)),
        "least_width_km": (tr("Widen (+{})"), lambda: widened(shape, float(most), check)),
    }
    label, mend = remedies[problem.limit.kind]
    remedy = mend()
    return [] if remedy is None else [_offered(label, remedy)]


def _offered(label: str, remedy: Remedy) -> tuple[str, BaseGeometry]:
    return label.format(format_km2(remedy.added_km2)), remedy.shape
