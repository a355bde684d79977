# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from datetime import date, datetime, timezone

from dinamis_qgis.domain.scene import Scene
from dinamis_qgis.domain.timeline import MOST_MONTHS, Span, Timeline


def at(year, month, mission="SPOT7", day=1):
    return Scene("x", "c", mission=mission, acquired=datetime(year, month, day, tzinfo=timezone.utc))


def timeline(*scenes):
    made = Timeline()
    made.add(scenes)
    return made.bars()


def test_months_without_an_image_have_a_bar_too():
    bars = timeline(at(2021, 11), at(2022, 2, "PHR1A", 28), at(2022, 2, "SPOT7"), Scene("x", "c"))
    assert [bar.total for bar in bars] == [1, 0, 0, 2]
    assert bars[-1].span == Span(date(2022, 2, 1), date(2022, 2, 28)) and dict(bars[-1].counts) == {
        "PHR1A": 1,
        "SPOT7": 1,
    }
    assert not bars[0].is_year and timeline() == ()


def test_a_long_search_has_a_bar_for_each_year():
    assert len(timeline(at(2018, 1), at(2021, 12))) == MOST_MONTHS
    bars = timeline(at(2018, 1), at(2022, 1), at(2022, 12))
    assert [(bar.span.first.year, bar.total) for bar in bars] == [(2018, 1), (2019, 0), (2020, 0), (2021, 0), (2022, 2)]
    assert all(bar.is_year for bar in bars) and bars[0].span.last == date(2018, 12, 31)


def test_a_span_holds_its_days_in_utc_and_what_has_no_date():
    span = Span(date(2022, 2, 1), date(2022, 2, 28))
    last = Scene("x", "c", acquired=datetime(2022, 2, 28, 23, 59, 59, 999999, tzinfo=timezone.utc))
    assert span.holds(last) and span.holds(Scene("x", "c")) and not span.holds(at(2022, 3))
    assert span.bounds[1] == last.acquired
