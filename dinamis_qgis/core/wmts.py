# SPDX-License-Identifier: GPL-2.0-or-later
"""What a WMTS 1.0.0 service's capabilities say of some of its layers.

They are long (megabytes, hundreds of layers): read as a stream, in a task. Qt's reader fetches nothing; a document
type, and so any entity, is refused.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QXmlStreamReader

from ..domain.backdrops import TileSource
from ..domain.errors import WEB_PAGE, InvalidAnswer
from ..domain.web import Feedback

_Token = QXmlStreamReader.TokenType
_SCALE_0 = 559_082_264.028_717_8  # denominator of the level that shows the world in one tile of 256 pixels
_CORNER = 20_037_508.342_789_24  # metres from the origin of Web Mercator to the edge of its square
_MOST_TEXT = 2000  # characters of a name or a title
# PyQt's reader gives Python's lock up and takes it back so often that the main thread never gets it meanwhile.
_AT_A_STRETCH, _BREATH = 50, 0.001  # layers (2 ms), seconds
_PLAIN = re.compile(r"[\w.:-]*", re.ASCII)  # what may stand in an address as it is
_FORMATS = ("image/png", "image/jpeg")


@dataclass
class _Layer:
    identifier: str = ""
    title: str = ""
    style: str = ""
    formats: list[str] = field(default_factory=list)
    links: dict[str, list[str]] = field(default_factory=dict)  # matrix set -> the levels that have tiles; none: all


def tile_sources(
    capabilities: bytes, url: str, wanted: Callable[[str], bool], feedback: Feedback
) -> tuple[TileSource, ...]:
    """The layers whose identifier is ``wanted``, whose tiles are those of Web Mercator and whose names can stand in an
    address as they are. ``url`` is for errors.

    Raises :class:`InvalidAnswer`.
    """
    if capabilities.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
        raise InvalidAnswer(url, WEB_PAGE)
    reader = QXmlStreamReader(capabilities)
    layers: list[_Layer] = []
    levels: dict[str, set[int]] = {}
    while not reader.atEnd() and not reader.isStartElement():
        if reader.readNext() == _Token.DTD:
            raise InvalidAnswer(url, "a document type in XML is refused")
    if reader.name() != "Capabilities":
        raise InvalidAnswer(url, f"not the capabilities of a WMTS: {reader.name() or reader.errorString()}")
    for tag in _children(reader):
        if tag != "Contents":
            reader.skipCurrentElement()
            continue
        for number, inner in enumerate(_children(reader)):
            if number % _AT_A_STRETCH == 0:
                time.sleep(_BREATH)
            if feedback.isCanceled():
                return ()
            if inner == "Layer":
                layers.append(_layer(reader, wanted))
            elif inner == "TileMatrixSet":
                name, its_levels = _matrix_set(reader)
                levels[name] = its_levels
            else:
                reader.skipCurrentElement()
    if reader.hasError():
        raise InvalidAnswer(url, f"XML, line {reader.lineNumber()}: {reader.errorString()}")
    sources = (_source(layer, levels) for layer in layers if wanted(layer.identifier))
    return tuple(source for source in sources if source is not None)


def _layer(reader: QXmlStreamReader, wanted: Callable[[str], bool]) -> _Layer:
    layer = _Layer()
    for tag in _children(reader):
        if layer.identifier and not wanted(layer.identifier):
            reader.skipCurrentElement()
        elif tag == "Identifier":
            layer.identifier = _text(reader)
        elif tag == "Title":
            layer.title = _text(reader)
        elif tag == "Style":
            default = reader.attributes().value("isDefault") == "true"
            for inner in _children(reader):
                name = _text(reader) if inner == "Identifier" else reader.skipCurrentElement() or ""
                if name and (default or not layer.style):
                    layer.style = name
        elif tag == "Format":
            layer.formats.append(_text(reader))
        elif tag == "TileMatrixSetLink":
            name, limited = "", []
            for inner in _children(reader):
                if inner == "TileMatrixSet":
                    name = _text(reader)
                elif inner == "TileMatrixSetLimits":
                    limited = _limits(reader)
                else:
                    reader.skipCurrentElement()
            layer.links[name] = limited
        else:
            reader.skipCurrentElement()
    return layer


def _limits(reader: QXmlStreamReader) -> list[str]:
    found = []
    for _limit in _children(reader):
        for inner in _children(reader):
            if inner == "TileMatrix":
                found.append(_text(reader))
            else:
                reader.skipCurrentElement()
    return found


def _matrix_set(reader: QXmlStreamReader) -> tuple[str, set[int]]:
    """Its name, and which of its levels are those of Web Mercator under the same number."""
    name, crs, levels = "", "", set()
    for tag in _children(reader):
        if tag == "Identifier":
            name = _text(reader)
        elif tag == "SupportedCRS":
            crs = _text(reader)
        elif tag == "TileMatrix":
            said = {inner: _text(reader) for inner in _children(reader)}
            if _is_web_mercator(said):
                levels.add(int(said["Identifier"]))
        else:
            reader.skipCurrentElement()
    return name, levels if crs.rsplit(":", 1)[-1] in ("3857", "900913") else set()


def _is_web_mercator(said: dict[str, str]) -> bool:
    try:
        level, scale = int(said["Identifier"]), float(said["ScaleDenominator"])
        west, north = (float(value) for value in said["TopLeftCorner"].split())
        size = int(said["TileWidth"]), int(said["TileHeight"])
    except (KeyError, ValueError):
        return False
    return (
        0 <= level <= 30
        and size == (256, 256)
        and abs(scale * 2**level / _SCALE_0 - 1) < 1e-6
        and max(abs(west + _CORNER), abs(north - _CORNER)) < 1.0  # IGN's own corner is written in whole metres
    )


def _source(layer: _Layer, levels: dict[str, set[int]]) -> TileSource | None:
    pictures = [kind for kind in _FORMATS if kind in layer.formats]
    for name, limited in layer.links.items():
        numbers = {int(level) for level in limited if level.isascii() and level.isdigit()}
        shown = levels.get(name, set()) & (numbers or levels.get(name, set()))
        plain = all(_PLAIN.fullmatch(word) for word in (layer.identifier, layer.style, name))
        if shown and pictures and plain:
            return TileSource(
                layer.identifier, layer.title, layer.style, pictures[0], name, min(shown), max(shown)
            )  # fmt: skip
    return None


def _children(reader: QXmlStreamReader) -> Iterator[str]:
    """Tags of the current element's children; each must be read to its end before the next."""
    while reader.readNextStartElement():
        yield str(reader.name())


def _text(reader: QXmlStreamReader) -> str:
    behaviour = QXmlStreamReader.ReadElementTextBehaviour.SkipChildElements
    return str(reader.readElementText(behaviour)).strip()[:_MOST_TEXT]
