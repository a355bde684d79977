# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of footprints as people write them: columns guessed, dates and quantities read, the rest unknown."""

from datetime import datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from dinamis_qgis.domain.catalogues.items import Origin, scene_from_item
from dinamis_qgis.domain.footprint_columns import CENTIMETRES, FRACTION, Columns, guess, signature
from dinamis_qgis.domain.footprint_items import item, theme_of
from dinamis_qgis.domain.footprint_values import DAY_FIRST, MONTH_FIRST, day_orders, instant, quantity

OUTLINE = box(-2.6, 48.4, -2.4, 48.5)


def utc(*parts):
    return datetime(*parts, tzinfo=timezone.utc)


def scene(row, columns):
    return scene_from_item(item(row, OUTLINE, columns, "x-1", set()), Origin("c", lambda href, _base: href))


@pytest.mark.parametrize(
    ("said", "when", "hour_known"),
    [
        ("2022-07-14", utc(2022, 7, 14), False), ("2022/07/14", utc(2022, 7, 14), False),
        ("20220714", utc(2022, 7, 14), False), ("14/07/2022", utc(2022, 7, 14), False),
        ("14.7.2022", utc(2022, 7, 14), False), ("07/14/2022", utc(2022, 7, 14), False),
        ("14 juil. 2022", utc(2022, 7, 14), False), ("1er août 2022", utc(2022, 8, 1), False),
        ("14 July 2022", utc(2022, 7, 14), False), ("Jul 14, 2022", utc(2022, 7, 14), False),
        ("2022-07-14T11:02:33.250Z", utc(2022, 7, 14, 11, 2, 33), True),
        ("2022/07/14 11:02:33+00", utc(2022, 7, 14, 11, 2, 33), True),
        ("2022-07-14T01:02:33+02:00", utc(2022, 7, 13, 23, 2, 33), True),
        ("20220714T110233", utc(2022, 7, 14, 11, 2, 33), True), ("20220714110233", utc(2022, 7, 14, 11, 2, 33), True),
        ("14/07/2022 11h02", utc(2022, 7, 14, 11, 2), True), ("1657796553000", utc(2022, 7, 14, 11, 2, 33), True),
    ],
)  # fmt: skip
def test_a_date_in_any_of_their_ways(said, when, hour_known):
    assert instant(said) == (when, hour_known)


@pytest.mark.parametrize("said", ["", "hier", "2022", "32/13/2022", "2022-02-30", "12", "14 foo 2022", "x" * 500, "٣"])
def test_what_is_no_date_is_unknown(said):
    assert instant(said) is None


def test_the_order_of_days_is_told_by_the_dates_or_asked():
    assert day_orders(["03/04/2022", "14/04/2022"]) == {DAY_FIRST}
    assert day_orders(["03/04/2022", "04/14/2022"]) == {MONTH_FIRST}
    assert day_orders(["03/04/2022"]) == {DAY_FIRST, MONTH_FIRST} and day_orders(["2022-04-03"]) == set()
    assert instant("03/04/2022")[0] == utc(2022, 4, 3) and instant("03/04/2022", MONTH_FIRST)[0] == utc(2022, 3, 4)


def test_the_hour_may_be_in_another_column():
    assert instant("14/07/2022", clock="11:02:33") == (utc(2022, 7, 14, 11, 2, 33), True)
    assert instant("2022/07/14 00:00:00", clock="11:02") == (utc(2022, 7, 14, 11, 2), True)
    assert instant("14/07/2022", clock="matin") == (utc(2022, 7, 14), False)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("0,5", 0.5), ("0.5 m", 0.5), ("50 cm", 0.5), ("12 %", 12.0), ("-3,5°", -3.5), ("1e-3", 0.001), ("", None),
        ("inconnu", None), ("NaN", None), ("1 2", None), ("9" * 40, None),
    ],
)  # fmt: skip
def test_quantities(said, value):
    assert quantity(said, "m") == value


FRENCH = {
    "Nom image": ["IMG_PHR1A_20220714", "y"], "Date d'acquisition": ["14/07/2022", "15/07/2022"],
    "Heure": ["11:02", ""],
    "Satellite": ["Pléiades 1A", ""], "Résolution (m)": ["0,5", "0,5"], "Nuages": ["3 %", ""],
    "Angle d'incidence": ["12,4", ""], "Dépointage": ["-11,2", ""], "Aperçu": ["https://x.test/q.jpg", ""],
}  # fmt: skip
ENGLISH = {
    "scene_id": ["a"], "acquisition_date": ["2022-07-14T11:02:00Z"], "platform": ["SPOT7"], "gsd": ["1.5"],
    "cloud_cover": ["0.25", "0"], "off_nadir": ["9"],
}  # fmt: skip
SHAPEFILE = {
    "IDENTIFIAN": ["a"],
    "DATE_ACQUI": ["20220714"],
    "COUVERTURE": ["x"],
    "SATELLITE": ["PHR1B"],
    "GSD": ["150"],
}


def test_french_columns_are_guessed():
    columns = guess(list(FRENCH), FRENCH)
    assert columns.names == {
        "id": "Nom image", "acquired": "Date d'acquisition", "time": "Heure", "mission": "Satellite",
        "gsd": "Résolution (m)", "cloud": "Nuages", "incidence": "Angle d'incidence", "off_nadir": "Dépointage",
        "quicklook": "Aperçu",
    }  # fmt: skip
    made = scene({name: values[0] for name, values in FRENCH.items()}, columns)
    assert (made.id, made.mission, made.acquired, made.gsd) == (
        "IMG_PHR1A_20220714",
        "PHR1A",
        utc(2022, 7, 14, 11, 2),
        0.5,
    )
    assert (made.cloud_cover, made.incidence, made.off_nadir) == (3.0, 12.4, 11.2)
    assert made.quicklook.href == "https://x.test/q.jpg" and made.footprint.equals(OUTLINE)
    assert made.properties["source"]["Nuages"] == "3 %"


def test_english_and_shortened_columns_are_guessed():
    columns = guess(list(ENGLISH), ENGLISH)
    assert set(columns.names) == {"id", "acquired", "mission", "gsd", "cloud", "off_nadir"}
    assert columns.cloud_unit == FRACTION
    assert scene({name: values[0] for name, values in ENGLISH.items()}, columns).cloud_cover == 25.0
    columns = guess(list(SHAPEFILE), SHAPEFILE)
    assert columns.names == {"id": "IDENTIFIAN", "acquired": "DATE_ACQUI", "mission": "SATELLITE", "gsd": "GSD"}
    assert columns.gsd_unit == CENTIMETRES and scene({"GSD": "150"}, columns).gsd == 1.5


def test_a_column_whose_values_are_of_another_kind_is_not_taken():
    assert guess(["date", "cloud"], {"date": ["printemps"], "cloud": ["beaucoup"]}).names == {}


def test_what_is_not_said_is_unknown():
    made = scene({"Nuages": "inconnu", "Date": "?"}, Columns({"cloud": "Nuages", "acquired": "Date", "gsd": "absent"}))
    assert (made.id, made.mission, made.acquired, made.cloud_cover, made.gsd) == ("x-1", "", None, None, None)


def test_the_mission_is_read_in_the_title_and_a_day_alone_is_the_whole_day():
    columns = Columns({"title": "t", "acquired": "d"})
    made = scene({"t": "Ortho PHR1B de la baie", "d": "14/07/2022"}, columns)
    assert made.mission == "PHR1B" and made.acquired == utc(2022, 7, 14) and made.acquired_end.hour == 23
    assert theme_of(item({"t": "SPOT4 x"}, OUTLINE, columns, "a", set())) == "spot_history"
    assert theme_of(item({"t": "x"}, OUTLINE, columns, "a", set())) == "vhr"


def test_ids_are_unique_and_text_is_text():
    taken = set()
    columns = Columns({"id": "i", "title": "t", "quicklook": "q"})
    rows = [{"i": "a", "t": "<b>[% x %]\x00", "q": "javascript:x"}] * 2
    made = [item(row, OUTLINE, columns, "x", taken) for row in rows]
    assert [one["id"] for one in made] == ["a", "a_2"] and made[0]["assets"] == {}
    assert made[0]["properties"]["title"] == "< b>[ % x %]"


def test_columns_are_remembered_as_they_are():
    columns = Columns({"id": "a"}, MONTH_FIRST, FRACTION, CENTIMETRES, "EPSG:2154")
    assert Columns.from_json(columns.to_json()) == columns
    assert Columns.from_json({"names": {"id": 5, "other": "x"}, "days": [], "crs": 5}) == Columns()
    assert Columns.from_json([]) is None
    assert signature(["A", "b"]) == signature(["B", "a"]) != signature(["a"])


_cells = st.text(max_size=30) | st.sampled_from(["14/07/2022", "12 %", "0,5", "PHR1A", "http://[x", "2022-07-14"])


@given(st.dictionaries(st.text(max_size=12), st.lists(_cells, max_size=4), max_size=8))
def test_any_table_is_guessed_and_read(samples):
    columns = guess(list(samples), samples)
    assert set(columns.names.values()) <= set(samples)
    row = {name: values[0] for name, values in samples.items() if values}
    made = scene(row, columns)
    assert made is not None and (made.cloud_cover is None or 0.0 <= made.cloud_cover <= 100.0)


@given(st.text(max_size=40) | st.from_regex(r"\d{1,4}[-/ ]\w{1,4}[-/ ]\d{1,4}( \d\d?[:h]\d\d)?", fullmatch=True))
def test_any_text_is_a_date_or_is_not(said):
    read = instant(said)
    assert read is None or read[0].tzinfo is timezone.utc
