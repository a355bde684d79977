# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person adds to an image of which nothing is known: its day, its credit line, its licence.

It is kept in the layer, and so in the project: nothing is written beside the image.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timezone

from qgis.core import QgsMapLayer, QgsRasterLayer

from .product import Product
from .products import tell_story

_PROPERTY = "dinamis/completed"
_LONGEST = 500  # characters of a text that somebody else's project holds


@dataclass(frozen=True)
class Completion:
    """Unknown is None or ``""``."""

    day: date | None = None
    credit: str = ""
    licence: str = ""


def completed(image: Product, said: Completion) -> Product:
    """The whole day (UTC): nobody said an hour."""
    moments: tuple[datetime, ...] = ()
    if said.day is not None:
        moments = tuple(datetime.combine(said.day, hour, timezone.utc) for hour in (time(), time(23, 59, 59)))
    return replace(image, acquisitions=moments, credit=said.credit, licence=said.licence)


def tell_completed(layer: QgsRasterLayer, image: Product, said: Completion) -> None:
    """``image`` is completed already."""
    tell_story(layer, image)
    day = said.day.isoformat() if said.day else ""
    layer.setCustomProperty(_PROPERTY, json.dumps({"day": day, "credit": said.credit, "licence": said.licence}))


def completion_of(layer: QgsMapLayer) -> Completion | None:
    """As it was kept; None where nothing was, or where it cannot be read."""
    try:
        kept = json.loads(layer.customProperty(_PROPERTY) or "null")
        if not isinstance(kept, dict):
            return None
        day, credit, licence = (str(kept.get(key, ""))[:_LONGEST] for key in ("day", "credit", "licence"))
        return Completion(date.fromisoformat(day) if day else None, credit, licence)
    except (ValueError, TypeError, RecursionError):
        return None
