# SPDX-License-Identifier: GPL-2.0-or-later
"""« Voir l'accès » : who may have an image, what it takes, where that was read, and the page that says more."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...core.access_words import Access
from ...translation import tr
from ..tool_tip import tool_tip


def show_access(
    access: Access, takes_account: bool, show_options: Callable[[str], None], parent: QWidget
) -> QMessageBox:
    """Without holding up QGIS."""
    said = access.line or tr("Nobody says here who may have this image, nor what it takes.")
    box = QMessageBox(QMessageBox.Icon.Information, tr("Access"), said, QMessageBox.StandardButton.Close, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(tool_tip(access.summary, access.source, access.page))
    if takes_account:
        accounts = box.addButton(tr("Accounts and catalogues…"), QMessageBox.ButtonRole.ActionRole)
        accounts.clicked.connect(lambda: show_options("catalogues"))
    if access.page:
        online = box.addButton(tr("Open the page"), QMessageBox.ButtonRole.ActionRole)
        online.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(access.page)))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
