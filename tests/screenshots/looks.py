# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of the plugin's windows, taken within the real QGIS."""

from __future__ import annotations

import traceback
from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMenu, QWidget
from qgis.utils import iface, plugins

from tests.integration.inside import answer, grab, out, raised, spin

window, canvas = iface.mainWindow(), iface.mapCanvas()
dock = plugins["dinamis_qgis"]._dock
_taken: list[str] = answer.setdefault("taken", [])
_missing: list[str] = answer.setdefault("missing", [])


def shot(widget: QWidget, name: str) -> None:
    spin(0.15)
    grab(widget, f"{name}.png")
    _taken.append(name)


def shot_of_screen(name: str) -> None:
    """With what lies above the window: menus and lists that are open."""
    spin(0.3)
    window.screen().grabWindow(0).save(str(out / f"{name}.png"))
    _taken.append(name)


def shot_of_menu(menu: QMenu, name: str) -> None:
    menu.popup(window.geometry().center())
    shot(menu, name)
    menu.close()


def shot_of_dialog(ask: Callable[[], object], name: str, look: Callable[[QWidget], None] | None = None) -> None:
    """What ``ask`` opens, whether it waits for the dialog's end or not; ``look`` prepares it. The dialog is closed."""
    before = set(_dialogs())
    found: list[QWidget] = []

    def seize() -> None:
        try:
            dialog = next(each for each in _dialogs() if each not in before)
            found.append(dialog)
            if look is not None:
                look(dialog)
            shot(dialog, name)
        except Exception:  # noqa: BLE001 - told at the end
            _missing.append(f"{name}: {traceback.format_exc()}")
        for each in reversed([each for each in _dialogs() if each not in before]):
            if not sip.isdeleted(each):
                each.close()

    QTimer.singleShot(700, seize)
    ask()
    spin(1.2)
    if not found:
        spin(1.5)


def _dialogs() -> list[QWidget]:
    kinds = ("QDialog", "QMainWindow")
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible() and not sip.isdeleted(each)]
    return [each for each in shown if each is not window and any(each.inherits(kind) for kind in kinds)]


def stage(work: Callable[[], object]) -> None:
    """One that fails is told at the end, and the others are still taken."""
    try:
        work()
    except Exception:  # noqa: BLE001 - told at the end
        _missing.append(f"{work.__name__}: {traceback.format_exc()}")
        shot_of_screen(f"failed-{work.__name__}")
        while QApplication.activePopupWidget() is not None:
            QApplication.activePopupWidget().close()
    _missing.extend(raised)  # in slots
    raised.clear()


def french() -> bool:
    return QgsApplication.locale().startswith("fr")
