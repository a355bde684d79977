# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways to the guide: a discreet « ? » and F1, which open it at the page of what is in sight."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QDockWidget, QToolButton, QWidget

from ..translation import tr
from .flat_buttons import text_button

INDEX, WHICH_IMAGE = "index", "which-image"
# Which page of the guide, ``page`` or ``page#place``, tells of which part of the panel, by the name of its class.
TOLD_IN = {
    "WelcomePage": "how-it-works",
    "SearchForm": "find-image",
    "ResultsView": "find-image#results",
    "KeepDialog": "find-image#keep",
    "SearchesDialog": "find-image#keep",
    "ColumnsDialog": "find-image#import",
    "RequestPage": "request",
    "Variants": "request#cost",
    "RequestForm": "request#form",
    "MyRequests": "request#follow",
    "TotalsDialog": "request#follow",
    "ImagesPage": "open-delivery",
    "DeliverySheet": "open-delivery#sheet",
    "CompleteDialog": "open-delivery#other",
    "AssembleSheet": "mosaic",
    "SignInDialog": "accounts#sign-in",
    "KeyDialog": "accounts#keys",
    "KeysDialog": "accounts#keys",
    "FormDialog": "accounts#openspot",
    "ContactDialog": "how-it-works#contact",
    "AboutDialog": INDEX,
    "TerritoryDialog": "administer#territory",
    "TerritorySection": "administer#territory",
    "CataloguesSection": "accounts#catalogues",
    "TariffsSection": "administer#tariffs",
    "RegisterSection": "administer#register",
    "CacheSection": "administer#folders",
}


def page_in_sight(widget: QWidget) -> str:
    """The page that tells of the innermost part in sight."""
    parts = [each for each in (widget, *widget.findChildren(QWidget)) if type(each).__name__ in TOLD_IN]
    seen = [each for each in parts if each is widget or each.isVisibleTo(widget)]
    return TOLD_IN[type(seen[-1]).__name__] if seen else INDEX


def open_help(page: str, near: QWidget) -> QDialog:
    """Beside the work, which goes on; in the window that is open already, if there is one."""
    from .help_window import HelpWindow

    while not near.isWindow() and not isinstance(near, QDockWidget):
        near = near.parentWidget()
    window = near.findChild(HelpWindow)
    if window is None:
        window = HelpWindow(page, near)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    else:
        window.go_to(page)
    window.show()
    window.raise_()
    window.activateWindow()
    return window


def help_button(whose: QWidget) -> QToolButton:
    button = text_button("?", tr("Guide"), tr("Guide (F1)"))
    HelpKey(whose, button)
    return button


def add_help(dialog: QDialog, box: QDialogButtonBox) -> None:
    """A « ? » among the buttons of a dialog, and F1 anywhere in it."""
    button = help_button(dialog)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    box.addButton(button, QDialogButtonBox.ButtonRole.HelpRole)


class HelpKey(QObject):
    """F1 in ``whose``, or a click of ``button``. Elsewhere F1 stays QGIS's own."""

    def __init__(self, whose: QWidget, button: QToolButton) -> None:
        super().__init__(whose)
        button.clicked.connect(self.show_page)
        whose.installEventFilter(self)

    def show_page(self) -> None:
        open_help(page_in_sight(self.parent()), self.parent())

    def eventFilter(self, _whose: QObject, event: QEvent) -> bool:
        """Keys that no part took come up to here; the shortcuts of the main window are asked after."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_f1(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and _is_f1(event):
            self.show_page()
            return True
        return False


def _is_f1(event: QEvent) -> bool:
    return event.key() == Qt.Key.Key_F1 and event.modifiers() == Qt.KeyboardModifier.NoModifier
