# SPDX-License-Identifier: GPL-2.0-or-later
"""1 000 items of a STAC API read from a service on this machine: our door against QGIS core's own STAC classes, where
the QGIS at hand shows them to Python (3.44)."""

from __future__ import annotations

from time import perf_counter

import qgis.core
from qgis.PyQt.QtCore import QUrl

from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain.catalogues.stac import PAGE, StacCatalogue
from dinamis_qgis.domain.query import SearchQuery
from tests.bench import Figure
from tests.services.pictured_service import serving_pictures_apart

COUNT, RUNS = 1000, 7
_kept: list[object] = []  # 3.44 frees an item twice: once with its page, once with Python's hold on it


class _Going:
    def isCanceled(self) -> bool:
        return False


def core(url: str) -> float:
    started = perf_counter()
    controller, following, read = qgis.core.QgsStacController(), QUrl(f"{url}/search?limit={PAGE}"), 0
    while following.isValid() and not following.isEmpty():
        page = controller.fetchItemCollection(following)
        items = page.items()
        _kept.extend((page, items))
        read += len(items)
        following = page.nextUrl()
    if read != COUNT:
        raise RuntimeError(f"{read} items")
    return perf_counter() - started


def ours(url: str) -> float:
    started = perf_counter()
    pages = StacCatalogue(url, QgisSession()).search(SearchQuery(limit=COUNT), _Going())
    if sum(len(page.scenes) for page in pages) != COUNT:
        raise RuntimeError("scenes are missing")
    return perf_counter() - started


def run() -> list[Figure]:
    if not hasattr(qgis.core, "QgsStacController"):
        return []
    with serving_pictures_apart(COUNT, 0.0) as url:
        times = [(core(url), ours(url)) for _ in range(RUNS)]
    theirs, mine = (min(column) for column in zip(*times))
    return [Figure(f"{COUNT} STAC items read / by QGIS core's own classes", mine, "s", 3.0, theirs)]
