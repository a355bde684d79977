# SPDX-License-Identifier: GPL-2.0-or-later
"""A tariff brought from a file or an address: checked whole before it takes its place among the person's own."""

from __future__ import annotations

import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..domain.errors import InvalidTariff, NotWritable
from ..domain.filenames import safe_name
from ..domain.tariff_file import MOST_BYTES, read_tariff
from ..domain.tariffs import Tariff
from .fetch import fetch
from .tariffs import own_folder
from .task import TaskFeedback


def import_tariff(source: str, feedback: TaskFeedback) -> Tariff:
    """``source`` is a path or an http(s) address; its last part names the tariff, and replaces one of the same name.

    Off the main thread. Raises :class:`InvalidTariff` with the key and the reason, what ``fetch`` raises, or
    :class:`NotWritable`: then the tariffs are as they were.
    """
    content = fetch(source, feedback, MOST_BYTES)
    name = _name(source)
    folder = own_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".import-") as apart:
            part = Path(apart) / name
            part.write_bytes(content)
            try:
                tariff = read_tariff(part)
            except InvalidTariff as error:
                raise InvalidTariff(name, error.reason, error.key) from None
            part.replace(folder / name)
    except OSError as error:
        raise NotWritable(str(folder), error.strerror or type(error).__name__) from error
    return tariff


def remove_tariff(tariff_id: str) -> None:
    """One of the person's own. Raises :class:`NotWritable`."""
    path = own_folder() / f"{tariff_id}.json"
    try:
        path.unlink()
    except OSError as error:
        raise NotWritable(str(path), error.strerror or type(error).__name__) from error


def is_own(tariff_id: str) -> bool:
    return (own_folder() / f"{tariff_id}.json").is_file()


def _name(source: str) -> str:
    last = unquote(urlsplit(source).path) if "://" in source else source
    stem = Path(last.replace("\\", "/")).name
    stem = stem[: -len(".json")] if stem.lower().endswith(".json") else stem
    return f"{safe_name(stem) or 'tariff'}.json"
