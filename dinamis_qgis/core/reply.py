# SPDX-License-Identifier: GPL-2.0-or-later
"""A QNetworkReply read as a file, from the thread that started it, without ever waiting for ever.

A local event loop runs until something happens; a timer wakes it to look at the feedback and at the clock. Qt holds at
most ``READ_BUFFER`` bytes of the body: without that limit a large answer goes to memory whole.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from qgis.core import QgsApplication, QgsAuthCertUtils, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery, QNetworkReply, QNetworkRequest, QSslError

from ..domain.errors import (
    Cancelled,
    DinamisError,
    ProxyBroken,
    ProxyPasswordWrong,
    ProxyRefused,
    TimedOut,
    TlsFailed,
    Unreachable,
)
from ..domain.web import Feedback

READ_BUFFER = 4 << 20
_POLL_MS = 50
_SENT_MS = 20
_BLOCK = 1 << 16
SLOWEST = 100  # bytes a second of a body, over as long as a silence may last: an answer that drips has no end
_PROXY_ERRORS = {101, 102, 103, 104, 199}  # QNetworkReply.NetworkError: all but the one about its password
_OF_CONNECTION = {1, 3, 99}  # refused, no such host, unknown: by a proxy, it is the proxy that Qt could not reach
_FIRST_HTTP_ERROR = 201  # QNetworkReply.NetworkError: from here on the service answered, with an error status


class ReplyStream:
    """Raises only :class:`DinamisError`."""

    def __init__(self, reply: QNetworkReply, url: str) -> None:
        self._reply, self._url = reply, url
        self.feedback: Feedback | None = None
        self.timeout = 30.0  # seconds without a single byte
        self._tls_reason = ""
        self._waited, self._came = 0.0, 0  # seconds and bytes of the body, since the pace was last looked at
        _unmonitored(reply)
        if reply.url().scheme() == "http":
            _hold_back(reply)
        _take_over(reply, self._on_tls_errors)
        self._loop = QEventLoop()
        self._timer = QTimer()
        self._timer.setInterval(_POLL_MS)
        for signal in (reply.metaDataChanged, reply.readyRead, reply.finished, self._timer.timeout):
            signal.connect(self._loop.quit)

    @property
    def status(self) -> int | None:
        return self._reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)

    @property
    def reason(self) -> str:
        return self._reply.attribute(QNetworkRequest.Attribute.HttpReasonPhraseAttribute) or ""

    @property
    def headers(self) -> list[tuple[str, str]]:
        pairs = self._reply.rawHeaderPairs()
        return [(bytes(name).decode("latin-1"), bytes(value).decode("latin-1")) for name, value in pairs]

    def wait_until_sent(self, with_body: bool) -> None:
        """Qt receives in a thread of its own, but takes a request's body from ours: wait, shortly, until it has."""
        quietly = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
        if not with_body:
            QCoreApplication.processEvents(quietly)
            return
        loop = QEventLoop()
        self._reply.uploadProgress.connect(lambda sent, total: loop.quit() if sent == total else None)
        self._reply.finished.connect(loop.quit)
        QTimer.singleShot(_SENT_MS, loop.quit)
        loop.exec(quietly)

    def wait_for_headers(self) -> None:
        self._wait(lambda: self.status is not None)
        if self.status is None:
            raise self._error()
        _hold_back(self._reply)
        if self._is_of_a_proxy():
            self._wait(lambda: False)  # to its end, or Qt complains of what follows
            raise _proxy_refused(self._url, self.reason)

    def read(self, amount: int | None = -1) -> bytes:
        """At most ``amount`` bytes as soon as there are some, all that is left without it, b"" at the end."""
        if amount is None or amount < 0:
            return b"".join(iter(lambda: self.read(_BLOCK), b""))
        began = time.monotonic()
        self._wait(lambda: self._reply.bytesAvailable() > 0)
        block = bytes(self._reply.read(amount) or b"")
        self._keep_pace(time.monotonic() - began, len(block))
        if not block and self._broken():
            raise self._error()
        return block

    def close(self) -> None:
        """Give up what is still to come."""
        reply, self._reply = self._reply, None
        if reply is None:
            return
        self._timer.stop()
        reply.finished.disconnect(self._loop.quit)
        if not reply.isFinished() and _code(reply) == 0:  # Qt complains of an abort that follows an error
            reply.abort()
        reply.deleteLater()  # gives up what still comes

    def _wait(self, ready: Callable[[], bool]) -> None:
        """Until ``ready`` or the end of the reply."""
        until = time.monotonic() + self.timeout
        self._timer.start()
        try:
            while not ready() and not self._reply.isFinished():
                if self.feedback is not None and self.feedback.isCanceled():
                    raise Cancelled()
                if time.monotonic() > until:
                    raise TimedOut(self._url, f"nothing for {self.timeout:g} s")
                self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        finally:
            self._timer.stop()

    def _keep_pace(self, waited: float, came: int) -> None:
        self._waited += waited
        self._came += came
        if self._waited > self.timeout:
            if self._came < SLOWEST * self._waited and not self._reply.isFinished():
                raise TimedOut(self._url, f"less than {SLOWEST} bytes a second")
            self._waited, self._came = 0.0, 0

    def _broken(self) -> bool:
        return 0 < _code(self._reply) < _FIRST_HTTP_ERROR or (self.status is None and _code(self._reply) != 0)

    def _is_of_a_proxy(self) -> bool:
        """Whether a proxy answers in place of the service, to say that it does not let us through: 407; tinyproxy says
        401 of a wrong password (https://github.com/tinyproxy/tinyproxy, reqs.c), and its name."""
        server = bytes(self._reply.rawHeader(b"Server")).lower()
        return self.status == 407 or (self.status == 401 and server.startswith(b"tinyproxy"))

    def _goes_by_proxy(self) -> bool:
        proxies = self._reply.manager().proxyFactory().queryProxy(QNetworkProxyQuery(self._reply.url()))
        return any(proxy.type() != QNetworkProxy.ProxyType.NoProxy and proxy.hostName() for proxy in proxies)

    def _error(self) -> DinamisError:
        errors = QNetworkReply.NetworkError
        reason = self._reply.errorString()
        if self._reply.error() == errors.ProxyAuthenticationRequiredError:
            return _proxy_refused(self._url, reason)
        if _code(self._reply) in _PROXY_ERRORS or (_code(self._reply) in _OF_CONNECTION and self._goes_by_proxy()):
            return ProxyBroken(self._url, reason)
        kinds = {
            errors.SslHandshakeFailedError: TlsFailed,
            errors.TimeoutError: TimedOut,
            errors.OperationCanceledError: TimedOut,  # not by us: QGIS's own time limit
        }
        kind = kinds.get(self._reply.error(), Unreachable)
        return kind(self._url, self._tls_reason or reason)

    def _on_tls_errors(self, errors: list[QSslError]) -> None:
        if _all_excepted(self._reply, errors):
            self._reply.ignoreSslErrors()
        else:
            self._tls_reason = "; ".join(error.errorString() for error in errors)


def _proxy_refused(url: str, reason: str) -> ProxyRefused:
    given = QgsSettings().value("proxy/proxyUser", "", type=str)
    return (ProxyPasswordWrong if given else ProxyRefused)(url, reason)


def _unmonitored(reply: QNetworkReply) -> None:
    """PyQt watches from the main thread what C++ made, by an address alone: it would hear late that a reply was
    destroyed in a worker, and declare dead the one that came to be at the same address (PyQt5's
    qpycore_event_handlers.cpp). First of all connections to the reply: those that follow keep theirs."""
    with suppress(TypeError):  # nothing was connected
        reply.destroyed.disconnect()


def _hold_back(reply: QNetworkReply) -> None:
    """Limit what Qt reads ahead. Over TLS only when headers are there: told sooner, Qt 5 reads from a connection that a
    proxy has not let through yet, which has no reader, and crashes (readMoreLater in qhttpnetworkconnection.cpp)."""
    if reply.readBufferSize() != READ_BUFFER:
        reply.setReadBufferSize(READ_BUFFER)


def _take_over(reply: QNetworkReply, on_tls_errors: Callable[[list[QSslError]], None]) -> None:
    """QGIS 3.22 may wait for ever for its main thread when a certificate is refused in a worker."""
    with suppress(TypeError):  # nothing was connected
        reply.sslErrors.disconnect()
    reply.sslErrors.connect(on_tls_errors)


def _all_excepted(reply: QNetworkReply, errors: list[QSslError]) -> bool:
    """Whether the person told QGIS to overlook all of these errors for this certificate on this host."""
    manager = QgsApplication.authManager()
    if manager.isDisabled():
        return False
    url = reply.url()
    digest = QgsAuthCertUtils.shaHexForCert(reply.sslConfiguration().peerCertificate())
    stored = manager.sslCertCustomConfig(digest, f"{url.host()}:{url.port(443)}")
    overlooked = [] if stored.isNull() else stored.sslIgnoredErrorEnums()
    return bool(errors) and all(error.error() in overlooked for error in errors)


def _code(reply: QNetworkReply) -> int:
    error = reply.error()
    return int(getattr(error, "value", error))
