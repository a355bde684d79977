# SPDX-License-Identifier: GPL-2.0-or-later
"""One contrast for several images, so that a field looks the same in each of them."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.catalogues import Feedback
from .product import Product
from .products import look_of, sampled, shown_bands
from .renderers import Look
from .stretch import limits_of


def common_looks(images: Sequence[Product], composition: str, feedback: Feedback) -> dict[str, Look]:
    """By the image's path. Images that count alike (same colours, same kind of values) share their limits, from the
    pixels of all; the others keep their own, as do those that their maker has stretched.

    For a task. Raises :class:`~dinamis_qgis.domain.errors.InvalidProduct`,
    :class:`~dinamis_qgis.domain.errors.Cancelled`.
    """
    import numpy as np

    alike: dict[tuple, list[Product]] = {}
    for image in images:
        alike.setdefault(kind_of(image, composition), []).append(image)
    found: dict[str, Look] = {}
    for members in alike.values():
        if len(members) == 1 or members[0].is_display or members[0].has_palette:
            found.update({image.path: look_of(image, composition, feedback) for image in members})
            continue
        values = [sampled(image, shown_bands(image.bands, composition), feedback) for image in members]
        limits = tuple(limits_of(np.concatenate(band)) for band in zip(*values))
        for image in members:
            own = look_of(image, composition, feedback) if None in limits else None
            found[image.path] = own or Look(shown_bands(image.bands, composition), limits)
    return found


def kind_of(image: Product, composition: str) -> tuple:
    """Images of one kind count alike: one value means as much in each of them."""
    numbers = shown_bands(image.bands, composition)
    roles = tuple(image.bands[number - 1].role for number in numbers)
    return (roles, image.data_type, image.value_bits, image.radiometry, image.is_display, image.has_palette)
