# SPDX-License-Identifier: GPL-2.0-or-later
"""The estimate of a request that was kept: under its own tariff while that is at hand, else under the one in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..domain.area import area_km2
from ..domain.errors import InvalidRequest
from ..domain.quota import Estimate, Order, estimate
from ..domain.request import ImageryRequest, KeptEstimate
from ..domain.tariffs import TariffShelf

_OPEN = ("draft", "ready")  # what was sent keeps the figures that it was sent with


def estimate_of(request: ImageryRequest, shelf: TariffShelf, day: date) -> Estimate:
    """Raises :class:`InvalidRequest` for a sensor that no tariff holds, :class:`UnknownTariff` without any tariff."""
    own = shelf.tariffs.get(request.estimate.tariff) if request.estimate is not None else None
    tariff = next((one for one in (own, shelf.on(day)) if one is not None and one.sensor(request.sensor)), None)
    if tariff is None:
        raise InvalidRequest("sensor", "unknown", request.sensor)
    km2 = area_km2(request.zone)
    return estimate(tariff, Order(request.sensor, request.category, request.acquisition, km2, km2))


def with_estimate(request: ImageryRequest, result: Estimate, day: date) -> ImageryRequest:
    """Keeps the figures; those of a request that was sent stay as they were."""
    kept = request.estimate
    if kept is not None and request.state not in _OPEN:
        return request
    fresh = KeptEstimate.of(result, day)
    return request if kept is not None and replace(fresh, day=kept.day) == kept else replace(request, estimate=fresh)
