# SPDX-License-Identifier: GPL-2.0-or-later
"""The page: a tab for each section. QGIS calls ``apply`` when the person says OK."""

from __future__ import annotations

from qgis.gui import QgsMessageBar, QgsOptionsPageWidget, QgsScrollArea
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QDialog, QFrame, QLabel, QTabWidget, QVBoxLayout, QWidget

from ... import dependencies
from ...core.messages import sentence
from ...domain.errors import DinamisError
from ..help import help_button
from ..notices import Notices
from .given import Given
from .section import Section


class OptionsPage(QgsOptionsPageWidget):
    catalogues_changed = pyqtSignal()

    def __init__(self, given: Given, section: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = given
        self._watched = False
        self.sections: list[Section] = []
        self.bar = QgsMessageBar()
        self.tabs = QTabWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        problem = dependencies.problem()
        if problem is not None:
            layout.addWidget(_sentence(sentence(problem)))
            layout.addStretch()
            return
        self.tabs.setCornerWidget(help_button(self))
        layout.addWidget(self.tabs, 1)
        self._build(section)

    def apply(self) -> None:
        for section in self.sections:
            try:
                section.apply()
            except DinamisError as error:
                self._given.notices.tell(error)

    def isValid(self) -> bool:
        """QGIS asks from 3.24 on, and leaves the dialog open."""
        for place, section in enumerate(self.sections):
            problem = section.problem()
            if problem:
                self.tabs.setCurrentIndex(place)
                self.bar.clearWidgets()
                Notices(self.bar).say(problem, seconds=0)
                return False
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        dialog = self.window()
        if isinstance(dialog, QDialog) and not self._watched:
            self._watched = True
            dialog.finished.connect(self._close_sections)

    def _close_sections(self, _result: int) -> None:
        self.window().finished.disconnect(self._close_sections)
        for section in self.sections:
            section.close_section()

    def _build(self, first: str) -> None:
        from .sections import SECTIONS

        for kind in SECTIONS:
            section = kind(self._given, Notices(self.bar))
            section.catalogues_changed.connect(self.catalogues_changed)
            scroll = QgsScrollArea()
            scroll.setWidget(section)
            scroll.setWidgetResizable(True)
            scroll.setFrameShape(QFrame.Shape.NoFrame)
            self.tabs.addTab(scroll, kind.title())
            self.sections.append(section)
            if kind.name == first:
                self.tabs.setCurrentWidget(scroll)


def _sentence(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label
