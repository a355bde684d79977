# SPDX-License-Identifier: GPL-2.0-or-later
"""A scene as a STAC item that can be given to anyone: no address in it keeps a signature, a password or a key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import shapely

from .public_url import public_url
from .scene import Asset, Scene


def scene_json(scene: Scene) -> str:
    """A GeoJSON Feature, indented. Paths of this machine stay as they are."""
    return json.dumps(_item(scene), ensure_ascii=False, indent=2)


def public(value: Any) -> Any:
    """Whatever JSON holds, its addresses made public."""
    if isinstance(value, str):
        return public_url(value)
    if isinstance(value, Mapping):
        return {str(name): public(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [public(each) for each in value]
    return value


def _item(scene: Scene) -> dict[str, Any]:
    shape = scene.footprint
    links = [{"rel": "self", "href": scene.self_url, "type": "application/geo+json"}] if scene.self_url else []
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": scene.id,
        **({"collection": scene.collection} if scene.collection else {}),
        "geometry": None if shape is None else json.loads(shapely.to_geojson(shape)),
        **({} if shape is None else {"bbox": list(shape.bounds)}),
        "properties": public({**_known(scene), **scene.properties}),
        "links": public(links),
        "assets": {asset.key: _asset(asset) for asset in scene.assets},
    }


def _known(scene: Scene) -> dict[str, Any]:
    """For catalogues that are no STAC: what was read of their own words."""
    said = {
        "title": scene.title,
        "datetime": None if scene.acquired is None else scene.acquired.isoformat().replace("+00:00", "Z"),
        "platform": scene.mission,
        "gsd": scene.gsd,
        "eo:cloud_cover": scene.cloud_cover,
        "view:incidence_angle": scene.incidence,
        "view:off_nadir": scene.off_nadir,
        "license": scene.licence,
        "attribution": scene.credit,
    }
    return {name: value for name, value in said.items() if name == "datetime" or value not in (None, "")}


def _asset(asset: Asset) -> dict[str, Any]:
    said = {
        "href": public_url(asset.href),
        "type": asset.media_type,
        "title": asset.title,
        "roles": list(asset.roles),
        "file:size": asset.size,
        "file:checksum": asset.checksum,
    }
    return {name: value for name, value in said.items() if value not in (None, "", [])}
