# SPDX-License-Identifier: GPL-2.0-or-later
"""A small tree out of an XML document, for documents that come from elsewhere.

Qt's stream reader fetches nothing; here a document type (and so any entity) is refused, and size and depth are bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QXmlStreamReader

from ..domain.errors import InvalidProduct

MAX_BYTES = 32 * 1024 * 1024
_MAX_DEPTH = 64
_MAX_ELEMENTS = 200_000

_Token = QXmlStreamReader.TokenType


@dataclass
class Element:
    """``tag`` and attribute names have no namespace prefix; ``text`` is stripped, without that of the children."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, path: str) -> list[Element]:
        """Descendants by ``A/B/C``, relative to this element."""
        found = [self]
        for tag in path.split("/"):
            found = [child for element in found for child in element.children if child.tag == tag]
        return found

    def first(self, path: str) -> Element | None:
        found = self.all(path)
        return found[0] if found else None

    def text_of(self, path: str) -> str:
        """Text of the first match, else ``""``."""
        found = self.first(path)
        return found.text if found is not None else ""

    def walk(self, tag: str) -> Iterator[Element]:
        """Every descendant of that tag, in document order."""
        waiting = list(reversed(self.children))
        while waiting:
            element = waiting.pop()
            if element.tag == tag:
                yield element
            waiting.extend(reversed(element.children))


def parse_xml(data: bytes, path: str) -> Element:
    """The document's root. Raises :class:`InvalidProduct` (``path`` is only named there)."""
    if len(data) > MAX_BYTES:
        raise InvalidProduct(path, f"more than {MAX_BYTES} bytes of XML")
    reader = QXmlStreamReader(data)
    root: Element | None = None
    open_elements: list[Element] = []
    count = 0
    while not reader.atEnd():
        token = reader.readNext()
        if token == _Token.StartElement:
            count += 1
            if len(open_elements) >= _MAX_DEPTH or count > _MAX_ELEMENTS:
                raise InvalidProduct(path, "XML nested too deep or too long")
            attributes = {str(item.name()): str(item.value()) for item in _attributes(reader)}
            element = Element(str(reader.name()), attributes)
            if open_elements:
                open_elements[-1].children.append(element)
            else:
                root = element
            open_elements.append(element)
        elif token == _Token.EndElement:
            element = open_elements.pop()
            element.text = element.text.strip()
        elif token == _Token.Characters and open_elements:
            open_elements[-1].text += str(reader.text())
        elif token in (_Token.DTD, _Token.EntityReference):
            raise InvalidProduct(path, "a document type or entity in XML is refused")
    if reader.hasError() or root is None:
        raise InvalidProduct(path, f"XML, line {reader.lineNumber()}: {reader.errorString() or 'empty'}")
    return root


def _attributes(reader: QXmlStreamReader):
    attributes = reader.attributes()
    return [attributes.at(index) for index in range(attributes.count())]
