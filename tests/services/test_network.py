# SPDX-License-Identifier: GPL-2.0-or-later
"""An organisation's network: real proxies that want a user and a password, and a certificate authority of its own."""

from __future__ import annotations

import re
import socket
import threading

import pytest
import requests
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsNetworkAccessManager,
    QgsNetworkReplyContent,
    QgsNetworkRequestParameters,
    QgsSettings,
)
from qgis.PyQt.QtCore import QThread
from qgis.PyQt.QtNetwork import QNetworkRequest, QSslCertificate

from dinamis_qgis.core import gdal_network
from dinamis_qgis.core.fetch import fetch
from dinamis_qgis.core.messages import sentence
from dinamis_qgis.core.reply import ReplyStream
from dinamis_qgis.core.session import QgisSession, _send
from dinamis_qgis.core.task import _pool
from dinamis_qgis.domain.download import download
from dinamis_qgis.domain.errors import (
    AuthenticationRequired,
    ProxyBroken,
    ProxyPasswordWrong,
    ProxyRefused,
    TlsFailed,
    Unreachable,
)
from dinamis_qgis.domain.scene import Asset
from tests.services import proxies
from tests.services.http_service import Answer, private_authority, serving

pytestmark = pytest.mark.skipif(bool(proxies.missing()), reason=proxies.missing() or "-")
ASKS = "The proxy asks for authentication"
REFUSES = "The proxy refuses the user or the password"
EITHER = "refuses to relay"


@pytest.fixture(scope="module", params=["tinyproxy", "squid"])
def proxy(request, tmp_path_factory):
    starting = proxies.squid() if request.param == "squid" else proxies.tinyproxy(tmp_path_factory.mktemp("proxy"))
    with starting as running:
        yield running


@pytest.fixture
def use(qgis_app):
    """Set QGIS's proxy as its options page does, and take it away again."""
    settings = QgsSettings()
    _pool().waitForDone(10_000)  # its threads go: Qt remembers, by thread, a password that was right

    def set_proxy(port, user=proxies.USER, password=proxies.PASSWORD, **others):
        said = {"Enabled": True, "Type": "HttpProxy", "Host": "127.0.0.1", "Port": port, "User": user}
        for name, value in {**said, "Password": password, **others}.items():
            settings.setValue(f"proxy/proxy{name}" if name != "noProxyUrls" else "proxy/noProxyUrls", value)
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()

    yield set_proxy
    settings.remove("proxy")
    _pool().waitForDone(10_000)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return private_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def trusted(authority, qgis_app):
    """QGIS knows the office's authority, as its options page stores it."""
    manager = QgsApplication.authManager()
    if not manager.masterPasswordIsSet() and not manager.setMasterPassword("only for tests", True):
        pytest.skip("no authentication database in this QGIS")
    certificate = QSslCertificate.fromPath(str(authority[1]))[0]

    def reread():
        manager.initSslCaches()
        manager.rebuildTrustedCaCertsCache()

    manager.storeCertAuthority(certificate)
    reread()
    yield
    manager.removeCertAuthority(certificate)
    reread()


def port_of(service):
    return service.server_address[1]


def test_a_proxy_that_knows_the_user_lets_data_and_files_through(proxy, use, in_task, tmp_path):
    use(proxy.port)
    content = bytes(range(256)) * 4_000
    with serving(lambda _: Answer(content)) as service:
        assert in_task(lambda feedback: fetch(service.url, feedback)) == content
        target = tmp_path / "f.tif"
        in_task(lambda feedback: download(QgisSession(), Asset("data", f"{service.url}/f.tif"), target, feedback))
        assert target.read_bytes() == content
        assert proxy.relayed(port_of(service)) >= len(service.asked) > 1


@pytest.mark.parametrize("tls", [False, True], ids=["http", "https"])
def test_a_proxy_without_its_user_asks_for_one(tls, proxy, use, in_task, authority):
    use(proxy.port, user="", password="")
    with serving(lambda _: Answer(b"inside"), authority[0] if tls else None) as service:
        with pytest.raises(ProxyRefused) as caught:
            in_task(lambda feedback: fetch(service.url, feedback))
        assert service.asked == []
    assert type(caught.value) is ProxyRefused and sentence(caught.value).startswith(ASKS)


@pytest.mark.parametrize("tls", [False, True], ids=["http", "https"])
def test_a_wrong_password_is_the_proxys_affair_not_the_services(tls, proxy, use, in_task, authority):
    """tinyproxy answers 401 to it, as a service does that wants an account; of CONNECT Qt tells only that it failed."""
    use(proxy.port, password="another")
    with serving(lambda _: Answer(b"inside"), authority[0] if tls else None) as service:
        with pytest.raises((ProxyPasswordWrong, ProxyBroken)) as caught:
            in_task(lambda feedback: fetch(service.url, feedback))
        assert service.asked == []
    said = sentence(caught.value)
    assert REFUSES in said if isinstance(caught.value, ProxyPasswordWrong) else EITHER in said and "password" in said
    assert "another" not in said + str(vars(caught.value))


def test_a_proxy_that_answers_before_our_next_step_does_not_crash_qgis(use, in_task):
    """Qt has sent for a tunnel, and has been refused, while this thread was at something else."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        use(listening.getsockname()[1], user="", password="")
        refused = threading.Event()
        threading.Thread(target=_refuse_tunnel, args=(listening, refused)).start()

        def asked(_feedback):
            reply = _send(requests.Request("GET", "https://127.0.0.1:9/").prepare())
            refused.wait(20)
            QThread.msleep(200)  # Qt's own thread reads the answer: nothing tells when
            ReplyStream(reply, "https://127.0.0.1:9/").wait_for_headers()

        with pytest.raises(ProxyRefused):
            in_task(asked)


def _refuse_tunnel(listening, refused):
    connection, _address = listening.accept()
    with connection:
        while b"\r\n\r\n" not in connection.recv(1 << 16):
            pass
        head = b"HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"
        connection.sendall(head)
        refused.set()
        connection.recv(1 << 16)  # until it is closed


def test_a_service_that_wants_an_account_is_not_taken_for_the_proxy(proxy, use, in_task):
    use(proxy.port)
    closed = Answer(b"", 401, {"WWW-Authenticate": 'Basic realm="x"', "Server": "nginx"})
    with serving(lambda _: closed) as service, pytest.raises(AuthenticationRequired):
        in_task(lambda feedback: fetch(service.url, feedback))


def test_no_proxy_at_its_address_is_told_apart_from_no_service(use, in_task):
    with serving(lambda _: Answer(b"")) as gone:
        pass
    use(port_of(gone))
    with serving(lambda _: Answer(b"inside")) as service, pytest.raises(ProxyBroken) as caught:
        in_task(lambda feedback: fetch(service.url, feedback))
    assert "127.0.0.1" in sentence(caught.value)


def test_without_a_proxy_a_service_that_is_gone_is_not_laid_to_one(qgis_app, in_task):
    with serving(lambda _: Answer(b"")) as gone:
        pass
    with pytest.raises(Unreachable) as caught:
        in_task(lambda feedback: fetch(gone.url, feedback))
    assert type(caught.value) is Unreachable


def test_an_excluded_address_goes_past_the_proxy(proxy, use, in_task):
    with serving(lambda _: Answer(b"inside")) as service:
        use(proxy.port, password="another", noProxyUrls=[service.url])
        assert in_task(lambda feedback: fetch(f"{service.url}/x", feedback)) == b"inside"
        assert proxy.relayed(port_of(service)) == 0


def test_a_private_authority_is_refused_until_qgis_knows_it(authority, in_task):
    with serving(lambda _: Answer(b"inside"), authority[0]) as service, pytest.raises(TlsFailed):
        in_task(lambda feedback: fetch(service.url, feedback))


def test_a_private_authority_that_qgis_knows_serves_also_behind_the_proxy(authority, trusted, proxy, use, in_task):
    with serving(lambda _: Answer(b"inside"), authority[0]) as service:
        assert in_task(lambda feedback: fetch(service.url, feedback)) == b"inside"
        use(proxy.port)
        assert in_task(lambda feedback: fetch(service.url, feedback)) == b"inside"
        assert proxy.relayed(port_of(service)) > 0


def store(content):
    """Answers as an object store does: HEAD without a body, any range of bytes."""

    def answer(asked):
        size = len(content)
        if asked.method == "HEAD":
            return Answer(b"", headers={"Content-Length": str(size), "Accept-Ranges": "bytes"})
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", asked.headers.get("range", ""))
        if wanted is None:
            return Answer(content)
        first, last = int(wanted[1]), min(int(wanted[2] or size - 1), size - 1)
        return Answer(content[first : last + 1], 206, {"Content-Range": f"bytes {first}-{last}/{size}"})

    return answer


@pytest.fixture
def gdal_reads(in_task, monkeypatch):
    """Bytes of an address as GDAL reads it, "" when it cannot; GDAL is left as it was."""
    names = (
        "GDAL_DISABLE_READDIR_ON_OPEN",
        "CURL_CA_BUNDLE",
        "SSL_CERT_FILE",
        "GDAL_HTTP_PROXY",
        "GDAL_HTTP_PROXYUSERPWD",
        "GDAL_PROXY_AUTH",
    )
    before = {name: gdal.GetConfigOption(name) for name in names}
    monkeypatch.setenv("no_proxy", "")

    gdal.SetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR")

    def read(url):
        gdal_network.prepare(url)
        gdal.VSICurlClearCache()
        path = f"/vsicurl/{url}"

        def work(_feedback):
            file = gdal.VSIFOpenL(path, "rb")
            if file is None:
                return b""
            try:
                return bytes(gdal.VSIFReadL(1, 1_000, file) or b"")
            finally:
                gdal.VSIFCloseL(file)

        return in_task(work, timeout=30_000)

    yield read
    gdal.ClearPathSpecificOptions()
    for name, value in before.items():
        gdal.SetConfigOption(name, value)


def test_gdal_goes_by_qgis_proxy_and_past_it_where_qgis_does(proxy, use, gdal_reads):
    with serving(store(b"inside")) as first, serving(store(b"outside")) as second:
        use(proxy.port, noProxyUrls=[second.url])
        assert gdal_reads(f"{first.url}/a.tif") == b"inside" and proxy.relayed(port_of(first)) > 0
        assert gdal_reads(f"{second.url}/a.tif") == b"outside" and proxy.relayed(port_of(second)) == 0
        use(proxy.port, Enabled=False)
        relayed = proxy.relayed(port_of(first))
        assert gdal_reads(f"{first.url}/b.tif") == b"inside" and proxy.relayed(port_of(first)) == relayed


def test_gdal_trusts_the_authorities_that_qgis_trusts_and_no_other(authority, trusted, proxy, use, gdal_reads):
    with serving(store(b"inside"), authority[0]) as service:
        assert gdal_reads(f"{service.url}/a.tif") == b"inside"
        use(proxy.port)
        assert gdal_reads(f"{service.url}/b.tif") == b"inside" and proxy.relayed(port_of(service)) > 0


def test_gdal_refuses_an_authority_that_qgis_does_not_know(authority, gdal_reads):
    with serving(store(b"inside"), authority[0]) as service:
        assert gdal_reads(f"{service.url}/a.tif") == b""


def test_qgis_network_logger_hears_of_every_request_and_of_its_end(in_task):
    """The F12 panel listens to these signals of the main thread's manager, whatever thread a request is made in."""
    heard = []
    manager = QgsNetworkAccessManager.instance()

    def about(request):
        heard.append(("asked", request.requestId(), request.request().url().toString()))

    def finished(reply):
        heard.append(
            ("finished", reply.requestId(), reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute))
        )

    manager.requestAboutToBeCreated[QgsNetworkRequestParameters].connect(about)
    manager.finished[QgsNetworkReplyContent].connect(finished)
    try:
        with serving(lambda _: Answer(b"inside")) as service:
            in_task(lambda feedback: fetch(f"{service.url}/page", feedback))
            QgsApplication.processEvents()
    finally:
        manager.requestAboutToBeCreated[QgsNetworkRequestParameters].disconnect(about)
        manager.finished[QgsNetworkReplyContent].disconnect(finished)
    asked = [one for one in heard if one[0] == "asked" and one[2] == f"{service.url}/page"]
    assert len(asked) == 1 and ("finished", asked[0][1], 200) in heard
