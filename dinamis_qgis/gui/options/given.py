# SPDX-License-Identifier: GPL-2.0-or-later
"""What the sections of the options are given by ``plugin.py``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtWidgets import QWidget

from ..notices import Notices


@dataclass(frozen=True)
class Given:
    notices: Notices  # of the main window: what is told once the dialog is closed
    territories: Callable[[], Any]  # the panel's MyTerritory; None while shapely is missing
    choose_territory: Callable[[QWidget], None]  # opens the dialog over a widget
