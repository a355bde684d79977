# SPDX-License-Identifier: GPL-2.0-or-later
"""The guide: the same pages in both languages, readable without a network, its links leading somewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWidget

from dinamis_qgis.core.contacts import site
from dinamis_qgis.gui.help import WHICH_IMAGE, HelpWindow, help_page, open_help
from dinamis_qgis.paths import resource

LANGUAGES = ("fr", "en")
PAGES = sorted(resource("help").glob("*/*.html"))
EMPTY = {"meta", "br", "img", "hr", "link"}


class Reader(HTMLParser):
    """What a page holds; fails on a tag that is not closed."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.open, self.links, self.headings, self.items = [], [], 0, 0
        self.feed(page.read_text(encoding="utf-8"))
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        if tag not in EMPTY:
            self.open.append(tag)
        self.headings += tag == "h2"
        self.items += tag == "li"
        self.links += [value for name, value in attributes if name in ("href", "src")]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture
def locale(qgis_app):
    settings = QgsSettings()

    def speak(name):
        settings.setValue("locale/overrideFlag", True)
        settings.setValue("locale/userLocale", name)

    yield speak
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")


def test_both_languages_have_the_same_pages():
    names = [sorted(page.name for page in PAGES if page.parent.name == language) for language in LANGUAGES]
    assert names[0] == names[1] and f"{WHICH_IMAGE}.html" in names[0]
    french, english = (Reader(resource("help", language, f"{WHICH_IMAGE}.html")) for language in LANGUAGES)
    assert (french.headings, french.items, french.links) == (english.headings, english.items, english.links)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_a_page_needs_no_network_and_cites_known_sites(page):
    read = Reader(page)
    for link in read.links:
        if link.startswith("http"):
            assert link.startswith(site("dinamis").toString()), link
        else:
            assert (page.parent / link).is_file(), link
    text = page.read_text(encoding="utf-8")
    if page.parent.name == "fr":
        assert not any(f" {sign}" in text.split("<body>")[1] for sign in ":;?!»%")


def test_facts_of_crises_are_told_with_their_source():
    for language, words in (("fr", "DINAMIS ne traite pas l'urgence [2]"), ("en", "does not treat emergencies [2]")):
        text = resource("help", language, f"{WHICH_IMAGE}.html").read_text(encoding="utf-8")
        assert words in text and "COGIC" in text and site("emergency").toString() in text


@pytest.mark.parametrize(("locale_name", "folder"), [("fr", "fr"), ("fr_FR", "fr"), ("en_GB", "en"), ("de", "en")])
def test_the_language_is_that_of_qgis(locale, locale_name, folder):
    locale(locale_name)
    assert help_page(WHICH_IMAGE).parent.name == folder


def test_the_window_shows_the_page_and_esc_closes_it(locale, qtbot):
    locale("fr")
    owner = QWidget()
    qtbot.addWidget(owner)
    window = open_help(WHICH_IMAGE, owner)
    assert window.isVisible() and not window.isModal()
    assert window.windowTitle() == "Quelle image choisir\u00a0?"
    shown = window.browser.toPlainText()
    assert "Pléiades ou SPOT 6-7" in shown and "<" not in shown
    QTest.keyClick(window.browser, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not owner.findChildren(HelpWindow))
