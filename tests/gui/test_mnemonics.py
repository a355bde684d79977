# SPDX-License-Identifier: GPL-2.0-or-later
"""Alt and a letter leads to a field; no letter is used twice, nor one of QGIS's menus."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFormLayout, QLabel, QLineEdit, QMainWindow, QPushButton, QWidget

from dinamis_qgis.gui.mnemonics import give_mnemonics
from tests.gui.looks import clashes


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    for title in ("&Raster", "Pro&jet", "É&diter", "&Vue && plus"):
        window.menuBar().addMenu(title)
    page = QWidget()
    window.setCentralWidget(page)
    form = QFormLayout(page)
    window.fields = {name: QLineEdit() for name in ("Quoi", "Quand", "Où", "Réseau", "À la fin", "Pays & régions", "")}
    for name, field in window.fields.items():
        form.addRow(name, field)
    form.addRow(QLabel("no field"))
    form.addRow(QPushButton("&Ouvrir"))
    give_mnemonics(page, window)
    window.show()
    window.activateWindow()
    return window


def texts(window):
    return [label.text() for label in window.centralWidget().findChildren(QLabel) if label.buddy() is not None]


def test_letters_are_given_once_and_never_those_of_the_menus(window):
    given = texts(window)
    assert given[:3] == ["&Quoi", "Q&uand", "Où"]  # O is the button's, ù is on no plain keyboard
    assert given[3] == "Ré&seau" and given[4] == "À &la fin"
    assert given[5] == "Pays & régions"  # it has an ampersand of its own
    assert not clashes(window.centralWidget())


def test_alt_and_the_letter_leads_to_the_field(window, qtbot):
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QTest.keyClick(window, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(window.fields["Quand"].hasFocus)


def test_given_again_nothing_changes(window):
    before = texts(window)
    give_mnemonics(window.centralWidget(), window)
    assert texts(window) == before
