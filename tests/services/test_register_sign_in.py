# SPDX-License-Identifier: GPL-2.0-or-later
"""A PostGIS that asks who one is, by a connection of QGIS that does not keep it: asked on a click, never by itself."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsCredentials, QgsDataSourceUri, QgsProject, QgsProviderRegistry, QgsSettings
from qgis.PyQt.QtWidgets import QPushButton

from dinamis_qgis.core import register_sign_in
from dinamis_qgis.core import register_store as store
from dinamis_qgis.core.ledger import Ledger
from dinamis_qgis.core.register_layers import add_to_project, dress_tables, layers_of
from dinamis_qgis.core.register_place import Opening, Place, opening
from dinamis_qgis.domain.register_errors import RegisterRefuses
from dinamis_qgis.gui.requests.ledger_notices import LedgerNotices
from tests.core.register_parts import at_once, entry, save
from tests.gui.zone_parts import make_panel
from tests.services import postgis_server
from tests.services.postgis_server import PostgisServer

NAME, SCHEMA, OFFICER, SECRET = "bureau fermé", "demandes", "officer", "S3CR=T p'w"


class Person(QgsCredentials):
    """Who answers QGIS's question; nobody there is an answer too."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[tuple[str, str]] = []
        self.asked: list[str] = []
        self._before = QgsCredentials.instance()
        self.setInstance(self)

    def leave(self) -> None:
        self.setInstance(self._before)

    def request(self, realm, username, password, message=""):
        self.asked.append(realm)
        return (True, *self.answers.pop(0)) if self.answers else (False, "", "")

    def requestMasterPassword(self, password, stored):
        pytest.fail("QGIS's master password is asked")


@pytest.fixture(scope="module")
def server():
    problem = postgis_server.missing()
    if problem:
        pytest.skip(problem)
    with PostgisServer() as running:
        quoted = SECRET.replace("'", "''")
        running.sql(f"CREATE ROLE {OFFICER} LOGIN PASSWORD '{quoted}'")
        running.ask_password_of(OFFICER)
        yield running


@pytest.fixture
def register(qgis_app, server):
    """The colleague's view of it, who needs no password."""
    server.sql(f"CREATE SCHEMA {SCHEMA}")
    found = Opening(
        Place(connection="x", schema=SCHEMA), f"PG:{server.address}", "PostgreSQL", (f"ACTIVE_SCHEMA={SCHEMA}",)
    )
    store.create(found)
    server.sql(f"GRANT ALL ON SCHEMA {SCHEMA} TO {OFFICER}; GRANT ALL ON ALL TABLES IN SCHEMA {SCHEMA} TO {OFFICER}")
    server.sql(f"GRANT ALL ON ALL SEQUENCES IN SCHEMA {SCHEMA} TO {OFFICER}; GRANT ALL ON SCHEMA public TO {OFFICER}")
    yield found
    server.sql(f"DROP SCHEMA {SCHEMA} CASCADE; DROP TABLE IF EXISTS public.layer_styles")


@pytest.fixture
def connect(qgis_app, server):
    """QGIS's connection, with what it keeps."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")

    def make(**kept) -> Place:
        uri = QgsDataSourceUri()
        uri.setConnection(
            "127.0.0.1", str(server.port), postgis_server.DATABASE, kept.get("user", ""), kept.get("password", "")
        )
        keeps = {"saveUsername": "user" in kept, "savePassword": "password" in kept, "authcfg": kept.get("authcfg", "")}
        if "authcfg" in kept:
            uri.setAuthConfigId(kept["authcfg"])
        metadata.saveConnection(metadata.createConnection(uri.uri(False), keeps), NAME)
        place = Place(connection=NAME, schema=SCHEMA)
        place.choose()
        return place

    yield make
    metadata.deleteConnection(NAME)
    register_sign_in.forget(NAME)


@pytest.fixture
def person(qgis_app):
    one = Person()
    yield one
    one.leave()


def press(panel, label):
    """A button of the last message."""
    bar = panel.bar
    button = next(one for one in bar.items()[0].findChildren(QPushButton) if one.text() == label)
    button.click()


def everything_kept() -> str:
    settings = QgsSettings()
    return " ".join(f"{key}={settings.value(key)}" for key in settings.allKeys())


def test_nothing_is_asked_by_itself_and_a_click_asks_until_it_is_right(
    register, connect, person, qgis_new_project, qtbot
):
    first = save(register, entry()).entry
    connect()
    panel = make_panel()
    ledger = panel.context.ledger
    news = LedgerNotices(panel.context)

    def settle():
        qtbot.waitUntil(lambda: not ledger.busy, timeout=30_000)

    try:
        ledger.load()
        settle()
        ledger.save(entry("meanwhile"), None)
        settle()
        assert ledger.entries and person.asked == [], "it is kept in the profile, and nobody was asked"
        assert all("asks who you are" in one for one in panel.told())
        for user, password in ((OFFICER, "wrong"), (OFFICER, SECRET)):
            person.answers = [(user, password)]
            press(panel, "Sign in…")
            settle()
            assert SECRET not in " ".join(panel.told())
        assert len(person.asked) == 2
        assert {one.request.title for one in store.read(register).entries} == {"Coast", "meanwhile"}
        assert len(ledger.entries) == 2 and not any(map(ledger.waits, ledger.entries))

        at_once(dress_tables(ledger.place, {}))
        shown = add_to_project(at_once(layers_of(ledger.place)), QgsProject.instance())
        assert shown.isValid() and shown.featureCount() == 2
        assert SECRET not in shown.source() and SECRET not in everything_kept()
        assert len(person.asked) == 2, "QGIS's layers ask nothing more"
        assert first.id in {one.id for one in ledger.entries}
    finally:
        news.close()


def test_a_password_that_the_connection_keeps_is_enough_and_stays_there(register, connect, person, qgis_new_project):
    save(register, entry())
    place = connect(user=OFFICER, password=SECRET)
    assert len(store.read(opening(place)).entries) == 1
    shown = add_to_project(at_once(layers_of(place)), QgsProject.instance())
    assert shown.featureCount() == 1 and SECRET not in shown.source()
    assert person.asked == []


def test_who_gives_up_is_asked_nothing_more_and_loses_nothing(register, connect, person, qtbot):
    place = connect(user=OFFICER)
    ledger, failed = Ledger(), []
    ledger.failed.connect(failed.append)
    ledger.save(entry("kept"), None)
    qtbot.waitUntil(lambda: not ledger.busy, timeout=30_000)
    assert not register_sign_in.ask(place.connection, QgsDataSourceUri())
    ledger.try_again()
    qtbot.waitUntil(lambda: not ledger.busy, timeout=30_000)
    assert [one.request.title for one in ledger.entries] == ["kept"] and len(person.asked) == 1
    assert isinstance(failed[-1], RegisterRefuses)
    ledger.close()


def test_a_locked_authentication_database_is_told_and_not_opened_by_itself(connect, person, monkeypatch):
    """QGIS would ask for its master password, perhaps as it starts."""

    class Locked:
        @staticmethod
        def masterPasswordIsSet():
            return False

    place = connect(authcfg="abc1234")
    monkeypatch.setattr(QgsApplication, "authManager", staticmethod(Locked))
    with pytest.raises(RegisterRefuses) as refused:
        opening(place)
    assert "locked" in refused.value.reason
