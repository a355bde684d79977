# SPDX-License-Identifier: GPL-2.0-or-later
"""Doubles of the sign-in service (a Keycloak), the signing service and the object store of Montpellier, as the sources
of the ``teledetection`` package (1.13.0) and RFC 8628 describe them: strict where they would refuse."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import re
import secrets
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from urllib.parse import parse_qsl, quote, urlsplit

from tests.services.http_service import Answer, Asked, Service, serving

REALM = "/auth/realms/mtd/protocol/openid-connect"
MOST = 64
_SIGNATURE = "X-Amz-Signature"


@dataclass
class Sso:
    """``script`` says what each question about a device code is answered, then that it is confirmed: an error code of
    RFC 8628, an HTTP status, or ``ok``."""

    script: list[str] = field(default_factory=list)
    interval: int = 1
    code_life: int = 600  # seconds
    token_life: int = 300
    session_life: int = 0  # of the refresh tokens; 0: no end, as Keycloak says of offline sessions
    name: str = "a.martin"
    link: str = ""  # where to confirm; its own page by default
    base: str = ""
    tokens: dict[str, float] = field(default_factory=dict)  # access tokens and their ends
    sessions: set[str] = field(default_factory=set)  # refresh tokens that are good
    codes: dict[str, float] = field(default_factory=dict)
    given: list[str] = field(default_factory=list)  # every secret that left this place
    polls: list[float] = field(default_factory=list)

    def __call__(self, asked: Asked) -> Answer:
        form = dict(parse_qsl(asked.body.decode()))
        if asked.path == f"{REALM}/userinfo":
            good = self.knows(asked)
            return Answer.of({"sub": "1", "preferred_username": self.name} if good else {"error": "invalid_token"},
                             status=200 if good else 401)  # fmt: skip
        if asked.method != "POST" or asked.headers.get("content-type") != "application/x-www-form-urlencoded":
            return Answer.of({"error": "invalid_request"}, status=405)
        if form.get("client_id") != "gdal" or form.get("scope") != "openid offline_access":
            return Answer.of({"error": "invalid_client"}, status=401)
        if asked.path == f"{REALM}/auth/device":
            return self._device()
        if asked.path == f"{REALM}/token":
            return self._token(form)
        return Answer.of({"error": "Not Found"}, status=404)

    def knows(self, asked: Asked) -> bool:
        scheme, _, token = asked.headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and self.tokens.get(token, 0.0) > time.time()

    def end_sessions(self) -> None:
        self.tokens.clear()
        self.sessions.clear()

    def end_tokens(self) -> None:
        self.tokens.clear()

    def _device(self) -> Answer:
        code = self._secret("dev")
        self.codes[code] = time.time() + self.code_life
        page = self.link or f"{self.base}/auth/realms/mtd/device"
        return Answer.of({
            "device_code": code, "user_code": "WDJB-MJHT", "verification_uri": page,
            "verification_uri_complete": f"{page}?user_code=WDJB-MJHT",
            "expires_in": self.code_life, "interval": self.interval,
        })  # fmt: skip

    def _token(self, form: dict[str, str]) -> Answer:
        if form.get("grant_type") == "refresh_token":
            if form.get("refresh_token") not in self.sessions:
                return Answer.of({"error": "invalid_grant", "error_description": "Token is not active"}, status=400)
            self.sessions.discard(form["refresh_token"])  # a refresh token is good once
            return self._session()
        if form.get("grant_type") != "urn:ietf:params:oauth:grant-type:device_code":
            return Answer.of({"error": "unsupported_grant_type"}, status=400)
        self.polls.append(time.monotonic())
        if self.codes.get(form.get("device_code", ""), 0.0) < time.time():
            return Answer.of({"error": "expired_token"}, status=400)
        said = self.script.pop(0) if self.script else "ok"
        if said.isdigit():
            return Answer(b"<html>", int(said))
        return self._session() if said == "ok" else Answer.of({"error": said}, status=400)

    def _session(self) -> Answer:
        access, refresh = self._secret("access"), self._secret("refresh")
        self.tokens[access] = time.time() + self.token_life
        self.sessions.add(refresh)
        return Answer.of({
            "access_token": access, "expires_in": self.token_life, "refresh_token": refresh,
            "refresh_expires_in": self.session_life, "token_type": "Bearer", "not-before-policy": 0,
        })  # fmt: skip

    def _secret(self, kind: str) -> str:
        self.given.append(f"{kind}-{secrets.token_hex(16)}")
        return self.given[-1]


@dataclass
class Signing:
    """``first`` answers the first requests to sign instead of itself."""

    sso: Sso
    token_url: str
    stores: tuple[str, ...]  # bases of the addresses that it may sign
    life: int = 28800  # seconds
    skew: float = 0.0  # seconds by which its clock and the store's are ahead
    says_date: bool = True
    keys: dict[str, str] = field(default_factory=dict)
    first: list[Answer] = field(default_factory=list)
    leaves_out: set[str] = field(default_factory=set)
    batches: list[list[str]] = field(default_factory=list)
    signed: int = 0
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(16))

    def __call__(self, asked: Asked) -> Answer:
        if asked.path == "/openapi.json":
            flow = {"password": {"scopes": {}, "tokenUrl": self.token_url}}
            schemes = {"OAuth2PasswordBearer": {"type": "oauth2", "flows": flow}}
            return Answer.of({"openapi": "3.1.0", "components": {"securitySchemes": schemes}})
        if asked.path == "/sign_urls":
            return self._sign_urls(asked) if asked.method == "POST" else _detail(405, "Method Not Allowed")
        if asked.path == "/sign":
            if not self._known(asked):
                return _detail(401, "Not authenticated")
            return Answer.of({"href": self.link(asked.query["url"]), "expiry": self._expiry()})
        if asked.path in ("/create_api_key", "/list_api_keys_with_metadata", "/revoke_api_key"):
            return self._keys(asked) if self.sso.knows(asked) else _detail(401, "Not authenticated")
        return _detail(404, "Not Found")

    def now(self) -> datetime:
        return datetime.now(timezone.utc) + timedelta(seconds=self.skew)

    def link(self, url: str) -> str:
        """Signed for ``life`` seconds from now by its clock; what was signed before is signed anew."""
        place = url.split("?")[0]
        date = self.now().strftime("%Y%m%dT%H%M%SZ")
        self.signed += 1  # no two links are the same, even within a second
        credential = quote(f"store{self.signed}/{date[:8]}/us-east-1/s3/aws4_request", safe="")
        head = f"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={credential}&X-Amz-Date={date}"
        query = f"{head}&X-Amz-Expires={self.life}&X-Amz-SignedHeaders=host"
        return f"{place}?{query}&{_SIGNATURE}={self.signature(urlsplit(place).path, query)}"

    def signature(self, path: str, query: str) -> str:
        return hmac.new(self.secret, f"{path}\n{query}".encode(), hashlib.sha256).hexdigest()

    def _sign_urls(self, asked: Asked) -> Answer:
        if self.first:
            return self.first.pop(0)
        if not self._known(asked):
            return _detail(401, "Not authenticated")
        try:
            urls = json.loads(asked.body)["urls"]
        except (ValueError, KeyError, TypeError):
            return _detail(422, "body: Field required")
        self.batches.append(urls)
        if len(urls) > MOST:
            return _detail(422, f"List should have at most {MOST} items")
        if not all(url.startswith(self.stores) for url in urls):
            return _detail(400, "not one of ours")
        hrefs = {url: self.link(url) for url in urls if url not in self.leaves_out}
        headers = {"Date": self.now().strftime("%a, %d %b %Y %H:%M:%S GMT") if self.says_date else ""}
        answer = Answer.of({"expiry": self._expiry(), "hrefs": hrefs})
        return Answer(answer.body, headers={**answer.headers, **headers})

    def _expiry(self) -> str:
        return (self.now() + timedelta(seconds=self.life)).isoformat()

    def _known(self, asked: Asked) -> bool:
        access = asked.headers.get("access-key", "")
        by_key = bool(access) and self.keys.get(access) == asked.headers.get("secret-key")
        return by_key or self.sso.knows(asked)

    def _keys(self, asked: Asked) -> Answer:
        if asked.path == "/create_api_key":
            access, secret = secrets.token_hex(8), self.sso._secret("secret")
            self.keys[access] = secret
            return Answer.of({"access-key": access, "secret-key": secret})
        if asked.path == "/revoke_api_key":
            return Answer.of(self.keys.pop(asked.query["access_key"], None) is not None)
        return Answer.of([
            {"created": "2025-05-06 09:22:50.123", "access-key": access, "description": "test"} for access in self.keys
        ])  # fmt: skip


@dataclass
class Store:
    """Serves ``files`` by path to who comes with a good signature, ranges included."""

    signing: Signing | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    spoil: Callable[[Asked, Answer], Answer] = lambda _asked, answer: answer

    def __call__(self, asked: Asked) -> Answer:
        refused = self._refusal(asked)
        if refused:
            said = f"<?xml version='1.0'?><Error><Code>AccessDenied</Code><Message>{refused}</Message></Error>"
            return Answer(said.encode(), 403, {"Content-Type": "application/xml"})
        content = self.files.get(asked.path)
        if content is None:
            return Answer(b"<Error><Code>NoSuchKey</Code></Error>", 404, {"Content-Type": "application/xml"})
        headers = {"ETag": f'"{hashlib.md5(content).hexdigest()}"', "Accept-Ranges": "bytes"}
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", asked.headers.get("range", ""))
        if wanted is None:
            return self.spoil(asked, Answer(content, headers=headers))
        start, end = int(wanted[1]), int(wanted[2] or len(content) - 1)
        headers["Content-Range"] = f"bytes {start}-{end}/{len(content)}"
        return self.spoil(asked, Answer(content[start : end + 1], 206, headers))

    def _refusal(self, asked: Asked) -> str:
        query = asked.query
        if asked.method != "GET" or self.signing is None or _SIGNATURE not in query:
            return "Access Denied."
        names = ("Algorithm", "Credential", "Date", "Expires", "SignedHeaders")
        signed = "&".join(f"X-Amz-{name}={quote(query.get(f'X-Amz-{name}', ''), safe='')}" for name in names)
        if not hmac.compare_digest(query[_SIGNATURE], self.signing.signature(asked.path, signed)):
            return "The request signature we calculated does not match."
        begins = datetime.strptime(query["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc)
        ends = begins + timedelta(seconds=int(query["X-Amz-Expires"]))
        return "" if self.signing.now() < ends else "Request has expired"


@dataclass
class Cloud:
    sso: Sso
    signing: Signing
    store: Store
    sso_server: Service
    signing_server: Service
    store_server: Service

    @property
    def root(self) -> str:
        return f"{self.signing_server.url}/"

    def put(self, path: str, content: bytes) -> str:
        """The address of a file of the store."""
        self.store.files[path] = content
        return f"{self.store_server.url}{path}"

    def row(self, **others: object) -> dict:
        """A row of catalogues.json that leads here."""
        return {
            "id": "teledetection", "kind": "stac", "url": "http://127.0.0.1:9", "auth": "teledetection",
            "signing": self.root, "signs": "127.0.0.1", **others,
        }  # fmt: skip


@contextlib.contextmanager
def cloud(tls: ssl.SSLContext | None = None) -> Iterator[Cloud]:
    sso, store = Sso(), Store()
    with serving(sso, tls) as sso_server, serving(store, tls) as store_server:
        sso.base = sso_server.url
        signing = Signing(sso, f"{sso_server.url}{REALM}/token", (store_server.url,))
        store.signing = signing
        with serving(signing, tls) as signing_server:
            yield Cloud(sso, signing, store, sso_server, signing_server, store_server)


def _detail(status: int, said: str) -> Answer:
    return Answer.of({"detail": said}, status=status)
