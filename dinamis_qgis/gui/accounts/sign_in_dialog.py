# SPDX-License-Identifier: GPL-2.0-or-later
"""Sign-in by a code: shown here, confirmed in the browser. Esc gives up."""

from __future__ import annotations

import math
import time

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QFontDatabase
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.credentials import credentials
from ...core.messages import sentence
from ...core.sign_in import SignIn
from ...domain.account_errors import NeedsMasterPassword
from ...domain.accounts import Account
from ...domain.errors import Cancelled
from ...domain.login import DeviceCode
from ...translation import tr
from ..fitted import fit
from ..help import add_help

_SECOND = 1000  # ms


class SignInDialog(QDialog):
    """Accepted when the person is signed in; the tokens are kept by then."""

    def __init__(self, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self._code: DeviceCode | None = None
        self._sign_in: SignIn | None = None
        self._locked = False
        self.setWindowTitle(tr("Sign in: {}").format(account.title))
        self.code = QLabel()
        self.code.setFont(_large(self.code))
        self.code.setTextFormat(Qt.TextFormat.PlainText)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setAccessibleName(tr("Code to confirm"))
        self.copy = QToolButton()
        self.copy.setIcon(QgsApplication.getThemeIcon("/mActionEditCopy.svg"))
        self.copy.setToolTip(tr("Copy the code"))
        self.copy.setAccessibleName(tr("Copy the code"))
        self.page = QPushButton(tr("Open the sign-in page"))
        self.again = QPushButton()
        self.left = QLabel()
        self.state = _wrapped()
        self.state.setAccessibleName(tr("State of the sign-in"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        add_help(self, self.buttons)
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._count_down)
        self._lay_out()
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.code.text()))
        self.page.clicked.connect(self._open_page)
        self.again.clicked.connect(self._start_again)
        self.buttons.rejected.connect(self.reject)
        self._start()

    def done(self, result: int) -> None:
        self._clock.stop()
        self._drop()
        super().done(result)

    def _lay_out(self) -> None:
        self.words = _wrapped()
        self.words.setText(tr("Open the sign-in page, sign in there, and confirm that it shows this code."))
        shown = QHBoxLayout()
        shown.addStretch()
        shown.addWidget(self.code)
        shown.addWidget(self.copy)
        shown.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addLayout(shown)
        layout.addWidget(self.page)
        layout.addWidget(self.left, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.state)
        layout.addWidget(self.again)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(360)

    def _start(self) -> None:
        self._drop()
        self._code = None
        self._sign_in = SignIn(self._account, self)
        self._sign_in.code_ready.connect(self._show_code)
        self._sign_in.succeeded.connect(self._signed_in)
        self._sign_in.failed.connect(self._failed)
        self._say(tr("Asking for a code…"))
        self._sign_in.start()

    def _drop(self) -> None:
        sign_in, self._sign_in = self._sign_in, None
        if sign_in is not None:
            sign_in.close()
            sign_in.deleteLater()

    def _start_again(self) -> None:
        if not self._locked or credentials().unlock():
            self._locked = False
            self._start()

    def _show_code(self, code: DeviceCode) -> None:
        self._code = code
        self.code.setText(code.user_code)
        self._say(tr("Waiting for you to confirm in the browser…"))
        self.page.setDefault(True)
        self.page.setFocus()
        self._clock.start()
        self._count_down()

    def _signed_in(self, _name: str) -> None:
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._clock.stop()
        self._code = None
        if isinstance(error, Cancelled):  # in QGIS's own list of tasks
            self.reject()
            return
        self._locked = isinstance(error, NeedsMasterPassword)
        self._say(sentence(error), tr("Configure…") if self._locked else tr("Another code"))

    def _say(self, text: str, way_on: str = "") -> None:
        self.state.setText(text)
        asked = self._code is not None
        for widget in (self.page, self.left):
            widget.setVisible(asked)
        for widget in (self.code, self.copy):
            widget.setVisible(asked and bool(self._code and self._code.user_code))
        self.again.setText(way_on)
        self.again.setVisible(bool(way_on))
        if way_on:
            self.again.setDefault(True)
            self.again.setFocus()
        self.words.setVisible(asked)
        fit(self)

    def _count_down(self) -> None:
        if self._code is not None:
            seconds = max(0, math.ceil(self._code.expires_at - time.time()))
            self.left.setText(
                tr("{minutes}:{seconds} left").format(minutes=seconds // 60, seconds=f"{seconds % 60:02d}")
            )

    def _open_page(self) -> None:
        if self._code is not None:
            QDesktopServices.openUrl(QUrl(self._code.link))


def _wrapped() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _large(label: QLabel):
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(label.font().pointSizeF() * 2)
    return font
