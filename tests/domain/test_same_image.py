# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from shapely.geometry import box

from dinamis_qgis.domain.same_image import SameImages
from dinamis_qgis.domain.scene import Scene

WHEN = datetime(2022, 7, 14, 11, 2, 15, tzinfo=timezone.utc)
ON_DISK = Scene(
    "disk", "library", mission="SPOT7", acquired=WHEN, spectral_mode="P+MS", level="ortho", footprint=box(0, 0, 1, 1)
)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"spectral_mode": "MS"}, True),
        ({"spectral_mode": "PMS"}, False),
        ({"spectral_mode": "", "level": ""}, True),
        ({"level": "primary"}, False),
        ({"acquired": WHEN + timedelta(seconds=1.5)}, True),
        ({"acquired": WHEN - timedelta(seconds=1.5)}, True),
        ({"acquired": WHEN + timedelta(seconds=3)}, False),
        ({"mission": "SPOT6"}, False),
        ({"footprint": box(0, 0, 1, 1.05)}, True),
        ({"footprint": box(0, 0, 1, 2)}, False),  # half of it is on disk
        ({"footprint": box(0, 0, 0.5, 0.5)}, True),
        ({"mission": ""}, False),
        ({"acquired": None}, False),
        ({"footprint": None}, False),
    ],
)
def test_what_the_disk_shows(other, same):
    asked = replace(ON_DISK, id="asked", catalogue="service", **other)
    known: SameImages[str] = SameImages()
    known.add(ON_DISK, "here")
    assert known.of(asked) == ("here" if same else None)
    backwards: SameImages[str] = SameImages()
    backwards.add(asked, "there")
    assert backwards.shown_by(ON_DISK) is same


def test_a_scene_that_says_nothing_is_like_none():
    known: SameImages[str] = SameImages()
    known.add(Scene("a", "library"), "here")
    assert known.of(Scene("b", "service")) is None
