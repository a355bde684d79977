# SPDX-License-Identifier: GPL-2.0-or-later
"""``dinamis_tip()``: the map tip of a footprint, with its picture. What a catalogue wrote is text in it, and a picture
is shown from this machine only: a tip asks no network.

QGIS calls it while the mouse rests: it never raises.
"""

from __future__ import annotations

import html
import logging
from pathlib import Path
from typing import Any

from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionFunction
from qgis.PyQt.QtCore import QUrl

from ..translation import tr

NAME = "dinamis_tip"
_SUFFIXES = (".png", ".jpg", ".jpeg")
_log = logging.getLogger(__name__)


class TipFunction(QgsExpressionFunction):
    """Keep a reference as long as it is registered: QGIS does not own it."""

    def __init__(self) -> None:
        super().__init__(NAME, [], "DINAMIS", tr("The map tip of a footprint, with its picture, as HTML."))

    def register(self) -> None:
        QgsExpression.registerFunction(self)

    def unregister(self) -> None:
        QgsExpression.unregisterFunction(NAME)

    def func(
        self, _values: list[Any], context: QgsExpressionContext | None, _parent: QgsExpression, _node: object
    ) -> str | None:
        try:
            return None if context is None or not context.hasFeature() else _tip(context.feature())
        except Exception:  # noqa: BLE001 - raised here, whatever it is kills QGIS
            _log.exception("%s", NAME)
            return None

    def isStatic(self, _node: object, _parent: object, _context: object) -> bool:
        """A picture may come meanwhile."""
        return False

    def usesGeometry(self, _node: object) -> bool:
        return False

    def referencedColumns(self, _node: object) -> set[str]:
        return {"*"}


def _tip(feature: Any) -> str:
    from .footprints import footprint_scene
    from .numbers import format_number, format_percent
    from .words import scene_name

    feature.clearGeometry()
    scene = footprint_scene(feature)
    facts = (
        tr("{} m").format(format_number(scene.gsd, 2)) if scene.gsd is not None else "",
        tr("clouds {}").format(format_percent(scene.cloud_cover)) if scene.cloud_cover is not None else "",
        tr("incidence {}°").format(format_number(scene.incidence, 0)) if scene.incidence is not None else "",
    )
    title = scene.title or scene.id
    lines = [
        f"<b>{html.escape(scene_name(scene))}</b>",
        html.escape(title),
        html.escape(" · ".join(filter(None, facts))),
    ]
    picture = _picture(scene)
    shown = [f'<img height="150" src="{html.escape(QUrl.fromLocalFile(str(picture)).toString())}"/>'] if picture else []
    return "<br/>".join([*shown, *filter(None, lines), *([html.escape(scene.credit)] if scene.credit else [])])


def _is_invented(catalogue: str, place: Path) -> bool:
    """A picture beside the invented scenes that come with the plugin."""
    from .catalogues import configured_rows

    rows = (row for row in configured_rows()[0] if row.id == catalogue and row.synthetic)
    return any(Path(row.url).parent in place.parents for row in rows)


def _picture(scene: Any) -> Path | None:
    """As the list has it: what came of the network is in the cache; of files of this machine, those of the
    demonstration and of the library."""
    from .library_rows import CATALOGUE
    from .thumbnails import cached

    kept = cached(scene.key)
    if kept is not None:
        return kept
    said = scene.quicklook.href if scene.quicklook is not None else ""
    if not said or "://" in said or said.startswith(("//", "\\\\")):
        return None
    place = Path(said)
    ours = scene.catalogue == CATALOGUE or _is_invented(scene.catalogue, place)
    return place if ours and place.suffix.lower() in _SUFFIXES and place.is_file() else None
