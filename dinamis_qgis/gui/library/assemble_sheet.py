# SPDX-License-Identifier: GPL-2.0-or-later
"""« Assembler » : several images as one. With a single one, « Découper » : that image, for whoever it is handed to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget, QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.compositions import composition_names
from ...core.mosaic import Recipe
from ...core.zone import Zone
from ...translation import tr
from ..elided_box import ElidedBox
from ..fitted import fit
from ..help import add_help
from ..named import name_parts
from ..tool_tip import tool_tip
from ..wrapped import WrappedLabel

_NARROWEST = 300


@dataclass(frozen=True)
class Offer:
    """What the sheet is about. ``zones``: those that there are, by what they are called; the first one is proposed if
    ``cuts``, else none."""

    title: str
    images: str  # which ones
    zones: tuple[tuple[str, Zone], ...]
    compositions: tuple[str, ...]  # keys, the first one proposed
    can_sharpen: bool
    sharpen: bool
    out: Path  # proposed, without suffix
    cuts: bool = True
    single: bool = False
    licence: str = ""  # of a single image, and what it allows


@dataclass(frozen=True)
class Choice:
    recipe: Recipe
    zone: Zone | None
    out: Path
    recipient: str  # a sentence, or ""


class AssembleSheet(QDialog):
    """``accept_it`` is called once when the person agrees."""

    def __init__(self, offer: Offer, accept_it: Callable[[Choice], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer, self._accept_it = offer, accept_it
        self.setWindowTitle(offer.title)
        self.setMinimumWidth(_NARROWEST)
        self.order = _box([(tr("Clearest on top"), "clearest"), (tr("Most recent on top"), "newest")], tr("Order"))
        zones = [(label, zone) for label, zone in offer.zones]
        self.zone = _box([*zones, (tr("No cut"), None)], tr("Cut to"))
        self.zone.setCurrentIndex(0 if offer.cuts else len(zones))
        self.same_contrast = QCheckBox(tr("Common contrast"))
        self.same_contrast.setChecked(True)
        self.same_contrast.setToolTip(
            tr("Images of one kind are drawn between the same values: what is as bright looks as bright.")
        )
        results = [(tr("Virtual mosaic (immediate)"), ".vrt"), (tr("GeoTIFF COG…"), ".tif")]
        if offer.single:
            results = [(tr("GeoTIFF COG…"), ".tif"), (tr("Virtual image (immediate)"), ".vrt")]
        self.result = _box(results, tr("Result"))
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        name_parts(self.file, tr("File"))
        self.covered = _box(
            [(tr("I do not know"), "unknown"), (tr("Yes"), "yes"), (tr("No"), "no")],
            tr("Is the recipient covered by the licence?"),
        )
        self.warning = WrappedLabel()
        self._build_options()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.button = QPushButton(tr("Cut") if offer.single else tr("Assemble"))
        self.buttons.addButton(self.button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        add_help(self, self.buttons)
        self.button.setDefault(True)
        self._lay_out()
        self.buttons.rejected.connect(self.reject)
        self.buttons.accepted.connect(self._agree)
        self.result.currentIndexChanged.connect(self._result_changed)
        self.file.fileChanged.connect(self._enable)
        self.as_listed.toggled.connect(self.order.setDisabled)
        self.covered.currentIndexChanged.connect(self._show_warning)
        self.options.collapsedStateChanged.connect(self._fit)
        self.file.setFilePath(str(offer.out.with_suffix(self.result.currentData())))
        self._result_changed()
        self._show_warning()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # only now are the options folded

    def choice(self) -> Choice:
        zone = self.zone.currentData()
        crs = self.crs.crs()
        recipe = Recipe(
            order="listed" if self.as_listed.isChecked() else self.order.currentData(),
            zone=None if zone is None else zone.shape,
            composition=self.composition.currentData(),
            pansharpen=self.sharpen.isChecked(),
            same_contrast=self.same_contrast.isChecked(),
            eight_bits=self.eight_bits.isChecked(),
            crs=(crs.authid() or crs.toWkt()) if crs.isValid() else "",
        )
        return Choice(recipe, zone, Path(self.file.filePath()), self._recipient())

    def _recipient(self) -> str:
        if not self._offer.single:
            return ""
        return {
            "yes": tr("covered by the licence, says who made this file"),
            "no": tr("not covered by the licence: not to be handed over before it is signed"),
            "unknown": tr("not known whether covered by the licence: to be checked before it is handed over"),
        }[self.covered.currentData()]

    def _build_options(self) -> None:
        names = dict(composition_names())
        self.composition = _box([(names[key], key) for key in self._offer.compositions], tr("Show in"))
        self.sharpen = QCheckBox(tr("Pansharpen (P + MS)"))
        self.sharpen.setChecked(self._offer.sharpen)
        self.as_listed = QCheckBox(tr("As listed"))
        self.as_listed.setToolTip(tr("The first image of the list lies on top."))
        self.crs = QgsProjectionSelectionWidget()
        self.crs.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.crs.setNotSetText(tr("That of most images"))
        self.crs.setCrs(QgsCoordinateReferenceSystem())
        name_parts(self.crs, tr("CRS"))
        self.eight_bits = QCheckBox(tr("8 bits"))
        self.eight_bits.setToolTip(
            tr("Values stretched to 1–255, for programs that show nothing else: no measurement is made on them.")
        )
        self.options = QgsCollapsibleGroupBox(tr("Options"))
        self.options.setSaveCollapsedState(False)
        form = _form(self.options)
        form.addRow(tr("Show in"), self.composition)
        if self._offer.can_sharpen:
            form.addRow("", self.sharpen)
        if not self._offer.single:
            form.addRow("", self.as_listed)
        form.addRow(tr("CRS"), self.crs)
        form.addRow("", self.eight_bits)
        self.options.setCollapsed(True)

    def _lay_out(self) -> None:
        images = WrappedLabel()
        images.setText(self._offer.images)
        holder = QWidget()
        form = _form(holder)
        form.setContentsMargins(0, 0, 0, 0)
        if not self._offer.single:
            form.addRow(tr("Order"), self.order)
        form.addRow(tr("Cut to"), self.zone)
        if not self._offer.single:
            form.addRow("", self.same_contrast)
        form.addRow(tr("Result"), self.result)
        form.addRow(tr("File"), self.file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(images)
        layout.addWidget(holder)
        if self._offer.single:
            question, licence = WrappedLabel(), WrappedLabel()
            question.setText(tr("Is the recipient covered by the licence?"))
            licence.setText(self._offer.licence or tr("The licence of this image is not known."))
            for widget in (question, self.covered, licence, self.warning):
                layout.addWidget(widget)
        layout.addWidget(self.options)
        layout.addStretch()
        layout.addWidget(self.buttons)
        fit(self)

    def _result_changed(self, _index: int = 0) -> None:
        suffix = self.result.currentData()
        self.file.setFilter("VRT (*.vrt)" if suffix == ".vrt" else "GeoTIFF (*.tif)")
        if self.file.filePath():
            self.file.setFilePath(str(Path(self.file.filePath()).with_suffix(suffix)))
        self._enable()

    def _show_warning(self, _index: int = 0) -> None:
        self.warning.setVisible(self._offer.single and self.covered.currentData() != "yes")
        self.warning.setText(
            tr("Only those who have signed the licence may receive the image: have it signed first.")
            if self.covered.currentData() == "no"
            else tr("To be checked before the image is handed over: the text beside it says so.")
        )
        self._fit()

    def _enable(self, _path: str = "") -> None:
        given = self.file.filePath()
        self.button.setEnabled(bool(given) and Path(given).absolute().parent.is_dir())

    def _fit(self, _collapsed: bool = False) -> None:
        fit(self)

    def _agree(self) -> None:
        suffix, given = self.result.currentData(), Path(self.file.filePath())
        if given.suffix.lower() not in (suffix, ".tiff"):
            self.file.setFilePath(str(given.with_name(given.name + suffix)))
        self.accept()
        self._accept_it(self.choice())


def _box(items: Sequence[tuple[str, object]], name: str) -> ElidedBox:
    box = ElidedBox()
    box.setAccessibleName(name)
    for label, data in items:
        box.addItem(label, data)
        box.setItemData(box.count() - 1, tool_tip(label), Qt.ItemDataRole.ToolTipRole)
    return box


def _form(holder: QWidget) -> QFormLayout:
    form = QFormLayout(holder)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form
