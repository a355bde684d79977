# SPDX-License-Identifier: GPL-2.0-or-later
"""A Primary image of 20 000 × 20 000 pixels (no overviews), laid by its RPC where it is looked at, against the same
pixels in map geometry: the first full frame and those that follow."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np
from osgeo import gdal
from qgis.core import QgsFeedback

from dinamis_qgis.core.dimap import read_dimap
from dinamis_qgis.core.products import open_image
from tests.bench import Figure
from tests.bench.pansharpening import frame
from tests.services.dimap_writer import Image, write_pleiades
from tests.services.sensor_writer import make_primary

RUNS = 3
SIDE = 20_000


def write_image(folder: Path) -> Path:
    small = Image("PHR1B", "MS", np.ones((4, 40, 40), np.uint16), (300_000.0, 6_850_000.0), 2.0)
    (dim,) = write_pleiades(folder, [small])
    text = dim.read_text("utf-8")
    for key in ("NROWS", "NCOLS"):
        text = text.replace(f"<{key}>40<", f"<{key}>{SIDE}<")
    (tile,) = dim.parent.glob("IMG_*.TIF")
    options = ["TILED=YES", "SPARSE_OK=TRUE", "COMPRESS=DEFLATE"]
    large = gdal.GetDriverByName("GTiff").Create(str(tile), SIDE, SIDE, 4, gdal.GDT_UInt16, options)
    block = np.random.default_rng(1).integers(300, 1500, (4, 512, 512), dtype=np.uint16)
    for start in range(0, SIDE - 512, SIDE // 8):
        large.WriteArray(block, start, start)
    del large
    dim.write_text(text, "utf-8")  # last: GDAL takes it away with the tile that it replaces
    return dim


def frames(dim: Path) -> tuple[float, float]:
    layer = open_image(read_dimap(dim.as_posix()), "natural", QgsFeedback())
    return frame(layer), median(frame(layer) for _ in range(RUNS))


def run() -> list[Figure]:
    with TemporaryDirectory() as name:
        dim = write_image(Path(name))
        ortho = frames(dim)
        make_primary(dim)
        primary = frames(dim)
    return [
        Figure("first full frame of a Primary image of 20 000² / as an ortho", primary[0], "s", 2.0, ortho[0]),
        Figure("a full frame of it later", primary[1], "s", 2.0),
    ]
