# SPDX-License-Identifier: GPL-2.0-or-later
"""A section of the options: what ``sections.py`` lists and the page shows as a tab."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..notices import Notices
from .given import Given


class Section(QWidget):
    """Shows what is stored; nothing is stored before :meth:`apply`, except what its own buttons say at once."""

    name = ""
    catalogues_changed = pyqtSignal()

    def __init__(self, given: Given, notices: Notices, parent: QWidget | None = None) -> None:
        """``notices`` is the page's own message bar, as long as the dialog is open."""
        super().__init__(parent)
        self.given, self.notices = given, notices

    @staticmethod
    def title() -> str:
        raise NotImplementedError

    def problem(self) -> str:
        """Why this cannot be stored as it stands, in a sentence; "" when it can."""
        return ""

    def apply(self) -> None:
        """The person said OK. Raises DinamisError."""

    def close_section(self) -> None:
        """The dialog closes, whatever the person said: stop what runs."""
