# SPDX-License-Identifier: GPL-2.0-or-later
"""« Filtre expert (CQL2) » : a line of CQL2 text, with what is wrong with it under it as one types."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...core.messages import sentence
from ...domain import cql2
from ...domain.filter_errors import InvalidFilter
from ...translation import tr
from ..tool_tip import tool_tip

_EXAMPLE = "eo:cloud_cover < 5 AND gsd < 1"


class ExpertLine(QWidget):
    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QgsFilterLineEdit()
        self.line.setPlaceholderText(_EXAMPLE)
        self.line.setToolTip(tool_tip(_explained()))
        self._wrong = QLabel()
        self._wrong.setWordWrap(True)
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.line)
        layout.addWidget(self._wrong)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(lambda _text: self._check())

    def setAccessibleName(self, name: str) -> None:
        self.line.setAccessibleName(name)

    def text(self) -> str:
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        self.line.setText(text)

    def problem(self) -> InvalidFilter | None:
        try:
            if self.text():
                cql2.parse(self.text())
        except InvalidFilter as error:
            return error
        return None

    def _check(self) -> None:
        problem = self.problem()
        self._wrong.setText(sentence(problem) if problem else "")
        self._wrong.setVisible(problem is not None)
        self.line.setAccessibleDescription(self._wrong.text())
        self.changed.emit()


def _explained() -> str:
    return tr(
        "CQL2 text on the properties of the images, for instance {}. An image without the property is left out, unless "
        "you add OR … IS NULL. A service that does not understand CQL2 is asked without it, and its images are "
        "filtered here."
    ).format(_EXAMPLE)
