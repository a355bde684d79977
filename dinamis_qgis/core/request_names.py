# SPDX-License-Identifier: GPL-2.0-or-later
"""The options of an imagery request in words. Nothing heavy is imported here: QGIS's start needs these names."""

from __future__ import annotations

from ..translation import tr


def stereo_name(mode: str) -> str:
    """Of ``domain.request_options.STEREO_MODES``."""
    return {"mono": tr("Mono"), "stereo": tr("Stereo"), "tristereo": tr("Tri-stereo")}[mode]


def spectral_name(product: str) -> str:
    """Of ``domain.request_options.SPECTRAL_PRODUCTS``."""
    return {
        "PMS4": tr("PMS 4 bands"),
        "PMS3": tr("PMS 3 bands"),
        "P+MS": tr("P + MS (bundle)"),
        "MS": tr("multispectral (MS)"),
        "P": tr("panchromatic (P)"),
    }[product]


def geometry_name(geometry: str) -> str:
    """Of ``domain.request_options.GEOMETRIES``."""
    return {"ortho": tr("Ortho"), "primary": tr("Primary")}[geometry]


def radiometry_name(radiometry: str) -> str:
    """Of ``domain.request_options.RADIOMETRIES``."""
    return {"reflectance": tr("Reflectance"), "display": tr("Display"), "basic": tr("Basic")}[radiometry]


def preset_names() -> dict[str, str]:
    return {"mapping": tr("Mapping"), "relief": tr("Relief, DSM"), "coast": tr("Coast")}
