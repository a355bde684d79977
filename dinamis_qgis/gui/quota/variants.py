# SPDX-License-Identifier: GPL-2.0-or-later
"""« Comparer les solutions… » : every way to order the same zone, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyle,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.estimate_words import acquisition_name, format_credits, tariff_notice
from ...core.numbers import format_eur, format_km2, format_number
from ...domain.quota import Estimate
from ...domain.tariffs import Examined
from ...translation import tr
from ..help import add_help


class Variants(QDialog):
    """``estimates``: one a column, of one zone and one tariff."""

    def __init__(self, estimates: Sequence[Estimate], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare the solutions"))
        labels = (
            tr("Image"),
            tr("Resolution"),
            tr("To order"),
            tr("Free quota"),
            tr("Beyond the quota"),
            tr("Estimated cost"),
        )
        self.table = QTableWidget(len(labels), len(estimates))
        self.table.setVerticalHeaderLabels(labels)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(tr("Compare the solutions"))
        self.table.setHorizontalHeaderLabels([one.sensor.short_name for one in estimates])
        for column, one in enumerate(estimates):
            for row, text in enumerate(_column(one)):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, column, item)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setTabKeyNavigation(False)  # Tab goes on to the buttons
        self.table.setWordWrap(False)
        notice = QLabel(tariff_notice(estimates[0].tariff, date.today()))
        notice.setWordWrap(True)
        notice.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(tr("Copy"))
        copy.clicked.connect(self._copy)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        add_help(self, buttons)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(notice)
        layout.addWidget(buttons)

    def text(self) -> str:
        """Tabs between columns, for a spreadsheet."""
        table = self.table
        columns = range(table.columnCount())
        lines = ["\t".join(["", *(table.horizontalHeaderItem(column).text() for column in columns)])]
        for row in range(table.rowCount()):
            cells = (table.item(row, column).text() for column in columns)
            lines.append("\t".join([table.verticalHeaderItem(row).text(), *cells]))
        return "\n".join(lines)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now are the theme's own fonts and margins known."""
        super().showEvent(event)
        self._show_whole()
        self.adjustSize()

    def _show_whole(self) -> None:
        """No column is cut."""
        table, header = self.table, self.table.horizontalHeader()
        rows = table.verticalHeader()
        table.resizeRowsToContents()
        columns = (
            max(table.sizeHintForColumn(column), header.sectionSizeHint(column)) for column in range(header.count())
        )
        widest, spare = max(columns), table.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        header.setMinimumSectionSize(widest)
        table.setMinimumSize(
            rows.sizeHint().width() + widest * header.count() + spare,
            header.sizeHint().height() + rows.length() + spare,
        )

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text())


def _column(one: Estimate) -> list[str]:
    image = tr("Archive or tasking") if one.sensor.credits else acquisition_name(one.order.acquisition)
    resolution = tr("{} m").format(format_number(one.sensor.resolution_m, 2))
    examined = one.sensor.categories[one.order.category]
    if isinstance(examined, Examined):
        return [image, resolution, "", "", "", tr("on examination ({})").format(examined.by)]
    order = format_km2(one.order_km2)
    cost = format_eur(one.cost_eur)
    if one.credits is None:
        return [image, resolution, order, format_km2(one.quota_km2), format_km2(one.billable_km2), cost]
    return [
        image,
        resolution,
        tr("at least {}").format(format_credits(one.credits)),
        format_credits(one.quota_credits or 0),
        format_credits(one.billable_credits or 0),
        tr("at least {}").format(cost) if one.cost_eur else cost,
    ]
