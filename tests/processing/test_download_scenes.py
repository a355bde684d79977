# SPDX-License-Identifier: GPL-2.0-or-later
"""``dinamis:downloadscenes`` over a real STAC service and a real file server."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeedback,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from dinamis_qgis.core.catalogues import user_file
from dinamis_qgis.core.delivery import read_delivery
from dinamis_qgis.core.footprints import footprint_feature, footprint_fields
from dinamis_qgis.domain.item_beside import NAME
from dinamis_qgis.domain.scene import Scene
from dinamis_qgis.processing.download_scenes import DownloadScenes
from tests.make_scenes import square
from tests.services.file_service import Files
from tests.services.http_service import Answer, serving
from tests.services.openspot_service import OpenSpotService, feature
from tests.services.scenes_service import CONTENT, ScenesService, impatient


@pytest.fixture
def place(monkeypatch):
    impatient(monkeypatch)
    here = ScenesService()
    with serving(here) as service:
        here.url, here.service = service.url, service
        yield here


@pytest.fixture
def run(qtbot, tmp_path):
    """In a task, as the toolbox does: (good, results, log)."""

    def run(scenes, feedback=None, **parameters):
        layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "footprints", "memory")
        layer.dataProvider().addAttributes(footprint_fields())
        layer.updateFields()
        layer.dataProvider().addFeatures([footprint_feature(scene, layer.fields()) for scene in scenes])
        algorithm = DownloadScenes()
        algorithm.initAlgorithm({})
        context, feedback = QgsProcessingContext(), feedback or QgsProcessingFeedback()
        context.setProject(QgsProject.instance())
        given = {"SCENES": layer, "FOLDER": str(tmp_path / "out"), **parameters}
        task = QgsProcessingAlgRunnerTask(algorithm, given, context, feedback)
        with qtbot.waitSignal(task.executed, timeout=60_000) as blocker:
            QgsApplication.taskManager().addTask(task)
        return (*blocker.args, feedback.textLog())

    return run


def files_in(folder: Path) -> list[str]:
    """But the catalogue's own words beside them."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    return sorted(path.relative_to(folder).as_posix() for path in found)


DIMAP = {
    "dim": ("IMG/DIM_1.XML", "metadata"),
    "tile": ("IMG/IMG_1_R1C1.TIF", "data"),
    "mask": ("IMG/MASKS/CLD_1.GML",),
    "thumbnail": ("q.jpg", "thumbnail"),
}


def test_each_scene_in_its_folder_with_the_names_that_the_format_needs(run, place, tmp_path):
    scenes = [place.scene("S1", **DIMAP), place.scene("CON", data=("x.tif", "data"))]
    good, results, log = run(scenes)
    assert good and (results["COUNT"], results["FAILED"]) == (5, 0), log
    second = Path(results["FILES"][-1]).parent.name
    assert second.startswith("_CON-") and len(results["FILES"]) == 5
    assert sorted(results["FILES"]) == [str(tmp_path / "out" / name) for name in files_in(tmp_path / "out")]
    assert files_in(tmp_path / "out") == sorted(
        ["S1/DIM_1.XML", "S1/IMG_1_R1C1.TIF", "S1/MASKS/CLD_1.GML", "S1/q.jpg", f"{second}/x.tif"]
    )
    assert all((tmp_path / "out" / name).read_bytes() == CONTENT for name in files_in(tmp_path / "out"))
    assert "secret" not in log and "secret" not in json.dumps(results)
    asked = len(place.service.asked)
    good, again, log = run(scenes)
    assert again == results and not [one for one in place.service.asked[asked:] if one.path.startswith("/data/")]


@pytest.mark.parametrize(("wanted", "count"), [("data", 1), (" dim , tile ", 2), ("data,metadata", 2), ("", 4)])
def test_only_the_files_that_are_wanted(run, place, wanted, count):
    _, results, log = run([place.scene("S1", **DIMAP)], ASSETS=wanted)
    assert (results["COUNT"], results["FAILED"]) == (count, 0), log


def test_what_the_catalogue_says_is_kept_beside_whatever_has_come(run, place, tmp_path):
    """As the panel's queue does: a bare image keeps its date, its mission and its licence."""
    gdal.GetDriverByName("GTiff").Create(str(tmp_path / "x.tif"), 8, 8, 3).FlushCache()
    place.files["/data/A/src.tif"] = Files((tmp_path / "x.tif").read_bytes())
    scene = place.scene("A", src_xs=("src.tif", "data"), doc=("doc.pdf", "metadata"))
    item = place.stac.items[-1]
    del item["assets"]["src_xs"]["file:size"]
    item["properties"].update(platform="SPOT7", license="https://x.fr/licence?token=secret", title="A scene")
    beside = tmp_path / "out" / "A" / NAME
    for wanted, there in (("doc", ["doc"]), ("data", ["doc", "src_xs"])):
        run([scene], ASSETS=wanted)
        assert "secret" not in beside.read_text() and sorted(json.loads(beside.read_text())["assets"]) == there
    (found,) = read_delivery(str(tmp_path / "out" / "A"), QgsFeedback()).products
    assert (found.mission, found.name, found.acquired.isoformat()) == ("SPOT7", "A scene", "2021-08-15T23:30:00+00:00")


def test_failures_are_told_one_by_one_and_a_second_run_brings_the_rest(run, place, tmp_path):
    scenes = [
        place.scene("refused", data=("x.tif",), other=("y.tif",)),
        replace(place.scene("gone"), id="unknown"),
        place.scene("S3", data=("x.tif",)),
        place.scene("none"),
    ]
    refusing = Files(CONTENT, cuts=(100_000,))
    place.files["/data/refused/x.tif"] = lambda asked: Answer(status=403) if refusing.served else refusing(asked)
    good, results, log = run(scenes)
    assert good and (results["COUNT"], results["FAILED"]) == (2, 3)
    assert all(f"{name}" in log for name in ("refused, data: ", "unknown: ", "none: ")) and "Traceback" not in log
    assert "refused/x.tif.part" in files_in(tmp_path / "out") and "secret" not in log
    record = tmp_path / "out" / "refused" / "x.tif.part.json"
    assert "secret" not in record.read_text()
    place.files["/data/refused/x.tif"] = refusing
    _, results, _ = run(scenes[:1])
    assert (results["COUNT"], results["FAILED"]) == (2, 0)
    assert files_in(tmp_path / "out" / "refused") == ["x.tif", "y.tif"]
    assert (tmp_path / "out" / "refused" / "x.tif").read_bytes() == CONTENT
    last = [one for one in place.service.asked if one.path == "/data/refused/x.tif"][-1]
    assert int(last.headers["range"][6:-1]) > 30_000


def test_a_catalogue_that_is_lost_is_asked_once(run, place):
    scenes = [
        replace(place.scene(f"S{number}", data=("x.tif",)), catalogue="http://127.0.0.1:9") for number in range(3)
    ]
    good, results, log = run(scenes)
    assert good and (results["COUNT"], results["FAILED"]) == (0, 3) and "127.0.0.1" in log


def test_a_folder_that_cannot_be_written_is_one_sentence(run, place, tmp_path):
    (tmp_path / "file").write_text("")
    good, _, log = run([place.scene("S1", **DIMAP)], FOLDER=str(tmp_path / "file" / "out"))
    assert not good and "Traceback" not in log


def test_cancelled_midway_nothing_has_its_name(run, place, tmp_path):
    scene = place.scene("S1", data=("x.tif",))
    slow = Files(CONTENT, spoil=lambda _number, _asked, answer: replace(answer, pause_after=100_000))
    feedback = QgsProcessingFeedback()

    def answer(asked):
        threading.Timer(0.3, feedback.cancel).start()
        return slow(asked)

    place.files["/data/S1/x.tif"] = answer
    _, results, _ = run([scene], feedback)
    assert not results.get("COUNT")
    assert files_in(tmp_path / "out") == ["S1/x.tif.part", "S1/x.tif.part.json"]


def test_images_that_take_a_form_are_counted_as_failures_that_say_so(run):
    with serving(OpenSpotService({"2021_PAN": [feature(7, "PAN", "2021-06-01")]})) as service:
        own = user_file()
        own.parent.mkdir(parents=True, exist_ok=True)
        rows = {"version": 1, "catalogues": [{"id": "openspot", "url": service.url}]}
        own.write_text(json.dumps(rows), encoding="utf-8")
        try:
            scene = Scene("ORT_SPOT7_20210601_104512300_007---PAN", "openspot", "2021_PAN", footprint=square(2.0, 48.0))
            good, results, log = run([scene])
            assert good and (results["COUNT"], results["FAILED"]) == (0, 1) and "through its form" in log
            assert [asked for asked in service.asked if asked.method == "POST"] == []
            _, results, log = run([scene], ASSETS="overview")
            assert (results["COUNT"], results["FAILED"]) == (1, 0), log
        finally:
            own.unlink()
