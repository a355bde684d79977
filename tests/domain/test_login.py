# SPDX-License-Identifier: GPL-2.0-or-later
"""Sign-in, renewal and keys, against a real server that follows RFC 8628 and the sources of teledetection."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
import requests

from dinamis_qgis.domain.account_errors import (
    SignInCodeExpired,
    SignInDenied,
    SignInExpired,
    SignInFailed,
    SignInPending,
    SlowDown,
)
from dinamis_qgis.domain.accounts import SIGNING, Account
from dinamis_qgis.domain.errors import AuthenticationRequired, Cancelled, InvalidAnswer, NotFound, ServiceBroken
from dinamis_qgis.domain.login import Login
from tests.services.http_service import Answer, serving
from tests.services.signing_service import REALM, cloud


class Free:
    def __init__(self, until=None):
        self.until = until

    def isCanceled(self):
        return self.until is not None and time.monotonic() > self.until


@pytest.fixture
def there():
    with cloud() as running:
        yield running


def account(cloud):
    return Account(cloud.signing_server.url, "x", SIGNING, root=cloud.root, signs=("127.0.0.1",))


@pytest.fixture
def login(there):
    return Login(account(there), requests.Session())


def test_a_person_signs_in_and_is_named(there, login):
    there.sso.script = ["authorization_pending", "authorization_pending"]
    code = login.begin(Free())
    assert code.link.endswith("?user_code=WDJB-MJHT") and code.user_code == "WDJB-MJHT"
    assert 590 < code.expires_at - time.time() <= 600 and code.interval == 1
    tokens = login.wait(code, Free())
    assert tokens.access in there.sso.tokens and 290 < tokens.expires_at - time.time() <= 300
    assert tokens.refresh_expires_at is None  # an offline session does not end by itself
    assert login.who(tokens, Free()) == "a.martin"
    assert len(there.sso.polls) == 3 and there.sso.polls[1] - there.sso.polls[0] >= 0.9
    form = there.sso_server.asked[0]
    assert form.headers["content-type"] == "application/x-www-form-urlencoded"


def test_what_is_held_is_never_shown(there, login):
    tokens = login.wait(login.begin(Free()), Free())
    shown = repr(tokens) + repr(login.begin(Free()))
    assert not any(secret in shown for secret in there.sso.given)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("authorization_pending", SignInPending), ("slow_down", SlowDown), ("access_denied", SignInDenied),
        ("expired_token", SignInCodeExpired), ("invalid_client", SignInFailed), ("503", ServiceBroken),
    ],
)  # fmt: skip
def test_each_refusal_has_its_type(there, login, said, kind):
    there.sso.script = [said]
    with pytest.raises(kind) as caught:
        login.poll(login.begin(Free()), Free())
    assert type(caught.value) is kind and not any(secret in str(caught.value) for secret in there.sso.given)


@pytest.mark.parametrize(("said", "kind"), [("access_denied", SignInDenied), ("expired_token", SignInCodeExpired)])
def test_a_no_ends_the_wait(there, login, said, kind):
    there.sso.script = ["authorization_pending", said]
    with pytest.raises(kind):
        login.wait(login.begin(Free()), Free())


def test_slow_down_and_trouble_make_it_ask_less_often(there, login, monkeypatch):
    waits = []
    monkeypatch.setattr("dinamis_qgis.domain.login.wait", lambda seconds, _feedback: waits.append(round(seconds)))
    there.sso.script = ["slow_down", "authorization_pending", "503", "slow_down"]
    login.wait(login.begin(Free()), Free())
    assert waits == [1, 6, 6, 11, 16]


def test_a_code_that_nobody_confirms_expires_here_too(there, login):
    there.sso.script = ["authorization_pending"] * 50
    there.sso.code_life = 2
    with pytest.raises(SignInCodeExpired):
        login.wait(login.begin(Free()), Free())
    assert len(there.sso.polls) <= 2


def test_who_gives_up_is_heard_while_it_waits(there, login):
    there.sso.script = ["authorization_pending"] * 50
    there.sso.interval = 30
    code = login.begin(Free())
    with pytest.raises(Cancelled):
        login.wait(code, Free(time.monotonic() + 0.2))


def test_a_session_is_renewed_and_its_end_is_told(there, login):
    tokens = replace(login.wait(login.begin(Free()), Free()), name="a.martin")
    fresh = login.refresh(tokens, Free())
    assert fresh.access != tokens.access and fresh.refresh != tokens.refresh and fresh.name == "a.martin"
    with pytest.raises(SignInExpired):
        login.refresh(tokens, Free())  # it was good once
    asked = len(there.signing_server.asked)
    assert login.refresh(fresh, Free()) and len(there.signing_server.asked) == asked  # the address is remembered


def test_tokens_of_another_program_find_the_service_by_themselves(there, login):
    tokens = login.wait(login.begin(Free()), Free())
    assert login.refresh(replace(tokens, token_url=""), Free()).token_url.endswith(f"{REALM}/token")


def test_a_service_in_trouble_ends_no_session(there, login):
    tokens = login.wait(login.begin(Free()), Free())
    with serving(lambda _: Answer(status=502)) as broken, pytest.raises(ServiceBroken):
        login.refresh(replace(tokens, token_url=f"{broken.url}/token"), Free())


def test_keys_are_made_listed_and_revoked(there, login):
    tokens = login.wait(login.begin(Free()), Free())
    pair = login.create_key(tokens, "QGIS, été", Free())
    assert there.signing.keys == {pair.access: pair.secret} and pair.secret not in repr(pair)
    assert there.signing_server.asked[-1].query == {"description": "QGIS, été"}
    assert [(key.access_key, key.created) for key in login.list_keys(tokens, Free())] == [
        (pair.access, "2025-05-06 09:22:50")
    ]
    login.revoke_key(tokens, pair.access, Free())
    assert login.list_keys(tokens, Free()) == []
    there.sso.end_tokens()
    with pytest.raises(AuthenticationRequired):
        login.list_keys(tokens, Free())


@pytest.mark.parametrize("link", ["file:///etc/passwd", "http://example.org/device", "javascript:alert(1)"])
def test_a_page_to_confirm_on_is_a_web_page_over_tls(there, login, link):
    there.sso.link = link
    with pytest.raises(InvalidAnswer):
        login.begin(Free())


@pytest.mark.parametrize("token_url", ["", "ftp://x/token", "http://example.org/token", None, 3])
def test_tokens_are_never_asked_in_clear(there, login, token_url):
    there.signing.token_url = token_url
    with pytest.raises(InvalidAnswer):
        login.begin(Free())


def test_a_service_without_description_is_told(there):
    with serving(lambda _: Answer(status=404)) as nothing, pytest.raises(NotFound):
        Login(replace(account(there), root=f"{nothing.url}/"), requests.Session()).begin(Free())


@pytest.mark.parametrize(
    "body",
    [
        b"{}", b"[]", b"<html>", b'{"access_token"', b'{"access_token": 3}',
        b'{"access_token": "a\\nb", "refresh_token": "r"}',
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_told(there, login, body):
    code = login.begin(Free())
    with serving(lambda _: Answer(body)) as strange, pytest.raises(InvalidAnswer):
        login.poll(replace(code, token_url=f"{strange.url}/token"), Free())


def test_a_description_that_leads_nowhere_is_told(there):
    flows = {"password": {"tokenUrl": "http://[bad"}}
    said = {"components": {"securitySchemes": {"OAuth2PasswordBearer": {"flows": flows}}}}
    with serving(lambda _asked: Answer.of(said)) as service, pytest.raises(InvalidAnswer):
        Login(replace(account(there), root=f"{service.url}/"), requests.Session()).token_url(Free())
