# SPDX-License-Identifier: GPL-2.0-or-later
"""What this is, what was verified and on what, where the figures come from."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from ..core.support import version
from ..translation import tr
from .help import add_help


def verified_lines() -> list[str]:
    return [
        tr("No live service was reached while this version was made: neither a catalogue nor a site of DINAMIS."),
        tr("Search was tested against stac-fastapi-pgstac (the software behind the Montpellier catalogue) "
           "with invented scenes, and against local servers that play its faults."),
        tr("GEODES and OpenSPOT were tested against local servers made from what open source programs know of them, "
           "and one published answer of GEODES; OpenSPOT's form, in which one accepts its licence, is sent by the "
           "person only."),
        tr("Accounts, keys and signed addresses were tested against local servers made from open source programs and "
           "public specifications; no account was at hand."),
        tr("Products were tested on synthetic DIMAP V2 products and on metadata files published by their makers; "
           "no delivered image was at hand."),
        tr("Places, IGN's mosaics and streamed images were tested against local servers, the register of requests "
           "against a PostgreSQL on the same machine."),
        tr("Tariffs come from public pages and slides, dated in each file; only DINAMIS's quote binds."),
        tr("The Pléiades catalogue has no known interface for machines: this plugin does not search it."),
    ]  # fmt: skip


class AboutDialog(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About DINAMIS"))
        self.title = QLabel(tr("DINAMIS for QGIS, version {}").format(version()))
        words = QTextBrowser()
        words.setPlainText("\n\n".join([tr("What was verified, and on what"), *verified_lines(), _sources()]))
        words.setAccessibleName(tr("What was verified, and on what"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, Qt.Orientation.Horizontal)
        add_help(self, buttons)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.title)
        layout.addWidget(words)
        layout.addWidget(buttons)
        self.resize(480, 420)


def _sources() -> str:
    return tr(
        "Sources: dinamis.data-terra.org (scheme, tariffs), the STAC and DIMAP V2 specifications. "
        "Free software under the GNU General Public License, version 2 or later."
    )
