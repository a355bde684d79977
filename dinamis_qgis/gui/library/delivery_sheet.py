# SPDX-License-Identifier: GPL-2.0-or-later
"""« Livraison » : what a delivery of several products holds, and which of them to open."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.compositions import composition_names
from ...core.messages import sentence
from ...core.numbers import format_size
from ...core.opening import missing_tiles, refusal, size_of
from ...core.product import Group
from ...core.survey import Survey, Wish
from ...domain.errors import DinamisError
from ...translation import tr
from ..help import add_help
from ..tool_tip import tool_tip
from .rows import image_text, level_text, mode_text

_NUMBER = Qt.ItemDataRole.UserRole


class DeliverySheet(QDialog):
    """``open_them`` is called once when the person agrees."""

    def __init__(self, survey: Survey, open_them: Callable[[Wish], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._survey = survey
        self._found = found = survey.found
        self.setWindowTitle(tr("Delivery: %n product(s), {}", "", len(found.groups)).format(format_size(found.size)))
        self.list = self._build_list()
        self.compositions = QComboBox()
        for key, name in composition_names():
            self.compositions.addItem(name, key)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Open)
        self.open_button = self.buttons.button(QDialogButtonBox.StandardButton.Open)
        add_help(self, self.buttons)
        self.open_button.setDefault(True)
        self.buttons.rejected.connect(self.reject)
        self.buttons.accepted.connect(self.accept)
        self.accepted.connect(lambda: open_them(self.wish()))
        self.same_contrast = QCheckBox(tr("Same contrast for all"))
        self.same_contrast.setToolTip(
            tr("Images of one kind are drawn between the same values: what is as bright looks as bright.")
        )
        self.same_contrast.setChecked(True)
        self.overviews = QCheckBox()
        self.overviews.setToolTip(
            tr(
                "Reduced copies, computed in the background. They go beside the images, or to your profile where "
                "nothing can be written there. The images themselves are not changed."
            )
        )
        self.overviews.setVisible(any(survey.overviews))
        self.remember = QCheckBox(tr("Add to my library (nothing is moved)"))
        self.remember.setToolTip(
            tr("What was given is indexed where it lies: its images are found again in « My images » and on the map.")
        )
        self.remember.setChecked(True)
        form = QFormLayout()
        form.addRow(tr("Show in"), self.compositions)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addLayout(form)
        layout.addWidget(self.same_contrast)
        layout.addWidget(self.overviews)
        layout.addWidget(self.remember)
        layout.addWidget(self.buttons)
        self.list.itemChanged.connect(self._count)
        self._count()
        self.resize(620, 400)

    def wish(self) -> Wish:
        groups = tuple(self.ticked())
        return Wish(
            groups,
            self.compositions.currentData(),
            self.same_contrast.isChecked() and len(groups) > 1,
            self.overviews.isChecked() and self.overviews.isEnabled(),
            self.remember.isChecked(),
        )

    def ticked(self) -> list[Group]:
        return [self._found.groups[number] for number in self._ticked_numbers()]

    def _ticked_numbers(self) -> list[int]:
        items = [self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount())]
        return [
            item.data(0, _NUMBER)
            for item in items
            if item.data(0, _NUMBER) is not None and item.checkState(0) == Qt.CheckState.Checked
        ]

    def _build_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setRootIsDecorated(False)
        tree.setHeaderLabels([tr("Image"), tr("Date"), tr("Mode"), tr("Level"), tr("Size")])
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.setAccessibleName(tr("Products of the delivery"))
        for number, group in enumerate(self._found.groups):
            tree.addTopLevelItem(_item(group, number))
        for skipped in self._found.skipped:
            broken = _broken(skipped.path, skipped.error)
            tree.addTopLevelItem(broken)
            broken.setFirstColumnSpanned(True)
        return tree

    def _count(self) -> None:
        count = len(self.ticked())
        self.open_button.setText(tr("Open %n product(s)", "", count))
        self.open_button.setEnabled(count > 0)
        self.same_contrast.setEnabled(count > 1)
        size = sum(self._survey.overviews[number] for number in self._ticked_numbers()) if self._survey.overviews else 0
        self.overviews.setText(tr("Build overviews (+{}, quick display)").format(format_size(size)))
        self.overviews.setEnabled(size > 0)


def _item(group: Group, number: int) -> QTreeWidgetItem:
    text = image_text(group)
    item = QTreeWidgetItem([text.mission, text.date, mode_text(group), level_text(group), format_size(size_of(group))])
    item.setData(0, _NUMBER, number)
    error, missing = refusal(group), missing_tiles(group)
    at_once = error is None and group[0].level != "primary"  # one in sensor geometry is opened on purpose
    item.setCheckState(0, Qt.CheckState.Checked if at_once else Qt.CheckState.Unchecked)
    if error is not None:
        _disable(item, error)
    elif missing:
        item.setText(4, "! " + tr("%n tile(s) missing", "", len(missing)))
        item.setToolTip(4, tool_tip(", ".join(missing)))
    return item


def _broken(path: str, error: DinamisError) -> QTreeWidgetItem:
    item = QTreeWidgetItem([path.rsplit("/", 1)[-1], "", "", "", ""])
    _disable(item, error)
    return item


def _disable(item: QTreeWidgetItem, error: DinamisError) -> None:
    item.setFlags(Qt.ItemFlag.ItemNeverHasChildren)
    item.setText(0, f"! {item.text(0)}")
    for column in range(5):
        item.setToolTip(column, tool_tip(sentence(error)))
