# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QLocale


@pytest.fixture
def speak(qgis_app):
    """Set QGIS's interface language."""
    settings, before = QgsSettings(), QLocale()

    def to(language: str) -> None:
        settings.setValue("locale/overrideFlag", True)
        settings.setValue("locale/userLocale", language)

    yield to
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")
    QLocale.setDefault(before)
