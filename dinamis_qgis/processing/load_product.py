# SPDX-License-Identifier: GPL-2.0-or-later
"""A product as a raster of exactly the bands of a composition."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
)

from ..translation import tr
from .algorithm import Algorithm

if TYPE_CHECKING:
    from ..core.orthorectified import Relief

_COMPOSITIONS = ("natural", "infrared", "panchromatic")


class LoadProduct(Algorithm):
    NAME, GROUP = "loadproduct", "images"
    ICON = "load"
    EXAMPLE = "INPUT=delivery.zip COMPOSITION=1 OUTPUT=infrared.tif"

    def displayName(self) -> str:
        return tr("Load a product")

    def help_words(self) -> tuple[str, str]:
        said = tr(
            "Opens a delivered product (Pléiades, SPOT; folder, zip, tar or metadata file), a STAC item beside its "
            "files, an image or a folder of tiles as a raster of exactly the bands of a composition, values as "
            "delivered, 0 declared as no data. The bands are found in the product's own description.\n\n"
            "A .vrt file is immediate and refers to the product, which must stay where it is. A .tif file is a "
            "cloud-optimised GeoTIFF with all the pixels.\n\n"
            "Pansharpening (weighted Brovey) needs a bundle, P + MS; a product that is pansharpened already (PMS) is "
            "taken as it is.\n\n"
            "A Primary product (sensor geometry) is laid on the map by its model (RPC): at a constant height above the "
            "ellipsoid (the mean one of its model without it), or on a terrain model, to whose heights that height is "
            "added. This is not a delivered Ortho: METADATA says what was used."
        )
        return said, tr("For example, a delivery in colour infrared, with its pixels:")

    def initAlgorithm(self, configuration: dict | None = None) -> None:
        names = [tr("Natural colours"), tr("Colour infrared"), tr("Panchromatic")]
        product = QgsProcessingParameterFile("INPUT", tr("Product: folder, zip or metadata file (its path)"))
        product.setFileFilter("")  # QGIS's own, *.*, refuses a folder whose name has no dot
        self.addParameter(product)
        self.addParameter(QgsProcessingParameterEnum("COMPOSITION", tr("Composition"), names, defaultValue=0))
        self.addParameter(QgsProcessingParameterBoolean("PANSHARPEN", tr("Pansharpen (P + MS)"), defaultValue=False))
        relief = [
            QgsProcessingParameterRasterLayer("DEM", tr("Terrain model (Primary products)"), optional=True),
            QgsProcessingParameterNumber(
                "HEIGHT",
                tr("Height above the ellipsoid, or added to the terrain model, in m (Primary products)"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=-500,
                maxValue=9000,
            ),
        ]
        for parameter in relief:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(parameter)
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
        from ..core.compositions import COMPOSITIONS, tell_roles
        from ..core.product_texts import placing_of
        from ..core.products import look_of, tell_story
        from ..core.renderers import Look, renderer_for
        from .told_layer import is_loaded, tell_when_loaded

        path = self.parameterAsFile(parameters, "INPUT", context)
        composition = _COMPOSITIONS[self.parameterAsEnum(parameters, "COMPOSITION", context)]
        pansharpen = self.parameterAsBoolean(parameters, "PANSHARPEN", context)
        out = Path(self.parameterAsOutputLayer(parameters, "OUTPUT", context))
        composed = compose(path, composition, pansharpen, feedback, self._relief(parameters, context))
        if composed.placed is not None:
            feedback.pushWarning(tr("Primary image, placed {}.").format(placing_of(composed.placed)))
        if composed.missing_tiles:
            feedback.pushWarning(
                tr("Missing in the delivery, and left empty: {}").format(", ".join(composed.missing_tiles))
            )
        if out.suffix.lower() == ".vrt":
            write_vrt(composed, out)
        else:
            write_cog(composed, out, feedback)
        if is_loaded(str(out), context):
            limits = look_of(composed.image, composition, feedback).limits

            def tell(layer: QgsRasterLayer) -> None:
                roles = COMPOSITIONS[composition]
                layer.setRenderer(renderer_for(layer.dataProvider(), Look((1, 2, 3)[: len(roles)], limits)))
                tell_story(
                    layer, replace(composed.image, gsd=(composed.pan or composed.image).gsd, placed=composed.placed)
                )
                tell_roles(layer, roles)

            tell_when_loaded(str(out), context, tell)
        return {"OUTPUT": str(out), "METADATA": json.dumps(composed.facts(), ensure_ascii=False)}

    def _relief(self, parameters: dict, context: QgsProcessingContext) -> Relief:
        from ..core.orthorectified import Relief

        dem = self.parameterAsRasterLayer(parameters, "DEM", context)
        given = parameters.get("HEIGHT") is not None
        height = self.parameterAsDouble(parameters, "HEIGHT", context) if given else None
        return Relief(height, dem.source() if dem else "", dem.name() if dem else "")
