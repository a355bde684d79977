# SPDX-License-Identifier: GPL-2.0-or-later
"""A product as exactly the bands of a composition: a ``.vrt`` at once, or a COG with all its pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ..domain.catalogues import Feedback
from ..domain.errors import UnsupportedProduct
from .bundles import find_partner, pair
from .cog import write_pixels
from .compositions import COMPOSITIONS
from .delivery import read_delivery
from .dimap_bands import numbers_of
from .orthorectified import Relief
from .portable_vrt import write_portable
from .product import Group, Placed, Product
from .product_texts import facts
from .product_vrt import COLOURS, bands_vrt, pansharpened_vrt
from .products import FLAT, on_map, source_of


@dataclass(frozen=True)
class Composed:
    """``shown`` is quick at every scale; ``exact`` has no shortcuts, for a copy of all pixels."""

    image: Product  # as its maker describes it
    shown: str
    exact: str
    pan: Product | None = None
    placed: Placed | None = None  # of an image in sensor geometry

    @property
    def missing_tiles(self) -> tuple[str, ...]:
        images = [image for image in (self.image, self.pan) if image is not None]
        return tuple(dict.fromkeys(name for image in images for name in image.missing_tiles))

    def facts(self) -> dict:
        pan = self.pan.path if self.pan else None
        return {**facts(self.image), "pansharpened_with": pan, "placed": asdict(self.placed) if self.placed else None}


def compose(path: str, composition: str, pansharpen: bool, feedback: Feedback, relief: Relief = FLAT) -> Composed:
    """``composition`` is a key of ``COMPOSITIONS``; ``pansharpen`` asks nothing of what is sharp already (PMS, P).

    Raises :class:`UnsupportedProduct` (sensor, no_band, no_pan, several), :class:`InvalidProduct`, …
    """
    delivery = read_delivery(path, feedback)
    groups: list[Group] = [*pair(delivery.products), *((raster,) for raster in delivery.rasters)]
    if len(groups) > 1:
        raise UnsupportedProduct(path, "several", str(len(groups)))
    return compose_group(groups[0], composition, pansharpen, feedback, relief)


def compose_group(
    group: Group,
    composition: str,
    pansharpen: bool,
    feedback: Feedback,
    relief: Relief = FLAT,
    numbers: Sequence[int] = (),
) -> Composed:
    """As :func:`compose`, of images that were read already; ``numbers`` are other bands than the composition's."""
    image = _holder(group, composition)
    source_of(image, relief)  # refuses what cannot be laid on the map, and a product without any tile
    numbers = numbers or numbers_of(image.bands, COMPOSITIONS[composition]) or ()
    colours = COLOURS if len(numbers) >= 3 else ("Gray",)
    pan = _pan_for(image, group, composition, feedback) if pansharpen else None
    there = on_map(image, relief)
    if pan is None:
        shown, exact = (bands_vrt(there, numbers, colours, guarded) for guarded in (True, False))
        return Composed(image, shown, exact, None, there.placed)
    source_of(pan, relief)
    shown, exact = (pansharpened_vrt(on_map(pan, relief), there, numbers, quick) for quick in (True, False))
    return Composed(image, shown, exact, pan, there.placed)


def write_vrt(composed: Composed, out: Path) -> None:
    """With paths that are relative to it: see :func:`write_portable`. Raises :class:`NotWritable`."""
    write_portable(composed.shown, out)


def write_cog(composed: Composed, out: Path, feedback: Feedback) -> None:
    """As :func:`write_pixels`."""
    write_pixels(composed.exact, composed.image.path, out, feedback)


def _holder(group: Group, composition: str) -> Product:
    for image in group:
        if numbers_of(image.bands, COMPOSITIONS[composition]) is not None:
            return image
    raise UnsupportedProduct(group[0].path, "no_band", composition)


def _pan_for(image: Product, group: Group, composition: str, feedback: Feedback) -> Product | None:
    if composition == "panchromatic" or image.kind in ("geotiff", "jp2") or image.spectral_mode.startswith("PMS"):
        return None
    other = group[1] if len(group) == 2 else find_partner(image, feedback)
    if other is None:
        raise UnsupportedProduct(image.path, "no_pan")
    return other
