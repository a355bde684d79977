# SPDX-License-Identifier: GPL-2.0-or-later
"""Links: signed in batches, remembered, renewed; by a service whose clock and moods are its own."""

from __future__ import annotations

import threading
import time

import pytest
import requests

from dinamis_qgis.domain.account_errors import KeyRefused, NeedsMasterPassword, NeedsSignIn, SignInExpired
from dinamis_qgis.domain.accounts import SIGNING, Account, KeyPair, Secrets, Tokens
from dinamis_qgis.domain.errors import (
    AccessDenied,
    Cancelled,
    HttpError,
    InvalidAnswer,
    ServiceBroken,
    TooManyRequests,
    Unreachable,
)
from dinamis_qgis.domain.keyring import Keyring
from dinamis_qgis.domain.login import Login
from dinamis_qgis.domain.signed_address import bare, signed_period
from dinamis_qgis.domain.signing import Signer
from dinamis_qgis.domain.web import ask
from tests.services.http_service import Answer, self_signed, serving
from tests.services.signing_service import cloud


class Free:
    def isCanceled(self):
        return False


class Memory:
    """A store of secrets."""

    def __init__(self):
        self.held, self.locked = {}, False

    def read(self, account):
        if self.locked:
            raise NeedsMasterPassword(account.id)
        return self.held.get(account.id, Secrets())

    def write(self, account, secrets):
        if self.locked:
            raise NeedsMasterPassword(account.id)
        self.held[account.id] = secrets


PAIR = KeyPair("me", "mysecret")
_DATE = "X-Amz-Date=20250101T000000Z"


class Here:
    """A signer at a service, with a clock of its own and a pair of keys."""

    def __init__(self, cloud, key=PAIR):
        self.cloud, self.late = cloud, 0.0
        self.account = Account(cloud.signing_server.url, "x", SIGNING, root=cloud.root, signs=("127.0.0.1",))
        self.store, self.changes = Memory(), []
        self.keyring = Keyring(
            lambda: (self.account,), self.store, requests.Session, None, self.changes.append, self.clock
        )
        self.signer = Signer(lambda: (self.account,), self.keyring, requests.Session, self.clock)
        if key is not None:
            cloud.signing.keys[key.access] = key.secret
            self.keyring.put(self.account, Secrets(key))

    def clock(self):
        return time.time() + self.late

    def sign_in(self):
        login = Login(self.account, requests.Session(), self.clock)
        tokens = login.wait(login.begin(Free()), Free())
        self.keyring.put(self.account, Secrets(None, tokens))
        return tokens

    def sign(self, *hrefs, **others):
        return self.signer.sign(hrefs, Free(), **others)

    def get(self, href):
        return self.signer.with_link(href, Free(), lambda link: ask(requests.Session(), "GET", link, Free(), 1 << 20))


@pytest.fixture
def there():
    with cloud() as running:
        yield running


@pytest.fixture
def here(there):
    return Here(there)


def files(cloud, count):
    return [cloud.put(f"/bucket/{number}.tif", b"%d" % number) for number in range(count)]


def test_many_files_take_batches_of_64_once(there, here):
    hrefs = files(there, 150)
    links = here.sign(*hrefs, hrefs[0])
    assert [len(batch) for batch in there.signing.batches] == [64, 64, 22]
    assert list(links) == hrefs and all(link.startswith(f"{href}?X-Amz-") for href, link in links.items())
    assert here.sign(*reversed(hrefs)) == links and len(there.signing.batches) == 3
    asked = there.signing_server.asked[0]
    assert (asked.headers["access-key"], asked.headers["secret-key"]) == ("me", "mysecret")
    assert "authorization" not in asked.headers and asked.headers["content-type"] == "application/json"


def test_what_is_not_theirs_is_left_alone(there, here):
    others = ["https://example.org/a.tif", "/data/a.tif", "/vsizip/a.zip/b", "https://127.0.0.1.example.org/x", "",
              "http://[bad", "ftp://127.0.0.1/x", "https://x127.0.0.1/x"]  # fmt: skip
    assert here.sign(*others) == {href: href for href in others}
    assert here.sign() == {} and not there.signing_server.asked


def test_a_link_is_given_until_shortly_before_it_ends(there, here):
    (href,) = files(there, 1)
    first = here.sign(href)[href]
    here.late = 28800 - 1900
    assert here.sign(href)[href] == first
    assert here.signer.expiry(first) == pytest.approx(time.time() + 28800, abs=5)
    here.late = 28800 - 1700
    assert here.sign(href) and len(there.signing.batches) == 2


def test_links_of_a_short_life_are_remembered_too(there, here):
    there.signing.life = 600
    (href,) = files(there, 1)
    here.sign(href)
    here.late = 440
    here.sign(href)
    assert len(there.signing.batches) == 1
    here.late = 460
    here.sign(href)
    assert len(there.signing.batches) == 2


@pytest.mark.parametrize("says_date", [True, False])
@pytest.mark.parametrize("skew", [-30 * 3600.0, 30 * 3600.0])
def test_a_clock_that_is_wrong_does_not_matter(there, here, skew, says_date):
    there.signing.skew, there.signing.says_date = skew, says_date
    (href,) = files(there, 1)
    first = here.sign(href)[href]
    assert here.sign(href)[href] == first and len(there.signing.batches) == 1
    assert here.get(href) == b"0"
    here.late = 28800 - 1000
    here.sign(href)
    assert len(there.signing.batches) == 2


def test_an_address_that_came_signed_is_used_while_it_opens(there, here):
    (href,) = files(there, 1)
    signed = there.signing.link(href)
    assert here.sign(signed) == {signed: signed} and not there.signing.batches
    there.signing.skew = -27 * 3600.0  # by now that one would have ended
    old = there.signing.link(href)
    there.signing.skew = 0.0
    fresh = here.sign(old)[old]
    assert fresh != old and there.signing.batches == [[href]] and here.get(old) == b"0"


def test_a_refused_link_is_signed_again_once(there, here):
    (href,) = files(there, 1)
    stale = here.sign(href)[href]
    there.signing.secret = b"another"  # the storage's keys changed: every link is void
    assert here.get(href) == b"0" and len(there.signing.batches) == 2
    assert here.sign(href)[href] != stale
    there.store.signing = None  # the storage refuses everything
    with pytest.raises(AccessDenied):
        here.get(href)
    assert len(there.signing.batches) == 3


def test_threads_that_want_the_same_share_one_request(there, here):
    hrefs = files(there, 20)
    there.signing_server.answer = lambda asked: Answer(**{**vars(there.signing(asked)), "delay": 0.2})
    threads = [threading.Thread(target=here.sign, args=hrefs) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(there.signing.batches) == 1


def test_who_waits_for_its_turn_can_give_up(there, here):
    class GivesUp:
        until = time.monotonic() + 0.3

        def isCanceled(self):
            return time.monotonic() > self.until

    one, other = files(there, 2)
    asked = threading.Event()

    def late(said):
        asked.set()
        return Answer(**{**vars(there.signing(said)), "delay": 1.5})

    there.signing_server.answer = late
    first = threading.Thread(target=here.sign, args=[one])
    first.start()
    asked.wait(5.0)
    with pytest.raises(Cancelled):
        here.signer.sign([other], GivesUp())
    first.join()


def test_what_is_expected_fills_the_batch_and_harms_nobody(there, here):
    hrefs = files(there, 100)
    here.signer.expect([*hrefs, "https://example.org/x"])
    here.sign(hrefs[3])
    assert [len(batch) for batch in there.signing.batches] == [64]
    here.sign(*hrefs[:64])
    assert len(there.signing.batches) == 1
    here.signer.expect([f"{there.store_server.url}/ok.tif", "http://127.0.0.1:1/bad.tif"])
    late = there.put("/late.tif", b"x")
    here.sign(late)  # one of those that were guessed is refused with all the batch
    assert there.signing.batches[-1] == [late]


@pytest.mark.parametrize("wrong", [0, 1, 31, 62])
def test_one_guess_that_they_refuse_is_found_by_halves(there, here, wrong):
    """Every other file is signed, in few requests, and none waits for more than two."""
    hrefs = files(there, 63)
    guessed = [*hrefs[:wrong], "http://127.0.0.1:1/bad.tif", *hrefs[wrong:]]
    here.signer.expect(guessed)
    for href in hrefs:
        before = len(there.signing.batches)
        here.sign(href)
        assert len(there.signing.batches) - before <= 2
    assert len(there.signing.batches) <= 20


def test_guesses_that_were_not_asked_stay_guesses(there, here, monkeypatch):
    monkeypatch.setattr("dinamis_qgis.domain.signing.wait", lambda *_: None)
    hrefs = files(there, 10)
    here.signer.expect(hrefs)
    there.signing.first = [Answer(status=500)] * 4
    with pytest.raises(ServiceBroken):
        here.sign(hrefs[0])
    here.sign(hrefs[1])
    assert len(there.signing.batches[-1]) == 9


@pytest.mark.parametrize("wrong", [[5], [0, 63], [20, 21]])
def test_files_wanted_beside_one_that_they_refuse_are_signed(there, here, wrong):
    hrefs = files(there, 64)
    asked = [f"http://127.0.0.1:1/{n}.tif" if n in wrong else href for n, href in enumerate(hrefs)]
    with pytest.raises(HttpError) as caught:
        here.sign(*asked)
    assert caught.value.status == 400 and len(there.signing.batches) <= 1 + 4 * 6
    before = len(there.signing.batches)
    here.sign(*(href for n, href in enumerate(hrefs) if n not in wrong))
    assert len(there.signing.batches) == before


def test_a_service_that_refuses_everything_is_left_in_peace(there, here):
    with pytest.raises(HttpError):
        here.sign(*(f"http://127.0.0.1:1/{n}.tif" for n in range(64)))
    assert len(there.signing.batches) <= 20


@pytest.mark.parametrize("answers", [[429], [500, 503], [502, 429, 504]])
def test_a_service_that_is_busy_is_asked_again(there, here, answers, monkeypatch):
    waits = []
    monkeypatch.setattr("dinamis_qgis.domain.signing.wait", lambda seconds, _: waits.append(seconds))
    there.signing.first = [Answer(status=status) for status in answers]
    (href,) = files(there, 1)
    assert here.get(href) == b"0" and waits == [0.8 * 2**number for number in range(len(answers))]


def test_a_service_that_stays_broken_or_wants_long_is_told(there, here, monkeypatch):
    monkeypatch.setattr("dinamis_qgis.domain.signing.wait", lambda *_: None)
    (href,) = files(there, 1)
    there.signing.first = [Answer(status=500)] * 4
    with pytest.raises(ServiceBroken):
        here.sign(href)
    there.signing.first = [Answer(status=429, headers={"Retry-After": "600"})]
    with pytest.raises(TooManyRequests):
        here.sign(href)
    there.signing.first = [Answer(b'{"hrefs"', cut_after=3)]
    with pytest.raises((Unreachable, InvalidAnswer)):
        here.sign(href)


def test_an_address_that_is_missing_in_the_answer_is_told(there, here):
    one, other = files(there, 2)
    there.signing.leaves_out = {other}
    with pytest.raises(InvalidAnswer):
        here.sign(one, other)
    assert here.sign(one) and len(there.signing.batches) == 1  # it came


@pytest.mark.parametrize("hrefs", [None, [], {}, {"x": 3}, "x"])
def test_an_answer_of_another_shape_is_told(there, here, hrefs):
    (href,) = files(there, 1)
    there.signing.first = [Answer.of({"expiry": "soon", "hrefs": hrefs})]
    with pytest.raises(InvalidAnswer):
        here.sign(href)
    there.signing.first = [Answer.of({"hrefs": {href: "file:///etc/passwd"}})]
    with pytest.raises(InvalidAnswer):
        here.sign(href)
    there.signing.first = [Answer.of({"hrefs": {href: f"{href}?token=1"}})]  # without any expiry: used, not remembered
    assert here.sign(href)[href].endswith("?token=1") and "X-Amz-Date" in here.sign(href)[href]


def test_an_address_that_they_refuse_is_their_word(there, here):
    with pytest.raises(HttpError) as caught:
        here.sign("http://127.0.0.1:1/x.tif")
    assert caught.value.status == 400 and caught.value.detail == "not one of ours"


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_wrong_is_told_as_such(there, here, status):
    there.signing.first = [Answer.of({"detail": "no"}, status=status)]
    with pytest.raises(KeyRefused) as caught:
        here.sign(*files(there, 1))
    assert "mysecret" not in str(caught.value) and here.keyring.is_refused(here.account)
    assert here.changes[-1] == here.account.id
    here.keyring.put(here.account, Secrets(KeyPair("me", "mysecret")))
    assert not here.keyring.is_refused(here.account) and here.sign(*files(there, 1))


def test_who_is_signed_in_signs_with_a_bearer_that_is_renewed_silently(there):
    here = Here(there, None)
    (href,) = files(there, 1)
    tokens = here.sign_in()
    here.sign(href)
    assert there.signing_server.asked[-1].headers["authorization"] == f"bearer {tokens.access}"
    here.late = 280  # less than 30 s are left
    here.signer.forget(here.account)
    here.sign(href)
    renewed = here.store.held[here.account.id].tokens
    assert renewed.access != tokens.access
    assert there.signing_server.asked[-1].headers["authorization"] == f"bearer {renewed.access}"


def test_a_bearer_that_is_refused_before_its_time_is_renewed_once(there):
    here = Here(there, None)
    here.sign_in()
    there.sso.end_tokens()  # the service's clock is ahead, or it was restarted
    assert here.get(*files(there, 1)) == b"0"
    there.signing.first = [Answer.of({"detail": "no"}, status=401)] * 2
    here.signer.forget(here.account)
    with pytest.raises(SignInExpired):
        here.sign(*files(there, 1))
    assert here.keyring.is_refused(here.account)


def test_what_one_may_not_open_is_no_end_of_the_session(there):
    here = Here(there, None)
    here.sign_in()
    there.signing.first = [Answer.of({"detail": "not for you"}, status=403)] * 2
    with pytest.raises(AccessDenied, match="not for you"):
        here.sign(*files(there, 1))
    assert not here.keyring.is_refused(here.account)


def test_a_session_that_is_over_is_told(there):
    here = Here(there, None)
    here.sign_in()
    there.sso.end_sessions()
    with pytest.raises(SignInExpired):
        here.sign(*files(there, 1))
    assert here.keyring.is_refused(here.account) and here.changes[-1] == here.account.id
    here.sign_in()
    assert here.sign(*files(there, 1))


def test_another_qgis_may_have_renewed_the_session(there):
    here, other = Here(there, None), Here(there, None)
    here.sign_in()
    other.store = here.store
    other.keyring._store = here.store
    other.late = here.late = 290
    there.sso.token_life = 3600
    assert other.sign(*files(there, 1))  # our refresh token is void now
    here.signer.forget(here.account)
    assert here.sign(*files(there, 1))
    assert not here.keyring.is_refused(here.account)


def test_renewed_tokens_that_cannot_be_kept_serve_this_session(there):
    here = Here(there, None)
    here.sign_in()
    here.late = 290
    there.sso.token_life = 3600
    here.store.locked = True
    assert here.sign(*files(there, 1))


def test_the_whole_way_over_tls(tmp_path):
    session = requests.Session()
    with cloud(self_signed(tmp_path)) as over_tls:
        here = Here(over_tls, None)
        session.verify = str(tmp_path / "certificate.pem")
        login = Login(here.account, session)
        here.keyring.put(here.account, Secrets(None, login.wait(login.begin(Free()), Free())))
        signer = Signer(lambda: (here.account,), here.keyring, lambda: session)
        href = over_tls.put("/a.tif", b"a")
        assert href.startswith("https://127.0.0.1") and here.account.id.startswith("https://")
        assert signer.with_link(href, Free(), lambda link: ask(session, "GET", link, Free(), 10)) == b"a"


def test_without_an_account_public_files_open_and_others_ask_for_one(there):
    here = Here(there, None)
    (href,) = files(there, 1)
    with pytest.raises(NeedsSignIn):
        here.sign(href)
    with pytest.raises(NeedsSignIn):
        here.get(href)
    assert not there.signing_server.asked
    with serving(lambda _: Answer(b"public")) as public:
        assert here.get(f"{public.url}/a.jpg") == b"public"


def test_a_locked_database_is_told_as_such(there, here):
    here.keyring.forget_held()
    here.store.locked = True
    with pytest.raises(NeedsMasterPassword):
        here.sign(*files(there, 1))


@pytest.mark.parametrize(
    ("href", "place"),
    [
        ("https://x/a", "https://x/a"), ("https://x/a?b=1", "https://x/a?b=1"),
        ("https://x/a?X-Amz-Date=1&X-Amz-Signature=2", "https://x/a"),
        ("https://x/a?b=1&x-amz-date=1&c=%2F", "https://x/a?b=1&c=%2F"),
    ],
)  # fmt: skip
def test_a_bare_address_has_no_signature(href, place):
    assert bare(href) == place


@pytest.mark.parametrize("query", ["", "X-Amz-Date=x&X-Amz-Expires=3", _DATE, f"{_DATE}&X-Amz-Expires=1e99"])
def test_a_period_that_cannot_be_read_is_none(query):
    assert signed_period(f"https://x/a?{query}") is None


def test_tokens_and_keys_survive_the_store():
    for held in (Secrets(), Secrets(KeyPair("a", "b")), Secrets(None, Tokens("a", "b", 3.0, None, "u", "n"))):
        assert Secrets.from_text(held.to_text()) == held
    for text in ("", "[]", "{", '{"key": 3}', '{"key": {"x": 1}}', '{"tokens": []}', "[" * 100_000):
        assert Secrets.from_text(text) == Secrets()
