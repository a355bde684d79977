# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenes as one typed, styled, time-aware vector layer. The fields are public: their names and order do not change."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from qgis.core import NULL, QgsFeature, QgsField, QgsFields, QgsWkbTypes
from qgis.PyQt.QtCore import QDateTime, Qt

from ..domain.public_url import public_url
from ..domain.scene import Asset, Scene
from .field_types import NUMBER as _NUMBER
from .field_types import TEXT as _TEXT
from .field_types import TIME as _TIME
from .geometry import to_qgis, to_shapely

GEOMETRY = QgsWkbTypes.Type.MultiPolygon

FIELDS = (
    ("scene_id", _TEXT),
    ("catalogue", _TEXT),
    ("collection", _TEXT),
    ("title", _TEXT),
    ("mission", _TEXT),
    ("acquired", _TIME),
    ("gsd", _NUMBER),
    ("spectral_mode", _TEXT),
    ("acquisition_mode", _TEXT),
    ("level", _TEXT),
    ("cloud_cover", _NUMBER),
    ("incidence", _NUMBER),
    ("off_nadir", _NUMBER),
    ("sun_elevation", _NUMBER),
    ("aoi_coverage", _NUMBER),
    ("quicklook", _TEXT),
    ("self_url", _TEXT),
    ("licence", _TEXT),
    ("credit", _TEXT),
)


def footprint_fields() -> QgsFields:
    fields = QgsFields()
    for name, kind in FIELDS:
        fields.append(QgsField(name, kind))
    return fields


def footprint_feature(scene: Scene, fields: QgsFields, aoi_coverage: float | None = None) -> QgsFeature:
    """The scene as a multipolygon in EPSG:4326; unknown values are NULL, and so is a footprint that is no area. No
    address keeps a signature or a key.

    ``aoi_coverage`` is in %.
    """
    feature = QgsFeature(fields)
    picture = scene.quicklook
    values = (
        scene.id, public_url(scene.catalogue), scene.collection, scene.title, scene.mission, _utc(scene), scene.gsd,
        scene.spectral_mode, scene.acquisition_mode, scene.level, scene.cloud_cover, scene.incidence,
        scene.off_nadir, scene.sun_elevation, aoi_coverage, public_url(picture.href) if picture else None,
        public_url(scene.self_url), public_url(scene.licence), scene.credit,
    )  # fmt: skip
    feature.setAttributes([NULL if value is None or value == "" else value for value in values])
    if scene.footprint is not None:
        geometry = to_qgis(scene.footprint)
        if geometry.type() == QgsWkbTypes.GeometryType.PolygonGeometry:
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
    return feature


def footprint_scene(feature: QgsFeature) -> Scene:
    """What the fields of a footprint (in longitude/latitude) tell of its scene; fields may be missing."""
    values: dict[str, Any] = {}
    for name, _ in FIELDS:
        place = feature.fields().lookupField(name)
        value = feature.attribute(place) if place >= 0 else None
        if value is not None and value != NULL and value != "":
            values[name] = value
    picture = values.pop("quicklook", "")
    values.pop("aoi_coverage", None)
    scene_id, acquired = str(values.pop("scene_id", "")), values.pop("acquired", None)
    return Scene(
        scene_id,
        str(values.pop("catalogue", "")),
        acquired=acquired_utc(acquired) if isinstance(acquired, QDateTime) else None,
        footprint=to_shapely(feature.geometry()) if feature.hasGeometry() else None,
        assets=(Asset("quicklook", picture, roles=("overview",)),) if picture else (),
        **values,
    )


def acquired_utc(moment: QDateTime) -> datetime:
    """The field ``acquired`` holds UTC. QGIS 3.22 reads it from a GeoPackage as if it were local time."""
    if moment.timeSpec() == Qt.TimeSpec.LocalTime:
        moment = QDateTime(moment.date(), moment.time(), Qt.TimeSpec.UTC)
    return datetime.fromtimestamp(moment.toMSecsSinceEpoch() / 1000.0, timezone.utc)


def _utc(scene: Scene) -> QDateTime | None:
    if scene.acquired is None:
        return None
    return QDateTime.fromMSecsSinceEpoch(round(scene.acquired.timestamp() * 1000), Qt.TimeSpec.UTC)
