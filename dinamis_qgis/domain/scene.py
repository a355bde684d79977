# SPDX-License-Identifier: GPL-2.0-or-later
"""A scene of a catalogue: parsed once by the catalogue's module, then passed around unchanged.

Unknown is ``None`` (or ``""`` for text): never 0, never a guess.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from operator import attrgetter
from typing import Any, overload

from shapely.geometry.base import BaseGeometry

LEVELS = ("primary", "projected", "ortho", "mosaic")
ACQUISITION_MODES = ("mono", "stereo", "tristereo")


_FARTHEST, _THINNEST = 1e9, 1e-9  # of a CRS's units: no place on Earth is farther, no picture thinner


def _is_box(xmin: float, ymin: float, xmax: float, ymax: float) -> bool:
    known = all(math.isfinite(edge) and abs(edge) <= _FARTHEST for edge in (xmin, ymin, xmax, ymax))
    return known and xmax - xmin >= _THINNEST and ymax - ymin >= _THINNEST


@dataclass(frozen=True)
class Grid:
    """How a north-up picture lies on the ground (STAC projection extension).

    ``crs`` is an authority code (``EPSG:32630``) or WKT2. ``bbox`` is (xmin, ymin, xmax, ymax) in that CRS, x east and
    y north. ``bbox`` is None when the service gives the projection only.
    """

    crs: str
    bbox: tuple[float, float, float, float] | None = None

    def __post_init__(self) -> None:
        if self.bbox is not None and not _is_box(*self.bbox):
            object.__setattr__(self, "bbox", None)


@dataclass(frozen=True)
class Asset:
    """A file of a scene. ``href`` is absolute: http(s), or a path of this machine for local catalogues."""

    key: str
    href: str
    media_type: str = ""
    roles: tuple[str, ...] = ()
    title: str = ""
    size: int | None = None  # bytes
    checksum: str = ""  # multihash, hexadecimal (STAC file extension)
    grid: Grid | None = None  # the asset's own projection metadata
    unit: str = ""  # of the values of its first band, as the service writes it


_values_of = attrgetter(*(each.name for each in fields(Asset)))


class Assets(Sequence[Asset]):
    """The files of a scene, kept as plain values: each look makes its :class:`Asset`.

    Python's garbage collector stops everything while it looks at every container there is. Ten thousand scenes are one
    each with their assets in here, and dozens with them as objects.
    """

    __slots__ = ("_rows",)

    def __init__(self, given: Iterable[Asset] = ()) -> None:
        self._rows = tuple(map(_values_of, given))

    @overload
    def __getitem__(self, place: int) -> Asset: ...

    @overload
    def __getitem__(self, place: slice) -> Assets: ...

    def __getitem__(self, place: int | slice) -> Asset | Assets:
        return Assets(list(self)[place]) if isinstance(place, slice) else Asset(*self._rows[place])

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Assets, tuple)) and self._rows == Assets(other)._rows

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return f"Assets({list(self)})"


@dataclass(frozen=True)
class Scene:
    """One acquisition. ``footprint`` is in longitude/latitude (WGS 84, x = longitude)."""

    id: str
    catalogue: str  # the row's id, else the API's URL, else a path
    collection: str = ""
    title: str = ""
    mission: str = ""  # code: PHR1A, PHR1B, SPOT6, SPOT7, PNEO3, PNEO4…; "" when unknown
    acquired: datetime | None = None  # aware, UTC
    acquired_end: datetime | None = None  # aware, UTC; only where the service gives a period (a strip, a season)
    gsd: float | None = None  # m
    spectral_mode: str = ""  # P, MS, PMS, P+MS, …
    acquisition_mode: str = ""  # one of ACQUISITION_MODES
    level: str = ""  # one of LEVELS
    cloud_cover: float | None = None  # %
    incidence: float | None = None  # degrees, on the ground
    off_nadir: float | None = None  # degrees, at the satellite
    sun_elevation: float | None = None  # degrees
    footprint: BaseGeometry | None = None
    self_url: str = ""
    licence: str = ""
    credit: str = ""
    assets: Sequence[Asset] = Assets()
    grid: Grid | None = None  # of the full image, when the service gives it
    said: str = field(default="", compare=False, repr=False)  # all that the service says of it: a JSON object, or ""

    def __post_init__(self) -> None:
        if not isinstance(self.assets, Assets):
            object.__setattr__(self, "assets", Assets(self.assets))

    @property
    def properties(self) -> Mapping[str, Any]:
        """As the service says them: read from :attr:`said` at each look."""
        read = json.loads(self.said) if self.said else {}
        return read if isinstance(read, dict) else {}

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells two scenes apart, whatever page or catalogue brought them."""
        return (self.catalogue, self.collection, self.id)

    @property
    def quicklook(self) -> Asset | None:
        """The picture to lay on the map: the ``overview`` one, else the thumbnail."""
        return self._picture("overview", "thumbnail", "visual")

    @property
    def thumbnail(self) -> Asset | None:
        """The picture for the list: the smallest that is announced."""
        return self._picture("thumbnail", "overview")

    @property
    def images(self) -> tuple[Asset, ...]:
        """The files of the image itself: neither pictures to look at nor descriptions."""
        return tuple(
            asset
            for asset in self.assets
            if not _NO_IMAGE.intersection(asset.roles) and not asset.media_type.startswith(_DESCRIPTIONS)
        )

    def _picture(self, *roles: str) -> Asset | None:
        for role in roles:
            for asset in self.assets:
                if role in asset.roles and asset.media_type in PICTURE_TYPES:
                    return asset
        return None


def packed(properties: Mapping[str, Any]) -> str:
    """For :attr:`Scene.said`."""
    return json.dumps(properties, ensure_ascii=False, separators=(",", ":"))


_NO_IMAGE = {"thumbnail", "overview", "metadata"}
_DESCRIPTIONS = ("application/json", "application/geo+json", "application/xml", "text/")
PICTURE_TYPES = ("image/jpeg", "image/png", "image/jpg", "image/webp", "")
