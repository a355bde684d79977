# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a service that calls itself STAC departs from the specification: data, named by a row's ``dialect``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

_NEWEST_FIRST = MappingProxyType({"sortby": ({"field": "properties.datetime", "direction": "desc"},)})


@dataclass(frozen=True)
class Dialect:
    """The defaults are the specification's words.

    ``fixed``: what the service can do is known and not read on its landing page. ``numbered``: pages are asked by their
    number, and ``next`` links lead elsewhere. ``period``: the two properties (first, last instant) that the ``query``
    extension compares, where ``datetime`` says something else. ``always``: properties that every item is known to have,
    so that the ``query`` extension, which drops what is unknown, may compare them. ``own_licences``: whether what items
    say of their licence is about the images. ``picture_query`` is added to the address of an overview.
    """

    fixed: bool = False
    largest_page: int = 0  # scenes; 0: none is known
    numbered: bool = False
    newest_first: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=lambda: _NEWEST_FIRST, hash=False)
    period: tuple[str, str] = ("", "")
    always: tuple[str, ...] = ()
    own_licences: bool = True
    picture_query: str = ""


STAC = Dialect()

# GEODES (CNES): read in the configuration of the package eodag 4.10.1, and in an answer recorded by its tests. Its
# ``datetime`` is the day of publication; each item says that its licence is Apache-2.0, which is no licence of images.
GEODES = Dialect(
    fixed=True,
    largest_page=80,
    numbered=True,
    newest_first=MappingProxyType({"sortBy": ({"field": "start_datetime", "direction": "dsc"},)}),
    period=("start_datetime", "end_datetime"),
    own_licences=False,
    picture_query="scope=gdh",
)

# hydroweb.next (CNES): read in the configuration of the package eodag 4.10.1. Its sorting is the specification's; its
# dates are periods.
HYDROWEB = Dialect(
    fixed=True,
    numbered=True,
    newest_first=MappingProxyType({"sortby": ({"field": "properties.start_datetime", "direction": "desc"},)}),
    period=("start_datetime", "end_datetime"),
)

DIALECTS: Mapping[str, Dialect] = MappingProxyType({"": STAC, "geodes": GEODES, "hydroweb": HYDROWEB})
