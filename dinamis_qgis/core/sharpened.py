# SPDX-License-Identifier: GPL-2.0-or-later
"""A bundle as one pansharpened layer: computed where it is looked at, or from a file with all its pixels."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import QgsRasterLayer

from ..translation import tr
from .compose import Composed, compose_group, write_cog
from .compositions import COMPOSITIONS, NATURAL, tell_roles
from .dimap_bands import Band, numbers_of
from .orthorectified import Relief
from .product import Group
from .product_texts import group_name
from .products import FLAT, hand_over, look_of, on_map, open_styled, tell_story
from .renderers import Look
from .task import TaskFeedback

SHARPENED = "dinamis/sharpened"  # of a layer: the path of its multispectral image


def sharpened_layer(
    group: Group, composition: str, feedback: TaskFeedback, out: Path | None = None, relief: Relief = FLAT
) -> QgsRasterLayer:
    """With all its colours, shown in ``composition``. No pixel is written without ``out``, a COG's place. It is drawn
    between the values of its multispectral image, which Brovey's method keeps. For a task; the layer is handed to the
    main thread.

    Raises :class:`~dinamis_qgis.domain.errors.UnsupportedProduct` (no_pan, no_band),
    :class:`~dinamis_qgis.domain.errors.InvalidProduct`, :class:`~dinamis_qgis.domain.errors.NotWritable`,
    :class:`~dinamis_qgis.domain.errors.Cancelled`.
    """
    held = _bands(group, composition)
    composed = compose_group(group, composition, True, feedback, relief, tuple(band.number for band in held))
    if out is not None:
        write_cog(composed, out, feedback)
    look, numbers = look_of(composed.image, composition, feedback), [band.number for band in held]
    source = composed.shown if out is None else str(out)
    layer = open_styled(source, _name(composed), Look(tuple(numbers.index(n) + 1 for n in look.numbers), look.limits))
    tell_roles(layer, tuple(band.role for band in held))
    pan = composed.pan or composed.image
    tell_story(layer, replace(composed.image, gsd=pan.gsd, placed=on_map(composed.image, relief).placed))
    layer.setCustomProperty(SHARPENED, composed.image.path)
    hand_over(layer)
    return layer


def _bands(group: Group, composition: str) -> tuple[Band, ...]:
    """Of the image that has the composition: its three first, and near infrared where there is one."""
    roles = COMPOSITIONS[composition]
    image = next((one for one in group if numbers_of(one.bands, roles)), group[0])
    wanted = dict.fromkeys((*NATURAL, "NIR")) if numbers_of(image.bands, NATURAL) else dict.fromkeys(roles)
    first = {band.role: band for band in reversed(image.bands)}
    return tuple(first[role] for role in wanted if role in first)


def _name(composed: Composed) -> str:
    return tr("{}, pansharpened (P + MS)").format(group_name(composed.image))
