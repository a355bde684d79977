# SPDX-License-Identifier: GPL-2.0-or-later
"""The guide: pages of our own, in ``resources/help/<language>/``."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication

from ..paths import resource

_OTHERS = "en"  # whoever reads neither of the languages of the guide


def guide_page(page: str) -> Path:
    """In the language of QGIS, else in English."""
    own = resource("help", QgsApplication.locale()[:2], f"{page}.html")
    return own if own.is_file() else resource("help", _OTHERS, f"{page}.html")
