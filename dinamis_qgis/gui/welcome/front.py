# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel shows first: its tabs, or the welcome page in their place, until the plugin has served once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from qgis.PyQt.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from .page import WelcomePage


class Front(QStackedWidget):
    def __init__(
        self,
        tabs: QWidget,
        ready: Callable[[], bool],
        make: Callable[[], WelcomePage],
        parent: QWidget | None = None,
    ) -> None:
        """``ready``: whether the plugin can run; ``make`` is called when the page is first shown."""
        super().__init__(parent)
        self._ready, self._make = ready, make
        self._welcome: WelcomePage | None = None
        self._decided = False  # what is shown first, in this session
        self.addWidget(tabs)

    @property
    def shows_tabs(self) -> bool:
        return self.currentIndex() == 0

    def begin(self) -> None:
        """The panel opens."""
        if not self._decided and self._ready() and not _has_served():
            self.show_welcome()
        self._decided = True

    def show_welcome(self) -> None:
        if not self._ready():
            return
        if self._welcome is None:
            page = self._make()
            page.left.connect(self.leave)
            page.skipped.connect(self.has_served)
            self._welcome = page
            self.addWidget(page)
        self.setCurrentWidget(self._welcome)
        self._welcome.begin()

    def leave(self) -> None:
        self._decided = True
        self.setCurrentIndex(0)

    def has_served(self) -> None:
        """The page does not come by itself any more."""
        from ...core.settings import Settings

        settings = Settings.load()
        if not settings.welcomed:
            settings.welcomed = True
            settings.save()

    def close_front(self) -> None:
        if self._welcome is not None:
            self._welcome.close_page()
            self._welcome = None


def _has_served() -> bool:
    """A search keeps its own choices."""
    from ...core.settings import Settings  # with shapely, which start-up does without

    settings = Settings.load()
    return settings.welcomed or bool(settings.search)
