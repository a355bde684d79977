# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenes whose files are had through a form of their service (a row whose ``auth`` is ``form``)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..domain.catalogues.openspot_form import Answers, Question, file_of, number_of, questions, suffix_of
from ..domain.catalogues.registry import CatalogueRow
from ..domain.download import Progress, download
from ..domain.errors import AccessDenied
from ..domain.filenames import safe_name
from ..domain.form_errors import FormRefused, FormRequired
from ..domain.scene import Scene
from ..domain.scene_files import inside
from .catalogues import configured_rows
from .rereading import Rereader
from .session import QgisSession
from .task import TaskFeedback, lending_its_thread

_FORM = "form"


def form_row(scene: Scene) -> CatalogueRow | None:
    """The catalogue whose form the scene's files take; None where they take none."""
    return next((row for row in configured_rows()[0] if row.id == scene.catalogue and row.auth == _FORM), None)


def form_questions(row: CatalogueRow, scene: Scene, feedback: TaskFeedback) -> tuple[Question, ...]:
    """In a task."""
    with lending_its_thread():
        session = QgisSession()
        return questions(row.url, _number(row, scene, session, feedback), session, feedback)


def form_file(
    row: CatalogueRow, scene: Scene, answers: Answers, folder: Path, progress: Progress, feedback: TaskFeedback
) -> Path:
    """In a task: send the form, then bring the file to ``folder``, under the scene's name.

    Raises as :func:`~..domain.catalogues.openspot_form.file_of` and :func:`~..domain.download.download` do.
    """
    with lending_its_thread():
        session = QgisSession()
        number = _number(row, scene, session, feedback)
        asset = file_of(row.url, number, answers, session, feedback)
        target = inside(folder, Path(safe_name(f"{scene.id}{suffix_of(asset.href)}")))
        try:
            download(session, asset, target, feedback, progress)
        except AccessDenied as error:
            raise FormRefused(error.url, "HTTP 403") from error
        return target


def _number(row: CatalogueRow, scene: Scene, session: QgisSession, feedback: TaskFeedback) -> int:
    known = number_of(scene)
    if known is None:  # of a scene that comes from a layer's fields
        known = number_of(Rereader(session, feedback).read(replace(scene, catalogue=row.id)))
    if known is None:
        raise FormRequired(row.url)
    return known
