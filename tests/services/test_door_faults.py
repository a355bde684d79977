# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of faults, for the doors that are not a plain STAC API: at the first request, and after something came."""

from __future__ import annotations

import time

import pytest

from dinamis_qgis.core.messages import sentence
from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain import errors, web
from dinamis_qgis.domain.catalogues.registry import CatalogueRow, open_catalogue
from dinamis_qgis.domain.query import SearchQuery
from tests.services import geodes_service, openspot_service
from tests.services.http_service import Answer, serving
from tests.services.static_service import StaticService, catalog, item
from tests.services.test_faults import HTML

SQUARE = [[2.0, 48.0], [2.2, 48.0], [2.2, 48.2], [2.0, 48.2], [2.0, 48.0]]
GEODES = geodes_service.GeodesService(
    [geodes_service.feature(number, "PEPS_S2_L1C", "2020-01-01", SQUARE) for number in range(100)]
)
OPENSPOT = openspot_service.OpenSpotService(
    {
        "2019_MS": [openspot_service.feature(1, "MS", "2019-06-01")],
        "2020_MS": [openspot_service.feature(2, "MS", "2020-06-01")],
    },
    modes=("MS",),
)
STATIC = StaticService(
    {
        "/": catalog(("item", "one.json"), ("child", "more/catalog.json")),
        "/one.json": item("one"),
        "/more/catalog.json": catalog(("item", "two.json")),
        "/more/two.json": item("two"),
    }
)
DOORS = {  # kind, dialect, double, whether a request comes after the first scenes
    "geodes": ("stac", "geodes", GEODES, lambda asked: asked.method == "POST" and asked.json["page"] == 2),
    "openspot": ("openspot", "", OPENSPOT, lambda asked: asked.path == "/api/geo/2019_MS"),
    "static": ("static", "", STATIC, lambda asked: asked.path == "/more/catalog.json"),
    "address": ("address", "", STATIC, lambda asked: asked.path == "/more/catalog.json"),
}
FAULTS = [
    (Answer(status=401), errors.AuthenticationRequired),
    (Answer(status=403), errors.AccessDenied),
    (Answer(status=429), errors.TooManyRequests),
    (Answer(status=429, headers={"Retry-After": "3600"}), errors.TooManyRequests),
    (Answer(status=500), errors.ServiceBroken),
    (Answer(status=502, body=HTML.body), errors.ServiceBroken),
    (Answer(status=418), errors.HttpError),
    (HTML, errors.InvalidAnswer),
    (Answer(b'{"type": "FeatureCollection", "features": [{'), errors.InvalidAnswer),
    (Answer(b""), errors.InvalidAnswer),
    (Answer(b"\xff\xfe\x00"), errors.InvalidAnswer),
    (Answer(b"[" * 100_000), errors.InvalidAnswer),
    (Answer.of([1, 2]), errors.InvalidAnswer),
    (Answer(b"x" * 500, cut_after=50), errors.Unreachable),
]


@pytest.fixture
def search(in_task):
    def run(door, answer, **waiting):
        kind, dialect, _, _ = DOORS[door]
        kept = []

        def work(feedback):
            row = CatalogueRow("door", "Door", kind, running.url, dialect=dialect)
            if dialect:
                row = CatalogueRow("door", "Door", kind, f"{running.url}/api/stac", dialect=dialect)
            for page in open_catalogue(row, QgisSession()).search(SearchQuery(), feedback):
                kept.extend(page.scenes)

        with serving(answer) as running:
            try:
                return kept, in_task(work, **waiting)
            except errors.DinamisError as error:
                return kept, error

    return run


@pytest.mark.parametrize(("answer", "kind"), FAULTS)
@pytest.mark.parametrize("door", DOORS)
def test_each_fault_has_its_type_and_what_came_before_stays(search, door, answer, kind):
    kept, error = search(door, lambda _asked: answer)
    assert type(error) is kind and kept == [] and "127.0.0.1" in sentence(error)
    _, _, double, later = DOORS[door]
    kept, error = search(door, lambda asked: answer if later(asked) else double(asked))
    assert type(error) is kind and len(kept) == (80 if door == "geodes" else 1)


@pytest.mark.parametrize("door", DOORS)
def test_without_a_fault_all_comes(search, door):
    kept, error = search(door, DOORS[door][2])
    assert error is None and len(kept) == (100 if door == "geodes" else 2)


@pytest.mark.parametrize("door", DOORS)
def test_a_short_wait_is_honoured_once_and_silence_is_a_timeout(search, door, monkeypatch):
    _, _, double, later = DOORS[door]
    busy = [Answer(status=503, headers={"Retry-After": "1"})]
    began = time.monotonic()
    kept, error = search(door, lambda asked: busy.pop() if later(asked) and busy else double(asked))
    assert error is None and kept and time.monotonic() - began >= 1.0
    monkeypatch.setattr(web, "TIMEOUT", 0.4)
    kept, error = search(door, lambda asked: Answer(delay=30.0) if later(asked) else double(asked))
    assert type(error) is errors.TimedOut and kept


@pytest.mark.parametrize("door", DOORS)
def test_cancelling_takes_effect_at_once(search, door):
    _, _, double, later = DOORS[door]
    slow = lambda asked: Answer(delay=30.0) if later(asked) else double(asked)  # noqa: E731
    _, (error, seconds) = search(door, slow, cancel_after=0.6)
    assert isinstance(error, errors.Cancelled) and seconds <= 3.0


def test_numbers_that_bring_the_same_page_again_are_a_loop(search):
    first = GEODES.features[:80]
    answer = Answer.of({"type": "FeatureCollection", "features": first, "context": {"matched": 10_000, "limit": 80}})
    kept, error = search("geodes", lambda _asked: answer)
    assert type(error) is errors.PagingLoop and len(kept) == 80


def test_a_count_that_is_too_great_ends_with_the_scenes(search):
    def answer(asked):
        page = GEODES.features[:80] if asked.json["page"] == 1 else []
        return Answer.of({"type": "FeatureCollection", "features": page, "context": {"matched": 10_000}})

    kept, error = search("geodes", answer)
    assert error is None and len(kept) == 80
