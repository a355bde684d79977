# SPDX-License-Identifier: GPL-2.0-or-later
"""« Recherche possible sans compte ; l'ouverture demandera une connexion. »: said when an image came that takes one."""

from __future__ import annotations

import html
from collections.abc import Iterable

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ...core.credentials import credentials
from ...domain.account_errors import AccountError
from ...domain.catalogues.registry import CatalogueRow
from ...domain.errors import AuthenticationRequired
from ...translation import tr
from ..accounts.words import is_open
from .results_model import Measured


class LoginNote(QLabel):
    accounts_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, CatalogueRow] = {}
        self._came: set[str] = set()  # catalogues of which an image came
        self._refused = False
        self._credentials = credentials()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(lambda _link: self.accounts_requested.emit())
        self._credentials.changed.connect(self._show)
        self.hide()

    def watch(self, rows: Iterable[CatalogueRow]) -> None:
        """A search of these begins."""
        self._rows = {row.id: row for row in rows}
        self._came, self._refused = set(), False
        self._show()

    def arrived(self, scenes: Iterable[Measured]) -> None:
        fresh = {scene.catalogue for scene, _coverage in scenes} - self._came
        if fresh:
            self._came |= fresh
            self._show()

    def refused(self, errors: Iterable[BaseException]) -> None:
        """What catalogues failed with: the sentences say what to do, the link leads there."""
        self._refused = any(isinstance(error, (AccountError, AuthenticationRequired)) for error in errors)
        self._show()

    def close_note(self) -> None:
        self._credentials.changed.disconnect(self._show)

    def _show(self, _account_id: str = "") -> None:
        closed = any(self._is_closed(self._rows[row_id]) for row_id in self._came & self._rows.keys())
        words = tr("Search needs no account; opening will ask you to sign in.") if closed else ""
        link = f'<a href="accounts">{html.escape(tr("Accounts and catalogues…"))}</a>'
        self.setText(f"{html.escape(words)} {link}".strip())
        self.setVisible(closed or self._refused)

    def _is_closed(self, row: CatalogueRow) -> bool:
        account = self._credentials.account_of(row)
        return account is not None and not is_open(self._credentials.status(account))
