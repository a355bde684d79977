# SPDX-License-Identifier: GPL-2.0-or-later
"""« Assembler » and « Découper » : from rows of the list, or products on the disk, to a layer on the map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Callable

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QObject
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from ...core.compositions import composition_names
from ...core.layer_crs import own_crs
from ...core.layer_groups import plugin_group
from ...core.mosaic_layer import MOSAIC, Assembled, Order, make
from ...core.mosaic_words import doubts, terms
from ...core.opening import find, has_composition
from ...core.overviews import may_lie_beside
from ...core.product import Group
from ...core.product_texts import group_name, layer_name, licence_of
from ...core.sharpened import SHARPENED
from ...core.zone import Zone
from ...domain.filenames import safe_name
from ...translation import tr
from ..context import PanelContext
from .assemble_sheet import AssembleSheet, Choice, Offer
from .images_model import ImagesModel
from .licence_reminder import remind
from .on_map import show_on_map, zoom_to
from .rows import Row

Run = Callable[[str, Callable[[Any], Any], Callable[[Any], None]], None]  # description, work, done
_MOST_NAMES = 4


class Assembling(QObject):
    """``run`` starts the page's own task, whose progress it shows and which it can cancel; ``listed`` takes a result
    that becomes a row."""

    def __init__(
        self,
        context: PanelContext,
        model: ImagesModel,
        run: Run,
        listed: Callable[[Row], None],
        build_overviews: Callable[[Sequence[Group]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._build_overviews = build_overviews
        self._context, self._model, self._run, self._listed, self._window = context, model, run, listed, parent
        self._selection: QItemSelectionModel | None = None
        self._rows: tuple[Row, ...] = ()  # of the order under way: what lies under its result
        self.sheet: AssembleSheet | None = None
        self.button = QPushButton(tr("Assemble"))
        self.button.setToolTip(tr("Several images as one: the selected ones, or those on the map"))
        self.button.clicked.connect(self._clicked)
        for signal in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset):
            signal.connect(self._enable)
        self._enable()

    def follow(self, selection: QItemSelectionModel) -> None:
        """The rows that a person selects in the list."""
        self._selection = selection
        selection.selectionChanged.connect(self._enable)

    def close(self) -> None:
        if self.sheet is not None:
            self.sheet.close()

    def cut(self, row: Row) -> None:
        """One image, to the zone in use."""
        self._ask((row,), (row.group,), single=True)

    def assemble_paths(self, paths: Sequence[str]) -> None:
        """Products of this machine, listed or not."""
        self._run(tr("Reading the images"), lambda feedback: find(paths, feedback), self._found)

    # --- asking -----------------------------------------------------------------------------------

    def rows(self) -> tuple[Row, ...]:
        """In the order of the list: the selected ones when there are several, else those on the map, else all that were
        opened."""
        chosen = sorted(self._selection.selectedRows(), key=QModelIndex.row) if self._selection else []
        selected = tuple(row for row in map(self._model.row, chosen) if not row.absent)
        if len(selected) > 1:
            return selected
        images = tuple(row for row in self._model.rows() if not _is_mosaic(row))
        shown = tuple(row for row in images if row.on_map)
        return shown if len(shown) > 1 else images

    def _clicked(self) -> None:
        rows = self.rows()
        self._ask(rows, tuple(row.group for row in rows))

    def _found(self, found) -> None:
        by_paths = {row.paths: row for row in self._model.rows()}
        rows = (by_paths.get(tuple(image.path for image in group)) for group in found.groups)
        self._ask(tuple(row for row in rows if row is not None), found.groups, single=len(found.groups) == 1)

    def _ask(self, rows: tuple[Row, ...], groups: tuple[Group, ...], single: bool = False) -> None:
        self.close()
        offer = self._offer(rows, groups, single)
        self.sheet = AssembleSheet(offer, lambda choice: self._start(rows, groups, choice), self._window)
        self.sheet.finished.connect(self._forget_sheet)
        self.sheet.open()

    def _forget_sheet(self, _result: int) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
        self.sheet = None

    def _offer(self, rows: Sequence[Row], groups: Sequence[Group], single: bool) -> Offer:
        first = groups[0][0]
        names = [group_name(group[0]) for group in groups[:_MOST_NAMES]]
        listed = " · ".join(names) + (" · …" if len(groups) > _MOST_NAMES else "")
        said = " ".join(filter(None, (licence_of(first), terms(first)))) if single else ""
        bundled = any(len(group) == 2 for group in groups)
        return Offer(
            title=tr("Cut an image") if single else tr("Assemble %n image(s)", "", len(groups)),
            images=layer_name(first) if single else listed,
            zones=self._zones(single),
            compositions=_compositions(groups),
            can_sharpen=bundled,
            sharpen=bundled and any(_is_sharpened(row) for row in rows),
            out=_free_place(safe_name(group_name(first) if single else tr("mosaic"))),
            cuts=single or self._context.territory() is not None,
            single=single,
            licence=said,
        )

    def _zones(self, single: bool) -> tuple[tuple[str, Zone], ...]:
        """An image is cut to the zone in use, a mosaic to the territory, where there are both."""
        territory, zone = self._context.territory(), self._context.zones.zone
        found = []
        if territory is not None:
            found.append((_labelled(tr("My territory"), territory), territory))
        if zone is not None and (territory is None or zone.kind != "territory"):
            found.append((_labelled(tr("My zone"), zone), zone))
        return tuple(reversed(found)) if single else tuple(found)

    # --- making -----------------------------------------------------------------------------------

    def _start(self, rows: tuple[Row, ...], groups: tuple[Group, ...], choice: Choice) -> None:
        self._rows = rows
        name = layer_name(groups[0][0]) if len(groups) == 1 else tr("Mosaic of %n image(s)", "", len(groups))
        if choice.zone is not None:
            name = tr("{image}, cut").format(image=name)
        order = Order(choice.recipe, choice.out, name, groups, recipient=choice.recipient)
        self._run(tr("Assembling images"), lambda feedback: make(order, feedback), self._made)

    def _made(self, made: Assembled) -> None:
        own_crs(made.layer)
        for row in self._rows:
            show_on_map(row, False)  # what lies under it would be drawn for nothing
        project = QgsProject.instance()
        project.addMapLayer(made.layer, False)
        plugin_group(project).insertLayer(0, made.layer).setExpanded(False)
        if made.is_listed:
            self._listed(Row((made.image,), None, [made.layer.id()]))
        zoom_to(made.layer, self._context.canvas)
        self._context.select_layer(made.layer)
        self._tell(made)

    def _tell(self, made: Assembled) -> None:
        credit = made.mosaic.credit
        said = [tr("{file} is on the map.").format(file=made.out.name)]
        said += [tr("Credit: {}.").format(credit)] if credit else []
        actions = [(tr("Copy"), lambda: QGuiApplication.clipboard().setText(credit))] if credit else []
        notices, doubted = self._context.notices, doubts(made.mosaic)
        bare = [(image,) for image in made.mosaic.products if made.is_slow and may_lie_beside(image)]
        if made.is_slow:
            said.append(tr("Some of its images have no overviews: views of the whole are slow, a GeoTIFF's are not."))
        if bare:
            actions.append((tr("Build overviews"), lambda: self._build_overviews(bare)))
        remind(made.mosaic.products, self._context, self._window)
        notices.say(" ".join(said), Qgis.MessageLevel.Success, actions, 0 if made.is_slow else 12)
        if doubted:
            notices.say(" ".join(doubted), Qgis.MessageLevel.Warning, seconds=0)

    def _enable(self, *_what: object) -> None:
        self.button.setEnabled(len(self.rows()) > 1)


def _is_mosaic(row: Row) -> bool:
    return any(layer.customProperty(MOSAIC) for layer in row.layers())


def _is_sharpened(row: Row) -> bool:
    return any(layer.customProperty(SHARPENED) for layer in row.layers())


def _compositions(groups: Sequence[Group]) -> tuple[str, ...]:
    """Those that all images have; natural colours where none is: the reason is said then."""
    keys = [key for key, _name in composition_names()]
    shared = [key for key in keys if all(any(has_composition(one, key) for one in group) for group in groups)]
    return tuple(shared) or ("natural",)


def _labelled(kind: str, zone: Zone) -> str:
    return tr("{kind} ({name})").format(kind=kind, name=zone.label) if zone.label else kind


def _free_place(stem: str) -> Path:
    """In the project's folder, where nothing has that name yet."""
    home = Path(QgsProject.instance().homePath() or Path.home())
    number = 1
    while True:
        place = home / (stem if number == 1 else f"{stem}_{number}")
        if not any(place.with_name(place.name + suffix).exists() for suffix in (".vrt", ".tif")):
            return place
        number += 1
