# SPDX-License-Identifier: GPL-2.0-or-later
"""How the register's tables look in plain QGIS: names, value lists, forms, and states as colours on the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsCategorizedSymbolRenderer,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFillSymbol,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ..domain.register import ATTACHED
from ..domain.request import STATES
from ..domain.request_options import GEOMETRIES, RADIOMETRIES, SPECTRAL_PRODUCTS, STEREO_MODES
from ..domain.tariffs import ACQUISITIONS, CATEGORIES
from ..translation import tr
from .estimate_words import acquisition_name, category_name
from .register_tables import ATTACHMENTS, HISTORY, REQUESTS, TABLES
from .request_names import geometry_name, radiometry_name, spectral_name, stereo_name
from .request_states import OTHER_COLOUR, STATE_COLOURS, state_name

_OWN = ("uuid", "version", "modified", "author")
_SEVERAL_LINES = ("purpose", "constraints", "feedback", "note", "archive_ids")
_DAYS = ("start_day", "end_day", "estimate_day", "day")
_CALENDAR = {
    "display_format": "dd/MM/yyyy",
    "field_format": "yyyy-MM-dd",
    "calendar_popup": True,
    "allow_null": True,
}
# Text of others is no HTML: QGIS would fetch its pictures.
_MAP_TIP = """[% replace(coalesce("title", ''), map('&', '&amp;', '<', '&lt;')) %]"""
_DEFAULTS = {
    "uuid": "replace(uuid('WithoutBraces'), '-', '')",
    "sensor": "'pleiades'", "category": "'public'", "acquisition": "'archive'", "stereo": "'mono'",
    "spectral": "'PMS4'", "product_geometry": "'ortho'", "radiometry": "'reflectance'", "dates": "1",
    "state": "'draft'",
}  # fmt: skip


def table_title(table: str) -> str:
    return {
        REQUESTS: tr("Imagery requests"),
        HISTORY: tr("History of requests"),
        ATTACHMENTS: tr("Attachments of requests"),
    }[table]


def looks(sensors: dict[str, str]) -> dict[str, str]:
    """The QML of each table. On the main thread: a layer reads the project as it is made."""
    made = {}
    for table in (REQUESTS, HISTORY, ATTACHMENTS):
        columns = "&".join(f"field={name}:string" for name in ("fid", *TABLES[table]))
        shape = "MultiPolygon?crs=EPSG:4326&" if table == REQUESTS else "NoGeometry?"
        layer, document = QgsVectorLayer(shape + columns, table, "memory"), QDomDocument()
        dress(layer, table, sensors)
        layer.exportNamedStyle(document)
        made[table] = document.toString()
    return made


def dress(layer: QgsVectorLayer, table: str, sensors: dict[str, str]) -> None:
    """``sensors``: their names by id."""
    names, lists = _names(), _value_lists(sensors)
    for index, field in enumerate(layer.fields()):
        name = field.name()
        layer.setFieldAlias(index, names.get(name, ""))
        if name in lists:
            kind, config = "ValueMap", {"map": [{label: one} for one, label in lists[name].items()]}
        elif name in _DAYS:
            config = {
                "display_format": "dd/MM/yyyy",
                "field_format": "yyyy-MM-dd",
                "calendar_popup": True,
                "allow_null": True,
            }
            kind = "DateTime"
        elif name in ("fid", *_OWN, "request"):
            kind, config = "Hidden", {}
        else:
            kind, config = "TextEdit", {"IsMultiline": name in _SEVERAL_LINES, "UseHtml": False}
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup(kind, config))
        if table == REQUESTS and name in _DEFAULTS:
            layer.setDefaultValueDefinition(index, QgsDefaultValue(_DEFAULTS[name]))
    if table == REQUESTS:
        layer.setDisplayExpression('"title"')
        layer.setMapTipTemplate(_MAP_TIP)
        layer.setRenderer(_states())
        layer.setEditFormConfig(_form(layer))


def _value_lists(sensors: dict[str, str]) -> dict[str, dict[str, str]]:
    return {
        "sensor": sensors,
        "category": _named(CATEGORIES, category_name),
        "acquisition": _named(ACQUISITIONS, acquisition_name),
        "stereo": _named(STEREO_MODES, stereo_name),
        "spectral": _named(SPECTRAL_PRODUCTS, spectral_name),
        "product_geometry": _named(GEOMETRIES, geometry_name),
        "radiometry": _named(RADIOMETRIES, radiometry_name),
        "state": _named(STATES, state_name),
        "kind": dict(zip(ATTACHED, (tr("Image"), tr("Product")))),
    }


def _named(ids: Sequence[str], name: Callable[[str], str]) -> dict[str, str]:
    return {one: name(one) for one in ids}


def _names() -> dict[str, str]:
    return {
        "title": tr("Title"), "purpose": tr("Need"), "sensor": tr("Sensor"), "category": tr("Category of user"),
        "acquisition": tr("Image"), "archive_ids": tr("Archive images"), "start_day": tr("First day of the period"),
        "end_day": tr("Last day of the period"), "max_cloud": tr("Clouds, at most (%)"),
        "max_incidence": tr("Incidence, at most (°)"), "stereo": tr("Viewing"), "spectral": tr("Spectral"),
        "product_geometry": tr("Geometry"), "radiometry": tr("Radiometry"), "projection": tr("Projection"),
        "dates": tr("Number of dates"), "constraints": tr("Constraints"), "requester": tr("Requester"),
        "email": tr("E-mail"), "organisation": tr("Organisation"), "correspondent": tr("DINAMIS correspondent"),
        "contractor": tr("Contractor"), "state": tr("State"), "reference": tr("DINAMIS reference"),
        "feedback": tr("Feedback on use"), "note": tr("Internal note"), "estimate_day": tr("Day of the estimate"),
        "tariff": tr("Tariff"), "aoi_km2": tr("Zone (km²)"), "order_km2": tr("To order (km²)"),
        "quota_km2": tr("Free quota (km²)"), "billable_km2": tr("Beyond the quota (km²)"), "credits": tr("Credits"),
        "cost_eur": tr("Estimated cost (EUR)"), "day": tr("Day"), "number": tr("Number"), "kind": tr("Kind"),
        "name": tr("Name"), "address": tr("Address"),
    }  # fmt: skip


def _states() -> QgsCategorizedSymbolRenderer:
    categories = [QgsRendererCategory(one, _symbol(STATE_COLOURS[one]), state_name(one)) for one in STATES]
    categories.append(QgsRendererCategory("", _symbol(OTHER_COLOUR), tr("Other states")))
    return QgsCategorizedSymbolRenderer("state", categories)


def _symbol(colour: str) -> QgsFillSymbol:
    fill = QColor(colour)
    fill.setAlpha(70)
    line, inside = ",".join(map(str, QColor(colour).getRgb())), ",".join(map(str, fill.getRgb()))
    return QgsFillSymbol.createSimple({"color": inside, "outline_color": line, "outline_width": "0.6"})


def _form(layer: QgsVectorLayer) -> QgsEditFormConfig:
    """Tabs, as the panel folds them."""
    config = layer.editFormConfig()
    config.clearTabs()
    config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    root = config.invisibleRootContainer()
    for title, columns in (
        (tr("Imagery request"), ("title", "purpose", "sensor", "acquisition", "archive_ids", "start_day", "end_day",
                         "max_cloud", "max_incidence", "constraints", "dates")),
        (tr("Product"), ("stereo", "spectral", "product_geometry", "radiometry", "projection")),
        (tr("Requester"), ("category", "organisation", "requester", "email", "correspondent", "contractor")),
        (tr("Estimate"), ("aoi_km2", "order_km2", "quota_km2", "billable_km2", "credits", "cost_eur", "tariff",
                          "estimate_day")),
        (tr("Follow-up"), ("state", "reference", "note", "feedback")),
    ):  # fmt: skip
        tab = QgsAttributeEditorContainer(title, root)
        if hasattr(tab, "setType"):  # since QGIS 3.32
            tab.setType(Qgis.AttributeEditorContainerType.Tab)
        else:
            tab.setIsGroupBox(False)
        for name in columns:
            tab.addChildElement(QgsAttributeEditorField(name, layer.fields().indexOf(name), tab))
        config.addTab(tab)
    return config
