# SPDX-License-Identifier: GPL-2.0-or-later
"""« Fiche image » : a print layout of one image on its map, with its facts and the credits of all that the map shows.

The page is ``resources/layouts/image-sheet.qpt``, which QGIS's layout window edits. What an image says of itself comes
to it through variables of the layout: in a label's own text QGIS would evaluate it.
"""

from __future__ import annotations

from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsMapSettings,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtXml import QDomDocument

from ..paths import resource
from ..translation import tr
from .compositions import bare_name
from .map_credits import is_image, layers_in_sight
from .story import story_of

_BREAKABLE = "_\u200b"  # names of products are longer than the column
_MAP = "map"  # id of the map item, which the template's expressions name


def image_in_sight(project: QgsProject, preferred: QgsMapLayer | None) -> QgsMapLayer | None:
    """``preferred`` when it is an image of the panel that is on the map, else the topmost one."""
    images = [layer for layer in layers_in_sight(project) if is_image(layer)]
    return preferred if preferred in images else next(iter(images), None)


def add_sheet(project: QgsProject, image: QgsMapLayer, view: QgsMapSettings) -> QgsPrintLayout:
    """A new layout of the project, whose map shows what ``view`` shows and follows the project's layers."""
    document = QDomDocument()
    document.setContent(resource("layouts", "image-sheet.qpt").read_text(encoding="utf-8"))
    layout = QgsPrintLayout(project)
    layout.loadFromTemplate(document, QgsReadWriteContext())
    name = bare_name(image)
    layout.setName(_free_name(project, tr("Image sheet, {}").format(name)))
    facts = (image.metadata().abstract() or story_of(image).abstract()).replace("_", _BREAKABLE)
    QgsExpressionContextUtils.setLayoutVariable(layout, "image_title", name)
    QgsExpressionContextUtils.setLayoutVariable(layout, "image_facts", facts)
    shown = layout.itemById(_MAP)
    if isinstance(shown, QgsLayoutItemMap):
        shown.setCrs(view.destinationCrs())
        shown.zoomToExtent(view.visibleExtent())
        shown.setMapRotation(view.rotation())
    project.layoutManager().addLayout(layout)
    layout.refresh()
    return layout


def _free_name(project: QgsProject, name: str) -> str:
    taken = {layout.name() for layout in project.layoutManager().layouts()}
    numbered = (f"{name} ({number})" for number in range(2, len(taken) + 3))
    return next(each for each in (name, *numbered) if each not in taken)
