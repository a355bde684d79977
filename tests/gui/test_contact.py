# SPDX-License-Identifier: GPL-2.0-or-later
"""« Contact et liens »: a text is copied, the form is opened, nothing is sent."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtWidgets import QApplication, QPushButton

from dinamis_qgis.core.contacts import needs, ready_text, site
from dinamis_qgis.gui.contact import ContactDialog


@pytest.fixture
def dialog(qgis_app, qtbot):
    opened = []
    made = ContactDialog(None, lambda url: opened.append(url.toString()))
    made.opened = opened
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("place", range(4))
def test_each_need_has_a_text_of_its_own_which_is_copied_as_it_was_edited(dialog, place):
    dialog.list.setCurrentIndex(place)
    assert dialog.text.toPlainText() == ready_text(needs()[place])
    dialog.text.appendPlainText("Ma question")
    dialog.go.click()
    assert QApplication.clipboard().text().endswith("Ma question")
    assert dialog.opened == ["https://dinamis.data-terra.org/contact/"] and "Nothing was sent" in dialog.told.text()


def test_texts_differ_and_speak_french():
    texts = {ready_text(one) for one in needs()}
    assert len(texts) == 4 and all(text.startswith("Bonjour,") for text in texts)


def test_the_address_of_pleiades_is_told_and_a_crisis_has_its_own_way(dialog):
    dialog.list.setCurrentIndex(2)
    assert "dinamis@cnes.fr" in dialog.where.text()
    said = " ".join(label.text() for label in dialog.findChildren(type(dialog.told)))
    assert "COGIC" in said and "images-satellites@ign.fr" in said


def test_links_open_on_a_click_only(dialog):
    assert dialog.opened == []
    for button in dialog.findChildren(QPushButton):
        if button.property("site"):
            button.click()
            assert dialog.opened[-1] == site(button.property("site")).toString()
    assert len(dialog.opened) == 4 and all(url.startswith("https://") for url in dialog.opened)
