# SPDX-License-Identifier: GPL-2.0-or-later
"""The dossier of a request: one zip that holds all that the request form asks for."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Generator
from datetime import date
from pathlib import Path

from ..domain.errors import NotWritable
from ..domain.quota import Estimate
from ..domain.request import ImageryRequest
from ..domain.request_file import to_json
from .request_sheet import write_pdf
from .request_words import heading, paste_text
from .zone_files import geojson, kml, zipped_shapefile


def begun(request: ImageryRequest, estimate: Estimate) -> bytes:
    """The dossier without its sheet and its text, on any thread: a coast has 200 000 corners to write four times. What
    the request keeps of it makes :func:`finish` quick. Raises :class:`NotWritable`."""
    try:
        return _begun(request, estimate)
    except OSError as error:
        raise NotWritable(tempfile.gettempdir(), error.strerror or type(error).__name__) from error


def _begun(request: ImageryRequest, estimate: Estimate) -> bytes:
    zone, title, km2 = request.outline, heading(request), float(estimate.aoi_km2)
    files = {
        "request.json": json.dumps(to_json(request), ensure_ascii=False, indent=1).encode(),
        "zone.geojson": geojson(zone, title, km2),
        "zone.kml": kml(zone, title),
        "zone.shp.zip": zipped_shapefile(zone, title, km2),
    }  # by names that no person chose: any system takes them
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


def finish(
    path: Path, dossier: bytes, request: ImageryRequest, estimate: Estimate, day: date
) -> Generator[None, None, None]:
    """The steps, each for a turn of the main thread's event loop: the sheet is made with QGIS's layout engine. Whole or
    not at all: a former file stays until the new one is complete. Raises :class:`NotWritable`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".dinamis-") as folder:
            whole, sheet = Path(folder) / "dossier.zip", Path(folder) / "request.pdf"
            whole.write_bytes(dossier)
            yield from write_pdf(sheet, request, estimate, day)
            with zipfile.ZipFile(whole, "a", zipfile.ZIP_DEFLATED) as archive:
                archive.write(sheet, sheet.name)
                archive.writestr("request.txt", paste_text(request, estimate, day).encode())
            whole.replace(path)
    except OSError as error:
        raise NotWritable(str(path), error.strerror or type(error).__name__) from error


def write_dossier(path: Path, request: ImageryRequest, estimate: Estimate, day: date) -> None:
    """All of it at once, on the main thread."""
    for _step in finish(path, begun(request, estimate), request, estimate, day):
        pass
