# SPDX-License-Identifier: GPL-2.0-or-later
"""Small choices that outlive a session: one dataclass in QgsSettings under ``dinamis/``; the last search also in the
project, so that a project reopens with what was searched in it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from qgis.core import QgsProject, QgsSettings

from ..domain.choices import Choices

_GROUP = "dinamis"
_ENTRY = "search"


@dataclass
class Settings:
    """Every field is a plain value with its default; the field's name is its key."""

    search: str = ""  # Choices as JSON
    category: str = "public"  # of domain.tariffs.CATEGORIES
    more_criteria_open: bool = False
    organisation: str = ""  # who asks, in requests
    requester: str = ""
    email: str = ""
    correspondent: str = ""
    contractor: str = ""
    dossier_folder: str = ""  # where the last dossier went
    register: str = ""  # of requests, as Place.as_text writes it; "": the profile's own
    download_folder: str = ""  # "": asked at the first download
    form_answers: str = ""  # to OpenSPOT's form, as JSON: profile, theme, country
    form_folder: str = ""  # where its files go
    welcomed: bool = False  # the welcome page does not come by itself any more
    licence_reminded: bool = False  # of what the Pléiades licence asks, when an image first left as a file
    footprint_columns: str = ""  # as JSON: how tables of footprints are read, by the signature of their columns

    @classmethod
    def load(cls) -> Settings:
        store = QgsSettings()
        values = {}
        for each in fields(cls):
            kind = type(each.default)
            values[each.name] = store.value(f"{_GROUP}/{each.name}", each.default, type=kind)
        return cls(**values)

    def save(self) -> None:
        store = QgsSettings()
        for each in fields(self):
            store.setValue(f"{_GROUP}/{each.name}", getattr(self, each.name))


def last_choices(project: QgsProject) -> Choices:
    """The project's own last search, else this person's."""
    in_project, found = project.readEntry(_GROUP, _ENTRY)
    return Choices.from_text(in_project if found and in_project else Settings.load().search)


def remember_choices(project: QgsProject, choices: Choices) -> None:
    settings = Settings.load()
    settings.search = choices.to_text()
    settings.save()
    project.writeEntry(_GROUP, _ENTRY, settings.search)
