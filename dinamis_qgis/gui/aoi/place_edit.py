# SPDX-License-Identifier: GPL-2.0-or-later
"""« Commune, EPCI… (taper pour compléter) » : names are completed as one types, and the one that is chosen gives its
outline.

A widget of its own: it needs nothing of the panel. While invented outlines are offered, they stand in for the service
and nothing is asked of the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, normalize

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QCompleter, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...core.messages import sentence
from ...core.places import place_labels, suggestions, territory_of
from ...core.task import TaskSlot
from ...core.territory import Territory
from ...domain.errors import Cancelled
from ...domain.gazetteer import SHORTEST, Place
from ...translation import tr

_STILL_MS = 250  # the service is asked when nothing was typed for so long
_MOST_OFFERED = 15
_CHOICE = Qt.ItemDataRole.UserRole


def plain(text: str) -> str:
    """Without accents and capitals."""
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))


class _Choices(QAbstractListModel):
    """Places of the service, or outlines that are offered."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._choices: tuple[Place | Territory, ...] = ()
        self._labels: list[str] = []

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role == _CHOICE:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return self._labels[index.row()]
        return choice.name if role == Qt.ItemDataRole.EditRole else None

    def show(self, choices: Sequence[Place | Territory]) -> None:
        self.beginResetModel()
        self._choices = tuple(choices)
        places = [each for each in choices if isinstance(each, Place)]
        self._labels = place_labels(places) if places else [each.name for each in choices]
        self.endResetModel()


class PlaceEdit(QWidget):
    found = pyqtSignal(object)  # the Territory of the chosen place
    given_up = pyqtSignal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[Territory, ...] = ()
        self._looked_for = ""
        self._naming, self._outlining = TaskSlot(self), TaskSlot(self)
        self.edit = QgsFilterLineEdit()
        self.edit.setPlaceholderText(tr("Municipality, EPCI, département…"))
        self.edit.setAccessibleName(tr("Place sought"))
        self.edit.setToolTip(tr("Type at least three letters, then choose with the arrows and Enter."))
        self.edit.installEventFilter(self)
        self.status = QLabel()
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.status.hide()
        self._choices = _Choices(self)
        self.completer = QCompleter(self._choices, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setCompletionRole(Qt.ItemDataRole.EditRole)
        self.completer.setMaxVisibleItems(_MOST_OFFERED)
        self.completer.setWidget(self.edit)
        self.completer.popup().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.completer.popup().installEventFilter(self)
        self.completer.activated[QModelIndex].connect(self._take)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(_STILL_MS)
        self._still.timeout.connect(self._look)
        self.edit.textEdited.connect(self._edited)
        self.edit.cleared.connect(self._forget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.edit)
        layout.addWidget(self.status)
        self.setFocusProxy(self.edit)

    @property
    def busy(self) -> bool:
        return self._naming.busy or self._outlining.busy

    def offer(self, territories: tuple[Territory, ...]) -> None:
        """Invented outlines are the only ones to choose from; none gives the service back."""
        if territories != self._offered:
            self._offered = territories
            self._forget()
            self.edit.clear()

    def show_name(self, name: str) -> None:
        """Of the place in use."""
        if not self.edit.hasFocus():
            self.edit.setText(name)
            self.edit.setCursorPosition(0)

    def close_edit(self) -> None:
        """Stop what runs: the owner is going away."""
        self._forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc are the field's own and its list's, not the page's; the arrow down opens the list again."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return super().eventFilter(watched, event)
        popup = self.completer.popup()
        if watched is popup or popup.isVisible():
            keys = {Qt.Key.Key_Return: self._take_current, Qt.Key.Key_Enter: self._take_current}
            keys[Qt.Key.Key_Escape] = popup.hide
        else:
            keys = {Qt.Key.Key_Return: self._enter, Qt.Key.Key_Enter: self._enter}
            keys.update({Qt.Key.Key_Down: self._open, Qt.Key.Key_Escape: self._give_up})
        act = keys.get(event.key())
        if act is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            act()
        event.accept()
        return True

    def hideEvent(self, event: QEvent) -> None:
        self.completer.popup().hide()
        super().hideEvent(event)

    # --- names ------------------------------------------------------------------------------------

    def _edited(self, _text: str) -> None:
        self._naming.close()
        self._outlining.close()
        self._say("")
        if self._offered:
            self._look()
        else:
            self._still.start()

    def _look(self) -> None:
        self._still.stop()
        text = self.edit.text().strip()
        self._looked_for = text
        if self._offered:
            sought = plain(text)
            self._show([each for each in self._offered if sought in plain(each.name)][:_MOST_OFFERED])
        elif len(text) < SHORTEST:
            self._choices.show(())
            self.completer.popup().hide()
        else:
            work = lambda feedback: suggestions(text, feedback)  # noqa: E731
            self._naming.start(tr("Places: {}").format(text), work, self._show, self._failed)

    def _show(self, choices: Sequence[Place | Territory]) -> None:
        self._choices.show(choices)
        self._say("" if choices else tr("No place is called “{}”.").format(self._looked_for))
        if not choices:
            self.completer.popup().hide()
        elif self.edit.hasFocus():
            self._open()

    def _open(self) -> None:
        if self._choices.rowCount():
            popup = self.completer.popup()
            wide = popup.sizeHintForColumn(0) + popup.verticalScrollBar().sizeHint().width()
            self.completer.complete(QRect(0, 0, max(wide, self.edit.width()), self.edit.height()))
            popup.setCurrentIndex(self.completer.completionModel().index(0, 0))
        elif not self.busy:
            self._look()

    def _enter(self) -> None:
        """A lone place is the one that is meant; of several, one is chosen in the list."""
        if self._looked_for == self.edit.text().strip() and self._choices.rowCount() == 1:
            self._take(self._choices.index(0, 0))
        elif self._looked_for == self.edit.text().strip() and self._choices.rowCount():
            self._open()
        elif not self._naming.busy:
            self._look()

    def _give_up(self) -> None:
        self._forget()
        self.given_up.emit()

    # --- the outline ------------------------------------------------------------------------------

    def _take_current(self) -> None:
        self._take(self.completer.popup().currentIndex())

    def _take(self, index: QModelIndex) -> None:
        choice = index.data(_CHOICE)
        self.completer.popup().hide()
        if choice is None:
            return
        self.edit.setText(choice.name)
        self._looked_for = ""
        self._choices.show(())
        if isinstance(choice, Territory):
            self._done(choice)
            return
        self._say(tr("Outline of {}…").format(choice.name))
        work = lambda feedback: territory_of(choice, feedback)  # noqa: E731
        self._outlining.start(choice.name, work, self._done, self._failed)

    def _done(self, territory: Territory) -> None:
        self._say("")
        self.found.emit(territory)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self._looked_for = ""  # Enter asks again
            self._choices.show(())
            self._say(sentence(error))

    def _say(self, text: str) -> None:
        self.status.setText(text)
        self.status.setVisible(bool(text))

    def _forget(self) -> None:
        self._still.stop()
        self._naming.close()
        self._outlining.close()
        self._looked_for = ""
        self._choices.show(())
        self.completer.popup().hide()
        self._say("")
