# SPDX-License-Identifier: GPL-2.0-or-later
"""Another composition of an image's layer, streamed or pansharpened ones included: its values are sampled in a task."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsContrastEnhancement, QgsMultiBandColorRenderer, QgsRasterLayer

from ..domain.catalogues import Feedback
from ..domain.streamed_source import awake, files
from .compositions import name_composition, numbers_in
from .renderers import Look, renderer_for
from .stretch import QUICK_SIDE, WHOLE_SIDE, limits_of, sample

Limits = tuple[tuple[float, float], ...]


def draw(layer: QgsRasterLayer, look: Look) -> None:
    layer.setRenderer(renderer_for(layer.dataProvider(), look))
    name_composition(layer)
    layer.triggerRepaint()


@dataclass(frozen=True)
class Sight:
    """What a task needs of a layer: asked on the main thread."""

    source: str
    numbers: tuple[int, ...]
    nodata: float | None
    former: Limits | None  # between which values it is drawn; None: its values are colours


def sight_of(layer: QgsRasterLayer, composition: str) -> Sight | None:
    numbers = numbers_in(layer, composition)
    if numbers is None:
        return None
    provider = layer.dataProvider()
    ranges = provider.userNoDataValues(numbers[0])
    own = provider.sourceNoDataValue(numbers[0]) if provider.sourceHasNoDataValue(numbers[0]) else None
    return Sight(layer.source(), numbers, ranges[0].min() if ranges else own, _limits(layer))


def look_again(sight: Sight, feedback: Feedback) -> Look:
    """For a task. Between values of their own where pixels can be had, else between the former ones; colours, and what
    is drawn over its whole range, stay as they are. Raises as :func:`~.stretch.sample`."""
    if sight.former is None or _is_whole_range(sight.former):
        return Look(sight.numbers, sight.former and (sight.former[0],) * len(sight.numbers))
    if awake(sight.source) != sight.source:  # a streamed layer that waits has no pixel
        values = []
    else:
        side = QUICK_SIDE if files(sight.source) else WHOLE_SIDE
        values = sample(sight.source, sight.numbers, sight.nodata, None, feedback, side)
    limits = [limits_of(band) for band in values] or [None] * len(sight.numbers)
    return Look(sight.numbers, tuple(one or sight.former[0] for one in limits))


def _is_whole_range(limits: Limits) -> bool:
    low, high = limits[0]
    return set(limits) == {(low, high)} and low == 0 and high > 1 and (int(high) + 1) & int(high) == 0


def _limits(layer: QgsRasterLayer) -> Limits | None:
    renderer = layer.renderer()
    if isinstance(renderer, QgsMultiBandColorRenderer):
        all_of = (
            renderer.redContrastEnhancement(),
            renderer.greenContrastEnhancement(),
            renderer.blueContrastEnhancement(),
        )
    else:
        all_of = (getattr(renderer, "contrastEnhancement", lambda: None)(),)
    none = QgsContrastEnhancement.ContrastEnhancementAlgorithm.NoEnhancement
    if any(one is None or one.contrastEnhancementAlgorithm() == none for one in all_of):
        return None
    return tuple((one.minimumValue(), one.maximumValue()) for one in all_of)
