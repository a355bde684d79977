# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways to the guide: « ? » and F1 open it at the page of what is in sight, without any network."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QMainWindow, QToolButton, QVBoxLayout, QWidget

import dinamis_qgis.gui
from dinamis_qgis.core.guide import guide_page
from dinamis_qgis.core.support import version
from dinamis_qgis.gui.about import AboutDialog
from dinamis_qgis.gui.help import INDEX, TOLD_IN, WHICH_IMAGE, add_help, open_help, page_in_sight
from dinamis_qgis.gui.help_window import HelpWindow
from dinamis_qgis.paths import metadata


@pytest.fixture
def locale(qgis_app):
    settings = QgsSettings()

    def speak(name):
        settings.setValue("locale/overrideFlag", True)
        settings.setValue("locale/userLocale", name)

    yield speak
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")


@pytest.fixture
def owner(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(("locale_name", "folder"), [("fr", "fr"), ("fr_FR", "fr"), ("en_GB", "en"), ("de", "en")])
def test_the_language_is_that_of_qgis(locale, locale_name, folder):
    locale(locale_name)
    assert guide_page(WHICH_IMAGE).parent.name == folder


def test_the_window_shows_the_page_and_esc_closes_it(locale, owner, qtbot):
    locale("fr")
    window = open_help(WHICH_IMAGE, owner)
    assert window.isVisible() and not window.isModal()
    assert window.windowTitle() == "Quelle image choisir\u00a0?"
    shown = window.browser.toPlainText()
    assert "Pléiades ou SPOT 6-7" in shown and "<" not in shown
    QTest.keyClick(window.browser, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not owner.findChildren(HelpWindow), timeout=20_000)


def test_another_page_comes_in_the_same_window_with_ways_back(locale, owner):
    locale("en")
    window = open_help(WHICH_IMAGE, owner)
    assert open_help("request#cost", owner) is window and len(owner.findChildren(HelpWindow)) == 1
    assert window.windowTitle() == "Request an image" and window.browser.source().fragment() == "cost"
    assert window.back.isEnabled()
    window.back.click()
    assert window.windowTitle() == "Which image to choose?"
    window.contents.click()
    assert window.windowTitle() == "Guide to DINAMIS for QGIS"


def test_links_and_pictures_of_a_page_are_of_this_machine(locale, owner):
    """QTextBrowser resolves them beside the page that it shows."""
    locale("fr")
    window = open_help(INDEX, owner)
    link = re.search(r'href="(find-image\.html)"', guide_page(INDEX).read_text(encoding="utf-8")).group(1)
    window.browser.setSource(window.browser.source().resolved(type(window.browser.source())(link)))
    assert window.windowTitle() == "Trouver une image de ma commune"
    assert window.browser.source().isLocalFile()


class SearchForm(QWidget):
    """Of the name that the table knows."""


class RequestPage(QWidget):
    pass


def test_the_page_is_that_of_the_part_in_sight(owner):
    layout = QVBoxLayout(owner)
    parts = [SearchForm(), RequestPage()]
    for part in parts:
        layout.addWidget(part)
        part.show()
    parts[1].hide()
    assert page_in_sight(owner) == "find-image"
    parts[0].hide()
    assert page_in_sight(owner) == INDEX
    parts[1].show()
    assert page_in_sight(owner) == "request"


class KeyDialog(QDialog):
    def __init__(self, parent):
        super().__init__(parent)
        self.field = QLineEdit()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.buttons)
        add_help(self, self.buttons)


def test_f1_in_a_field_and_the_button_open_the_page_of_the_dialog(locale, owner, qtbot):
    locale("fr")
    window = QMainWindow()
    qtbot.addWidget(window)
    theirs = []
    action = window.menuBar().addAction("Help")
    action.setShortcut("F1")
    action.triggered.connect(theirs.append)
    dialog = KeyDialog(window)
    dialog.show()
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, Qt.Key.Key_F1)
    opened = dialog.findChildren(HelpWindow)
    assert [each.browser.source().fileName() for each in opened] == ["accounts.html"]
    assert opened[0].browser.source().fragment() == "keys" and not theirs
    opened[0].close()
    qtbot.waitUntil(lambda: not dialog.findChildren(HelpWindow), timeout=20_000)
    (sign,) = [each for each in dialog.buttons.findChildren(QToolButton) if each.text() == "?"]
    assert sign.accessibleName() and "F1" in sign.toolTip()
    sign.click()
    assert len(dialog.findChildren(HelpWindow)) == 1
    QTest.keyClick(dialog.field, Qt.Key.Key_A)
    assert dialog.field.text() == "a"


def _classes() -> set[str]:
    found = set()
    for module in pkgutil.walk_packages(dinamis_qgis.gui.__path__, "dinamis_qgis.gui."):
        made = importlib.import_module(module.name)
        found |= {
            name for name, each in vars(made).items() if isinstance(each, type) and each.__module__ == made.__name__
        }
    return found


def test_the_table_names_parts_that_exist(qgis_app):
    assert set(TOLD_IN) <= _classes()


@pytest.mark.parametrize("told", sorted({*TOLD_IN.values(), WHICH_IMAGE}))
def test_every_page_and_place_is_there(told):
    name, _sign, place = told.partition("#")
    for language in ("fr", "en"):
        text = (guide_page(INDEX).parents[1] / language / f"{name}.html").read_text(encoding="utf-8")
        assert not place or f'name="{place}"' in text


def test_the_version_is_that_of_the_metadata(qgis_app, qtbot):
    """It read nothing at all: QSettings knows no text of several lines."""
    assert f"\nversion={version()}\n" in metadata().read_text(encoding="utf-8") and re.match(r"\d+\.\d+", version())
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert version() in dialog.title.text()
