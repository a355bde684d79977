# SPDX-License-Identifier: GPL-2.0-or-later
"""Several products or rasters as one image, cut to a zone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from ..domain.errors import DinamisError, detach
from ..translation import tr
from .algorithm import Algorithm

if TYPE_CHECKING:
    from ..core.mosaic_inputs import Given

_COMPOSITIONS = ("natural", "infrared", "panchromatic")
_ORDERS = ("clearest", "newest", "listed")


class _Images(QgsProcessingParameterMultipleLayers):
    """Layers and files, as QGIS takes them, and the paths of products, which are no layers: folders, archives."""

    def checkValueIsAcceptable(self, value: object, context: QgsProcessingContext | None = None) -> bool:
        return bool(_listed(value))


class MosaicProducts(Algorithm):
    NAME, GROUP = "mosaicproducts", "images"
    ICON = "mosaic"
    EXAMPLE = "INPUT=first.zip INPUT=second.zip MASK=municipality.gpkg MATCH=true OUTPUT=mosaic.tif"

    def __init__(self) -> None:
        super().__init__()
        self._given: list[Given] = []
        self._refused: DinamisError | None = None

    def displayName(self) -> str:
        return tr("Assemble and cut images")

    def help_words(self) -> tuple[str, str]:
        said = tr(
            "Makes one image of several products (folder, zip, tar or metadata file), images or raster layers, in any "
            "CRS and resolution. With one input and a zone it cuts that image to the zone.\n\n"
            "Where images overlap the clearest one lies on top, or the most recent one, or the first of the list; one "
            "whose cloud cover or date is unknown lies under the others. Each image counts within its true outline "
            "(the ROI mask of a product) and where its pixels hold something: its black edges never cover a "
            "neighbour.\n\n"
            "A .vrt file is immediate and writes no pixels: it refers to the images by paths that are relative to it, "
            "with a folder of its own beside it (…_sources). A .tif file is a cloud-optimised GeoTIFF with all the "
            "pixels. A text file beside either holds dates, credit and licence.\n\n"
            "The pixels are those of the finest image. Values are as delivered, 0 declared as no data; in 8 bits they "
            "are stretched from 2–98 % of each image's values to 1–255. With a common contrast, images that count "
            "alike are stretched between the same values; images of another kind (bands, radiometry, depth) are "
            "brought to those of most images, and METADATA says how.\n\n"
            "CREDIT holds each credit line once, with all its years."
        )
        return said, tr("For example, two deliveries as one image cut to a municipality:")

    def initAlgorithm(self, configuration: dict | None = None) -> None:
        compositions = [tr("Natural colours"), tr("Colour infrared"), tr("Panchromatic")]
        orders = [tr("Clearest on top"), tr("Most recent on top"), tr("As listed")]
        zone = [QgsProcessing.SourceType.TypeVectorPolygon]
        parameters = [
            _Images("INPUT", tr("Images: layers, files or products"), QgsProcessing.SourceType.TypeRaster),
            QgsProcessingParameterEnum("ORDER", tr("Order"), orders, defaultValue=0),
            QgsProcessingParameterFeatureSource("MASK", tr("Cut to (zone)"), zone, optional=True),
            QgsProcessingParameterEnum("COMPOSITION", tr("Composition"), compositions, defaultValue=0),
            QgsProcessingParameterBoolean("PANSHARPEN", tr("Pansharpen (P + MS)"), defaultValue=False),
            QgsProcessingParameterBoolean("MATCH", tr("Common contrast"), defaultValue=False),
            QgsProcessingParameterEnum("BITS", tr("Values"), [tr("As delivered"), tr("8 bits")], defaultValue=0),
            QgsProcessingParameterCrs("CRS", tr("CRS (that of most images without it)"), optional=True),
            QgsProcessingParameterRasterDestination("OUTPUT", tr("Mosaic")),
        ]
        for parameter in parameters:
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputString("CREDIT", tr("Credit line")))
        self.addOutput(QgsProcessingOutputString("METADATA", tr("Description (JSON)")))

    def checkParameterValues(self, parameters: dict, context: QgsProcessingContext) -> tuple[bool, str]:
        out = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        if out and Path(out).suffix.lower() not in (".vrt", ".tif", ".tiff"):
            return False, tr("The image must be a .vrt or a .tif file: change the end of its name.")
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> bool:
        """Here on the main thread: layers are asked there only."""
        from ..core.mosaic_inputs import Given
        from ..core.mosaic_layers import given_of

        try:
            for one in _listed(parameters.get("INPUT")):
                layer = one if isinstance(one, QgsMapLayer) else _layer(one, context)
                self._given.append(Given(one) if layer is None else given_of(layer))
        except DinamisError as error:
            self._refused = detach(error)  # said by the run: what is raised here, QGIS only writes in its log
        return True

    def outputs(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.mosaic import Recipe, assemble, looks, write
        from ..core.mosaic_inputs import read_given
        from ..core.mosaic_layer import image_of, tell_mosaic
        from ..core.mosaic_words import doubts, write_note
        from ..core.renderers import renderer_for
        from .told_layer import is_loaded, tell_when_loaded
        from .zones import united_zone

        if self._refused is not None:
            raise self._refused
        out = Path(self.parameterAsOutputLayer(parameters, "OUTPUT", context))
        mask = self.parameterAsSource(parameters, "MASK", context)
        crs = self.parameterAsCrs(parameters, "CRS", context)
        recipe = Recipe(
            order=_ORDERS[self.parameterAsEnum(parameters, "ORDER", context)],
            zone=united_zone(mask, context.transformContext(), feedback) if mask is not None else None,
            composition=_COMPOSITIONS[self.parameterAsEnum(parameters, "COMPOSITION", context)],
            pansharpen=self.parameterAsBoolean(parameters, "PANSHARPEN", context),
            same_contrast=self.parameterAsBoolean(parameters, "MATCH", context),
            eight_bits=self.parameterAsEnum(parameters, "BITS", context) == 1,
            crs=(crs.authid() or crs.toWkt()) if crs.isValid() else "",
        )
        groups, skipped = read_given(self._given, feedback)
        mosaic = assemble(groups, recipe, feedback, skipped)
        for said in doubts(mosaic):
            feedback.pushWarning(said)
        write(mosaic, out, feedback)
        write_note(mosaic, out)
        if is_loaded(str(out), context):
            image, look = image_of(mosaic, out), looks(mosaic, feedback)

            def tell(layer: QgsRasterLayer) -> None:
                layer.setRenderer(renderer_for(layer.dataProvider(), look))
                tell_mosaic(layer, mosaic, image, out)

            tell_when_loaded(str(out), context, tell)
        return {
            "OUTPUT": str(out),
            "CREDIT": mosaic.credit,
            "METADATA": json.dumps(mosaic.facts(), ensure_ascii=False),
        }


def _layer(said: str, context: QgsProcessingContext) -> QgsMapLayer | None:
    """One of the project's. None for what lies on the disk: the toolbox's window has made a layer of it already, which
    knows neither its date nor its credit."""
    project = context.project()
    known = project.mapLayers().values() if project is not None else ()
    found = next((layer for layer in known if said in (layer.id(), layer.source())), None)
    if found is not None or said.startswith("/vsi") or Path(said.split("|")[0]).exists():
        return found
    return QgsProcessingUtils.mapLayerFromString(said, context, False)


def _listed(value: object) -> list[QgsMapLayer | str]:
    """Layers, and texts that are not empty, one or several."""
    values = value if isinstance(value, (list, tuple)) else [value]
    return [one for one in values if isinstance(one, QgsMapLayer) or (isinstance(one, str) and one.strip())]
