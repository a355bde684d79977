# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapes on their way from a layer's CRS to longitude/latitude."""

from __future__ import annotations

import pytest
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsPointXY,
)

from dinamis_qgis.core.geometry import lon_lat, to_qgis, to_shapely, with_short_edges, zone_from_geometry
from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.domain.errors import InvalidZone

CONTEXT = QgsCoordinateTransformContext()


def zone(wkt: str, epsg: int):
    return zone_from_geometry(QgsGeometry.fromWkt(wkt), QgsCoordinateReferenceSystem(f"EPSG:{epsg}"), CONTEXT)


def test_a_lambert_square_is_bent_in_longitude_latitude():
    shape = zone("Polygon((300000 6800000, 360000 6800000, 360000 6860000, 300000 6860000, 300000 6800000))", 2154)
    assert shape.is_valid and shape.geom_type == "Polygon"
    to_lon_lat = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:2154"), QgsCoordinateReferenceSystem("EPSG:4326"), CONTEXT
    )
    # The middle of the southern edge lies on the outline: two corners alone would leave it 95 m away.
    middle = to_lon_lat.transform(QgsPointXY(330000, 6800000))
    assert shape.exterior.distance(shapely.Point(middle.x(), middle.y())) < 1e-7


def test_longitude_latitude_keeps_its_corners():
    shape = zone("Polygon((-3 48, -2 48, -2 49, -3 49, -3 48))", 4326)
    assert shape.equals(shapely.box(-3, 48, -2, 49))


def test_a_zone_over_the_antimeridian_is_split():
    # New Zealand's projection round Chatham: 40 km on each side of 180 degrees.
    shape = zone("Polygon((3000000 5900000, 3100000 5900000, 3100000 5990000, 3000000 5990000, 3000000 5900000))", 2193)
    assert shape.bounds[0] >= -180 and shape.bounds[2] <= 180
    spans = [part.bounds[2] - part.bounds[0] for part in getattr(shape, "geoms", [shape])]
    assert max(spans) < 5


@pytest.mark.parametrize(
    ("wkt", "parts"),
    [
        ("Polygon((170 -20, 190 -20, 190 -10, 170 -10, 170 -20))", [(-180, -170), (170, 180)]),
        ("Polygon((-190 -20, -170 -20, -170 -10, -190 -10, -190 -20))", [(-180, -170), (170, 180)]),
    ],
)
def test_longitudes_past_180_are_brought_back(wkt, parts):
    shape = zone(wkt, 4326)
    assert sorted((p.bounds[0], p.bounds[2]) for p in shape.geoms) == parts


def test_a_hole_stays_a_hole_over_the_antimeridian():
    wkt = "Polygon((170 -20, 190 -20, 190 -10, 170 -10, 170 -20),(178 -16, 182 -16, 182 -14, 178 -14, 178 -16))"
    assert zone(wkt, 4326).area == pytest.approx(20 * 10 - 4 * 2)


@pytest.mark.parametrize(
    ("wkt", "epsg", "reason"),
    [
        ("Polygon((0 0, 1 1, 1 0, 0 1, 0 0))", 4326, "self_crossing"),
        ("Polygon EMPTY", 4326, "empty"),
        ("LineString(0 0, 1 1)", 4326, "not_polygon"),
        ("Polygon((0 0, 1 0, 1 1, 0 0))", 0, "no_crs"),
        ("Polygon((1e9 1e9, 2e9 1e9, 2e9 2e9, 1e9 1e9))", 2154, "not_transformable"),
        ("Polygon((0 80, 1 80, 1 95, 0 80))", 4326, "not_transformable"),
        ("Polygon((0 0, 1 0, 2 0, 0 0))", 4326, "empty"),  # of 0 m²
        ("Polygon((3 4, 3 4, 3 4, 3 4))", 4326, "empty"),
    ],
)
def test_a_zone_that_cannot_serve_is_refused_with_its_reason(wkt, epsg, reason):
    with pytest.raises(InvalidZone) as raised:
        zone(wkt, epsg)
    assert raised.value.reason == reason


@pytest.mark.parametrize(
    "wkt",
    [
        'LOCAL_CS["plan",UNIT["metre",1]]',
        'ENGCRS["plan",EDATUM["unknown"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north],LENGTHUNIT["metre",1]]',
    ],
)
def test_a_plan_without_datum_is_not_taken_for_degrees(wkt):
    plan = QgsCoordinateReferenceSystem.fromWkt(wkt)
    assert plan.isValid()
    with pytest.raises(InvalidZone, match="not_transformable"):
        zone_from_geometry(QgsGeometry.fromWkt("Polygon((0 0, 80 0, 80 80, 0 80, 0 0))"), plan, CONTEXT)


def test_points_given_twice_change_nothing():
    once = zone("Polygon((0 45, 1 45, 1 46, 0 46, 0 45))", 4326)
    assert zone("Polygon((0 45, 0 45, 1 45, 1 45, 1 46, 0 46, 0 46, 0 45, 0 45))", 4326).equals(once)


def test_nothing_is_an_empty_zone():
    with pytest.raises(InvalidZone, match="empty"):
        zone_from_geometry(QgsGeometry(), QgsCoordinateReferenceSystem("EPSG:4326"), CONTEXT)


def test_heights_and_curves_are_flattened():
    curved = zone("CurvePolygon Z (CircularString Z (0 0 5, 1 1 5, 2 0 5, 1 -1 5, 0 0 5))", 4326)
    assert not curved.has_z
    assert curved.area == pytest.approx(3.14159, rel=1e-3)


def test_a_shape_goes_to_qgis_and_back():
    shape = shapely.from_wkt(
        "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 1 1)), ((9 9, 10 9, 9 10, 9 9)))"
    )
    assert to_shapely(to_qgis(shape)).equals_exact(shape, 0)


def test_a_zone_around_a_pole_holds_the_pole():
    """A square of 2 000 km in polar stereographic, true at 71° south."""
    shape = zone("Polygon((-1e6 -1e6, 1e6 -1e6, 1e6 1e6, -1e6 1e6, -1e6 -1e6))", 3031)
    assert shape.is_valid and shape.bounds[1] == -90
    assert area_km2(shape) == pytest.approx(2000**2 / 0.97276**2, rel=0.02)


@pytest.mark.parametrize("epsg", [3857, 3395, 3832, 4087])
def test_a_map_that_repeats_itself_is_cut_at_the_antimeridian(epsg):
    there = QgsCoordinateTransform(lon_lat(), QgsCoordinateReferenceSystem(f"EPSG:{epsg}"), CONTEXT)
    west, east = there.transform(QgsPointXY(-179, -14)), there.transform(QgsPointXY(-178, -13))
    width = 360 * (east.x() - west.x())
    for turn in (-1, 0, 1):
        ring = [(x + turn * width, y) for x in (west.x() - 3 * width / 360, east.x()) for y in (west.y(), east.y())]
        shape = zone(shapely.MultiPoint(ring).convex_hull.wkt, epsg)
        assert area_km2(shape) == pytest.approx(area_km2(shapely.box(-179, -14, -175, -13)), rel=1e-6)
        assert [part.bounds[0] for part in sorted(shape.geoms, key=lambda part: part.bounds)] == pytest.approx(
            [-180, 178]
        )


def test_a_place_that_is_nowhere_in_longitude_latitude_is_refused():
    with pytest.raises(InvalidZone):
        zone("Polygon((650000 10, 651000 10, 651000 20, 650000 20, 650000 10))", 4326)


JUMP = "Polygon((179 -17, -179 -17, -179 -16, 179 -16, 179 -17))"


@pytest.mark.parametrize("epsg", [4326, 4269])
def test_a_layer_that_jumps_over_the_antimeridian_means_the_short_way(epsg):
    shape = zone(JUMP, epsg)
    assert area_km2(shape) == pytest.approx(area_km2(shapely.box(-2, -17, 0, -16)), rel=1e-3) and len(shape.geoms) == 2


def test_what_a_map_shows_is_as_wide_as_it_looks():
    lonlat = QgsCoordinateReferenceSystem("EPSG:4326")
    wide = with_short_edges(QgsGeometry.fromWkt(JUMP), lonlat)
    assert area_km2(zone_from_geometry(wide, lonlat, CONTEXT)) == pytest.approx(
        area_km2(shapely.box(-179, -17, 179, -16)), rel=1e-9
    )
