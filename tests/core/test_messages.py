# SPDX-License-Identifier: GPL-2.0-or-later
"""Every kind of error has its own sentence, with a cause and a remedy, and never a secret or a placeholder."""

import inspect

import pytest

from dinamis_qgis.core.failures import sentences
from dinamis_qgis.core.messages import _WORDS, sentence
from dinamis_qgis.domain import account_errors, errors

URL = "https://stac.test/search?X-Amz-Signature=secret"


def kinds():
    modules = (errors, account_errors)
    members = [member for module in modules for member in inspect.getmembers(module, inspect.isclass)]
    names = [module.__name__ for module in modules]
    return sorted({kind for _, kind in members if kind.__module__ in names}, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", kinds())
def test_each_kind_has_its_own_words(kind):
    assert kind in _WORDS


@pytest.mark.parametrize("kind", [kind for kind in kinds() if issubclass(kind, errors.ServiceError)])
def test_a_service_is_named_by_its_host_without_what_signs_its_address(kind):
    said = sentence(kind(URL, "broken {here}"))
    assert "secret" not in said and "{" not in said.replace("{here}", "")
    assert issubclass(kind, errors.ProxyRefused) or "stac.test" in said
    assert "secret" not in str(kind(URL))


def test_a_web_page_is_told_apart_from_another_unreadable_answer():
    assert "web page" in sentence(errors.InvalidAnswer(URL, errors.WEB_PAGE))
    assert "web page" not in sentence(errors.InvalidAnswer(URL, "not JSON"))


@pytest.mark.parametrize(("seconds", "wait"), [(12.2, "13 second"), (600.0, "10 minute"), (None, "some minutes")])
def test_a_busy_service_says_when_to_come_back(seconds, wait):
    assert wait in sentence(errors.TooManyRequests(URL, "", 429, seconds))


@pytest.mark.parametrize(
    "reason", ["empty", "not_polygon", "self_crossing", "no_crs", "not_transformable", "no_selection", "no_layer"]
)
def test_each_reason_why_a_zone_is_refused_has_its_own_sentence(reason):
    assert sentence(errors.InvalidZone(reason)) != sentence(errors.InvalidZone("another"))
    assert ":" in sentence(errors.InvalidZone(reason))


def test_what_is_the_same_of_several_catalogues_is_said_once():
    gone = [(name, errors.Unreachable(f"https://{name}.test")) for name in ("a", "b")]
    broken = ("c", errors.ServiceBroken("https://c.test", status=500))
    told = sentences([gone[0], broken, gone[1]])
    assert [titles for titles, _ in told] == ["a · b", "c"] and "proxy" in told[0][1] and "a.test" not in told[0][1]
    assert sentences(gone[:1]) == [("a", sentence(gone[0][1]))]
    proxies = [(name, errors.ProxyRefused(f"https://{name}.test")) for name in ("a", "b")]
    assert [titles for titles, _ in sentences(proxies)] == ["a · b"]


def test_a_broken_catalogue_file_is_named_with_the_place_and_the_reason():
    said = sentence(errors.InvalidCatalogueFile("/home/me/catalogues.json", "should be a str", "catalogues[0].url"))
    assert all(word in said for word in ("catalogues.json", "catalogues[0].url", "should be a str"))


def test_what_was_never_foreseen_points_at_the_log():
    assert "KeyError" in sentence(KeyError("x")) and "DINAMIS" in sentence(KeyError("x"))


@pytest.mark.parametrize(
    "detail",
    [
        "No connection adapters were found for 'ftp://me:secret@host.test/x?sig=secret'",
        "Error transferring https://host.test/a?X-Amz-Signature=secret - server replied: Gone",
        "Max retries exceeded with url: /a?key=secret (Caused by nothing)",
    ],
)
def test_what_is_logged_of_a_service_holds_no_secret(detail):
    assert "secret" not in str(errors.Unreachable("https://me:secret@host.test/x?key=secret", detail))


def test_an_address_that_is_none_still_has_its_sentence():
    assert "[bad" in sentence(errors.Unreachable("http://[bad"))
