# SPDX-License-Identifier: GPL-2.0-or-later
"""What a mosaic is made of: products, images and layers, each as the bands of one composition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from osgeo import gdal
from shapely.geometry.base import BaseGeometry

from ..domain.catalogues import Feedback
from ..domain.errors import Cancelled, DinamisError, NoProduct, UnsupportedProduct
from ..domain.mosaic_errors import CannotAssemble
from .bundles import pair
from .compose import Composed, compose_group
from .compositions import COMPOSITIONS
from .delivery import Skipped, read_delivery
from .dimap_bands import numbers_of
from .orthorectified import Relief
from .product import Group, Product
from .product_texts import layer_name
from .product_vrt import COLOURS, bands_vrt, masked_vrt
from .products import FLAT
from .rasters import read_any
from .vsi import open_dataset

_OVER_THE_NETWORK = ("/vsicurl", "/vsis3", "/vsigs", "/vsiaz", "http://", "https://")


@dataclass(frozen=True)
class Given:
    """A path (folder, archive, description, image), or the source of a raster layer: that one has a ``title``, and
    what the project says of it."""

    path: str
    title: str = ""
    nodata: float | None = None  # that a person chose for it
    moments: tuple[datetime, ...] = ()  # UTC
    credit: str = ""
    licence: str = ""


@dataclass(frozen=True)
class Part:
    """An image of the mosaic: ``outline`` is where it has pixels, in its own CRS; None: wherever it says so itself."""

    image: Product
    shown: str  # quick at every scale
    exact: str
    nodata: float | None  # None: each pixel counts, or the last band is an alpha
    has_alpha: bool
    composed: Composed
    outline: BaseGeometry | None

    @property
    def name(self) -> str:
        return layer_name(self.image)

    @property
    def is_streamed(self) -> bool:
        return _is_streamed(self.exact)


def _is_streamed(source: str) -> bool:
    return any(mark in source for mark in _OVER_THE_NETWORK)


def read_given(given: Sequence[Given], feedback: Feedback) -> tuple[list[Group], list[Skipped]]:
    """In the order given, halves of a bundle together; what cannot be used apart.

    Raises what is wrong when nothing can be used, :class:`Cancelled`.
    """
    images: list[Product] = []
    skipped: list[Skipped] = []
    for one in given:
        try:
            images += _read(one, skipped, feedback)
        except Cancelled:
            raise
        except DinamisError as error:
            skipped.append(Skipped(one.path, error))
    if not images:
        raise skipped[0].error if skipped else CannotAssemble("nothing")
    return pair(dict.fromkeys(images)), skipped


def _read(one: Given, skipped: list[Skipped], feedback: Feedback) -> list[Product]:
    if one.title:
        image = read_any(one.path, one.nodata)
        path = one.title if one.path.startswith("<") or _is_streamed(one.path) else one.path  # no link is told
        said = {"acquisitions": one.moments, "credit": one.credit, "licence": one.licence}
        return [replace(image, path=path, **said)]
    try:
        delivery = read_delivery(one.path, feedback)
    except NoProduct:
        if not Path(one.path).is_file():
            raise
        return [read_any(one.path)]  # a kind of image that no product comes as
    skipped += delivery.skipped
    return [*delivery.products, *delivery.rasters]


def part_of(group: Group, composition: str, pansharpen: bool, feedback: Feedback, relief: Relief = FLAT) -> Part:
    """Raises as :func:`~.compose.compose_group`."""
    image = group[0]
    if image.is_described or image.model is not None:
        composed = compose_group(group, composition, pansharpen, feedback, relief)
        image = composed.image
        exact = composed.exact if composed.pan is not None else _with_overviews(composed.exact)
        shown = composed.shown if composed.pan is not None else exact
        return Part(image, shown, exact, image.nodata or 0.0, False, composed, _outline(composed))
    numbers = _numbers(image, composition)
    colours = COLOURS if len(numbers) == 3 else ("Gray",)
    has_alpha = image.nodata is None and _says_itself(image)
    made = (masked_vrt if has_alpha else bands_vrt)(image, numbers, colours, guarded=False)
    text = _with_overviews(made)
    return Part(image, text, text, image.nodata, has_alpha, Composed(image, text, text), image.outline)


def _numbers(image: Product, composition: str) -> tuple[int, ...]:
    """Of an image that nobody describes the first three bands are its natural colours; a single one is taken as it
    is."""
    numbers = numbers_of(image.bands, COMPOSITIONS[composition])
    if numbers is None and len(image.bands) == 1 and composition != "infrared":
        numbers = (1,)
    if numbers is None and len(image.bands) >= 3 and composition == "natural":
        numbers = (1, 2, 3)
    if numbers is None:
        raise UnsupportedProduct(image.path, "no_band", composition)
    return numbers


def _says_itself(image: Product) -> bool:
    """Whether an alpha band or a mask tells its valid pixels."""
    first = next((tile.path for tile in image.tiles if not tile.missing), "")
    if not first:
        return False
    dataset = open_dataset(first)  # a band dies with it
    flags = dataset.GetRasterBand(1).GetMaskFlags()
    return bool(flags & (gdal.GMF_ALPHA | gdal.GMF_PER_DATASET))


def _outline(composed: Composed) -> BaseGeometry | None:
    """Both halves of a bundle have pixels there."""
    image, pan = composed.image, composed.pan
    if composed.placed is not None or image.geotransform is None:
        return None
    if pan is None or pan.outline is None or image.outline is None or pan.crs != image.crs:
        return image.outline
    return image.outline.intersection(pan.outline)


def _with_overviews(text: str) -> str:
    """At small scales the tiles' own overviews are read; nothing is computed of those that have none."""
    return text.replace("</VRTDataset>", "<OverviewList>2 4 8 16 32 64</OverviewList></VRTDataset>")
