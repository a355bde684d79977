# SPDX-License-Identifier: GPL-2.0-or-later
"""A product as a raster of exactly the bands of a composition."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
)

from ..translation import tr
from .algorithm import Algorithm

_COMPOSITIONS = ("natural", "infrared", "panchromatic")


class LoadProduct(Algorithm):
    NAME, GROUP = "loadproduct", "images"

    def displayName(self) -> str:
        return tr("Load a product")

    def shortHelpString(self) -> str:
        return tr(
            "Opens a delivered Ortho product (Pléiades, SPOT 6-7; folder, zip or metadata file) as a raster of exactly "
            "the bands of a composition, values as delivered, 0 declared as no data. The bands are found in the "
            "product's own description.\n\n"
            "A .vrt file is immediate and refers to the product, which must stay where it is. A .tif file is a "
            "cloud-optimised GeoTIFF with all the pixels.\n\n"
            "Pansharpening (weighted Brovey) needs a bundle, P + MS; a product that is pansharpened already (PMS) is "
            "taken as it is."
        )

    def initAlgorithm(self, configuration: dict | None = None) -> None:
        names = [tr("Natural colours"), tr("Colour infrared"), tr("Panchromatic")]
        self.addParameter(QgsProcessingParameterFile("INPUT", tr("Product: folder, zip or metadata file (its path)")))
        self.addParameter(QgsProcessingParameterEnum("COMPOSITION", tr("Composition"), names, defaultValue=0))
        self.addParameter(QgsProcessingParameterBoolean("PANSHARPEN", tr("Pansharpen (P + MS)"), defaultValue=False))
        self.addParameter(QgsProcessingParameterRasterDestination("OUTPUT", tr("Image")))
        self.addOutput(QgsProcessingOutputString("METADATA", tr("Description (JSON)")))

    def checkParameterValues(self, parameters: dict, context: QgsProcessingContext) -> tuple[bool, str]:
        out = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        if out and Path(out).suffix.lower() not in (".vrt", ".tif", ".tiff"):
            return False, tr("The image must be a .vrt or a .tif file: change the end of its name.")
        return super().checkParameterValues(parameters, context)

    def outputs(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.compose import compose, write_cog, write_vrt

        path = self.parameterAsFile(parameters, "INPUT", context)
        composition = _COMPOSITIONS[self.parameterAsEnum(parameters, "COMPOSITION", context)]
        pansharpen = self.parameterAsBoolean(parameters, "PANSHARPEN", context)
        out = Path(self.parameterAsOutputLayer(parameters, "OUTPUT", context))
        composed = compose(path, composition, pansharpen, feedback)
        if composed.missing_tiles:
            feedback.pushWarning(
                tr("Missing in the delivery, and left empty: {}").format(", ".join(composed.missing_tiles))
            )
        if out.suffix.lower() == ".vrt":
            write_vrt(composed, out)
        else:
            write_cog(composed, out, feedback)
        return {"OUTPUT": str(out), "METADATA": json.dumps(composed.facts(), ensure_ascii=False)}
