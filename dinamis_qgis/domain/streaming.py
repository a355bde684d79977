# SPDX-License-Identifier: GPL-2.0-or-later
"""Which files of a scene can be looked at where they lie: GeoTIFFs arranged for it (Cloud Optimized, COG)."""

from __future__ import annotations

from .public_url import public_url
from .scene import Asset, Scene
from .signed_address import bare

_COG = "profile=cloud-optimized"
_PAIR = ("src_xs", "src_pan")  # of a Montpellier SPOT 6-7 scene: COG, whatever the item says of their type
_SHOWN = {"visual", "data"}  # roles, the first one before the second


def streamed_files(scene: Scene) -> tuple[Asset, ...]:
    """The multispectral and the panchromatic file of a bundle; or the one file that shows the scene, when there is one;
    or ()."""
    found = [asset for asset in scene.images if _is_streamed(asset)]
    by_key = {asset.key.lower(): asset for asset in found}
    if all(key in by_key for key in _PAIR):
        return tuple(by_key[key] for key in _PAIR)
    for role in sorted(_SHOWN, reverse=True):
        shown = [asset for asset in found if role in asset.roles or asset.key.lower() == role]
        if len(shown) == 1:
            return tuple(shown)
    return tuple(found) if len(found) == 1 else ()


def _is_streamed(asset: Asset) -> bool:
    """An address that holds a key of another service than ours would be saved with it, or be dead when it is not."""
    place = bare(asset.href)
    if not place.lower().startswith(("http://", "https://")) or public_url(place) != place:
        return False
    return _COG in asset.media_type.lower().replace(" ", "") or asset.key.lower() in _PAIR
