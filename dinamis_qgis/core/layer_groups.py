# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's groups in the layer tree: « DINAMIS » › a search › its quicklooks.

People rename, move and delete groups: a group is known by a custom property, and looked up each time it is needed.
"""

from __future__ import annotations

from qgis.core import QgsLayerTreeGroup, QgsProject

from ..translation import tr

KIND = "dinamis/kind"  # group: "all", "search", "quicklooks", "backdrops", "product"; layer: "footprints", "quicklook"…
SEARCH = "dinamis/search"  # the search's id; of a product's group, its path
SCENE = "dinamis/scene"  # of a quicklook layer: the scene's key, as JSON


def search_group(project: QgsProject, search: str, title: str) -> QgsLayerTreeGroup:
    """Found, or made on top of the others."""
    return _find(project, "search", search) or _make(plugin_group(project), 0, title, "search", search)


def quicklook_group(project: QgsProject, search: str, title: str) -> QgsLayerTreeGroup:
    """Found, or made collapsed under the search, below its footprints."""
    return _find(project, "quicklooks", search) or _make(
        search_group(project, search, title), -1, tr("Quicklooks"), "quicklooks", search, expanded=False
    )


def backdrop_group(project: QgsProject) -> QgsLayerTreeGroup:
    """Found, or made below the searches: a mosaic hides what is under it."""
    return _find(project, "backdrops", "") or _make(plugin_group(project), -1, tr("Yearly backdrops"), "backdrops", "")


def product_group(project: QgsProject, path: str, title: str) -> QgsLayerTreeGroup:
    """Found, or made collapsed on top of the others, above the searches."""
    return _find(project, "product", path) or _make(plugin_group(project), 0, title, "product", path, expanded=False)


def remove_if_empty(project: QgsProject, search: str) -> None:
    """Take away the groups of a search that hold no layer any more, and « DINAMIS » itself with its last one."""
    for kind, name in (("quicklooks", search), ("search", search), ("all", "")):
        group = _find(project, kind, name)
        if group is not None and not group.findLayers() and not group.findGroups():
            group.parent().removeChildNode(group)


def plugin_group(project: QgsProject) -> QgsLayerTreeGroup:
    """Found, or made on top of the project."""
    return _find(project, "all", "") or _make(project.layerTreeRoot(), 0, "DINAMIS", "all", "")


def _find(project: QgsProject, kind: str, search: str) -> QgsLayerTreeGroup | None:
    for group in project.layerTreeRoot().findGroups(True):
        if group.customProperty(KIND) == kind and group.customProperty(SEARCH, "") == search:
            return group
    return None


def _make(
    parent: QgsLayerTreeGroup, place: int, name: str, kind: str, search: str, expanded: bool = True
) -> QgsLayerTreeGroup:
    group = parent.insertGroup(place if place >= 0 else len(parent.children()), name)
    group.setCustomProperty(KIND, kind)
    group.setCustomProperty(SEARCH, search)
    group.setExpanded(expanded)
    return group
