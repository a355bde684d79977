# SPDX-License-Identifier: GPL-2.0-or-later
"""What the results say of accounts: only when it matters, with the way there."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication

from dinamis_qgis.core import credentials as module
from dinamis_qgis.core.credentials import credentials
from dinamis_qgis.domain.account_errors import NeedsKey
from dinamis_qgis.domain.accounts import ApiKey
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.domain.errors import NotFound
from dinamis_qgis.domain.scene import Scene
from dinamis_qgis.gui.search.login_note import LoginNote

OPEN = CatalogueRow("open", "Open", "stac", "https://open.test")
KEYED = CatalogueRow("keyed", "Keyed", "stac", "https://keyed.test/stac", auth="api-key")


def came(*catalogues):
    return [(Scene(id=name, catalogue=name), None) for name in catalogues]


@pytest.fixture
def note(qgis_app):
    if not QgsApplication.authManager().setMasterPassword("only for tests", True):
        pytest.skip("this profile's authentication database has another master password")
    made = LoginNote()
    made.watch([OPEN, KEYED])
    yield made
    made.close_note()
    account = credentials().account_of(KEYED)
    credentials().sign_out(account)
    QgsApplication.authManager().clearMasterPassword()
    module.close()


def test_it_is_said_when_an_image_comes_that_takes_an_account(note):
    note.arrived(came("open"))
    assert note.isHidden()
    note.arrived(came("open", "keyed"))
    assert not note.isHidden() and "opening will ask you to sign in" in note.text()
    note.watch([OPEN, KEYED])
    assert note.isHidden()


def test_it_goes_as_soon_as_there_is_a_key(note):
    note.arrived(came("keyed"))
    credentials().set_key(credentials().account_of(KEYED), ApiKey("my-own-key"))
    assert note.isHidden()
    credentials().sign_out(credentials().account_of(KEYED))
    assert not note.isHidden()


def test_a_catalogue_that_asks_for_a_key_leads_to_the_accounts(note, qtbot):
    note.refused([NotFound("https://open.test", "", 404)])
    assert note.isHidden()
    note.refused([NotFound("https://open.test", "", 404), NeedsKey("https://keyed.test")])
    assert not note.isHidden() and "sign in" not in note.text()
    with qtbot.waitSignal(note.accounts_requested):
        note.linkActivated.emit("accounts")
