# SPDX-License-Identifier: GPL-2.0-or-later
"""A zone in the three formats that order forms take, all in WGS 84, longitude first."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from pathlib import Path

from osgeo import ogr, osr
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QXmlStreamWriter
from shapely.geometry import MultiPolygon, Polygon, mapping

from ..domain.errors import NotWritable
from .geometry import to_qgis

_KML = "http://www.opengis.net/kml/2.2"
_LONGEST = 80  # bytes of a Shapefile's text


def geojson(zone: Polygon | MultiPolygon, title: str, km2: float) -> bytes:
    """RFC 7946: outer rings counter-clockwise."""
    feature = {"type": "Feature", "properties": {"title": title, "area_km2": km2}, "geometry": mapping(zone)}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False).encode()


def kml(zone: Polygon | MultiPolygon, title: str) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    xml = QXmlStreamWriter(buffer)
    xml.writeStartDocument()
    xml.writeStartElement("kml")
    xml.writeDefaultNamespace(_KML)
    xml.writeStartElement("Document")
    xml.writeStartElement("Placemark")
    xml.writeTextElement("name", title)
    xml.writeStartElement("MultiGeometry")
    for polygon in getattr(zone, "geoms", [zone]):
        xml.writeStartElement("Polygon")
        for place, rings in (("outerBoundaryIs", [polygon.exterior]), ("innerBoundaryIs", polygon.interiors)):
            for ring in rings:
                xml.writeStartElement(place)
                xml.writeStartElement("LinearRing")
                xml.writeTextElement("coordinates", " ".join(f"{x!r},{y!r}" for x, y in ring.coords))
                xml.writeEndElement()
                xml.writeEndElement()
        xml.writeEndElement()
    xml.writeEndDocument()
    buffer.close()
    return bytes(content)


def zipped_shapefile(zone: Polygon | MultiPolygon, title: str, km2: float) -> bytes:
    """Outer rings clockwise: the format's own rule, unlike the other two. Raises :class:`NotWritable`."""
    content = io.BytesIO()
    with tempfile.TemporaryDirectory(prefix="dinamis-") as folder:
        _write_shapefile(Path(folder), zone, title, km2)
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in sorted(Path(folder).iterdir()):
                archive.write(part, part.name)
    return content.getvalue()


def _write_shapefile(folder: Path, zone: Polygon | MultiPolygon, title: str, km2: float) -> None:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    dataset = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(folder))
    if dataset is None:
        raise NotWritable(str(folder), "no Shapefile")
    layer = dataset.CreateLayer("zone", crs, ogr.wkbPolygon, ["ENCODING=UTF-8"])
    text = ogr.FieldDefn("title", ogr.OFTString)
    text.SetWidth(_LONGEST)
    area = ogr.FieldDefn("area_km2", ogr.OFTReal)
    area.SetWidth(18)
    area.SetPrecision(6)
    layer.CreateField(text)
    layer.CreateField(area)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField("title", title.encode()[:_LONGEST].decode(errors="ignore"))
    feature.SetField("area_km2", km2)
    feature.SetGeometry(ogr.CreateGeometryFromWkb(bytes(to_qgis(zone).asWkb())))
    if layer.CreateFeature(feature) != ogr.OGRERR_NONE:
        raise NotWritable(str(folder), "no Shapefile")
