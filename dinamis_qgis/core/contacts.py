# SPDX-License-Identifier: GPL-2.0-or-later
"""Web pages that the plugin may open when the person asks: addresses are data, since sites move."""

from __future__ import annotations

import json

from qgis.PyQt.QtCore import QUrl

from .. import paths


def site(name: str) -> QUrl:
    """A site of ``resources/contacts.json``."""
    said = json.loads(paths.resource("contacts.json").read_text(encoding="utf-8"))
    return QUrl(said["sites"][name]["url"])
