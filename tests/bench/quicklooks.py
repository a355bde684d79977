# SPDX-License-Identifier: GPL-2.0-or-later
"""Where quicklooks land, and how long one takes against GDAL's own translation of the same picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from osgeo import gdal

from dinamis_qgis.core.quicklooks import georeference
from tests.bench import Figure
from tests.synthetic_pictures import Sample, acquisition, mark_errors, north_up, wedged

RUNS = 5
CASES = {
    "north-up in UTM": lambda: north_up("EPSG:32631"),
    "north-up in Lambert-93": lambda: north_up("EPSG:2154"),
    "acquisition frame tilted 12°": acquisition,
    "acquisition frame, keystone 5 %": lambda: acquisition(keystone=0.05),
    "north-up, black corners, UTM": lambda: wedged("EPSG:32631"),
    "north-up, white corners, degrees": lambda: wedged("EPSG:4326", empty=255),
}


def run() -> list[Figure]:
    figures = []
    with TemporaryDirectory() as folder:
        out, plain = Path(folder) / "quicklook.tif", Path(folder) / "plain.tif"
        for name, build in CASES.items():
            sample = build()
            ours = median(_timed(georeference, sample.scene, sample.picture, out) for _ in range(RUNS))
            bare = median(_timed(_translate, sample, plain) for _ in range(RUNS))
            error = float(mark_errors(out, sample).max())
            figures.append(Figure(f"quicklook, {name}: worst of 16 marks", error, "px", 1.0))
            figures.append(Figure(f"quicklook, {name}: 1 Mpx, in a task", 1000 * ours, "ms", 8.0, 1000 * bare))
    return figures


def _translate(sample: Sample, out: Path) -> None:
    """The same picture as a GeoTIFF with four control points: not warped, not transparent, not checked."""
    gdal.FileFromMemBuffer("/vsimem/bench", sample.picture)
    source = gdal.Open("/vsimem/bench")
    (columns, rows), ring = (source.RasterXSize, source.RasterYSize), sample.scene.footprint.exterior.coords
    pixels = [(0, 0), (columns, 0), (columns, rows), (0, rows)]
    gcps = [gdal.GCP(x, y, 0, column, row) for (x, y), (column, row) in zip(ring, pixels)]
    options = ["COMPRESS=DEFLATE", "ZLEVEL=1", "PREDICTOR=2"]
    gdal.Translate(str(out), source, outputSRS="EPSG:4326", GCPs=gcps, creationOptions=options)
    gdal.Unlink("/vsimem/bench")


def _timed(work: Callable[..., object], *given: object) -> float:
    started = perf_counter()
    work(*given)
    return perf_counter() - started
