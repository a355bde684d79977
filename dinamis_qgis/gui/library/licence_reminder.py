# SPDX-License-Identifier: GPL-2.0-or-later
"""What the licence of Pléiades images asks for, said once: when an image first leaves the project, as a file or on a
page to print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from qgis.core import QgsMapLayer
from qgis.PyQt.QtWidgets import QWidget

from ...core.access_words import access_of
from ...core.credits import licence_for
from ...core.product import Product
from ...core.settings import Settings
from ...domain.scene import Scene
from ...translation import tr
from ..context import PanelContext
from ..notices import Notices
from ..search.access_dialog import show_access

_UNDER_IT = re.compile(r"PHR1[A-Z]", re.IGNORECASE)
_ONE = "PHR1A"


def remind(images: Iterable[Product], context: PanelContext, window: QWidget) -> None:
    """Not for a product that names a licence of its own."""
    if any(_UNDER_IT.fullmatch(one.mission) and not one.licence for one in images):
        _say_once(context.notices, context.show_options, window)


def remind_of_layers(
    layers: Iterable[QgsMapLayer], notices: Notices, show_options: Callable[[str], None], window: QWidget
) -> None:
    """As :func:`remind`, by what the layers say of themselves."""
    licence = licence_for(_ONE)
    if any(licence in said for layer in layers for said in layer.metadata().licenses()):
        _say_once(notices, show_options, window)


def _say_once(notices: Notices, show_options: Callable[[str], None], window: QWidget) -> None:
    settings = Settings.load()
    if settings.licence_reminded:
        return
    settings.licence_reminded = True
    settings.save()
    access = access_of(Scene("", "", mission=_ONE))
    notices.say(
        tr("Image under the DSP Pléiades licence: public service, non-commercial use."),
        actions=[(tr("See the licence"), lambda: show_access(access, False, show_options, window))],
        seconds=0,
    )
