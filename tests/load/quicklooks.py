# SPDX-License-Identifier: GPL-2.0-or-later
"""2 000 scenes ticked at once: their quicklooks come from a service on this machine, are placed and drawn."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

from qgis.core import QgsProject
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsLayerTreeView
from qgis.PyQt.QtCore import QEventLoop, QTimer

from dinamis_qgis.core import search
from tests.bench import Figure
from tests.bench.gaps import Gaps
from tests.bench.many import QUERY, Panel
from tests.services.pictured_service import serving_pictures_apart

COUNT = 2000
_PATIENCE = 900_000  # ms


def run() -> list[Figure]:
    search.MOST_SCENES = COUNT
    with serving_pictures_apart(COUNT, 0.0) as url:
        panel = Panel(COUNT)
        context = panel.view._context
        root = QgsProject.instance().layerTreeRoot()
        canvas, tree = context.canvas, QgsLayerTreeView()
        canvas.resize(900, 700)
        canvas.show()
        bridge = QgsLayerTreeMapCanvasBridge(root, canvas)
        _shown(tree, root)
        panel.search(url, replace(QUERY, limit=COUNT))
        quicklooks = panel.view._quicklooks
        loop, failures = QEventLoop(), []
        quicklooks.failed.connect(lambda _scene, error: failures.append(error))
        quicklooks.changed.connect(lambda: None if quicklooks.busy else loop.quit())
        QTimer.singleShot(_PATIENCE, loop.quit)
        with Gaps() as gaps:
            started = perf_counter()
            context.ticked.tick(panel.scenes)
            ticked = perf_counter() - started
            loop.exec()
            seconds = perf_counter() - started
        layers = len(quicklooks._layers)
        if failures or layers != COUNT:
            raise RuntimeError(f"{layers} quicklooks, {failures[:1]}")
        with Gaps() as leaving:
            context.ticked.clear()
            QTimer.singleShot(500, loop.quit)
            loop.exec()
        del bridge
        panel.close()
    return [
        Figure(f"{COUNT} quicklooks on the map", seconds, "s", 600.0),
        Figure("the same, the click that ticks them", ticked * 1000, "ms", 50),
        Figure("the same, longest gap of the event loop", gaps.longest_ms, "ms", 50),
        Figure("the same, of it the main thread's own work", gaps.longest_own_ms, "ms", 50),
        Figure("the same, longest gap while all are unticked", leaving.longest_ms, "ms", 500),
    ]


def _shown(tree: QgsLayerTreeView, root: object) -> None:
    from qgis.core import QgsLayerTreeModel

    model = QgsLayerTreeModel(root, tree)
    tree.setModel(model)
    tree.resize(250, 700)
    tree.show()
