# SPDX-License-Identifier: GPL-2.0-or-later
"""Goes through the whole plugin in the real QGIS, with the services of the tests, and takes a picture of everything."""

from __future__ import annotations

import json
import os
from pathlib import Path

from qgis.core import QgsApplication

from tests.integration.inside import answer, spin
from tests.services.gazetteer_service import GazetteerService, profile_file
from tests.services.http_service import serving
from tests.services.openspot_service import OpenSpotService
from tests.services.wmts_service import WmtsService

QgsApplication.setUITheme(os.environ.get("DINAMIS_THEME", "default"))
answer["taken"], answer["missing"] = [], []
home = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis"
home.mkdir(exist_ok=True)
QgsApplication.authManager().setMasterPassword("screenshots", True)

with serving(WmtsService()) as tiles, serving(GazetteerService()) as places, serving(OpenSpotService({})) as openspot:
    rows = [{"id": "ign-mosaics", "url": f"{tiles.url}/wmts"}, {"id": "openspot", "url": openspot.url}]
    (home / "catalogues.json").write_text(json.dumps({"version": 1, "catalogues": rows}), encoding="utf-8")
    (home / "gazetteer.json").write_text(profile_file(places.url), encoding="utf-8")
    from tests.screenshots import around, panel, windows
    from tests.screenshots.looks import stage

    for work in (*panel.STAGES, *windows.STAGES, *around.STAGES):
        stage(work)
    spin(0.5)
