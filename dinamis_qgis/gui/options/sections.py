# SPDX-License-Identifier: GPL-2.0-or-later
"""The sections, in their order. One more is a module with a :class:`Section` and its name here."""

from __future__ import annotations

from .cache import CacheSection
from .catalogues import CataloguesSection
from .register import RegisterSection
from .tariffs import TariffsSection
from .territory import TerritorySection

SECTIONS = (TerritorySection, CataloguesSection, TariffsSection, RegisterSection, CacheSection)
