# SPDX-License-Identifier: GPL-2.0-or-later
"""The register in a real PostGIS on loopback: several people, a killed one, a restart."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsCategorizedSymbolRenderer, QgsProject, QgsProviderRegistry, edit

from dinamis_qgis.core import register_store as store
from dinamis_qgis.core.ledger import Ledger
from dinamis_qgis.core.register_layers import add_to_project, dress_tables, layers_of
from dinamis_qgis.core.register_place import Place, opening
from dinamis_qgis.core.register_store import BOTH, MERGED, SAVED
from dinamis_qgis.core.register_waiting import waiting_file
from dinamis_qgis.domain.errors import NewerFile, NotWritable
from dinamis_qgis.domain.register import Attachment
from dinamis_qgis.domain.register_errors import NoRegister, RegisterUnreachable
from tests.core.register_parts import DAY, at_once, change, entry, save
from tests.services import postgis_server
from tests.services.postgis_server import PostgisServer

ROOT = Path(__file__).resolve().parents[2]
NAME = "bureau SIG"
HELD = (
    "import sys, time; from dinamis_qgis.core.register_tables import opened\n"
    "from dinamis_qgis.core.register_place import Place, Opening\n"
    "register = Opening(Place(connection='x'), sys.argv[1], 'PostgreSQL', (f'ACTIVE_SCHEMA={sys.argv[2]}',))\n"
    "with opened(register, write=True) as tables, tables.alone():\n"
    "    tables.run(\"UPDATE dinamis_requests SET title = 'half written'\")\n"
    "    print('held', flush=True); time.sleep(600)\n"
)


@pytest.fixture(scope="module")
def server():
    problem = postgis_server.missing()
    if problem:
        pytest.skip(problem)
    with PostgisServer() as running:
        yield running


@pytest.fixture
def connection(qgis_app, server):
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    metadata.saveConnection(metadata.createConnection(server.address, {"saveUsername": True}), NAME)
    yield NAME
    metadata.deleteConnection(NAME)


@pytest.fixture
def register(connection, server, request):
    schema = f"s{abs(hash(request.node.name)) % 10**9}"
    found = opening(Place(connection=connection, schema=schema))
    store.create(found)
    yield found
    server.sql(f'DROP SCHEMA "{schema}" CASCADE')


def test_what_is_saved_is_read_again(register):
    text = '\'); DROP TABLE dinamis_requests; -- "é" [% 1 %] \\'
    new = entry(text, note=text).attach([Attachment("product", text, text, DAY)])
    saved = save(register, new).entry
    assert saved.request == new.request and saved.attachments == new.attachments
    assert store.read(register).entries == (saved,)
    later = save(register, change(saved, title="B", max_cloud=10.0), saved).entry
    assert store.read(register).entries == (later,) and later.version == 2
    assert store.remove(register, later) and store.read(register).entries == ()


def test_two_connections_lose_nothing(register):
    first = save(register, entry()).entry
    save(register, change(first, note="a"), first)
    merged = save(register, replace(first, request=first.request.in_state("sent", DAY)), first)
    assert (merged.how, merged.entry.request.note) == (MERGED, "a")
    assert save(register, change(first, note="b"), first).how == BOTH
    assert len(store.read(register).entries) == 2


def test_two_processes_at_once_lose_nothing(register, server):
    first = save(register, entry()).entry
    code = (
        "import sys; from dinamis_qgis.core import register_store as store\n"
        "from dinamis_qgis.core.register_place import Place, Opening\n"
        "from tests.core.register_parts import *\n"
        "register = Opening(Place(connection='x'), sys.argv[1], 'PostgreSQL', (f'ACTIVE_SCHEMA={sys.argv[2]}',))\n"
        "for number in range(6): save(register, entry(f'{sys.argv[3]} {number}'), author=sys.argv[3])\n"
        "(there,) = [one for one in store.read(register).entries if one.id == sys.argv[4]]\n"
        "print(save(register, change(there, **{sys.argv[5]: sys.argv[3]}), there).how)\n"
    )
    both = [
        subprocess.Popen(
            [sys.executable, "-c", code, register.address, register.place.schema, name, first.id, field],
            cwd=ROOT, stdout=subprocess.PIPE,
        )
        for name, field in (("a", "note"), ("b", "feedback"))
    ]  # fmt: skip
    said = [one.communicate(timeout=120)[0].decode().strip() for one in both]
    assert all(one.returncode == 0 for one in both) and set(said) <= {SAVED, MERGED}
    found = store.read(register).entries
    (there,) = (one for one in found if one.id == first.id)
    assert len(found) == 13 and (there.request.note, there.request.feedback) == ("a", "b")


def test_one_who_is_killed_in_mid_edit_leaves_nothing_half_written(register):
    first = save(register, entry()).entry
    killed = subprocess.Popen(
        [sys.executable, "-c", HELD, register.address, register.place.schema], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert killed.stdout.readline().strip() == b"held"
    killed.kill()
    killed.wait()
    started = time.monotonic()
    saved = save(register, change(first, title="after"), first)
    assert saved.how == SAVED and time.monotonic() - started < 30.0
    assert store.read(register).entries == (saved.entry,)


def test_the_layers_serve_in_plain_qgis_and_hold_no_password(register, qgis_new_project):
    first = save(register, entry()).entry
    at_once(dress_tables(register.place, {"pleiades": "Pléiades"}))
    at_once(dress_tables(register.place, {"pleiades": "Pléiades"}))
    shown = add_to_project(at_once(layers_of(register.place)), QgsProject.instance())
    assert shown.featureCount() == 1 and "password" not in shown.source()
    assert isinstance(shown.renderer(), QgsCategorizedSymbolRenderer)
    assert shown.editorWidgetSetup(shown.fields().indexOf("state")).type() == "ValueMap"
    with edit(shown):
        row = next(shown.getFeatures())
        shown.changeAttributeValue(row.id(), shown.fields().indexOf("reference"), "D-1")
    saved = save(register, change(first, note="mine"), first)
    assert saved.how == MERGED and saved.entry.request.reference == "D-1"


def test_who_may_only_read_reads(register, server, connection):
    saved = save(register, entry()).entry
    schema = register.place.schema
    server.sql("DO $$ BEGIN CREATE ROLE reader LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    server.sql(f'GRANT USAGE ON SCHEMA "{schema}" TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA "{schema}" TO reader')
    reader = replace(register, address=register.address.replace("tester", "reader"))
    assert store.read(reader).entries == (saved,)
    with pytest.raises(NotWritable):
        save(reader, change(saved, title="x"), saved)
    server.sql("DROP OWNED BY reader")


def test_a_newer_register_and_a_database_without_one_are_told(register, server, connection):
    with pytest.raises(NoRegister):
        store.read(opening(Place(connection=connection, schema="public")))
    saved = save(register, entry()).entry
    server.sql(f'UPDATE "{register.place.schema}".dinamis_register SET version = 99')
    assert store.read(register).newer
    with pytest.raises(NewerFile):
        save(register, change(saved, title="x"), saved)


def test_an_older_register_is_brought_up_after_a_copy(register, server):
    saved = save(register, entry(feedback="useful")).entry
    schema = register.place.schema
    server.sql(f'ALTER TABLE "{schema}".dinamis_requests DROP COLUMN feedback')
    before = change(saved, feedback="")
    later = save(register, change(saved, feedback="again"), before).entry
    assert store.read(register).entries == (later,)
    assert server.sql(f'SELECT count(*) FROM "{schema}".dinamis_requests_bak') == "1"


def test_a_connection_that_is_gone_is_told(qgis_app):
    with pytest.raises(RegisterUnreachable):
        opening(Place(connection="no such one", schema="public"))


def test_what_is_saved_while_the_server_is_down_is_there_after_its_restart(register, server, qtbot):
    first = save(register, entry()).entry
    register.place.choose()
    ledger, told, failed = Ledger(), [], []
    ledger.saved.connect(lambda saved: told.append(saved.how))
    ledger.failed.connect(failed.append)

    def settle():
        qtbot.waitUntil(lambda: not ledger.busy, timeout=30_000)

    ledger.load()
    settle()
    assert ledger.entries == (first,)
    server.stop()
    try:
        ledger.save(change(first, title="meanwhile"), first)
        settle()
        settle()
        assert told == ["waiting"] and waiting_file().exists()
        assert [one.request.title for one in ledger.entries] == ["meanwhile"]
        assert all("password" not in str(one) for one in failed)
    finally:
        server.start()
    ledger.load()
    settle()
    assert [one.request.title for one in store.read(register).entries] == ["meanwhile"]
    assert not ledger.waits(ledger.entries[0])
    ledger.close()


def test_a_schema_that_is_gone_is_told_and_the_tables_of_others_are_left_alone(register, server, connection):
    elsewhere = opening(Place(connection=connection, schema="public"))
    store.create(elsewhere)
    server.sql('CREATE SCHEMA IF NOT EXISTS "an empty ""one"')
    for schema in ("gone", 'an empty "one', "gone"):
        gone = opening(Place(connection=connection, schema=schema))
        with pytest.raises(NoRegister):
            store.read(gone)
        with pytest.raises(NoRegister):
            save(gone, entry())
    assert store.read(elsewhere).entries == ()
    for table in ("register", "requests", "history", "attachments"):
        server.sql(f"DROP TABLE public.dinamis_{table}")


def test_a_database_without_postgis_is_told(server, connection):
    server.sql("CREATE DATABASE plain")
    place = opening(Place(connection=connection, schema="public"))
    plain = replace(place, address=place.address.replace("'sig'", "'plain'"))
    with pytest.raises(RegisterUnreachable) as refused:
        store.create(plain)
    assert "PostGIS" in refused.value.reason
    server.sql("DROP DATABASE plain")
