# SPDX-License-Identifier: GPL-2.0-or-later
"""``dinamis:downloadscenes`` over a real STAC service and a real file server."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from shapely.geometry import mapping

from dinamis_qgis.core.catalogues import user_file
from dinamis_qgis.core.footprints import footprint_feature, footprint_fields
from dinamis_qgis.domain import download
from dinamis_qgis.domain.scene import Scene
from dinamis_qgis.processing.download_scenes import DownloadScenes
from tests.make_scenes import square
from tests.services.file_service import Files, pattern
from tests.services.http_service import Answer, serving
from tests.services.openspot_service import OpenSpotService, feature
from tests.services.stac_service import StacService

CONTENT = pattern(200_000)


class Place:
    """A STAC API and its files on one server; ``files`` are by path."""

    def __init__(self) -> None:
        self.files: dict[str, object] = {}
        self.stac = StacService([])
        self.url = ""

    def __call__(self, asked):
        if asked.path.startswith("/data/"):
            return self.files.get(asked.path, lambda _asked: Answer(status=404))(asked)
        return self.stac(asked)

    def scene(self, scene_id: str, **assets) -> Scene:
        """With files at ``/data/<id>/<path>``, by the key of their asset; a pair is (path, roles)."""
        given = {}
        for key, (path, *roles) in assets.items():
            where = path if path.startswith("/") else f"/data/{scene_id}/{path}"
            self.files.setdefault(where, Files(CONTENT))
            given[key] = {"href": f"{self.url}{where}?sig=secret", "roles": list(roles), "file:size": len(CONTENT)}
        footprint = square(2.0, 48.0)
        self.stac.items.append(
            {
                "type": "Feature", "stac_version": "1.0.0", "id": scene_id, "collection": "phr",
                "geometry": mapping(footprint), "properties": {"datetime": "2021-08-15T23:30:00Z"},
                "assets": given, "links": [],
            }
        )  # fmt: skip
        return Scene(scene_id, self.url, "phr", footprint=footprint)


@pytest.fixture
def place(monkeypatch):
    quick = download.Patience(tries=3, pause=0.02)
    monkeypatch.setattr(download.download, "__defaults__", (*download.download.__defaults__[:-1], quick))
    here = Place()
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
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


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
    assert second.startswith("_CON-") and sorted(results["FILES"]) == sorted(map(str, (tmp_path / "out").rglob("*.*")))
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
