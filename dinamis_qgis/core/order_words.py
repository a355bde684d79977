# SPDX-License-Identifier: GPL-2.0-or-later
"""What an order form may object to in the outline of a zone, and what each remedy does, in words."""

from __future__ import annotations

from ..domain.order_geometry import Problem
from ..translation import tr
from .estimate_words import source_text
from .numbers import format_km2, format_number, grouped


def problem_words(problem: Problem) -> str:
    """A verified limit is said as a rule, another one as what may happen."""
    limit, sure = problem.limit, problem.limit.verified
    most = int(limit.value)
    if limit.kind == "most_corners":
        said = grouped(tr("%n corner(s)", "", int(problem.value)), int(problem.value))
        return (tr("{}: the form takes {} at most") if sure else tr("{}, the form may refuse (over {})")).format(
            said, format_number(most)
        )
    if limit.kind == "most_parts":
        said = grouped(tr("%n part(s)", "", int(problem.value)), int(problem.value))
        return (tr("{}: an order takes {} at most") if sure else tr("{}, an order may take {} only")).format(
            said, format_number(most)
        )
    if limit.kind == "least_area_km2":
        said = format_km2(problem.value)
        least = format_km2(limit.value)
        return (tr("{}: an order takes {} at least") if sure else tr("{}, the smallest order may be {}")).format(
            said, least
        )
    said = tr("{} km wide").format(format_number(problem.value, 1))
    least = tr("{} km").format(format_number(limit.value, 1))
    return (tr("{}: an order takes {} at least") if sure else tr("{}, an order may take {} at least")).format(
        said, least
    )


def limit_source(problem: Problem) -> str:
    said = source_text(problem.limit.source)
    return said if problem.limit.verified else tr("{} (not verified with DINAMIS)").format(said)
