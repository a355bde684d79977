# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel's shell in French, whose words are the longest: it opens with its three tabs whole, and may be narrow."""

from __future__ import annotations

import subprocess
import sys

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTranslator
from qgis.PyQt.QtWidgets import QTabWidget, QToolButton

from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.domain.saved_search import EXTENT, SavedSearch, SavedZone
from dinamis_qgis.gui.banner import Banner
from dinamis_qgis.gui.dock import DinamisDock
from dinamis_qgis.gui.searches.list_dialog import SearchesDialog
from tests.conftest import ROOT
from tests.gui.zone_parts import make_panel
from tests.tools.translations import FRENCH, from_ts

NARROW = 320


class French(QTranslator):
    def __init__(self):
        super().__init__()
        self._messages = from_ts(FRENCH)

    def translate(self, _context, source, comment=None, _n=-1):
        message = self._messages.get((source, comment or ""))
        return message.forms[0] if message else ""

    def isEmpty(self):
        return False


@pytest.fixture
def dock(qgis_app, qgis_new_project, qtbot):
    french = French()
    QCoreApplication.installTranslator(french)
    panel = make_panel()
    dock = DinamisDock(panel.canvas, panel.bar, lambda: None, lambda _layer: None, lambda _text: None)
    yield dock
    QCoreApplication.removeTranslator(french)
    dock.take_down()
    dock.deleteLater()  # before the canvas that its parts are drawn on
    panel.canvas.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("narrower", [0, 60])
def test_the_three_tabs_are_in_sight(dock, qtbot, narrower):
    tabs = dock.findChild(QTabWidget)
    tabs.setParent(None)  # shown by itself: no page is built
    tabs.resize(tabs.sizeHint().width() - narrower, 400)
    tabs.show()
    bar = tabs.tabBar()
    qtbot.waitUntil(lambda: bar.width() > 200)
    assert [bar.tabText(place) for place in range(3)] == ["Rechercher", "Demander", "Mes images"]
    assert bar.tabRect(2).right() <= bar.width()
    assert not [button for button in bar.findChildren(QToolButton) if button.isVisible()]
    if not narrower:
        assert all(
            bar.tabRect(place).width() >= bar.fontMetrics().horizontalAdvance(bar.tabText(place)) for place in range(3)
        )


def test_the_banner_does_not_widen_the_panel(dock):
    banner = dock.findChild(Banner)
    assert banner.minimumSizeHint().width() < NARROW - 40


def test_the_demonstration_is_one_click_away_on_the_first_page(dock):
    """Before, it was only in a menu that nobody opens."""
    page = dock.page("search")
    assert page.form.trial.text() == "Essayer la démonstration" and page.form.trial.isVisibleTo(page)
    page.form.trial.click()
    assert dock.findChild(Banner).isVisibleTo(dock) and not page.form.trial.isVisibleTo(page)
    dock.set_synthetic(None)
    assert page.form.trial.isVisibleTo(page) and not dock.findChild(Banner).isVisibleTo(dock)


def test_saved_searches_are_in_the_menu_and_lead_to_the_page(dock, qtbot):
    menu = next(action.menu() for action in dock._build_menu().actions() if action.menu())
    assert menu.title() == "Mes recherches"
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isEnabled() and action.text()] == [
        "Gérer mes recherches…"
    ]
    menu.actions()[-1].trigger()
    dialogs = dock.findChildren(SearchesDialog)
    assert len(dialogs) == 1 and dialogs[0].isVisible()
    dialogs[0].close()
    dock.show_page("images")
    dock.run_again(SavedSearch("x", Choices(), SavedZone(EXTENT), invented=True))
    assert dock._tabs.currentIndex() == 0 and dock._synthetic is not None
    dock.page("search")._run.cancel()
    dock.page("search").trial_requested.emit(False)
    assert dock._synthetic is None


def test_the_shell_starts_without_the_libraries_of_its_pages():
    """QGIS imports it as it starts; and without shapely it says how to get it."""
    script = (
        "import sys, qgis.core, qgis.gui, qgis.utils\n"
        "of_qgis = set(sys.modules)\n"  # 3.40 imports shapely itself, when it is there
        "import dinamis_qgis.plugin, dinamis_qgis.gui.dock, dinamis_qgis.gui.image_sheet\n"
        "print(*sorted({'shapely', 'numpy', 'requests', 'osgeo'} & (set(sys.modules) - of_qgis)))"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.split() == []
