# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules see what they are for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.source_rules import LICENCE, all_breaches, breaches


def test_the_sources_keep_the_rules():
    assert not all_breaches()


@pytest.mark.parametrize(
    "line",
    [
        "from qgis.PyQt.QtCore import Qt\nrole = Qt.UserRole",
        "from qgis.core import QgsTask\nflag = QgsTask.CanCancel",
        "from qgis.core import QgsWkbTypes\nkind = QgsWkbTypes.PolygonGeometry",
        "dialog.exec_()",
        "from qgis.PyQt.QtCore import QVariant\nnull = QVariant()",
        "from qgis.PyQt.QtCore import QVariant\nkind = QVariant.Type.String",
        "tr(f'{x} km')",
        "tr('{} km'.format(x))",
        "box.setToolTip(layer.name())",
        "assert x",
        "match x:\n    case 1: pass",
        "row = 'demo'",
        "x = 1  # nosec",
        "import shapely\nnew = shapely.__version__ >= '2.1'",
        "x = 1\n" * 300,
    ],
)
def test_a_breach_is_seen(line):
    assert list(breaches(Path("module.py"), f"{LICENCE}\n{line}\n"))


@pytest.mark.parametrize(
    "line",
    [
        "from qgis.PyQt.QtCore import Qt\nrole = Qt.ItemDataRole.UserRole",
        "from qgis.core import QgsTask\nflag = QgsTask.Flag.CanCancel",
        "from qgis.PyQt.QtCore import QVariant\nkind = QVariant.String",
        "tr('{} km').format(x)",
        "item.setToolTip(0, tool_tip(layer.name()))",
        "name = 'demonstration'",
    ],
)
def test_what_is_right_passes(line):
    assert not list(breaches(Path("module.py"), f"{LICENCE}\n{line}\n"))
