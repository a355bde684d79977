# SPDX-License-Identifier: GPL-2.0-or-later
"""The sentences of ``messages.py`` about files that are downloaded."""

from __future__ import annotations

from typing import Callable

from ..domain import errors, form_errors
from ..translation import tr
from .error_names import file_of as _file
from .error_names import host_of as _host
from .numbers import format_number


def _wrong_content(error: errors.WrongContent) -> str:
    return tr(
        "{host} sent a file that differs from what its catalogue announces (size or checksum): it was not kept; try "
        "again later, or tell the operator of the catalogue."
    ).format(host=_host(error))


def _no_room(error: errors.NoRoom) -> str:
    if not error.needed:
        return tr("There is no room for {file} on its disk: make room, or choose a folder on another disk.").format(
            file=_file(error)
        )
    return tr(
        "There is no room for {file} on its disk: free {size} MB, or choose a folder on another disk. What has come is "
        "kept, and goes on from there."
    ).format(file=_file(error), size=format_number(error.needed / (1 << 20), 0))


def _in_use(error: errors.InUse) -> str:
    return tr("{file} is being downloaded by another window or program: wait until it is done.").format(
        file=_file(error)
    )


def _already_there(error: errors.AlreadyThere) -> str:
    return tr(
        "Another file is called {file} in this folder and was left as it is: move it away, or choose another folder."
    ).format(file=_file(error))


def _form_required(error: form_errors.FormRequired) -> str:
    return tr(
        "The files of {host} are had through its form, in which one accepts the licence: search for the image in the "
        "DINAMIS panel, and choose Download there."
    ).format(host=_host(error))


def _form_refused(error: form_errors.FormRefused) -> str:
    return tr(
        "{host} gave no file for this form (its older direct links are closed too): try again later, or download the "
        "image on its site."
    ).format(host=_host(error))


WORDS: dict[type, Callable[..., str]] = {
    errors.WrongContent: _wrong_content,
    errors.NoRoom: _no_room,
    errors.InUse: _in_use,
    errors.AlreadyThere: _already_there,
    form_errors.FormRequired: _form_required,
    form_errors.FormRefused: _form_refused,
}
