# SPDX-License-Identifier: GPL-2.0-or-later
"""Which files of a scene can be looked at where they lie: GeoTIFFs arranged for it (Cloud Optimized, COG)."""

from __future__ import annotations

from .public_url import public_url
from .scene import Asset, Scene
from .signed_address import bare

_COG = "profile=cloud-optimized"
_PAIR = ("src_xs", "src_pan")  # of a Montpellier SPOT 6-7 scene: COG, whatever the item says of their type
_BANDS = (("b04", "b03", "b02", "b08"), ("b4", "b3", "b2", "b8"), ("red", "green", "blue", "nir"))  # keys
ROLES = ("R", "G", "B", "NIR")  # of the bands, in that order


def streamed_files(scene: Scene) -> tuple[Asset, ...]:
    """The multispectral and the panchromatic file of a bundle; or the one file that shows the scene, when there is one;
    or a file for each of :data:`ROLES`, the last one where there is one; or ()."""
    found = [asset for asset in scene.images if _is_streamed(asset)]
    by_key = {asset.key.lower(): asset for asset in found}
    if all(key in by_key for key in _PAIR):
        return tuple(by_key[key] for key in _PAIR)
    bands = next((keys for keys in _BANDS if all(key in by_key for key in keys[:3])), ())
    if _the_one(found, "visual") or not bands:
        return _the_one(found, "visual") or _the_one(found, "data") or (tuple(found) if len(found) == 1 else ())
    return tuple(by_key[key] for key in bands if key in by_key)


def _the_one(assets: list[Asset], role: str) -> tuple[Asset, ...]:
    shown = [asset for asset in assets if role in asset.roles or asset.key.lower() == role]
    return tuple(shown) if len(shown) == 1 else ()


def _is_streamed(asset: Asset) -> bool:
    """An address that holds a key of another service than ours would be saved with it, or be dead when it is not."""
    place = bare(asset.href)
    if not place.lower().startswith(("http://", "https://")) or public_url(place) != place:
        return False
    return _COG in asset.media_type.lower().replace(" ", "") or asset.key.lower() in _PAIR
