# SPDX-License-Identifier: GPL-2.0-or-later
"""Names and places of downloaded files, whatever a service calls them."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinamis_qgis.domain.errors import NotWritable
from dinamis_qgis.domain.filenames import folder_name, safe_name
from dinamis_qgis.domain.multihash import hasher
from dinamis_qgis.domain.scene import Asset, Scene
from dinamis_qgis.domain.scene_files import chosen, inside, layout

ROOT = "https://host.test/bucket/PHR/IMG_1"
RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(10))}


def scene(*assets: Asset, scene_id: str = "S") -> Scene:
    return Scene(scene_id, "cat", "c", assets=assets)


def places(*assets: Asset) -> dict[str, str]:
    return {key: str(place) for key, (_, place) in layout(scene(*assets)).items()}


@given(st.text(max_size=400))
def test_any_name_is_one_that_every_system_takes(said):
    name = safe_name(said)
    assert name not in ("", ".", "..") and not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.strip() and not name.endswith(".") and len(name.encode()) <= 160
    assert name.split(".")[0].strip().upper() not in RESERVED
    assert not name.lower().endswith((".part", ".part.json"))
    assert safe_name(name) == name or len(name.encode()) > 150


@pytest.mark.parametrize("name", ["DIM_PHR1A_P_201208181009430.XML", "Réunion 2021 (1).tif", ".hidden", "a..b"])
def test_a_good_name_is_kept(name):
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [("..", "_"), ("nul.tif", "_nul.tif"), ("a/b", "a_b"), ("x.tif. ", "x.tif"), ("x.tif.part", "x.tif.part_")],
)
def test_a_bad_name_becomes_the_nearest(said, name):
    assert safe_name(said) == name


def test_a_folder_s_name_does_not_depend_on_the_run():
    assert folder_name("S1", ("c", "", "S1"), set()) == "S1"
    ids = ["a/b", "a b", "x" * 200, "x" * 199, "..", "con", ""]
    names = [folder_name(one, one, set()) for one in ids]
    assert len({name.lower() for name in names}) == len(ids) and all(len(name) < 100 for name in names)
    taken: set[str] = set()
    assert folder_name("S1", 1, taken) != folder_name("s1", 2, taken)


def test_files_that_belong_together_stay_so():
    assert places(
        Asset("dim", f"{ROOT}/DIM_1.XML", roles=("metadata",)),
        Asset("tile", f"{ROOT}/IMG_1_R1C1.TIF?X-Amz-Signature=1"),
        Asset("mask", f"{ROOT}/MASKS/CLD_1.GML"),
        Asset("thumbnail", "https://other.test/t/1.jpg", roles=("thumbnail",)),
    ) == {"dim": "DIM_1.XML", "tile": "IMG_1_R1C1.TIF", "mask": "MASKS/CLD_1.GML", "thumbnail": "1.jpg"}


def test_names_that_are_none_or_alike():
    assert places(
        Asset("data", "https://h.test/a/download?id=1", "image/tiff; application=geotiff"),
        Asset("xml", "https://h.test/a/download?id=2", "application/xml"),
        Asset("one", "https://h.test/a/x.tif?v=1"),
        Asset("two", "https://h.test/a/X.tif?v=2"),
        Asset("again", "https://h.test/a/x.tif?v=1"),
        Asset("..", "https://h.test/a/.."),
    ) == {"data": "data.tif", "xml": "xml.xml", "one": "x.tif", "two": "X_2.tif", "..": "_"}


@pytest.mark.parametrize(
    "href",
    ["https://h.test/a/../../../etc/passwd", "https://h.test/%2e%2e/%2e%2e%2fx.tif", "https://h.test/a/..%5C..%5Cx.tif",
     "/data/../../x.tif", "C:\\data\\..\\..\\x.tif", "https://[x/..", "https://h.test/a/b/c/%2e%2e/%2e%2e/x.tif"],
)  # fmt: skip
def test_nothing_leads_out_of_the_folder(href, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    for _asset, place in chosen(scene(Asset("a", href), Asset("b", "https://h.test/a/b/y.tif")), ()):
        assert not place.is_absolute() and ".." not in place.parts
        assert folder.resolve() in inside(folder, place).resolve().parents


def test_a_link_in_the_folder_is_not_followed(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "S").symlink_to(tmp_path)
    with pytest.raises(NotWritable):
        inside(tmp_path / "out", PurePosixPath("S/x.tif"))
    (tmp_path / "out" / "file").write_text("")
    with pytest.raises(NotWritable):
        inside(tmp_path / "out", PurePosixPath("file/x.tif"))


def test_files_are_chosen_by_key_or_role():
    whole = scene(
        Asset("a", f"{ROOT}/a.tif", roles=("data",)), Asset("b", f"{ROOT}/M/b.xml"), Asset("c", f"{ROOT}/c.xml")
    )
    assert [asset.key for asset, _ in chosen(whole, ())] == ["a", "b", "c"]
    assert [asset.key for asset, _ in chosen(whole, ["data", "c"])] == ["a", "c"]
    assert [str(place) for _, place in chosen(whole, ["b"])] == [str(Path("M/b.xml"))]
    assert chosen(whole, ["none"]) == []


@pytest.mark.parametrize(
    ("code", "name"), [("11", "sha1"), ("12", "sha256"), ("13", "sha512"), ("20", "sha384"), ("d501", "md5")]
)
def test_multihashes(code, name):
    digest = hashlib.new(name, b"abc").digest()
    counted, wanted = hasher(f"{code}{len(digest):02x}{digest.hex()}")
    counted.update(b"abc")
    assert counted.digest() == wanted


@pytest.mark.parametrize("text", ["", "12", "1220", "1220ab", "zz", "ff01", "ffffffffffffffffffff", "0004deadbeef"])
def test_what_is_no_multihash_that_we_know(text):
    assert hasher(text) is None
