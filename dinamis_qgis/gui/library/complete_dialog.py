# SPDX-License-Identifier: GPL-2.0-or-later
"""« Compléter » : the day, the credit line and the licence of an image of which nothing is known."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ...core.completion import Completion
from ...core.product import Product
from ...core.product_texts import layer_name
from ...translation import tr
from ..fitted import fit
from ..help import add_help

_NARROWEST = 320


class CompleteDialog(QDialog):
    """``accept_it(completion)`` is called once when the person agrees."""

    def __init__(self, image: Product, accept_it: Callable[[Completion], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Complete an image"))
        text = tr("{}: what you write is kept in the project; nothing is written beside the image.")
        intro = QLabel(text.format(layer_name(image)))
        intro.setTextFormat(Qt.TextFormat.PlainText)
        intro.setWordWrap(True)
        self.day = QgsDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setMaximumDate(QDate.currentDate())
        self.day.setNullRepresentation(tr("unknown"))
        self.day.clear()
        if image.acquired is not None:
            self.day.setDate(QDate(image.acquired.year, image.acquired.month, image.acquired.day))
        self.credit = QLineEdit(image.credit)
        self.credit.setPlaceholderText("© …")
        self.licence = QLineEdit(image.licence)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("Date of acquisition"), self.day)
        form.addRow(tr("Credit line"), self.credit)
        form.addRow(tr("Licence"), self.licence)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Ok)
        add_help(self, buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(intro)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.credit.setFocus()  # in the day's field an empty date looks like today's
        self.accepted.connect(lambda: accept_it(self.completion()))
        self.setMinimumWidth(_NARROWEST)
        fit(self)

    def completion(self) -> Completion:
        day = None if self.day.isNull() else self.day.date().toPyDate()
        return Completion(day, self.credit.text().strip(), self.licence.text().strip())
