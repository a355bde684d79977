# SPDX-License-Identifier: GPL-2.0-or-later
"""From scenes that a person chose to the queue of downloads."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QWidget

from ...domain.scene import Scene
from ...domain.scene_files import is_downloadable
from ...translation import tr
from ..context import PanelContext
from .folder import ask_folder, chosen_folder


def start_downloads(
    scenes: Sequence[Scene],
    context: PanelContext,
    parent: QWidget,
    open_when_done: bool = False,
    wanted: Sequence[str] = (),
) -> bool:
    """False when nothing is to come: the person gave up, or no catalogue gives a file.

    ``wanted`` names files by key or role; all of them without it. Where they go is asked the first time.
    """
    given = [scene for scene in scenes if is_downloadable(scene)]
    if not given:
        context.notices.say(tr("The catalogue gives no file to download for this image."), Qgis.MessageLevel.Warning)
        return False
    folder = chosen_folder() or ask_folder(parent)
    if folder is None:
        return False
    context.downloads.add(given, folder, open_when_done, wanted)
    text = tr("%n download(s) added.", "", len(given))
    if len(given) < len(scenes):
        text += " " + tr("For %n image(s) the catalogue gives no file.", "", len(scenes) - len(given))
    context.notices.say(text, actions=[(tr("View"), lambda: context.show_page("images"))])
    return True
