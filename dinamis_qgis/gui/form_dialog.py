# SPDX-License-Identifier: GPL-2.0-or-later
"""OpenSPOT's form: the person fills it in and accepts the licence; nothing is sent before the button is pressed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from qgis.gui import QgsFileWidget, QgsMessageBar
from qgis.PyQt.QtCore import QDir, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..core.form_files import form_file, form_questions, form_row
from ..core.numbers import format_number
from ..core.settings import Settings
from ..core.task import TaskFeedback, TaskSlot
from ..core.words import scene_name
from ..domain.catalogues.openspot_form import KNOWN, Answers, Question
from ..domain.catalogues.registry import CatalogueRow
from ..domain.scene import Scene
from ..translation import tr
from .elided_box import ElidedBox
from .help import add_help
from .named import name_parts
from .notices import Notices

Open = Callable[[str], None]  # a path


def ask_for_file(scene: Scene, notices: Notices, open_file: Open, parent: QWidget) -> FormDialog | None:
    """Show the form that the scene's file takes, without holding up QGIS; None when it takes none."""
    row = form_row(scene)
    if row is None:
        return None
    dialog = FormDialog(row, scene, notices, open_file, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    return dialog


class FormDialog(QDialog):
    def __init__(
        self, row: CatalogueRow, scene: Scene, notices: Notices, open_file: Open, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._row, self._scene, self._told, self._open = row, scene, notices, open_file
        self._slot = TaskSlot(self)
        self._asked = False  # whether the form's lists are there
        self.setWindowTitle(tr("Download from OpenSPOT"))
        self._bar = QgsMessageBar()
        self._notices = Notices(self._bar)
        self.lists = {name: ElidedBox() for name in KNOWN}
        self.note = _words("")
        self.licence = QCheckBox(tr("I accept the licence"))
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(_folder())
        name_parts(self.folder, tr("Folder"))
        self.progress = QProgressBar()
        self.progress.hide()
        self.state = _words("")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.button = QPushButton(tr("Send the form and download"))
        self.site = QPushButton(tr("Open the site"))
        self._lay_out()
        self.licence.toggled.connect(self._show_state)
        self.folder.fileChanged.connect(self._show_state)
        self.button.clicked.connect(self._send)
        self.site.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(row.url)))
        self.buttons.rejected.connect(self.reject)
        self._slot.busy_changed.connect(self._show_state)
        self._ask()
        self._show_state()

    def done(self, result: int) -> None:
        """Esc, Cancel and the window's cross stop what runs; what has come is kept for another time."""
        self._slot.close()
        super().done(result)

    def closeEvent(self, event) -> None:
        self._slot.close()
        super().closeEvent(event)

    def answers(self) -> Answers:
        return Answers({name: box.currentData() for name, box in self.lists.items()}, self.licence.isChecked())

    def _lay_out(self) -> None:
        labels = {"profil": tr("You are"), "theme": tr("Theme"), "pays": tr("Country")}
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        for name, box in self.lists.items():
            box.setAccessibleName(labels[name])
            form.addRow(labels[name], box)
        form.addRow(tr("Folder"), self.folder)
        known = tr("Licence of the image: {}").format(self._row.licence)
        terms = _words(known if self._row.licence else tr("The licence of the image is not known here: read it there."))
        self.button.setDefault(True)
        self.buttons.addButton(self.site, QDialogButtonBox.ButtonRole.HelpRole)
        self.buttons.addButton(self.button, QDialogButtonBox.ButtonRole.ActionRole)
        add_help(self, self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self._bar)
        layout.addWidget(_words(scene_name(self._scene)))
        layout.addWidget(_words(tr("OpenSPOT asks these questions of whoever downloads. They go to OpenSPOT only.")))
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(terms)
        layout.addWidget(self.licence)
        layout.addWidget(self.progress)
        layout.addWidget(self.state)
        layout.addStretch()
        layout.addWidget(self.buttons)

    # --- the lists --------------------------------------------------------------------------------

    def _ask(self) -> None:
        row, scene = self._row, self._scene
        self.state.setText(tr("Asking OpenSPOT for its form…"))
        work = lambda feedback: form_questions(row, scene, feedback)  # noqa: E731
        self._slot.start(tr("OpenSPOT's form"), work, self._fill, self._failed)

    def _fill(self, questions: tuple[Question, ...]) -> None:
        former = _last_answers()
        for question in questions:
            box = self.lists[question.name]
            for value, shown in question.options:
                box.addItem(shown, value)
            box.setCurrentIndex(max(box.findData(former.get(question.name)), -1 if len(question.options) > 1 else 0))
            box.currentIndexChanged.connect(self._show_state)
        own = all(question.own for question in questions)
        self.note.setText("" if own else tr("OpenSPOT's lists could not be read: the values known of it are offered."))
        self.note.setVisible(not own)
        self.state.setText("")
        self._asked = True
        self._show_state()

    # --- the file ---------------------------------------------------------------------------------

    def _send(self) -> None:
        row, scene, answers, folder = self._row, self._scene, self.answers(), Path(self.folder.filePath())
        _remember(answers, str(folder))
        self.state.setText(tr("The form is sent…"))
        self.progress.setRange(0, 0)

        def work(feedback: TaskFeedback) -> Path:
            return form_file(row, scene, answers, folder, lambda *there: feedback.report(there), feedback)

        self._slot.start(tr("Download from OpenSPOT"), work, self._came, self._failed, self._show_progress)

    def _show_progress(self, there: tuple[int, int | None]) -> None:
        come, size = there
        megabytes = tr("{} MB").format(format_number(come / (1 << 20)))
        if size:
            self.progress.setRange(0, 100)
            self.progress.setValue(100 * come // size)
            megabytes = tr("{there} of {all}").format(
                there=megabytes, all=tr("{} MB").format(format_number(size / (1 << 20)))
            )
        self.state.setText(megabytes)

    def _came(self, path: Path) -> None:
        said, open_file = tr("Image downloaded: {}").format(path), self._open
        self._told.say(said, actions=[(tr("Open"), lambda: open_file(str(path)))], seconds=0)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self.state.setText("" if self._asked else tr("OpenSPOT's form is not there: close this, and try again later."))
        self._notices.tell(error)
        self._show_state()

    def _show_state(self, *_what: object) -> None:
        busy = self._slot.busy
        chosen = self._asked and all(box.currentIndex() >= 0 for box in self.lists.values())
        for widget in (*self.lists.values(), self.licence, self.folder):
            widget.setEnabled(self._asked and not busy)
        self.progress.setVisible(busy and self._asked)
        there = bool(self.folder.filePath()) and Path(self.folder.filePath()).is_dir()
        self.button.setEnabled(chosen and there and self.licence.isChecked() and not busy)


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _folder() -> str:
    folder = Settings.load().form_folder
    return folder if folder and Path(folder).is_dir() else QDir.homePath()


def _last_answers() -> dict[str, str]:
    """Never the licence: that is accepted each time."""
    try:
        said = json.loads(Settings.load().form_answers)
    except (ValueError, RecursionError):
        return {}
    return {name: said[name] for name in KNOWN if isinstance(said.get(name), str)} if isinstance(said, dict) else {}


def _remember(answers: Answers, folder: str) -> None:
    settings = Settings.load()
    settings.form_answers, settings.form_folder = json.dumps(dict(answers.values)), folder
    settings.save()
