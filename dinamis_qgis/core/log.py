# SPDX-License-Identifier: GPL-2.0-or-later
"""Python's logging, shown in the "DINAMIS" tab of QGIS's log panel."""

from __future__ import annotations

import logging

from qgis.core import Qgis, QgsMessageLog

TAB = "DINAMIS"
ROOT = "dinamis_qgis"


class _PanelHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        level = (
            Qgis.MessageLevel.Critical
            if record.levelno >= logging.ERROR
            else Qgis.MessageLevel.Warning
            if record.levelno >= logging.WARNING
            else Qgis.MessageLevel.Info
        )
        QgsMessageLog.logMessage(self.format(record), TAB, level, record.levelno >= logging.ERROR)


def install() -> logging.Handler:
    handler = _PanelHandler()
    handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    logging.getLogger(ROOT).addHandler(handler)
    return handler


def remove(handler: logging.Handler) -> None:
    logging.getLogger(ROOT).removeHandler(handler)
