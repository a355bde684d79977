# SPDX-License-Identifier: GPL-2.0-or-later
"""What is asked for: sensor, archive or tasking, category of user, and whether ticked images are left out."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...core.estimate_words import acquisition_name, category_name
from ...core.numbers import format_number
from ...domain.tariffs import ACQUISITIONS, CATEGORIES, Sensor
from ...translation import tr
from ..tab_order import come_after
from ..tool_tip import tool_tip


class RadioRow(QWidget):
    """A choice among a few, two on a line so that they fit a narrow panel."""

    chosen = pyqtSignal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit())
        self._ids: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)

    @property
    def current(self) -> str:
        return self._ids[self._group.checkedId()] if self._group.checkedId() >= 0 else ""

    def offer(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """(id, label, hint) of each; what was chosen stays when it is still offered, else the first is."""
        before = self.current
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._grid.removeWidget(button)
            button.deleteLater()
        self._ids = [choice_id for choice_id, _, _ in choices]
        for place, (_, label, hint) in enumerate(choices):
            button = QRadioButton(label)
            button.setToolTip(tool_tip(hint))
            self._group.addButton(button, place)
            self._grid.addWidget(button, place // 2, place % 2)
        before_it = self.previousInFocusChain()
        while before_it.focusPolicy() == Qt.FocusPolicy.NoFocus:
            before_it = before_it.previousInFocusChain()
        come_after(before_it, self._group.buttons())
        self.choose(before if before in self._ids else self._ids[0])

    def choose(self, choice_id: str) -> None:
        self._group.button(self._ids.index(choice_id)).setChecked(True)


class WrappingBox(QWidget):
    """A check box whose words wrap: QCheckBox's own would widen the panel."""

    toggled = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.toggled.connect(self.toggled)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.setFocusProxy(self.box)

    def setText(self, text: str) -> None:
        self._words.setText(text)
        self.box.setAccessibleName(text)

    def text(self) -> str:
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.box.click()
        return super().eventFilter(watched, event)


class OrderForm(QWidget):
    """``changed`` comes with every choice of the person."""

    changed = pyqtSignal()

    def __init__(self, zone_row: QWidget, category: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sensors = RadioRow(tr("Sensor"))
        self.sensors.chosen.connect(self.changed)
        self.acquisitions = RadioRow(tr("Image"))
        hints = (tr("An image that exists already"), tr("A new image, taken for you"))
        self.acquisitions.offer([(one, acquisition_name(one), hint) for one, hint in zip(ACQUISITIONS, hints)])
        self.acquisitions.chosen.connect(self._acquisition_chosen)
        self.categories = QComboBox()
        self.categories.setAccessibleName(tr("You are"))
        self.categories.setToolTip(tr("The category of the tariff that you belong to"))
        self.categories.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for one in CATEGORIES:
            self.categories.addItem(category_name(one), one)
        self.categories.setCurrentIndex(max(0, self.categories.findData(category)))
        self.categories.activated.connect(lambda _index: self.changed.emit())
        self.leave_out = WrappingBox()
        self.leave_out.setToolTip(tr("What the images ticked in the results cover is not ordered"))
        self.leave_out.toggled.connect(lambda _on: self.changed.emit())
        self._ticked = 0

        rows = QFormLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.addRow(tr("Zone"), zone_row)
        rows.addRow(tr("Sensor"), self.sensors)
        rows.addRow(tr("Image"), self.acquisitions)
        rows.addRow(tr("You are"), self.categories)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(rows)
        layout.addWidget(self.leave_out)
        self.set_ticked(0)

    @property
    def sensor(self) -> str:
        return self.sensors.current

    @property
    def acquisition(self) -> str:
        return self.acquisitions.current

    @property
    def category(self) -> str:
        return self.categories.currentData()

    @property
    def leaves_out_ticked(self) -> bool:
        return not self.leave_out.isHidden() and self.leave_out.box.isChecked()

    def offer_sensors(self, sensors: Sequence[Sensor]) -> None:
        self.sensors.offer([
            (
                one.id,
                tr("{sensor} {resolution} m").format(sensor=one.short_name, resolution=format_number(one.resolution_m)),
                one.name,
            )
            for one in sensors
        ])  # fmt: skip

    def set_ticked(self, count: int) -> None:
        """The box is there for an archive order with ticked images: tasking asks for a newer image than those."""
        self._ticked = count
        self.leave_out.setText(tr("Leave out what the ticked images cover (%n)", "", count))
        self.leave_out.setVisible(count > 0 and self.acquisition == "archive")

    def task(self) -> None:
        """A new image, as if the person had chosen it."""
        self.acquisitions.choose("tasking")
        self._acquisition_chosen()

    def _acquisition_chosen(self) -> None:
        self.set_ticked(self._ticked)
        self.changed.emit()
