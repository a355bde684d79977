# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's migration checker sees what ours must not have."""

from __future__ import annotations

import pytest

from tests.tools.qt6_checker import KEPT, found

pytestmark = pytest.mark.skipif(not KEPT.is_file(), reason="QGIS's checker is not here: make lint fetches it")


@pytest.mark.parametrize(
    "line",
    [
        "from qgis.PyQt.QtCore import Qt\nrole = Qt.UserRole",
        "from qgis.PyQt.QtWidgets import QDialog\nQDialog().exec_()",
        "from PyQt5.QtCore import Qt",
        "from qgis.PyQt.QtCore import QVariant\nkind = QVariant.Type.Int",
        "from qgis.PyQt.QtGui import QFontMetrics\nmetrics = QFontMetrics(font)\nwidth = metrics.width('x')",
    ],
)
def test_what_qt_6_has_not_is_seen(line, tmp_path):
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "module.py").write_text(f"{line}\n")
    assert found(tmp_path / "package", KEPT)


def test_what_is_right_passes(tmp_path):
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "module.py").write_text(
        "from qgis.PyQt.QtCore import Qt\nrole = Qt.ItemDataRole.UserRole\n"
    )
    assert not found(tmp_path / "package", KEPT)
