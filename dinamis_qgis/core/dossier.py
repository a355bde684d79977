# SPDX-License-Identifier: GPL-2.0-or-later
"""The dossier of a request: one zip that holds all that the request form asks for."""

from __future__ import annotations

import json
import tempfile
import zipfile
from datetime import date
from pathlib import Path

from ..domain.errors import NotWritable
from ..domain.outline import for_delivery
from ..domain.quota import Estimate
from ..domain.request import ImageryRequest
from ..domain.request_file import to_json
from .request_sheet import write_pdf
from .request_words import heading, paste_text
from .zone_files import geojson, kml, zipped_shapefile


def write_dossier(path: Path, request: ImageryRequest, estimate: Estimate, day: date) -> None:
    """Whole or not at all: a former file stays until the new one is complete. On the main thread only: the sheet is
    made with QGIS's layout engine. Raises :class:`NotWritable`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".dinamis-") as folder:
            whole, sheet = Path(folder) / "dossier.zip", Path(folder) / "request.pdf"
            write_pdf(sheet, request, estimate, day)
            with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.write(sheet, sheet.name)
                for name, content in _files(request, estimate, day).items():
                    archive.writestr(name, content)
            whole.replace(path)
    except OSError as error:
        raise NotWritable(str(path), error.strerror or type(error).__name__) from error


def _files(request: ImageryRequest, estimate: Estimate, day: date) -> dict[str, bytes]:
    """By names that no person chose: any system takes them."""
    zone, title, km2 = for_delivery(request.zone), heading(request), float(estimate.aoi_km2)
    return {
        "request.txt": paste_text(request, estimate, day).encode(),
        "request.json": json.dumps(to_json(request), ensure_ascii=False, indent=1).encode(),
        "zone.geojson": geojson(zone, title, km2),
        "zone.kml": kml(zone, title),
        "zone.shp.zip": zipped_shapefile(zone, title, km2),
    }
