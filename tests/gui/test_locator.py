# SPDX-License-Identifier: GPL-2.0-or-later
"""The filter of the locator bar, in QGIS's real locator and its threads."""

from __future__ import annotations

import pytest
from qgis.core import QgsLocator, QgsLocatorContext, QgsLocatorResult

from dinamis_qgis.domain.gazetteer import Place
from dinamis_qgis.gui.locator import PlaceLocatorFilter
from tests.bench.gaps import Gaps
from tests.gui.place_parts import gazetteer
from tests.services.gazetteer_service import GazetteerService
from tests.services.http_service import Answer


class Bar:
    def __init__(self):
        self.locator = QgsLocator()
        self.chosen, self.results = [], []
        self.filter = PlaceLocatorFilter(self.chosen.append)
        self.locator.registerFilter(self.filter)
        # what a slot is given does not outlive it
        self.locator.foundResult.connect(lambda found: self.results.append((found.displayString, found.userData)))

    def choose(self, row):
        result = QgsLocatorResult()
        result.userData = self.results[row][1]
        self.filter.triggerResult(result)

    def type(self, text):
        self.results.clear()
        self.locator.fetchResults(text, QgsLocatorContext())

    def close(self):
        if self.filter is not None:
            self.filter.stop()
            self.locator.deregisterFilter(self.filter)
            self.filter = None


@pytest.fixture()
def bar(qgis_app):
    made = Bar()
    yield made
    made.close()


def test_din_and_a_name_find_places_and_choosing_one_gives_it(bar, qtbot):
    with gazetteer():
        bar.type("din saint-den")
        qtbot.waitUntil(lambda: not bar.locator.isRunning())
        assert bar.results[0][0] == "Saint-Denis (93) — municipality 93066"
        assert len(bar.results) == 3
        bar.choose(1)
    assert Place.from_text(bar.chosen[0]).code == "97411"


def test_without_the_prefix_nothing_is_asked(bar, qtbot):
    with gazetteer() as service:
        bar.type("saint-denis")
        qtbot.waitUntil(lambda: not bar.locator.isRunning())
        assert not bar.results and not service.asked


def test_a_failure_is_said_in_the_list_and_choosing_it_does_nothing(bar, qtbot):
    with gazetteer(GazetteerService(failures=[Answer(b"", 429, {"Retry-After": "3600"})])):
        bar.type("din bretagne")
        qtbot.waitUntil(lambda: bool(bar.results))
        bar.choose(0)
    assert "127.0.0.1" in bar.results[0][0] and not bar.chosen


def test_typing_on_cancels_promptly_and_the_loop_stays_free(bar, qtbot):
    with gazetteer(GazetteerService(search_delay=5.0)) as service:
        bar.type("din bretag")
        qtbot.waitUntil(lambda: bool(service.asked))
        service.answer.search_delay = 0.0
        with Gaps() as gaps:
            bar.locator.cancelWithoutBlocking()
            qtbot.waitUntil(lambda: not bar.locator.isRunning())
        assert gaps.longest_ms < 2000  # the service would take 5 s
        bar.type("din bonifacio")
        qtbot.waitUntil(lambda: bool(bar.results))


def test_it_is_taken_out_while_it_waits_for_the_service(bar, qtbot):
    with gazetteer(GazetteerService(search_delay=5.0)) as service:
        bar.type("din bretag")
        qtbot.waitUntil(lambda: bool(service.asked))
        bar.close()
    assert not bar.locator.filters()


def test_many_words_one_after_the_other(bar, qtbot):
    """Clones come and go in threads: Python's and Qt's ideas of who owns them must agree."""
    with gazetteer():
        for _ in range(10):
            bar.type("din lamballe")
            qtbot.waitUntil(lambda: not bar.locator.isRunning())
            assert len(bar.results) == 2
