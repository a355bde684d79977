# SPDX-License-Identifier: GPL-2.0-or-later
"""``tr``: English in the source, the person's language on screen.

One function for the whole plugin, so that any module may say a sentence whatever class it has:
``tr("{} km²").format(x)``, and with a number ``tr("%n image(s)", "", n)``. Never an f-string inside ``tr``.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "DINAMIS"


def tr(text: str, comment: str = "", n: int = -1) -> str:
    return QCoreApplication.translate(CONTEXT, text, comment or None, n)
