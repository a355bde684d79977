# SPDX-License-Identifier: GPL-2.0-or-later
"""« Accueil »: one's territory, the demonstration, one's own images, and what can be seen right now."""

from __future__ import annotations

import html

from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.contacts import site
from ...core.credentials import credentials
from ...core.my_territory import MyTerritory
from ...core.territory import Territory
from ...translation import tr
from ..aoi.place_edit import PlaceEdit
from ..context import PanelContext
from ..fitted_button import FittedButton
from ..help import help_button
from ..library.delivery_menu import delivery_menu
from ..tool_tip import tool_tip
from ..wrapped import WrappedLabel
from .doors import DoorsList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WelcomePage(QgsScrollArea):
    trial_requested = pyqtSignal(bool)  # of the demonstration
    left = pyqtSignal()  # for the form
    skipped = pyqtSignal()  # and never by itself again

    def __init__(self, context: PanelContext, territories: MyTerritory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._territories, self._credentials = context, territories, credentials()
        self.title = WrappedLabel()
        self.title.setText(tr("Satellite images for your territory"))
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.place = PlaceEdit()
        self.chosen = WrappedLabel()
        self.search = QPushButton(tr("Search"))
        self.trial = FittedButton()
        self.trial.set_words(tr("Try the demonstration (no account)"), tr("Try the demonstration"))
        self.trial.setToolTip(
            tool_tip(tr("Invented images of an invented place: the whole panel works, without network."))
        )
        self.trial.setDefault(True)
        self.open = FittedButton()
        self.open.set_words(tr("Open images that I already have…"), tr("Open a delivery…"))
        self.doors = DoorsList(self.open)
        self.membership = _membership()
        self.skip = QPushButton(tr("Skip"))
        self.skip.setToolTip(tool_tip(tr("This page stays under ⋮ › Welcome.")))
        self._lay_out()
        self._connect()
        self._show_territory()

    def begin(self) -> None:
        """The page is shown: what is typed goes to its first field, and Enter there, left empty, is the
        demonstration."""
        self.doors.show_doors()
        self.place.setFocus()

    def close_page(self) -> None:
        self._credentials.changed.disconnect(self._show_doors)
        self._territories.changed.disconnect(self._show_territory)
        self.place.close_edit()

    def _lay_out(self) -> None:
        label = QLabel(tr("Your territory (the zone proposed by default)"))
        label.setWordWrap(True)
        label.setBuddy(self.place.edit)
        now = QLabel(tr("What you can see right now"))
        now.setWordWrap(True)
        chosen = QHBoxLayout()
        chosen.addWidget(self.chosen, 1)
        chosen.addWidget(self.search)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(6, 6, 6, 6)
        for part in (self.title, label, self.place):
            layout.addWidget(part)
        layout.addLayout(chosen)
        for part in (self.trial, self.open, _line(), now, self.doors, _line(), self.membership):
            layout.addWidget(part)
        last = QHBoxLayout()
        last.addWidget(help_button(self))
        last.addStretch()
        last.addWidget(self.skip)
        layout.addLayout(last)
        layout.addStretch()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self.place.edit.installEventFilter(self)  # after its own: asked before it
        self.place.found.connect(self._take)
        self.place.given_up.connect(self._stop_typing)
        self.trial.clicked.connect(self._try)
        self.open.clicked.connect(self._choose_images)
        self.search.clicked.connect(self.left)
        self.skip.clicked.connect(self._skip)
        self.membership.linkActivated.connect(self._open_site)
        self.doors.site_requested.connect(self._open_site)
        self.doors.accounts_requested.connect(self._show_accounts)
        self._territories.changed.connect(self._show_territory)
        self._credentials.changed.connect(self._show_doors)

    # --- the territory ----------------------------------------------------------------------------

    def _take(self, territory: Territory) -> None:
        self._territories.set(territory)
        self.search.setFocus()

    def _show_territory(self) -> None:
        current = self._territories.current
        self.place.offer(self._territories.offered)
        for part in (self.chosen, self.search):
            part.setVisible(current is not None)
        self.chosen.setText(tr("My territory: {}").format(current.name) if current is not None else "")

    def _stop_typing(self) -> None:
        self.trial.setFocus()

    # --- ways on ----------------------------------------------------------------------------------

    def _try(self) -> None:
        self.trial_requested.emit(True)

    def _choose_images(self) -> None:
        menu = delivery_menu(self, self._context.open_paths)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.open.mapToGlobal(QPoint(0, self.open.height())))

    def _skip(self) -> None:
        self.skipped.emit()
        self.left.emit()

    def _show_accounts(self) -> None:
        self._context.show_options("catalogues")

    def _show_doors(self, _account_id: str = "") -> None:
        if self.isVisible():
            self.doors.show_doors()

    def _open_site(self, name: str) -> None:
        address = site(name)
        if not QDesktopServices.openUrl(address):
            self._context.notices.say(tr("No browser answered: open {} yourself.").format(address.toString()))

    # --- keys -------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the empty field is the page's, not the field's."""
        pressed = event.type() == QEvent.Type.KeyPress and event.key() in _ENTER
        if pressed and watched is self.place.edit and not self.place.edit.text().strip():
            self.trial.click()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, else the main one."""
        if event.key() in _ENTER:
            focused = self.window().focusWidget()
            (focused if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused) else self.trial).click()
        elif event.key() == Qt.Key.Key_Escape:
            self.skip.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Back from the options, where catalogues are tested and chosen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._show_doors()


def _membership() -> QLabel:
    ways = ((tr("Join"), "membership"), (tr("Create an account"), "account"))
    links = " · ".join(f'<a href="{name}">{html.escape(words)}</a>' for words, name in ways)
    label = QLabel(f"{html.escape(tr('Not a member yet?'))} {links}")
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    who = tr(
        "The organisation joins (its legal representative), then each agent creates an account, which the DINAMIS "
        "correspondent activates."
    )
    label.setToolTip(tool_tip(who, *(site(name).toString() for _words, name in ways)))
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Sunken)
    return line
