# SPDX-License-Identifier: GPL-2.0-or-later
"""How narrow the panel can be made, with each page built and the banner shown."""

from qgis.PyQt.QtWidgets import QTabWidget
from qgis.utils import plugins

from dinamis_qgis.core.catalogues import configured_rows
from tests.integration.inside import answer, grab, spin

dock = plugins["dinamis_qgis"]._dock
dock.setUserVisible(True)
dock.set_synthetic(next(row for row in configured_rows()[0] if row.synthetic))
dock.setFloating(True)
for name in ("search", "request", "images"):
    dock.show_page(name)
    dock.resize(320, 700)
    spin(0.2)
    answer[name] = dock.width()
    bar = dock.findChild(QTabWidget).tabBar()
    answer[f"{name}: tabs whole"] = bar.sizeHint().width() <= bar.width()
    grab(dock, f"{name}-320.png")
