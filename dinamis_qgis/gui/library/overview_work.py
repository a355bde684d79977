# SPDX-License-Identifier: GPL-2.0-or-later
"""Overviews that a person asked for, built in the background: the images are on the map meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject

from ...core.mosaic_layer import MOSAIC
from ...core.numbers import format_size
from ...core.overviews import build, is_unpacked_each_time, missing_size
from ...core.product import Group, Product
from ...core.products import PATH_PROPERTY, point_again
from ...core.sharpened import SHARPENED
from ...core.task import TaskFeedback, TaskSlot
from ...domain.errors import Cancelled, DinamisError, detach
from ...translation import tr
from ..notices import Notices

_WORTH = 50 << 20  # bytes of overviews below which views of the whole are quick enough
_SLOW_PACKED = 100 << 20  # bytes of pixels in a compressed archive

Built = tuple[list[Product], list[DinamisError]]


class OverviewWork(QObject):
    """One image after the other; what is asked meanwhile comes after."""

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._slot = TaskSlot(self)
        self._looking = TaskSlot(self)
        self._waiting: list[Product] = []

    def start(self, groups: Iterable[Group]) -> None:
        self._waiting += [image for group in groups for image in group]
        if self._slot.busy or not self._waiting:
            return
        images, self._waiting = self._waiting, []
        name = tr("Building overviews")
        self._slot.start(name, lambda feedback: _build_all(images, feedback), self._done, self._failed)

    def after_opening(self, groups: Sequence[Group], wished: bool) -> None:
        """Of several images the delivery's sheet has asked."""
        if wished:
            self.start(groups)
        elif len(groups) == 1:
            self.offer(groups)

    def offer(self, groups: Sequence[Group], asked: bool = False) -> None:
        """Say what overviews would take, with a button that builds them. Nothing is said of small images, unless a
        person ``asked``."""
        images = [image for group in groups for image in group]
        self._looking.start(
            tr("Looking for overviews"),
            lambda _feedback: missing_size(images),
            lambda size: self._say(groups, size, asked),
            self._notices.tell,
        )

    def close(self) -> None:
        self._slot.close()
        self._looking.close()

    def _say(self, groups: Sequence[Group], size: int, asked: bool) -> None:
        images = [image for group in groups for image in group]
        packed = [image for image in images if is_unpacked_each_time(image)]
        if size > (0 if asked else _WORTH):
            text = tr(
                "Views of the whole are slow without overviews; they are written beside the image, "
                "else to your profile."
            )
            building = (tr("Build overviews (+{})").format(format_size(size)), lambda: self.start(groups))
            self._notices.say(text, actions=[building], seconds=0 if asked else 12)  # the credit line is under it
        elif packed and (asked or sum(tile.size for image in packed for tile in image.tiles) > _SLOW_PACKED):
            self._notices.say(
                tr(
                    "Images in a .tar.gz archive are slow, and overviews would not help: it is unpacked at each look. "
                    "Unpack it, then open the folder."
                ),
                Qgis.MessageLevel.Warning,
                seconds=0,
            )
        elif asked:
            self._notices.say(tr("This image needs no more overviews."))

    def _done(self, built: Built) -> None:
        images, errors = built
        layers = QgsProject.instance().mapLayers().values()
        for image in images:
            for layer in layers:
                if layer.customProperty(PATH_PROPERTY) == image.path:
                    point_again(layer, image)
        for layer in layers if images else ():
            if layer.customProperty(MOSAIC) or layer.customProperty(SHARPENED):
                layer.dataProvider().reloadData()
                layer.triggerRepaint()
        for error in errors[:1]:  # the others are alike: a disk that is full, a share that is gone
            self._notices.tell(error)
        if images:
            text = tr("Overviews of %n image(s) built: views of the whole are quick now.", "", len(images))
            self._notices.say(text, Qgis.MessageLevel.Success)
        self.start(())

    def _failed(self, error: BaseException) -> None:
        self._waiting = []
        self._notices.tell(error)


def _build_all(images: Sequence[Product], feedback: TaskFeedback) -> Built:
    built: list[Product] = []
    errors: list[DinamisError] = []
    for number, image in enumerate(images):

        def tell(share: float, number: int = number) -> None:
            feedback.setProgress(100.0 * (number + share) / len(images))

        try:
            if build(image, feedback, tell):
                built.append(image)
        except Cancelled:
            raise
        except DinamisError as error:
            errors.append(detach(error))
    return built, errors
