# SPDX-License-Identifier: GPL-2.0-or-later
"""One question in the message bar: the reference that DINAMIS gave to a request."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis
from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtWidgets import QLineEdit

from ...translation import tr
from ..notices import Notices
from ..tool_tip import tool_tip


class ReferenceQuestion:
    """``answered`` hears the reference, once; closing the message is an answer too: later."""

    def __init__(self, notices: Notices, title: str, answered: Callable[[str], None]) -> None:
        self._notices, self._answered = notices, answered
        self.item: QgsMessageBarItem = notices.say(tr("DINAMIS reference?"), Qgis.MessageLevel.Info, (), 0)
        self.field = QLineEdit(self.item)
        self.field.setAccessibleName(tr("DINAMIS reference"))
        self.field.setPlaceholderText(tr("then Enter"))
        self.field.setToolTip(tool_tip(title, tr("It is in DINAMIS's answer; it can be noted later, in Follow-up.")))
        self.field.setMaximumWidth(self.field.fontMetrics().horizontalAdvance("0") * 18)
        self.item.layout().addWidget(self.field)
        self.field.returnPressed.connect(self._answer)

    def withdraw(self) -> None:
        self._notices.withdraw(self.item)

    def _answer(self) -> None:
        reference = self.field.text().strip()
        if reference:
            self._notices.withdraw(self.item)
            self._answered(reference)
