# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from dinamis_qgis.domain.scene import Asset, Assets, Grid, Scene, packed

FILES = (
    Asset("ql", "https://host.test/q.jpg", "image/jpeg", ("overview",), size=12),
    Asset("pan", "https://host.test/p.tif", "image/tiff", ("data",), checksum="1220", grid=Grid("EPSG:32630")),
)


def test_assets_are_what_was_given():
    scene = Scene("s", "c", assets=FILES)
    assert tuple(scene.assets) == FILES and scene.assets == FILES and scene.assets[-1] == FILES[1]
    assert scene.assets[:1] == FILES[:1] and len(scene.assets) == 2 and FILES[0] in scene.assets
    assert scene.assets != FILES[::-1] and scene.assets != "ab"
    assert Scene("s", "c").assets == () and not Scene("s", "c").assets


def test_scenes_compare_by_value_and_can_be_changed():
    one, other = Scene("s", "c", assets=FILES), Scene("s", "c", assets=list(FILES))
    assert one == other and hash(one) == hash(other)
    assert replace(one, assets=(*one.assets, FILES[0])).assets == (*FILES, FILES[0])
    assert replace(one, title="x").assets == FILES


def test_a_scene_burdens_the_garbage_collector_with_few_objects_however_many_its_files():
    gc.collect()
    before = len(gc.get_objects())
    kept = [Scene(str(n), "c", assets=[Asset(f"{n}{m}", "h", roles=("data",)) for m in range(20)]) for n in range(500)]
    gc.collect()
    assert len(gc.get_objects()) - before < 3 * len(kept)


@pytest.mark.parametrize("said", [{}, {"a": 1, "b": {"c": [None, "é"]}}])
def test_properties_come_back_as_they_were(said):
    assert Scene("s", "c", said=packed(said)).properties == said


@pytest.mark.parametrize("said", ["", "[]", "null"])
def test_what_is_no_object_is_no_property(said):
    assert Scene("s", "c", said=said).properties == {}


def test_assets_tell_themselves():
    assert "p.tif" in repr(Assets(FILES))
