# SPDX-License-Identifier: GPL-2.0-or-later
"""The ortho product of the demonstration: the invented harbour as a DIMAP V2 delivery of Pléiades."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from tests.services.dimap_writer import Image, write_pleiades, zipped

from .acquisition import UTM, Frame, inside, off_nadir, sun, transform
from .geography import HARBOUR, ORIGIN
from .landscape import Country
from .noise import Array, hashed
from .seasons import Moment

NAME = "7000001101"
CREDIT = "Données synthétiques (Synthetic data)"
WHEN = datetime(2022, 7, 14, 11, 2, 15, 300_000, timezone.utc)
EPSG, PIXEL, COLUMNS, ROWS = 2154, 0.5, 1080, 760
COUNTS, EASE = 2700, 0.6  # 12 bits; bright things held back, so that a linear stretch shows the gardens too
STEP = 8  # counts: a value in eight, so that the file stays small
PATH = (0.016, 0.026, 0.042, 0.008)  # what the air adds


def make_product(country: Country, out: Path) -> Path:
    """Writes ``<NAME>.zip`` in ``out``."""
    pixels, corner, roi = take(country)
    longitude, latitude = transform([corner], EPSG, 4326)[0]
    image = Image(
        "PHR1B",
        "PMS",
        pixels,
        corner,
        PIXEL,
        EPSG,
        WHEN,
        NAME,
        tile=(ROWS, COLUMNS // 2),
        creation=("TILED=YES", "BLOCKXSIZE=544", "BLOCKYSIZE=384", "COMPRESS=DEFLATE", "ZLEVEL=9", "INTERLEAVE=BAND"),
        cloud_cover=0.0,
        incidence=12.4,
        off_nadir=round(off_nadir(12.4), 2),
        sun=sun(WHEN, longitude, latitude),
        roi=roi,
        copyright=CREDIT,
        licence="CC0-1.0",
        producer=CREDIT,
    )
    with TemporaryDirectory() as folder:
        write_pleiades(Path(folder) / NAME, [image])
        note = "DONNÉES SYNTHÉTIQUES, aucune image réelle. SYNTHETIC DATA, not a real image.\n"
        (Path(folder) / NAME / "SYNTHETIQUE.TXT").write_text(note, encoding="utf-8")
        return zipped(Path(folder) / NAME, out / f"{NAME}.zip")


def take(country: Country) -> tuple[Array, tuple[float, float], list[tuple[float, float]]]:
    """Pixels (4, rows, columns) uint16, the upper left corner and the outline of what was seen, in EPSG:2154."""
    ((hx, hy),) = transform([(ORIGIN[0] + HARBOUR[0], ORIGIN[1] + HARBOUR[1])], UTM, EPSG)
    x0, y0 = round(hx) - 235.0, round(hy) + 180.0
    width, height = COLUMNS * PIXEL, ROWS * PIXEL
    roi = [(x0 + 26.0, y0), (x0 + width, y0), (x0 + width, y0 - height), (x0, y0 - height), (x0, y0 - 150.0)]
    frame = Frame(COLUMNS, ROWS, EPSG, (x0, PIXEL, 0.0, y0, 0.0, -PIXEL), tuple(transform(roi, EPSG, UTM)))
    col, row = np.meshgrid(np.arange(COLUMNS) + 0.5, np.arange(ROWS) + 0.5)
    gx, gy = frame.ground(col, row)
    x, y = (gx - ORIGIN[0]).astype(np.float32), (gy - ORIGIN[1]).astype(np.float32)
    azimuth, elevation = sun(WHEN, -2.55, 48.57)
    moment = Moment(WHEN.year, WHEN.timetuple().tm_yday, 0.75, azimuth, elevation)
    reflectance = country.look(x, y, PIXEL, moment)
    counts = COUNTS * (reflectance + np.array(PATH, np.float32)[:, None, None]) ** EASE
    glint = (reflectance[0] > 0.5) & (hashed((x * 2).astype(np.int32), (y * 2).astype(np.int32), 401) < 0.02)
    counts = np.where(glint[None], 4095, np.clip(counts // STEP * STEP, STEP, 4088))
    return (counts * inside(frame, gx, gy)[None]).astype(np.uint16), (x0, y0), roi
