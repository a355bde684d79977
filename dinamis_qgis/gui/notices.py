# SPDX-License-Identifier: GPL-2.0-or-later
"""Messages in QGIS's message bar. What comes from a catalogue is text: it is escaped here, in one place."""

from __future__ import annotations

import html
import logging
from collections.abc import Sequence
from typing import Callable

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtWidgets import QPushButton

from ..core.messages import sentence
from ..domain.errors import Cancelled, DinamisError
from .copy_details import CopyDetails

_TITLE = "DINAMIS"
_log = logging.getLogger(__name__)

Action = tuple[str, Callable[[], None]]
Remedies = Callable[[BaseException], "tuple[str, Sequence[Action]]"]


class Notices:
    """``say`` a sentence, or ``tell`` of an error; each may carry buttons.

    ``remedies`` says of an error what its buttons are, with another sentence than its own or ``""``.
    """

    def __init__(self, bar: QgsMessageBar, remedies: Remedies = lambda _error: ("", ())) -> None:
        self._bar = bar
        self._remedies = remedies

    def say(
        self,
        text: str,
        level: Qgis.MessageLevel = Qgis.MessageLevel.Info,
        actions: Sequence[Action] = (),
        seconds: int = 12,
    ) -> QgsMessageBarItem:
        """``seconds`` 0 keeps the message until it is closed. A button closes it, and so does :meth:`withdraw`."""
        item = self._bar.createMessage(_TITLE, html.escape(text, quote=False))
        for label, run in actions:
            button = QPushButton(label, item)
            button.clicked.connect(lambda _checked=False, run=run: (self._bar.popWidget(item), run()))
            item.layout().addWidget(button)
        item.setLevel(level)
        item.setDuration(seconds)
        self._bar.pushItem(item)
        return item

    def withdraw(self, item: QgsMessageBarItem) -> None:
        """Take a message away that means nothing any more; the person may have closed it already."""
        if item in self._bar.items():
            self._bar.popWidget(item)

    def shows(self, item: QgsMessageBarItem) -> bool:
        return item in self._bar.items()

    def remedy(self, error: BaseException) -> tuple[str, Sequence[Action]]:
        """The sentence about an error with its buttons, for those who show it elsewhere than in the message bar."""
        words, actions = self._remedies(error)
        return words or sentence(error), actions

    def tell(self, error: BaseException, actions: Sequence[Action] = ()) -> QgsMessageBarItem | None:
        """One sentence with its remedy. A cancellation says nothing; an unexpected error leaves its trace in the log.

        None when there is nothing to say, or it is said already.
        """
        if isinstance(error, Cancelled):
            return None
        known = isinstance(error, DinamisError)
        _log.log(
            logging.WARNING if known else logging.ERROR,
            "%s", error, exc_info=None if known else (type(error), error, error.__traceback__),
        )  # fmt: skip
        text = sentence(error)
        if not actions:
            text, actions = self.remedy(error)
            if actions and any(item.text() == html.escape(text, quote=False) for item in self._bar.items()):
                return None  # a session that expires is met by every picture
        item = self.say(text, Qgis.MessageLevel.Warning, actions, 0)
        from ..core.support import details  # late: QGIS starts without what it takes

        item.layout().addWidget(CopyDetails(details([error]), item))
        return item
