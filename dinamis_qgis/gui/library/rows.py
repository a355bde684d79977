# SPDX-License-Identifier: GPL-2.0-or-later
"""A row of « Mes images » : what was opened in this session or lies in the library, and its layers in the project."""

from __future__ import annotations

import math

from qgis.core import QgsLayerTreeLayer, QgsMapLayer, QgsProject
from qgis.PyQt.QtGui import QImage

from ...core.holdings import Held
from ...core.numbers import format_date
from ...core.product import Group, Product
from ...core.product_texts import layer_name, metres
from ...core.products import PATH_PROPERTY
from ...core.vsi import plain
from ...core.words import level_name, mission_name
from ...domain.scene import Asset, Scene
from ...translation import tr
from ..search.row_text import RowText

_DOT = "\u00a0· "


class Row:
    """``held``: as the library has it; a row that was never opened is described by that alone."""

    def __init__(
        self,
        group: Group | None,
        thumbnail: QImage | None = None,
        layer_ids: list[str] | None = None,
        held: Held | None = None,
    ) -> None:
        self._group, self._own_thumbnail = group, thumbnail
        self.layer_ids = layer_ids or []
        self.held = held
        self.turn = 0  # of its opening in this session
        self._said: RowText | None = None
        self._words: str | None = None

    @property
    def group(self) -> Group:
        if self._group is None:
            self._group = self.held.group if self.held is not None else ()
        return self._group

    @group.setter
    def group(self, group: Group) -> None:
        self._group, self._said, self._words = group, None, None

    @property
    def opened(self) -> bool:
        """In this session, or in the project."""
        return self.turn > 0

    @property
    def key(self) -> tuple[str, ...]:
        return self.paths

    @property
    def paths(self) -> tuple[str, ...]:
        if self._group is None and self.held is not None:
            return self.held.paths
        return tuple(image.path for image in self.group)

    @property
    def places(self) -> tuple[str, ...]:
        """All those where the image lies."""
        others = self.held.places if self.held is not None else ()
        return tuple(dict.fromkeys((*self.paths, *others)))

    @property
    def absent(self) -> bool:
        return self.held is not None and not self.held.present and not self.layers()

    @property
    def acquired(self) -> float:
        """Seconds since 1970; -inf when unknown."""
        if self.held is not None:
            return self.held.acquired
        moment = self.group[0].acquired
        return -math.inf if moment is None else moment.timestamp()

    @property
    def text(self) -> RowText:
        if self._said is None:
            self._said = image_text(self.group)
        if self.absent:
            return self._said._replace(facts=tr("(disk absent) {}").format(self._said.facts))
        return self._said

    @property
    def words(self) -> str:
        """What the filter looks into."""
        if self.held is not None:
            return self.held.words
        if self._words is None:
            said = image_text(self.group)
            self._words = " ".join((said.name, said.facts, *self.paths)).replace("\u00a0", " ").casefold()
        return self._words

    @property
    def is_of_territory(self) -> bool:
        """An image of which that is not known is kept."""
        return self.held is None or self.held.in_territory

    @property
    def thumbnail(self) -> QImage | None:
        """Made when it was opened; the others have theirs read when they come into sight."""
        return self._own_thumbnail

    @property
    def pictured(self) -> Scene:
        """For whoever reads thumbnails."""
        image = self.group[0]
        path = image.icon or image.preview
        assets = (Asset("icon", path, "image/jpeg", ("thumbnail",)),) if path else ()
        return Scene(self.paths[0], "library", assets=assets)

    def layers(self) -> list[QgsMapLayer]:
        """Those still in the project, the colour one first."""
        found = (QgsProject.instance().mapLayer(layer_id) for layer_id in self.layer_ids)
        return [layer for layer in found if layer is not None]

    def layer_of(self, image: Product) -> QgsMapLayer | None:
        return next((layer for layer in self.layers() if layer.customProperty(PATH_PROPERTY) == image.path), None)

    def nodes(self) -> list[QgsLayerTreeLayer]:
        found = (QgsProject.instance().layerTreeRoot().findLayer(layer) for layer in self.layers())
        return [node for node in found if node is not None]

    @property
    def on_map(self) -> bool:
        return any(node.isVisible() for node in self.nodes())


def image_text(group: Group) -> RowText:
    """``Pléiades 1B``, the day, ``P + MS · 0,5 m · Ortho``, the path."""
    image = group[0]
    if not image.mission:
        day = format_date(image.acquired) if image.acquired else ""
        return RowText(layer_name(image), day, metres(image.gsd), plain(image.path), layer_name(image))
    mission, day = (
        mission_name(image.mission),
        format_date(image.acquired) if image.acquired else tr("date unknown"),
    )
    finest = min((each.gsd for each in group if each.gsd is not None), default=None)
    facts = (mode_text(group), metres(finest), level_text(group))
    return RowText(mission, day, _DOT.join(facts), plain(image.path), f"{mission}, {day}")


def mode_text(group: Group) -> str:
    return "P + MS" if len(group) == 2 else group[0].spectral_mode or tr("mode unknown")


def level_text(group: Group) -> str:
    level = level_name(group[0].level)
    return f"{level} IGN" if group[0].producer == "IGN" else level
