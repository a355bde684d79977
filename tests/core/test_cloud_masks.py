# SPDX-License-Identifier: GPL-2.0-or-later
"""Clouds over a zone by the masks of products on disk."""

from __future__ import annotations

from datetime import timedelta

import pytest
import shapely
from qgis.core import QgsFeedback
from shapely.geometry import box

from dinamis_qgis.core.cloud_masks import cloud_masks
from dinamis_qgis.core.dimap import read_dimap
from dinamis_qgis.core.proj import to_lon_lat
from dinamis_qgis.domain.cover.aims import Aim, Limits
from dinamis_qgis.domain.cover.best_set import best_set
from dinamis_qgis.domain.errors import Cancelled
from tests.make_scenes import scene
from tests.services.dimap_writer import Image, gradient, write_pleiades

LEFT, TOP, STEP, COLUMNS, ROWS = 301_000.0, 6_834_000.0, 0.5, 100, 60  # 50 m by 30 m


def ring(xmin, ymin, xmax, ymax):
    return [(xmin, ymax), (xmax, ymax), (xmax, ymin), (xmin, ymin)]


WEST_HALF = ring(LEFT, TOP - ROWS * STEP, LEFT + COLUMNS * STEP / 2, TOP)
WHOLE = to_lon_lat(box(LEFT, TOP - ROWS * STEP, LEFT + COLUMNS * STEP, TOP), "EPSG:2154")
EAST = to_lon_lat(box(LEFT + 25, TOP - ROWS * STEP, LEFT + COLUMNS * STEP, TOP), "EPSG:2154")


def product(folder, clouds, name="PHR1B"):
    image = Image(name, "PMS", gradient(ROWS, COLUMNS), (LEFT, TOP), STEP, masks=clouds)
    (dim,) = write_pleiades(folder, [image])
    return dim


def scene_of(dim, number=0, cloud_cover=0.0):
    return scene(number, footprint=WHOLE, cloud_cover=cloud_cover, acquired=read_dimap(dim.as_posix()).acquired)


def masks(zone, placed):
    return cloud_masks(zone, list(placed), lambda one: str(placed[one]), QgsFeedback())


@pytest.mark.parametrize("given", ["the metadata", "an image", "the folder"])
def test_a_mask_says_where_the_clouds_lie(tmp_path, qgis_app, given):
    dim = product(tmp_path / "a", {"CLD": [WEST_HALF]})
    one = scene_of(dim)
    place = {"the metadata": dim, "an image": next(dim.parent.glob("IMG_*.*")), "the folder": tmp_path / "a"}[given]
    found = masks(WHOLE, {one: place})
    assert shapely.area(found[one.key].symmetric_difference(WHOLE.difference(EAST))) < 1e-6 * WHOLE.area


def test_over_the_zone_the_mask_counts_and_not_the_share_of_the_whole_image(tmp_path, qgis_app):
    """The catalogue says that the first is all cloud: over the zone its mask shows none."""
    first, second = product(tmp_path / "a", {"CLD": [WEST_HALF]}), product(tmp_path / "b", {"CLD": [WEST_HALF]})
    clear_east, said_clear = scene_of(first, 0, 90.0), scene_of(second, 1, 20.0)
    without = best_set(EAST, [clear_east, said_clear], Aim.CLEAREST)
    assert without.scenes == (said_clear,) and without.clouds_by_mask == 0
    found = masks(EAST, {clear_east: first})
    answer = best_set(EAST, [clear_east, said_clear], Aim.CLEAREST, clouds=found)
    assert answer.scenes == (clear_east,) and answer.scenes[0].cloud_cover == 90.0 and answer.clouds_by_mask == 1
    # over the whole the mask shows half: 50 % is beyond the limit, and the other's own 20 % within
    limited = best_set(
        WHOLE, [clear_east, said_clear], limits=Limits(max_cloud=40), clouds=masks(WHOLE, {clear_east: first})
    )
    assert limited.scenes == (said_clear,)


def test_an_empty_mask_is_a_clear_sky_and_no_mask_is_unknown(tmp_path, qgis_app):
    clear, bare = product(tmp_path / "a", {"CLD": []}), product(tmp_path / "b", {"SNW": []})
    one, other = scene_of(clear), scene_of(bare, 1)
    found = masks(WHOLE, {one: clear, other: bare})
    assert list(found) == [one.key] and found[one.key].is_empty


def test_what_cannot_be_trusted_is_left_out(tmp_path, qgis_app):
    dim = product(tmp_path / "a", {"CLD": [WEST_HALF]})
    one = scene_of(dim)
    mask = next(dim.parent.rglob("CLD_*"))
    whole = mask.read_text(encoding="utf-8")
    for spoilt in (whole.replace("2154", "32630"), whole[: len(whole) // 2], whole.replace("6834000", "x")):
        assert spoilt != whole
        mask.write_text(spoilt, encoding="utf-8")
        assert masks(WHOLE, {one: dim}) == {}
    mask.write_text(whole, encoding="utf-8")
    assert masks(WHOLE, {one: tmp_path / "gone"}) == {}
    assert masks(box(3, 48, 4, 49), {one: dim}) == {}
    another_day = scene_of(dim)
    object.__setattr__(another_day, "acquired", one.acquired - timedelta(days=1))
    assert masks(WHOLE, {another_day: dim}) == {}  # an archive of several: not this one's


def test_cancelled(tmp_path, qgis_app):
    dim = product(tmp_path / "a", {"CLD": []})
    feedback = QgsFeedback()
    feedback.cancel()
    with pytest.raises(Cancelled):
        cloud_masks(WHOLE, [scene_of(dim)], lambda _one: str(dim), feedback)
