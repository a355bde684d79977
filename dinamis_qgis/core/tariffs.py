# SPDX-License-Identifier: GPL-2.0-or-later
"""Where tariffs lie: those shipped with the plugin, then the person's own."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

from qgis.core import QgsApplication

from .. import paths
from ..domain.tariff_file import read_tariffs
from ..domain.tariffs import Tariff, TariffShelf

_KNOWN_SENSORS = {"pleiades": "Pléiades", "spot": "SPOT 6-7"}  # their places in SENSOR never change
_log = logging.getLogger(__name__)


def own_folder() -> Path:
    return Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "tariffs"


def tariff_shelf() -> TariffShelf:
    """A few small local files: read where they are needed. A file that is refused hides none of the others."""
    shelf = read_tariffs([paths.resource("tariffs"), own_folder()])
    for refusal in shelf.refused:
        _log.warning("%s", refusal)
    return shelf


def chosen_tariff(shelf: TariffShelf, tariff_id: str, day: date) -> Tariff:
    """The tariff of this id, or the one in force when ``tariff_id`` is empty. Raises UnknownTariff."""
    return shelf.named(tariff_id) if tariff_id else shelf.on(day)


def sensor_names(shelf: TariffShelf) -> dict[str, str]:
    """Sensors by id with their names: the two known ones, then those that the tariff in force adds."""
    if not shelf.tariffs:
        return dict(_KNOWN_SENSORS)
    return {**_KNOWN_SENSORS, **{sensor.id: sensor.name for sensor in shelf.on(date.today()).sensors}}
