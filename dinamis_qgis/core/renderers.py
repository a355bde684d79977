# SPDX-License-Identifier: GPL-2.0-or-later
"""How a raster is drawn: which bands, stretched between which values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsColorRampLegendNodeSettings,
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsRasterRenderer,
    QgsSingleBandGrayRenderer,
)
from qgis.PyQt.QtGui import QColor

from .thematic import LandCoverClass


@dataclass(frozen=True)
class Look:
    """One band is grey, three are red, green, blue. ``limits`` None: values are colours already (0–255)."""

    numbers: tuple[int, ...]
    limits: tuple[tuple[float, float], ...] | None


def renderer_for(provider: QgsRasterDataProvider, look: Look) -> QgsRasterRenderer:
    if len(look.numbers) >= 3:
        colour = QgsMultiBandColorRenderer(provider, *look.numbers[:3])
        enhancements = _enhancements(provider, look)
        if enhancements:
            colour.setRedContrastEnhancement(enhancements[0])
            colour.setGreenContrastEnhancement(enhancements[1])
            colour.setBlueContrastEnhancement(enhancements[2])
        return _with_origin(colour)
    gray = QgsSingleBandGrayRenderer(provider, look.numbers[0])
    enhancements = _enhancements(provider, look)
    if enhancements:
        gray.setContrastEnhancement(enhancements[0])
    return _with_origin(gray)


def paletted(provider: QgsRasterDataProvider) -> QgsRasterRenderer:
    classes = QgsPalettedRasterRenderer.colorTableToClassData(provider.colorTable(1))
    return QgsPalettedRasterRenderer(provider, 1, classes)


def of_classes(provider: QgsRasterDataProvider, classes: Sequence[LandCoverClass]) -> QgsRasterRenderer:
    """What has no class is not drawn."""
    made = [QgsPalettedRasterRenderer.Class(one.value, QColor(one.colour), one.name) for one in classes]
    return QgsPalettedRasterRenderer(provider, 1, made)


def tell_unit(layer: QgsRasterLayer, unit: str) -> None:
    """In the legend of a layer of one band, behind its values."""
    renderer = layer.renderer()
    if unit and isinstance(renderer, QgsSingleBandGrayRenderer):
        settings = QgsColorRampLegendNodeSettings()
        settings.setSuffix(f"\u00a0{unit}")
        renderer.setLegendSettings(settings)


def _enhancements(provider: QgsRasterDataProvider, look: Look) -> Sequence[QgsContrastEnhancement]:
    if look.limits is None:
        return ()
    made = []
    for number, (low, high) in zip(look.numbers, look.limits):
        enhancement = QgsContrastEnhancement(provider.dataType(number))
        enhancement.setMinimumValue(low)
        enhancement.setMaximumValue(high)
        enhancement.setContrastEnhancementAlgorithm(
            QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
        )
        made.append(enhancement)
    return made


def _with_origin(renderer: QgsRasterRenderer) -> QgsRasterRenderer:
    """Values of our own: QGIS is not to compute them again over the whole file."""
    origin = QgsRasterMinMaxOrigin()
    origin.setLimits(QgsRasterMinMaxOrigin.Limits(0))  # "user defined"; its name, None, cannot be written in Python
    renderer.setMinMaxOrigin(origin)
    return renderer
