# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider ``dinamis``: one module per algorithm, listed here."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .. import paths
from ..translation import tr


class DinamisProvider(QgsProcessingProvider):
    def __init__(self, problem: str = "") -> None:
        """With a ``problem`` (a missing package, in a sentence) the provider is listed, empty, and says it."""
        super().__init__()
        self._problem = problem

    def id(self) -> str:
        return "dinamis"

    def name(self) -> str:
        return "DINAMIS"

    def longName(self) -> str:
        return tr("DINAMIS: Pléiades and SPOT imagery")

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(paths.resource("icons", "dinamis.svg"))

    def warningMessage(self) -> str:
        return self._problem

    def loadAlgorithms(self) -> None:
        if self._problem:
            return
        from .aoi_coverage import AoiCoverage
        from .download_scenes import DownloadScenes
        from .estimate_quota import EstimateQuota
        from .export_request import ExportRequest
        from .georeference_quicklooks import GeoreferenceQuicklooks
        from .index_products import IndexProducts
        from .load_product import LoadProduct
        from .mosaic_products import MosaicProducts
        from .search_catalogue import SearchCatalogue

        for algorithm in (
            SearchCatalogue,
            GeoreferenceQuicklooks,
            AoiCoverage,
            EstimateQuota,
            ExportRequest,
            DownloadScenes,
            IndexProducts,
            LoadProduct,
            MosaicProducts,
        ):
            self.addAlgorithm(algorithm())

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        return ["vrt", "tif"]

    def defaultRasterFileExtension(self) -> str:
        """A VRT is immediate and writes no pixel; QGIS's own default writes them all."""
        return "vrt"
