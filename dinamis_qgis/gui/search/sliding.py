# SPDX-License-Identifier: GPL-2.0-or-later
"""The detail of an image slides over the results: it is a page of its own."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QStackedWidget

from ...domain.scene import Scene
from .results import ResultsView


def slide_over(pages: QStackedWidget, results: ResultsView) -> None:
    """Coming back finds the list as it was left: the same row, the same place."""
    detail = results.detail
    pages.addWidget(detail)

    def show(scene: Scene) -> None:
        detail.show_scene(scene)
        pages.setCurrentWidget(detail)
        detail.setFocus()

    def leave() -> None:
        pages.setCurrentWidget(results)
        results.setFocus()

    results.actions.detail_requested.connect(show)
    detail.back_requested.connect(leave)
