# SPDX-License-Identifier: GPL-2.0-or-later
"""What ruff does not know: Python 3.9 syntax, Qt 5 and 6 from one source, translated strings, one idea per module.

python -m tests.tools.source_rules
"""

from __future__ import annotations

import ast
import enum
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "dinamis_qgis"
MOST_LINES = 300
LICENCE = "# SPDX-License-Identifier: GPL-2.0-or-later"
GONE_IN_QT6 = {"exec_", "QRegExp", "QRegExpValidator", "QDesktopWidget", "QMatrix", "QTextCodec", "QGLWidget"}


def breaches(path: Path, text: str) -> Iterator[str]:
    """``line: what``, one a breach."""
    lines = text.splitlines()
    if not lines or lines[0] != LICENCE:
        yield f"1: the first line is {LICENCE}"
    if len(lines) > MOST_LINES:
        yield f"{len(lines)}: more than {MOST_LINES} lines: it usually holds two things"
    for number, line in enumerate(lines, 1):
        if re.search(r"\bdemo\b", line, re.IGNORECASE) and path.name != "search_catalogue.py":
            yield f"{number}: names the demonstration's catalogue, which is one like any other"
        if "shapely.__version__" in line:
            yield f"{number}: tells no version where Debian builds it (0+unknown): ask what shapely can do"
        if "nosec" in line:
            yield f"{number}: silences the security scan"
    try:
        tree = ast.parse(text, feature_version=(3, 9))
    except SyntaxError as error:
        yield f"{error.lineno}: not Python 3.9: {error.msg}"
        return
    yield from _calls(tree)
    yield from _enums(tree)


def _calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            yield f"{node.lineno}: assert is removed by python -O"
        name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
        if name in GONE_IN_QT6:
            yield f"{node.lineno}: {name} is gone in Qt 6"
        if not isinstance(node, ast.Call):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if called == "QVariant" and not node.args:
            yield f"{node.lineno}: QVariant() is no NULL in Qt 6"
        if called == "tr" and node.args and not isinstance(node.args[0], ast.Constant):
            yield f"{node.lineno}: tr takes a literal: format what it returns"
        if called == "setToolTip" and not _is_plain_tip(node.args[-1]):
            yield f"{node.lineno}: a tool tip that looks like HTML is shown as HTML: wrap it in tool_tip()"


def _is_plain_tip(node: ast.expr) -> bool:
    if isinstance(node, ast.IfExp):
        return _is_plain_tip(node.body) and _is_plain_tip(node.orelse)
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "tool_tip")


def _enums(tree: ast.Module) -> Iterator[str]:
    """``Qt.UserRole`` is an error in Qt 6, ``Qt.ItemDataRole.UserRole`` is right in both."""
    classes = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis."):
            module = importlib.import_module(node.module)
            for alias in node.names:
                known = getattr(module, alias.name, None)
                if isinstance(known, type):
                    classes[alias.asname or alias.name] = known
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in classes:
            value = getattr(classes[node.value.id], node.attr, None)
            if node.value.id == "QVariant":  # QGIS puts its types back, without their enum
                if node.attr == "Type":
                    yield f"{node.lineno}: QVariant.Type is gone in Qt 6: QVariant.Int, or QMetaType.Type.Int"
            elif _is_enum_value(value) and not isinstance(value, classes[node.value.id]):  # else it is the enum itself
                yield f"{node.lineno}: {node.value.id}.{node.attr} is not qualified"


def _is_enum_value(value: object) -> bool:
    return isinstance(value, enum.Enum) or (isinstance(value, int) and type(value) not in (int, bool))


def all_breaches() -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{what}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for what in breaches(path, path.read_text(encoding="utf-8"))
    ]


if __name__ == "__main__":
    found = all_breaches()
    print("\n".join(found) if found else "source rules hold")
    sys.exit(bool(found))
