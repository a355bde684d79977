# SPDX-License-Identifier: GPL-2.0-or-later
"""Places by their names, through QGIS's network. Never on the main thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsApplication

from .. import paths
from ..domain.gazetteer import GazetteerRow, Place, outline, read_row, suggest
from ..domain.shapes import valid_polygons
from ..domain.web import Feedback
from ..translation import tr
from .numbers import format_number
from .session import QgisSession
from .task import lending_its_thread
from .territory import Territory


def user_gazetteer() -> Path:
    """Replaces the shipped row when it is there: services move."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "gazetteer.json"


def configured_gazetteer() -> GazetteerRow:
    """Raises InvalidFile."""
    own = user_gazetteer()
    return read_row(own if own.is_file() else paths.resource("gazetteer.json"))


def places_like(text: str, feedback: Feedback) -> tuple[Place, ...]:
    """Raises what :func:`suggest` raises, InvalidFile."""
    return suggest(configured_gazetteer(), text, QgisSession(), feedback)


def suggestions(text: str, feedback: Feedback) -> tuple[Place, ...]:
    """:func:`places_like` in a task of QGIS's pool."""
    with lending_its_thread():
        return places_like(text, feedback)


def territory_of(place: Place, feedback: Feedback) -> Territory:
    """Its outline, measured, in a task. Raises what :func:`outline` raises, InvalidFile."""
    with lending_its_thread():
        shape = outline(configured_gazetteer(), place, QgisSession(), feedback)
        territory = Territory(place.name, valid_polygons(shape), place.kind, place.code)
        _ = territory.zone.km2  # a région's coast is not measured on the main thread
    return territory


def place_label(place: Place, alike: bool = False) -> str:
    """Homonyms are told apart by their département and their code; ``alike``: by their position too, as EPCI have no
    code here."""
    where = f" ({place.department})" if place.kind in ("commune", "district") and place.department else ""
    label = f"{place.name}{where} — {kind_name(place.kind)} {place.code}".strip()
    return f"{label} · {format_number(place.lat)}° {format_number(place.lon)}°" if alike else label


def place_labels(places: Sequence[Place]) -> list[str]:
    once = [place_label(place) for place in places]
    return [place_label(place, True) if once.count(label) > 1 else label for place, label in zip(places, once)]


def kind_name(kind: str) -> str:
    names = {
        "commune": tr("municipality"),
        "district": tr("municipal arrondissement"),
        "epci": tr("EPCI"),
        "department": tr("département"),
        "region": tr("région"),
    }
    return names.get(kind, kind)
