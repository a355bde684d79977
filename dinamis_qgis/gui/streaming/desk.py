# SPDX-License-Identifier: GPL-2.0-or-later
"""Streamed layers that are not displayed: a mark beside each in the layer tree, and one message with the remedy."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsApplication, QgsLayerTreeNode, QgsMapLayer, QgsProject
from qgis.gui import QgsLayerTreeView, QgsLayerTreeViewIndicator, QgsMapCanvas, QgsMessageBarItem
from qgis.PyQt.QtCore import QModelIndex, QObject

from ...core.messages import sentence
from ...core.streamed_layers import StreamedLayers
from ...domain.account_errors import AccountError, NeedsSignIn
from ...domain.errors import DinamisError, ProxyRefused, TimedOut, TlsFailed, Unreachable
from ...translation import tr
from ..notices import Action, Notices
from ..tool_tip import tool_tip

_NETWORK = (Unreachable, TimedOut, TlsFailed, ProxyRefused)
Remedies = Callable[[BaseException], "tuple[str, tuple[Action, ...]]"]


class StreamDesk(QObject):
    """``remedies`` gives the buttons of an error (:func:`~..accounts.remedies.remedies`)."""

    def __init__(
        self,
        layers: StreamedLayers,
        project: QgsProject,
        view: QgsLayerTreeView,
        canvas: QgsMapCanvas,
        notices: Notices,
        remedies: Remedies,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._layers, self._project, self._view, self._canvas = layers, project, view, canvas
        self._notices, self._remedies = notices, remedies
        self._marks: list[tuple[QgsLayerTreeNode, QgsLayerTreeViewIndicator]] = []
        self._message: QgsMessageBarItem | None = None
        self._said = ""
        self._root = project.layerTreeRoot()
        layers.changed.connect(self._show)
        canvas.renderErrorOccurred.connect(self._render_failed)
        self._root.willRemoveChildren.connect(self._unmark)
        self._root.removedChildren.connect(self._mark)
        self._root.addedChildren.connect(self._mark)
        self._show()

    def close(self) -> None:
        self._layers.changed.disconnect(self._show)
        self._canvas.renderErrorOccurred.disconnect(self._render_failed)
        self._root.willRemoveChildren.disconnect(self._unmark)
        self._root.removedChildren.disconnect(self._mark)
        self._root.addedChildren.disconnect(self._mark)
        self._unmark()
        self._withdraw()

    def _render_failed(self, _said: str, layer: QgsMapLayer | None) -> None:
        self._layers.refuse(layer)

    def _show(self) -> None:
        self._mark()
        self._tell()

    # --- marks ------------------------------------------------------------------------------------

    def _mark(self, *_changed: object) -> None:
        self._unmark()
        for layer_id, error in self._layers.waiting.items():
            node = self._root.findLayer(layer_id)
            if node is None:
                continue
            mark = QgsLayerTreeViewIndicator(self)
            mark.setIcon(QgsApplication.getThemeIcon("/mIndicatorBadLayer.svg"))
            mark.setToolTip(tool_tip(sentence(error)))
            mark.clicked.connect(self._mark_clicked)
            self._view.addIndicator(node, mark)
            self._marks.append((node, mark))

    def _unmark(self, *_changing: object) -> None:
        """Before nodes go: the view knows them by their place in memory."""
        for node, mark in self._marks:
            self._view.removeIndicator(node, mark)
            mark.deleteLater()
        self._marks = []

    def _mark_clicked(self, index: QModelIndex) -> None:
        node = self._view.index2node(index)
        error = self._layers.waiting.get(node.layerId() if hasattr(node, "layerId") else "")
        if error is None:
            return
        _text, actions = self._words([error])
        actions[0][1]()

    # --- the message ------------------------------------------------------------------------------

    def _tell(self) -> None:
        errors = list(self._layers.waiting.values())
        if not errors:
            self._withdraw()
            return
        first = next((error for error in errors if isinstance(error, AccountError)), errors[0])
        alike = [error for error in errors if _kind(error) == _kind(first)]
        text, actions = self._words(alike)
        if text != self._said:
            self._withdraw()
            self._said = text
            self._message = self._notices.say(text, Qgis.MessageLevel.Warning, actions, 0)

    def _withdraw(self) -> None:
        if self._message is not None:
            self._notices.withdraw(self._message)
        self._message, self._said = None, ""

    def _words(self, errors: list[DinamisError]) -> tuple[str, tuple[Action, ...]]:
        error = errors[0]
        again = ((tr("Retry"), self._layers.try_again),)
        if isinstance(error, AccountError):
            text = tr("%n layer(s) wait for a sign-in to be displayed.", "", len(errors))
            _own, actions = self._remedies(error)
            if isinstance(error, NeedsSignIn) and actions:
                actions = ((tr("Sign in"), actions[0][1]), *actions[1:])
            return text, tuple(actions) or again
        if isinstance(error, _NETWORK):
            return tr("%n layer(s) wait for the network to be displayed.", "", len(errors)), again
        text = tr("%n streamed layer(s) cannot be displayed.", "", len(errors))
        return f"{text} {sentence(error)}", again


def _kind(error: DinamisError) -> str:
    return "account" if isinstance(error, AccountError) else "network" if isinstance(error, _NETWORK) else "other"
