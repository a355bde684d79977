# SPDX-License-Identifier: GPL-2.0-or-later
"""What is known of each account, and the one place that says which header goes to which host.

Any thread may ask. Tokens are renewed silently shortly before they end.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from typing import Protocol

import requests

from .account_errors import (
    AccountError,
    KeyRefused,
    NeedsKey,
    NeedsMasterPassword,
    NeedsSignIn,
    NotStored,
    SignInExpired,
)
from .accounts import KEYED, SIGNING, Account, ApiKey, KeyPair, Secrets, Tokens, origin
from .errors import AuthenticationRequired, HttpError
from .login import Login, bearer
from .turns import Turns
from .web import Feedback

_MARGIN = 30.0  # seconds before its end from which an access token is renewed
_log = logging.getLogger(__name__)


class Store(Protocol):
    """Where secrets rest. Both raise :class:`NeedsMasterPassword`; ``write`` also :class:`NotStored`."""

    def read(self, account: Account) -> Secrets: ...
    def write(self, account: Account, secrets: Secrets) -> None: ...


class Keyring:
    """``key_pair`` comes from the environment, and is of the first signing service. ``changed`` hears, in whatever
    thread, of each account whose state may be another."""

    def __init__(
        self,
        accounts: Callable[[], tuple[Account, ...]],
        store: Store,
        session: Callable[[], requests.Session],
        key_pair: KeyPair | None = None,
        changed: Callable[[str], None] = lambda _account_id: None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._accounts, self._store, self._session = accounts, store, session
        self._key_pair, self._changed, self._clock = key_pair, changed, clock
        self._held: dict[str, Secrets] = {}
        self._refused: set[str] = set()
        self._lock = threading.Lock()
        self._turns = Turns()

    # --- what is known ----------------------------------------------------------------------------

    def account(self, account_id: str, kind: str = "") -> Account | None:
        every = self._accounts()
        return next((one for one in every if one.id == account_id and kind in ("", one.kind)), None)

    def is_from_environment(self, account: Account) -> bool:
        first = next((one.id for one in self._accounts() if one.kind == SIGNING), "")
        return self._key_pair is not None and account.id == first

    def secrets(self, account: Account) -> Secrets:
        """Raises :class:`NeedsMasterPassword` where they are stored and locked."""
        if self.is_from_environment(account):
            return Secrets(self._key_pair)
        with self._lock:
            held = self._held.get(account.id)
        if held is None:
            held = self._store.read(account)
            with self._lock:
                held = self._held.setdefault(account.id, held)
        return held

    def put(self, account: Account, secrets: Secrets) -> None:
        """Instead of all that was known. Raises :class:`NotStored` or :class:`NeedsMasterPassword`: nothing changed."""
        self._store.write(account, secrets)
        with self._lock:
            self._held[account.id] = secrets
            self._refused.discard(account.id)
        self._changed(account.id)

    def forget_held(self) -> None:
        """What rests in the store may have changed: read it again."""
        with self._lock:
            self._held.clear()
        self._changed("")

    def is_refused(self, account: Account) -> bool:
        """Whether the service refused what is known, in this session."""
        return account.id in self._refused

    def refuse(self, account: Account) -> None:
        with self._lock:
            new = account.id not in self._refused
            self._refused.add(account.id)
        if new:
            self._changed(account.id)

    # --- which header goes where ------------------------------------------------------------------

    def door_headers(self, url: str, for_files: bool) -> dict[str, str]:
        """For a request of a catalogue or of a file at ``url``: the key of that very door, or nothing.

        Raises :class:`NeedsKey` or :class:`NeedsMasterPassword` where nothing is served without a key.
        """
        account = self.account(origin(url), KEYED)
        if account is None or not (for_files or account.on_search):
            return {}
        try:
            key = self.secrets(account).key
        except NeedsMasterPassword:
            if account.on_search:
                raise
            return {}  # a public picture needs no key; what does is refused, and explained
        if isinstance(key, ApiKey):
            return {"X-API-Key": key.value}
        if account.on_search:
            raise NeedsKey(account.id)
        return {}

    def signing_headers(self, account: Account, feedback: Feedback) -> dict[str, str]:
        """For the signing service of ``account``. Raises :class:`NeedsSignIn`, :class:`NeedsMasterPassword`,
        :class:`SignInExpired`, or what the sign-in service answers."""
        secrets = self.secrets(account)
        if isinstance(secrets.key, KeyPair):
            return {"access-key": secrets.key.access, "secret-key": secrets.key.secret}
        return bearer(self.tokens(account, feedback))

    def tokens(self, account: Account, feedback: Feedback, stale: Tokens | None = None) -> Tokens:
        """Those of the sign-in, renewed when they end soon or are the ``stale`` ones, which the service refused."""
        with self._turns.mine(feedback):
            tokens = self.secrets(account).tokens
            if tokens is None:
                raise NeedsSignIn(account.id)
            if tokens.expires_at - self._clock() > _MARGIN and tokens != stale:
                return tokens
            return self._renewed(account, tokens, feedback)

    def explain(self, error: HttpError) -> None:
        """Raises why a door refused, when it is for want of a key, or because of the key.

        No variable holds what is raised: its traceback would hold it in turn, and leave what a request made to the
        garbage collector, which destroys it in any thread.
        """
        account = self.account(origin(error.url), KEYED) if error.status in (401, 403) else None
        if account is None:
            return
        if not self.secrets(account):
            raise NeedsKey(account.id) from error
        if isinstance(error, AuthenticationRequired):
            self.refuse(account)
            raise KeyRefused(account.id) from error

    def _renewed(self, account: Account, tokens: Tokens, feedback: Feedback) -> Tokens:
        if tokens.refresh_expires_at is not None and tokens.refresh_expires_at <= self._clock():
            fresh = self._stored_by_another(account, tokens)
        else:
            try:
                fresh = Login(account, self._session(), self._clock).refresh(tokens, feedback)
            except SignInExpired:
                fresh = self._stored_by_another(account, tokens)
        secrets = Secrets(self.secrets(account).key, fresh)
        try:
            self._store.write(account, secrets)
        except (NeedsMasterPassword, NotStored) as error:
            _log.info("renewed tokens are kept for this session only: %s", error)
        with self._lock:
            self._held[account.id] = secrets
            was_refused = account.id in self._refused
            self._refused.discard(account.id)
        if was_refused:
            self._changed(account.id)
        return fresh

    def _stored_by_another(self, account: Account, tokens: Tokens) -> Tokens:
        """Another QGIS with the same profile may have renewed the session meanwhile, which ends our tokens."""
        try:
            stored = self._store.read(account).tokens
        except AccountError:
            stored = None
        if stored is None or stored == tokens or stored.expires_at - self._clock() <= _MARGIN:
            self.refuse(account)
            raise SignInExpired(account.id)
        return stored


class DoorKeys:
    """The keyring as a session sees it: for searching, or for fetching files."""

    def __init__(self, keyring: Keyring, for_files: bool) -> None:
        self._keyring, self._for_files = keyring, for_files

    def headers(self, url: str) -> Mapping[str, str]:
        return self._keyring.door_headers(url, self._for_files)

    def explain(self, error: HttpError) -> None:
        self._keyring.explain(error)
