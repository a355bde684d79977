# SPDX-License-Identifier: GPL-2.0-or-later
"""The poles' catalogues in QGIS's own MetaSearch: its settings, its action, its window."""

from __future__ import annotations

import html

import pytest
from qgis.core import QgsSettings
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QDialog, QMainWindow, QPushButton

from dinamis_qgis.core.metasearch import pole_services, register
from dinamis_qgis.gui.metasearch import open_pole_catalogues
from dinamis_qgis.gui.notices import Notices


@pytest.fixture(autouse=True)
def settings(qgis_app):
    store = QgsSettings()
    store.remove("MetaSearch")
    yield store
    store.remove("MetaSearch")


@pytest.fixture
def bar(qgis_app):
    return QgsMessageBar()


def told(bar):
    return html.unescape(bar.items()[0].text())


def test_every_pole_is_registered_once_and_none_has_a_name_that_makes_groups(settings):
    services = pole_services()
    assert len(services) == 7 and all("/" not in one.name and one.url.startswith("https://") for one in services)
    assert register(services) == services
    for one in services:
        assert settings.value(f"MetaSearch/{one.name}/url") == one.url
    assert register(services) == ()


def test_what_the_person_has_stays(settings):
    one, two, *rest = pole_services()
    settings.setValue(f"MetaSearch/{one.name}/url", "https://mine.test/csw")
    settings.setValue(f"MetaSearch/{one.name}/username", "me")
    settings.setValue("MetaSearch/Mine/url", two.url + "/?service=CSW")
    assert register(pole_services()) == tuple(rest)
    assert settings.value(f"MetaSearch/{one.name}/url") == "https://mine.test/csw"
    assert settings.value(f"MetaSearch/{one.name}/username") == "me"
    assert settings.value(f"MetaSearch/{two.name}/url") is None


def test_it_says_what_was_added_where_and_how_sure_it_is_then_opens_metasearch(bar, qtbot):
    class MetaSearchDialog(QDialog):
        read = 0

        def populate_connection_list(self):
            self.read += 1

    dialog, window, opened = MetaSearchDialog(), QMainWindow(), []
    action = QAction("MetaSearch", window)
    action.triggered.connect(lambda: opened.append(True))
    open_pole_catalogues(Notices(bar), window)
    said = told(bar)
    assert all(one.name in said for one in pole_services()) and "None of them was asked" in said
    assert "Web › MetaSearch" in said and said.rstrip(".").endswith("THEIA hydro") and dialog.read == 1
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert opened == [True]
    open_pole_catalogues(Notices(bar), window)
    assert "already" in told(bar)


def test_without_metasearch_it_says_how_to_have_it(bar):
    open_pole_catalogues(Notices(bar), QMainWindow())
    assert "Manage and Install Plugins" in told(bar) and not bar.findChild(QPushButton)
