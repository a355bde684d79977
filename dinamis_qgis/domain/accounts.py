# SPDX-License-Identifier: GPL-2.0-or-later
"""Accounts, read from the catalogues' rows: a secret is for one origin, and goes nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from ipaddress import ip_address
from typing import Any, Protocol, Union
from urllib.parse import urlsplit

SIGNING, KEYED = "signing", "keyed"  # kinds of accounts

# What a row's ``auth`` may say. "teledetection": its files open by links that the service ``signing`` signs (device
# sign-in, or a pair of keys). "api-key": a key in the header X-API-Key for its files; "api-key-on-search": for every
# request. "form": its own web form, which the plugin never sends.
AUTHS = ("", "form", "teledetection", "api-key", "api-key-on-search")

_PORTS = {"https": 443, "http": 80}


class Row(Protocol):
    """What of a :class:`~.catalogues.registry.CatalogueRow` matters here."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def auth(self) -> str: ...
    @property
    def signing(self) -> str: ...
    @property
    def signs(self) -> str: ...
    @property
    def key_page(self) -> str: ...


@dataclass(frozen=True)
class Account:
    """``id`` is the origin (``https://host``) that its secrets are for. ``root`` is that of the signing service, with a
    final ``/``; ``signs`` are the hosts whose addresses it signs, their subdomains included. ``page`` is where a person
    gets a key."""

    id: str
    title: str
    kind: str  # SIGNING or KEYED
    on_search: bool = False
    page: str = ""
    root: str = ""
    signs: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()  # ids of the catalogues that it opens

    def covers(self, href: str) -> bool:
        """Whether ``href`` is a file whose address this account's service signs."""
        host = urlsplit(href).hostname or "" if origin(href) else ""
        return any(host == name or host.endswith(f".{name}") for name in self.signs)


@dataclass(frozen=True)
class ApiKey:
    value: str = field(repr=False)


@dataclass(frozen=True)
class KeyPair:
    access: str
    secret: str = field(repr=False)


@dataclass(frozen=True)
class Tokens:
    """Of a sign-in. Instants are seconds of this machine's clock (``time.time``); 0 is long ago, None never."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    expires_at: float = 0.0
    refresh_expires_at: float | None = None
    token_url: str = ""  # "": to be asked of the signing service
    name: str = ""  # of the person


Key = Union["ApiKey", "KeyPair"]  # named: typing would keep the classes themselves after a reload


@dataclass(frozen=True)
class Secrets:
    """All that is known of one account. A key, where there is one, is used rather than the tokens."""

    key: Key | None = None
    tokens: Tokens | None = None

    def __bool__(self) -> bool:
        return self.key is not None or self.tokens is not None

    def to_text(self) -> str:
        held = {"key": self.key, "tokens": self.tokens}
        return json.dumps({name: asdict(value) for name, value in held.items() if value is not None})

    @classmethod
    def from_text(cls, text: str) -> Secrets:
        """What cannot be read is nothing."""
        try:
            held = json.loads(text)
            key, tokens = held.get("key"), held.get("tokens")
            return cls(
                None if key is None else ApiKey(**key) if "value" in key else KeyPair(**key),
                None if tokens is None else Tokens(**tokens),
            )
        except (ValueError, TypeError, AttributeError, RecursionError):
            return cls()


def is_sound(key: Key) -> bool:
    """Whether it can stand in a header: visible ASCII, and not empty."""
    values = (key.value,) if isinstance(key, ApiKey) else (key.access, key.secret)
    return all(value and all("!" <= sign <= "~" for sign in value) for value in values)


def origin(url: str) -> str:
    """``scheme://host`` with the port unless it is the scheme's own; "" where no secret may go: anything but https,
    except for this very machine."""
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme.lower(), (parts.hostname or "").lower(), parts.port
    except ValueError:
        return ""
    if not host or scheme not in _PORTS or (scheme == "http" and not _is_this_machine(host)):
        return ""
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}" if port in (None, _PORTS[scheme]) else f"{scheme}://{shown}:{port}"


def accounts(rows: Iterable[Row], signing: str = "") -> tuple[Account, ...]:
    """One for each origin that wants something, in the order of the rows. ``signing`` replaces the signing service of
    every row that has one (the variable TLD_SIGNING_ENDPOINT)."""
    found: dict[str, Account] = {}
    for row in rows:
        account = account_of(row, signing)
        if account is None:
            continue
        before = found.setdefault(account.id, account)
        merged: Mapping[str, Any] = {
            "signs": tuple(dict.fromkeys((*before.signs, *account.signs))),
            "rows": tuple(dict.fromkeys((*before.rows, *account.rows))),
            "page": before.page or account.page,
            "on_search": before.on_search or account.on_search,
        }
        if before.kind == account.kind:
            found[account.id] = Account(**{**before.__dict__, **merged})
    return tuple(found.values())


def account_of(row: Row, signing: str = "") -> Account | None:
    """The account that ``row`` alone would make; None when it needs none."""
    if row.auth == "teledetection":
        root = (signing or row.signing).strip().rstrip("/")
        if not root or not origin(root):
            return None
        signs = tuple(row.signs.lower().split())
        return Account(
            origin(root), row.title, SIGNING, page=row.key_page, root=f"{root}/", signs=signs, rows=(row.id,)
        )
    if row.auth in ("api-key", "api-key-on-search") and origin(row.url):
        on_search = row.auth == "api-key-on-search"
        return Account(origin(row.url), row.title, KEYED, on_search, row.key_page, rows=(row.id,))
    return None


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
