# SPDX-License-Identifier: GPL-2.0-or-later
"""« Contact et liens »: by need, a ready text is copied and DINAMIS's form opened; nothing is sent."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..core.contacts import addresses_notice, emergency_words, need_name, needs, ready_text, site
from ..translation import tr
from .help import add_help
from .tool_tip import tool_tip


class ContactDialog(QDialog):
    """``open_url`` is given for tests; the person's browser otherwise."""

    def __init__(
        self, parent: QWidget | None = None, open_url: Callable[[QUrl], object] = QDesktopServices.openUrl
    ) -> None:
        super().__init__(parent)
        self._open, self._needs = open_url, needs()
        self.setWindowTitle(tr("Contact and links"))
        self.list = QComboBox()
        self.list.setAccessibleName(tr("Your need"))
        self.list.addItems([need_name(one.id) for one in self._needs])
        self.list.currentIndexChanged.connect(self._show)
        self.where = _words()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Text to paste"))
        self.go = QPushButton(tr("Copy the text and open the form"))
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)
        self.told = _words()
        links = QHBoxLayout()
        for label, name in (
            (tr("DINAMIS's site"), "dinamis"),
            (tr("Join"), "membership"),
            (tr("Create an account"), "account"),
            (tr("Emergencies"), "emergency"),
        ):
            button = QPushButton(label)
            button.setProperty("site", name)
            button.setToolTip(tool_tip(site(name).toString()))
            button.setAutoDefault(False)
            button.clicked.connect(self._follow)
            links.addWidget(button)
        crisis = _words(emergency_words())
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        add_help(self, close)
        close.rejected.connect(self.reject)
        rows = QFormLayout()
        rows.addRow(tr("Your need"), self.list)
        rows.addRow(tr("Text to paste"), self.text)
        layout = QVBoxLayout(self)
        layout.addLayout(rows)
        for widget in (self.where, self.go, self.told, crisis):
            layout.addWidget(widget)
        layout.addLayout(links)
        layout.addWidget(_words(addresses_notice()))
        layout.addWidget(close)
        self._show(0)
        self.resize(520, 600)

    def _show(self, row: int) -> None:
        need = self._needs[row]
        said = [tr("In the form, choose: “{}”.").format(need.subject)] if need.subject else []
        if need.email:
            said.append(tr("Or write to {}, with the reference of your request.").format(need.email))
        self.where.setText(" ".join(said))
        self.where.setVisible(bool(said))
        self.where.setToolTip(tool_tip(need.source))
        self.text.setPlainText(ready_text(need))
        self.told.setText("")

    def _go(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.told.setText(tr("Text copied: paste it into the form. Nothing was sent."))
        self._open(site("contact_form"))

    def _follow(self) -> None:
        self._open(site(self.sender().property("site")))


def _words(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label
