# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas against two measures that share no code with ours: QGIS's geodesic polygons, and an equal-area projection."""

from __future__ import annotations

import pytest
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsPointXY,
    QgsProject,
)
from shapely.geometry import MultiPolygon, Polygon, box

from dinamis_qgis.core.geometry import lon_lat, to_qgis, to_shapely, zone_from_geometry
from dinamis_qgis.domain.area import area_km2

FINE = 2000  # pieces along the side of a shape: what the references need to be truth at 1e-8


def blob(x: float, y: float, width: float, height: float) -> Polygon:
    """An uneven outline with a hole, of about the given size."""
    shape = [(0, 0.1), (0.35, 0), (0.7, 0.15), (1, 0.05), (0.9, 0.5), (1, 0.95), (0.5, 0.8), (0.1, 1), (0.15, 0.5)]
    hole = [(0.4, 0.4), (0.6, 0.35), (0.55, 0.6)]
    return Polygon(
        [(x + a * width, y + b * height) for a, b in shape], [[(x + a * width, y + b * height) for a, b in hole]]
    )


ZONES = {
    "1 ha, Lambert-93": ("EPSG:2154", blob(276_000, 6_830_000, 100, 100)),
    "commune, Lambert-93": ("EPSG:2154", blob(276_000, 6_830_000, 12_000, 15_000)),
    "département, Lambert-93": ("EPSG:2154", blob(200_000, 6_780_000, 130_000, 90_000)),
    "France, Lambert-93": ("EPSG:2154", box(120_000, 6_050_000, 1_240_000, 7_110_000)),
    "Guadeloupe, UTM 20N": ("EPSG:32620", blob(630_000, 1_760_000, 60_000, 60_000)),
    "Guyane, UTM 22N": ("EPSG:32622", blob(110_000, 235_000, 330_000, 400_000)),
    "Guyane, WGS 84": ("EPSG:4326", blob(-54.6, 2.1, 3.0, 3.7)),
    "La Réunion, UTM 40S": ("EPSG:32740", blob(315_000, 7_634_000, 60_000, 60_000)),
    "1 ha, UTM 40S": ("EPSG:32740", blob(340_000, 7_660_000, 100, 100)),
    "1 ha, WGS 84": ("EPSG:4326", blob(55.5, -21.1, 0.001, 0.001)),
    "Bretagne, Web Mercator": ("EPSG:3857", blob(-560_000, 6_020_000, 400_000, 250_000)),
    "1 ha, Web Mercator": ("EPSG:3857", blob(-280_000, 6_180_000, 150, 150)),
    "Wallis, UTM 1S": ("EPSG:32701", blob(560_000, 8_520_000, 30_000, 30_000)),
}


def project_area(crs: str, shape, target: QgsCoordinateReferenceSystem):
    side = max(shape.bounds[2] - shape.bounds[0], shape.bounds[3] - shape.bounds[1])
    geometry = to_qgis(shapely.segmentize(shape, side / FINE))
    source = QgsCoordinateReferenceSystem(crs)
    if source != target:
        geometry.transform(QgsCoordinateTransform(source, target, QgsProject.instance()))
    return geometry


def geodesic_km2(crs: str, shape) -> float:
    measure = QgsDistanceArea()
    measure.setSourceCrs(lon_lat(), QgsProject.instance().transformContext())
    measure.setEllipsoid("EPSG:7030")
    return measure.measureArea(project_area(crs, shape, lon_lat())) / 1e6


def equal_area_km2(crs: str, shape) -> float:
    centre = to_qgis(shape.centroid)
    source = QgsCoordinateReferenceSystem(crs)
    centre.transform(QgsCoordinateTransform(source, lon_lat(), QgsProject.instance()))
    at: QgsPointXY = centre.asPoint()
    laea = QgsCoordinateReferenceSystem()
    laea.createFromProj(f"+proj=laea +lat_0={at.y()} +lon_0={at.x()} +ellps=WGS84 +units=m +no_defs")
    assert laea.isValid()
    return to_shapely(project_area(crs, shape, laea)).area / 1e6


@pytest.mark.parametrize("name", ZONES)
def test_measures_agree(qgis_app, name):
    crs, shape = ZONES[name]
    context = QgsProject.instance().transformContext()
    zone = zone_from_geometry(to_qgis(shape), QgsCoordinateReferenceSystem(crs), context)
    ours = area_km2(zone)
    assert ours == pytest.approx(geodesic_km2(crs, shape), rel=1e-6)
    assert ours == pytest.approx(equal_area_km2(crs, shape), rel=1e-6)


def test_across_the_antimeridian(qgis_app):
    """UTM zone 1S holds 180°: the zone is split, and its halves measure what the whole does."""
    crs, shape = "EPSG:32701", blob(150_000, 8_000_000, 90_000, 60_000)
    context = QgsProject.instance().transformContext()
    zone = zone_from_geometry(to_qgis(shape), QgsCoordinateReferenceSystem(crs), context)
    assert isinstance(zone, MultiPolygon)
    assert zone.bounds[0] == pytest.approx(-180) and zone.bounds[2] == pytest.approx(180)
    assert area_km2(zone) == pytest.approx(equal_area_km2(crs, shape), rel=1e-6)
    assert area_km2(zone) == pytest.approx(geodesic_km2(crs, shape), rel=1e-6)
