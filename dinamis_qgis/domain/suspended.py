# SPDX-License-Identifier: GPL-2.0-or-later
"""Transfers that were stopped together with everything else, as QGIS does before it quits: they go on the next time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .transfers import PAUSED, RUNNING, WAITING, Transfer


class Suspended:
    def __init__(self) -> None:
        self._ids: set[str] = set()

    def stop(self, transfers: Iterable[Transfer]) -> list[Transfer]:
        """Those that ran or waited, paused for as long as QGIS goes on."""
        stopped = [replace(one, state=PAUSED, said="") for one in transfers if one.state in (WAITING, RUNNING)]
        self._ids |= {one.id for one in stopped}
        return stopped

    def forget(self, transfer_id: str) -> None:
        """A person decided otherwise."""
        self._ids.discard(transfer_id)

    def as_kept(self, one: Transfer) -> Transfer:
        """For the next session."""
        return replace(one, state=WAITING) if one.id in self._ids and one.state == PAUSED else one
