# SPDX-License-Identifier: GPL-2.0-or-later
"""``din lamballe`` in QGIS's locator bar: a place becomes the zone, and the map goes there.

QGIS clones the filter for each word and runs the clone in a thread of its own; nothing of ours is imported before.
"""

from __future__ import annotations

import time
from typing import Callable

from qgis.core import QgsFeedback, QgsLocator, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from .. import dependencies, paths
from ..translation import tr

PREFIX = "din"  # QGIS takes three letters at least
_STILL_MS = 250
_STOPPED_BY = 5.0  # seconds


class PlaceLocatorFilter(QgsLocatorFilter):
    """``choose(text)`` gets a place as :meth:`Place.as_text` writes it, on the main thread."""

    def __init__(self, choose: Callable[[str], None]) -> None:
        super().__init__()
        self._choose = choose
        self.setUseWithoutPrefix(False)
        self.setFetchResultsDelay(_STILL_MS)

    def clone(self) -> PlaceLocatorFilter:
        return PlaceLocatorFilter(self._choose)

    def name(self) -> str:
        return "dinamis_places"

    def displayName(self) -> str:
        return tr("DINAMIS: place as the zone")

    def prefix(self) -> str:
        return PREFIX

    def fetchResults(self, text: str, _context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """In a thread of QGIS's own. A failure is a result too: it must not look like nothing found."""
        for number, (label, place) in enumerate(_results(text, feedback)):
            if feedback.isCanceled():
                return
            result = QgsLocatorResult()
            result.filter = self
            result.displayString = label
            result.userData = place
            result.icon = QIcon(str(paths.resource("icons", "dinamis.svg")))
            result.score = 1.0 - number / 100
            self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:
        place = result.userData
        if isinstance(place, str) and place:
            self._choose(place)

    def stop(self) -> None:
        """Before QGIS is told to forget the filter: it would wait for its threads holding Python's lock, which they
        need to end."""
        parent = self.parent()
        if parent is None or not parent.inherits("QgsLocator"):
            return
        locator = sip.cast(parent, QgsLocator)  # QGIS's own is known to Python as a QObject
        locator.cancelWithoutBlocking()
        until = time.monotonic() + _STOPPED_BY
        while locator.isRunning() and time.monotonic() < until:
            QCoreApplication.processEvents()  # gives the lock up meanwhile


def _results(text: str, feedback: QgsFeedback) -> list[tuple[str, str]]:
    """What is shown, and the place that it stands for."""
    from ..core.messages import sentence

    problem = dependencies.problem()
    if problem is not None:
        return [(sentence(problem), "")]
    from ..core.places import place_labels, places_like
    from ..domain.errors import Cancelled, DinamisError

    try:
        places = places_like(text, feedback)
    except Cancelled:
        return []
    except DinamisError as error:
        return [(sentence(error), "")]
    return [(label, place.as_text()) for label, place in zip(place_labels(places), places)]
