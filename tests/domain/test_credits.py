# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from dinamis_qgis.domain.credits import credit_line, parse_rules
from dinamis_qgis.domain.errors import InvalidFile

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "credits.json"
RULES = parse_rules(json.loads(SHIPPED.read_text("utf-8")), "credits.json")


@pytest.mark.parametrize(
    ("mission", "line"),
    [
        ("PHR1A", "© CNES 2021, Distribution Airbus DS"),
        ("phr1b", "© CNES 2021, Distribution Airbus DS"),
        ("SPOT6", "© Airbus DS 2021"),
        ("SPOT7", "© Airbus DS 2021"),
        ("SPOT5", "© CNES 2021"),
        ("PNEO4", ""),  # no wording is attested: none is invented
        ("S2A", ""),
        ("", ""),
    ],
)
def test_the_wording_of_each_mission(mission, line):
    assert credit_line(RULES, mission, datetime(2021, 8, 15, tzinfo=timezone.utc)) == line


def test_the_year_is_that_of_the_acquisition_and_nothing_without_it():
    paris = timezone(timedelta(hours=2))
    assert "2021" in credit_line(RULES, "PHR1A", datetime(2021, 12, 31, 23, tzinfo=timezone.utc))
    assert credit_line(RULES, "PHR1A", datetime(2022, 1, 1, 1, tzinfo=paris)) == "© CNES 2021, Distribution Airbus DS"
    assert credit_line(RULES, "PHR1A", None) == ""


@pytest.mark.parametrize(
    "data",
    [None, [], {}, {"credits": {}}, {"credits": [1]}, {"credits": [{"missions": "A", "text": 1}]},
     {"credits": [{"missions": "(", "text": "", "source": "", "verified": ""}]}],
)  # fmt: skip
def test_a_broken_file_is_a_typed_error(data):
    with pytest.raises(InvalidFile):
        parse_rules(data, "x.json")
