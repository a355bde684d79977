# SPDX-License-Identifier: GPL-2.0-or-later
"""What is said once images are open: which, their credit, and what is not as it should be."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtGui import QGuiApplication

from ...core.numbers import format_date
from ...core.opening import Opened, Opening, missing_tiles
from ...core.product_texts import credit_of, mission_of
from ...core.words import mission_name
from ...translation import tr
from ..notices import Notices


def tell_opened(opening: Opening, notices: Notices) -> None:
    for failed in opening.failed:
        notices.tell(failed.error)
    if not opening.opened:
        return
    credits_ = list(dict.fromkeys(filter(None, (credit_of(image) for one in opening.opened for image in one.group))))
    actions = [(tr("Copy"), lambda: QGuiApplication.clipboard().setText("\n".join(credits_)))] if credits_ else []
    missing = list(dict.fromkeys(name for one in opening.opened for name in missing_tiles(one.group)))
    if missing:
        notices.say(_missing(missing), Qgis.MessageLevel.Warning, actions, 0)
    elif len(opening.opened) == 1:
        notices.say(_one(opening.opened[0], credits_), Qgis.MessageLevel.Success, actions)
    else:
        text = tr("%n image(s) opened.", "", len(opening.opened))
        if credits_:
            text += " " + tr("Credit: {}.").format(" ; ".join(credits_))
        notices.say(text, Qgis.MessageLevel.Success, actions)


def _one(opened: Opened, credits_: list[str]) -> str:
    image = opened.group[0]
    if not mission_of(image):
        return tr("This is not a Pléiades or SPOT DIMAP product: image added as it is, without date or credit.")
    name, day = mission_name(mission_of(image)), format_date(image.acquired)
    text = tr("{mission} of {day} opened.") if image.acquired else tr("{mission} opened, date unknown.")
    text = text.format(mission=name, day=day)
    credit = tr("Credit: {}.").format(credits_[0]) if credits_ else tr("Its credit line is not known.")
    return f"{text} {credit}"


def _missing(names: list[str]) -> str:
    if len(names) == 1:
        return tr("Opened, but tile {} is missing in the delivery.").format(names[0])
    return tr("Opened, but tiles {} are missing in the delivery.").format(", ".join(names))
