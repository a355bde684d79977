# SPDX-License-Identifier: GPL-2.0-or-later
"""Whom to write to, and web pages that the plugin may open when the person asks: dated data, since sites move."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from qgis.PyQt.QtCore import QUrl

from .. import paths
from ..translation import tr
from .numbers import format_date


@dataclass(frozen=True)
class Need:
    """``subject``: the form's own words for it, "" where they are not known; ``email`` "" where the form alone is."""

    id: str  # general | membership | pleiades | spot
    subject: str
    email: str
    source: str


def site(name: str) -> QUrl:
    """A site of ``resources/contacts.json``."""
    return QUrl(_said()["sites"][name]["url"])


def needs() -> tuple[Need, ...]:
    return tuple(Need(one["id"], one["subject"], one["email"], one["source"]) for one in _said()["needs"])


def dated() -> date:
    """When the file was written."""
    return date.fromisoformat(_said()["date"])


def special_cases() -> tuple[str, ...]:
    """Addresses for a case that no rule foresees."""
    return tuple(_said()["special_cases"])


def need_name(need_id: str) -> str:
    return {
        "general": tr("General information, signed documents"),
        "membership": tr("Membership or account"),
        "pleiades": tr("Pléiades images"),
        "spot": tr("SPOT 6-7 images"),
    }[need_id]


def ready_text(need: Need, subject: str = "", organisation: str = "", requester: str = "") -> str:
    """What to paste into the form: in French, whatever the language of QGIS, since DINAMIS's team reads French.

    ``subject``: what it is about, such as a request's title and reference.
    """
    about = {
        "general": "Je souhaite une information, ou retourner un document signé :",
        "membership": "Je rencontre une difficulté d'adhésion ou de création de compte :",
        "pleiades": "Ma question porte sur des images Pléiades :",
        "spot": "Ma question porte sur des images SPOT 6-7 :",
    }[need.id]
    lines = ["Bonjour,", "", about, subject or "[votre question]", ""]
    lines += [f"Organisme : {organisation or '[organisme]'}", f"Nom : {requester or '[nom]'}"]
    if need.id in ("pleiades", "spot"):
        lines.append("Référence DINAMIS de la demande : [référence, s'il y en a une]")
    return "\n".join([*lines, "", "Cordialement,"])


def emergency_words() -> str:
    """DINAMIS itself says so on the page that ``site("emergency")`` opens; that one asks the prefecture is inferred."""
    return tr(
        "DINAMIS does not treat emergencies and cannot task a given day. In a crisis the International Charter and "
        "Copernicus EMS are activated by the COGIC: ask the prefecture. For a special case: {addresses}."
    ).format(addresses=", ".join(special_cases()))


def addresses_notice() -> str:
    return tr("Addresses as of {}, not opened by this plugin's makers.").format(format_date(dated()))


def _said() -> dict[str, Any]:
    return json.loads(paths.resource("contacts.json").read_text(encoding="utf-8"))
