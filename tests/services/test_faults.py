# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes wrong between a service and us gets its own type, and what had come before stays."""

from __future__ import annotations

import time

import pytest

from dinamis_qgis.core.messages import sentence
from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain import errors, web
from dinamis_qgis.domain.catalogues.stac import StacCatalogue
from dinamis_qgis.domain.query import SearchQuery
from tests.services.http_service import Answer, serving
from tests.services.stac_service import CORE, CQL2, SORT
from tests.services.synthetic_items import items

HTML = Answer(b"<!DOCTYPE html><html>Please sign in</html>", headers={"Content-Type": "text/html"})
PAGE = {"type": "FeatureCollection", "features": items(3), "links": []}


def service(*searches):
    """A landing page, then these answers to the searches, the last one for ever."""
    left = list(searches)

    def answer(asked):
        if asked.path == "/":
            link = {"rel": "search", "href": f"http://{asked.headers['host']}/search", "method": "POST"}
            return Answer.of({"links": [link], "conformsTo": [*CORE, SORT, *CQL2]})
        return left.pop(0) if len(left) > 1 else left[0]

    return answer


def page(following=None, features=PAGE["features"]):
    links = [] if following is None else [{"rel": "next", "href": following, "method": "GET"}]
    return Answer.of({**PAGE, "features": features, "links": links})


@pytest.fixture
def search(in_task):
    def run(answer, **waiting):
        kept = []

        def work(feedback):
            for page_ in StacCatalogue(running.url, QgisSession()).search(SearchQuery(), feedback):
                kept.extend(page_.scenes)

        with serving(answer) as running:
            try:
                in_task(work, **waiting)
            except errors.DinamisError as error:
                return kept, error, running
        return kept, None, running

    return run


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer(status=401), errors.AuthenticationRequired),
        (Answer(status=403), errors.AccessDenied),
        (Answer(status=404), errors.NotFound),
        (Answer(status=410), errors.NotFound),
        (Answer(status=429), errors.TooManyRequests),
        (Answer(status=429, headers={"Retry-After": "3600"}), errors.TooManyRequests),
        (Answer(status=500), errors.ServiceBroken),
        (Answer(status=502, body=HTML.body), errors.ServiceBroken),
        (Answer(status=418), errors.HttpError),
        (HTML, errors.InvalidAnswer),
        (Answer(Answer.of(PAGE).body[:-40]), errors.InvalidAnswer),
        (Answer(b""), errors.InvalidAnswer),
        (Answer(b"\xff\xfe\x00"), errors.InvalidAnswer),
        (Answer(b"[" * 100_000), errors.InvalidAnswer),
        (Answer.of([1, 2]), errors.InvalidAnswer),
        (Answer.of({"features": "none"}), errors.InvalidAnswer),
        (Answer.of(PAGE, cut_after=50), errors.Unreachable),
    ],
)
def test_each_fault_has_its_type_and_what_came_before_stays(search, answer, kind):
    kept, error, _ = search(service(answer))
    assert type(error) is kind and kept == []
    assert "127.0.0.1" in sentence(error)
    kept, error, _ = search(service(page("/search?token=2"), answer))
    assert type(error) is kind and len(kept) == 3


def test_the_service_s_own_words_are_kept_short_and_only_from_json(search):
    said = Answer.of({"description": "limit must be " + "x" * 5000}, status=418)
    assert search(service(said))[1].detail.startswith("limit must be x")
    assert len(search(service(said))[1].detail) <= 200
    assert search(service(Answer(b"<b>no</b>", 418)))[1].detail == ""


@pytest.mark.parametrize("status", [429, 503])
def test_a_short_wait_that_the_service_asks_for_is_honoured_once(search, status):
    busy = Answer(status=status, headers={"Retry-After": "1"})
    began = time.monotonic()
    kept, error, _ = search(service(busy, page()))
    assert error is None and len(kept) == 3
    assert time.monotonic() - began >= 1.0
    kept, error, running = search(service(busy))
    assert error.status == status and error.retry_after == 1.0
    assert len([asked for asked in running.asked if asked.path == "/search"]) == 2


def test_a_long_wait_is_told_and_not_waited_for(search):
    began = time.monotonic()
    _, error, _ = search(service(Answer(status=429, headers={"Retry-After": "3600"})))
    assert error.retry_after == 3600.0 and time.monotonic() - began < 5.0


def test_waiting_for_a_busy_service_can_be_cancelled(in_task):
    busy = Answer(status=503, headers={"Retry-After": "9"})
    with serving(service(busy)) as running:
        error, seconds = in_task(
            lambda feedback: list(StacCatalogue(running.url, QgisSession()).search(SearchQuery(), feedback)),
            cancel_after=0.5,
        )
    assert isinstance(error, errors.Cancelled) and seconds <= 3.0


def test_a_search_can_be_cancelled_between_and_within_pages(in_task):
    def endless(asked):
        number = int(asked.query.get("token", 0)) + 1
        fresh = [{**one, "id": f"{one['id']}-{number}"} for one in PAGE["features"]]
        return page(f"/search?token={number}", fresh)

    def answer(asked):
        return endless(asked) if asked.path == "/search" else service(page())(asked)

    with serving(answer) as running:
        error, seconds = in_task(
            lambda feedback: list(StacCatalogue(running.url, QgisSession()).search(SearchQuery(limit=10**9), feedback)),
            cancel_after=0.5,
        )
    assert isinstance(error, errors.Cancelled) and seconds <= 3.0


def test_silence_is_a_timeout(search, monkeypatch):
    monkeypatch.setattr(web, "TIMEOUT", 0.4)
    kept, error, _ = search(service(page("/search?token=2"), Answer(b"", delay=30.0)))
    assert type(error) is errors.TimedOut and len(kept) == 3


def test_an_empty_page_with_a_next_link_is_not_the_end(search):
    pages = [page(f"/search?token={number}", []) for number in range(5)]
    kept, error, _ = search(service(*pages, page()))
    assert error is None and len(kept) == 3


def test_empty_pages_without_end_are_given_up(search):
    count = iter(range(1000))

    def answer(asked):
        if asked.path == "/":
            return service(page())(asked)
        return page(f"/search?token={next(count)}", [])

    kept, error, running = search(answer)
    assert isinstance(error, errors.InvalidAnswer) and kept == []
    assert len(running.asked) < 50


def test_a_next_link_that_leads_back_is_a_loop(search):
    other = [{**one, "id": one["id"] + "b"} for one in PAGE["features"]]
    kept, error, _ = search(service(page("/search?token=2"), page("/search?token=2", other)))
    assert type(error) is errors.PagingLoop and len(kept) == 6


def test_a_next_link_that_changes_but_brings_the_same_scenes_is_a_loop(search):
    kept, error, running = search(service(page("/search?token=2"), page("/search?token=3"), page("/search?token=4")))
    assert type(error) is errors.PagingLoop and len(kept) == 3
    assert len(running.asked) == 3


def test_no_network_at_all(in_task):
    with serving(lambda _: Answer()) as gone:
        url = gone.url
    with pytest.raises(errors.Unreachable):
        in_task(lambda feedback: list(StacCatalogue(url, QgisSession()).search(SearchQuery(), feedback)))


@pytest.mark.parametrize("said", ["999999999999999", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_service_that_asks_to_wait_for_ever_is_told_of(search, said):
    _kept, error, _running = search(service(Answer(status=429, headers={"Retry-After": said})))
    assert isinstance(error, errors.TooManyRequests) and "minute" in sentence(error)


@pytest.mark.parametrize("following", ["http://[bad", "file:///etc/passwd", "ftp://host.test/more"])
def test_a_next_link_that_leads_nowhere_is_told_and_what_came_stays(search, following):
    kept, error, _running = search(service(page(following)))
    assert len(kept) == 3 and isinstance(error, errors.InvalidAnswer)


@pytest.mark.parametrize("root", ["http://", "http://[x", "http://host:99999999/", "https://é\u0000.test"])
def test_an_address_that_is_none_is_a_service_that_cannot_be_reached(in_task, root):
    with pytest.raises(errors.ServiceError):
        in_task(lambda feedback: list(StacCatalogue(root, QgisSession()).search(SearchQuery(), feedback)))


def test_a_refusal_whose_words_never_come_is_a_refusal_all_the_same(search, monkeypatch):
    monkeypatch.setattr(web, "TIMEOUT", 0.5)
    _kept, error, _running = search(service(Answer(b"x" * 99, status=403, pause_after=0)))
    assert isinstance(error, errors.AccessDenied)
