# SPDX-License-Identifier: GPL-2.0-or-later
"""Which products on disk are one and the same image, wherever its copies lie and however they were renamed or packed;
and which of its copies stands for the others."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Sequence

from .bundles import pair
from .product import Product


def identity(image: Product) -> str:
    """Of what its maker describes, what it shows: satellite, instant, bands, grid. Of another image its file's name,
    size and grid."""
    said = [
        image.mission, *(moment.isoformat() for moment in image.acquisitions), image.spectral_mode, image.level,
        image.radiometry, image.crs, image.columns, image.rows, image.data_type,
        *(band.role or band.id for band in image.bands),
    ]  # fmt: skip
    if image.geotransform is not None:
        said += [f"{number:.6g}" if place % 3 else f"{number:.3f}" for place, number in enumerate(image.geotransform)]
    elif image.outline is not None:
        said += [f"{edge:.6f}" for edge in image.outline.bounds]
    if not image.is_described:
        said += [posixpath.basename(image.path), sum(tile.size for tile in image.tiles)]
    return hashlib.blake2b("\n".join(map(str, said)).encode(), digest_size=12).hexdigest()


def bundles(images: Iterable[Product]) -> dict[str, str]:
    """By path, the identity of the image that stands for it in a list: of a panchromatic, of its multispectral."""
    days: dict[tuple, list[Product]] = {}
    for image in images:
        days.setdefault((image.mission, image.acquired and image.acquired.date()), []).append(image)
    found = {}
    for of_a_day in days.values():
        for group in pair(of_a_day) if of_a_day[0].mission else [(image,) for image in of_a_day]:
            for image in group:
                found[image.path] = identity(group[0])
    return found


def preferred(copies: Sequence[tuple[int, str]]) -> int:
    """The place in ``copies`` of the one that has most of its tiles; ``(missing tiles, path)`` of each."""
    return min(range(len(copies)), key=lambda number: (copies[number][0], len(copies[number][1]), copies[number][1]))
