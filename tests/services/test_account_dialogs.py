# SPDX-License-Identifier: GPL-2.0-or-later
"""Signing in and giving keys as a person does it, against doubles of the sign-in and signing services."""

from __future__ import annotations

import json
import os

import pytest
from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLabel, QMessageBox, QPushButton, QWidget

from dinamis_qgis.core import credentials as module
from dinamis_qgis.core.credentials import State, credentials
from dinamis_qgis.core.messages import sentence
from dinamis_qgis.domain.account_errors import (
    KeyRefused,
    NeedsKey,
    NeedsMasterPassword,
    NeedsSignIn,
    SignInExpired,
)
from dinamis_qgis.domain.accounts import KEYED, KeyPair
from dinamis_qgis.domain.errors import AuthenticationRequired, NotFound
from dinamis_qgis.gui.accounts.key_dialog import KeyDialog
from dinamis_qgis.gui.accounts.keys_dialog import KeysDialog
from dinamis_qgis.gui.accounts.remedies import remedies
from dinamis_qgis.gui.accounts.sign_in_dialog import SignInDialog
from dinamis_qgis.gui.notices import Notices
from dinamis_qgis.gui.options.accounts_box import AccountsBox
from tests.services.http_service import Answer

CODE = "WDJB-MJHT"
GEODES = "https://geodes-portal.cnes.fr"


class Browser(QObject):
    """Stands where the person's own would open."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @pyqtSlot(QUrl)
    def open(self, url):
        self.opened.append(url.toString())


@pytest.fixture
def browser(qgis_app):
    made = Browser()
    for scheme in ("http", "https"):
        QDesktopServices.setUrlHandler(scheme, made, "open")
    yield made
    for scheme in ("http", "https"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def sign_in(account, browser, qtbot):
    dialog = SignInDialog(account)
    dialog.show()
    yield dialog
    dialog.reject()
    dialog.deleteLater()


def shown(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.code.isVisible())


def test_the_code_is_confirmed_in_the_browser(there, sign_in, account, browser, qtbot):
    there.sso.script = ["authorization_pending"]
    shown(sign_in, qtbot)
    assert sign_in.code.text() == CODE and "confirm" in sign_in.state.text()
    minutes, _, seconds = sign_in.left.text().split()[0].partition(":")
    assert 590 <= int(minutes) * 60 + int(seconds) <= 600
    assert sign_in.page.isDefault()
    sign_in.copy.click()
    assert QApplication.clipboard().text() == CODE
    QTest.keyClick(sign_in, Qt.Key.Key_Return)
    assert browser.opened == [f"{there.sso_server.url}/auth/realms/mtd/device?user_code={CODE}"]
    qtbot.waitUntil(lambda: not sign_in.isVisible())
    assert sign_in.result() == SignInDialog.DialogCode.Accepted
    status = credentials().status(account)
    assert (status.state, status.name) == (State.SIGNED_IN, "a.martin")


def test_the_countdown_goes_down(sign_in, there, qtbot):
    there.sso.script = ["authorization_pending"] * 9
    shown(sign_in, qtbot)
    before = sign_in.left.text()
    qtbot.waitUntil(lambda: sign_in.left.text() != before)


def test_escape_gives_up_and_nothing_is_asked_any_more(sign_in, there, account, qtbot):
    there.sso.script = ["authorization_pending"] * 99
    shown(sign_in, qtbot)
    qtbot.waitUntil(lambda: bool(there.sso.polls))
    QTest.keyClick(sign_in, Qt.Key.Key_Escape)
    assert not sign_in.isVisible()
    qtbot.waitUntil(lambda: not QgsApplication.taskManager().activeTasks())
    asked = len(there.sso.polls)
    qtbot.wait(1500)
    assert len(there.sso.polls) == asked and credentials().status(account).state is State.SIGNED_OUT


@pytest.mark.parametrize(
    ("refusal", "said"), [("access_denied", "refused"), ("expired_token", "not confirmed in time"), ("weird", "weird")]
)
def test_a_refusal_is_said_and_another_code_is_one_click_away(sign_in, there, qtbot, refusal, said):
    there.sso.script = [refusal]
    qtbot.waitUntil(lambda: sign_in.again.isVisible())
    assert said in sign_in.state.text() and not sign_in.code.isVisible() and not sign_in.page.isVisible()
    assert sign_in.again.text() == "Another code" and sign_in.again.isDefault()
    QTest.keyClick(sign_in, Qt.Key.Key_Return)
    shown(sign_in, qtbot)
    qtbot.waitUntil(lambda: not sign_in.isVisible())
    assert sign_in.result() == SignInDialog.DialogCode.Accepted


def test_a_code_that_nobody_confirms_ends(there, account, browser, qtbot):
    there.sso.code_life, there.sso.script = 2, ["authorization_pending"] * 9
    dialog = SignInDialog(account)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.again.isVisible())
    assert "not confirmed in time" in dialog.state.text()
    dialog.reject()


def test_a_service_that_is_away_is_said(there, account, browser, qtbot):
    there.signing_server.answer = lambda _asked: Answer(status=503)
    dialog = SignInDialog(account)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.again.isVisible())
    assert "out of order" in dialog.state.text()
    dialog.reject()


def test_without_the_master_password_it_says_so_at_once_and_offers_it(account, auth_database, browser, qtbot):
    auth_database.clearMasterPassword()
    dialog = SignInDialog(account)
    dialog.show()
    assert dialog.again.text() == "Configure…" and "master password" in dialog.state.text()
    auth_database.setMasterPassword("only for tests", True)
    dialog.again.click()
    shown(dialog, qtbot)
    dialog.reject()


# --- keys ---------------------------------------------------------------------------------------


@pytest.fixture
def geodes(auth_database, configured):
    configured()
    found = credentials().account(GEODES)
    assert found.kind == KEYED
    yield found
    credentials().sign_out(found)


def ok(dialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def test_an_api_key_is_kept_and_not_shown(geodes, browser):
    dialog = KeyDialog(geodes)
    dialog.show()
    assert not ok(dialog).isEnabled() and not dialog.access.isVisible()
    QTest.keyClicks(dialog.secret, "my-own-key")
    assert dialog.secret.displayText() != "my-own-key"
    dialog.page.click()
    assert browser.opened[0].startswith(GEODES)
    ok(dialog).click()
    assert dialog.result() == KeyDialog.DialogCode.Accepted and dialog.secret.text() == ""
    assert credentials().status(geodes).state is State.KEY


def test_a_pair_of_keys(account):
    dialog = KeyDialog(account)
    dialog.show()
    QTest.keyClicks(dialog.secret, "secret")
    assert not ok(dialog).isEnabled()
    QTest.keyClicks(dialog.access, "abcdefgh")
    ok(dialog).click()
    status = credentials().status(account)
    assert status.state is State.KEY and status.name == "abcd…"


def test_what_is_no_key_is_said_and_the_dialog_stays(geodes):
    dialog = KeyDialog(geodes)
    dialog.show()
    QTest.keyClicks(dialog.secret, "two words")
    ok(dialog).click()
    assert dialog.isVisible() and "copy it whole" in dialog.state.text()
    assert credentials().status(geodes).state is State.SIGNED_OUT
    dialog.reject()


def test_a_locked_database_is_unlocked_on_the_way(geodes, auth_database):
    auth_database.clearMasterPassword()
    dialog = KeyDialog(geodes)
    dialog.show()
    QTest.keyClicks(dialog.secret, "my-own-key")
    ok(dialog).click()
    assert dialog.isVisible() and dialog.configure.isVisible()
    auth_database.setMasterPassword("only for tests", True)
    dialog.configure.click()
    ok(dialog).click()
    assert not dialog.isVisible() and credentials().status(geodes).state is State.KEY


# --- the box of the options ---------------------------------------------------------------------


@pytest.fixture
def box(account, qtbot):
    bar = QgsMessageBar()
    made = AccountsBox(Notices(bar), {"teledetection": "Montpellier"})
    made.bar = bar
    made.resize(700, 300)
    made.show()
    yield made
    made.close_box()
    made.deleteLater()


def line(box, account):
    """State and buttons of an account, as they are seen."""
    row = [one.id for one in credentials().accounts()].index(account.id)
    state = box.layout().itemAtPosition(row, 1).widget()
    actions = box.layout().itemAtPosition(row, 2).widget()
    return state.text(), {button.text(): button for button in actions.findChildren(QPushButton)}


def test_each_account_says_how_it_stands(box, account, there):
    assert line(box, account)[0] == "not signed in"
    assert list(line(box, account)[1]) == ["Sign in…", "Add the key…"]
    credentials().set_key(account, KeyPair("abcdefgh", "secret-of-it"))
    state, buttons = line(box, account)
    assert state == "key kept (abcd…)" and list(buttons) == ["Keys…", "Sign out"]
    assert not [label for label in box.findChildren(QLabel) if "secret-of-it" in label.text()]
    buttons["Sign out"].click()
    assert line(box, account)[0] == "not signed in"


def test_signing_in_from_the_box(box, account, there, browser, qtbot):
    line(box, account)[1]["Sign in…"].click()
    dialog = box.findChild(SignInDialog)
    qtbot.waitUntil(lambda: line(box, account)[0] == "signed in: a.martin")
    qtbot.waitUntil(lambda: sip.isdeleted(dialog))


def test_a_key_of_geodes_is_added_and_replaced(box):
    geodes = credentials().account(GEODES)
    state, buttons = line(box, geodes)
    assert state == "no key" and list(buttons) == ["Add the key…"]
    buttons["Add the key…"].click()
    dialog = box.findChild(KeyDialog)
    QTest.keyClicks(dialog.secret, "my-own-key")
    ok(dialog).click()
    state, buttons = line(box, geodes)
    assert state == "key kept" and list(buttons) == ["Replace the key…", "Forget the key"]
    credentials().sign_out(geodes)


def test_without_the_master_password_there_is_a_button_and_no_window(box, account, auth_database):
    credentials().set_key(account, KeyPair("abcdefgh", "secret"))
    auth_database.clearMasterPassword()
    credentials().keyring.forget_held()
    box.show_accounts()
    state, buttons = line(box, account)
    assert "locked" in state and list(buttons) == ["Configure…"]
    assert QApplication.activeModalWidget() is None
    auth_database.setMasterPassword("only for tests", True)
    buttons["Configure…"].click()
    assert line(box, account)[0].startswith("key kept")


def test_a_teledetection_configuration_is_imported_once_the_person_said_so(box, account, tmp_path, monkeypatch):
    (tmp_path / ".apikey").write_text(json.dumps({"access-key": "imported-key", "secret-key": "s"}), encoding="utf-8")
    one = credentials()
    one._environment["TLD_CONFIG_DIR"] = str(tmp_path)
    box.show_accounts()
    line(box, account)[1]["Import a teledetection configuration…"].click()
    question = box.findChild(QMessageBox)
    assert str(tmp_path) in question.text() and line(box, account)[0] == "not signed in"
    next(button for button in question.buttons() if button.text().replace("&", "") == "Import").click()
    assert line(box, account)[0] == "key kept (impo…)" and (tmp_path / ".apikey").is_file()


def test_what_the_environment_gives_cannot_be_changed_here(account, monkeypatch, qtbot):
    module.close()
    monkeypatch.setenv("TLD_ACCESS_KEY", "from-outside")
    monkeypatch.setenv("TLD_SECRET_KEY", "s")
    monkeypatch.setattr(module, "_one", module.Credentials(dict(os.environ)))
    made = AccountsBox(Notices(QgsMessageBar()), {})
    state, buttons = line(made, account)
    assert "environment" in state and "from…" in state and not buttons
    made.close_box()
    module.close()


# --- keys of the service --------------------------------------------------------------------------


def test_a_key_is_created_used_and_another_one_revoked(box, account, there, browser, qtbot):
    line(box, account)[1]["Sign in…"].click()
    qtbot.waitUntil(lambda: line(box, account)[0].startswith("signed in"))
    there.signing.keys["0old0old0old"] = "secret"
    line(box, account)[1]["Keys…"].click()
    dialog = box.findChild(KeysDialog)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1)
    assert dialog.list.topLevelItem(0).text(1) == "6\u00a0May\u00a02025"
    dialog.create.click()
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 2 and dialog.create.isEnabled())
    assert "kept here" in dialog.state.text() and line(box, account)[0].startswith("key kept")
    secrets = set(there.signing.keys.values()) - {"secret"}
    shown = [dialog.list.topLevelItem(row).text(column) for row in range(2) for column in range(3)]
    assert not [text for text in shown for secret in secrets if secret in text]
    for row in range(2):
        item = dialog.list.topLevelItem(row)
        dialog.list.setCurrentItem(item)
        assert dialog.revoke.isEnabled() == (item.text(0) == "0old0old0old")
    dialog.list.setCurrentItem(next(iter(dialog.list.findItems("0old0old0old", Qt.MatchFlag.MatchExactly))))
    dialog.revoke.click()
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1 and dialog.create.isEnabled())
    assert "0old0old0old" not in there.signing.keys and "revoked" in dialog.state.text()
    dialog.reject()


def test_keys_of_someone_who_is_not_signed_in_are_told_why(account, qtbot):
    credentials().set_key(account, KeyPair("abcdefgh", "secret"))
    dialog = KeysDialog(account)
    dialog.show()
    qtbot.waitUntil(lambda: "sign in" in dialog.state.text())
    dialog.reject()


# --- messages -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "label", "dialog"),
    [
        (NeedsSignIn, "Sign in…", SignInDialog),
        (SignInExpired, "Sign in again", SignInDialog),
        (NeedsKey, "Add the key…", KeyDialog),
        (KeyRefused, "Add the key…", KeyDialog),
    ],
)
def test_a_message_about_an_account_leads_to_what_helps(account, browser, qtbot, kind, label, dialog):
    parent, bar, options = QWidget(), QgsMessageBar(), []
    notices = Notices(bar, lambda error: remedies(error, options.append, parent))
    notices.tell(kind(account.id))
    notices.tell(kind(account.id))
    assert len(bar.items()) == 1
    button = next(one for one in bar.currentItem().findChildren(QPushButton) if one.text() == label)
    button.click()
    assert bar.currentItem() is None
    opened = parent.findChild(dialog)
    assert opened.isVisible()
    opened.reject()


def test_an_expired_session_is_told_in_its_own_words(account):
    bar = QgsMessageBar()
    Notices(bar, lambda error: remedies(error, lambda _section: None)).tell(SignInExpired(account.id))
    assert bar.currentItem().text() == "Your session has expired."


def test_what_no_account_is_known_for_leads_to_the_options(account):
    bar, options = QgsMessageBar(), []
    notices = Notices(bar, lambda error: remedies(error, options.append))
    notices.tell(AuthenticationRequired("https://elsewhere.test/stac", "", 401))
    next(one for one in bar.currentItem().findChildren(QPushButton) if one.text() == "Accounts and catalogues…").click()
    notices.tell(NeedsKey("https://elsewhere.test"))
    assert options == ["catalogues"] and len(bar.currentItem().findChildren(QPushButton)) == 1


def test_a_locked_database_is_offered_to_be_unlocked(account, auth_database):
    error = NeedsMasterPassword(account.id)
    words, actions = remedies(error, lambda _section: None)
    assert words == "" and [label for label, _run in actions] == ["Configure…"] and sentence(error)
    actions[0][1]()


def test_other_errors_have_no_such_button(account):
    assert remedies(NotFound("https://x.test", "", 404), lambda _section: None) == ("", ())
