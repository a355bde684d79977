# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be chosen in an imagery request, in the order of its lists."""

from __future__ import annotations

STEREO_MODES = ("mono", "stereo", "tristereo")
SPECTRAL_PRODUCTS = ("PMS4", "PMS3", "P+MS", "MS", "P")
GEOMETRIES = ("ortho", "primary")
RADIOMETRIES = ("reflectance", "display", "basic")
MOST_DATES = 100
