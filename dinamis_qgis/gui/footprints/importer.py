# SPDX-License-Identifier: GPL-2.0-or-later
"""« Importer des emprises… » : a file, its columns once, and a catalogue more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.footprint_files import SUFFIXES, Table, look
from ...core.footprint_import import Imported, bring_in, remember, remembered
from ...core.task import TaskFeedback, TaskSlot
from ...domain.footprint_columns import Columns, guess
from ...translation import tr
from ..notices import Notices
from .columns_dialog import ColumnsDialog


class FootprintImporter(QObject):
    """``done`` is called once a catalogue is there, or another."""

    def __init__(self, notices: Notices, done: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._notices, self._done, self._window = notices, done, parent
        self._slot = TaskSlot(self)

    def ask(self) -> None:
        kinds = tr("Footprints") + f" ({' '.join('*' + suffix for suffix in SUFFIXES)})"
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Import footprints"), "", kinds)
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """A file whose columns are known from another time comes in without a question."""
        self._slot.start(tr("Import footprints"), lambda feedback: look(path, feedback), self._looked, self._failed)

    def close(self) -> None:
        self._slot.close()

    def _looked(self, table: Table) -> None:
        known = remembered(table)
        if known is not None and (table.crs or known.crs or table.in_degrees):
            self._bring(table, known, True)
        else:
            self.choose(table, guess(table.columns, table.samples))

    def choose(self, table: Table, columns: Columns) -> None:
        dialog = ColumnsDialog(table, columns, self._window)
        dialog.accepted.connect(lambda: self._chosen(table, dialog.columns()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, table: Table, columns: Columns) -> None:
        remember(table, columns)
        self._bring(table, columns, False)

    def _bring(self, table: Table, columns: Columns, as_before: bool) -> None:
        def work(feedback: TaskFeedback) -> Imported:
            return bring_in(table, columns, feedback, feedback.setProgress)

        def tell(imported: Imported) -> None:
            self._done()
            said = tr("%n footprint(s) imported: the catalogue “{}” is searched with the others.", "", imported.count)
            words = [said.format(imported.row.title)]
            if imported.left_out:
                words.append(tr("%n row(s) left out: no surface that can be placed.", "", imported.left_out))
            if as_before:
                words.append(tr("The columns were read as the last time."))
            review = (tr("Review the columns"), lambda: self.choose(table, columns))
            self._notices.say(" ".join(words), actions=[review], seconds=0)

        self._slot.start(tr("Import footprints"), work, tell, self._failed)

    def _failed(self, error: BaseException) -> None:
        self._notices.tell(error)
