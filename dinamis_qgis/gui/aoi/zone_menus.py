# SPDX-License-Identifier: GPL-2.0-or-later
"""What is asked for a zone that is taken from a file or from a bookmark: which file, which layer, which CRS."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import QgsApplication, QgsBookmark, QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsProjectionSelectionDialog
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ...core.outline_files import POLYGONS, SUFFIXES, FileLayer
from ...translation import tr


def zone_file_filter() -> str:
    """For a file dialog."""
    return "{} ({});;* (*)".format(tr("Vector files"), " ".join(f"*{suffix}" for suffix in SUFFIXES))


def layers_menu(layers: Sequence[FileLayer], take: Callable[[FileLayer], None], parent: QWidget) -> QMenu:
    """The layers of a file that can make a zone, or a ribbon around their lines."""
    menu = QMenu(parent)
    for layer in layers:
        polygons = layer.holds == POLYGONS
        what = tr("%n polygon(s)", "", layer.count) if polygons else tr("%n line(s), as a buffer", "", layer.count)
        menu.addAction(_plain(f"{layer.name} — {what}")).triggered.connect(lambda _=False, one=layer: take(one))
    return menu


def bookmarks_menu(take: Callable[[QgsBookmark], None], parent: QWidget) -> QMenu | None:
    """The project's bookmarks, then the person's own, by group; None when there are none."""
    found = [*QgsProject.instance().bookmarkManager().bookmarks(), *QgsApplication.bookmarkManager().bookmarks()]
    if not found:
        return None
    menu = QMenu(parent)
    groups: dict[str, QMenu] = {}
    for bookmark in found:
        group = bookmark.group()
        if group and group not in groups:
            groups[group] = menu.addMenu(_plain(group))
        where = groups.get(group, menu)
        where.addAction(_plain(bookmark.name())).triggered.connect(lambda _=False, one=bookmark: take(one))
    return menu


def ask_crs(layer: FileLayer, parent: QWidget) -> str:
    """WKT; ``""`` when none was chosen."""
    dialog = QgsProjectionSelectionDialog(parent)
    dialog.setMessage(tr("{} does not tell its coordinate reference system: which one is it in?").format(layer.name))
    dialog.setCrs(QgsCoordinateReferenceSystem(QgsProject.instance().crs()))
    chosen = dialog.crs() if dialog.exec() else QgsCoordinateReferenceSystem()
    dialog.deleteLater()
    return chosen.toWkt() if chosen.isValid() else ""


def _plain(text: str) -> str:
    """Without a shortcut."""
    return text.replace("&", "&&")
