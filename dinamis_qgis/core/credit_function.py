# SPDX-License-Identifier: GPL-2.0-or-later
"""``dinamis_credit()`` in QGIS's expressions: labels of layouts, titles and copyright decorations.

QGIS calls it while it draws: it never raises, and reads the project on the main thread only. The decorations of a map
that is exported as a picture are drawn in another thread: what was said last of the map on the screen is said again.
"""

from __future__ import annotations

import logging
from typing import Any

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionFunction,
    QgsExpressionNodeFunction,
    QgsLayout,
    QgsMapLayer,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QThread

from ..translation import tr
from .map_credits import credits_of, layers_in_sight, layers_of_map, maps_of

NAME = "dinamis_credit"
_log = logging.getLogger(__name__)


class CreditFunction(QgsExpressionFunction):
    """Keep a reference as long as it is registered: QGIS does not own it."""

    def __init__(self) -> None:
        parameters = [QgsExpressionFunction.Parameter("map", True)]
        super().__init__(NAME, parameters, "DINAMIS", _help(), False, True, False)
        self._said: str | None = None  # of the project's map

    def register(self) -> None:
        QgsExpression.registerFunction(self)

    def unregister(self) -> None:
        QgsExpression.unregisterFunction(NAME)

    def func(
        self,
        values: list[Any],
        context: QgsExpressionContext | None,
        parent: QgsExpression,
        _node: QgsExpressionNodeFunction | None,
    ) -> str | None:
        try:
            wanted = values[0] if values and isinstance(values[0], str) else ""
            if QThread.currentThread() is not QCoreApplication.instance().thread():
                return self._said_again(wanted)
            layout = _layout(context)
            said = credits_of(_shown(wanted, layout))
            if layout is None:
                self._said = said
            return said
        except ValueError as problem:
            parent.setEvalErrorString(f"{NAME}: {problem}")
        except Exception as problem:  # noqa: BLE001 - raised here, whatever it is kills QGIS
            _log.exception("%s", NAME)
            parent.setEvalErrorString(f"{NAME}: {type(problem).__name__}")
        return None

    def _said_again(self, wanted: str) -> str:
        if wanted or self._said is None:
            raise ValueError(tr("it serves in layouts, titles and decorations, not in the map's own labels"))
        return self._said

    def isStatic(self, _node: object, _parent: object, _context: object) -> bool:
        """The layers change under it."""
        return False

    def usesGeometry(self, _node: object) -> bool:
        return False

    def referencedColumns(self, _node: object) -> set[str]:
        return set()


def _shown(wanted: str, layout: QgsLayout | None) -> list[QgsMapLayer]:
    """Of the map item whose id is ``wanted``; "" for all the maps of the layout, else for the project's own map. Raises
    ``ValueError`` when there is no such map."""
    maps = maps_of(layout) if layout is not None else []
    if wanted:
        maps = [item for item in maps if item.id() == wanted]
        if not maps:
            raise ValueError(tr("no map item has the id “{}”").format(wanted))
    if not maps:
        return layers_in_sight(QgsProject.instance())
    return [layer for item in maps for layer in layers_of_map(item)]


def _layout(context: QgsExpressionContext | None) -> QgsLayout | None:
    name = context.variable("layout_name") if context is not None else None
    return QgsProject.instance().layoutManager().layoutByName(name) if isinstance(name, str) and name else None


def _help() -> str:
    lines = (
        tr("The credit lines of the DINAMIS images in sight, each once with all its years."),
        tr("In a layout: of all its maps, or of the map item whose id is given. Elsewhere: of the project's map."),
        tr("Images: quicklooks, products, mosaics, yearly backdrops. Footprints show no pixel: they are not counted."),
    )
    examples = (f"{NAME}()", f"{NAME}('map')")
    words = "".join(f"<p>{line}</p>" for line in lines)
    return words + "<ul>" + "".join(f"<li><code>{example}</code></li>" for example in examples) + "</ul>"
