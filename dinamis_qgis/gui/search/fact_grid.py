# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of the detail: labels on the left, what is known on the right, what is not in the disabled colour."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QWidget

from ...translation import tr
from ..flat_buttons import text_button
from ..tool_tip import tool_tip
from .detail_rows import Row

_ROWS = 8
_GAP = 6  # pixels


class FactGrid(QWidget):
    """``copy`` is for the last row, the credit line."""

    def __init__(self, copy: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = 0
        self.rows: list[tuple[QLabel, QLabel]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setColumnStretch(1, 1)
        for row in range(_ROWS):
            label, value = QLabel(), QLabel()
            label.setWordWrap(True)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setWordWrap(True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1, 1, 1 if row == _ROWS - 1 else 2, Qt.AlignmentFlag.AlignTop)
            self.rows.append((label, value))
        self._copy = text_button("", tr("Copy the credit line"), tr("Copy the credit line"))
        self._copy.setIcon(QgsApplication.getThemeIcon("/mActionEditCopy.svg"))
        self._copy.clicked.connect(lambda: copy())
        grid.addWidget(self._copy, _ROWS - 1, 2, Qt.AlignmentFlag.AlignTop)

    def show_rows(self, rows: list[Row]) -> None:
        for row, (label, value) in zip(rows, self.rows):
            label.setText(row.label)
            value.setText(row.text)
            value.setEnabled(row.known)
            value.setAccessibleName(f"{row.label}: {row.text}")
            value.setToolTip(tool_tip(*row.tip.split("\n")))
        self._copy.setVisible(rows[-1].known)
        self.fit(self._room)

    def fit(self, width: int) -> None:
        """In so many pixels: the labels take what they need, of half of them at the most; each row is as high as its
        words."""
        self._room = width
        room = max(width - _GAP, 0)
        widest = max(label.fontMetrics().horizontalAdvance(label.text()) for label, _value in self.rows) + _GAP
        mine = min(widest, room // 2)
        for label, value in self.rows:
            copies = value is self.rows[-1][1] and self._copy.isVisibleTo(self)
            theirs = max(room - mine - (self._copy.sizeHint().width() + _GAP if copies else 0), 0)
            for part, columns in ((label, mine), (value, theirs)):
                part.setMinimumWidth(0)  # else no height is told of less than the former one
                part.setFixedSize(columns, part.heightForWidth(columns))
