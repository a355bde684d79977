# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tests of services share: work in a real task, and a real STAC server on PostgreSQL."""

from __future__ import annotations

import json
import time

import pytest
from qgis.core import QgsApplication

from dinamis_qgis.core import credentials
from dinamis_qgis.core.catalogues import user_file
from dinamis_qgis.core.task import BackgroundTask
from tests.conftest import ROOT
from tests.services.fault_report import Table
from tests.services.pgstac_server import PgstacServer, missing
from tests.services.signing_service import cloud
from tests.services.synthetic_items import collections, item, items

PACIFIC = ([179.6, 179.9, 180.2, 180.5], -16.5)  # west edges of squares on both sides of the antimeridian


@pytest.fixture
def in_task(qgis_app, qtbot):
    """Run ``work(feedback)`` in QGIS's task pool: its result, or its exception raised here.

    ``cancel_after`` is in seconds; the answer then comes with the time from the cancellation to the end. Tests tell "at
    once" from "when the service answered"; how soon is a figure of `make faults`.
    """

    def run(work, timeout=20_000, cancel_after=None):
        outcome = []
        times = {}

        def timed(feedback):
            try:
                return work(feedback)
            finally:
                times["end"] = time.monotonic()

        task = BackgroundTask("test", timed)
        task.succeeded.connect(lambda result: outcome.append((result, None)))
        task.failed.connect(lambda error: outcome.append((None, error)))
        QgsApplication.taskManager().addTask(task)
        if cancel_after is not None:
            qtbot.wait(int(cancel_after * 1000))
            times["cancel"] = time.monotonic()
            task.cancel()
        qtbot.waitUntil(lambda: bool(outcome), timeout=timeout)
        result, error = outcome[0]
        if cancel_after is not None:
            return error, times["end"] - times["cancel"]
        if error is not None:
            raise error
        return result

    return run


@pytest.fixture(scope="session")
def ten_thousand():
    """9 996 scenes over France and four small ones around 180°; none of them says its resolution."""
    west_edges, south = PACIFIC
    pacific = []
    for number, west in enumerate(west_edges):
        west = west if west < 180.0 else west - 360.0
        ring = [[west, south], [west + 0.1, south], [west + 0.1, south + 0.1], [west, south + 0.1], [west, south]]
        pacific.append(item(f"PACIFIC_{number}", "spot", ring, f"2020-01-0{number + 1}T00:00:00Z", platform="SPOT6"))
    found = items(9996) + pacific
    for one in found:
        one["properties"].pop("gsd", None)
    return found


@pytest.fixture(scope="session")
def pgstac(tmp_path_factory, ten_thousand):
    """The root of stac-fastapi-pgstac with 10 000 scenes, counting exactly."""
    reason = missing()
    if reason:
        pytest.skip(reason)
    with PgstacServer(tmp_path_factory.mktemp("pgstac"), collections(), ten_thousand) as server:
        yield server.url


@pytest.fixture
def auth_database(qgis_app):
    """QGIS's authentication database, open; and empty of ours when the test ends."""
    manager = QgsApplication.authManager()
    if not manager.setMasterPassword("only for tests", True):
        pytest.fail("the tests' profile has another master password: remove .qgis-settings")
    yield manager
    manager.clearMasterPassword()
    credentials.close()


@pytest.fixture
def configured(qgis_app):
    """Write rows into the profile's catalogues.json, over the shipped ones."""
    file = user_file()

    def write(*rows):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"version": 1, "catalogues": rows}), encoding="utf-8")

    yield write
    file.unlink(missing_ok=True)
    credentials.close()


@pytest.fixture
def there():
    """A sign-in service, a signing service and an object store."""
    with cloud() as running:
        yield running


@pytest.fixture
def account(there, configured, auth_database):
    """Of the shipped catalogue of Montpellier, led to the services of the test."""
    credentials.close()
    configured(there.row())
    found = credentials.credentials().account(there.signing_server.url)
    yield found
    credentials.credentials().sign_out(found)


_FAULTS = Table()


@pytest.fixture(scope="session")
def fault_table():
    yield _FAULTS
    _FAULTS.keep(ROOT / "build" / "reports" / "faults.md")


def pytest_terminal_summary(terminalreporter) -> None:
    if _FAULTS.cells:
        terminalreporter.write_line(f"\n{_FAULTS}\n\n{_FAULTS.summary()}")
