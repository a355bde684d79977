# SPDX-License-Identifier: GPL-2.0-or-later
"""Several catalogues that fail at once, told in as few sentences as say it all."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.errors import Unreachable
from ..translation import tr
from .messages import sentence


def sentences(failures: Sequence[tuple[str, BaseException]]) -> list[tuple[str, str]]:
    """Of several catalogues, by title: those of which the same is to be said stand together, as those that cannot be
    reached do when there are several (it is the network, then)."""
    grouped: dict[str, list[str]] = {}
    out_of_reach = [title for title, error in failures if type(error) is Unreachable]
    for title, error in failures:
        said = sentence(error)
        if title in out_of_reach and len(out_of_reach) > 1:
            said = tr(
                "cannot be reached: check the network connection, or Settings › Options › Network if your organisation "
                "uses a proxy."
            )
        grouped.setdefault(said, []).append(title)
    return [(" · ".join(titles), said) for said, titles in grouped.items()]
