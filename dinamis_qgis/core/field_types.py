# SPDX-License-Identifier: GPL-2.0-or-later
"""Types of layer fields."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis
from qgis.PyQt.QtCore import QMetaType, QVariant


def field_types(qgis_version: int) -> tuple[Any, Any, Any, Any]:
    """Text, number, time, whole number: QMetaType's since QGIS 3.38 (the only ones on Qt 6), QVariant's before."""
    if qgis_version >= 33800:
        kinds = QMetaType.Type
        return kinds.QString, kinds.Double, kinds.QDateTime, kinds.Int
    return QVariant.String, QVariant.Double, QVariant.DateTime, QVariant.Int


TEXT, NUMBER, TIME, WHOLE = field_types(Qgis.QGIS_VERSION_INT)
