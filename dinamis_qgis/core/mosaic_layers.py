# SPDX-License-Identifier: GPL-2.0-or-later
"""A project's raster layers as images of a mosaic. On the main thread, as layers are asked there only."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from pathlib import Path

from qgis.core import QgsMapLayer, QgsRasterLayer

from ..domain.mosaic_errors import CannotAssemble
from .mosaic_inputs import Given
from .products import PATH_PROPERTY
from .sharpened import SHARPENED
from .story import story_of

_DESCRIPTION = re.compile(r"(^|/)(DIM|VOL|SPOT)_[^/]*\.XML$", re.IGNORECASE)


def given_of(layer: QgsMapLayer) -> Given:
    """A layer that was opened here is its product, any other one its own source, with what the layer says of itself.

    Raises :class:`CannotAssemble` (not_raster).
    """
    product = layer.customProperty(PATH_PROPERTY) or layer.customProperty(SHARPENED) or _product_of(layer)
    if product:
        return Given(str(product))
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal" or not layer.isValid():
        raise CannotAssemble("not_raster", layer.name())
    metadata = layer.metadata()
    return Given(
        layer.source().split("|option:")[0],
        layer.name() or layer.id(),
        _nodata(layer),
        _moments(layer),
        "; ".join(metadata.rights()) or story_of(layer).attribution(),
        "; ".join(metadata.licenses()),
    )


def _product_of(layer: QgsMapLayer) -> str:
    """Of a DIMAP that QGIS opened by itself, its description: what it says counts, as if it were opened here."""
    source = layer.source() if isinstance(layer, QgsRasterLayer) else ""
    return source if _DESCRIPTION.search(source) and Path(source).is_file() else ""


def _nodata(layer: QgsRasterLayer) -> float | None:
    ranges = layer.dataProvider().userNoDataValues(1)
    return ranges[0].min() if len(ranges) == 1 and ranges[0].min() == ranges[0].max() else None


def _moments(layer: QgsRasterLayer) -> tuple[datetime, ...]:
    span = layer.temporalProperties().fixedTemporalRange()
    ends = (moment for moment in (span.begin(), span.end()) if moment.isValid())
    return tuple(datetime.fromtimestamp(moment.toMSecsSinceEpoch() / 1000, timezone.utc) for moment in ends)
