# SPDX-License-Identifier: GPL-2.0-or-later
"""Overviews that a person asked for, built in the background: the images are on the map meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject

from ...core.overviews import build
from ...core.product import Group, Product
from ...core.products import PATH_PROPERTY, point_again
from ...core.task import TaskFeedback, TaskSlot
from ...domain.errors import Cancelled, DinamisError, detach
from ...translation import tr
from ..notices import Notices

Built = tuple[list[Product], list[DinamisError]]


class OverviewWork(QObject):
    """One image after the other; what is asked meanwhile comes after."""

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._slot = TaskSlot(self)
        self._waiting: list[Product] = []

    def start(self, groups: Iterable[Group]) -> None:
        self._waiting += [image for group in groups for image in group]
        if self._slot.busy or not self._waiting:
            return
        images, self._waiting = self._waiting, []
        name = tr("Building overviews")
        self._slot.start(name, lambda feedback: _build_all(images, feedback), self._done, self._failed)

    def close(self) -> None:
        self._slot.close()

    def _done(self, built: Built) -> None:
        images, errors = built
        for image in images:
            for layer in QgsProject.instance().mapLayers().values():
                if layer.customProperty(PATH_PROPERTY) == image.path:
                    point_again(layer, image)
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
