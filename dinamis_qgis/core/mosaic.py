# SPDX-License-Identifier: GPL-2.0-or-later
"""Several images as one over a zone: a virtual raster at once, or a COG with all its pixels. For a task.

True outlines decide which image shows where, so that no black wedge covers a neighbour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from osgeo import gdal
from shapely.geometry.base import BaseGeometry

from ..domain.catalogues import Feedback
from ..domain.credits import merged_credits
from ..domain.errors import Cancelled, DinamisError
from ..domain.mosaic_errors import CannotAssemble
from .cog import write_pixels
from .contrast import common_looks, kind_of
from .delivery import Skipped
from .mosaic_grid import Grid, Laid, choose_crs, choose_grid, is_on_grid, lay, with_one_name_each
from .mosaic_inputs import part_of
from .mosaic_vrt import Curve, Layered, Values, brought_to, mosaic_vrt, never, stretched
from .orthorectified import Relief
from .portable_vrt import write_portable
from .product import Group, Product
from .product_texts import credit_of, licence_of
from .products import FLAT, look_of
from .proj import reference
from .renderers import Look
from .vsi import archive_of

ORDERS = ("clearest", "newest", "listed")
_LONG_AGO = datetime.min.replace(tzinfo=timezone.utc)


@dataclass(frozen=True)
class Recipe:
    order: str = "clearest"  # of ORDERS: which image lies on top; unknown clouds and dates lie under the others
    zone: BaseGeometry | None = None  # polygons in longitude/latitude, to which the result is cut
    composition: str = "natural"
    pansharpen: bool = False
    same_contrast: bool = True
    eight_bits: bool = False
    crs: str = ""  # authority's code or WKT; "" is that of most images
    relief: Relief = FLAT  # for images in sensor geometry


@dataclass(frozen=True)
class Mosaic:
    """``images`` from the top one down. ``shown`` is quick at every scale, ``exact`` has no shortcuts."""

    recipe: Recipe
    images: tuple[Layered, ...]
    grid: Grid
    values: Values
    left_out: tuple[Skipped, ...] = ()  # images that cannot be used
    outside: tuple[str, ...] = ()  # names of those that lie outside of the zone
    matched: dict[str, tuple[Curve, ...]] = field(default_factory=dict)  # by path: values that were changed, and how

    @property
    def products(self) -> tuple[Product, ...]:
        return tuple(one.laid.part.image for one in self.images)

    @property
    def credit(self) -> str:
        """Each credit line once, with all its years."""
        return " ; ".join(merged_credits(map(credit_of, self.products)))

    @property
    def licences(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, map(licence_of, self.products))))

    @property
    def acquisitions(self) -> tuple[datetime, ...]:
        return tuple(sorted({moment for image in self.products for moment in image.acquisitions}))

    @property
    def missing_tiles(self) -> tuple[str, ...]:
        names = (name for one in self.images for name in one.laid.part.composed.missing_tiles)
        return tuple(dict.fromkeys(names))

    @property
    def streamed(self) -> str:
        """The name of an image that is read over the network, by a link that ends."""
        return next((one.laid.part.name for one in self.images if one.laid.part.is_streamed), "")

    def source(self, exact: bool = False) -> str:
        return mosaic_vrt(self.images, self.grid, self.values, self._tags(), exact)

    def facts(self) -> dict[str, Any]:
        """For JSON."""
        days = [f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in self.acquisitions]
        return {
            "images": [self._facts_of(one) for one in self.images],
            "order": self.recipe.order,
            "composition": self.recipe.composition,
            "clipped": self.recipe.zone is not None,
            "same_contrast": self.recipe.same_contrast,
            "bits": 8
            if self.recipe.eight_bits
            else gdal.GetDataTypeSize(gdal.GetDataTypeByName(self.values.data_type)),
            "crs": self.grid.crs,
            "pixel": [self.grid.width, self.grid.height],
            "width": self.grid.columns,
            "height": self.grid.rows,
            "nodata": self.values.nodata,
            "acquired": days,
            "credit": self.credit or None,
            "licences": list(self.licences),
            "missing_tiles": list(self.missing_tiles),
            "outside": list(self.outside),
            "left_out": [one.path for one in self.left_out],
        }

    def _facts_of(self, one: Layered) -> dict[str, Any]:
        changed = self.matched.get(one.laid.part.image.path)
        return {
            **one.laid.part.composed.facts(),
            "values_changed": changed,
            "resampled": not is_on_grid(one.laid, self.grid),
        }

    def _tags(self) -> dict[str, str]:
        """As GDAL and TIFF name them."""
        days = sorted({f"{moment:%Y-%m-%d}" for moment in self.acquisitions})
        said = {
            "TIFFTAG_COPYRIGHT": self.credit,
            "TIFFTAG_DATETIME": f"{self.acquisitions[0]:%Y:%m:%d %H:%M:%S}" if len(days) == 1 else "",
            "ACQUIRED": ", ".join(days),
            "LICENCE": " ; ".join(self.licences),
        }
        return {key: text for key, text in said.items() if text}


def assemble(groups: Sequence[Group], recipe: Recipe, feedback: Feedback, left_out: Sequence[Skipped] = ()) -> Mosaic:
    """No pixel is written. An image that cannot be used does not keep the others back: it is told in ``left_out``.

    Raises what is wrong with the first one when none can be used, :class:`CannotAssemble`, :class:`Cancelled`.
    """
    if recipe.crs and reference(recipe.crs) is None:
        raise CannotAssemble("crs", recipe.crs[:80])
    laid, failed, outside = _laid(groups, recipe, feedback)
    if not laid:
        if outside:
            raise CannotAssemble("outside")
        raise failed[0].error if failed else CannotAssemble("nothing")
    laid = in_order(with_one_name_each(laid), recipe.order)
    counts = Counter(one.bands for one in laid)
    if len(counts) > 1:
        fewest = counts.most_common()[-1][0]
        raise CannotAssemble("bands", next(one.part.name for one in laid if one.bands == fewest))
    crs = _asked(recipe.crs, laid)
    values = _values(laid, recipe)
    curves = _curves(laid, recipe, values, feedback)
    grid = choose_grid(laid, crs)
    images = tuple(_layered(one, grid, values, curves.get(one.part.image.path, ())) for one in laid)
    changed = {} if recipe.eight_bits else curves
    return Mosaic(recipe, images, grid, values, (*left_out, *failed), tuple(outside), changed)


def in_order(images: Sequence[Laid], order: str) -> list[Laid]:
    """The top one first."""
    if order == "listed":
        return list(images)
    newest = sorted(images, key=lambda one: one.part.image.acquired or _LONG_AGO, reverse=True)
    if order == "newest":
        return newest
    clouds = lambda one: one.part.image.cloud_cover  # noqa: E731
    return sorted(newest, key=lambda one: (clouds(one) is None, clouds(one) or 0.0))


def write(mosaic: Mosaic, out: Path, feedback: Feedback) -> None:
    """``.vrt``: at once, with relative paths; anything else: all its pixels, as a COG.

    Raises :class:`CannotAssemble` (streamed, itself), :class:`Cancelled`,
    :class:`~dinamis_qgis.domain.errors.NotWritable`, :class:`~dinamis_qgis.domain.errors.InvalidProduct`.
    """
    _spare_sources(mosaic, out)
    if out.suffix.lower() != ".vrt":
        write_pixels(mosaic.source(exact=True), mosaic.products[0].path, out, feedback)
        return
    if mosaic.streamed:
        raise CannotAssemble("streamed", mosaic.streamed)
    write_portable(mosaic.source(), out)


def looks(mosaic: Mosaic, feedback: Feedback) -> Look:
    """How its layer is to be drawn: between the common limits of its images. Samples their pixels."""
    numbers = tuple(range(1, mosaic.values.bands + 1))
    if mosaic.recipe.eight_bits or mosaic.values.data_type == "Byte":
        return Look(numbers, None)
    found = common_looks(mosaic.products, mosaic.recipe.composition, feedback)
    limits = found[_reference(mosaic.products, mosaic.recipe.composition).path].limits
    return Look(numbers, limits)


def _laid(groups: Sequence[Group], recipe: Recipe, feedback: Feedback) -> tuple[list[Laid], list[Skipped], list[str]]:
    laid, failed, outside = [], [], []
    for group in groups:
        if feedback.isCanceled():
            raise Cancelled()
        try:
            part = part_of(group, recipe.composition, recipe.pansharpen, feedback, recipe.relief)
            one = lay(part, recipe.zone)
        except Cancelled:
            raise
        except DinamisError as error:
            failed.append(Skipped(group[0].path, error))
            continue
        if one is None:
            outside.append(part.name)
        else:
            laid.append(one)
    return laid, failed, outside


def _asked(crs: str, laid: Sequence[Laid]) -> str:
    """As one of the images names it, where it is theirs."""
    if not crs:
        return choose_crs(laid)
    wanted = reference(crs)
    return next((one.crs for one in laid if reference(one.crs).IsSame(wanted)), crs)


def _values(laid: Sequence[Laid], recipe: Recipe) -> Values:
    """0 is no data, as in all that these makers deliver, unless the images agree on something else."""
    bands = laid[0].bands
    if recipe.eight_bits:
        return Values("Byte", 0.0, bands)
    kind = gdal.GDT_Byte
    for one in laid:
        kind = gdal.DataTypeUnion(kind, gdal.GetDataTypeByName(one.part.image.data_type))
    declared = {one.part.nodata for one in laid}
    common = declared.pop() if len(declared) == 1 else None
    return Values(gdal.GetDataTypeName(kind), 0.0 if common is None else common, bands)


def _curves(laid: Sequence[Laid], recipe: Recipe, values: Values, feedback: Feedback) -> dict[str, tuple[Curve, ...]]:
    """By the image's path: what its values become, where they change.

    In 8 bits, from its limits, or from the common ones, to 1…255. As delivered, images that count alike keep their
    values; with a common contrast the others are brought to the limits of the first kind.
    """
    images = [one.part.image for one in laid]
    kinds = {kind_of(image, recipe.composition) for image in images}
    if not recipe.eight_bits and (not recipe.same_contrast or len(kinds) == 1):
        return {}
    if recipe.same_contrast:
        known = common_looks(images, recipe.composition, feedback)
    else:
        known = {image.path: look_of(image, recipe.composition, feedback) for image in images}
    limits = {path: look.limits for path, look in known.items()}
    if recipe.eight_bits:
        return {path: stretched(own) for path, own in limits.items() if own is not None}
    common = limits[_reference(images, recipe.composition).path]
    return {
        path: brought_to(own, common, values.data_type)
        for path, own in limits.items()
        if own is not None and common is not None and own != common
    }


def _reference(images: Sequence[Product], composition: str) -> Product:
    """One of the kind that most are of; of the topmost one's, where as many are of another."""
    kinds = [kind_of(image, composition) for image in images]
    return images[kinds.index(Counter(kinds).most_common(1)[0][0])]


def _layered(one: Laid, grid: Grid, values: Values, curves: tuple[Curve, ...]) -> Layered:
    nearest = one.part.image.has_palette
    as_it_is = (nearest or is_on_grid(one, grid)) and one.part.nodata == values.nodata
    if not curves and not as_it_is:
        curves = never(values.nodata, values.data_type, values.bands)
    return Layered(one, curves, nearest)


def _spare_sources(mosaic: Mosaic, out: Path) -> None:
    """A result never takes the place of what it is made of."""
    place = out.absolute()
    for image in mosaic.products:
        for path in (image.path, *(tile.path for tile in image.tiles)):
            if Path(archive_of(path) or path).absolute() == place:
                raise CannotAssemble("itself", out.name)
