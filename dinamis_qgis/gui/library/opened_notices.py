# SPDX-License-Identifier: GPL-2.0-or-later
"""What is said once images are open: which, their credit, and what is not as it should be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import Qgis
from qgis.PyQt.QtGui import QGuiApplication

from ...core.numbers import format_date
from ...core.opening import Opened, Opening, missing_tiles
from ...core.product import Product
from ...core.product_texts import credit_of, layer_name
from ...core.sensor_model import TiePoints
from ...core.words import mission_name
from ...translation import tr
from ..notices import Notices


def tell_opened(opening: Opening, notices: Notices, complete: Callable[[Product], None]) -> None:
    """``complete`` asks for what is not known of an image."""
    for failed in opening.failed:
        notices.tell(failed.error)
    if not opening.opened:
        return
    credits_ = list(dict.fromkeys(filter(None, (credit_of(image) for one in opening.opened for image in one.group))))
    actions = [(tr("Copy"), lambda: QGuiApplication.clipboard().setText("\n".join(credits_)))] if credits_ else []
    missing = list(dict.fromkeys(name for one in opening.opened for name in missing_tiles(one.group)))
    if missing and len(opening.opened) == 1:
        notices.say(_missing(missing), Qgis.MessageLevel.Warning, actions, 0)
    elif len(opening.opened) == 1 and not opening.opened[0].group[0].is_described:
        stranger = opening.opened[0].group[0]
        text = tr("This is not a Pléiades or SPOT DIMAP product: image added as it is, without date or credit.")
        notices.say(text, Qgis.MessageLevel.Info, [(tr("Complete"), lambda: complete(stranger))], 0)
    elif len(opening.opened) == 1:
        notices.say(_one(opening.opened[0], credits_), Qgis.MessageLevel.Success, actions)
    else:
        text = tr("%n image(s) opened.", "", len(opening.opened))
        if credits_:
            text += " " + tr("Credit: {}.").format(" ; ".join(credits_))
        notices.say(text, Qgis.MessageLevel.Success, actions)
        if missing:
            notices.say(_missing_of(opening.opened), Qgis.MessageLevel.Warning, seconds=0)
    for said in dict.fromkeys(primary_words(one.group[0]) for one in opening.opened):
        if said:  # last, and so on top
            notices.say(said, Qgis.MessageLevel.Warning, seconds=0)


def _one(opened: Opened, credits_: list[str]) -> str:
    image = opened.group[0]
    name, day = mission_name(image.mission), format_date(image.acquired)
    text = tr("{mission} of {day} opened.") if image.acquired else tr("{mission} opened, date unknown.")
    text = text.format(mission=name, day=day)
    credit = tr("Credit: {}.").format(credits_[0]) if credits_ else tr("Its credit line is not known.")
    return f"{text} {credit}"


def primary_words(image: Product) -> str:
    """``""`` for an image that lies on the map by itself."""
    if image.geotransform is not None or image.model is None:
        return ""
    if isinstance(image.model, TiePoints):
        return tr("Primary image: placed by its corners alone, may be off by hundreds of metres.")
    return tr("Primary image: placed by its model (RPC, mean height), may be off by several metres.")


def _missing_of(opened: Sequence[Opened]) -> str:
    absent = [(layer_name(one.group[0]), missing_tiles(one.group)) for one in opened]
    said = "; ".join(f"{name} ({', '.join(tiles)})" for name, tiles in absent if tiles)
    return tr("Tiles missing in the delivery: {}.").format(said)


def _missing(names: list[str]) -> str:
    if len(names) == 1:
        return tr("Opened, but tile {} is missing in the delivery.").format(names[0])
    return tr("Opened, but tiles {} are missing in the delivery.").format(", ".join(names))
