# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest

from dinamis_qgis.core.words import acquisition_mode_name, level_name, mission_name, spectral_mode_name
from dinamis_qgis.domain.scene import ACQUISITION_MODES, LEVELS


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("PHR1A", "Pléiades 1A"),
        ("phr1b", "Pléiades 1B"),
        ("SPOT7", "SPOT 7"),
        ("PNEO4", "Pléiades Neo 4"),
        ("S2A", "Sentinel-2A"),
        ("KOMPSAT-3", "KOMPSAT-3"),
        ("PHR1AB", "PHR1AB"),
        ("", "unknown mission"),
    ],
)
def test_a_mission_code_becomes_the_name_people_say(code, name):
    assert mission_name(code) == name


def test_every_level_and_mode_has_a_word_and_an_unexpected_one_stands_for_itself():
    assert len({level_name(level) for level in LEVELS}) == len(LEVELS)
    assert len({acquisition_mode_name(mode) for mode in ACQUISITION_MODES}) == len(ACQUISITION_MODES)
    assert level_name("L1C") == "L1C"
    assert spectral_mode_name("PMS-N") == "PMS-N"
    assert "P" in spectral_mode_name("p")
    assert level_name("") and acquisition_mode_name("") and spectral_mode_name("")
