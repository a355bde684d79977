# SPDX-License-Identifier: GPL-2.0-or-later
"""A key rests in an authentication database that is locked: what opens a window, and when."""

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QLineEdit
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

from tests.integration.inside import answer, spin, wait_until

NAME, PASSWORD = "dinamis_qgis", "only for tests"
manager = QgsApplication.authManager()
windows = []


def watch():
    """A window that waits for the person stops whoever opened it: give it the password, and note it."""
    window = QApplication.activeModalWidget()
    if window is None:
        return
    windows.append(type(window).__name__)
    fields = [field for field in window.findChildren(QLineEdit) if field.isVisible()]
    fields[0].setText(PASSWORD)
    window.accept()


timer = QTimer()
timer.timeout.connect(watch)
manager.setMasterPassword(PASSWORD, True)

from dinamis_qgis.core.credentials import credentials  # noqa: E402
from dinamis_qgis.core.sign_in import SignIn  # noqa: E402
from dinamis_qgis.domain.accounts import KeyPair  # noqa: E402

account = credentials().accounts()[0]
credentials().set_key(account, KeyPair("zPL9GaQrokbMCQGe", "secret"))
unloadPlugin(NAME)
manager.clearMasterPassword()
timer.start(20)

if not (loadPlugin(NAME) and startPlugin(NAME)):
    raise RuntimeError("the plugin did not start")
dock = plugins[NAME]._dock
dock.setUserVisible(True)
for page in ("request", "images", "search"):
    dock.show_page(page)
    spin(0.1)
answer["at start"] = list(windows)

failed = []
answer["state"] = credentials().status(account).state.name
sign_in = SignIn(account)
sign_in.failed.connect(lambda error: failed.append(type(error).__name__))
sign_in.start()
wait_until(lambda: bool(failed), "the sign-in")
answer["sign-in"] = failed[0]
answer["by itself"] = list(windows)

answer["unlocked"] = credentials().unlock()
answer["on a click"] = list(windows)
answer["then"] = credentials().status(account).state.name
timer.stop()
