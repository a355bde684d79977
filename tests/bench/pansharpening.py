# SPDX-License-Identifier: GPL-2.0-or-later
"""A bundle of 40 000 × 40 000 pixels (sparse, no overviews): its first full frame, pansharpened on the fly, against
its multispectral image alone. Each cold run opens its files for the first time in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench import Figure

RUNS, WARM_RUNS = 5, 15
SIDE = 40_000
_FRAME = (1000, 700)


def write_bundle(folder: Path) -> None:
    from dataclasses import replace

    import numpy as np
    from osgeo import gdal

    from tests.services.dimap_writer import Image, write_pleiades

    pan = Image("PHR1B", "P", np.ones((1, 40, 40), np.uint16), (300_000.0, 6_850_000.0), 0.5)
    colour = replace(pan, mode="MS", pixels=np.ones((4, 40, 40), np.uint16), pixel_size=2.0)
    for dim, side in zip(write_pleiades(folder, [pan, colour]), (SIDE, SIDE // 4)):
        text = dim.read_text("utf-8")
        for key in ("NROWS", "NCOLS"):
            text = text.replace(f"<{key}>40<", f"<{key}>{side}<")
        for mask in dim.parent.glob("MASKS/*"):
            mask.unlink()
        (tile,) = dim.parent.glob("IMG_*.TIF")
        small = gdal.Open(str(tile))
        transform, crs, bands = small.GetGeoTransform(), small.GetProjection(), small.RasterCount
        del small
        options = ["TILED=YES", "SPARSE_OK=TRUE", "COMPRESS=DEFLATE"]
        large = gdal.GetDriverByName("GTiff").Create(str(tile), side, side, bands, gdal.GDT_UInt16, options)
        large.SetGeoTransform(transform)
        large.SetProjection(crs)
        block = np.random.default_rng(1).integers(300, 1500, (bands, 512, 512), dtype=np.uint16)
        for start in range(0, side - 512, side // 8):
            large.WriteArray(block, start, start)
        del large
        dim.write_text(text, "utf-8")  # last: GDAL takes it away with the tile that it replaces


def frame(layer) -> float:
    """Seconds until the whole image is drawn."""
    from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings
    from qgis.PyQt.QtCore import QSize

    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(*_FRAME))
    job = QgsMapRendererSequentialJob(settings)
    started = perf_counter()
    job.start()
    job.waitForFinished()
    return perf_counter() - started


def inside(kind: str, folder: str) -> None:
    """In a process of its own: prints the first frame's time and the best of those that follow."""
    from qgis.core import QgsApplication, QgsFeedback

    application = QgsApplication([], False)
    application.initQgis()
    from dinamis_qgis.core.opening import find, open_groups
    from dinamis_qgis.core.sharpened import sharpened_layer

    class Task(QgsFeedback):
        def check(self) -> None:
            """As a task's feedback."""

    (group,) = find([folder], Task()).groups
    if kind == "sharp":
        layer = sharpened_layer(group, "natural", Task())
    else:
        layer = open_groups([group], "natural", Task()).opened[0].layers[0]
    first = frame(layer)
    print(first, min(frame(layer) for _ in range(WARM_RUNS)), flush=True)
    del layer
    application.exitQgis()


def measured(kind: str, folder: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", __name__, kind, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    cold, warm = done.stdout.split()[-2:]
    return float(cold), float(warm)


def run() -> list[Figure]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_bundle(folder)
        before = sorted(path.name for path in folder.rglob("*"))
        times = [(*measured("plain", folder), *measured("sharp", folder)) for _ in range(RUNS)]
        written = len(sorted(path.name for path in folder.rglob("*"))) - len(before)
    plain_cold, plain_warm, sharp_cold, sharp_warm = (min(column) for column in zip(*times))
    return [
        Figure("full frame of a pansharpened 40 000² bundle, warm / its MS", sharp_warm, "s", 2.0, plain_warm),
        Figure("full frame of a pansharpened 40 000² bundle, cold / its MS", sharp_cold, "s", 3.0, plain_cold),
        Figure("files written by it beside the bundle", written, "", 0),
    ]


if __name__ == "__main__":
    inside(*sys.argv[1:3])
