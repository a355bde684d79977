# SPDX-License-Identifier: GPL-2.0-or-later
"""What the licence of Pléiades images asks for, said once: when an image first leaves the project as a file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qgis.PyQt.QtWidgets import QWidget

from ...core.access_words import access_of
from ...core.product import Product
from ...core.product_scene import scene_of
from ...core.settings import Settings
from ...translation import tr
from ..context import PanelContext
from ..search.access_dialog import show_access

_UNDER_IT = re.compile(r"PHR1[A-Z]", re.IGNORECASE)


def remind(images: Iterable[Product], context: PanelContext, window: QWidget) -> None:
    """Not for a product that names a licence of its own."""
    image = next((one for one in images if _UNDER_IT.fullmatch(one.mission) and not one.licence), None)
    settings = Settings.load()
    if image is None or settings.licence_reminded:
        return
    settings.licence_reminded = True
    settings.save()
    access = access_of(scene_of(image, ""))
    context.notices.say(
        tr("Image under the DSP Pléiades licence: public service, non-commercial use."),
        actions=[(tr("See the licence"), lambda: show_access(access, False, context.show_options, window))],
        seconds=0,
    )
