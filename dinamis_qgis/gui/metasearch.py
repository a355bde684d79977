# SPDX-License-Identifier: GPL-2.0-or-later
"""« Catalogues Data Terra (MetaSearch)… » : data sets are sought in QGIS's own MetaSearch, whose connections we add."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QAction, QApplication, QWidget

from ..core.metasearch import Service, pole_services, register
from ..translation import tr
from .notices import Notices

_ACTION = "MetaSearch"  # the text of its action, in every language
_DIALOG = "MetaSearchDialog"


def open_pole_catalogues(notices: Notices, window: QWidget) -> None:
    """Register what is missing, say what was added and where it is, and offer to go there. ``window`` is QGIS's."""
    services = pole_services()
    added = register(services)
    _refresh_list()
    action = next((one for one in window.findChildren(QAction) if one.text() == _ACTION), None)
    notices.say(
        " ".join((_what(services, added), _where(action is not None), _how_sure(services))),
        actions=() if action is None else ((tr("Open MetaSearch"), action.trigger),),
        seconds=0,
    )


def _what(services: tuple[Service, ...], added: tuple[Service, ...]) -> str:
    if not added:
        return tr("The catalogues of Data Terra's poles are all in MetaSearch already (%n).", "", len(services))
    said = tr("%n catalogue(s) added to MetaSearch: {}.", "", len(added))
    return said.format(", ".join(one.name for one in added))


def _where(there: bool) -> str:
    if there:
        return tr("They are under Web › MetaSearch, tab “Services”.")
    return tr("MetaSearch is not active: tick it in Plugins › Manage and Install Plugins.")


def _how_sure(services: tuple[Service, ...]) -> str:
    said = tr("None of them was asked; the least certain addresses: {}.")
    return said.format(", ".join(one.name for one in services if not one.sure))


def _refresh_list() -> None:
    """MetaSearch makes its window, and reads its list, when QGIS starts."""
    for widget in QApplication.topLevelWidgets():
        if type(widget).__name__ == _DIALOG and hasattr(widget, "populate_connection_list"):
            widget.populate_connection_list()
