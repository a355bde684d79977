# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timezone

import pytest
import shapely

from dinamis_qgis.domain import relaxation, themes
from dinamis_qgis.domain.catalogues import Count, Page
from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.domain.errors import Cancelled, Unreachable
from dinamis_qgis.domain.periods import AFTER, SUMMER, Period
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.scene import Scene

TODAY = date(2026, 11, 20)
ZONE = shapely.box(-2.6, 48.4, -2.4, 48.5)
SOUTH = shapely.box(55.2, -21.4, 55.8, -20.9)
FULL = Choices(
    period=Period(AFTER, first=date(2020, 2, 1)), max_cloud=10.0, missions=("PHR1A", "PHR1B"), max_gsd=0.5,
    spectral_mode="PMS", level="ortho", acquisition_mode="stereo", max_incidence=15.0, min_coverage=80.0, text="é",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    title: str = "row"
    themes: dict = field(default_factory=dict)


class Still:
    def isCanceled(self):
        return False


class Answers:
    id = "answers"

    def __init__(self, number=0, exact=True, error=None, scenes=()):
        self.number, self.exact, self.error, self.scenes = number, exact, error, scenes
        self.counted = []

    def count(self, query, feedback):
        self.counted.append(query)
        if self.error:
            raise self.error
        return Count(self.number, self.exact)

    def search(self, query, feedback):
        yield Page(tuple(self.scenes[: query.limit]))


def test_choices_make_the_query():
    query = FULL.query(ZONE, TODAY)
    assert query == SearchQuery(
        aoi=ZONE, start=datetime(2020, 2, 1, tzinfo=timezone.utc), missions=("PHR1A", "PHR1B"), max_cloud=10.0,
        max_incidence=15.0, max_gsd=0.5, min_coverage=80.0, level="ortho", spectral_mode="PMS",
        acquisition_mode="stereo", text="é",
    )  # fmt: skip


def test_the_summer_is_that_of_the_zone():
    summer = Choices(period=Period(SUMMER, 2022))
    assert summer.query(ZONE, TODAY).start.month == 6
    assert summer.query(SOUTH, TODAY).start == datetime(2021, 12, 1, tzinfo=timezone.utc)


def test_a_criterion_that_means_nothing_for_the_theme_is_not_asked():
    query = Choices(theme="land_cover", max_cloud=10.0, max_incidence=20.0, text="oso").query(ZONE, TODAY)
    assert (query.max_cloud, query.max_incidence, query.text) == (None, None, "oso")


def test_choices_survive_as_text():
    assert Choices.from_text(FULL.to_text()) == FULL
    assert Choices.from_text(Choices(max_cloud=None).to_text()).max_cloud is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "12", '{"period": {"kind": "after", "first": "yesterday"}, "max_gsd": [1]}',
     '{"period": {"kind": "never"}, "missions": 3, "level": 4}', '{"period": {"kind": "summer", "year": 1e999}}',
     '{"period": {"kind": "summer", "year": 99999}}', '{"max_gsd": 1' + "0" * 400 + "}", "[" * 100_000],
)  # fmt: skip
def test_broken_text_leaves_the_defaults(text):
    assert Choices.from_text(text) == Choices()


def test_only_themes_that_a_row_serves_are_offered():
    vhr, forest = Row(themes={"vhr": ()}), Row(themes={"forest": ("fordead",)})
    assert themes.offered([vhr]) == ("vhr",)
    assert themes.offered([forest, vhr]) == ("vhr", "forest", themes.EVERYTHING)
    assert themes.offered([vhr, Row()]) == ("vhr", themes.EVERYTHING)
    assert themes.offered([Row()]) == (themes.EVERYTHING,)
    both = Row(themes={"vhr": (), themes.EVERYTHING: ()})
    assert themes.offered([both, forest]) == ("vhr", "forest", themes.EVERYTHING), "once"


def test_a_row_is_asked_for_the_collections_of_the_theme():
    row = Row(themes={"forest": ("fordead", "sufosat"), "vhr": ()})
    query = SearchQuery(max_cloud=10.0, text="x")
    assert themes.narrowed(query, row, "forest") == SearchQuery(text="x", collections=("fordead", "sufosat"))
    assert themes.narrowed(query, row, themes.EVERYTHING) == query
    two = Row(themes={"forest": ("fordead",), "water_snow": ("snow", "fordead")})
    assert themes.narrowed(query, two, themes.EVERYTHING).collections == ("fordead", "snow")
    assert themes.serves(row, "forest") and not themes.serves(row, "sentinel2")


def test_relaxations_give_up_one_demand_at_a_time_then_all():
    kinds = [each.kind for each in relaxation.relaxations(FULL)]
    assert kinds == ["no_cloud_limit", "all_dates", "all_missions", "no_folded", "nothing_asked"]
    last = relaxation.relaxations(FULL)[-1].choices
    assert last == Choices(max_cloud=None)


def test_there_is_nothing_to_relax_in_an_open_question():
    assert relaxation.relaxations(Choices(max_cloud=None)) == ()
    assert [each.kind for each in relaxation.relaxations(Choices())] == ["no_cloud_limit"]


def test_counts_add_up_over_catalogues():
    asked = [(Answers(4), SearchQuery()), (Answers(100, exact=False), SearchQuery())]
    assert relaxation.count(asked, Still()) == Count(104, False)
    assert relaxation.count(asked[:1], Still()) == Count(4, True)


def test_a_failing_catalogue_makes_the_count_inexact_and_a_cancellation_passes():
    asked = [(Answers(4), SearchQuery()), (Answers(error=Unreachable("https://a.test")), SearchQuery())]
    assert relaxation.count(asked, Still()) == Count(4, False)
    with pytest.raises(Cancelled):
        relaxation.count([(Answers(error=Cancelled()), SearchQuery())], Still())


def test_coverage_is_measured_for_a_count_and_unknown_is_kept():
    scenes = [
        Scene("all", "c", footprint=shapely.box(-3, 48, -2, 49)),
        Scene("none", "c", footprint=shapely.box(-2.41, 48.4, -2, 49)),
        Scene("unknown", "c"),
    ]
    query = SearchQuery(aoi=ZONE, min_coverage=50.0)
    assert relaxation.count([(Answers(scenes=scenes), query)], Still()) == Count(2, True)
    many = Answers(scenes=scenes * 40)
    assert relaxation.count([(many, query)], Still()).exact is False
