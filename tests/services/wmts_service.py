# SPDX-License-Identifier: GPL-2.0-or-later
"""A WMTS in the manner of IGN's Géoplateforme: capabilities by KVP, and tiles of one colour a layer."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from qgis.PyQt.QtCore import QBuffer, QIODevice
from qgis.PyQt.QtGui import QColor, QImage

from tests.services.http_service import Answer, Asked

SCALE_0, CORNER = 559082264.0287178, 20037508.3427892
SPOT, PLEIADES = "ORTHOIMAGERY.ORTHO-SAT.SPOT", "ORTHOIMAGERY.ORTHO-SAT.PLEIADES"
LAYERS = {
    f"{SPOT}.2023": "#c00000",
    f"{SPOT}.2024": "#0000c0",
    f"{SPOT}.2013": "#808000",
    f"{PLEIADES}.2024": "#00c000",
    f"{PLEIADES}.MAYOTTE.2024-06": "#c0c000",
    f"{PLEIADES}.MAYOTTE.2025-06": "#00c0c0",
    "ORTHOIMAGERY.ORTHO-SAT.RAPIDEYE.2010": "#c000c0",
    "ORTHOIMAGERY.ORTHOPHOTOS": "#ffffff",
    "GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2": "#ffffff",
}


def matrix_set(name: str, levels: range, crs: str = "EPSG:3857", scale: float = SCALE_0) -> str:
    matrices = "".join(
        f"<TileMatrix><ows:Identifier>{level}</ows:Identifier><ScaleDenominator>{scale / 2**level!r}</ScaleDenominator>"
        f"<TopLeftCorner>-{CORNER} {CORNER}</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight>"
        f"<MatrixWidth>{2**level}</MatrixWidth><MatrixHeight>{2**level}</MatrixHeight></TileMatrix>"
        for level in levels
    )
    return (
        f"<TileMatrixSet><ows:Identifier>{name}</ows:Identifier><ows:SupportedCRS>{crs}</ows:SupportedCRS>"
        f"{matrices}</TileMatrixSet>"
    )


def layer(identifier: str, matrices: str = "PM_0_17", levels: range = range(18), format: str = "image/jpeg") -> str:
    limits = "".join(
        f"<TileMatrixLimits><TileMatrix>{level}</TileMatrix><MinTileRow>0</MinTileRow><MaxTileRow>9</MaxTileRow>"
        "<MinTileCol>0</MinTileCol><MaxTileCol>9</MaxTileCol></TileMatrixLimits>"
        for level in levels
    )
    return (
        f"<Layer><ows:Title>Title of {escape(identifier)}</ows:Title><ows:Abstract>…</ows:Abstract>"
        "<ows:WGS84BoundingBox><ows:LowerCorner>-180 -85</ows:LowerCorner><ows:UpperCorner>180 85</ows:UpperCorner>"
        f"</ows:WGS84BoundingBox><ows:Identifier>{escape(identifier)}</ows:Identifier>"
        '<Style isDefault="true"><ows:Title>Normal</ows:Title><ows:Identifier>normal</ows:Identifier></Style>'
        f"<Format>{format}</Format><TileMatrixSetLink><TileMatrixSet>{matrices}</TileMatrixSet>"
        f"<TileMatrixSetLimits>{limits}</TileMatrixSetLimits></TileMatrixSetLink></Layer>"
    )


def capabilities(*contents: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><Capabilities xmlns="http://www.opengis.net/wmts/1.0" '
        'xmlns:ows="http://www.opengis.net/ows/1.1" version="1.0.0"><ows:ServiceIdentification><ows:Title>Géoplateforme'
        f"</ows:Title></ows:ServiceIdentification><Contents>{''.join(contents)}</Contents></Capabilities>"
    ).encode()


def usual_capabilities(*more: str) -> bytes:
    sets = matrix_set("PM_0_17", range(18)), matrix_set("PM", range(22))
    return capabilities(*(layer(name, format="image/png") for name in LAYERS), *more, *sets)


@dataclass
class WmtsService:
    capabilities: bytes = field(default_factory=usual_capabilities)
    colours: dict[str, str] = field(default_factory=lambda: dict(LAYERS))
    failure: Answer | None = None
    latency: float = 0.0
    tiles: set = field(default_factory=set)  # (layer, level, row, column)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, asked: Asked) -> Answer:
        said = {name.lower(): value for name, value in asked.query.items()}
        if self.failure is not None:
            return self.failure
        if said.get("request") == "GetCapabilities":
            return Answer(self.capabilities, headers={"Content-Type": "text/xml"}, delay=self.latency)
        name = said.get("layer", "")
        wanted = {"service": "WMTS", "version": "1.0.0", "style": "normal", "format": "image/png"}
        if name not in self.colours or any(said.get(key) != value for key, value in wanted.items()):
            return Answer(b"<ExceptionReport/>", 400)
        with self._lock:
            self.tiles.add((name, int(said["tilematrix"]), int(said["tilerow"]), int(said["tilecol"])))
        return Answer(_png(self.colours[name]), headers={"Content-Type": "image/png"}, delay=self.latency)


def _png(colour: str) -> bytes:
    image = QImage(256, 256, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())
