# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of versions tells a Debian that cannot be had from tests that fail."""

from __future__ import annotations

import sys

import pytest

from tests.tools import debian_root, matrix


@pytest.fixture
def on_paper(tmp_path, monkeypatch):
    """No Debian is made: commands run here."""
    monkeypatch.setattr(matrix, "ROOTS", tmp_path)
    monkeypatch.setattr(matrix, "REPORT", tmp_path / "reports" / "matrix.md")
    monkeypatch.setattr(debian_root.DebianRoot, "make_ready", lambda _self: None)
    monkeypatch.setattr(debian_root.DebianRoot, "command", lambda _self, _python, *words: [sys.executable, *words])
    return tmp_path


def run(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["matrix", *arguments])
    return matrix.main()


@pytest.mark.parametrize("cause", ["not root", "no tool", "no namespace", "no mirror"])
def test_what_cannot_be_made_says_why_and_fails_nothing(cause, tmp_path, monkeypatch):
    tools = {"debootstrap": "/bin/false", "unshare": "/bin/true", "chroot": "/bin/true"}
    monkeypatch.setattr(matrix, "ROOTS", tmp_path)
    monkeypatch.setattr(matrix, "REPORT", tmp_path / "matrix.md")
    monkeypatch.setattr(debian_root.os, "geteuid", lambda: 1000 if cause == "not root" else 0)
    monkeypatch.setattr(debian_root.shutil, "which", lambda name: None if cause == "no tool" else tools[name])
    for name, stands_for in {"unshare": cause == "no namespace", "debootstrap": True}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\necho no such thing here >&2\nexit {int(stands_for)}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert run(monkeypatch, "--on", "trixie") == 0
    said = (tmp_path / "matrix.md").read_text()
    assert "| Debian 13 | – | – | not run: " in said
    assert {"not root": "want root", "no tool": "not installed"}.get(cause, "no such thing here") in said


@pytest.mark.parametrize(("body", "code", "said"), [("pass", 0, "1 passed"), ("assert 1 == 2", 1, "1 failed")])
def test_a_test_that_fails_there_fails_here(body, code, said, on_paper, monkeypatch):
    test = on_paper / "test_it.py"
    test.write_text(f"def test_it():\n    {body}\n")
    assert run(monkeypatch, "--on", "trixie", "-p", "no:pytest_qgis", "-p", "no:pytest-qt", str(test)) == code
    row = (on_paper / "reports" / "matrix.md").read_text().splitlines()[-1]
    assert row.startswith("| Debian 13 | 3.") and f"| {said} |" in row


def test_half_a_debian_is_not_taken_for_one(tmp_path, monkeypatch):
    made = []
    root = debian_root.DebianRoot("trixie", tmp_path)
    (tmp_path / "usr").mkdir()
    monkeypatch.setattr(debian_root.os, "geteuid", lambda: 0)
    monkeypatch.setattr(debian_root.shutil, "which", lambda name: name)
    monkeypatch.setattr(debian_root, "_try", made.append)
    monkeypatch.setattr(debian_root.DebianRoot, "_copy_sources", lambda _self: None)
    monkeypatch.setattr(debian_root, "OF_THIS_MACHINE", ())
    (tmp_path / "etc/apt/apt.conf.d").mkdir(parents=True)
    root.make_ready()
    root.make_ready()
    assert [command[0] for command in made].count("debootstrap") == 1
