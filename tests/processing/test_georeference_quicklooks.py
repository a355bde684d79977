# SPDX-License-Identifier: GPL-2.0-or-later
"""``dinamis:georeferencequicklooks`` over files and a real HTTP server."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from datetime import datetime, timezone
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from shapely.geometry import mapping

from dinamis_qgis.core.footprints import footprint_feature, footprint_fields, footprint_scene
from dinamis_qgis.domain.scene import Asset, Scene
from dinamis_qgis.processing.georeference_quicklooks import GeoreferenceQuicklooks
from tests.synthetic_pictures import Sample, acquisition, mark_errors, north_up

MOMENT = datetime(2021, 8, 15, 23, 30, tzinfo=timezone.utc)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def layer_of(scenes: list[Scene]) -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "footprints", "memory")
    layer.dataProvider().addAttributes(footprint_fields())
    layer.updateFields()
    layer.dataProvider().addFeatures([footprint_feature(scene, layer.fields()) for scene in scenes])
    return layer


def run(qtbot, layer: QgsVectorLayer, folder: Path, cancel: bool = False) -> tuple[bool, dict, str]:
    """In a task, as the toolbox does."""
    algorithm = GeoreferenceQuicklooks()
    algorithm.initAlgorithm({})
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    if cancel:
        feedback.cancel()
    parameters = {"SCENES": layer, "FOLDER": str(folder)}
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    with qtbot.waitSignal(task.executed, timeout=60_000) as blocker:
        QgsApplication.taskManager().addTask(task)
    good, results = blocker.args
    return good, results, feedback.textLog()


def stac_item(scene: Scene, href: str, **properties) -> dict:
    return {
        "type": "Feature", "stac_version": "1.0.0", "id": scene.id, "collection": scene.collection,
        "geometry": mapping(scene.footprint), "properties": {"datetime": "2021-08-15T23:30:00Z", **properties},
        "assets": {"q": {"href": href, "type": "image/jpeg", "roles": ["overview"]}}, "links": [],
    }  # fmt: skip


def told(sample: Sample, scene_id: str, href: str, catalogue: str = "", **known) -> Scene:
    asset = Asset("quicklook", href, "image/jpeg", ("overview",))
    return Scene(scene_id, catalogue, "c", mission="SPOT7", footprint=sample.scene.footprint, assets=(asset,), **known)


def test_projection_metadata_is_read_again_from_the_catalogue(qtbot, tmp_path: Path) -> None:
    sample = north_up("EPSG:2154", columns=400, rows=400)
    (tmp_path / "q.jpg").write_bytes(sample.picture)
    box = sample.scene.assets[0].grid.bbox
    scene = told(sample, "L93", str(tmp_path / "q.jpg"), str(tmp_path / "items.json"))
    item = stac_item(scene, "q.jpg", **{"proj:code": "EPSG:2154", "proj:bbox": list(box)})
    (tmp_path / "items.json").write_text(json.dumps({"type": "FeatureCollection", "features": [item]}))
    good, results, log = run(qtbot, layer_of([scene]), tmp_path / "out")
    assert good and (results["COUNT"], results["FAILED"]) == (1, 0), log
    assert results["LAYERS"] == [str(tmp_path / "out" / "L93.tif")]
    assert 'ID["EPSG",2154]]' in gdal.Open(results["LAYERS"][0]).GetSpatialRef().ExportToWkt(["FORMAT=WKT2"])
    assert mark_errors(Path(results["LAYERS"][0]), sample).max() <= 1.0


def test_fields_alone_serve_where_the_catalogue_does_not(qtbot, tmp_path: Path) -> None:
    sample = acquisition(columns=400, rows=400)
    (tmp_path / "q.jpg").write_bytes(sample.picture)
    with served(tmp_path) as root:
        scenes = [
            told(sample, "tilted", f"{root}/q.jpg", str(tmp_path / "gone.json")),
            told(sample, "bare", f"{root}/q.jpg"),
        ]
        good, results, log = run(qtbot, layer_of(scenes), tmp_path / "out")
    assert good and (results["COUNT"], results["FAILED"]) == (2, 0), log
    assert mark_errors(tmp_path / "out" / "tilted.tif", sample).max() <= 1.0


def test_names_and_failures_one_by_one(qtbot, tmp_path: Path) -> None:
    sample = acquisition(columns=400, rows=400)
    (tmp_path / "q.jpg").write_bytes(sample.picture)
    (tmp_path / "page.jpg").write_text("<html>Sign in</html>")
    with served(tmp_path) as root:
        scenes = [
            told(sample, "a/b:é", f"{root}/q.jpg"),
            told(sample, "a b é", f"{root}/q.jpg"),
            told(sample, "missing", f"{root}/none.jpg"),
            told(sample, "page", f"{root}/page.jpg"),
            Scene("no picture", "", "c", footprint=sample.scene.footprint),
            Scene("no footprint", "", "c", assets=(Asset("quicklook", f"{root}/q.jpg", roles=("overview",)),)),
        ]
        good, results, log = run(qtbot, layer_of(scenes), tmp_path / "out")
    assert good and (results["COUNT"], results["FAILED"]) == (2, 4)
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["a_b__.tif", "a_b___2.tif"]
    assert all(f"{scene_id}: " in log for scene_id in ("missing", "page", "no picture", "no footprint"))


def test_a_place_that_cannot_be_written_is_one_sentence(qtbot, tmp_path: Path) -> None:
    sample = acquisition(columns=400, rows=400)
    (tmp_path / "q.jpg").write_bytes(sample.picture)
    (tmp_path / "file").write_text("")
    good, _, log = run(qtbot, layer_of([told(sample, "x", str(tmp_path / "q.jpg"))]), tmp_path / "file" / "out")
    assert not good and "Traceback" not in log


def test_cancel_writes_nothing(qtbot, tmp_path: Path) -> None:
    sample = acquisition(columns=400, rows=400)
    with served(tmp_path) as root:
        _, results, _ = run(qtbot, layer_of([told(sample, "x", f"{root}/q.jpg")]), tmp_path / "out", cancel=True)
    assert not results.get("COUNT") and not list(tmp_path.glob("out/*.tif"))


def test_fields_make_the_scene_again() -> None:
    sample = acquisition(columns=100, rows=100)
    scene = told(sample, "x", "https://images.example/q.jpg", "cat", acquired=MOMENT, cloud_cover=3.0, level="ortho")
    again = footprint_scene(QgsFeature(footprint_feature(scene, footprint_fields())))
    assert (again.id, again.key, again.acquired, again.cloud_cover) == ("x", scene.key, MOMENT, 3.0)
    assert again.quicklook.href == scene.quicklook.href and again.footprint.equals(scene.footprint)
    assert again.gsd is None and again.level == "ortho" and again.credit == ""
