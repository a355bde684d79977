# SPDX-License-Identifier: GPL-2.0-or-later
"""What the day of the year, the year and the tide change in the landscape."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .noise import smooth
from .surfaces import mix


@dataclass(frozen=True)
class Moment:
    """What changes from one picture to the next, the sky left aside."""

    year: int
    day: int  # of the year
    tide: float = 0.5  # 0 low, 1 high
    sun_azimuth: float = 155.0  # degrees, clockwise from north
    sun_elevation: float = 45.0

    @property
    def summer(self) -> float:
        """How much leaf there is on the trees."""
        return float(np.clip(min((self.day - 95) / 40, (325 - self.day) / 45), 0, 1))

    @property
    def drought(self) -> float:
        if not 180 < self.day < 280:
            return 0.0
        return {2022: 0.85, 2018: 0.45, 2020: 0.4, 2025: 0.5}.get(self.year, 0.2) * float(
            smooth(180, 215, np.float32(self.day))
        )


def growing(moment: Moment) -> tuple[list[tuple[float, ...]], list[float]]:
    """Colours and shares of what grows: grassland, winter cereal, maize, rape, the rest, on that day of that year."""
    day, wet = moment.day, 1.0 if moment.day < 75 or moment.day > 300 else 0.0
    soil = mix("soil", "wet soil", wet)
    grass = mix("grass", "dry grass", moment.drought * 0.9)
    grass = tuple(np.array(grass) * (0.85 if wet else 1.0))
    young, thin = mix("wet soil", "cereal", 0.6), mix("wet soil", "grass", 0.6)
    cereal = _along(
        day,
        (1, soil),
        (50, young),
        (100, "cereal"),
        (160, "cereal"),
        (188, "ripe cereal"),
        (212, "ripe cereal"),
        (222, "stubble"),
        (275, "stubble"),
        (300, soil),
        (366, soil),
    )
    maize = _along(
        day, (1, soil), (155, "soil"), (195, "maize"), (250, "maize"), (280, "stubble"), (310, soil), (366, soil)
    )
    rape = _along(
        day,
        (1, young),
        (95, "cereal"),
        (108, "rape"),
        (130, "rape"),
        (145, "cereal"),
        (185, "ripe cereal"),
        (200, "stubble"),
        (255, "soil"),
        (300, young),
        (366, young),
    )
    other = _along(day, (1, thin), (90, soil), (150, "garden"), (240, mix("garden", "soil", 0.4)), (366, thin))
    return [grass, cereal, maize, rape, other], [0.40, 0.25, 0.20, 0.05, 0.10]


def _along(day: int, *stages) -> tuple[float, ...]:
    for (d0, a), (d1, b) in zip(stages, stages[1:]):
        if day <= d1:
            return mix(a, b, max(0.0, (day - d0) / (d1 - d0)))
    return mix(stages[-1][1], stages[-1][1], 0)
