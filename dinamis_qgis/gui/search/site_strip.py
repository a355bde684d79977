# SPDX-License-Identifier: GPL-2.0-or-later
"""The Pléiades catalogue of DINAMIS has no known interface for machines: the zone is made ready, the site is opened."""

from __future__ import annotations

import shapely
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from shapely.geometry.base import BaseGeometry

from ...core.contacts import site
from ...domain.errors import InvalidZone
from ...translation import tr
from ..context import PanelContext

_COARSE = 1e-5  # degrees, a metre: the points of a densified edge are not worth pasting


class SiteStrip(QWidget):
    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        label = QLabel(tr("Pléiades images of the DINAMIS catalogue: on the web"))
        label.setWordWrap(True)
        self.button = QPushButton(tr("Copy my zone and open the site"))
        self.button.setToolTip(
            tr("The zone is copied as text (WGS 84 extent and WKT). The site opens at its first page, not at the zone.")
        )
        self.button.clicked.connect(self._copy_and_open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(label)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def _copy_and_open(self) -> None:
        zone = self._context.zones.zone
        if zone is None:
            self._context.notices.tell(InvalidZone("empty"))
            return
        QApplication.clipboard().setText(zone_text(zone.shape))
        address = site("dinamis_catalogue")
        if QDesktopServices.openUrl(address):
            said = tr("Zone copied to the clipboard (WGS 84 extent and WKT). The site does not open there: zoom to it.")
        else:
            said = tr("Zone copied to the clipboard. No browser answered: open {} yourself.")
            said = said.format(address.toString())
        self._context.notices.say(said)


def zone_text(shape: BaseGeometry) -> str:
    """West, south, east, north in degrees (WGS 84), then the outline as WKT, x = longitude."""
    extent = ", ".join(f"{value:.6f}" for value in shape.bounds)
    return f"{extent}\n{shapely.to_wkt(shape.simplify(_COARSE), rounding_precision=6)}\n"
