# SPDX-License-Identifier: GPL-2.0-or-later
"""The zip keeps the rules of QGIS's plugin directory, and holds all that the plugin reads."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
NAME = "dinamis_qgis"
MOST_BYTES = 25 * 1024 * 1024
LANGUAGES = ("fr", "en")


@pytest.fixture(scope="module")
def package() -> zipfile.ZipFile:
    subprocess.run(["make", "-s", "package", f"VENV={sys.prefix}"], cwd=ROOT, check=True)
    (path,) = (ROOT / "build").glob(f"{NAME}-*.zip")
    with zipfile.ZipFile(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def names(package) -> list[str]:
    return [name for name in package.namelist() if not name.endswith("/")]


@pytest.fixture(scope="module")
def metadata(package) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(package.read(f"{NAME}/metadata.txt").decode("utf-8"))
    return parser["general"]


def test_one_folder_with_what_qgis_wants(names):
    assert {PurePosixPath(name).parts[0] for name in names} == {NAME}
    assert {f"{NAME}/{file}" for file in ("__init__.py", "metadata.txt", "LICENSE")} <= set(names)


def test_nothing_that_does_not_belong(names):
    for name in names:
        path = PurePosixPath(name)
        assert not any(part.startswith((".", "__pycache__")) for part in path.parts), name
        assert path.suffix not in {".pyc", ".pyo", ".so", ".dll", ".exe", ".pyd", ".ts", ".aux.xml"}, name
        assert "tests" not in path.parts, name


def test_small_enough(package):
    assert Path(package.filename).stat().st_size < MOST_BYTES


def test_all_that_is_read_by_path_is_there(names, metadata):
    assert {f"{NAME}/i18n/{NAME}_{language}.qm" for language in LANGUAGES} <= set(names)
    assert f"{NAME}/{metadata['icon']}" in names and metadata["icon"].endswith(".png")
    committed = subprocess.run(
        ["git", "ls-files", "resources", NAME], cwd=ROOT, capture_output=True, check=True, text=True
    )
    kept = {f"{NAME}/{name}" if name.startswith("resources/") else name for name in committed.stdout.splitlines()}
    assert not {name for name in kept if not PurePosixPath(name).name.startswith(".")} - set(names)


def test_the_embedded_catalogue_is_small(package):
    folder = f"{NAME}/resources/demo/"
    assert sum(info.file_size for info in package.infolist() if info.filename.startswith(folder)) < 3 * 1024 * 1024


@pytest.mark.parametrize(
    "key", ["description", "version", "author", "email", "about", "tracker", "repository", "homepage"]
)
def test_metadata_is_complete(metadata, key):
    assert metadata[key].strip() and "<" not in metadata[key]


def test_metadata_is_honest(metadata):
    assert metadata["experimental"] == "True"
    assert metadata["qgisMinimumVersion"] == "3.22" and metadata["hasProcessingProvider"] == "yes"
    assert "plugin" not in metadata["name"].lower()
    for word in ("shapely", "account", "api.stac.teledetection.fr", "no live service"):
        assert word in metadata["about"], word
    assert metadata["version"] in metadata["changelog"]


def test_metadata_is_in_both_languages(metadata):
    """QGIS reads ``about[fr]`` and the like."""
    for key in ("description", "about", "tags"):
        assert metadata[f"{key}[fr]"].strip() and metadata[f"{key}[fr]"] != metadata[key]
    hosts = [set(re.findall(r"[\w-]+(?:\.[\w-]+)+\.[a-z]{2,3}\b", metadata[key])) for key in ("about", "about[fr]")]
    assert hosts[0] == hosts[1] and len(hosts[0]) > 5
    assert "Version expérimentale" in metadata["about[fr]"] and "Experimental" in metadata["about"]
    assert len(metadata["description"]) < 500 and not re.search(r" [:;?!»]", metadata["about[fr]"])


def test_the_version_stands_in_one_place(metadata):
    """Whoever releases changes one line; and the changelog tells of it first."""
    assert metadata["changelog"].startswith(metadata["version"])
    sources = [*ROOT.glob("dinamis_qgis/**/*.py"), ROOT / "Makefile", ROOT / "README.md", ROOT / "pyproject.toml"]
    said = re.compile(rf"(?<![\d.]){re.escape(metadata['version'])}(?![\d.])")
    assert not [path.name for path in sources if said.search(path.read_text(encoding="utf-8"))]


def test_the_security_scan_finds_nothing():
    done = subprocess.run(["make", "-s", "scan", f"VENV={sys.prefix}"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
