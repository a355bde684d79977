# SPDX-License-Identifier: GPL-2.0-or-later
"""A real HTTP server on loopback that answers as a test tells it: late, cut, endless, or with any status."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import struct
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

_SLICE = 1 << 16


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]  # names in lower case
    body: bytes

    @property
    def json(self) -> dict:
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0  # seconds before the status line
    cut_after: int | None = None  # bytes of the body, then the connection is closed
    pause_after: int | None = None  # bytes of the body, then nothing comes until the server stops
    trickle: float = 0.0  # seconds between two bytes of the body
    reset_after: int | None = None  # bytes of the body, then the connection is reset; -1: before the status line
    endless: bool = False  # the body comes again and again
    closes: bool = False  # the connection is closed afterwards, which nothing says

    @classmethod
    def of(cls, content: object, **others) -> Answer:
        return cls(json.dumps(content).encode(), headers={"Content-Type": "application/json"}, **others)


class Service(ThreadingHTTPServer):
    """``answer(asked)`` decides. ``asked`` keeps every request; ``sent`` counts the bytes of bodies that left."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(
        self, answer: Callable[[Asked], Answer], tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
    ) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, 0), _Handler)
        self.answer = answer
        self.asked: list[Asked] = []
        self.sent = 0
        self.rate: float | None = None  # bytes a second, for each connection
        self.stopping = threading.Event()
        shown = f"[{host}]" if ":" in host else host
        self.url = f"{'https' if tls else 'http'}://{shown}:{self.server_address[1]}"
        self._tls = tls

    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        if self._tls is not None:  # the handshake is done by the connection's own thread
            connection = self._tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        return connection, address

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away, or that refuses the certificate, is what these tests are about."""


@contextlib.contextmanager
def serving(
    answer: Callable[[Asked], Answer], tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
) -> Iterator[Service]:
    service = Service(answer, tls, host)
    thread = threading.Thread(target=service.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.stopping.set()
        service.shutdown()
        service.server_close()
        thread.join()


def self_signed(folder: Path) -> ssl.SSLContext:
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command, *names], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


_DATE = "%Y%m%d%H%M%SZ"
_AUTHORITY = """[ca]
default_ca = own
[own]
database = issued
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
[any]
commonName = supplied
"""


def private_authority(folder: Path, name: str = "127.0.0.1", days: int = 2) -> tuple[ssl.SSLContext, Path]:
    """A server whose certificate an authority of its own signed, and that authority's certificate (PEM). With negative
    ``days`` it has expired."""

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=folder)

    openssl(
        *("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Authority of the office"),
        *("-addext", "keyUsage=critical,keyCertSign,cRLSign", "-keyout", "authority.key", "-out", "authority.pem"),
    )
    openssl(
        "req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}", "-keyout", "server.key", "-out", "server.csr"
    )
    (folder / "names").write_text(f"subjectAltName=IP:{name}\nbasicConstraints=CA:FALSE\n")
    (folder / "ca.cnf").write_text(_AUTHORITY)
    (folder / "issued").touch()
    until = datetime.now(timezone.utc) + timedelta(days=days)
    openssl(
        *("ca", "-batch", "-notext", "-config", "ca.cnf", "-cert", "authority.pem", "-keyfile", "authority.key"),
        *("-in", "server.csr", "-extfile", "names", "-out", "server.pem"),
        *("-startdate", f"{until - timedelta(days=9):{_DATE}}", "-enddate", f"{until:{_DATE}}"),
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    return context, folder / "authority.pem"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Service

    def log_message(self, *_arguments: object) -> None:
        pass

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        asked = Asked(
            self.command,
            parts.path,
            dict(parse_qsl(parts.query, keep_blank_values=True)),
            {name.lower(): value for name, value in self.headers.items()},
            self.rfile.read(int(self.headers.get("Content-Length") or 0)),
        )
        self.server.asked.append(asked)
        answer = self.server.answer(asked)
        if answer.delay:
            self.server.stopping.wait(answer.delay)
        if answer.reset_after == -1:
            self._reset()
            return
        self.send_response_only(answer.status)
        for name, value in {"Date": self.date_time_string(), **answer.headers}.items():
            if value:
                self.send_header(name, value)
        if "Content-Length" not in answer.headers and not answer.endless:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":  # a body would be taken for the next answer
            self._send(answer)

    def _send(self, answer: Answer) -> None:
        stops = (answer.cut_after, answer.pause_after, answer.reset_after)
        body = memoryview(answer.body)[: next((stop for stop in stops if stop is not None), None)]
        for start in range(0, len(body), 1 if answer.trickle else _SLICE):
            part = body[start : start + (1 if answer.trickle else _SLICE)]
            self.wfile.write(part)
            self.server.sent += len(part)
            slow = answer.trickle or (len(part) / self.server.rate if self.server.rate is not None else 0.0)
            if slow and self.server.stopping.wait(slow):
                break
        while answer.endless and not self.server.stopping.is_set():
            self.wfile.write(body)
        if answer.pause_after is not None:
            self.wfile.flush()
            self.server.stopping.wait()
        if answer.reset_after is not None:
            self._reset()
        elif answer.closes or answer.endless or answer.cut_after is not None or answer.pause_after is not None:
            self.close_connection = True

    def _reset(self) -> None:
        """As a machine does that forgot the connection: no end is said."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    do_GET = do_POST = do_HEAD = _serve
