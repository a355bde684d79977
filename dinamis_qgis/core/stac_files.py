# SPDX-License-Identifier: GPL-2.0-or-later
"""A STAC item in a file beside its images: what it says, of rasters that say little themselves."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from pathlib import Path

from ..domain import big_json
from ..domain.catalogues.items import Origin, scene_from_item
from ..domain.errors import InvalidProduct
from ..domain.scene import Asset, Scene
from .product import Product
from .rasters import SUFFIXES, NamedRaster, read_raster
from .thematic import known_unit
from .vsi import beside, exists, read_bytes

_MOST_BYTES = 4 << 20
_MOST_ITEMS = 50
_PICTURES = {"thumbnail", "overview"}
_MODE_OF_KEY = {"src_pan": "P", "src_xs": "MS"}  # the two files of a Montpellier SPOT 6-7 scene


def read_item(path: str) -> list[Product]:
    """One product for each raster of the item that is there. Raises :class:`InvalidProduct`."""
    data = read_bytes(path, _MOST_BYTES)
    try:
        item = big_json.read(data) if len(data) <= _MOST_BYTES else None
    except ValueError as error:
        raise InvalidProduct(path, f"JSON: {error}") from error
    scene = scene_from_item(item, Origin(path, lambda href, _base: _beside(path, href))) if _is_item(item) else None
    if scene is None:
        raise InvalidProduct(path, "not a STAC item")
    return [
        with_unit(with_scene(read_raster(asset.href, named_by(scene, asset)), scene), scene, asset)
        for asset in scene.assets
        if not _PICTURES & set(asset.roles) and asset.href.lower().endswith(SUFFIXES)
    ]


def items_in(folder: str) -> list[str]:
    """JSON files of a folder of the disk, that may be items."""
    if folder.startswith("/vsi"):
        return []
    return sorted(path.as_posix() for path in Path(folder).glob("*.json"))[:_MOST_ITEMS]


def named_by(scene: Scene, asset: Asset) -> NamedRaster:
    """What a file's name tells of other images, told by the scene that it belongs to."""
    mode = _MODE_OF_KEY.get(asset.key.lower(), "" if "+" in scene.spectral_mode else scene.spectral_mode)
    return NamedRaster(scene.mission, scene.acquired, mode, scene.level)


def with_scene(raster: Product, scene: Scene) -> Product:
    return replace(
        raster,
        kind="stac",
        name=scene.title or scene.id,
        cloud_cover=scene.cloud_cover,
        incidence=scene.incidence,
        off_nadir=scene.off_nadir,
        sun_elevation=scene.sun_elevation,
        icon=scene.thumbnail.href if scene.thumbnail else "",
        copyright=scene.credit,
        licence=scene.licence,
    )


def with_unit(raster: Product, scene: Scene, asset: Asset) -> Product:
    """As the item says it of the file, else as the collection is known to be."""
    return replace(raster, value_unit=asset.unit or raster.value_unit or known_unit(scene.collection))


def _is_item(item: object) -> bool:
    return isinstance(item, dict) and item.get("type") == "Feature" and "stac_version" in item


def _beside(path: str, href: str) -> str | None:
    """Only what lies with the item: a file received by mail must not make the plugin read elsewhere."""
    try:
        file = beside(path, href)
    except InvalidProduct:
        return None
    return posixpath.normpath(file) if exists(file) else None
