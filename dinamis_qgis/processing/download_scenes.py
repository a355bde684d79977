# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of scenes, in a folder."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..core.messages import sentence
from ..domain.errors import Cancelled, DinamisError, InUse, NotWritable
from ..translation import tr
from .algorithm import Algorithm
from .footprint_source import scenes_of

if TYPE_CHECKING:
    from ..domain.scene import Asset, Scene


class DownloadScenes(Algorithm):
    NAME, GROUP = "downloadscenes", "images"
    ICON = "download"
    EXAMPLE = "SCENES=images.gpkg ASSETS=data FOLDER=downloads"

    def displayName(self) -> str:
        return tr("Download scenes")

    def help_words(self) -> tuple[str, str]:
        said = tr(
            "Downloads the files of each scene of a footprint layer, in one folder per scene. The scenes are read "
            "again from their catalogue.\n\n"
            "“Files” names those that are wanted, by the key or the role that the catalogue gives them, separated by "
            "commas (for example: data, metadata); all of them without it. Files that belong together keep their "
            "names and their places.\n\n"
            "A download that was stopped goes on where it was when the algorithm is run again on the same folder, and "
            "a file that is there already is not fetched again. While it comes a file is called .part; it gets its "
            "name when its length is right, and its size and checksum where the catalogue gives them. What the "
            "catalogue says of a scene is kept beside its files, in stac-item.json.\n\n"
            "A file or a scene that cannot be had is counted in FAILED, and the others go on. Files that take an "
            "account or a key are had with the one that QGIS's options hold, page DINAMIS, or with the variables "
            "TLD_ACCESS_KEY and TLD_SECRET_KEY; those of OpenSPOT take its form, which is filled in in the panel."
        )
        return said, tr("For example, the image files of a search, without their quicklooks:")

    def initAlgorithm(self, configuration: dict | None = None) -> None:
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource("SCENES", tr("Footprints of the scenes"), polygons))
        self.addParameter(QgsProcessingParameterString("ASSETS", tr("Files (keys or roles)"), optional=True))
        self.addParameter(QgsProcessingParameterFolderDestination("FOLDER", tr("Folder for the scenes")))
        self.addOutput(QgsProcessingOutputMultipleLayers("FILES", tr("Files")))
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Number of files")))
        self.addOutput(QgsProcessingOutputNumber("FAILED", tr("Number of failures")))

    def outputs(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.access import file_session, links, search_session
        from ..core.rereading import Rereader
        from ..domain.download import download
        from ..domain.filenames import folder_name
        from ..domain.item_beside import write_item
        from ..domain.scene_files import inside

        scenes = scenes_of(self, parameters, context)
        names = [name.strip() for name in self.parameterAsString(parameters, "ASSETS", context).split(",")]
        folder = Path(self.parameterAsString(parameters, "FOLDER", context))
        session = file_session()
        rereader = Rereader(search_session(), feedback)
        taken: set[str] = set()
        files: list[str] = []
        failed = 0
        for number, known in enumerate(scenes):
            home = PurePosixPath(folder_name(known.id, known.key, taken))
            try:
                scene = rereader.read(known)
                wanted = _wanted(scene, list(filter(None, names)))
            except DinamisError as error:
                failed += _tell(known.id, error, feedback)
                continue
            if not wanted:
                failed += 1
                feedback.reportError(tr("{}: the catalogue gives no such file.").format(known.id))
            came = False
            for rank, (asset, place) in enumerate(wanted):
                share = _Share(feedback, (number + rank / len(wanted)) / len(scenes), 1 / len(wanted) / len(scenes))
                try:
                    target = inside(folder, home / place)
                    fetched = download(session, asset, target, feedback, share.progress, links=links)
                except DinamisError as error:
                    failed += _tell(f"{known.id}, {asset.key}", error, feedback)
                    continue
                files.append(str(target))
                feedback.pushInfo(str(target) if fetched else tr("{} is there already.").format(target))
                came = True
            if came:
                write_item(scene, folder.joinpath(home))
        return {"FOLDER": str(folder), "FILES": files, "COUNT": len(files), "FAILED": failed}


def _wanted(scene: Scene, names: list[str]) -> list[tuple[Asset, PurePosixPath]]:
    """Raises :class:`FormRequired` where the catalogue gives pictures only: its images take a form."""
    from ..core.form_files import form_row
    from ..domain.form_errors import FormRequired
    from ..domain.scene_files import chosen

    wanted = chosen(scene, names)
    row = form_row(scene) if not (names and wanted) else None
    if row is not None:
        raise FormRequired(row.url)
    return wanted


class _Share:
    """The progress of one file within that of all."""

    def __init__(self, feedback: QgsProcessingFeedback, start: float, part: float) -> None:
        self._feedback, self._start, self._part = feedback, start, part

    def progress(self, there: int, size: int | None) -> None:
        if size:
            self._feedback.setProgress(100.0 * (self._start + self._part * there / size))


def _tell(what: str, error: DinamisError, feedback: QgsProcessingFeedback) -> int:
    """One failure; what would happen to all the others is raised instead."""
    if feedback.isCanceled():
        raise Cancelled()
    if isinstance(error, NotWritable) and not isinstance(error, InUse):
        raise error
    feedback.reportError(f"{what}: {sentence(error)}")
    return 1
