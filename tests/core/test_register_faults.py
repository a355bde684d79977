# SPDX-License-Identifier: GPL-2.0-or-later
"""A register that cannot be written for a while: the work is kept in the profile and saved later.

PostGIS that cannot be reached: ``tests/services/test_register_postgis.py``.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from dinamis_qgis.core import register_store as store
from dinamis_qgis.core.ledger import Ledger
from dinamis_qgis.core.register_place import Place, opening
from dinamis_qgis.core.register_refusals import why_waiting
from dinamis_qgis.core.register_store import SAVED, WAITING
from dinamis_qgis.core.register_waiting import waiting_file
from dinamis_qgis.domain.errors import Busy, NewerFile, NotWritable
from dinamis_qgis.domain.register_errors import RegisterUnreachable
from tests.core.register_parts import change, entry, save

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534


@contextmanager
def locked(path: Path):
    """Another program holds it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        yield
        holder.execute("ROLLBACK")


@contextmanager
def vanished(path: Path):
    """A network drive that is away."""
    away = path.parent.rename(path.parent.with_name("away"))
    yield
    away.rename(path.parent)


@contextmanager
def newer(path: Path):
    """A colleague's plugin is newer than ours, which is then brought up to date."""

    def say(version: int) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute(f"UPDATE dinamis_register SET version = {version}")

    say(99)
    yield
    say(1)


@pytest.mark.parametrize(
    ("trouble", "error"),
    [(locked, Busy), (vanished, RegisterUnreachable), (newer, NewerFile)],
    ids=lambda one: one.__name__,
)
def test_the_work_is_kept_and_saved_later(qgis_app, qtbot, tmp_path, trouble, error):
    path = tmp_path / "drive" / "bureau.gpkg"
    path.parent.mkdir()
    place = Place(str(path))
    found = opening(place)
    store.create(found)
    first = save(found, entry("Before")).entry
    place.choose()
    ledger, told = Ledger(), []
    ledger.saved.connect(told.append)

    def settle():
        qtbot.waitUntil(lambda: not ledger.busy, timeout=60_000)

    ledger.load()
    settle()
    with trouble(path):
        ledger.save(change(first, note="meanwhile"), first)
        ledger.save(entry("New"), None)
        settle()
        settle()
        assert [one.how for one in told] == [WAITING, WAITING] and waiting_file().exists()
        assert all(isinstance(one.error, error) for one in told) and why_waiting(told[0].error)
        assert {one.request.title for one in ledger.entries} == {"Before", "New"}
        assert all(map(ledger.waits, ledger.entries))
    ledger.load()
    settle()
    there = {one.request.title: one.request.note for one in store.read(found).entries}
    assert there == {"Before": "meanwhile", "New": ""}
    assert not any(map(ledger.waits, ledger.entries))
    ledger.close()


def test_one_that_is_read_only_is_read_and_says_so_when_it_is_written(qgis_app):
    """As a person who owns nothing there: root writes everywhere."""
    folder = Path(tempfile.mkdtemp(prefix="dinamis-ro-"))
    try:
        found = opening(Place(str(folder / "bureau.gpkg")))
        store.create(found)
        save(found, entry("Before"))
        Path(found.place.path).chmod(0o444)
        folder.chmod(0o555)
        code = (
            "import sys; from dinamis_qgis.core import register_store as store\n"
            "from dinamis_qgis.core.register_place import Place, opening\n"
            "from tests.core.register_parts import change, entry, save\n"
            "found = opening(Place(sys.argv[1]))\n"
            "(there,) = store.read(found).entries\n"
            "print(there.request.title)\n"
            "for now, before in ((change(there, note='x'), there), (entry('New'), None)):\n"
            "    try: save(found, now, before)\n"
            "    except store.DinamisError as error: print(type(error).__name__)\n"
        )
        somebody = {"user": NOBODY, "group": NOBODY} if os.geteuid() == 0 else {}
        done = subprocess.run(
            [sys.executable, "-c", code, found.place.path], cwd=ROOT, capture_output=True, text=True, timeout=300,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}, **somebody,
        )  # fmt: skip
        assert done.stdout.split() == ["Before", "NotWritable", "NotWritable"], done.stderr
        assert [one.request.title for one in store.read(found).entries] == ["Before"]
        assert "read-only" in why_waiting(NotWritable("x", ""))
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_read_only_register_keeps_the_work_in_the_profile(qgis_app, qtbot, tmp_path, monkeypatch):
    place = Place(str(tmp_path / "bureau.gpkg"))
    store.create(opening(place))
    place.choose()
    ledger, told = Ledger(), []
    ledger.saved.connect(told.append)
    with monkeypatch.context() as patched:

        def refuse(found, *_what):
            raise NotWritable(found.place.path, "attempt to write a readonly database")

        patched.setattr(store, "save", refuse)
        ledger.save(entry("New"), None)
        qtbot.waitUntil(lambda: not ledger.busy, timeout=60_000)
    assert [one.how for one in told] == [WAITING]
    ledger.load()
    qtbot.waitUntil(lambda: not ledger.busy, timeout=60_000)
    assert [one.request.title for one in store.read(opening(place)).entries] == ["New"]
    assert told[-1].how in (SAVED, WAITING) and not ledger.waits(ledger.entries[0])
    ledger.close()
