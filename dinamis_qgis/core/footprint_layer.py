# SPDX-License-Identifier: GPL-2.0-or-later
"""The vector layer of a search's footprints: an outline by mission, the mission's name and the date
when close enough, dates ready for the Temporal Controller."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFillSymbol,
    QgsLayerMetadata,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsVectorLayerTemporalProperties,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QColor

from ..translation import tr
from .footprints import GEOMETRY, footprint_fields
from .geometry import LON_LAT, lon_lat
from .numbers import locale
from .story import story_of
from .words import mission_name

# Okabe and Ito's palette, distinguishable whatever one's colour vision; the satellites of a family are near hues.
_COLOURS = {
    "PHR1A": "#0072b2",
    "PHR1B": "#56b4e9",
    "SPOT6": "#d55e00",
    "SPOT7": "#e69f00",
    "PNEO3": "#009e73",
    "PNEO4": "#cc79a7",
}
_OTHER = "#5a5a5a"
# Map tips are HTML: what a catalogue says is escaped. Without one QGIS shows the display expression, as HTML too. With
# eval(), whoever opens the project without the plugin reads the title.
MAP_TIP = (
    """[% coalesce(eval('dinamis_tip()'), replace(coalesce("title", "scene_id"), map('&', '&amp;', '<', '&lt;'))) %]"""
)
_LABELS_FROM = 400_000  # scale denominator; farther away the names of a common search cover one another


def new_footprint_layer(name: str) -> QgsVectorLayer:
    """An empty layer in memory. It is read-only: it says what the catalogues answered, and an export can be edited.

    Its dates are in its temporal properties, which are not active: images must not vanish by surprise.
    """
    layer = QgsVectorLayer(f"{QgsWkbTypes.displayString(GEOMETRY)}?crs={LON_LAT}", name, "memory")
    layer.dataProvider().addAttributes(footprint_fields())
    layer.updateFields()
    layer.setReadOnly(True)
    layer.setCustomProperty("skipMemoryLayersCheck", 1)  # a search can be made again: QGIS need not warn on closing
    layer.setDisplayExpression('"scene_id"')
    layer.setMapTipTemplate(MAP_TIP)
    temporal = layer.temporalProperties()
    temporal.setMode(QgsVectorLayerTemporalProperties.TemporalMode.FeatureDateTimeInstantFromField)
    temporal.setStartField("acquired")
    temporal.setIsActive(False)
    style_footprints(layer, ())
    describe_footprints(layer, ())
    return layer


def describe_footprints(layer: QgsVectorLayer, credits: Iterable[str]) -> None:
    """The layer's own story, for whoever finds it later; ``credits`` are the scenes' credit lines."""
    lines = sorted({line for line in credits if line})
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    metadata.setTitle(layer.name())
    metadata.setAbstract(tr("Footprints of satellite images found by a search in the DINAMIS panel; dates are UTC."))
    metadata.setCrs(lon_lat())
    metadata.setRights(lines)
    layer.setMetadata(metadata)
    story_of(layer).setAttribution("; ".join(lines))


def mission_colour(mission: str) -> QColor:
    return QColor(_COLOURS.get(mission.upper(), _OTHER))


def style_footprints(layer: QgsVectorLayer, missions: Iterable[str]) -> None:
    """A category for each of ``missions`` (codes, "" for unknown), in the order of their names."""
    missions = set(missions)
    known = sorted(missions - {""}, key=mission_name)
    categories = [QgsRendererCategory(code, _symbol(mission_colour(code)), mission_name(code)) for code in known]
    if "" in missions:
        categories.append(QgsRendererCategory("", _symbol(QColor(_OTHER)), mission_name("")))
    layer.setRenderer(QgsCategorizedSymbolRenderer("mission", categories))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels(known)))
    layer.setLabelsEnabled(True)


def _symbol(colour: QColor) -> QgsFillSymbol:
    """Outlines alone: often all images of a search lie one upon another, and QGIS paints what is selected opaque, which
    would hide the quicklook. The white casing keeps them readable on any picture."""
    casing, line = QgsSimpleLineSymbolLayer(QColor(255, 255, 255, 150), 1.0), QgsSimpleLineSymbolLayer(colour, 0.5)
    for part in (casing, line):
        part.setPenJoinStyle(Qt.PenJoinStyle.MiterJoin)
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, casing)
    symbol.appendSymbolLayer(line)
    return symbol


def _labels(missions: list[str]) -> QgsPalLayerSettings:
    quoted = QgsExpression.quotedString
    names = ",".join(f"{quoted(code)},{quoted(mission_name(code))}" for code in missions)
    mission = f'coalesce(map_get(map({names}), "mission"), {quoted(mission_name(""))})'
    day = "format_date(\"acquired\", 'd MMM yyyy')"
    if locale().language() == QLocale.Language.French:
        day = f"regexp_replace({day}, '^1 ', '1er ')"
    date = f"coalesce({day}, {quoted(tr('date unknown'))})"
    labels = QgsPalLayerSettings()
    labels.fieldName = f"{mission} || '\\n' || {date}"
    labels.isExpression = True
    # At the middle of what is visible. « Horizontal » tries so many places that a map within 34 footprints took 48 s.
    labels.placement = QgsPalLayerSettings.Placement.OverPoint
    labels.scaleVisibility = True
    labels.minimumScale = _LABELS_FROM
    labels.maximumScale = 0
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    text = QgsTextFormat()
    text.setSize(8)
    text.setColor(QColor("#202020"))
    text.setBuffer(halo)
    labels.setFormat(text)
    return labels
