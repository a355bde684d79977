# SPDX-License-Identifier: GPL-2.0-or-later
"""Every name of Qt that the plugin writes exists in Qt 6: classes, enums, values, static methods."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "dinamis_qgis"
MODULES = sorted(PACKAGE.rglob("*.py"))


def named(module: Path) -> str:
    parts = module.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def missing(text: str) -> Iterator[str]:
    """``line: name`` of what is imported from ``qgis.PyQt``, and of what is asked of it by its name."""
    tree, known = ast.parse(text), {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt"):
            module = importlib.import_module(node.module)
            for alias in node.names:
                if hasattr(module, alias.name):
                    known[alias.asname or alias.name] = getattr(module, alias.name)
                else:
                    yield f"{node.lineno}: {node.module}.{alias.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (path := _path(node)) is not None and path[0] in known:
            value = known[path[0]]
            for name in path[1:]:
                if not hasattr(value, name):
                    yield f"{node.lineno}: {'.'.join(path)}"
                    break
                value = getattr(value, name)


def _path(node: ast.expr) -> list[str] | None:
    if isinstance(node, ast.Name):
        return [node.id]
    before = _path(node.value) if isinstance(node, ast.Attribute) else None
    return [*before, node.attr] if before is not None else None


def test_there_are_modules_to_look_at():
    assert len(MODULES) > 300 and len(list(pkgutil.iter_modules([str(PACKAGE)]))) >= 8


@pytest.mark.parametrize(
    "line",
    [
        "from qgis.PyQt.QtCore import QRegExp",
        "from qgis.PyQt.QtCore import Qt\nrole = Qt.UserRole",
        "from qgis.PyQt.QtWidgets import QFrame\nshape = QFrame.NoFrame",
        "from qgis.PyQt.QtGui import QFontMetrics\nwidth = QFontMetrics.width",
        "from qgis.PyQt import QtWidgets\nQtWidgets.QDesktopWidget()",
    ],
)
def test_a_name_that_is_gone_is_seen(line):
    assert list(missing(line))


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_its_names_are_there(module):
    assert not list(missing(module.read_text(encoding="utf-8")))


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_it_is_imported(module):
    """Classes, signals, defaults and tables of enums are made as it is."""
    importlib.import_module(named(module))
