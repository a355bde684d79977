# SPDX-License-Identifier: GPL-2.0-or-later
"""☆ : the name under which a search is kept, and what else is wanted of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.saved_search import SavedSearch
from ...translation import tr
from ..help import add_help
from ..tool_tip import tool_tip
from .words import watch_tip, zone_words

_LONGEST = 200  # characters


class KeepDialog(QDialog):
    """``is_kept``: the search is there already, and may also be removed (:attr:`removed`)."""

    def __init__(self, search: SavedSearch, is_kept: bool, in_project: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self.removed = False
        self.setWindowTitle(tr("Saved search") if is_kept else tr("Keep this search"))
        self.name = QLineEdit(search.name)
        self.name.setMaxLength(_LONGEST)
        self.name.selectAll()
        self.watch = QCheckBox(tr("Tell me of new images when a project opens"))
        self.watch.setChecked(search.watch is not None)
        self.watch.setEnabled(search.can_be_watched)
        self.watch.setToolTip(tool_tip(watch_tip(search)))
        self.project = QCheckBox(tr("Keep it in this project too"))
        self.project.setChecked(in_project)
        self.project.setToolTip(tr("Whoever opens the project finds the search there. Save the project afterwards."))
        zone = QLabel(zone_words(search.zone))
        zone.setTextFormat(Qt.TextFormat.PlainText)
        zone.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.remove = QPushButton(tr("Remove"))
        self.remove.setAutoDefault(False)
        buttons.addButton(self.remove, QDialogButtonBox.ButtonRole.DestructiveRole)
        add_help(self, buttons)
        self.remove.setVisible(is_kept)
        form = QFormLayout()
        form.addRow(tr("Name"), self.name)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(zone)
        layout.addWidget(self.watch)
        layout.addWidget(self.project)
        layout.addStretch()
        layout.addWidget(buttons)
        self.name.textChanged.connect(lambda said: self.save.setEnabled(bool(said.strip())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.remove.clicked.connect(self._remove)
        self.resize(360, self.sizeHint().height())

    def search(self, today: date) -> SavedSearch:
        named = replace(self._search, name=" ".join(self.name.text().split()))
        return named.watched(today) if self.watch.isChecked() else replace(named, watch=None)

    def _remove(self) -> None:
        self.removed = True
        self.accept()
