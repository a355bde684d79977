# SPDX-License-Identifier: GPL-2.0-or-later
"""What every test stands on.

pytest-qgis starts one real QGIS with a profile in ``.qgis-settings``, never the user's; its ``iface`` is a mock, so
what touches iface is tested in the real desktop (``tests/integration``). ``tests/domain`` runs without QGIS at all.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
_STATUS = pytest.StashKey[int]()
_WAIT = 20_000  # ms: a wait ends when what it waits for is there; pytest-qt's 5 s are little for a busy machine


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Real metadata files and answers, which are not part of the project: DINAMIS_REAL_DATA names their folder."""
    folder = Path(os.environ.get("DINAMIS_REAL_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("real documents are not on this machine (DINAMIS_REAL_DATA)")
    return folder


def pytest_configure() -> None:
    if "pytestqt.qtbot" in sys.modules:
        waits = sys.modules["pytestqt.qtbot"].QtBot
        for wait in (waits.waitUntil, waits.waitSignal, waits.waitSignals, waits.waitExposed):
            wait.__kwdefaults__["timeout"] = _WAIT


@pytest.fixture(autouse=True)
def _nothing_is_left_behind():
    """Tests share one QGIS: each leaves it without layers, without windows and without this plugin's settings."""
    yield
    qgis_core = sys.modules.get("qgis.core")
    if qgis_core is None:
        return
    project = qgis_core.QgsProject.instance()
    if project.mapLayers() or project.layerTreeRoot().children():
        project.clear()
    qgis_core.QgsSettings().remove("dinamis")
    for left in Path(qgis_core.QgsApplication.qgisSettingsDirPath(), "dinamis").glob("regist*"):
        left.unlink(missing_ok=True)  # requests that the test saved; SQLite takes a journal away by itself
    widgets = sys.modules.get("qgis.PyQt.QtWidgets")
    for window in widgets.QApplication.topLevelWidgets() if widgets is not None else ():
        window.hide()  # else it would catch the mouse of the next test


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    """A file that GDAL opened, and that an exception of a test still holds, is closed while GDAL is there."""
    if nextitem is None:
        gc.collect()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    session.config.stash[_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave without Python's own end: it destroys what is left of Qt's objects in any order, and that may crash after
    the last test has passed."""
    if "qgis.core" in sys.modules and _STATUS in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[_STATUS])
