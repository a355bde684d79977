# SPDX-License-Identifier: GPL-2.0-or-later
"""Which column of somebody's table of footprints says what: guessed from names and values, then told by the person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any
from unicodedata import combining, normalize

from .footprint_values import DAY_FIRST, MONTH_FIRST, day_orders, instant, quantity

FIELDS = (
    "id", "acquired", "time", "mission", "gsd", "cloud", "incidence", "off_nadir", "sun_elevation", "spectral_mode",
    "level", "title", "quicklook", "link", "licence", "credit",
)  # fmt: skip
PERCENT, FRACTION = "percent", "fraction"
METRES, CENTIMETRES = "m", "cm"

_ALIASES: Mapping[str, tuple[str, ...]] = {
    "id": (
        "sceneid", "identifier", "identifiant", "imageid", "idimage", "productid", "idproduit", "dsname", "datasetid",
        "nomimage", "nomproduit", "productname", "id", "name", "nom", "scene", "image", "ident",
    ),
    "acquired": (
        "acquired", "acquisitiondate", "dateacquisition", "datedacquisition", "dateacq", "acqdate", "imgdate",
        "imagingdate", "datepdv", "dateprisedevue", "datedeprisedevue", "dateimage", "datetime", "startdatetime",
        "startdate", "begindate", "beginposition", "sensingtime", "acquisition", "date", "jour",
    ),
    "time": ("heureacquisition", "heureacq", "acqtime", "acquisitiontime", "imagingtime", "heure", "time"),
    "mission": ("mission", "platform", "plateforme", "satellite", "sat", "satid", "satellit", "sensor", "capteur"),
    "gsd": ("gsd", "resolution", "resolutionm", "resol", "res", "pixelsize", "taillepixel", "pixel"),
    "cloud": (
        "cloudcover", "cloudcoverpercentage", "eocloudcover", "clouds", "cloud", "nuages", "nuage",
        "couverturenuageuse", "couvnuage", "couvnuageuse", "ennuagement", "tauxnuages", "nebulosite", "cloudcov",
    ),
    "incidence": ("incidenceangle", "viewincidenceangle", "angleincidence", "angledincidence", "incidence", "incang"),
    "off_nadir": (
        "offnadir", "offnadirangle", "viewoffnadir", "depointage", "angledepointage", "angledevisee", "viewingangle",
        "viewangle",
    ),
    "sun_elevation": ("sunelevation", "viewsunelevation", "elevationsoleil", "elevationsolaire", "elevationdusoleil"),
    "spectral_mode": ("spectralmode", "modespectral", "spectralprocessing", "spectral", "mode"),
    "level": ("processinglevel", "niveaudetraitement", "niveautraitement", "level", "niveau"),
    "title": ("title", "titre", "libelle"),
    "quicklook": ("quicklook", "quicklookurl", "apercu", "urlapercu", "preview", "browse", "thumbnail", "vignette"),
    "link": ("selfurl", "url", "lien", "link", "href", "fiche"),
    "licence": ("licence", "license"),
    "credit": ("credit", "copyright", "mention", "attribution"),
}  # fmt: skip
_SHORTENED = 10  # characters of a Shapefile's column name
_NEEDS_A_DATE = ("acquired",)
_NEEDS_A_NUMBER = ("gsd", "cloud", "incidence", "off_nadir", "sun_elevation")
_MOST_NAMES = 300
_IN_CENTIMETRES = {50.0, 70.0, 150.0, 600.0}  # Pléiades and SPOT 6-7: no satellite has such pixels in metres


@dataclass(frozen=True)
class Columns:
    """``names``: column by field. ``days``: how a date written with numbers is read. ``crs``: a code or WKT, for a file
    that tells none."""

    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    days: str = DAY_FIRST
    cloud_unit: str = PERCENT
    gsd_unit: str = METRES
    crs: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "names": dict(self.names), "days": self.days, "cloud_unit": self.cloud_unit, "gsd_unit": self.gsd_unit,
            "crs": self.crs,
        }  # fmt: skip

    @classmethod
    def from_json(cls, said: object) -> Columns | None:
        """None for what is none."""
        if not isinstance(said, Mapping) or not isinstance(said.get("names"), Mapping):
            return None
        names = {name: value for name, value in said["names"].items() if name in FIELDS and isinstance(value, str)}
        crs = said.get("crs")
        return cls(
            names,
            MONTH_FIRST if said.get("days") == MONTH_FIRST else DAY_FIRST,
            FRACTION if said.get("cloud_unit") == FRACTION else PERCENT,
            CENTIMETRES if said.get("gsd_unit") == CENTIMETRES else METRES,
            crs if isinstance(crs, str) else "",
        )


def signature(columns: Iterable[str]) -> str:
    """The same for tables that have the same columns, in whatever order."""
    names = "\n".join(sorted(column.casefold() for column in columns))
    return blake2b(names.encode("utf-8", "replace"), digest_size=8).hexdigest()


def guess(columns: Sequence[str], samples: Mapping[str, Sequence[str]]) -> Columns:
    """``samples``: some values of each column."""
    names: dict[str, str] = {}
    plain = {column: _plain(column) for column in columns[:_MOST_NAMES]}
    for name in FIELDS:
        for column in _candidates(name, plain):
            if column not in names.values() and _fits(name, samples.get(column, ())):
                names[name] = column
                break
    dates = samples.get(names.get("acquired", ""), ())
    clouds = _known(samples.get(names.get("cloud", ""), ()))
    gsds = _known(samples.get(names.get("gsd", ""), ()))
    return Columns(
        names,
        MONTH_FIRST if day_orders(dates) == {MONTH_FIRST} else DAY_FIRST,
        FRACTION if clouds and max(clouds) <= 1.0 and any(0.0 < value < 1.0 for value in clouds) else PERCENT,
        CENTIMETRES if gsds and set(gsds) <= _IN_CENTIMETRES else METRES,
    )


def _candidates(name: str, plain: Mapping[str, str]) -> list[str]:
    """Columns whose name is an alias, or its beginning where a Shapefile cut it; the best first."""
    found = []
    for alias in _ALIASES[name]:
        found += [column for column, short in plain.items() if short == alias]
        found += [
            column
            for column, short in plain.items()
            if len(column) == _SHORTENED and len(short) >= _SHORTENED - 2 and alias.startswith(short)
        ]
    return list(dict.fromkeys(found))


def _fits(name: str, values: Sequence[str]) -> bool:
    """Whether the values are of the kind that the field takes; a column without any may be."""
    said = [value for value in values if value.strip()]
    if not said:
        return True
    if name in _NEEDS_A_DATE:
        return sum(instant(value) is not None for value in said) * 2 > len(said)
    if name in _NEEDS_A_NUMBER:
        return sum(quantity(value) is not None for value in said) * 2 > len(said)
    return True


def _known(values: Sequence[str]) -> list[float]:
    return [read for read in map(quantity, values) if read is not None]


def _plain(name: str) -> str:
    letters = normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z0-9]", "", "".join(letter for letter in letters if not combining(letter)))
