# SPDX-License-Identifier: GPL-2.0-or-later
"""Sign-in with the device flow of OAuth 2 (RFC 8628) and API keys, as the signing service of Montpellier has them.

The words of the protocol were read in the ``teledetection`` package (1.13.0); the error codes are the RFC's.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

import requests

from .account_errors import SignInCodeExpired, SignInDenied, SignInExpired, SignInFailed, SignInPending, SlowDown
from .accounts import Account, KeyPair, Tokens, origin
from .catalogues.values import web_address
from .errors import HttpError, InvalidAnswer, NotFound, ServiceBroken, TimedOut, TooManyRequests, Unreachable
from .web import Feedback, answer_of, ask_json, json_object, read_json, wait

CLIENT = "gdal"  # public: it has no secret
_SCOPE = "openid offline_access"
_DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
_BYTES = 4 << 20
_INTERVAL = 5.0  # seconds between two questions, where the service does not say; RFC 8628, 3.2
_SLOWER = 5.0  # RFC 8628, 3.5
_LONGEST = 60.0
_TRANSIENT = (Unreachable, TimedOut, ServiceBroken, TooManyRequests)
_REFUSALS: Mapping[str, type[Exception]] = {
    "authorization_pending": SignInPending,
    "slow_down": SlowDown,
    "access_denied": SignInDenied,
    "expired_token": SignInCodeExpired,
}


@dataclass(frozen=True)
class DeviceCode:
    """``link`` is what the person opens; ``expires_at`` is in seconds of this machine's clock (``time.time``)."""

    link: str
    device_code: str = field(repr=False)
    user_code: str = ""
    expires_at: float = 0.0
    interval: float = _INTERVAL  # seconds
    token_url: str = ""


@dataclass(frozen=True)
class KeyInfo:
    access_key: str
    created: str = ""  # as the service says it
    description: str = ""


class Login:
    """What an account's service knows of a person. Everything here blocks until the service answers."""

    def __init__(self, account: Account, session: requests.Session, clock: Callable[[], float] = time.time) -> None:
        self._account, self._session, self._clock = account, session, clock

    def begin(self, feedback: Feedback) -> DeviceCode:
        token_url = self.token_url(feedback)
        url = f"{token_url.rpartition('/')[0]}/auth/device"
        said = self._post(url, {}, feedback)
        link = said.get("verification_uri_complete") or said.get("verification_uri")
        if not isinstance(link, str) or not origin(link):
            raise InvalidAnswer(url, "no address where to confirm")
        return DeviceCode(
            link,
            _text(said, "device_code", url),
            str(said.get("user_code") or ""),
            self._clock() + _seconds(said, "expires_in", 600.0),
            min(max(_seconds(said, "interval", _INTERVAL), 1.0), _LONGEST),
            token_url,
        )

    def wait(self, code: DeviceCode, feedback: Feedback) -> Tokens:
        """Until the person has confirmed. A service that is out of reach for a moment is asked again.

        Raises :class:`SignInDenied`, :class:`SignInCodeExpired`, :class:`SignInFailed`.
        """
        interval = code.interval
        end = time.monotonic() + code.expires_at - self._clock()
        while True:
            wait(min(interval, max(0.0, end - time.monotonic())), feedback)
            if time.monotonic() >= end:
                raise SignInCodeExpired(self._account.id)
            try:
                return self.poll(code, feedback)
            except SlowDown:
                interval = min(interval + _SLOWER, _LONGEST)
            except SignInPending:
                continue
            except _TRANSIENT:
                interval = min(interval + _SLOWER, _LONGEST)

    def poll(self, code: DeviceCode, feedback: Feedback) -> Tokens:
        """One question. Raises also :class:`SignInPending` and :class:`SlowDown`."""
        fields = {"device_code": code.device_code, "grant_type": _DEVICE}
        return self._tokens(code.token_url, fields, feedback)

    def refresh(self, tokens: Tokens, feedback: Feedback) -> Tokens:
        """Other tokens of the same session. Raises :class:`SignInExpired` when it is over."""
        token_url = tokens.token_url or self.token_url(feedback)
        fields = {"refresh_token": tokens.refresh, "grant_type": "refresh_token"}
        try:
            fresh = self._tokens(token_url, fields, feedback)
        except (SignInFailed, SignInDenied, SignInCodeExpired, NotFound) as error:
            raise SignInExpired(self._account.id) from error
        return Tokens(**{**fresh.__dict__, "name": tokens.name})

    def who(self, tokens: Tokens, feedback: Feedback) -> str:
        """The name under which the service knows the person, "" when it gives none."""
        url = f"{tokens.token_url.rpartition('/')[0]}/userinfo"
        said = self._get(url, tokens, feedback)
        names = (said.get(key) for key in ("preferred_username", "name", "email"))
        return next((name for name in names if isinstance(name, str) and name), "")

    def create_key(self, tokens: Tokens, description: str, feedback: Feedback) -> KeyPair:
        """The service shows the secret this once."""
        url = f"{self._account.root}create_api_key"
        said = self._get(url, tokens, feedback, {"description": description})
        return KeyPair(_text(said, "access-key", url), _text(said, "secret-key", url))

    def list_keys(self, tokens: Tokens, feedback: Feedback) -> list[KeyInfo]:
        url = f"{self._account.root}list_api_keys_with_metadata"
        said = self._get(url, tokens, feedback, whole=list)
        keys = [each for each in said if isinstance(each, dict) and isinstance(each.get("access-key"), str)]
        return [
            KeyInfo(each["access-key"], str(each.get("created") or "")[:19], str(each.get("description") or ""))
            for each in keys
        ]

    def revoke_key(self, tokens: Tokens, access_key: str, feedback: Feedback) -> None:
        url = f"{self._account.root}revoke_api_key"
        request = self._asked(url, tokens, {"access_key": access_key})
        answer_of(self._session, request, feedback, _BYTES)

    def token_url(self, feedback: Feedback) -> str:
        """Where tokens are given, which the signing service says in its own description."""
        url = urljoin(self._account.root, "openapi.json")
        said: Any = ask_json(self._session, "GET", url, feedback, _BYTES)
        for key in ("components", "securitySchemes", "OAuth2PasswordBearer", "flows", "password", "tokenUrl"):
            said = said.get(key) if isinstance(said, dict) else None
        address = web_address(said, url) if isinstance(said, str) and said else ""
        if not origin(address):
            raise InvalidAnswer(url, "does not say where to sign in")
        return address

    def _tokens(self, url: str, fields: Mapping[str, str], feedback: Feedback) -> Tokens:
        said = self._post(url, fields, feedback)
        now = self._clock()
        ends = _seconds(said, "refresh_expires_in", 0.0)
        return Tokens(
            _text(said, "access_token", url),
            _text(said, "refresh_token", url),
            now + _seconds(said, "expires_in", 0.0),
            now + ends if ends else None,  # 0: a session that does not end by itself
            url,
        )

    def _post(self, url: str, fields: Mapping[str, str], feedback: Feedback) -> dict[str, Any]:
        """A form; what the service refuses has its type."""
        form = {"client_id": CLIENT, "scope": _SCOPE, **fields}
        request = requests.Request("POST", url, data=form, headers={"Accept": "application/json"})
        try:
            return json_object(answer_of(self._session, request, feedback, _BYTES), url)
        except HttpError as error:
            if error.status not in (400, 401, 403):
                raise
            kind = _REFUSALS.get(error.detail.partition(":")[0], SignInFailed)
            raise kind(self._account.id, error.detail) from error

    def _get(
        self,
        url: str,
        tokens: Tokens,
        feedback: Feedback,
        query: Mapping[str, str] | None = None,
        whole: type = dict,
    ) -> Any:
        """JSON, asked in the person's name."""
        said = read_json(answer_of(self._session, self._asked(url, tokens, query), feedback, _BYTES), url)
        if not isinstance(said, whole):
            raise InvalidAnswer(url, f"not a JSON {whole.__name__}")
        return said

    @staticmethod
    def _asked(url: str, tokens: Tokens, query: Mapping[str, str] | None) -> requests.Request:
        headers = {"Accept": "application/json", **bearer(tokens)}
        return requests.Request("GET", url, headers=headers, params=dict(query or {}))


def bearer(tokens: Tokens) -> dict[str, str]:
    return {"Authorization": f"bearer {tokens.access}"}


def _text(said: Mapping[str, Any], name: str, url: str) -> str:
    value = said.get(name)
    if not isinstance(value, str) or not value or not all("!" <= sign <= "~" for sign in value):
        raise InvalidAnswer(url, f"no {name}")
    return value


def _seconds(said: Mapping[str, Any], name: str, otherwise: float) -> float:
    value = said.get(name)
    sound = isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 1e9
    return float(value) if sound else otherwise  # type: ignore[arg-type]
