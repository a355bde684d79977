# SPDX-License-Identifier: GPL-2.0-or-later
"""What the register of requests tells of itself: a save that met another's, one that waits, a register that is away."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject

from ...core.register_place import database_of
from ...core.register_sign_in import ask
from ...core.register_store import BOTH, MERGED, SAVED, WAITING, Saved
from ...core.register_waiting import waiting_file
from ...core.register_words import saved_words
from ...domain.errors import DinamisError
from ...domain.register_errors import RegisterRefuses
from ...translation import tr
from ..context import PanelContext
from ..notices import Action


class LedgerNotices(QObject):
    """What waits since another day is saved as soon as this begins."""

    def __init__(self, context: PanelContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        context.ledger.saved.connect(self._tell_saved)
        context.ledger.failed.connect(self._tell_failed)
        if waiting_file().exists():
            context.ledger.load()

    def close(self) -> None:
        self._context.ledger.close()
        self._context.ledger.saved.disconnect(self._tell_saved)
        self._context.ledger.failed.disconnect(self._tell_failed)

    def _tell_saved(self, saved: Saved) -> None:
        if saved.how == SAVED:
            return
        words = saved_words(saved, self._context.ledger.place.title)
        level = Qgis.MessageLevel.Info if saved.how == MERGED else Qgis.MessageLevel.Warning
        actions = []
        if saved.how == BOTH:
            self._both = saved
            actions.append((tr("Replace theirs"), self._replace_theirs))
        if saved.how == WAITING:
            actions.append(self._remedy(saved.error))
        self._context.notices.say(words, level, actions, 0)

    def _tell_failed(self, error: BaseException) -> None:
        self._context.notices.tell(error, [self._remedy(error)])

    def _remedy(self, error: BaseException | None) -> Action:
        if isinstance(error, RegisterRefuses):
            return tr("Sign in…"), self._sign_in
        return tr("Register…"), self._show_options

    def _sign_in(self) -> None:
        """QGIS's own question: nobody else asks it."""
        place = self._context.ledger.place
        try:
            answered = ask(place.connection, database_of(place))
        except DinamisError as error:  # the connection is gone from QGIS meanwhile
            self._tell_failed(error)
            return
        if answered:
            self._context.ledger.try_again()

    def _show_options(self) -> None:
        self._context.show_options("register")

    def _replace_theirs(self) -> None:
        self._context.ledger.replace_theirs(self._both)
