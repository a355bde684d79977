# SPDX-License-Identifier: GPL-2.0-or-later
"""What keeps images from becoming one."""

from __future__ import annotations

from dataclasses import dataclass

from .errors import DinamisError


@dataclass(eq=False)
class CannotAssemble(DinamisError):
    """``reason`` is ``nothing`` (no image given), ``outside`` (none lies in the zone), ``bands`` (``name``: the image
    whose bands are not as many as the others'), ``no_crs`` (``name``), ``crs`` (``name``: what was asked for),
    ``unreachable`` (``name``: the image that cannot be brought into that CRS), ``too_large``, ``streamed`` (``name``:
    the image that is read over the network), ``not_raster`` (``name``) or ``itself`` (``name``: the image that the
    result would replace)."""

    reason: str
    name: str = ""

    def __str__(self) -> str:
        return f"CannotAssemble: {self.reason} {self.name}"
