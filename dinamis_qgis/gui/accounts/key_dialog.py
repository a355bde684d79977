# SPDX-License-Identifier: GPL-2.0-or-later
"""A key is given: one for services that know it by itself, or a pair for the signing service."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.credentials import credentials
from ...core.messages import sentence
from ...domain.account_errors import NeedsMasterPassword
from ...domain.accounts import SIGNING, Account, ApiKey, Key, KeyPair
from ...domain.catalogues.values import web_address
from ...domain.errors import DinamisError
from ...translation import tr
from ..fitted import fit
from ..help import add_help


class KeyDialog(QDialog):
    """Accepted when QGIS's authentication database holds the key; what was typed is not shown."""

    def __init__(self, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self.setWindowTitle(tr("Key: {}").format(account.title))
        self.access, self.secret = QLineEdit(), QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.page = QPushButton(tr("Open the page where one gets a key"))
        self.page.setAutoDefault(False)
        self.page.setVisible(bool(web_address(account.page, "")))
        self.configure = QPushButton(tr("Configure…"))
        self.configure.setToolTip(tr("QGIS asks for the master password of its authentication database"))
        self.configure.hide()
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        add_help(self, self.buttons)
        self._lay_out()
        for field in (self.access, self.secret):
            field.textChanged.connect(lambda _text: self._show())
        self.page.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(account.page)))
        self.configure.clicked.connect(self._unlock)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show()

    def accept(self) -> None:
        try:
            credentials().set_key(self._account, self._key())
        except DinamisError as error:
            self.state.setText(sentence(error))
            self.configure.setVisible(isinstance(error, NeedsMasterPassword))
            fit(self)
            return
        super().accept()

    def done(self, result: int) -> None:
        for field in (self.access, self.secret):
            field.clear()
        super().done(result)

    def _lay_out(self) -> None:
        words = QLabel(tr("It is kept encrypted, in QGIS's authentication database, and sent to this service alone."))
        words.setWordWrap(True)
        rows = QFormLayout()
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        pair = self._account.kind == SIGNING
        if pair:
            rows.addRow(tr("Access key"), self.access)
        rows.addRow(tr("Secret key") if pair else tr("API key"), self.secret)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(rows)
        layout.addWidget(self.page, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.state)
        layout.addWidget(self.configure, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(400)
        fit(self)

    def _key(self) -> Key:
        secret = self.secret.text().strip()
        return KeyPair(self.access.text().strip(), secret) if self._account.kind == SIGNING else ApiKey(secret)

    def _unlock(self) -> None:
        if credentials().unlock():
            self.configure.hide()
            self.state.clear()

    def _show(self) -> None:
        given = bool(self.secret.text().strip()) and (self._account.kind != SIGNING or bool(self.access.text().strip()))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(given)
