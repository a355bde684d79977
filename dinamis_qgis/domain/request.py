# SPDX-License-Identifier: GPL-2.0-or-later
"""An imagery request: what is asked of DINAMIS, by whom, for what, and where it stands."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, Optional, Union

from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from .errors import InvalidRequest, InvalidZone
from .outline import for_delivery
from .quota import Estimate
from .request_options import GEOMETRIES, MOST_DATES, RADIOMETRIES, SPECTRAL_PRODUCTS, STEREO_MODES
from .tariffs import ACQUISITIONS, CATEGORIES

# The plugin's own: DINAMIS does not publish its states. Others may be used as well.
STATES = ("draft", "ready", "sent", "accepted", "acquired", "delivered", "refused", "closed")

LONGEST_TEXT = 4000  # characters
_CHOICES = {
    "category": CATEGORIES,
    "acquisition": ACQUISITIONS,
    "stereo": STEREO_MODES,
    "spectral": SPECTRAL_PRODUCTS,
    "geometry": GEOMETRIES,
    "radiometry": RADIOMETRIES,
}
_SEVERAL_LINES = ("purpose", "constraints", "note", "feedback")

# Usual choices for three needs; what is not named is left as it is. Primary and Basic keep the pixels that a stereo
# plotting works on: an Ortho has lost the relief's parallax.
PRESETS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "mapping": {"stereo": "mono", "spectral": "PMS4", "geometry": "ortho", "radiometry": "reflectance",
                    "max_cloud": 10.0, "max_incidence": 20.0},
        "relief": {"stereo": "stereo", "spectral": "P+MS", "geometry": "primary", "radiometry": "basic",
                   "max_cloud": 10.0, "max_incidence": None},
        "coast": {"stereo": "mono", "spectral": "PMS4", "geometry": "ortho", "radiometry": "reflectance",
                  "max_cloud": 10.0, "max_incidence": 20.0},
    }
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """The request came into this state on this day."""

    day: date
    state: str


@dataclass(frozen=True)
class KeptEstimate:
    """The figures that were shown on ``day``: a later tariff does not change them. None: the tariff gives none."""

    day: date
    tariff: str
    aoi_km2: float
    order_km2: float
    quota_km2: Optional[float] = None
    billable_km2: Optional[float] = None
    credits: Optional[int] = None
    cost_eur: Optional[float] = None

    @classmethod
    def of(cls, estimate: Estimate, day: date) -> KeptEstimate:
        return cls(
            day,
            estimate.tariff.id,
            float(estimate.aoi_km2),
            float(estimate.order_km2),
            None if estimate.quota_km2 is None else float(estimate.quota_km2),
            None if estimate.billable_km2 is None else float(estimate.billable_km2),
            estimate.credits,
            None if estimate.cost_eur is None else float(estimate.cost_eur),
        )


@dataclass(frozen=True)
class ImageryRequest:
    """``zone``: valid polygons in longitude/latitude. Texts lose control characters, and all but ``purpose`` and its
    like hold one line. ``max_cloud`` in %, ``max_incidence`` in degrees at the ground; None: no limit is asked.

    ``archive_ids`` are those of Airbus's catalogue. ``projection`` is an authority code or WKT; "" for none.
    Raises :class:`InvalidRequest`, :class:`InvalidZone`.
    """

    zone: BaseGeometry
    title: str = ""
    purpose: str = ""
    sensor: str = "pleiades"  # the id of a tariff's sensor
    category: str = "public"
    acquisition: str = "archive"
    archive_ids: tuple[str, ...] = ()
    start: Optional[date] = None
    end: Optional[date] = None
    max_cloud: Optional[float] = None
    max_incidence: Optional[float] = None
    stereo: str = "mono"
    spectral: str = "PMS4"
    geometry: str = "ortho"
    radiometry: str = "reflectance"
    projection: str = ""
    dates: int = 1
    constraints: str = ""
    requester: str = ""
    email: str = ""
    organisation: str = ""
    correspondent: str = ""  # the organisation's own for DINAMIS
    contractor: str = ""
    estimate: Optional[KeptEstimate] = None
    state: str = "draft"
    reference: str = ""  # DINAMIS's
    history: tuple[Step, ...] = ()
    feedback: str = ""
    note: str = ""  # internal: it goes into no dossier

    def __post_init__(self) -> None:
        if self.zone.is_empty:
            raise InvalidZone("empty")
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str):
                object.__setattr__(self, field.name, _text(field.name, value))
        ids = (_text("archive_ids", one) for one in self.archive_ids)
        object.__setattr__(self, "archive_ids", tuple(filter(None, ids)))
        self._check()

    @cached_property
    def outline(self) -> Union[Polygon, MultiPolygon]:
        """The zone as it is handed over: worked out once, a coast takes a third of a second."""
        return for_delivery(self.zone)

    def in_state(self, state: str, day: date) -> ImageryRequest:
        return replace(self, state=state, history=(*self.history, Step(day, state)))

    def with_preset(self, name: str) -> ImageryRequest:
        return replace(self, **PRESETS[name])

    def _check(self) -> None:
        for name, known in _CHOICES.items():
            if getattr(self, name) not in known:
                raise InvalidRequest(name, "unknown", getattr(self, name))
        if not self.sensor:
            raise InvalidRequest("sensor", "unknown")
        for name, most in (("max_cloud", 100.0), ("max_incidence", 90.0)):
            limit = getattr(self, name)
            if limit is not None and not (math.isfinite(limit) and 0.0 <= limit <= most):
                raise InvalidRequest(name, "range", f"0-{most:.0f}")
        if not 1 <= self.dates <= MOST_DATES:
            raise InvalidRequest("dates", "range", f"1-{MOST_DATES}")
        if self.start and self.end and self.end < self.start:
            raise InvalidRequest("end", "period")


def _text(name: str, text: str) -> str:
    """Without what no XML, PDF or form takes: control characters, lone surrogates."""
    lines = [
        "".join(" " if unicodedata.category(sign) in ("Cc", "Cs", "Cn") else sign for sign in line).strip()
        for line in text.splitlines()
    ]
    clean = ("\n" if name in _SEVERAL_LINES else " ").join(lines).strip()
    if len(clean) > LONGEST_TEXT:
        raise InvalidRequest(name, "too_long", str(LONGEST_TEXT))
    return clean
