# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's own table of styles in a GeoPackage, written as QGIS writes it. On any thread."""

from __future__ import annotations

from collections.abc import Mapping

from osgeo import gdal, ogr

from ..domain.register_errors import RegisterUnreachable
from .register_place import Place
from .register_tables import REQUESTS
from .vsi import quiet_gdal

STYLE = "DINAMIS"
_TABLE = "layer_styles"
_COLUMNS = {
    "f_table_catalog": 256, "f_table_schema": 256, "f_table_name": 256, "f_geometry_column": 256, "styleName": 30,
    "styleQML": 0, "styleSLD": 0, "description": 0, "owner": 30, "ui": 30,
}  # fmt: skip


def keep_styles(place: Place, styles: Mapping[str, tuple[str, str]]) -> None:
    """By table: description and QML. A table that has a style keeps it. Raises :class:`RegisterUnreachable`."""
    with quiet_gdal():
        dataset = gdal.OpenEx(place.path, gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
        if dataset is None:
            raise RegisterUnreachable(place.title, gdal.GetLastErrorMsg())
        layer = dataset.GetLayerByName(_TABLE)
        layer = _made(dataset) if layer is None else layer
        there = {feature.GetField("f_table_name") for feature in layer}
        for table, (description, qml) in styles.items():
            if table not in there:
                _add(layer, table, description, qml)
        dataset.FlushCache()
        del layer, dataset  # closes the file


def _made(dataset: gdal.Dataset) -> ogr.Layer:
    layer = dataset.CreateLayer(_TABLE, None, ogr.wkbNone, ["FID=id"])
    for name, width in _COLUMNS.items():
        field = ogr.FieldDefn(name, ogr.OFTString)
        field.SetWidth(width)
        layer.CreateField(field)
    default = ogr.FieldDefn("useAsDefault", ogr.OFTInteger)
    default.SetSubType(ogr.OFSTBoolean)
    layer.CreateField(default)
    moment = ogr.FieldDefn("update_time", ogr.OFTDateTime)
    moment.SetDefault("CURRENT_TIMESTAMP")
    layer.CreateField(moment)
    return layer


def _add(layer: ogr.Layer, table: str, description: str, qml: str) -> None:
    feature = ogr.Feature(layer.GetLayerDefn())
    for name in ("f_table_catalog", "f_table_schema", "styleSLD", "owner", "ui"):
        feature.SetField(name, "")
    feature.SetField("f_table_name", table)
    feature.SetField("f_geometry_column", "geom" if table == REQUESTS else "")
    feature.SetField("styleName", STYLE)
    feature.SetField("styleQML", qml)
    feature.SetField("description", description)
    feature.SetField("useAsDefault", 1)
    layer.CreateFeature(feature)
