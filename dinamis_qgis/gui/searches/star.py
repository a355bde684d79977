# SPDX-License-Identifier: GPL-2.0-or-later
"""☆, or ★ when the search is kept."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ...translation import tr
from ..tool_tip import tool_tip


class StarButton(QToolButton):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setEnabled(False)
        self.show_kept("")

    def show_kept(self, name: str) -> None:
        """The name of the saved search, "" when there is none."""
        self.setText("★" if name else "☆")
        said = tr("Kept as “{}”").format(name) if name else tr("Keep this search (My searches)")
        self.setToolTip(tool_tip(said))
        self.setAccessibleName(said)
