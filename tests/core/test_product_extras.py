# SPDX-License-Identifier: GPL-2.0-or-later
"""Masks, footprint and quicklook as layers: where they lie, how they are kept, and what a broken mask leaves."""

from __future__ import annotations

import shutil
from dataclasses import replace

import numpy as np
import pytest
from qgis.core import QgsFeedback, QgsProject

from dinamis_qgis.core.bundles import pair
from dinamis_qgis.core.delivery import read_delivery
from dinamis_qgis.core.dimap import read_dimap
from dinamis_qgis.core.inline_layer import polygons_layer
from dinamis_qgis.core.product_extras import EXTRA, extras
from dinamis_qgis.core.product_texts import abstract_of
from tests.services.dimap_writer import Image, gradient, write_pleiades
from tests.services.sensor_writer import make_primary

CLOUD = [(301_010.0, 6_833_990.0), (301_020.0, 6_833_990.0), (301_020.0, 6_833_985.0), (301_010.0, 6_833_985.0)]
SNOW = [(301_030.0, 6_833_990.0), (301_031.0, 6_833_990.0), (301_031.0, 6_833_989.0)]
IMAGE = Image(
    "PHR1B", "PMS", gradient(60, 100), (301_000.0, 6_834_000.0), 0.5,
    masks={"CLD": [CLOUD, SNOW], "SNW": [SNOW], "DET": []},
)  # fmt: skip


def by_kind(product) -> dict:
    return {layer.customProperty(EXTRA): layer for layer in extras(product)}


def test_each_mask_that_holds_something_is_a_layer(tmp_path, qgis_app):
    (dim,) = write_pleiades(tmp_path, [IMAGE])
    product = read_dimap(dim.as_posix())
    assert [mask.kind for mask in product.masks] == ["ROI", "CLD", "SNW", "DET"]
    made = by_kind(product)
    assert list(made) == ["ROI", "CLD", "SNW", "footprint", "quicklook"]  # no detector is out of order
    cloud = made["CLD"]
    assert cloud.isValid() and cloud.featureCount() == 2 and cloud.crs().authid() == "EPSG:2154"
    first = next(cloud.getFeatures())
    assert first.geometry().area() == pytest.approx(50) and first["mask"] == "CLD"
    assert cloud.attribution() == "© CNES 2022, Distribution Airbus DS" and cloud.readOnly()
    assert made["quicklook"].extent() == made["footprint"].extent() == made["ROI"].extent()
    for layer in made.values():
        said = layer.metadata()
        assert said.licenses()[0].startswith("Licence DSP Pléiades")
        assert said.extent().temporalExtents()[0].begin().toUTC().toString("yyyyMMddhhmm") == "202207141102"
    assert not list(tmp_path.rglob("*.gfs")) and not list(tmp_path.rglob("*.aux.xml"))


def test_a_project_keeps_them_without_any_file(tmp_path, qgis_app):
    (dim,) = write_pleiades(tmp_path / "d", [IMAGE])
    project = QgsProject.instance()
    project.addMapLayers(extras(read_dimap(dim.as_posix())))
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "p.qgz"))
    layers = {layer.customProperty(EXTRA): layer for layer in project.mapLayers().values()}
    assert len(layers) == 5 and all(layer.isValid() for layer in layers.values())
    assert layers["CLD"].featureCount() == 2 and layers["CLD"].crs().authid() == "EPSG:2154"
    assert not list(tmp_path.rglob("*.gfs")) and not list(tmp_path.rglob("*.aux.xml"))


def test_primary_and_unknown_images_have_none(tmp_path, qgis_app):
    (dim,) = write_pleiades(tmp_path / "d", [IMAGE])
    make_primary(dim)
    primary = read_dimap(dim.as_posix())
    assert extras(primary) == [] and primary.masks
    assert "masks: delivered in the image's own pixels" in abstract_of(primary)
    tile = next(tmp_path.rglob("*_R1C1.TIF"))
    stranger = tile.rename(tmp_path / "scan.tif")
    (product,) = read_delivery(str(stranger), QgsFeedback()).rasters
    assert extras(product) == []


def test_a_bundle_whose_colours_come_without_masks_has_those_of_its_other_half(tmp_path, qgis_app):
    dims = write_pleiades(
        tmp_path / "d", [replace(IMAGE, mode="P", pixels=IMAGE.pixels[:1]), replace(IMAGE, mode="MS")]
    )
    shutil.rmtree(dims[1].parent / "MASKS")
    ((colour, pan),) = pair(read_delivery(str(tmp_path / "d"), QgsFeedback()).products)
    assert colour.spectral_mode == "MS" and colour.masks == pan.masks and colour.outline.equals(pan.outline)
    assert {"CLD", "ROI"} <= {layer.customProperty(EXTRA) for layer in extras(colour)}


def test_a_huge_mask_is_simplified_to_what_a_project_can_hold(qgis_app):
    from shapely.geometry import Polygon

    angles = np.linspace(0, 2 * np.pi, 60_000, endpoint=False)
    radius = 10_000 + 20 * np.sin(angles * 9_000)
    ring = Polygon(np.c_[radius * np.cos(angles), radius * np.sin(angles)])
    layer, smoothed = polygons_layer([ring] * 4, "EPSG:2154", "x", {}, 0.5)
    assert layer.isValid() and len(layer.source()) <= 2 << 20 and smoothed > 0.5
    assert next(layer.getFeatures()).geometry().area() == pytest.approx(ring.area, rel=0.02)


def test_real_masks(real_data, qgis_app):
    found = {}
    for product in read_delivery(str(real_data / "dimap"), QgsFeedback()).products:
        found |= {(product.mission, kind): layer for kind, layer in by_kind(product).items()}
    assert all(layer.isValid() for layer in found.values())
    assert ("PNEO4", "CLD") in found and ("SPOT7", "ROI") in found and ("PNEO4", "WAT") in found
    assert found["SPOT7", "ROI"].crs().authid() == "EPSG:32749"  # whose CRS SPOT misspells
