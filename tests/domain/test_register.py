# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, box

from dinamis_qgis.domain.errors import InvalidFile
from dinamis_qgis.domain.register import (
    ATTACHED,
    Attachment,
    Entry,
    asked_on,
    attached_scene,
    by_sensor,
    granted_on,
    merged,
    sent,
    totals,
    with_step,
)
from dinamis_qgis.domain.register_rows import REQUEST_COLUMNS, Rows, entry_of, of_record, rows_of, to_record
from dinamis_qgis.domain.request import STATES, ImageryRequest, KeptEstimate, Step
from dinamis_qgis.domain.request_options import GEOMETRIES, RADIOMETRIES, SPECTRAL_PRODUCTS, STEREO_MODES
from dinamis_qgis.domain.tariffs import ACQUISITIONS, CATEGORIES
from tests.make_scenes import scene

DAY = date(2026, 3, 2)
ZONE = box(-2.6, 48.4, -2.5, 48.5)

days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
texts = st.text(max_size=60)
figures = st.floats(0.0, 1e9)
numbers = st.none() | figures
corners = st.floats(-80.0, 80.0)
boxes = st.builds(lambda x, y, w: box(x, y, x + w, y + w), corners, corners, st.floats(0.001, 5.0))
zones = boxes | boxes.map(lambda one: MultiPolygon([one, box(100.0, 0.0, 101.0, 1.0)]))
estimates = st.builds(
    KeptEstimate, days, st.text("abc-19", min_size=1, max_size=9), figures, figures, numbers, numbers,
    st.none() | st.integers(0, 1000), numbers,
)  # fmt: skip
requests = st.builds(
    ImageryRequest, zone=zones, title=texts, purpose=texts, category=st.sampled_from(CATEGORIES),
    acquisition=st.sampled_from(ACQUISITIONS), archive_ids=st.lists(texts, max_size=3).map(tuple),
    start=st.none() | st.dates(date(2000, 1, 1), date(2020, 1, 1)), end=st.none() | st.dates(date(2021, 1, 1)),
    max_cloud=st.none() | st.floats(0.0, 100.0), max_incidence=st.none() | st.floats(0.0, 90.0),
    stereo=st.sampled_from(STEREO_MODES), spectral=st.sampled_from(SPECTRAL_PRODUCTS),
    geometry=st.sampled_from(GEOMETRIES), radiometry=st.sampled_from(RADIOMETRIES), dates=st.integers(1, 100),
    constraints=texts, note=texts, feedback=texts, reference=texts, estimate=st.none() | estimates,
    history=st.lists(st.builds(Step, days, st.sampled_from(STATES)), max_size=4).map(tuple),
)  # fmt: skip
attachments = st.builds(Attachment, st.sampled_from(ATTACHED), texts, texts, days)
entries = st.builds(Entry, requests, st.lists(attachments, max_size=3).map(tuple))


@given(entries)
def test_an_entry_and_its_rows_say_the_same(entry):
    rows = rows_of(entry)
    assert set(rows.request) == set(REQUEST_COLUMNS)
    assert entry_of(rows) == entry
    assert of_record(to_record(entry), "file") == entry


@pytest.mark.parametrize("record", [None, {}, [], {"row": {}, "zone": "zz", "history": [], "attachments": []}, "x"])
def test_a_record_that_is_none_is_refused(record):
    with pytest.raises(InvalidFile):
        of_record(record, "file")


def test_a_row_drawn_in_qgis_needs_a_zone_and_nothing_else():
    entry = entry_of(Rows({}, rows_of(Entry(ImageryRequest(ZONE))).zone))
    assert entry.request == ImageryRequest(ZONE) and entry.id
    with pytest.raises(InvalidFile):
        entry_of(Rows({"title": "no zone"}, None))
    with pytest.raises(InvalidFile) as refused:
        entry_of(Rows({"stereo": "quadri"}, rows_of(entry).zone))
    assert refused.value.key == "stereo"


def entry(**changes):
    return Entry(ImageryRequest(ZONE, **{"title": "Coast", **changes}), id="1")


def test_changes_of_two_people_to_different_things_are_both_kept():
    before = entry()
    ours = replace(before, request=replace(before.request, note="ours"))
    theirs = replace(before, request=before.request.in_state("sent", DAY), version=2)
    both = merged(before, ours, theirs)
    assert (both.request.note, both.request.state, both.version) == ("ours", "sent", 2)


def test_changes_to_the_same_thing_are_not_mixed():
    before = entry(start=date(2026, 1, 1), end=date(2026, 2, 1))
    ours = replace(before, request=replace(before.request, start=date(2026, 1, 5)))
    theirs = replace(before, request=replace(before.request, end=date(2026, 1, 20)))
    assert merged(before, ours, theirs) is None
    assert merged(None, ours, theirs) is None
    assert merged(before, theirs, theirs) == theirs  # both said the same


@given(requests, requests, requests)
def test_a_merge_takes_what_only_one_changed(then, ours, theirs):
    before, mine, other = (Entry(one, id="1") for one in (then, ours, theirs))
    both = merged(before, mine, other)
    assert merged(before, mine, before).request == ours
    assert merged(before, before, other).request == theirs
    if both is not None and both != other:
        for name in ("title", "note", "purpose", "constraints", "dates"):
            was, mine_now, their_now, now = (getattr(one, name) for one in (then, ours, theirs, both.request))
            assert now == (mine_now if mine_now != was else their_now)


def test_attachments_of_both_stay_and_what_one_removed_goes():
    one, two, three = (Attachment("scene", name, name, DAY) for name in "abc")
    before = replace(entry(), attachments=(one,))
    both = merged(before, replace(before, attachments=(one, two)), replace(before, attachments=(three,)))
    assert both.attachments == (three, two)


def test_a_scene_is_attached_once_and_without_its_signature():
    given_one = scene(0, self_url="https://a.test/item?sig=SECRET&x=1")
    attached = attached_scene(given_one, "Pléiades\n1B", DAY)
    assert attached.address == "https://a.test/item?x=1" and attached.name == "Pléiades1B"
    assert attached_scene(scene(1), "S", DAY).address == "S00001"
    assert entry().attach([attached, attached]).attach([attached]).attachments == (attached,)


def test_what_was_asked_counts_in_the_year_of_its_sending_and_stays_asked():
    def made(state, day, km2, credits=None, sensor="pleiades"):
        estimate = KeptEstimate(DAY, "2022-10", km2, km2, credits=credits)
        return ImageryRequest(ZONE, sensor=sensor, estimate=estimate).in_state("draft", day).in_state(state, day)

    kept = made("sent", date(2025, 12, 30), 100.0).in_state("accepted", DAY).in_state("closed", DAY)
    refused = made("sent", DAY, 50.0).in_state("refused", DAY)
    draft, spot = made("ready", DAY, 1e6), made("sent", DAY, 4000.0, 2, "spot")
    assert (asked_on(kept), granted_on(kept)) == (date(2025, 12, 30), DAY)
    assert asked_on(draft) is None and granted_on(refused) is None
    rows = {(one.year, one.sensor, one.state): one for one in totals([kept, refused, draft, spot])}
    assert set(rows) == {(2025, "pleiades", "closed"), (2026, "pleiades", "refused"), (2026, "spot", "sent")}
    assert rows[2025, "pleiades", "closed"].granted_km2 == 100.0
    assert rows[2026, "pleiades", "refused"].granted_km2 == 0.0
    (pleiades, credits) = by_sensor([kept, refused, draft, spot], 2026)
    assert (pleiades.km2, pleiades.credits, credits.credits) == (50.0, None, 2)


def test_a_state_is_dated_once_and_a_reference_never_goes_back():
    request = with_step(with_step(ImageryRequest(ZONE), "draft", DAY), "draft", DAY)
    assert request.history == (Step(DAY, "draft"),)
    assert sent(request, "D-1", DAY).state == "sent"
    delivered = request.in_state("delivered", DAY)
    assert sent(delivered, "D-1", DAY).history == delivered.history


def test_a_copy_is_a_new_draft_without_what_became_of_the_first():
    first = replace(entry(reference="D-1", note="n").attach([Attachment("product", "a", "/a", DAY)]), version=3)
    copy = first.copy("Coast (copy)")
    assert copy.id != first.id and copy.version == 0 and copy.attachments == ()
    assert (copy.request.reference, copy.request.note, copy.request.state) == ("", "", "draft")
