# SPDX-License-Identifier: GPL-2.0-or-later
"""Which products are two halves of a bundle: the panchromatic and the multispectral of one acquisition."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from ..domain.catalogues import Feedback
from ..domain.errors import Cancelled, DinamisError
from .descriptions import descriptions_near, read_description
from .product import Group, Product

_SAME = ("mission", "level", "crs", "radiometry")
_APART = timedelta(seconds=10)  # the two cameras of SPOT 5 look at one place within some seconds


def pair(products: Iterable[Product]) -> list[Group]:
    """Each product alone, or (multispectral, panchromatic) when both are of one acquisition: a bundle."""
    waiting = list(products)
    groups: list[Group] = []
    while waiting:
        first = waiting.pop(0)
        other = next((product for product in waiting if partners(first, product)), None)
        if other is None:
            groups.append((first,))
            continue
        waiting.remove(other)
        groups.append(_bundle(other, first) if first.spectral_mode == "P" else _bundle(first, other))
    return groups


def _bundle(colour: Product, pan: Product) -> Group:
    """One take, one ground: where the colours come without their masks, those of the panchromatic hold for them."""
    if colour.masks or not pan.masks:
        return (colour, pan)
    return (replace(colour, masks=pan.masks, outline=pan.outline), pan)


def partners(one: Product, other: Product) -> bool:
    """Whether one is the panchromatic of the other's multispectral: same acquisition, CRS and ground."""
    pan, colour = (one, other) if one.spectral_mode == "P" else (other, one)
    if pan.spectral_mode != "P" or not colour.spectral_mode.startswith("MS"):
        return False
    if any(getattr(pan, same) != getattr(colour, same) for same in _SAME) or not pan.mission:
        return False
    if not _one_acquisition(pan, colour):
        return False
    return pan.outline is None or colour.outline is None or pan.outline.intersects(colour.outline)


def _one_acquisition(pan: Product, colour: Product) -> bool:
    if not pan.acquisitions or len(pan.acquisitions) != len(colour.acquisitions):
        return False
    apart = _APART if pan.kind == colour.kind == "dimap1" else timedelta()
    return all(abs(one - other) <= apart for one, other in zip(pan.acquisitions, colour.acquisitions))


def find_partner(product: Product, feedback: Feedback) -> Product | None:
    """The other half of a bundle when one description of it was given: beside it, or in the folder of the delivery."""
    folder = posixpath.dirname(product.path)
    for place in (folder, posixpath.dirname(folder)):
        for file in descriptions_near(place):
            if feedback.isCanceled():
                raise Cancelled()
            if file == product.path:
                continue
            try:
                other = read_description(file)
            except DinamisError:
                continue
            if partners(product, other):
                return other
    return None
