# SPDX-License-Identifier: GPL-2.0-or-later
"""requests over QGIS's network, against real servers on loopback, from QGIS's own task pool."""

from __future__ import annotations

import gzip
import os
import threading
import time
from pathlib import Path

import pytest
import requests
from qgis.core import QgsApplication, QgsAuthCertUtils, QgsAuthConfigSslServer, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QUrl
from qgis.PyQt.QtNetwork import QSslCertificate, QSslError

from dinamis_qgis.core.fetch import fetch
from dinamis_qgis.core.reply import READ_BUFFER
from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain import web
from dinamis_qgis.domain.errors import (
    Cancelled,
    InvalidFile,
    ProxyRefused,
    TimedOut,
    TlsFailed,
    TooLarge,
    Unreachable,
    UnsafeRedirect,
)
from tests.services.http_service import Answer, self_signed, serving

KEYS = {"Authorization": "Bearer t", "X-API-Key": "k", "access-key": "a", "secret-key": "s"}


class Free:
    """Feedback of a work that nobody cancels."""

    def isCanceled(self) -> bool:
        return False


def send(method, url, headers=None, **arguments):
    session = QgisSession()
    request = session.prepare_request(requests.Request(method, url, headers=headers, **arguments))
    request.feedback = Free()
    with session.send(request, timeout=5.0) as response:
        return response.status_code, dict(response.headers), response.content


def test_a_request_and_its_answer_arrive_whole(in_task):
    with serving(lambda asked: Answer(asked.body * 2, 201, {"X-Said": "yes"})) as service:
        url = f"{service.url}/a%2Fb/c?x=1%2F2&y=%C3%A9"
        status, headers, content = in_task(lambda _: send("POST", url, json={"é": 1}))
    assert (status, headers["X-Said"], content) == (201, "yes", b'{"\\u00e9": 1}' * 2)
    asked = service.asked[0]
    assert (asked.method, asked.path, asked.query) == ("POST", "/a%2Fb/c", {"x": "1/2", "y": "é"})
    assert asked.headers["content-type"] == "application/json"


def test_what_is_sent_compressed_is_read_plain(in_task):
    zipped = gzip.compress(b"x" * 100_000)
    with serving(lambda _: Answer(zipped, headers={"Content-Encoding": "gzip"})) as service:
        _, _, content = in_task(lambda _: send("GET", service.url))
    assert content == b"x" * 100_000


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_on_the_same_host_keeps_the_keys(in_task, status):
    def answer(asked):
        return Answer(b"there") if asked.path == "/there" else Answer(b"", status, {"Location": "/there"})

    with serving(answer) as service:
        assert in_task(lambda _: send("GET", service.url, KEYS))[2] == b"there"
    for name, value in KEYS.items():
        assert [asked.headers.get(name.lower()) for asked in service.asked] == [value, value]


def test_a_redirect_to_another_host_takes_no_key_along(in_task):
    with serving(lambda _: Answer(b"there")) as other:
        elsewhere = {"Location": f"{other.url}/x"}
        with serving(lambda _: Answer(b"", 302, elsewhere)) as service:
            assert in_task(lambda _: send("GET", service.url, {**KEYS, "X-Plain": "p"}))[2] == b"there"
    received = other.asked[0].headers
    assert received["x-plain"] == "p"
    assert not {name.lower() for name in KEYS} & set(received)


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/plain,x", "/again"])
def test_a_redirect_to_another_scheme_or_without_end_is_refused(in_task, place):
    with serving(lambda _: Answer(b"", 302, {"Location": place})) as service, pytest.raises(UnsafeRedirect):
        in_task(lambda feedback: fetch(f"{service.url}/start", feedback))
    assert len(service.asked) <= 7


def test_no_service_at_all(in_task):
    with serving(lambda _: Answer()) as service:
        gone = service.url
    with pytest.raises(Unreachable):
        in_task(lambda feedback: fetch(gone, feedback))
    with pytest.raises(Unreachable):
        in_task(lambda feedback: fetch("http://no-such-host.invalid/", feedback))


@pytest.mark.parametrize("answer", [Answer(b"late", delay=30.0), Answer(b"x" * 100, pause_after=10)])
def test_a_service_that_falls_silent_is_given_up_in_time(in_task, monkeypatch, answer):
    monkeypatch.setattr(web, "TIMEOUT", 0.4)
    with serving(lambda _: answer) as service, pytest.raises(TimedOut):
        in_task(lambda feedback: fetch(service.url, feedback))


@pytest.mark.parametrize("answer", [Answer(b"late", delay=30.0), Answer(b"x" * 100_000, pause_after=10)])
def test_cancelling_is_prompt_whatever_is_waited_for(in_task, answer):
    with serving(lambda _: answer) as service:
        error, seconds = in_task(lambda feedback: fetch(service.url, feedback), cancel_after=0.4)
    assert isinstance(error, Cancelled)
    assert seconds <= 3.0


def test_a_connection_cut_midway_is_not_taken_for_the_end(in_task):
    with serving(lambda _: Answer(b"x" * 100_000, cut_after=50_000)) as service, pytest.raises(Unreachable):
        in_task(lambda feedback: fetch(service.url, feedback))


def test_a_refused_certificate_never_hangs_and_says_why(in_task, tmp_path):
    """On QGIS 3.22 a request of the usual kind hangs here in a quarter to half of the runs."""
    with serving(lambda _: Answer(b"secret"), self_signed(tmp_path)) as service:
        for _ in range(12):
            with pytest.raises(TlsFailed) as caught:
                in_task(lambda feedback: fetch(service.url, feedback))
            assert "self" in caught.value.detail.lower()
    assert service.asked == []


def test_an_exception_that_the_person_stored_in_qgis_is_honoured(in_task, tmp_path, qgis_app):
    manager = QgsApplication.authManager()
    if not manager.masterPasswordIsSet() and not manager.setMasterPassword("only for tests", True):
        pytest.skip("no authentication database in this QGIS")
    with serving(lambda _: Answer(b"behind the certificate"), self_signed(tmp_path)) as service:
        certificate = QSslCertificate.fromPath(str(tmp_path / "certificate.pem"))[0]
        host = service.url[len("https://") :]
        stored = QgsAuthConfigSslServer()
        stored.setSslCertificate(certificate)
        stored.setSslHostPort(host)
        stored.setSslIgnoredErrorEnums([QSslError.SslError.SelfSignedCertificate, QSslError.SslError.HostNameMismatch])
        assert manager.storeSslCertCustomConfig(stored)
        try:
            assert in_task(lambda feedback: fetch(service.url, feedback)) == b"behind the certificate"
        finally:
            manager.removeSslCertCustomConfig(QgsAuthCertUtils.shaHexForCert(certificate), host)


def test_what_is_announced_is_on_its_way_while_we_work_and_sent_once(in_task):
    def work(_feedback):
        session = QgisSession()
        request = session.prepare_request(requests.Request("POST", service.url, json={"page": 2}))
        session.announce(request)
        until = time.monotonic() + 5.0
        while not service.asked and time.monotonic() < until:  # no event loop of ours runs here
            time.sleep(0.01)
        received = len(service.asked)
        with session.send(request, timeout=5.0) as response:
            return received, response.content

    with serving(lambda asked: Answer(asked.body)) as service:
        assert in_task(work) == (1, b'{"page": 2}')
        assert len(service.asked) == 1


def test_what_is_announced_and_forgotten_is_given_up(in_task):
    def work(_feedback):
        session = QgisSession()
        request = session.prepare_request(requests.Request("GET", service.url))
        session.announce(request)
        session.forget_announced()
        with session.send(request, timeout=5.0) as response:
            return response.content

    with serving(lambda _: Answer(b"fresh", delay=0.2)) as service:
        assert in_task(work) == b"fresh"


def resident_bytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_a_large_body_that_is_read_slowly_does_not_pile_up_in_memory(in_task):
    body = bytes(128 << 20)

    def drain(_feedback):
        session = QgisSession()
        request = session.prepare_request(requests.Request("GET", service.url))
        before, peak, received = resident_bytes(), 0, 0
        with session.send(request, stream=True, timeout=10.0) as response:
            for block in response.iter_content(1 << 18):
                received += len(block)
                time.sleep(0.002)  # the disk, or a checksum
                peak = max(peak, resident_bytes())
        return received, peak - before

    with serving(lambda _: Answer(body)) as service:
        received, growth = in_task(drain, timeout=30_000)
    assert received == len(body)
    assert growth < 8 * READ_BUFFER


def test_a_picture_larger_than_the_limit_is_given_up(in_task, tmp_path):
    local = tmp_path / "picture.jpg"
    local.write_bytes(b"x" * 2_000)
    with serving(lambda _: Answer(b"x" * 2_000)) as service:
        for href in (service.url, str(local)):
            with pytest.raises(TooLarge) as caught:
                in_task(lambda feedback, href=href: fetch(href, feedback, max_bytes=1_999))
            assert caught.value.limit == 1_999
            assert len(in_task(lambda feedback, href=href: fetch(href, feedback, max_bytes=2_000))) == 2_000


@pytest.mark.parametrize(
    "href", ["/no/such/file.jpg", "ftp://127.0.0.1/x.jpg", "/vsicurl/http://127.0.0.1/x", "a\0b", ""]
)
def test_what_is_neither_web_nor_file_is_refused(in_task, href):
    with pytest.raises(InvalidFile):
        in_task(lambda feedback: fetch(href, feedback))


def test_nothing_of_an_answer_stays_in_the_disk_cache(in_task, qgis_app):
    headers = {"Cache-Control": "max-age=3600"}
    with serving(lambda _: Answer(b"a secret shown once", headers=headers)) as service:
        url = f"{service.url}/create_api_key"
        in_task(lambda feedback: fetch(url, feedback))
        in_task(lambda feedback: fetch(url, feedback))
    assert len(service.asked) == 2
    cache = QgsNetworkAccessManager.instance().cache()
    assert cache is None or not cache.metaData(QUrl(url)).isValid()


@pytest.fixture
def proxy(qgis_app):
    """Set QGIS's proxy as its options page does, and take it away again."""
    settings = QgsSettings()

    def use(url):
        host, _, port = url[len("http://") :].partition(":")
        said = {"proxyEnabled": True, "proxyType": "HttpProxy", "proxyHost": host, "proxyPort": port}
        for name, value in said.items():
            settings.setValue(f"proxy/{name}", value)

    yield use
    settings.remove("proxy")


def test_a_proxy_set_in_qgis_is_used_at_once_also_by_threads_that_worked_before(in_task, proxy):
    with serving(lambda _: Answer(b"direct")) as service, serving(lambda _: Answer(b"by the proxy")) as between:
        assert in_task(lambda feedback: fetch(service.url, feedback)) == b"direct"
        proxy(between.url)
        elsewhere = "http://stac.invalid/page"  # only a proxy can answer for it
        assert in_task(lambda feedback: fetch(elsewhere, feedback)) == b"by the proxy"


def test_a_proxy_that_wants_a_password_is_told_apart(in_task, proxy):
    refused = Answer(b"", 407, {"Proxy-Authenticate": 'Basic realm="office"'})
    with serving(lambda _: refused) as between:
        proxy(between.url)
        with pytest.raises(ProxyRefused):
            in_task(lambda feedback: fetch("http://stac.invalid/page", feedback))


def test_cookies_belong_to_a_session_and_not_to_qgis(in_task):
    def answer(asked):
        several = {"Set-Cookie": "session=abc; Path=/"}
        return Answer(asked.headers.get("cookie", "").encode(), headers=several if asked.path == "/first" else {})

    def twice(_feedback):
        session = QgisSession()
        heard = []
        for path in ("first", "second"):
            request = session.prepare_request(requests.Request("GET", f"{service.url}/{path}"))
            with session.send(request, timeout=5.0) as response:
                heard.append(response.content)
        return heard

    with serving(answer) as service:
        assert in_task(twice) == [b"", b"session=abc"]
        assert in_task(twice) == [b"", b"session=abc"]  # another session begins anew


def test_a_cookie_is_not_taken_to_another_host(in_task):
    def answer(asked):
        return Answer(b"", 302, {"Location": f"{other.url}/there", "Set-Cookie": "session=abc; Path=/"})

    def by_name(_feedback):
        session = QgisSession()
        url = service.url.replace("127.0.0.1", "localhost")
        request = session.prepare_request(requests.Request("GET", url))
        with session.send(request, timeout=5.0) as response:
            return response.status_code

    with serving(lambda _: Answer(b"there")) as other, serving(answer) as service:
        assert in_task(by_name) == 200
        assert "cookie" not in other.asked[0].headers


def test_a_reply_does_not_end_because_an_earlier_one_was_destroyed():
    """PyQt hears in the main thread, when that has time, of an object that C++ destroyed in a worker; by then another
    may be at its address."""
    ready, looked, said = threading.Event(), threading.Event(), []

    def work():
        session, seen = QgisSession(), set()
        for _ in range(500):
            with session.get(service.url, stream=True, timeout=5.0) as response:
                address = sip.unwrapinstance(response.raw._reply)
                if address in seen:
                    ready.set()
                    looked.wait(20)
                    said.append(response.raw.status)
                    return
                seen.add(address)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    with serving(lambda asked: Answer(b"x")) as service:
        worker = threading.Thread(target=work)
        worker.start()
        ready.wait(20)
        QCoreApplication.processEvents()
        looked.set()
        worker.join()
    assert said == [200]
