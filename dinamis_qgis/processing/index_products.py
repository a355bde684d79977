# SPDX-License-Identifier: GPL-2.0-or-later
"""The products of a folder as a footprint layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    NULL,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
)

from ..core.field_types import TEXT, WHOLE
from ..core.messages import sentence
from ..translation import tr
from .algorithm import Algorithm

if TYPE_CHECKING:
    from ..core.product import Product


class IndexProducts(Algorithm):
    NAME, GROUP = "indexproducts", "images"
    ICON = "index"
    EXAMPLE = "FOLDER=images OUTPUT=products.gpkg"

    def displayName(self) -> str:
        return tr("Index the products of a folder")

    def help_words(self) -> tuple[str, str]:
        said = tr(
            "Searches a folder in depth, archives included, for products (Pléiades, SPOT 6-7) and for images named as "
            "OpenSPOT and IGN name theirs, and gives the footprint of each: of its pixels where the product says it, "
            "else of its raster. Each DIM_….XML file is a product; a bundle has two.\n\n"
            "Nothing is written in the folder. What announces itself as a product and cannot be read is counted in "
            "SKIPPED, and the log says why."
        )
        return said, tr("For example, the footprints of all the images of a shared folder:")

    def initAlgorithm(self, configuration: dict | None = None) -> None:
        self.addParameter(
            QgsProcessingParameterFile("FOLDER", tr("Folder"), QgsProcessingParameterFile.Behavior.Folder)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Products"), QgsProcessing.SourceType.TypeVectorPolygon)
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Number of products")))
        self.addOutput(QgsProcessingOutputNumber("SKIPPED", tr("Number of products that cannot be read")))

    def outputs(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.delivery import scan
        from ..core.footprints import GEOMETRY
        from .sinks import write

        folder = self.parameterAsFile(parameters, "FOLDER", context)
        delivery = scan(folder, feedback)
        for skipped in delivery.skipped:
            feedback.pushWarning(f"{skipped.path}: {sentence(skipped.error)}")
        fields = _fields()
        images = (*delivery.products, *delivery.rasters)
        features = (_feature(image, folder, fields) for image in images)
        target = write(self, parameters, context, fields, GEOMETRY, features)
        return {"OUTPUT": target, "COUNT": len(images), "SKIPPED": len(delivery.skipped)}


def _fields() -> QgsFields:
    from ..core.footprints import footprint_fields

    fields = footprint_fields()
    for name, kind in (("path", TEXT), ("product_type", TEXT), ("bands", TEXT), ("epsg", WHOLE)):
        fields.append(QgsField(name, kind))
    return fields


def _feature(image: Product, folder: str, fields: QgsFields) -> QgsFeature:
    from ..core.footprints import footprint_feature
    from ..core.product_folder import folder_id
    from ..core.product_scene import scene_of

    feature = footprint_feature(scene_of(image, folder_id(folder)), fields)
    code = image.crs.rpartition(":")[2] if image.crs.startswith("EPSG:") else ""
    roles = [band.role for band in image.bands]
    own = [image.path, image.kind, ",".join(roles) if all(roles) else NULL, int(code) if code.isdigit() else NULL]
    feature.setAttributes(feature.attributes()[: len(fields) - len(own)] + own)
    return feature
