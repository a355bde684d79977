# SPDX-License-Identifier: GPL-2.0-or-later
"""What an algorithm wrote is complete on disk when it returns, whatever else is still alive."""

from __future__ import annotations

import gc

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer

from dinamis_qgis.processing.search_catalogue import SearchCatalogue
from tests.services.dimap_writer import Image, gradient, write_pleiades


@pytest.mark.parametrize("broken", [False, True])
def test_a_folder_with_a_broken_product_is_written_whole(tmp_path, qgis_app, broken):
    root = tmp_path / "images"
    write_pleiades(root / "a", [Image("PHR1B", "PMS", gradient(20, 30), (301_000.0, 6_834_000.0), 0.5)])
    if broken:
        (root / "b").mkdir()
        (root / "b" / "DIM_PHR1A_X_202101010000000_ORT_1.XML").write_text("<Dimap_Document><cut")
    context, out = QgsProcessingContext(), str(tmp_path / "found.gpkg")
    context.setProject(QgsProject.instance())
    gc.disable()  # the errors of the reading must not keep the file open until Python cleans up
    try:
        parameters = {"CATALOGUE": str(root), "OUTPUT": out}
        results, ok = SearchCatalogue().create().run(parameters, context, QgsProcessingFeedback(), {}, False)
        layer = QgsVectorLayer(out, "found", "ogr")
        assert ok and results["COUNT"] == 1 and layer.isValid() and layer.featureCount() == 1
    finally:
        gc.enable()
