# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import json

import pytest
import shapely
from shapely.geometry import GeometryCollection, LineString, MultiPolygon, Point, box, mapping

from dinamis_qgis.domain import geojson
from tests.domain.test_outline import coast

HOLED = box(0, 0, 9, 9).difference(box(1, 1, 2, 2)).difference(box(4, 4, 5, 5))


@pytest.mark.parametrize("shape", [HOLED, MultiPolygon([HOLED, box(20, 0, 21, 1)]), coast(12_345)])
def test_what_geos_reads_is_read(shape):
    said = json.loads(shapely.to_geojson(shape))
    for one in (said, {"type": "Feature", "geometry": said}, {"type": "FeatureCollection", "features": [said]}):
        (found,) = geojson.polygons_of(one)
        assert found.equals_exact(shape, 0.0) and found.is_valid


def test_heights_are_left_out_and_so_is_what_has_no_surface():
    raised = {"type": "Polygon", "coordinates": [[[0, 0, 5], [1, 0, 5], [1, 1, 5], [0, 0, 5]]]}
    (found,) = geojson.polygons_of(raised)
    assert not found.has_z and found.area == 0.5
    lines = mapping(GeometryCollection([Point(0, 0), LineString([(0, 0), (1, 1)]), HOLED]))
    assert [each.area for each in geojson.polygons_of(lines)] == [HOLED.area]
    assert list(geojson.polygons_of({"type": "Feature", "geometry": None})) == []
    (nothing,) = geojson.polygons_of({"type": "Polygon", "coordinates": []})
    assert nothing.is_empty


@pytest.mark.parametrize(
    "said",
    [
        None,
        [],
        {},
        {"type": "Polygone"},
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": {}},
        {"type": "Polygon", "coordinates": [[]]},
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]},
        {"type": "Polygon", "coordinates": [[[0, 0], [1], [1, 1], [0, 0]]]},
        {"type": "Polygon", "coordinates": ["ab"]},
        {"type": "Polygon", "coordinates": [[["a", 0], [1, 0], [1, 1], [0, 0]]]},
        {"type": "Polygon", "coordinates": [[[float("nan"), 0], [1, 0], [1, 1], [0, 0]]]},
        {"type": "Polygon", "coordinates": [[[10**400, 0], [1, 0], [1, 1], [0, 0]]]},
        {"type": "Polygon", "coordinates": [[[[1], 0], [1, 0], [1, 1], [0, 0]]]},
        {"type": "MultiPolygon", "coordinates": [[1]]},
        {"type": "MultiPolygon", "coordinates": [1]},
        {"type": "FeatureCollection", "features": 3},
        {"type": "FeatureCollection", "features": [3]},
    ],
)
def test_what_is_none_is_refused(said):
    with pytest.raises(ValueError):
        list(geojson.polygons_of(said))
