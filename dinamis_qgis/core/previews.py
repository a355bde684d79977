# SPDX-License-Identifier: GPL-2.0-or-later
"""The quicklook of a scene as a picture to look at in the panel."""

from __future__ import annotations

from qgis.PyQt.QtGui import QImage

from ..domain.errors import InvalidPicture
from ..domain.scene import Scene
from .task import TaskFeedback, lending_its_thread

SIDE = 720  # pixels at most: twice the panel's width, for dense screens


def fetch_preview(scene: Scene, feedback: TaskFeedback) -> QImage:
    """In a task. Raises :class:`DinamisError`."""
    from .fetch import fetch
    from .thumbnails import decode

    picture = scene.quicklook
    if picture is None:
        raise InvalidPicture("", "the catalogue announces no quicklook")
    with lending_its_thread():
        data = fetch(picture.href, feedback)
    return decode(data, picture.href, SIDE)
