# SPDX-License-Identifier: GPL-2.0-or-later
"""How far a long work is: what it is, its share, and the time that it still takes where that can be told."""

from __future__ import annotations

from time import monotonic

from qgis.PyQt.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ..core.numbers import format_percent
from ..core.transfer_names import duration_text
from ..domain.pace import Pace
from ..translation import tr
from .elided import ElidedLabel

_WHOLE = 10_000  # hundredths of a percent
_TOLD_AFTER = 3.0  # seconds: what the first steps took tells little of the others


class WorkProgress(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._began, self._pace = "", 0.0, Pace()
        self.words = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(4)
        self.bar.setAccessibleName(tr("Work in progress"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        self.hide()

    def begin(self, what: str) -> None:
        """How long it takes is not known yet."""
        self._what, self._began, self._pace = what, monotonic(), Pace()
        self.bar.setRange(0, 0)
        self.words.setText(f"{what}…")

    def advance(self, percent: float) -> None:
        if percent <= 0:
            return
        now = monotonic()
        self._pace.add(now, round(percent * _WHOLE / 100), _WHOLE)
        self.bar.setRange(0, 100)
        self.bar.setValue(int(percent))
        left = self._pace.figures(now).seconds_left if now - self._began > _TOLD_AFTER else None
        told = [self._what, format_percent(int(percent)), tr("{} left").format(duration_text(left)) if left else ""]
        self.words.setText(" · ".join(filter(None, told)))
