# SPDX-License-Identifier: GPL-2.0-or-later
"""The guide's window. Its pages lie in ``resources/help/<language>/``: nothing is asked of a network."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from ..core.guide import guide_page
from ..translation import tr
from .flat_buttons import text_button
from .help import INDEX


class HelpWindow(QDialog):
    """Links between pages are followed here, those to the web in the person's browser. Esc closes it."""

    def __init__(self, page: str = INDEX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(tr("Guide"))
        self.browser.setOpenExternalLinks(True)
        self.browser.sourceChanged.connect(self._name)
        self.back = text_button("←", tr("Back"), tr("Back"))
        self.back.setEnabled(False)
        self.back.clicked.connect(self.browser.backward)
        self.browser.backwardAvailable.connect(self.back.setEnabled)
        self.contents = text_button(tr("Contents"), tr("Contents"), tr("Contents"))
        self.contents.clicked.connect(self._show_contents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        ways = QHBoxLayout()
        ways.addWidget(self.back)
        ways.addWidget(self.contents)
        ways.addStretch()
        ways.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.browser)
        layout.addLayout(ways)
        self.resize(620, 680)
        self.go_to(page)

    def go_to(self, page: str) -> None:
        """``page`` or ``page#place``."""
        name, _sign, place = page.partition("#")
        address = QUrl.fromLocalFile(str(guide_page(name)))
        if place:
            address.setFragment(place)
        self.browser.setSource(address)
        self.browser.setFocus()

    def _show_contents(self) -> None:
        self.go_to(INDEX)

    def _name(self, _page: QUrl) -> None:
        self.setWindowTitle(self.browser.documentTitle() or tr("Guide"))
