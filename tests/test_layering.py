# SPDX-License-Identifier: GPL-2.0-or-later
"""The one import rule: ``domain <- core <- {processing, gui} <- plugin.py``. Imports inside functions count too."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "dinamis_qgis"
NAME = PACKAGE.name

# Each layer, and what of the plugin it may import. "base" is translation.py, paths.py, dependencies.py.
MAY_IMPORT = {
    "domain": {"domain"},
    "base": {"base", "domain"},
    "core": {"core", "domain", "base"},
    "processing": {"processing", "core", "domain", "base"},
    "gui": {"gui", "core", "domain", "base"},
    "plugin": {"plugin", "processing", "gui", "core", "domain", "base"},
}
FOREIGN_TO = {
    "domain": ("qgis", "osgeo", "PyQt5", "PyQt6", "processing"),
    "core": ("qgis.gui", "qgis.utils", "qgis.PyQt.QtWidgets", "processing"),
    "processing": ("qgis.gui", "qgis.utils", "qgis.PyQt.QtWidgets"),
    "base": ("qgis.gui", "qgis.utils", "qgis.PyQt.QtWidgets", "osgeo"),
    "gui": ("qgis.utils", "osgeo"),
    "plugin": ("qgis.utils",),
}
EVERYWHERE_FOREIGN = ("PyQt5", "PyQt6", "sip", "PySide2", "PySide6")


def layer_of(module: str) -> str:
    """Of ``dinamis_qgis.core.task``: ``core``."""
    parts = module.split(".")[1:]
    if not parts or parts[0] == "plugin":
        return "plugin"
    return parts[0] if parts[0] in MAY_IMPORT else "base"


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> list[str]:
    """Absolute names of all that a file imports: ``from ..a import b`` gives both ``a`` and ``a.b``."""
    package = module_name(path).split(".")
    if path.stem != "__init__":
        package = package[:-1]
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            found += [f"{start}.{alias.name}" for alias in node.names]
    return found


def breaches(path: Path) -> list[str]:
    module = module_name(path)
    layer = layer_of(module)
    bad = []
    for name in imports(path):
        if name.split(".")[0] == NAME:
            if layer_of(name) not in MAY_IMPORT[layer]:
                bad.append(f"{module} ({layer}) imports {name} ({layer_of(name)})")
        elif any(name == other or name.startswith(other + ".") for other in (*FOREIGN_TO[layer], *EVERYWHERE_FOREIGN)):
            bad.append(f"{module} ({layer}) imports {name}")
    return bad


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=module_name)
def test_imports_point_one_way(path):
    assert not breaches(path)


@pytest.mark.parametrize(
    ("folder", "line"),
    [
        ("domain", "from ..core import task"),
        ("domain", "def late():\n    from qgis.core import QgsProject"),
        ("core", "from ..gui.notices import Notices"),
        ("core", "from qgis.PyQt.QtWidgets import QLabel"),
        ("core", "def late():\n    import dinamis_qgis.gui.dock"),
        ("processing", "from qgis.utils import iface"),
        ("gui", "from ..processing.provider import DinamisProvider"),
        ("gui", "from ..plugin import DinamisPlugin"),
        ("gui", "from PyQt5.QtCore import Qt"),
    ],
)
def test_a_breach_is_seen(folder, line, tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "PACKAGE", tmp_path / NAME)
    path = tmp_path / NAME / folder / "wrong.py"
    path.parent.mkdir(parents=True)
    path.write_text(line)
    assert breaches(path)
