# SPDX-License-Identifier: GPL-2.0-or-later
"""A STAC item (1.0, 1.1, and the 1.0 betas that are still served) -> Scene.

Every field but ``id`` is optional in practice, whatever the specification says: what is missing or of another type is
unknown. Keys come from https://github.com/radiantearth/stac-spec and the eo, view, projection, processing and file
extensions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from ..scene import Asset, Grid, Scene, packed
from ..shapes import within_180
from . import sensors
from .file_facts import described
from .values import LONG, LONGEST, mapping, moment, number, numbers, text, texts

_ROLE_OF_KEY = {"thumbnail": "thumbnail", "overview": "overview", "quicklook": "overview", "preview": "overview"}
_TYPE_OF_SUFFIX = {
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp",
    "tif": "image/tiff", "tiff": "image/tiff", "jp2": "image/jp2", "zip": "application/zip", "xml": "application/xml",
}  # fmt: skip
_GSD = (1e-3, 1e6)  # m
_MOST_MENDED = 500  # vertices of a footprint that crosses itself: mending takes a time that grows with their square
_NOT_THE_IMAGE = {"thumbnail", "overview", "metadata"}


@dataclass(frozen=True)
class Origin:
    """Where items come from. ``locate(href, base)`` turns an href into an absolute one, or None when it may not be
    followed; ``base`` is the item's own address, "" when it gives none. ``own_licences`` and ``picture_query``: see
    :class:`~.dialects.Dialect`."""

    catalogue: str
    locate: Callable[[str, str], str | None]
    licence: str = ""
    credit: str = ""
    own_licences: bool = True
    picture_query: str = ""


def scenes(features: object, origin: Origin) -> Iterator[Scene]:
    """The items of a FeatureCollection; one without an ``id`` can be neither named nor found again and is left out."""
    for item in features if isinstance(features, list) else []:
        scene = scene_from_item(item, origin)
        if scene is not None:
            yield scene


def scene_from_item(item: object, origin: Origin) -> Scene | None:
    item = mapping(item)
    scene_id = text(item.get("id"))
    if not scene_id or item.get("type", "Feature") != "Feature":
        return None
    said = mapping(item.get("properties"))
    self_url = _link(item, "self", origin)
    assets = _assets(item, said, self_url, origin)
    mission = sensors.mission_code(texts(said.get("platform")) + texts(said.get("mission")), scene_id)
    acquired, acquired_end = _period(said)
    return Scene(
        id=scene_id,
        catalogue=origin.catalogue,
        collection=text(item.get("collection")),
        title=text(said.get("title")) or text(said.get("identifier")),
        mission=mission,
        acquired=acquired,
        acquired_end=acquired_end,
        gsd=number(said.get("gsd"), *_GSD) or _finest(item, assets),
        spectral_mode=sensors.spectral_mode(_said_modes(item, said), mission, scene_id),
        acquisition_mode=sensors.acquisition_mode(text(said.get("acquisition_mode"))),
        level=sensors.level(text(said.get("processing:level"))),
        cloud_cover=number(said.get("eo:cloud_cover"), 0.0, 100.0),
        incidence=number(said.get("view:incidence_angle"), 0.0, 90.0),
        off_nadir=number(said.get("view:off_nadir"), 0.0, 90.0),
        sun_elevation=number(said.get("view:sun_elevation"), -90.0, 90.0),
        footprint=footprint(item.get("geometry")),
        self_url=self_url,
        licence=_licence(item, said, origin),
        credit=text(said.get("attribution")) or origin.credit,
        assets=assets,
        grid=_grid(said, said),
        said=packed(said),
    )


def footprint(geometry: object) -> BaseGeometry | None:
    """A GeoJSON surface on the Earth, None for anything else."""
    if not isinstance(geometry, Mapping):
        return None
    try:
        given = shape(dict(geometry))
        xmin, ymin, xmax, ymax = given.bounds
        if not (xmin >= -540.0 and xmax <= 540.0 and ymin >= -90.0 and ymax <= 90.0):  # also what is not a number
            return None
        if shapely.get_num_coordinates(given) > _MOST_MENDED and not given.is_valid:
            return None
        surface = within_180(given)
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError, ShapelyError):
        return None
    return surface if surface.area > 0.0 else None


def _period(said: Mapping[str, Any]) -> tuple[Any, Any]:
    """Start and end of the acquisition; the end only where a period is given.

    Some services put the date of publication in ``datetime``: where it lies outside the period, the period is right.
    """
    instant, start, end = (moment(said.get(key)) for key in ("datetime", "start_datetime", "end_datetime"))
    if instant is not None and (start is None or end is None or start <= instant <= end):
        return instant, None
    if start is not None and end is not None and end < start:
        start, end = end, start
    return start or instant or end, end if start is not None and end != start else None


def _assets(item: Mapping[str, Any], said: Mapping[str, Any], base: str, origin: Origin) -> tuple[Asset, ...]:
    given = mapping(item.get("assets")).items()
    return tuple(filter(None, (_asset(str(key)[:LONGEST], mapping(value), said, base, origin) for key, value in given)))


def _asset(key: str, given: Mapping[str, Any], said: Mapping[str, Any], base: str, origin: Origin) -> Asset | None:
    href = origin.locate(given["href"].strip(), base) if isinstance(given.get("href"), str) else None
    if not href:
        return None
    described_size, described_checksum = described(text(given.get("description")))
    size = number(given.get("file:size"), least=0.0)
    roles = texts(given.get("roles")) or texts(_ROLE_OF_KEY.get(key.casefold()))
    if origin.picture_query and "overview" in roles and "?" not in href:
        href = f"{href}?{origin.picture_query}"
    own_grid = any(field.startswith("proj:") for field in given if isinstance(field, str))
    return Asset(
        key=key,
        href=href,
        media_type=_media_type(text(given.get("type")), href),
        roles=roles,
        title=text(given.get("title")),
        size=described_size if size is None else int(size),
        checksum=text(given.get("file:checksum")).lower() or described_checksum,
        grid=_grid(given, said) if own_grid else None,
        unit=_unit(given),
    )


def _unit(given: Mapping[str, Any]) -> str:
    """STAC 1.1 says it in ``bands``, the raster extension of 1.0 in ``raster:bands``."""
    for key in ("bands", "raster:bands"):
        bands = given.get(key)
        if isinstance(bands, list) and bands and text(mapping(bands[0]).get("unit")):
            return text(mapping(bands[0]).get("unit"))
    return text(given.get("unit"))


def _media_type(given: str, href: str) -> str:
    """Lower case; a picture's without parameters; guessed from the suffix when absent."""
    given = given.lower()
    if given.startswith(("image/jpeg", "image/jpg", "image/png", "image/webp")):
        return given.split(";")[0].strip()
    name = href.split("?", 1)[0].rsplit("/", 1)[-1]
    return given or _TYPE_OF_SUFFIX.get(name.rsplit(".", 1)[-1].lower(), "")


def _grid(given: Mapping[str, Any], said: Mapping[str, Any]) -> Grid | None:
    """North-up placement, or None: a rotated transform is not one."""
    crs = _crs(given) or _crs(said)
    if not crs:
        return None
    bbox = numbers(given.get("proj:bbox"))
    if len(bbox) == 6:
        bbox = bbox[0:2] + bbox[3:5]
    shape_, transform = numbers(given.get("proj:shape")), numbers(given.get("proj:transform"))
    if len(transform) in (6, 9):
        a, b, c, d, e, f = transform[:6]
        if b != 0.0 or d != 0.0 or a <= 0.0 or e >= 0.0:
            return None
        if len(bbox) != 4 and len(shape_) == 2:
            bbox = (c, f + e * shape_[0], c + a * shape_[1], f)
    return Grid(crs, (bbox[0], bbox[1], bbox[2], bbox[3]) if len(bbox) == 4 else None)


def _crs(given: Mapping[str, Any]) -> str:
    code = text(given.get("proj:code"))
    if code:
        return code if ":" in code else ""
    epsg = number(given.get("proj:epsg"), 1.0, 1e6)
    if epsg is not None:
        return f"EPSG:{int(epsg)}"
    authority = mapping(mapping(given.get("proj:projjson")).get("id"))
    if text(authority.get("authority")) and number(authority.get("code")) is not None:
        return f"{text(authority.get('authority'))}:{text(str(authority.get('code')))}"
    return text(given.get("proj:wkt2"), LONG)


def _finest(item: Mapping[str, Any], assets: tuple[Asset, ...]) -> float | None:
    given = mapping(item.get("assets"))
    known = (
        number(mapping(given.get(asset.key)).get("gsd"), *_GSD)
        for asset in assets
        if not _NOT_THE_IMAGE.intersection(asset.roles)
    )
    return min((gsd for gsd in known if gsd is not None), default=None)


def _said_modes(item: Mapping[str, Any], said: Mapping[str, Any]) -> Iterator[str]:
    mode = text(said.get("spectral_mode"))
    if mode:
        yield from mode.split("+")
        return
    for key, value in mapping(item.get("assets")).items():
        yield text(mapping(value).get("product_type"))
        if key in ("src_pan", "src_xs"):  # the two files of a Montpellier SPOT 6-7 scene
            yield str(key)[4:]


def _link(item: Mapping[str, Any], rel: str, origin: Origin) -> str:
    links = item.get("links")
    for link in map(mapping, links if isinstance(links, list) else []):
        if link.get("rel") == rel and isinstance(link.get("href"), str):
            href = origin.locate(link["href"].strip(), "") or ""
            return href if href.startswith(("http://", "https://")) else ""
    return ""


def _licence(item: Mapping[str, Any], said: Mapping[str, Any], origin: Origin) -> str:
    """The item's own, else the address its licence link gives, else the catalogue's. « other » names none."""
    if not origin.own_licences:
        return origin.licence
    given = text(said.get("license"))
    if given and given.casefold() not in ("other", "various", "proprietary"):
        return given
    return _link(item, "license", origin) or origin.licence or given
