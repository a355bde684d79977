# SPDX-License-Identifier: GPL-2.0-or-later
"""A virtual mosaic of 20 products, read from their folders and written as files; beside it, what GDAL's own tool takes
for the same images, which knows no outlines, no dates and no credits."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench import Figure

RUNS = 5
_COUNT = 20
_SIDE = 40_000


def run() -> list[Figure]:
    from osgeo import gdal
    from qgis.core import QgsFeedback
    from shapely.geometry import Point

    from dinamis_qgis.core.mosaic import Recipe, assemble, write
    from dinamis_qgis.core.mosaic_inputs import Given, read_given
    from dinamis_qgis.core.proj import to_lon_lat

    with TemporaryDirectory() as kept:
        folder = Path(kept)
        dims = [_product(folder / f"d{number}", number) for number in range(_COUNT)]
        zone = to_lon_lat(Point(345_000, 6_825_000).buffer(50_000, quad_segs=5_000), "EPSG:2154")
        ours, plain = [], []
        for number in range(RUNS):
            started = perf_counter()
            groups, skipped = read_given([Given(str(folder / f"d{number}")) for number in range(_COUNT)], QgsFeedback())
            mosaic = assemble(groups, Recipe(zone=zone), QgsFeedback(), skipped)
            write(mosaic, folder / f"m{number}.vrt", QgsFeedback())
            ours.append(perf_counter() - started)
            started = perf_counter()
            built = gdal.BuildVRT(str(folder / f"g{number}.vrt"), [str(dim) for dim in dims])
            del built
            plain.append(perf_counter() - started)
        if gdal.Open(str(folder / "m0.vrt")) is None or len(mosaic.images) != _COUNT:
            raise RuntimeError("no mosaic")
        first, again = _full_views(folder, dims)
        name = f"virtual mosaic of {_COUNT} products of 20 km, cut to 20 000 vertices"
        return [
            Figure(name, min(ours), "s", 2.0),
            Figure(f"{name}, against gdalbuildvrt", min(ours), "s", 20.0, min(plain)),
            Figure(f"first full view of it, with overviews ({again * 1000:.0f} ms warm)", first, "s", 2.0),
        ]


def _full_views(folder: Path, dims: list[Path]) -> tuple[float, float]:
    """Seconds of the first frame and of the next ones, once the tiles have overviews as deliveries in JPEG 2000 do."""
    from osgeo import gdal
    from qgis.core import QgsRasterLayer

    from tests.bench.pansharpening import frame

    gdal.SetConfigOption("SPARSE_OK_OVERVIEW", "ON")
    for dim in dims:
        tile = gdal.Open(str(next(dim.parent.glob("IMG_*.TIF"))))
        tile.BuildOverviews("NEAREST", [16, 32, 64, 128])
        del tile
    layer = QgsRasterLayer(str(folder / "m0.vrt"), "m")
    return frame(layer), min(frame(layer) for _ in range(3))


def _product(folder: Path, number: int) -> Path:
    """A sparse image of 40 000 × 40 000 pixels with a tilted outline, one of five by four that overlap."""
    import numpy as np
    from osgeo import gdal

    from tests.services.dimap_writer import Image, write_pleiades

    x, y = 300_000.0 + 18_000 * (number % 5), 6_860_000.0 - 18_000 * (number // 5)
    when = datetime(2022, 7, 1, 11, tzinfo=timezone.utc) + timedelta(days=number)
    image = Image("PHR1B", "PMS", np.ones((4, 40, 40), np.uint16), (x, y), 0.5, when=when, cloud_cover=float(number))
    far = 0.5 * _SIDE
    image = replace(image, roi=[(x + 900, y), (x + far, y), (x + far - 900, y - far), (x, y - far)])
    (dim,) = write_pleiades(folder, [image])
    (tile,) = dim.parent.glob("IMG_*.TIF")
    text = dim.read_text("utf-8")
    small = gdal.Open(str(tile))
    transform, crs, bands = small.GetGeoTransform(), small.GetProjection(), small.RasterCount
    del small
    options = ["TILED=YES", "SPARSE_OK=TRUE", "COMPRESS=DEFLATE"]
    large = gdal.GetDriverByName("GTiff").Create(str(tile), _SIDE, _SIDE, bands, gdal.GDT_UInt16, options)
    large.SetGeoTransform(transform)
    large.SetProjection(crs)
    del large
    for key in ("NROWS", "NCOLS"):
        text = text.replace(f"<{key}>40<", f"<{key}>{_SIDE}<")
    for key in ("nrows", "ncols"):
        text = text.replace(f'{key}="40"', f'{key}="{_SIDE}"')
    dim.write_text(text, "utf-8")  # last: GDAL takes it away with the tile that it replaces
    return dim
