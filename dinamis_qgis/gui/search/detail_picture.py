# SPDX-License-Identifier: GPL-2.0-or-later
"""The quicklook in the detail of an image; a click shows it on the map. Below it, why it does not come."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QImage, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..notices import Action
from ..wrapped import WrappedLabel

_HEIGHT = 180


class PictureButton(QAbstractButton):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def show_image(self, image: QImage | None) -> None:
        self._image = image
        self.update()

    def image(self) -> QImage | None:
        return self._image

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, place = self.palette(), self.rect()
        if self._image is None:
            painter.setPen(palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text())
        else:
            size = self._image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(QRectF(place).center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, self._image, QRectF(self._image.rect()))
        if self.hasFocus():
            painter.setPen(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRect(place.adjusted(0, 0, -1, -1))


class PictureNote(QWidget):
    """Why a picture does not come, with the buttons that mend it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = WrappedLabel()
        self._buttons = QHBoxLayout()
        self._buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        layout.addLayout(self._buttons)
        self._actions: list[Action] = []
        self.hide()

    def text(self) -> str:
        return self._words.text() if not self.isHidden() else ""

    def tell(self, text: str, actions: Sequence[Action] = ()) -> None:
        """Nothing for ``""``."""
        while self._buttons.count() > 1:
            self._buttons.takeAt(1).widget().deleteLater()
        self._actions = list(actions)
        for label, _run in actions:
            button = QPushButton(label)
            button.clicked.connect(self._act)
            self._buttons.addWidget(button)
        self._words.setText(text)
        self.setVisible(bool(text))

    def _act(self) -> None:
        pressed = self._buttons.indexOf(self.sender()) - 1
        self._actions[pressed][1]()
