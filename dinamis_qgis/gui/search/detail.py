# SPDX-License-Identifier: GPL-2.0-or-later
"""The detail of an image: it slides over the results, whose order it walks through."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QImage, QShowEvent
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QShortcut,
    QVBoxLayout,
    QWidget,
)

from ...core.access_words import access_of
from ...core.credentials import credentials
from ...core.previews import fetch_preview
from ...core.search_layers import Key
from ...core.task import TaskSlot
from ...core.words import scene_name
from ...domain.account_errors import AccountError
from ...domain.errors import AuthenticationRequired, Cancelled
from ...domain.scene import Scene
from ...translation import tr
from ..context import PanelContext
from ..elided import ElidedLabel
from ..fitted_button import FittedButton
from ..flat_buttons import arrow_button, text_button
from ..wrapped import WrappedLabel
from .access_dialog import show_access
from .detail_folds import files_fold, properties_fold, show_files, show_properties
from .detail_picture import PictureButton, PictureNote
from .detail_rows import detail_rows
from .fact_grid import FactGrid
from .results_bar import more_button
from .results_model import ResultsModel
from .scene_actions import SceneActions, copy_text
from .scene_opener import Way, row_of

_log = logging.getLogger(__name__)


class DetailView(QWidget):
    """``thumbnail`` gives what the list shows, until the quicklook itself has come."""

    back_requested = pyqtSignal()
    shown = pyqtSignal(object)  # the key of the scene that it walked to

    def __init__(
        self,
        context: PanelContext,
        actions: SceneActions,
        model: ResultsModel,
        thumbnail: Callable[[Key], QImage | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._actions, self._model, self._thumbnail = context, actions, model, thumbnail
        self._scene: Scene | None = None
        self._lacks_account = False  # the last picture
        self._fetching = TaskSlot(self)
        self._build()
        context.ticked.changed.connect(self._follow_ticks)
        self._credentials = credentials()
        self._credentials.changed.connect(self._try_again)
        actions.opener.changed.connect(self._show_way)
        model.rowsInserted.connect(lambda: self.isVisible() and self._show_place())

    @property
    def scene(self) -> Scene | None:
        return self._scene

    def show_scene(self, scene: Scene) -> None:
        self._scene = scene
        self._title.setText(scene_name(scene))
        self._facts.show_rows(detail_rows(scene, self._model.coverage(scene.key), self._model.zone_km2))
        show_files(self._files, scene)
        show_properties(self._properties, scene)
        self._show_way()
        self._show_place()
        self._follow_ticks()
        self._show_picture(scene)

    def set_filters(self, filters: Sequence[str]) -> None:
        """By catalogue, which filters it applied and which were applied here."""
        self._filters.setText("\n".join(filters))
        self._filters.setVisible(bool(filters))

    def step(self, by: int) -> None:
        """To the next image of the list, or the one before."""
        place = self._place()
        if place is not None and 0 <= place + by < self._model.count:
            scene = self._model.scene(place + by)
            self.shown.emit(scene.key)
            self.show_scene(scene)

    def close_view(self) -> None:
        self._fetching.close()
        self._context.ticked.changed.disconnect(self._follow_ticks)
        self._credentials.changed.disconnect(self._try_again)

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._facts.fit(event.size().width())
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._facts.fit(self._scroll.viewport().width())  # by now the theme has given its fonts

    def hideEvent(self, event: QHideEvent) -> None:
        self._fetching.close()
        super().hideEvent(event)

    # --- what it shows ----------------------------------------------------------------------------

    def _place(self) -> int | None:
        rows = self._model.rows_of([self._scene.key]) if self._scene is not None else []
        return rows[0] if rows else None

    def _show_place(self) -> None:
        place, count = self._place(), self._model.count
        self._position.setText("" if place is None else tr("{n} / {all}").format(n=place + 1, all=count))
        self._before.setEnabled(place is not None and place > 0)
        self._after.setEnabled(place is not None and place + 1 < count)

    def _show_way(self) -> None:
        self._main.set_words(*self._actions.opener.labels(self._scene))

    def _show_picture(self, scene: Scene) -> None:
        self._picture.setEnabled(scene.quicklook is not None)
        self._picture.setText(tr("quicklook…") if scene.quicklook is not None else tr("no quicklook"))
        self._picture.show_image(self._thumbnail(scene.key))
        self._note.tell("")
        self._lacks_account = False
        self._fetching.close()
        if scene.quicklook is not None:
            self._fetching.start(
                tr("Quicklook of {}").format(scene_name(scene)),
                lambda feedback: fetch_preview(scene, feedback),
                self._picture.show_image,
                self._picture_failed,
            )

    def _picture_failed(self, error: BaseException) -> None:
        _log.info("no quicklook in the detail: %s", error)
        self._picture.setText(tr("The quicklook could not be shown."))
        self._picture.update()
        self._lacks_account = isinstance(error, (AccountError, AuthenticationRequired))
        if not isinstance(error, Cancelled):
            self._note.tell(*self._context.notices.remedy(error))

    def _try_again(self, _account_id: str) -> None:
        """An account was opened: it may be the one that lacked."""
        if self._lacks_account and self._scene is not None and self.isVisible():
            self._show_picture(self._scene)

    def _follow_ticks(self) -> None:
        scene = self._scene
        self._tick.setEnabled(scene is not None)
        self._tick.setChecked(scene is not None and scene in self._context.ticked)

    # --- what it does -----------------------------------------------------------------------------

    def _open(self) -> None:
        if self._scene is None:
            return
        if self._actions.opener.way(self._scene) is Way.ACCESS:
            row = row_of(self._scene)
            takes_account = row is not None and self._credentials.account_of(row) is not None
            show_access(access_of(self._scene), takes_account, self._context.show_options, self)
        else:
            self._actions.opener.run(self._scene)

    def _fill_menu(self) -> None:
        self._menu.clear()
        if self._scene is not None:
            self._actions.fill_detail_menu(self._menu, self._scene)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(self._build_header())
        layout.addWidget(self._build_body(), 1)
        layout.addLayout(self._build_footer())
        for key, run in (
            (Qt.Key.Key_Escape, self.back_requested.emit),
            (Qt.Key.Key_Left, lambda: self.step(-1)),
            (Qt.Key.Key_Right, lambda: self.step(1)),
            (Qt.Key.Key_Return, self._open),
            (Qt.Key.Key_Enter, self._open),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _build_header(self) -> QHBoxLayout:
        back = arrow_button(Qt.ArrowType.LeftArrow, tr("Back to the results"), tr("Back to the results (Esc)"))
        back.clicked.connect(self.back_requested)
        self._title = ElidedLabel()
        self._before = text_button("<", tr("Previous image"), tr("Previous image (←)"))
        self._after = text_button(">", tr("Next image"), tr("Next image (→)"))
        self._before.clicked.connect(lambda: self.step(-1))
        self._after.clicked.connect(lambda: self.step(1))
        self._position = QLabel()
        header = QHBoxLayout()
        header.addWidget(back)
        header.addWidget(self._title, 1)
        for part in (self._before, self._position, self._after):
            header.addWidget(part)
        return header

    def _build_body(self) -> QScrollArea:
        self._picture = PictureButton()
        self._picture.setAccessibleName(tr("Quicklook"))
        self._picture.setToolTip(tr("Show it on the map"))
        self._picture.clicked.connect(lambda: self._scene and self._actions.show_on_map(self._scene))
        self._note = PictureNote()
        self._facts = FactGrid(lambda: self._scene and copy_text(self._scene.credit))
        self._filters = WrappedLabel()
        self._filters.hide()
        self._files, self._properties = files_fold(), properties_fold()
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._picture)
        layout.addWidget(self._note)
        layout.addWidget(self._facts)
        layout.addWidget(self._filters)
        layout.addWidget(self._files)
        layout.addWidget(self._properties)
        layout.addStretch()
        self._scroll = scroll = QScrollArea()
        scroll.viewport().installEventFilter(self)
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _build_footer(self) -> QHBoxLayout:
        self._main = FittedButton()
        self._main.setDefault(True)
        self._main.clicked.connect(self._open)
        self._tick = FittedButton()
        self._tick.set_words(tr("Quicklook"), "", QgsApplication.getThemeIcon("/mActionShowAllLayers.svg"))
        self._tick.setCheckable(True)
        self._tick.setToolTip(tr("Quicklook on the map, and the image for the other pages"))
        self._tick.clicked.connect(lambda: self._scene and self._actions.toggle([self._scene]))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        footer = QHBoxLayout()
        footer.addWidget(self._main)
        footer.addWidget(self._tick)
        footer.addStretch()
        footer.addWidget(more_button(self._menu))
        return footer
