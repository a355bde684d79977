# SPDX-License-Identifier: GPL-2.0-or-later
"""Quicklooks read back where they were written: 16 marks of known ground position each, at most one pixel off."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsPointXY, QgsRasterLayer
from qgis.PyQt.QtCore import Qt, QThread
from shapely.geometry import MultiPolygon, Point, Polygon, box, shape

from dinamis_qgis.core.messages import sentence
from dinamis_qgis.core.quicklooks import georeference, quicklook_layer
from dinamis_qgis.core.task import BackgroundTask
from dinamis_qgis.domain.errors import InvalidPicture, NotWritable
from dinamis_qgis.domain.placement import BOX, CORNERS, GRID, GRID_CRS, WEDGES_LON_LAT, WEDGES_UTM
from dinamis_qgis.domain.scene import Grid
from tests.synthetic_pictures import (
    SHARES,
    Sample,
    acquisition,
    encode,
    from_lon_lat,
    land,
    mark_errors,
    north_up,
    perspective,
    scene,
    to_lon_lat,
    wedged,
)

REAL = Path(os.environ.get("DINAMIS_REAL_DATA", Path(__file__).parents[2].parent / "shared" / "data")) / "stac"
METROPOLE, ZONE_EDGE, REUNION, FIJI = (2.6, 48.5), (5.9, 43.3), (55.5, -21.1), (179.95, -17.5)

CASES = {
    "north-up in UTM": (lambda: north_up("EPSG:32631"), GRID, "EPSG:32631"),
    "north-up in UTM, the scene's grid": (lambda: north_up("EPSG:32631", metadata="scene"), GRID, "EPSG:32631"),
    "north-up in UTM, projection only": (lambda: north_up("EPSG:32631", metadata="crs"), GRID_CRS, "EPSG:32631"),
    "north-up in Lambert-93": (lambda: north_up("EPSG:2154", metadata="scene"), GRID, "EPSG:2154"),
    "north-up in Lambert-93, west of the meridian, projection only": (
        lambda: north_up("EPSG:2154", (-3.9, 48.3), columns=900, rows=1200, metadata="crs"), GRID_CRS, "EPSG:2154",
    ),
    "acquisition frame tilted 12°": (acquisition, CORNERS, "EPSG:32631"),
    "acquisition frame at a zone's edge": (lambda: acquisition(ZONE_EDGE), CORNERS, "EPSG:32631"),
    "acquisition frame, La Réunion": (lambda: acquisition(REUNION), CORNERS, "EPSG:32740"),
    "acquisition frame across the antimeridian": (lambda: acquisition(FIJI), CORNERS, "EPSG:32760"),
    "acquisition frame, strip": (lambda: acquisition(size=20_000.0, columns=700, rows=1400), CORNERS, "EPSG:32631"),
    "keystone 1 %": (lambda: acquisition(keystone=0.01), CORNERS, "EPSG:32631"),
    "keystone 5 %": (lambda: acquisition(keystone=0.05), CORNERS, "EPSG:32631"),
    "black wedges, UTM": (lambda: wedged("EPSG:32631"), WEDGES_UTM, "EPSG:32631"),
    "white wedges, UTM": (lambda: wedged("EPSG:32631", empty=255), WEDGES_UTM, "EPSG:32631"),
    "black wedges, longitude/latitude": (lambda: wedged("EPSG:4326"), WEDGES_LON_LAT, "EPSG:32631"),
    "white wedges, longitude/latitude": (lambda: wedged("EPSG:4326", empty=255), WEDGES_LON_LAT, "EPSG:32631"),
    "transparent wedges": (lambda: wedged("EPSG:4326", empty=None), WEDGES_LON_LAT, "EPSG:32631"),
    "wedges at a zone's edge, UTM": (lambda: wedged("EPSG:32631", ZONE_EDGE), WEDGES_UTM, "EPSG:32631"),
    "wedges at a zone's edge, degrees": (lambda: wedged("EPSG:4326", ZONE_EDGE), WEDGES_LON_LAT, "EPSG:32631"),
    "wedges across the antimeridian": (lambda: wedged("EPSG:32760", FIJI), WEDGES_UTM, "EPSG:32760"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_every_mark_is_within_a_pixel(case: str, tmp_path: Path) -> None:
    build, evidence, crs = CASES[case]
    sample = build()
    placed = georeference(sample.scene, sample.picture, tmp_path / "q.tif")
    assert (placed.placement.evidence, placed.placement.crs, placed.approximate) == (evidence, crs, False)
    errors = mark_errors(placed.path, sample)
    assert len(errors) == 16 and errors.max() <= 1.0
    assert [file.name for file in tmp_path.iterdir()] == ["q.tif"]


def _turned(ring: np.ndarray, start: int, way: int) -> Polygon:
    return Polygon(np.roll(ring, start, axis=0)[::way])


@pytest.mark.parametrize("way", [1, -1])
@pytest.mark.parametrize("start", range(4))
def test_a_ring_may_start_anywhere_and_run_either_way(start: int, way: int, tmp_path: Path) -> None:
    sample = acquisition()
    ring = np.asarray(sample.scene.footprint.exterior.coords)[:-1]
    turned = replace(sample.scene, footprint=_turned(ring, start, way))
    placed = georeference(turned, sample.picture, tmp_path / "q.tif")
    assert placed.placement.evidence == CORNERS and mark_errors(placed.path, sample).max() <= 1.0


def test_extra_vertices_are_reduced_to_four(tmp_path: Path) -> None:
    sample = acquisition(keystone=0.03)
    ring = np.asarray(sample.scene.footprint.exterior.coords)
    dense = np.concatenate([a + (b - a) * np.linspace(0, 1, 7)[:-1, None] for a, b in zip(ring[:-1], ring[1:])])
    placed = georeference(replace(sample.scene, footprint=_turned(dense, 3, 1)), sample.picture, tmp_path / "q.tif")
    assert placed.placement.evidence == CORNERS and mark_errors(placed.path, sample).max() <= 1.0


@pytest.mark.parametrize("sample", [acquisition(FIJI), wedged("EPSG:32760", FIJI)], ids=["corners", "wedges"])
def test_a_footprint_split_or_wrapped_at_the_antimeridian(sample: Sample, tmp_path: Path) -> None:
    wrapped = np.asarray(sample.scene.footprint.exterior.coords)
    on = Polygon(np.column_stack([wrapped[:, 0] % 360.0, wrapped[:, 1]]))
    east, west = on.intersection(_box(170, 180)), on.intersection(_box(180, 190))
    split = MultiPolygon([east, Polygon(np.asarray(west.exterior.coords) - [360.0, 0.0])])
    for name, footprint in (("wrapped", Polygon(wrapped)), ("on", on), ("split", split)):
        placed = georeference(replace(sample.scene, footprint=footprint), sample.picture, tmp_path / f"{name}.tif")
        assert mark_errors(placed.path, sample).max() <= 1.0, name
        assert QgsRasterLayer(str(placed.path)).extent().width() < 100_000.0, name


def _box(west: float, east: float) -> Polygon:
    return Polygon([(west, -80), (east, -80), (east, 80), (west, 80)])


def test_a_picture_north_up_in_longitude_latitude_across_the_antimeridian(tmp_path: Path) -> None:
    box = Polygon([(179.7, -17.8), (180.3, -17.8), (180.3, -17.2), (179.7, -17.2)])
    marks = np.array([(u, v) for v in (0.3, 0.7) for u in (0.3, 0.7)])
    picture = encode(land(900, 900, marks * 900))
    west = Polygon(np.asarray(box.exterior.coords) - [360.0, 0.0])
    footprint = MultiPolygon([box.intersection(_box(170, 180)), west.intersection(_box(-180, -170))])
    sample = Sample(
        scene([(0, 0), (1, 1), (1, 0)], footprint=footprint), picture, marks * [0.6, -0.6] + [179.7, -17.2], 71.0
    )
    placed = georeference(sample.scene, picture, tmp_path / "q.tif")
    assert placed.placement.evidence == BOX and placed.approximate  # square in degrees, not in metres: a guess
    assert mark_errors(placed.path, sample).max() <= 1.0


def test_alpha_hides_the_wedges_and_what_surrounds_a_tilted_frame(tmp_path: Path) -> None:
    for name, sample in (
        ("tilted", acquisition()),
        ("black", wedged("EPSG:32631")),
        ("white", wedged("EPSG:4326", empty=255)),
    ):
        placed = georeference(sample.scene, sample.picture, tmp_path / f"{name}.tif")
        pixels = gdal.Open(str(placed.path)).ReadAsArray()
        alpha = pixels[3]
        assert alpha[:5, :5].max() == alpha[-5:, -5:].max() == alpha[:5, -5:].max() == alpha[-5:, :5].max() == 0
        square = 1.0 / (np.cos(np.radians(12.0)) + np.sin(np.radians(12.0))) ** 2
        assert (alpha > 0).mean() == pytest.approx(square, abs=0.02), name
        shown = pixels[:3, alpha > 200]
        dark, light = (shown.max(axis=0) < 40).mean(), (shown.min(axis=0) > 225).mean()
        assert dark < 0.0005 and light < 0.002, name  # the marks are white


def _covered(sample: Sample, hidden: np.ndarray, level: int, at: np.ndarray) -> Sample:
    """The sample with a cloud or a sea over ``hidden``; the marks (``at``, in pixels) that it leaves in sight count."""
    picture = _decoded(sample.picture)
    picture[hidden] = level
    y, x = np.mgrid[: hidden.shape[0], : hidden.shape[1]] + 0.5
    seen = [not hidden[np.hypot(x - column, y - row) < 12.0].any() for column, row in at]
    assert sum(seen) >= 8
    return Sample(sample.scene, encode(picture, quality=60), sample.marks[seen], sample.pixel)


def _ragged_sea(y: np.ndarray, x: np.ndarray) -> np.ndarray:
    return (y < 150 + 60 * np.sin(x / 45.0)) & (x < 700)


def _straight_sea(y: np.ndarray, x: np.ndarray) -> np.ndarray:
    return y + 0.3 * x < 240


def _clouds(y: np.ndarray, x: np.ndarray) -> np.ndarray:
    discs = ((0, 0, 130), (140, 60, 70), (990, 980, 110), (900, 990, 90), (20, 500, 120), (600, 10, 90))
    return np.any([np.hypot(x - cx, y - cy) < radius for cx, cy, radius in discs], axis=0)


@pytest.mark.parametrize(("where", "level"), [(_ragged_sea, 3), (_straight_sea, 3), (_clouds, 255)])
def test_a_dark_sea_or_white_clouds_at_the_border_are_no_wedges(where, level: int, tmp_path: Path) -> None:
    sample = _covered(acquisition(), where(*np.mgrid[:1000, :1000]), level, np.array(SHARES) * 1000)
    placed = georeference(sample.scene, sample.picture, tmp_path / "q.tif")
    assert placed.placement.evidence == CORNERS and mark_errors(placed.path, sample).max() <= 1.0
    assert gdal.Open(str(placed.path)).ReadAsArray()[3].astype(bool).mean() > 0.68  # and all of it is shown


def test_wedges_that_do_not_fit_the_footprint_are_no_evidence(tmp_path: Path) -> None:
    sample, other = wedged("EPSG:32631", tilt=12.0), acquisition(tilt=-8.0)
    placed = georeference(replace(sample.scene, footprint=other.scene.footprint), sample.picture, tmp_path / "q.tif")
    assert placed.placement.evidence == BOX and placed.approximate
    assert gdal.Open(str(placed.path)).ReadAsArray()[3, :5, :5].max() == 0  # still transparent


def test_a_dark_sea_beside_a_wedge_does_not_hide_it(tmp_path: Path) -> None:
    sample = wedged("EPSG:32631")
    shape = _decoded(sample.picture).shape[:2]
    y, x = np.mgrid[: shape[0], : shape[1]]
    box = from_lon_lat("EPSG:32631", list(sample.scene.footprint.exterior.coords)[:4])
    scale = np.array([shape[1], -shape[0]]) / np.ptp(box, axis=0)
    at = (from_lon_lat("EPSG:32631", sample.marks) - [box[:, 0].min(), box[:, 1].max()]) * scale
    sample = _covered(sample, y < 200 + 40 * np.sin(x / 50.0), 2, at)
    placed = georeference(sample.scene, sample.picture, tmp_path / "q.tif")
    assert placed.placement.evidence == WEDGES_UTM and mark_errors(placed.path, sample).max() <= 1.0


def _decoded(data: bytes) -> np.ndarray:
    gdal.FileFromMemBuffer("/vsimem/test", data)
    return np.moveaxis(gdal.Open("/vsimem/test").ReadAsArray(), 0, 2).copy()


def test_no_evidence_means_the_bounding_box_and_says_approximate(qgis_app, tmp_path: Path) -> None:
    sample = acquisition(columns=1000, rows=1000)
    stretched = encode(land(1000, 700, np.empty((0, 2))))
    placed = georeference(sample.scene, stretched, tmp_path / "q.tif")
    assert placed.placement.evidence == BOX and placed.approximate
    layer = quicklook_layer(placed.path, sample.scene, placed)
    assert layer.customProperty("dinamis/approximate") is True
    assert "approximate" in layer.name().lower() and "Approximate placement" in layer.metadata().abstract()


def test_metadata_that_contradicts_the_footprint_is_not_followed(tmp_path: Path) -> None:
    sample = acquisition()
    for grid in (
        Grid("EPSG:32631", (48.0, 2.0, 49.0, 3.0)),
        Grid("EPSG:999999", (0.0, 0.0, 1.0, 1.0)),
        Grid("/etc/passwd"),
        Grid("EPSG:4978"),  # geocentric: no map
        Grid("EPSG:5773", (0.0, 0.0, 9.0, 9.0)),  # heights
    ):
        placed = georeference(replace(sample.scene, grid=grid), sample.picture, tmp_path / "q.tif")
        assert placed.placement.evidence == CORNERS and mark_errors(placed.path, sample).max() <= 1.0


@pytest.mark.parametrize(
    "footprint",
    [
        None, Polygon(), Polygon([(2, 48), (3, 48), (4, 48)]), Polygon([(2, 48), (3, 99), (4, 49)]), Point(2, 48),
        box(-1e308, -90, 1e308, 90), box(2, 48, float("inf"), 49), box(-90, -80, 90, 80),
    ],
    ids=["null", "empty", "flat", "off the Earth", "point", "beyond numbers", "endless", "half the Earth"],
)  # fmt: skip
def test_what_nothing_can_place_is_a_typed_error_and_leaves_nothing(footprint, tmp_path: Path) -> None:
    sample = acquisition(columns=200, rows=200)
    with pytest.raises(InvalidPicture):
        georeference(replace(sample.scene, footprint=footprint), sample.picture, tmp_path / "q.tif")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("edges", [(0.0, 0.0, 1e-300, 1e-300), (-1e308, -1e308, 1e308, 1e308), (1e300, 0, 2e300, 1)])
def test_a_box_that_no_picture_has_leaves_the_projection_alone(edges, tmp_path: Path) -> None:
    sample = acquisition(columns=200, rows=200)
    placed = georeference(replace(sample.scene, grid=Grid("EPSG:32631", edges)), sample.picture, tmp_path / "q.tif")
    assert placed.placement.evidence == GRID_CRS
    with pytest.raises(InvalidPicture):
        nowhere = replace(sample.scene, grid=Grid("EPSG:32631", edges), footprint=None)
        georeference(nowhere, sample.picture, tmp_path / "q.tif")


def test_a_grid_places_a_scene_without_footprint(tmp_path: Path) -> None:
    sample = north_up("EPSG:2154")
    placed = georeference(replace(sample.scene, footprint=None), sample.picture, tmp_path / "q.tif")
    assert placed.placement.evidence == GRID and mark_errors(placed.path, sample).max() <= 1.0


def test_a_ring_whose_vertices_cross_is_taken_by_its_hull(tmp_path: Path) -> None:
    sample = acquisition()
    ring = np.asarray(sample.scene.footprint.exterior.coords)[[0, 2, 1, 3]]
    placed = georeference(replace(sample.scene, footprint=Polygon(ring)), sample.picture, tmp_path / "q.tif")
    assert placed.placement.evidence == CORNERS and mark_errors(placed.path, sample).max() <= 1.0


GOOD = acquisition(columns=300, rows=300)
PNG = encode(land(300, 300, np.empty((0, 2))), "PNG")
HUGE = encode(np.zeros((5100, 5100, 1), dtype=np.uint8), "PNG")  # 30 kB
VRT = b'<VRTDataset rasterXSize="9" rasterYSize="9"><VRTRasterBand dataType="Byte" band="1"/></VRTDataset>'


@pytest.mark.parametrize(
    "data",
    [b"", b"<html>Session expired</html>", GOOD.picture[:-2000], GOOD.picture[:400], PNG[: len(PNG) // 2], HUGE, VRT],
    ids=["empty", "html", "truncated jpeg", "jpeg header", "truncated png", "huge", "vrt"],
)  # fmt: skip
def test_what_is_no_whole_picture_is_a_typed_error_and_what_was_there_stays(data: bytes, tmp_path: Path) -> None:
    out = tmp_path / "q.tif"
    out.write_bytes(b"before")
    with pytest.raises(InvalidPicture) as caught:
        georeference(GOOD.scene, data, out)
    assert out.read_bytes() == b"before" and [file.name for file in tmp_path.iterdir()] == ["q.tif"]
    assert data is not HUGE or "too many" in caught.value.reason
    assert caught.value.path == "https://images.example/q.jpg" and sentence(caught.value)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(NotWritable):
        georeference(GOOD.scene, GOOD.picture, tmp_path / "file" / "q.tif")


def test_grey_and_palette_pictures(tmp_path: Path) -> None:
    grey = encode(land(300, 300, np.empty((0, 2)))[..., :1], "PNG")
    placed = georeference(GOOD.scene, grey, tmp_path / "grey.tif")
    assert gdal.Open(str(placed.path)).RasterCount == 4


def test_the_layer_tells_its_story_and_is_built_off_the_main_thread(qgis_app, qtbot, tmp_path: Path) -> None:
    sample = acquisition(columns=300, rows=300)
    told = replace(
        sample.scene,
        acquired=datetime(2021, 8, 15, 23, 30, tzinfo=timezone.utc),
        credit="© Airbus DS 2021",
        licence="proprietary",
        self_url="https://stac.example/items/S7_1",
    )

    def work(_feedback):
        placed = georeference(told, sample.picture, tmp_path / "q.tif")
        return quicklook_layer(placed.path, told, placed)

    task = BackgroundTask("quicklook", work)
    task.failed.connect(print)
    with qtbot.waitSignal(task.succeeded, timeout=20_000) as blocker:
        QgsApplication.taskManager().addTask(task)
    (layer,) = blocker.args
    assert layer.isValid() and layer.thread() is QThread.currentThread()
    span = layer.temporalProperties().fixedTemporalRange()
    assert layer.customProperty("dinamis/approximate") is False
    assert not layer.temporalProperties().isActive()
    assert span.begin().toUTC().toString(Qt.DateFormat.ISODate) == "2021-08-15T23:30:00Z"
    assert layer.attribution() == "© Airbus DS 2021" and layer.metadata().rights() == ["© Airbus DS 2021"]
    assert (
        layer.customProperty("dinamis/kind") == "quicklook"
        and json.loads(layer.customProperty("dinamis/scene"))[-1] == "S7_1"
    )
    assert "SPOT 7" in layer.name() and layer.renderer().alphaBand() == 4
    lon, lat = sample.marks[0]
    assert layer.crs().authid() == "EPSG:32631"
    inside = layer.extent().center()
    assert layer.dataProvider().sample(QgsPointXY(inside), 4)[0] == 255
    assert not list(tmp_path.glob("*.xml"))


@pytest.mark.skipif(not REAL.is_dir(), reason="the real documents are not here")
@pytest.mark.parametrize(
    "name", ["ORT_SPOT7_20201117_024518700_000", "DS_PHR1A_202007200503501_FR1_PX_E089N26_0903_00772"]
)
def test_real_ortho_items_lie_where_their_projection_says(name: str, tmp_path: Path) -> None:
    item = json.loads((REAL / f"MetadataExtractorsTests_{name}.json").read_text())
    columns, rows = (round(side / 20) for side in item["properties"]["proj:shape"])  # these two items swap them
    grid = Grid(f"EPSG:{item['properties']['proj:epsg']}")
    sample = replace(scene([], full=grid), footprint=shape(item["geometry"]))
    placed = georeference(sample, encode(land(columns, rows, np.empty((0, 2)))), tmp_path / "q.tif")
    assert placed.placement.evidence == GRID_CRS and not placed.approximate
    layer = QgsRasterLayer(str(placed.path))
    assert layer.crs().authid() == grid.crs
    assert layer.rasterUnitsPerPixelX() == pytest.approx(layer.rasterUnitsPerPixelY(), rel=0.03)


def test_the_truth_of_these_tests_is_not_the_code_under_test() -> None:
    square = perspective(np.array([(0, 1), (1, 1), (1, 0), (0, 0)], dtype=float))
    assert square(np.array([(0.25, 0.5)])) == pytest.approx(np.array([(0.25, 0.5)]))
    assert to_lon_lat("EPSG:32631", [(500_000.0, 0.0)]) == pytest.approx(np.array([(3.0, 0.0)]), abs=1e-9)
