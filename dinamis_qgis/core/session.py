# SPDX-License-Identifier: GPL-2.0-or-later
"""A ``requests.Session`` whose bytes travel through QGIS's own network: its proxies, exclusions, certificates,
stored TLS exceptions and its network log are QGIS's.

Not ``QgsBlockingNetworkRequest``: it writes the answers in clear into the disk cache whatever one asks, and may not
come back when it is cancelled.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from email.message import Message
from typing import Protocol
from urllib.parse import urlsplit

import requests
from qgis.core import QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QByteArray, QCoreApplication, QThread, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest
from requests.structures import CaseInsensitiveDict

from ..domain.errors import HttpError, UnsafeRedirect
from .reply import ReplyStream

MAX_REDIRECTS = 5
SECRETS = ("Authorization", "Cookie", "X-API-Key", "access-key", "secret-key")
_QT_DOES_IT = {"accept-encoding", "connection", "content-length", "host"}
_FORM = "application/x-www-form-urlencoded"
_DEFAULT_TIMEOUT = 30.0  # seconds without a single byte
_thread = threading.local()


class Keys(Protocol):
    """Whose keys a session carries; see :class:`~dinamis_qgis.domain.keyring.DoorKeys`."""

    def headers(self, url: str) -> Mapping[str, str]: ...
    def explain(self, error: HttpError) -> None: ...


class QgisSession(requests.Session):
    """Follows redirects to http(s) only; the secrets in a request's headers, or in a form, stay with the host they were
    meant for. Without ``keys`` it carries no key."""

    def __init__(self, keys: Keys | None = None) -> None:
        super().__init__()
        self._keys = keys
        self.trust_env = False  # QGIS's settings alone count
        self.max_redirects = MAX_REDIRECTS
        self.adapters.clear()  # any other scheme is refused: requests.exceptions.InvalidSchema
        self._adapter = QgisAdapter()
        self.mount("https://", self._adapter)
        self.mount("http://", self._adapter)

    def prepare_request(self, request: requests.Request) -> requests.PreparedRequest:
        prepared = super().prepare_request(request)
        if self._keys is not None:
            prepared.headers.update(self._keys.headers(prepared.url))
        return prepared

    def explain(self, error: HttpError) -> None:
        """Raises the reason of a refusal, where the keys tell one."""
        if self._keys is not None:
            self._keys.explain(error)

    def announce(self, request: requests.PreparedRequest) -> None:
        """Send ``request`` now: the answer is on its way when the same request is asked in this thread."""
        self._adapter.announce(request)

    def forget_announced(self) -> None:
        self._adapter.forget_announced()

    def rebuild_auth(self, prepared_request: requests.PreparedRequest, response: requests.Response) -> None:
        """Called for each redirect, before it is followed."""
        asked = response.request
        prepared_request.feedback = getattr(asked, "feedback", None)
        if _place(asked.url) != _place(prepared_request.url):
            for name in SECRETS:
                prepared_request.headers.pop(name, None)
            if prepared_request.body and prepared_request.headers.get("Content-Type", "").startswith(_FORM):
                raise UnsafeRedirect(asked.url, "a form would go to another host")


class QgisAdapter(requests.adapters.BaseAdapter):
    """Sends one request with the network manager of the calling thread, which then waits in a loop of its own: a
    worker's, not the main one."""

    def __init__(self) -> None:
        super().__init__()
        self._here = threading.local()  # replies belong to their thread

    def announce(self, request: requests.PreparedRequest) -> None:
        waiting = self._waiting()
        if urlsplit(request.url).scheme in ("http", "https") and _same(request) not in waiting:
            waiting[_same(request)] = stream = ReplyStream(_send(request), request.url)
            stream.wait_until_sent(bool(request.body))

    def forget_announced(self) -> None:
        waiting = self._waiting()
        while waiting:
            waiting.popitem()[1].close()

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: float | tuple[float, float] | None = None,
        verify: bool | str = True,
        cert: object = None,
        proxies: object = None,
    ) -> requests.Response:
        """``timeout`` is in seconds without a single byte. ``verify``, ``cert`` and ``proxies`` are QGIS's affair."""
        raw = self._waiting().pop(_same(request), None) or ReplyStream(_send(request), request.url)
        raw.feedback = getattr(request, "feedback", None)
        raw.timeout = (timeout[-1] if isinstance(timeout, tuple) else timeout) or _DEFAULT_TIMEOUT
        try:
            raw.wait_for_headers()
        except BaseException:
            raw.close()
            raise
        return _response(request, raw)

    def close(self) -> None:
        self.forget_announced()

    def _waiting(self) -> dict[tuple[str, str, bytes], ReplyStream]:
        return self._here.__dict__.setdefault("waiting", {})


def _same(request: requests.PreparedRequest) -> tuple[str, str, bytes]:
    """What makes two requests one."""
    return request.method, request.url, _bytes(request.body or b"")


def _send(request: requests.PreparedRequest) -> QNetworkReply:
    manager = QgsNetworkAccessManager.instance()
    _refresh_proxy(manager)
    asked = QNetworkRequest(QUrl.fromEncoded(QByteArray(_bytes(request.url)), QUrl.ParsingMode.StrictMode))
    for name, value in request.headers.items():
        if name.lower() not in _QT_DOES_IT or value == "identity":  # said so, Qt does not uncompress
            asked.setRawHeader(_bytes(name), _bytes(value))
    attribute = QNetworkRequest.Attribute
    asked.setAttribute(attribute.CacheSaveControlAttribute, False)
    asked.setAttribute(attribute.CacheLoadControlAttribute, _number(QNetworkRequest.CacheLoadControl.AlwaysNetwork))
    manual = QNetworkRequest.RedirectPolicy.ManualRedirectPolicy
    asked.setAttribute(attribute.RedirectPolicyAttribute, _number(manual))
    for cookies in (attribute.CookieLoadControlAttribute, attribute.CookieSaveControlAttribute):
        asked.setAttribute(cookies, _number(QNetworkRequest.LoadControl.Manual))  # a session keeps its own
    body = QByteArray(_bytes(request.body or b""))
    if request.method == "GET":
        return manager.get(asked)
    if request.method == "POST":
        return manager.post(asked, body)
    return manager.sendCustomRequest(asked, _bytes(request.method), body)


def _response(request: requests.PreparedRequest, raw: ReplyStream) -> requests.Response:
    response = requests.Response()
    response.status_code, response.reason = raw.status, raw.reason
    response.headers = CaseInsensitiveDict(raw.headers)
    response.url, response.request, response.raw = request.url, request, raw
    raw._original_response = _Received(raw.headers)
    return response


class _Received:
    """What requests reads cookies from: QGIS's jar is shared by its threads, which overwrite one another's."""

    def __init__(self, headers: list[tuple[str, str]]) -> None:
        self.msg = Message()
        for name, value in headers:
            if name.lower() == "set-cookie":
                for one in value.split("\n"):  # Qt puts several in one
                    self.msg[name] = one


def _refresh_proxy(manager: QgsNetworkAccessManager) -> None:
    """A pool thread keeps its network manager, and the manager keeps the proxy that QGIS had when it was made."""
    if QThread.currentThread() == QCoreApplication.instance().thread():
        return
    settings = QgsSettings()
    settings.beginGroup("proxy")
    now = tuple((key, str(settings.value(key))) for key in sorted(settings.childKeys()))
    known = getattr(_thread, "proxy", None)
    if _is_another(manager, settings) if known is None else known != now:
        manager.setupDefaultProxyAndCache()  # not for nothing: it connects the manager's signals once more
    _thread.proxy = now


def _is_another(manager: QgsNetworkAccessManager, settings: QgsSettings) -> bool:
    """Whether the manager, which may be older than our first request in this thread, has another proxy than QGIS."""
    in_use = settings.value("proxyEnabled", False, type=bool) and settings.value("proxyType") != "DefaultProxy"
    wanted = tuple(settings.value(f"proxy{name}", "", type=str) for name in ("Host", "User", "Password"))
    proxy = manager.fallbackProxy()
    has = (proxy.hostName(), proxy.user(), proxy.password())
    return has != (wanted if in_use else ("", "", "")) or (
        in_use and proxy.port() != settings.value("proxyPort", 0, type=int)
    )


def _place(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("latin-1")


def _number(value: object) -> int:
    """Of an enum member: a number in Qt 5, an object with a value in Qt 6."""
    return int(getattr(value, "value", value))
