# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the clouds of scenes lie, by the masks of their products on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

import shapely
from shapely.geometry.base import BaseGeometry

from ..domain.catalogues import Feedback
from ..domain.cover.clouds import Key
from ..domain.coverage import Coverage
from ..domain.errors import Cancelled, DinamisError
from ..domain.scene import Scene
from .delivery import read_delivery
from .geometry import polygons_only
from .mask_file import read_mask
from .product import Product
from .product_extras import CLOUDS
from .proj import to_lon_lat

_SAME = timedelta(minutes=5)  # a panchromatic and a multispectral image of one overpass


def cloud_masks(
    zone: BaseGeometry, scenes: Iterable[Scene], place: Callable[[Scene], str], feedback: Feedback
) -> dict[Key, BaseGeometry]:
    """Of the scenes that show some of the zone, in longitude/latitude; no entry where there is no mask that can be read
    and laid on the map.

    Off the main thread. ``place`` is where a scene's product is, or "". Raises Cancelled.
    """
    places = [(scene, place(scene)) for scene in scenes]
    here = [(scene, path) for scene, path in places if path]
    shares = Coverage(zone).percents([scene.footprint for scene, _ in here])
    found = {}
    for (scene, path), share in zip(here, shares):
        if feedback.isCanceled():
            raise Cancelled()
        clouds = _clouds(scene, path, feedback) if share else None
        if clouds is not None:
            found[scene.key] = clouds
    return found


def _clouds(scene: Scene, path: str, feedback: Feedback) -> BaseGeometry | None:
    try:
        delivery = read_delivery(path, feedback)
        masks = [_mask(product) for product in delivery.products if _is_of(product, scene)]
    except Cancelled:
        raise
    except DinamisError:  # the disk may be gone, or the product damaged: the scene's own cloud cover is left
        return None
    known = [mask for mask in masks if mask is not None]
    return polygons_only(shapely.union_all(known)) if known and len(known) == len(masks) else None


def _is_of(product: Product, scene: Scene) -> bool:
    """An archive may hold several."""
    if scene.acquired is None or product.acquired is None:
        return False
    return abs(product.acquired - scene.acquired) <= _SAME


def _mask(product: Product) -> BaseGeometry | None:
    """None too for an image in sensor geometry: its masks are in pixels."""
    paths = [mask.path for mask in product.masks if mask.kind == CLOUDS]
    if product.geotransform is None or not product.crs.startswith("EPSG:") or not paths:
        return None
    clouds = []
    for path in paths:
        shapes = [polygons_only(shapely.make_valid(one)) for one in read_mask(path, product.crs, whole=True)]
        placed = [to_lon_lat(shape, product.crs) for shape in shapes if not shape.is_empty]
        if None in placed:
            return None
        clouds += placed
    return shapely.union_all(clouds) if clouds else shapely.MultiPolygon()
