# SPDX-License-Identifier: GPL-2.0-or-later
"""« Nuages » : the usual limits, or any other. Images of unknown cloud cover are kept whatever the limit."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from ...domain.choices import USUAL_CLOUD
from ...translation import tr
from ..elided_box import ElidedBox
from .labels import cloud_label

_LIMITS = (USUAL_CLOUD, None, 5.0, 10.0)
_OTHER = "other"


class CloudBox(QWidget):
    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ElidedBox()
        self.box.setAccessibleName(tr("Clouds"))
        self.box.setToolTip(tr("Images of unknown cloud cover are kept and marked."))
        for limit in _LIMITS:
            self.box.addItem(cloud_label(limit), limit)
        self.box.addItem(tr("Other…"), _OTHER)
        self.other = QSpinBox()
        self.other.setRange(0, 100)
        self.other.setSuffix("\u00a0%")
        self.other.setValue(30)
        self.other.setAccessibleName(tr("Cloud cover at most, in percent"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.other)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(lambda _index: self._show())
        self.other.valueChanged.connect(lambda _value: self.changed.emit())
        self._show()

    def limit(self) -> float | None:
        chosen = self.box.currentData()
        return float(self.other.value()) if chosen == _OTHER else chosen

    def set_limit(self, limit: float | None) -> None:
        if limit not in _LIMITS:
            self.other.setValue(round(limit))
        self.box.setCurrentIndex(_LIMITS.index(limit) if limit in _LIMITS else len(_LIMITS))

    def _show(self) -> None:
        self.other.setVisible(self.box.currentData() == _OTHER)
        self.changed.emit()
