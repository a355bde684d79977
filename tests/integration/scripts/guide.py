# SPDX-License-Identifier: GPL-2.0-or-later
"""F1, « ? » and QGIS's own Help menu lead to the guide; QGIS's own F1 stays where it was; unloading closes it."""

from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog, QToolButton
from qgis.utils import iface, plugins, unloadPlugin

from dinamis_qgis.gui.help_window import HelpWindow
from dinamis_qgis.gui.options.page import OptionsPage
from tests.integration.inside import answer, spin, wait_until

plugin = plugins["dinamis_qgis"]
dock, window = plugin._dock, iface.mainWindow()
theirs = []
iface.mainWindow().findChild(type(plugin._action), "mActionHelpContents").triggered.connect(theirs.append)


def shown(owner) -> list[str]:
    return [
        f"{each.browser.source().fileName()}#{each.browser.source().fragment()}"
        for each in owner.findChildren(HelpWindow)
    ]


dock.setUserVisible(True)
dock.show_page("search")
form = dock.page("search").form
window.activateWindow()
form.period.box.setFocus()
wait_until(lambda: form.period.box.hasFocus(), "the focus")
QTest.keyClick(form.period.box, Qt.Key.Key_F1)
answer["f1"], answer["theirs"] = shown(dock), list(theirs)
dock.show_page("request")
dock.page("request")
spin(0.2)
sign = next(each for each in dock.findChildren(QToolButton) if each.text() == "?" and each.isVisible())
sign.click()
answer["sign"] = shown(dock)
menu = iface.pluginHelpMenu()
next(action for action in menu.actions() if action.text().startswith("DINAMIS")).trigger()
answer["menu"] = shown(dock)


def ask_in_the_options() -> None:
    dialog = QApplication.activeModalWidget()
    page = dialog.findChild(OptionsPage)
    page.tabs.setCurrentIndex(3)
    page.tabs.cornerWidget().click()
    answer["options"] = shown(dialog)
    for each in dialog.findChildren(QDialog):
        each.close()
    dialog.reject()


QTimer.singleShot(1500, ask_in_the_options)
plugin._show_options("catalogues")
wait_until(lambda: "options" in answer, "the options")
unloadPlugin("dinamis_qgis")
spin(0.3)
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the desktop does so when this script has ended
answer["left"] = [each for each in QApplication.topLevelWidgets() if type(each).__name__ == "HelpWindow"] != []
answer["entries"] = [action.text() for action in menu.actions() if action.text().startswith("DINAMIS")]
