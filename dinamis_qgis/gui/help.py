# SPDX-License-Identifier: GPL-2.0-or-later
"""The guide: pages of our own, in ``resources/help/<language>/``, shown in QGIS without any network."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from ..paths import resource
from ..translation import tr

WHICH_IMAGE = "which-image"
_OTHERS = "en"  # whoever reads neither of the languages of the guide


def help_page(page: str) -> Path:
    """In the language of QGIS, else in English."""
    own = resource("help", QgsApplication.locale()[:2], f"{page}.html")
    return own if own.is_file() else resource("help", _OTHERS, f"{page}.html")


def open_help(page: str, parent: QWidget | None = None) -> HelpWindow:
    """Beside the work, which goes on."""
    window = HelpWindow(page, parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()
    return window


class HelpWindow(QDialog):
    """Links between pages are followed here, those to the web in the person's browser."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(tr("Guide"))
        self.browser.setOpenExternalLinks(True)
        self.browser.sourceChanged.connect(self._name)
        self.browser.setSource(QUrl.fromLocalFile(str(help_page(page))))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.browser)
        layout.addWidget(buttons)
        self.resize(560, 640)

    def _name(self, _page: QUrl) -> None:
        self.setWindowTitle(self.browser.documentTitle() or tr("Guide"))
