# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the plugin's files lie: beside the package in a checkout, inside it once staged or installed."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """``resource("icons", "dinamis.svg")``."""
    return _folder("resources").joinpath(*parts)


def translation(locale: str) -> Path:
    """The compiled translation for a locale such as ``fr`` or ``fr_FR`` (the file may be absent)."""
    return _folder("i18n") / f"dinamis_qgis_{locale[:2]}.qm"


def metadata() -> Path:
    inside = PACKAGE / "metadata.txt"
    return inside if inside.is_file() else PACKAGE.parent / "metadata.txt"
