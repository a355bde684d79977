# SPDX-License-Identifier: GPL-2.0-or-later
"""« Copier les détails » beside an error, for whoever is asked for help."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QApplication, QToolButton, QWidget

from ..translation import tr


class CopyDetails(QToolButton):
    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setText(tr("Copy details"))
        self.setToolTip(tr("Versions, service and status, for support; no key, no password"))
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._text)
        self.setText(tr("Details copied"))
