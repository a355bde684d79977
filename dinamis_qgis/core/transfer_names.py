# SPDX-License-Identifier: GPL-2.0-or-later
"""What a download is called on the screen, and how far it is."""

from __future__ import annotations

from ..domain.pace import Figures
from ..domain.transfers import FAILED, PAUSED, WAITING, Transfer
from ..translation import tr
from .numbers import format_date, format_percent, format_size
from .words import mission_name

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def transfer_name(transfer: Transfer) -> str:
    """``SPOT 7, 2 août 2022``; where the mission is unknown, the scene's own name."""
    name = mission_name(transfer.mission) if transfer.mission else transfer.title or transfer.scene_id
    return f"{name}, {format_date(transfer.moment)}" if transfer.moment else name


def state_text(transfer: Transfer, figures: Figures) -> str:
    """``62 %  4 min``, ``en attente``, ``en pause``, ``échec``."""
    words = {WAITING: tr("waiting"), PAUSED: tr("paused"), FAILED: tr("failed")}
    if transfer.state in words:
        return words[transfer.state]
    parts = []
    if figures.percent is not None:
        parts.append(format_percent(figures.percent))
    elif figures.there:
        parts.append(format_size(figures.there))
    if figures.seconds_left is not None:
        parts.append(duration_text(figures.seconds_left))
    return "  ".join(parts) or tr("starting")


def duration_text(seconds: float) -> str:
    """``40 s``, ``4 min``, ``1 h 20``, ``3 j``."""
    if seconds < _MINUTE:
        text = tr("{} s").format(max(1, round(seconds)))
    elif seconds < _HOUR:
        text = tr("{} min").format(round(seconds / _MINUTE))
    elif seconds < 2 * _DAY:
        hours, minutes = divmod(round(seconds / _MINUTE), 60)
        text = tr("{hours} h {minutes}").format(hours=hours, minutes=f"{minutes:02}")
    else:
        text = tr("{} d").format(round(seconds / _DAY))
    return text.replace(" ", "\u00a0")


def figures_text(transfer: Transfer, figures: Figures) -> str:
    """``1,2 Go sur 1,8 Go, 8,4 Mo/s``."""
    size = figures.size if figures.size is not None else transfer.size
    parts = []
    if figures.there and size:
        parts.append(tr("{there} of {size}").format(there=format_size(figures.there), size=format_size(size)))
    elif figures.there or size:
        parts.append(format_size(figures.there or size or 0))
    if figures.speed:
        parts.append(tr("{}/s").format(format_size(figures.speed)))
    return ", ".join(parts)
