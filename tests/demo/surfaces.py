# SPDX-License-Identifier: GPL-2.0-or-later
"""Reflectances (red, green, blue, near infrared), 0 to 1, roughly those of temperate land."""

from __future__ import annotations

import numpy as np

from .noise import Array

Colour = tuple[float, float, float, float]

SURFACES: dict[str, Colour] = {
    "sea": (0.010, 0.023, 0.036, 0.008),
    "shallows": (0.035, 0.070, 0.066, 0.012),
    "silt": (0.105, 0.105, 0.078, 0.035),
    "fresh water": (0.022, 0.032, 0.030, 0.015),
    "wet sand": (0.185, 0.165, 0.130, 0.20),
    "dry sand": (0.37, 0.33, 0.26, 0.45),
    "mud": (0.125, 0.115, 0.090, 0.14),
    "marsh": (0.085, 0.090, 0.052, 0.22),
    "rock": (0.170, 0.150, 0.125, 0.20),
    "wood": (0.024, 0.040, 0.021, 0.30),
    "bare wood": (0.062, 0.060, 0.044, 0.17),
    "conifer": (0.018, 0.030, 0.018, 0.24),
    "heath": (0.075, 0.070, 0.045, 0.22),
    "grass": (0.050, 0.088, 0.036, 0.42),
    "dry grass": (0.160, 0.145, 0.082, 0.30),
    "cereal": (0.036, 0.076, 0.028, 0.48),
    "ripe cereal": (0.225, 0.190, 0.115, 0.38),
    "stubble": (0.205, 0.170, 0.112, 0.30),
    "maize": (0.034, 0.066, 0.027, 0.50),
    "rape": (0.180, 0.200, 0.045, 0.50),
    "soil": (0.165, 0.125, 0.090, 0.22),
    "wet soil": (0.105, 0.084, 0.062, 0.15),
    "slate": (0.095, 0.098, 0.105, 0.12),
    "tile": (0.210, 0.120, 0.085, 0.24),
    "bright roof": (0.46, 0.46, 0.46, 0.46),
    "garden": (0.060, 0.085, 0.042, 0.34),
    "asphalt": (0.135, 0.135, 0.135, 0.16),
    "concrete": (0.27, 0.26, 0.24, 0.29),
}


def column(colour: Colour) -> Array:
    return np.array(colour, np.float32).reshape(4, 1, 1)


def mix(first: str | Colour, second: str | Colour, share: float) -> Colour:
    a, b = (SURFACES[c] if isinstance(c, str) else c for c in (first, second))
    return tuple(p * (1 - share) + q * share for p, q in zip(a, b))


def blend(image: Array, cover: Array, surface: str, brightness: float = 1.0) -> None:
    """Paints ``surface`` over ``image`` where ``cover`` (0 to 1) says."""
    image[:] = image * (1 - cover) + column(SURFACES[surface]) * brightness * cover
