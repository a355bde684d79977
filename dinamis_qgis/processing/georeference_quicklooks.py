# SPDX-License-Identifier: GPL-2.0-or-later
"""The quicklooks of scenes as georeferenced files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
)

from ..core.messages import sentence
from ..domain.errors import Cancelled, DinamisError, InvalidPicture, NotWritable
from ..translation import tr
from .algorithm import Algorithm
from .footprint_source import scenes_of

if TYPE_CHECKING:
    from ..core.quicklooks import Placed
    from ..domain.scene import Scene


class GeoreferenceQuicklooks(Algorithm):
    NAME, GROUP = "georeferencequicklooks", "search"
    ICON = "quicklook"
    EXAMPLE = "SCENES=images.gpkg FOLDER=quicklooks"

    def displayName(self) -> str:
        return tr("Georeference quicklooks")

    def help_words(self) -> tuple[str, str]:
        said = tr(
            "Fetches the quicklook of each scene of a footprint layer and writes it as a GeoTIFF named after the "
            "scene, transparent outside the picture.\n\n"
            "Each picture is placed by evidence: its projection metadata, read again from the catalogue; else its "
            "empty corners, compared with the footprint; else the footprint's corners when the picture fills its frame "
            "and has the same proportions. Without evidence it is placed by the footprint's bounding box, and a "
            "warning says that it is approximate. Files are in the picture's own projection when it has one, else in "
            "the local UTM zone.\n\n"
            "A scene whose quicklook cannot be had or placed is counted in FAILED, and the others go on."
        )
        return said, tr("For example, the quicklooks of the images found by a search:")

    def initAlgorithm(self, configuration: dict | None = None) -> None:
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource("SCENES", tr("Footprints of the scenes"), polygons))
        self.addParameter(QgsProcessingParameterFolderDestination("FOLDER", tr("Folder for the quicklooks")))
        self.addOutput(QgsProcessingOutputMultipleLayers("LAYERS", tr("Quicklooks")))
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Number of quicklooks")))
        self.addOutput(QgsProcessingOutputNumber("FAILED", tr("Number of failures")))

    def outputs(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.access import search_session
        from ..core.quicklooks import approximate_words
        from ..core.rereading import Rereader
        from ..domain.filenames import file_stem

        scenes = scenes_of(self, parameters, context)
        folder = Path(self.parameterAsString(parameters, "FOLDER", context))
        rereader = Rereader(search_session(), feedback, lambda error: feedback.pushInfo(sentence(error)))
        taken: set[str] = set()
        layers: list[str] = []
        failed = 0
        for number, scene in enumerate(scenes):
            try:
                placed = _place(rereader.whole(scene), folder / f"{file_stem(scene.id, taken)}.tif", feedback)
            except Cancelled:
                break
            except NotWritable:  # the next one could not be written either
                raise
            except DinamisError as error:
                failed += 1
                feedback.reportError(f"{scene.id}: {sentence(error)}")
            else:
                layers.append(str(placed.path))
                if placed.approximate:
                    feedback.pushWarning(f"{scene.id}: {approximate_words()}")
            feedback.setProgress(100.0 * (number + 1) / len(scenes))
        return {"FOLDER": str(folder), "LAYERS": layers, "COUNT": len(layers), "FAILED": failed}


def _place(scene: Scene, out: Path, feedback: QgsProcessingFeedback) -> Placed:
    from ..core.fetch import fetch
    from ..core.quicklooks import georeference

    if scene.quicklook is None:
        raise InvalidPicture(scene.id, "the catalogue gives no quicklook")
    return georeference(scene, fetch(scene.quicklook.href, feedback), out)
