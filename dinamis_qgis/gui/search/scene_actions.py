# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be done with an image that was found, and the one menu of it: for its row, its footprint and its detail."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, QPoint, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication, QMenu, QMessageBox, QWidget

from ...domain.public_url import public_url
from ...domain.scene import Scene
from ...domain.scene_json import scene_json
from ...translation import tr
from ..context import PanelContext
from ..requests.add_to_request import AddToRequestMenu
from .footprint_light import FootprintLight
from .scene_opener import SceneOpener, Way

ASK_ABOVE = 20  # quicklooks that one gesture adds without a question


class SceneActions(QObject):
    detail_requested = pyqtSignal(object)  # a scene

    def __init__(self, context: PanelContext, light: FootprintLight, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._light, self._window = context, light, parent
        self.opener = SceneOpener(context, self.detail_requested.emit, parent)

    def zoom(self, scene: Scene) -> None:
        if scene.footprint is None:
            self._context.notices.say(tr("The catalogue gives no footprint for this image."))
        elif not self._light.zoom(scene.footprint):
            self._context.notices.say(
                tr("The project's CRS cannot show this image's place: choose another one, EPSG:3857 for instance."),
                Qgis.MessageLevel.Warning,
            )

    def toggle(self, scenes: list[Scene]) -> None:
        """Tick them all, or untick them when all are ticked already."""
        ticked = self._context.ticked
        fresh = [scene for scene in scenes if scene not in ticked]
        if fresh:
            self.tick(fresh)
        else:
            ticked.tick(scenes, False)

    def tick(self, scenes: list[Scene], then: Callable[[], None] = lambda: None) -> None:
        """``then`` is called once they are ticked: not where the person gave up."""

        def tick() -> None:
            self._context.ticked.tick(scenes)
            then()

        pictures = sum(scene.quicklook is not None for scene in scenes)
        if pictures > ASK_ABOVE:
            self._ask(pictures, tick)
        else:
            tick()

    def show_on_map(self, scene: Scene) -> None:
        """Its quicklook, and the map brought there."""
        self._context.ticked.tick([scene])
        if scene.footprint is not None:
            self.zoom(scene)

    # the menus

    def menu(self, scene: Scene, parent: QWidget) -> QMenu:
        """Of a row or a footprint."""
        menu = QMenu(parent)
        self._add_zoom(menu, scene)
        menu.addAction(tr("Details")).triggered.connect(lambda: self.detail_requested.emit(scene))
        if scene.quicklook is not None:
            label = tr("Remove the quicklook") if scene in self._context.ticked else tr("Add the quicklook")
            menu.addAction(label).triggered.connect(lambda: self.toggle([scene]))
        if self.opener.way(scene) in (Way.DOWNLOAD, Way.STREAM, Way.FORM):
            menu.addAction(tr("Download")).triggered.connect(lambda: self.opener.download(scene))
        menu.addMenu(AddToRequestMenu(self._context, [scene], menu))
        self._add_copy_id(menu, scene)
        if scene.credit:
            copy = menu.addAction(tr("Copy the credit line"))
            copy.triggered.connect(lambda: copy_text(scene.credit))
        return menu

    def fill_detail_menu(self, menu: QMenu, scene: Scene) -> None:
        for former in menu.findChildren(AddToRequestMenu):  # the menu is filled again for each image
            former.deleteLater()
        menu.addMenu(AddToRequestMenu(self._context, [scene], menu))
        self._add_zoom(menu, scene)
        page = public_url(scene.self_url) if scene.self_url.startswith(("http://", "https://")) else ""
        online = menu.addAction(tr("Online record"))
        online.setEnabled(bool(page))
        online.triggered.connect(lambda: QDesktopServices.openUrl(QUrl(page)))
        self._add_copy_id(menu, scene)
        menu.addAction(tr("Copy the JSON")).triggered.connect(lambda: copy_text(scene_json(scene)))

    def popup(self, scene: Scene, at: QPoint) -> None:
        menu = self.menu(scene, self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _add_zoom(self, menu: QMenu, scene: Scene) -> None:
        zoom = menu.addAction(tr("Zoom to"))
        zoom.setEnabled(scene.footprint is not None)
        zoom.triggered.connect(lambda: self.zoom(scene))

    def _add_copy_id(self, menu: QMenu, scene: Scene) -> None:
        menu.addAction(tr("Copy the identifier")).triggered.connect(lambda: copy_text(scene.id))

    def _ask(self, pictures: int, agreed: Callable[[], None]) -> None:
        question = tr("Add %n quicklook(s) to the project?", "", pictures)
        cancel = QMessageBox.StandardButton.Cancel
        box = QMessageBox(QMessageBox.Icon.Question, "DINAMIS", question, cancel, self._window)
        add = box.addButton(tr("Add"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(add)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(lambda button: agreed() if button is add else None)
        box.open()


def copy_text(text: str) -> None:
    QApplication.clipboard().setText(text)
