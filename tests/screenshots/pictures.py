# SPDX-License-Identifier: GPL-2.0-or-later
"""The pictures of the guide and of the README, made of the look-book's: few colours, so that the zip stays small."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from osgeo import gdal

from tests.integration.real_qgis import ROOT

HELP = ROOT / "resources" / "help"
README = "07-results"
# What the guide shows, by the name of the look-book's picture.
SHOWN = {
    "02-welcome": "welcome",
    "03-search": "search",
    "07-results": "results",
    "10-detail": "detail",
    "13-compare": "compare",
    "12-cover": "cover",
    "20-request": "request",
    "24-request-tasking": "tasking",
    "26-my-requests": "my-requests",
    "50-delivery": "delivery",
    "51-images-several": "images",
    "52-assemble": "assemble",
    "61-options-catalogues": "options",
    "71-sign-in": "sign-in",
    "a3-image-sheet": "image-sheet",
    "a0-toolbox": "toolbox",
}
WIDEST = 570  # pixels: that of the guide's window, which scales badly
_COLOURS = 255
_EDGE, _MARGIN = 3, 10  # pixels: a window's frame, what is left below


def renew(book: Path, languages: tuple[str, ...]) -> None:
    for language in languages:
        folder = HELP / language / "img"
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
        for name, shown in SHOWN.items():
            with_few_colours(book / f"{language}-light" / f"{name}.png", folder / f"{shown}.png")
    if "fr" in languages:
        with_few_colours(book / "fr-light" / f"{README}.png", HELP / "panel.png")


def with_few_colours(picture: Path, made: Path) -> None:
    """At most 256 of them: the flat ones of windows are kept as they are, the others are the nearest of a palette. What
    is empty below is cut off."""
    source = gdal.Open(str(picture))
    if source is None:
        raise FileNotFoundError(picture)
    wide = source.RasterXSize > WIDEST
    options = {"width": WIDEST, "height": 0, "resampleAlg": "cubic"} if wide else {}
    bands = gdal.Translate("", source, format="MEM", bandList=[1, 2, 3], **options)
    whole = _used(bands.ReadAsArray().transpose(1, 2, 0))
    pixels = whole.reshape(-1, 3)
    palette = gdal.ColorTable()
    gdal.ComputeMedianCutPCT(*(bands.GetRasterBand(number) for number in (1, 2, 3)), 200, palette)
    colours = [palette.GetColorEntry(place)[:3] for place in range(palette.GetCount())]
    seen, counts = np.unique(pixels, axis=0, return_counts=True)
    flat = [tuple(int(part) for part in one) for one in seen[np.argsort(-counts)][: _COLOURS - len(colours)]]
    colours = np.array([*flat, *colours], dtype=np.int32)
    apart = ((seen[:, None, :].astype(np.int32) - colours[None]) ** 2).sum(axis=2) if len(seen) < 20_000 else None
    nearest = apart.argmin(axis=1) if apart is not None else _in_slices(seen, colours)
    _all, inverse = np.unique(pixels, axis=0, return_inverse=True)
    places = nearest[inverse.reshape(-1)].reshape(whole.shape[:2]).astype(np.uint8)
    _write(places, colours, made)


def _used(pixels: np.ndarray) -> np.ndarray:
    """Down to the last row that is not like the lowest one, and a little more."""
    other = np.flatnonzero((pixels != pixels[-_EDGE]).any(axis=(1, 2))[:-_EDGE])
    return pixels[: min(len(pixels), (other[-1] if len(other) else len(pixels)) + _MARGIN)]


def _in_slices(seen: np.ndarray, colours: np.ndarray) -> np.ndarray:
    parts = np.array_split(seen.astype(np.int32), len(seen) // 10_000 + 1)
    return np.concatenate([((part[:, None, :] - colours[None]) ** 2).sum(axis=2).argmin(axis=1) for part in parts])


def _write(places: np.ndarray, colours: np.ndarray, made: Path) -> None:
    height, width = places.shape
    image = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
    table = gdal.ColorTable()
    for place, colour in enumerate(colours):
        table.SetColorEntry(place, (*(int(part) for part in colour), 255))
    image.GetRasterBand(1).SetRasterColorTable(table)
    image.GetRasterBand(1).WriteArray(places)
    gdal.GetDriverByName("PNG").CreateCopy(str(made), image, options=["ZLEVEL=9"])
    Path(f"{made}.aux.xml").unlink(missing_ok=True)
