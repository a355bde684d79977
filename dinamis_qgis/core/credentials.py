# SPDX-License-Identifier: GPL-2.0-or-later
"""Accounts as QGIS keeps them: secrets in its authentication database, encrypted, and nowhere else.

Nothing here opens a window, except :meth:`Credentials.unlock`, which is for a person's click.
"""

from __future__ import annotations

import enum
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ..domain import sdk_config
from ..domain.account_errors import InvalidKey, NeedsMasterPassword, NotStored
from ..domain.accounts import Account, Key, KeyPair, Row, Secrets, account_of, accounts, is_sound

if TYPE_CHECKING:
    from ..domain.keyring import Keyring
    from ..domain.signing import Signer

_SHOWN = 4  # characters of an access key: enough to know it again


class State(enum.Enum):
    SIGNED_OUT = enum.auto()
    SIGNED_IN = enum.auto()
    KEY = enum.auto()
    EXPIRED = enum.auto()
    REFUSED = enum.auto()
    NEEDS_MASTER_PASSWORD = enum.auto()


@dataclass(frozen=True)
class Status:
    """``name`` is the person's, or how an access key begins; "" when neither is known."""

    state: State
    name: str = ""
    from_environment: bool = False


class AuthDatabase:
    """QGIS's, as a :class:`~dinamis_qgis.domain.keyring.Store`; any thread. Whether its master password is set is asked
    first: QGIS itself would open a window."""

    def read(self, account: Account) -> Secrets:
        manager = QgsApplication.authManager()
        if manager.isDisabled() or not manager.existsAuthSetting(_name(account)):
            return Secrets()
        if not manager.masterPasswordIsSet():
            raise NeedsMasterPassword(account.id)
        return Secrets.from_text(manager.authSetting(_name(account), "", True) or "")

    def write(self, account: Account, secrets: Secrets) -> None:
        manager = QgsApplication.authManager()
        if not secrets and not manager.existsAuthSetting(_name(account)):
            return
        if secrets:
            self.check(account)
            done = manager.storeAuthSetting(_name(account), secrets.to_text(), True)
        else:
            done = manager.removeAuthSetting(_name(account))
        if not done:
            raise NotStored(account.id, "QGIS did not take it")

    def check(self, account: Account) -> None:
        """Raises :class:`NotStored` or :class:`NeedsMasterPassword` where nothing can be kept now."""
        manager = QgsApplication.authManager()
        if manager.isDisabled():
            raise NotStored(account.id, manager.disabledMessage())
        if not manager.masterPasswordIsSet():
            raise NeedsMasterPassword(account.id)


class Credentials(QObject):
    """One for all of QGIS (:func:`credentials`): what one part signs another finds. Lives on the main thread; what is
    not said to be for it may be called in any."""

    changed = pyqtSignal(str)  # an account's id, "" for all of them; always on the main thread
    _heard = pyqtSignal(str)

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        super().__init__()
        self.moveToThread(QCoreApplication.instance().thread())  # a worker may be the first to ask
        self._environment = dict(environment)
        self._signing = sdk_config.signing_service(self._environment)
        self._lock = threading.Lock()
        self._known: tuple[object, tuple[Account, ...]] | None = None
        self._keyring: Keyring | None = None
        self._signer: Signer | None = None
        self.store = AuthDatabase()
        self._heard.connect(self._tell)
        manager = QgsApplication.authManager()
        self._unlocked = manager.masterPasswordIsSet()
        manager.masterPasswordVerified.connect(self._verified)
        manager.authDatabaseChanged.connect(self._store_changed)

    def close(self) -> None:
        manager = QgsApplication.authManager()
        manager.masterPasswordVerified.disconnect(self._verified)
        manager.authDatabaseChanged.disconnect(self._store_changed)

    # --- accounts ---------------------------------------------------------------------------------

    def accounts(self) -> tuple[Account, ...]:
        """Those of the configured catalogues, disabled ones included; read again when the user's file changes."""
        from .catalogues import configured_rows, user_file

        try:
            found = user_file().stat()
            version: object = (str(user_file()), found.st_mtime_ns, found.st_size)
        except OSError:
            version = str(user_file())
        known = self._known
        if known is None or known[0] != version:
            known = self._known = (version, accounts(configured_rows()[0], self._signing))
        return known[1]

    def account(self, account_id: str) -> Account | None:
        return next((one for one in self.accounts() if one.id == account_id), None)

    def account_of(self, row: Row) -> Account | None:
        """The account that opens the files of ``row``, or lets it be searched."""
        own = account_of(row, self._signing)
        return None if own is None else self.account(own.id) or own

    def status(self, account: Account) -> Status:
        """Without a request and without a window."""
        from_environment = self.keyring.is_from_environment(account)
        try:
            secrets = self.keyring.secrets(account)
        except NeedsMasterPassword:
            self._unlocked = False
            return Status(State.NEEDS_MASTER_PASSWORD)
        refused = self.keyring.is_refused(account)
        if secrets.key is not None:
            name = f"{secrets.key.access[:_SHOWN]}…" if isinstance(secrets.key, KeyPair) else ""
            return Status(State.REFUSED if refused else State.KEY, name, from_environment)
        if secrets.tokens is not None:
            return Status(State.EXPIRED if refused else State.SIGNED_IN, secrets.tokens.name)
        return Status(State.SIGNED_OUT)

    def may_be_searched(self, row: Row) -> bool:
        """Whether ``row`` gives anything to who has no key, or a key is known."""
        account = self.account_of(row)
        if account is None or not account.on_search:
            return True
        return self.status(account).state not in (State.SIGNED_OUT, State.NEEDS_MASTER_PASSWORD)

    # --- what a person does, on the main thread ---------------------------------------------------

    def unlock(self) -> bool:
        """QGIS asks for its master password, in a window, unless its wallet knows it."""
        done = bool(QgsApplication.authManager().setMasterPassword(True))
        self._unlocked = done
        self._store_changed()
        return done

    def set_key(self, account: Account, key: Key) -> None:
        """Instead of all that was known. Raises :class:`InvalidKey`, :class:`NeedsMasterPassword`,
        :class:`NotStored`."""
        if not is_sound(key):
            raise InvalidKey(account.id)
        self._put(account, Secrets(key))

    def sdk_folder(self) -> Path | None:
        """Where the ``teledetection`` package keeps an account on this machine, if it does."""
        place = sdk_config.folder(self._environment, Path.home())
        return place if sdk_config.is_there(place) else None

    def import_sdk(self, account: Account, folder: Path | None = None) -> str:
        """Its pair of keys (``"key"``), else its session (``"session"``); the files stay as they are.

        Raises :class:`InvalidFile`, :class:`NeedsMasterPassword`, :class:`NotStored`.
        """
        secrets = sdk_config.read(folder or sdk_config.folder(self._environment, Path.home()))
        self._put(account, secrets)
        return "session" if secrets.key is None else "key"

    def sign_out(self, account: Account) -> None:
        """Forget keys and session, and what was signed with them."""
        self._put(account, Secrets())

    def _put(self, account: Account, secrets: Secrets) -> None:
        self.keyring.put(account, secrets)
        self.signer.forget(account)

    # --- what the others work with ----------------------------------------------------------------

    @property
    def keyring(self) -> Keyring:
        from ..domain.keyring import Keyring
        from .session import QgisSession

        with self._lock:
            if self._keyring is None:
                pair = sdk_config.key_pair(self._environment)
                self._keyring = Keyring(self.accounts, self.store, QgisSession, pair, self._heard.emit)
            return self._keyring

    @property
    def signer(self) -> Signer:
        from ..domain.signing import Signer
        from .session import QgisSession

        keyring = self.keyring
        with self._lock:
            if self._signer is None:
                self._signer = Signer(self.accounts, keyring, QgisSession)
            return self._signer

    def _tell(self, account_id: str) -> None:
        self.changed.emit(account_id)

    def _verified(self, good: bool) -> None:
        """QGIS says so at each reading, ours included: only the first one after it was locked is news."""
        if good and not self._unlocked:
            self._unlocked = True
            self._store_changed()

    def _store_changed(self, *_said: object) -> None:
        self.keyring.forget_held()


_one: Credentials | None = None
_making = threading.Lock()


def credentials() -> Credentials:
    """QGIS's own authentication manager is one for all too: algorithms, tasks and pages share it."""
    global _one
    with _making:
        if _one is None:
            _one = Credentials()
        return _one


def close() -> None:
    """When the plugin goes; what was signed is forgotten."""
    global _one
    with _making:
        if _one is not None:
            _one.close()
        _one = None


def _name(account: Account) -> str:
    return f"dinamis/{account.id}"
