# SPDX-License-Identifier: GPL-2.0-or-later
"""What a catalogue says of a scene, as a STAC item beside its files: a bare image keeps its date and its credit."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from shapely.geometry import mapping

from .json_file import write_json
from .public_url import public_url
from .scene import Asset, Scene
from .scene_files import chosen

NAME = "stac-item.json"


def write_item(scene: Scene, folder: Path) -> None:
    """Names those of the scene's files that are in ``folder``, in their places; where one of its own has the item's
    name, that one stays. No address of a file is written. Raises :class:`NotWritable`."""
    files = chosen(scene, ())
    if any(place.name.lower() == NAME for _asset, place in files):
        return
    placed = [(asset, place) for asset, place in files if folder.joinpath(*place.parts).is_file()]
    given = scene.properties.items()
    for left in folder.glob(f"{NAME}*.part"):
        left.unlink(missing_ok=True)  # of a QGIS that was killed while it wrote
    properties = {key: public_url(value) if isinstance(value, str) else value for key, value in given}
    ours = {"title": scene.title, "license": public_url(scene.licence), "attribution": scene.credit}
    properties.update({key: value for key, value in ours.items() if value})
    write_json(
        folder / NAME,
        {
            "type": "Feature",
            "stac_version": "1.0.0",
            "id": scene.id,
            "collection": scene.collection,
            "geometry": mapping(scene.footprint) if scene.footprint is not None else None,
            "properties": properties,
            "links": [{"rel": "self", "href": public_url(scene.self_url)}] if scene.self_url else [],
            "assets": {asset.key: _asset(asset, place) for asset, place in placed},
        },
        indent=1,
    )


def _asset(asset: Asset, place: PurePosixPath) -> dict[str, Any]:
    said = {"title": asset.title, "type": asset.media_type, "roles": list(asset.roles)}
    return {"href": f"./{place.as_posix()}", **{key: value for key, value in said.items() if value}}
