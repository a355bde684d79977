# SPDX-License-Identifier: GPL-2.0-or-later
"""Keys and sessions in QGIS's own authentication database: what a person does, and what is said of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from dinamis_qgis.core import credentials as module
from dinamis_qgis.core.credentials import Credentials, State, Status, credentials
from dinamis_qgis.core.sign_in import SignIn, create_key, list_keys, revoke_key, who_am_i
from dinamis_qgis.domain.account_errors import (
    InvalidKey,
    NeedsMasterPassword,
    NeedsSignIn,
    SignInCodeExpired,
    SignInDenied,
)
from dinamis_qgis.domain.accounts import ApiKey, KeyPair
from dinamis_qgis.domain.errors import Cancelled, InvalidFile

PAIR = KeyPair("zPL9GaQrokbMCQGe", "very-secret")


def status(account):
    return credentials().status(account)


@pytest.fixture
def attempt(account, qtbot):
    """Run a sign-in to its end: its code, and the name or the error."""

    def run(timeout=20_000, when_code=lambda _sign_in: None):
        said = []
        sign_in = SignIn(account)
        sign_in.code_ready.connect(lambda code: (said.append(code), when_code(sign_in)))
        sign_in.succeeded.connect(said.append)
        sign_in.failed.connect(said.append)
        sign_in.start()
        qtbot.waitUntil(lambda: bool(said) and (isinstance(said[-1], (str, Exception))), timeout=timeout)
        return said

    return run


def test_a_key_is_kept_over_sessions_and_shown_by_its_beginning(account):
    assert status(account) == Status(State.SIGNED_OUT)
    credentials().set_key(account, PAIR)
    assert status(account) == Status(State.KEY, "zPL9…")
    module.close()  # QGIS ends
    assert status(account) == Status(State.KEY, "zPL9…")
    credentials().sign_out(account)
    assert status(account) == Status(State.SIGNED_OUT)
    module.close()
    assert status(account) == Status(State.SIGNED_OUT)


@pytest.mark.parametrize("key", [ApiKey(""), ApiKey("a b"), ApiKey("a\r\nX: y"), KeyPair("a", ""), KeyPair("é", "b")])
def test_what_is_no_key_is_refused(account, key):
    with pytest.raises(InvalidKey):
        credentials().set_key(account, key)
    assert status(account).state is State.SIGNED_OUT


def test_a_locked_database_opens_no_window_and_says_so(account):
    credentials().set_key(account, PAIR)
    QgsApplication.authManager().clearMasterPassword()
    module.close()
    assert status(account) == Status(State.NEEDS_MASTER_PASSWORD)
    with pytest.raises(NeedsMasterPassword):
        credentials().set_key(account, PAIR)
    QgsApplication.authManager().setMasterPassword("only for tests", True)
    assert status(account) == Status(State.KEY, "zPL9…")  # its signal was heard


def test_a_sign_out_needs_no_master_password(account):
    credentials().set_key(account, PAIR)
    QgsApplication.authManager().clearMasterPassword()
    credentials().sign_out(account)
    assert status(account) == Status(State.SIGNED_OUT)
    QgsApplication.authManager().setMasterPassword("only for tests", True)
    assert status(account) == Status(State.SIGNED_OUT)


def test_at_start_nothing_of_the_database_is_asked(account, qtbot):
    credentials().set_key(account, PAIR)
    QgsApplication.authManager().clearMasterPassword()
    module.close()
    fresh = Credentials()
    assert fresh._keyring is None and fresh._signer is None
    fresh.close()


def test_a_person_signs_in_and_who_listens_hears_it(account, attempt, there, qtbot):
    heard = []
    credentials().changed.connect(heard.append)
    there.sso.script = ["authorization_pending"]
    code, name = attempt()
    assert name == "a.martin" and code.link.startswith(there.sso_server.url)
    assert status(account) == Status(State.SIGNED_IN, "a.martin") and account.id in heard
    module.close()
    assert status(account) == Status(State.SIGNED_IN, "a.martin")


@pytest.mark.parametrize(("said", "kind"), [("access_denied", SignInDenied), ("expired_token", SignInCodeExpired)])
def test_a_sign_in_that_fails_changes_nothing(account, attempt, there, said, kind):
    credentials().set_key(account, PAIR)
    there.sso.script = [said]
    assert isinstance(attempt()[-1], kind)
    assert status(account) == Status(State.KEY, "zPL9…")


def test_a_sign_in_can_be_given_up(account, attempt, there):
    there.sso.interval = 30
    _code, error = attempt(5_000, lambda sign_in: sign_in.cancel())
    assert isinstance(error, Cancelled) and status(account).state is State.SIGNED_OUT


def test_nobody_confirms_what_could_not_be_kept(account, attempt, there):
    QgsApplication.authManager().clearMasterPassword()
    (error,) = attempt()
    assert isinstance(error, NeedsMasterPassword) and not there.signing_server.asked


def test_who_is_signed_in_makes_lists_and_revokes_keys(account, attempt, there, in_task):
    attempt()
    access = in_task(lambda feedback: create_key(account, "QGIS", feedback))
    assert status(account) == Status(State.KEY, f"{access[:4]}…") and access in there.signing.keys
    assert [key.access_key for key in in_task(lambda feedback: list_keys(account, feedback))] == [access]
    assert in_task(lambda feedback: who_am_i(account, feedback)) == "a.martin"
    in_task(lambda feedback: revoke_key(account, access, feedback))
    assert not there.signing.keys


def test_keys_are_for_who_is_signed_in(account, in_task, there):
    credentials().set_key(account, PAIR)
    with pytest.raises(NeedsSignIn):
        in_task(lambda feedback: list_keys(account, feedback))
    assert not there.signing_server.asked


@pytest.fixture
def sdk(tmp_path):
    folder = tmp_path / "teledetection"
    folder.mkdir()

    def write(name, content):
        (folder / name).write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return folder

    return write


def test_a_key_of_the_teledetection_package_is_taken_over(account, sdk):
    folder = sdk(".apikey", {"access-key": "abcdef", "secret-key": "s"})
    sdk(".jwt", "broken")
    assert credentials().import_sdk(account, folder) == "key"
    assert status(account) == Status(State.KEY, "abcd…") and (folder / ".apikey").is_file()


def test_a_session_of_the_teledetection_package_is_taken_over_and_renewed(account, attempt, there, sdk, in_task):
    attempt()
    session = credentials().keyring.secrets(account).tokens
    credentials().sign_out(account)
    said = {"access_token": session.access, "refresh_token": session.refresh, "expires_in": 300,
            "refresh_expires_in": 0, "token_type": "Bearer"}  # fmt: skip
    assert credentials().import_sdk(account, sdk(".jwt", said)) == "session"
    assert status(account).state is State.SIGNED_IN
    href = there.put("/a.tif", b"a")
    assert in_task(lambda feedback: credentials().signer.sign([href], feedback))[href] != href


@pytest.mark.parametrize(
    "content",
    ["{", "[]", "{}", '{"access-key": 3, "secret-key": "x"}', '{"access-key": "a b", "secret-key": "x"}'],
)
def test_a_file_of_theirs_that_is_none_is_told(account, sdk, content):
    with pytest.raises(InvalidFile):
        credentials().import_sdk(account, sdk(".apikey", content))
    with pytest.raises(InvalidFile):
        credentials().import_sdk(account, Path("/nowhere"))


def test_their_folder_is_found(configured, sdk):
    folder = sdk(".apikey", {"access-key": "abcdef", "secret-key": "s"})
    for environment, found in (
        ({"TLD_CONFIG_DIR": str(folder)}, folder),
        ({"XDG_CONFIG_HOME": str(folder.parent)}, folder),
        ({"TLD_CONFIG_DIR": str(folder.parent)}, None),
    ):
        one = Credentials(environment)
        assert one.sdk_folder() == found
        one.close()


def test_the_environment_gives_a_key_and_a_service(there, configured, in_task, qgis_app):
    configured(there.row(signing="https://signing.example.org/"))
    there.signing.keys["me"] = "mine"
    one = Credentials({"TLD_ACCESS_KEY": "me", "TLD_SECRET_KEY": "mine", "TLD_SIGNING_ENDPOINT": there.root})
    try:
        account = one.account(there.signing_server.url)
        assert one.status(account) == Status(State.KEY, "me…", from_environment=True)
        href = there.put("/a.tif", b"a")
        assert "X-Amz" in in_task(lambda feedback: one.signer.sign([href], feedback))[href]
    finally:
        one.close()


def test_a_key_of_the_environment_is_for_one_service_only(there, configured):
    configured(there.row(), there.row(id="another", signing="https://other.example.org/"))
    one = Credentials({"TLD_ACCESS_KEY": "me", "TLD_SECRET_KEY": "mine"})
    states = {account.id: one.status(account).state for account in one.accounts() if account.kind == "signing"}
    one.close()
    assert list(states.values()) == [State.KEY, State.SIGNED_OUT, State.SIGNED_OUT]


def test_no_secret_is_sent_in_clear(configured):
    configured(
        {"id": "clear", "kind": "stac", "url": "http://example.org", "auth": "api-key"},
        {"id": "dark", "kind": "stac", "url": "http://x", "auth": "teledetection", "signing": "http://example.org/"},
    )
    assert not [account for account in credentials().accounts() if {"clear", "dark"} & set(account.rows)]


def test_accounts_follow_the_file_of_catalogues(configured):
    module.close()
    ids = [account.id for account in credentials().accounts()]
    assert ids == [
        "https://signing.stac.teledetection.fr", "https://geodes-portal.cnes.fr", "https://hydroweb.next.theia-land.fr",
    ]  # fmt: skip
    both = credentials().accounts()[0]
    assert both.rows == ("teledetection", "theia-mtd") and both.signs == ("meso.umontpellier.fr",)
    configured({"id": "mine", "kind": "stac", "url": "https://mine.example.org/stac", "auth": "api-key"})
    assert credentials().accounts()[-1].id == "https://mine.example.org"
