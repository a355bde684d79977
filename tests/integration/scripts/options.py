# SPDX-License-Identifier: GPL-2.0-or-later
"""« Comptes et catalogues… » of the panel's menu: QGIS's own dialog opens there, and what is changed is kept on OK."""

import json

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QLabel, QMenu
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

from tests.integration.inside import answer, grab, raised, spin, wait_until

NAME = "dinamis_qgis"


def options():
    """The page in the dialog that is open."""
    from dinamis_qgis.gui.options.page import OptionsPage

    dialog = QApplication.activeModalWidget()
    return dialog, dialog.findChildren(OptionsPage)


def clipped(page):
    """Buttons and labels whose words do not fit."""
    found = []
    for widget in page.findChildren(QAbstractButton) + page.findChildren(QLabel):
        if widget.isVisible() and widget.width() < min(widget.sizeHint().width(), widget.minimumSizeHint().width()):
            found.append(widget.text())
    return found


def change():
    from qgis.PyQt.QtCore import Qt

    dialog, (page,) = options()
    answer["opened"] = [page.tabs.tabText(place) for place in range(page.tabs.count())]
    answer["at"] = page.tabs.tabText(page.tabs.currentIndex())
    answer["clipped"] = clipped(page)
    grab(dialog, "options.png")
    section = page.sections[page.tabs.currentIndex()]
    tree = section.list
    rows = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    next(item for item in rows if "GEODES" in item.text(0)).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()


def count(name):
    dialog, pages = options()
    answer[name] = len(pages)
    dialog.reject()


def while_open(work, *given):
    """The dialog is modal: ``work`` is called from within."""

    def call():
        try:
            work(*given)
        except BaseException as error:  # noqa: BLE001 - told to the caller
            raised.append(repr(error))
            QApplication.activeModalWidget().reject()

    QTimer.singleShot(1500, call)


def open_from_menu():
    menu = plugins[NAME]._dock.findChild(QMenu)
    next(action for action in menu.actions() if action.text() == "Comptes et catalogues…").trigger()


dock = plugins[NAME]._dock
dock.setUserVisible(True)
themes = dock.page("search").form.themes
answer["themes before"] = themes.count()
while_open(change)
open_from_menu()
wait_until(lambda: "at" in answer, "the dialog")
from dinamis_qgis.core.catalogues import user_file  # noqa: E402

answer["written"] = json.loads(user_file().read_text(encoding="utf-8"))["catalogues"]
answer["themes"] = themes.count()
while_open(count, "once")
open_from_menu()
unloadPlugin(NAME)
spin(0.2)
if not (loadPlugin(NAME) and startPlugin(NAME)):
    raise RuntimeError("the plugin did not start again")
while_open(count, "twice")
open_from_menu()
