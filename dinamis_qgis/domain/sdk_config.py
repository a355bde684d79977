# SPDX-License-Identifier: GPL-2.0-or-later
"""What the ``teledetection`` package (1.13.0) keeps of an account: its variables, and two small files in clear."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .accounts import KeyPair, Secrets, Tokens, is_sound, origin
from .errors import InvalidFile

KEY_FILE, SESSION_FILE = ".apikey", ".jwt"
_NAME = "teledetection"


def folder(environment: Mapping[str, str], home: Path, platform: str = sys.platform) -> Path:
    """Where its files are, as the package finds it."""
    if environment.get("TLD_CONFIG_DIR"):
        return Path(environment["TLD_CONFIG_DIR"])
    if platform == "win32":
        base = environment.get("LOCALAPPDATA")
        return (Path(base) if base else home / "AppData" / "Local") / _NAME / _NAME
    if platform == "darwin":
        return home / "Library" / "Application Support" / _NAME
    base = environment.get("XDG_CONFIG_HOME")
    return (Path(base) if base else home / ".config") / _NAME


def is_there(place: Path) -> bool:
    return any((place / name).is_file() for name in (KEY_FILE, SESSION_FILE))


def read(place: Path) -> Secrets:
    """The pair of keys, else the session. Raises :class:`InvalidFile`."""
    key_file, session_file = place / KEY_FILE, place / SESSION_FILE
    if key_file.is_file():
        said = _content(key_file)
        pair = KeyPair(_text(said, "access-key", key_file), _text(said, "secret-key", key_file))
        if not is_sound(pair):
            raise InvalidFile(str(key_file), "is no key", "access-key")
        return Secrets(pair)
    if session_file.is_file():
        said = _content(session_file)
        # When they were given is not written there: they are renewed before they are used.
        access, refresh = (_text(said, name, session_file) for name in ("access_token", "refresh_token"))
        return Secrets(None, Tokens(access, refresh))
    raise InvalidFile(str(place), f"neither {KEY_FILE} nor {SESSION_FILE} is there")


def key_pair(environment: Mapping[str, str]) -> KeyPair | None:
    pair = KeyPair(environment.get("TLD_ACCESS_KEY", "").strip(), environment.get("TLD_SECRET_KEY", "").strip())
    return pair if is_sound(pair) else None


def signing_service(environment: Mapping[str, str]) -> str:
    """Another signing service than the catalogues', "" when none is given to which keys may go."""
    root = environment.get("TLD_SIGNING_ENDPOINT", "").strip()
    return root if origin(root) else ""


def _content(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise InvalidFile(str(path), getattr(error, "strerror", None) or "not JSON") from error
    if not isinstance(content, dict):
        raise InvalidFile(str(path), "not a JSON object")
    return content


def _text(said: Mapping[str, Any], name: str, path: Path) -> str:
    value = said.get(name)
    if not isinstance(value, str) or not value.strip():
        raise InvalidFile(str(path), "is missing", name)
    return value.strip()
