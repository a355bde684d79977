# SPDX-License-Identifier: GPL-2.0-or-later
"""« Téléchargements et cache »: where downloads go, how much the plugin keeps for itself, and a button to empty it."""

from __future__ import annotations

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...core.cache import Kept, empty, kept
from ...core.numbers import format_number
from ...core.settings import Settings
from ...core.task import TaskSlot
from ...translation import tr
from ..named import name_parts
from ..notices import Notices
from .given import Given
from .section import Section

_THUMBNAILS, _QUICKLOOKS = "thumbnails", "quicklooks"  # folders of the cache


class CacheSection(Section):
    name = "cache"

    def __init__(self, given: Given, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(given, notices, parent)
        self._slot = TaskSlot(self)
        self.thumbnails, self.quicklooks = QLabel(), QLabel()
        self.empty = QPushButton(tr("Delete the thumbnails"))
        self.empty.setEnabled(False)
        self.empty.clicked.connect(lambda: self._start(_emptied))
        note = QLabel(
            tr(
                "Pictures are kept in your profile so that they need not come again; the oldest leave by themselves. "
                "Quicklooks stay: layers of your projects show them."
            )
        )
        note.setWordWrap(True)
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(tr("Folder for downloaded images"))
        self.folder.setFilePath(Settings.load().download_folder)
        self.folder.lineEdit().setPlaceholderText(tr("asked at the first download"))
        name_parts(self.folder, tr("Downloaded images"))
        rows = QFormLayout()
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(tr("Downloaded images"), self.folder)
        rows.addRow(note)
        rows.addRow(tr("Thumbnails"), self.thumbnails)
        rows.addRow(tr("Quicklooks"), self.quicklooks)
        layout = QVBoxLayout(self)
        layout.addLayout(rows)
        layout.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
        self._start(_both)

    @staticmethod
    def title() -> str:
        return tr("Downloads and cache")

    def apply(self) -> None:
        settings, chosen = Settings.load(), self.folder.filePath().strip()
        if chosen != settings.download_folder:
            settings.download_folder = chosen
            settings.save()

    def close_section(self) -> None:
        self._slot.close()

    def _start(self, work) -> None:
        self.empty.setEnabled(False)
        self._slot.start(tr("Cache"), lambda _feedback: work(), self._show, self.notices.tell)

    def _show(self, found: tuple[Kept, Kept]) -> None:
        for label, each in zip((self.thumbnails, self.quicklooks), found):
            size = tr("{} MB").format(format_number(each.size / (1 << 20), 1))
            label.setText(tr("%n file(s), {}", "", each.files).format(size))
        self.empty.setEnabled(found[0].files > 0)


def _both() -> tuple[Kept, Kept]:
    return kept(_THUMBNAILS), kept(_QUICKLOOKS)


def _emptied() -> tuple[Kept, Kept]:
    empty(_THUMBNAILS)
    return _both()
