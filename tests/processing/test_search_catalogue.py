# SPDX-License-Identifier: GPL-2.0-or-later
"""``dinamis:searchcatalogue`` run as Processing runs it, on a file and on a service."""

import json
from types import SimpleNamespace

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from dinamis_qgis.core.footprints import FIELDS
from dinamis_qgis.core.library_file import LibraryFile
from dinamis_qgis.core.library_index import index_folder
from dinamis_qgis.processing.georeference_quicklooks import GeoreferenceQuicklooks
from dinamis_qgis.processing.search_catalogue import SearchCatalogue
from tests.services.dimap_writer import Image, gradient, write_pleiades


def item(number, west, date, collection="here", **properties):
    ring = [[west, 46.0], [west + 1, 46.0], [west + 1, 47.0], [west, 47.0], [west, 46.0]]
    return {
        "type": "Feature",
        "id": f"scene-{number}",
        "collection": collection,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {"datetime": date, **properties},
        "assets": {},
    }


@pytest.fixture
def catalogue(tmp_path):
    items = [
        item(1, 0.0, "2020-05-01T10:00:00Z", platform="SPOT6", **{"eo:cloud_cover": 50.0}),
        item(2, 0.5, "2022-06-30T23:30:00Z", platform="SPOT7", **{"eo:cloud_cover": 5.0}),
        item(3, 2.0, "2021-05-01T10:00:00Z", collection="there", platform="PHR1A"),
        item(4, 0.2, None),
        {**item(5, 0.0, "2019-01-01T00:00:00Z"), "geometry": None},
    ]
    file = tmp_path / "items.json"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": items}), encoding="utf-8")
    return file


@pytest.fixture
def run(qgis_app):
    def running(feedback=None, **parameters):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        algorithm = SearchCatalogue().create()
        results, _ok = algorithm.run(
            {"OUTPUT": "memory:", **parameters}, context, feedback or QgsProcessingFeedback(), {}, False
        )
        layer = context.getMapLayer(results["OUTPUT"]) if results else None
        names = layer.fields().names() if layer else []
        return results, [dict(zip(names, row.attributes())) for row in layer.getFeatures()] if layer else []

    return running


def zone_layer(geometry, crs):
    layer = QgsVectorLayer(f"Polygon?crs={crs}", "zone", "memory")
    feature = QgsFeature()
    feature.setGeometry(geometry)
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


def ids(rows):
    return [row["scene_id"][-1] for row in rows]


def test_every_scene_newest_first_with_the_public_fields(run, catalogue):
    results, rows = run(CATALOGUE=str(catalogue))
    assert ids(rows) == ["2", "3", "1", "5", "4"]
    assert list(rows[0]) == [name for name, _ in FIELDS]
    assert (results["COUNT"], results["MATCHED"]) == (5, 5)
    assert rows[0]["catalogue"] == str(catalogue)
    assert rows[4]["acquired"] == NULL and rows[0]["aoi_coverage"] == NULL


def test_an_unknown_value_is_kept_by_a_filter_and_stays_unknown(run, catalogue):
    results, rows = run(CATALOGUE=str(catalogue), MAX_CLOUD=10)
    assert ids(rows) == ["2", "3", "5", "4"]
    assert rows[1]["cloud_cover"] == NULL
    assert results["MATCHED"] is None
    assert ids(run(CATALOGUE=str(catalogue), MISSIONS="SPOT6, spot7")[1]) == ["2", "1", "5", "4"]


def test_the_limit_counts_kept_scenes(run, catalogue):
    assert ids(run(CATALOGUE=str(catalogue), MISSIONS="SPOT6", LIMIT=1)[1]) == ["1"]
    assert ids(run(CATALOGUE=str(catalogue), EXTENT="0,1,46,47 [EPSG:4326]", MIN_COVERAGE=90, LIMIT=2)[1]) == ["1", "5"]


@pytest.mark.parametrize("limit", [4, 5])
def test_more_than_the_limit_is_told(run, catalogue, limit):
    feedback = QgsProcessingFeedback()
    run(feedback, CATALOGUE=str(catalogue), LIMIT=limit)
    assert ("the most recent ones are given" in feedback.textLog()) is (limit < 5)


def test_collections_and_dates(run, catalogue):
    assert ids(run(CATALOGUE=str(catalogue), COLLECTIONS="there")[1]) == ["3"]
    day = "2022-06-30"
    assert ids(run(CATALOGUE=str(catalogue), START=day, END=day)[1]) == ["2", "4"]
    assert ids(run(CATALOGUE=str(catalogue), START="2022-06-30T23:31:00")[1]) == ["4"]


def test_coverage_is_of_what_the_extent_and_the_zone_have_in_common(run, catalogue):
    square = QgsGeometry.fromWkt("POLYGON((0 46, 1 46, 1 47, 0 47, 0 46))").densifyByCount(50)
    lambert = QgsCoordinateReferenceSystem("EPSG:2154")
    square.transform(QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), lambert, QgsProject.instance()))
    layer = zone_layer(square, "EPSG:2154")
    _, rows = run(CATALOGUE=str(catalogue), AOI=layer, EXTENT="0,0.5,46,47 [EPSG:4326]")
    coverage = {row["scene_id"][-1]: row["aoi_coverage"] for row in rows}
    assert coverage["1"] == pytest.approx(100.0, abs=0.01)
    assert coverage["4"] == pytest.approx(60.0, abs=0.1)
    assert coverage["5"] == NULL
    assert "3" not in coverage


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"CATALOGUE": "nowhere"}, "nowhere"),
        ({"CATALOGUE": "http://127.0.0.1:9/"}, "cannot be reached"),
        ({"EXTENT": "0,1,46,47"}, "CRS"),
        ({"EXTENT": "0,0,46,46 [EPSG:4326]"}, "empty"),
        ({"EXTENT": "0,1,46,47 [EPSG:4326]", "AOI": "far"}, "empty"),
        ({"AOI": "crossed"}, "crosses itself"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(run, catalogue, parameters, words):
    outlines = {"far": "POLYGON((5 5, 6 5, 6 6, 5 5))", "crossed": "POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))"}
    if "AOI" in parameters:
        outline = QgsGeometry.fromWkt(outlines[parameters["AOI"]])
        parameters = {**parameters, "AOI": zone_layer(outline, "EPSG:4326")}
    with pytest.raises(QgsProcessingException, match=words):
        run(**{"CATALOGUE": str(catalogue), **parameters})


def test_a_broken_file_is_named(run, tmp_path):
    file = tmp_path / "broken.json"
    file.write_text('{"type": "FeatureCollection"', encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="broken.json"):
        run(CATALOGUE=str(file))


def test_a_cancelled_run_leaves_nothing(run, catalogue):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    assert run(feedback, CATALOGUE=str(catalogue)) == ({}, [])


def test_the_demonstration_is_the_default_and_needs_nothing(run):
    results, rows = run(MAX_CLOUD=20, EXTENT="-2.7,-2.4,48.4,48.6 [EPSG:4326]")
    assert results["COUNT"] == len(rows) > 10
    assert {row["catalogue"] for row in rows} == {"demo"}


def test_qgis_knows_the_algorithm_by_its_public_names(qgis_app):
    algorithm = SearchCatalogue().create()
    assert [one.name() for one in algorithm.parameterDefinitions()] == [
        "CATALOGUE", "COLLECTIONS", "EXTENT", "AOI", "START", "END", "MISSIONS", "MAX_CLOUD", "MAX_INCIDENCE",
        "MAX_GSD", "MIN_COVERAGE", "LEVEL", "SPECTRAL_MODE", "ACQUISITION_MODE", "TEXT", "LIMIT", "OUTPUT",
    ]  # fmt: skip
    assert {"OUTPUT", "COUNT", "MATCHED"} == {one.name() for one in algorithm.outputDefinitions()}


def test_the_library_is_searched_by_its_id_and_its_footprints_serve_other_algorithms(run, tmp_path, monkeypatch):
    place = tmp_path / "profile" / "library.gpkg"
    monkeypatch.setattr("dinamis_qgis.core.catalogues.library_path", lambda: place)
    assert run(CATALOGUE="library")[0]["COUNT"] == 0  # nothing was indexed yet
    write_pleiades(tmp_path / "images", [Image("PHR1B", "PMS", gradient(20, 30), (301_000.0, 6_834_000.0), 0.5)])
    task = SimpleNamespace(isCanceled=lambda: False, check=lambda: None, setProgress=lambda _percent: None)
    index_folder(LibraryFile(place), str(tmp_path / "images"), task)
    results, (row,) = run(CATALOGUE="library", MISSIONS="PHR1B")
    assert results["COUNT"] == 1
    assert (row["catalogue"], row["collection"], row["gsd"]) == ("library", "pleiades", 0.5)
    layer = QgsVectorLayer(f"{place}|layername=images", "library", "ogr")
    given = {"SCENES": layer, "FOLDER": str(tmp_path / "quicklooks")}
    algorithm = GeoreferenceQuicklooks().create()
    done, ok = algorithm.run(given, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)
    assert ok and (done["COUNT"], done["FAILED"]) == (1, 0)
