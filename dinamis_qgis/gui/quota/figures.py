# SPDX-License-Identifier: GPL-2.0-or-later
"""The few figures that answer « que faut-il commander ? »."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QWidget

from ...core.estimate_words import examiners, format_credits
from ...core.numbers import format_eur, format_km2
from ...domain.quota import Estimate
from ...translation import tr


class Figures(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self._labels: list[tuple[QLabel, QLabel]] = []

    def show_estimate(self, estimate: Estimate) -> None:
        rows = list(figure_rows(estimate))
        while len(self._labels) < len(rows):
            self._add_row()
        for place, (left, right) in enumerate(self._labels):
            label, value = rows[place] if place < len(rows) else ("", "")
            left.setText(label)
            right.setText(value)
            self._grid.removeWidget(left)
            self._grid.addWidget(left, place, 0, 1, 1 if value else 2)
            left.setVisible(bool(label))
            right.setVisible(bool(value))
            font = self.font()
            font.setBold(place == len(rows) - 1 and bool(value))
            left.setFont(font)
            right.setFont(font)

    @property
    def text(self) -> str:
        """What is shown, a row a line (for tests and for copying)."""
        shown = ((left.text(), right.text()) for left, right in self._labels if not left.isHidden())
        return "\n".join(" | ".join(filter(None, row)) for row in shown)

    def _add_row(self) -> None:
        left, right = QLabel(), QLabel()
        for label in (left, right):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        left.setWordWrap(True)
        right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(right, len(self._labels), 1)
        self._labels.append((left, right))


def figure_rows(estimate: Estimate) -> Iterator[tuple[str, str]]:
    """A label with its value; without a value the label is a sentence of its own."""
    if estimate.cost_eur is None:
        yield tr("On examination ({}).").format(examiners(estimate.tariff, estimate.order.category)), ""
        return
    yield tr("To order"), format_km2(estimate.order_km2)
    if estimate.credits is None:
        yield _quota_label(estimate), format_km2(estimate.quota_km2)
        yield tr("Within the quota"), format_km2(estimate.within_km2)
        yield tr("Beyond"), format_km2(estimate.billable_km2)
        yield tr("Estimated cost"), format_eur(estimate.cost_eur)
        return
    one_credit = format_km2(estimate.sensor.credits.km2) if estimate.sensor.credits else ""
    yield tr("Credits: at least {count} (1 credit = {area})").format(count=estimate.credits, area=one_credit), ""
    quota = tr("{credits} ({area})").format(
        credits=format_credits(estimate.quota_credits), area=format_km2(estimate.quota_km2)
    )
    yield _quota_label(estimate), quota
    yield tr("Beyond"), format_credits(estimate.billable_credits)
    cost = format_eur(estimate.cost_eur)
    yield tr("Estimated cost"), tr("at least {}").format(cost) if estimate.cost_eur else cost


def _quota_label(estimate: Estimate) -> str:
    if estimate.tariff.quota_readings[0] == "cumulative":
        return tr("Free quota (yearly)")
    return tr("Free quota (per request)")
