# SPDX-License-Identifier: GPL-2.0-or-later
"""Archives that mean harm are read in place: nothing is written or opened outside, and the memory is not filled."""

from __future__ import annotations

import stat
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from qgis.core import QgsFeedback

from dinamis_qgis.core.delivery import read_delivery
from dinamis_qgis.core.messages import sentence
from dinamis_qgis.domain.errors import DinamisError
from tests.services.dimap_writer import Image, gradient, write_pleiades, zipped

PMS = Image("PHR1B", "PMS", gradient(40, 60), (301_000.0, 6_834_000.0), 0.5)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def refused(path: Path, top: Path) -> str:
    before = files(top)
    with pytest.raises(DinamisError) as raised:
        read_delivery(str(path), QgsFeedback())
    assert files(top) == before
    return sentence(raised.value)


@pytest.mark.parametrize("share", [0.02, 0.5, 0.999])
def test_a_truncated_one_is_a_sentence(tmp_path, share):
    write_pleiades(tmp_path / "d", [PMS])
    archive = zipped(tmp_path / "d", tmp_path / "d.zip")
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * share)])
    assert "d.zip" in refused(archive, tmp_path)


def test_a_link_leads_nowhere(tmp_path):
    (dim,) = write_pleiades(tmp_path / "secret", [PMS])
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "d.zip", "w") as archive:
        entry = zipfile.ZipInfo(dim.name)
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, str(dim))
    assert refused(tmp_path / "in" / "d.zip", tmp_path)


@pytest.mark.parametrize("name", ["DIM_PHR1B_A.XML", "scene.json"])
def test_a_bomb_does_not_fill_the_memory(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "d.zip", "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as entry:
        for _ in range(300):
            entry.write(bytes(1 << 20))
    tracemalloc.start()
    said = refused(tmp_path / "d.zip", tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert said and peak < 120 << 20


def test_a_name_in_an_old_encoding_costs_that_file_alone(tmp_path):
    (dim,) = write_pleiades(tmp_path / "d", [PMS])
    (tmp_path / "in").mkdir()
    with tarfile.open(tmp_path / "in" / "d.tar", "w", encoding="latin-1", format=tarfile.GNU_FORMAT) as archive:
        archive.add(dim.parent, "d")
        archive.add(dim, "lis\u00e9rez-moi.txt")
    assert len(read_delivery(str(tmp_path / "in" / "d.tar"), QgsFeedback()).products) == 1
