# SPDX-License-Identifier: GPL-2.0-or-later
"""Every page and dialog, at 320 pixels and in both languages: no word is cut, and everything has a name."""

from __future__ import annotations

import os

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QApplication

from tests.conftest import ROOT
from tests.gui.looks import clashes, clipped, disordered, unnamed, unreachable
from tests.gui.officer import no_live_service
from tests.gui.screens import NARROW, Screens


@pytest.fixture
def font(qgis_app):
    """That of QGIS on a plain desktop; that of Windows is narrower. Without a screen Qt takes another size."""
    former = QApplication.font()
    QApplication.setFont(QFont("DejaVu Sans", 9))
    yield
    QApplication.setFont(former)


@pytest.fixture(params=["fr", "en"])
def language(request, qgis_app):
    settings, translators = QgsSettings(), [_loaded("dinamis_qgis_fr", ROOT / "i18n")]
    translators.append(_loaded("qtbase_fr", QLibraryInfo.location(QLibraryInfo.LibraryLocation.TranslationsPath)))
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", request.param)
    if request.param == "fr":
        for one in translators:
            QCoreApplication.installTranslator(one)
    yield request.param
    for one in translators:
        QCoreApplication.removeTranslator(one)
    settings.remove("locale")


def _loaded(name, folder):
    translator = QTranslator()
    assert translator.load(name, str(folder)), f"{name} is not there: make build"
    return translator


def test_every_screen_is_whole_named_and_reached_by_keys(language, font, qgis_new_project, qtbot, tmp_path):
    with no_live_service():
        wrong = _problems(Screens(qtbot, tmp_path), language)
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def _problems(screens, language):
    wrong = []
    pictures = os.environ.get("DINAMIS_PICTURES")
    try:
        for number, (name, screen) in enumerate(screens.walk()):
            screens.wait_for(lambda screen=screen: not clipped(screen))  # layouts settle in several turns
            for problem in (*clipped(screen), *unnamed(screen), *clashes(screen), *unreachable(screen)):
                wrong.append(f"{name}: {problem}")
            if screen is screens.dock:
                wrong += [f"{name}: {problem}" for problem in disordered(screen)]
            if screen is screens.dock and screen.width() > NARROW:
                wrong.append(f"{name}: {screen.width()} pixels wide")
            if pictures:
                screen.grab().save(f"{pictures}/{number:02}-{language}.png")
    finally:
        screens.close()
    return wrong
