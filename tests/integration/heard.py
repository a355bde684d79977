# SPDX-License-Identifier: GPL-2.0-or-later
"""Within the real QGIS: what is said while a script runs (warnings of the log, the message bar), and the dialogs that
open by themselves, which are closed."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QApplication, QLabel, QMessageBox

_BAD = (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
_OURS = ("DINAMIS", "Python")


class Heard(QObject):
    """``logged`` has every line of the log panel, ``wrong`` the warnings among those of this plugin and of Python."""

    def __init__(self) -> None:
        super().__init__()
        self.logged: list[str] = []
        self.wrong: list[str] = []
        self.dialogs: list[str] = []
        self._watch = QTimer(self)
        self._watch.timeout.connect(self._close_dialog)
        self._watch.start(50)
        QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(self._note)

    def close(self) -> None:
        self._watch.stop()
        QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].disconnect(self._note)

    def _note(self, text: str, tab: str, level: Qgis.MessageLevel) -> None:
        self.logged.append(f"{tab}: {text}")
        if tab in _OURS and level in _BAD:
            self.wrong.append(f"{tab}: {text}")

    def _close_dialog(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and not type(dialog).__module__.startswith("dinamis_qgis"):  # the script asked for ours
            said = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
            self.dialogs.append(f"{dialog.windowTitle() or type(dialog).__name__}: {' '.join(said)}")
            dialog.done(QMessageBox.StandardButton.No) if isinstance(dialog, QMessageBox) else dialog.close()
