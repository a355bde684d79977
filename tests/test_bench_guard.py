# SPDX-License-Identifier: GPL-2.0-or-later
"""`make bench` fails where a ratio is much worse than the one that was kept."""

from __future__ import annotations

from tests.bench import Figure
from tests.bench.kept import keep, kept, regressions


def test_a_ratio_that_grew_by_half_is_told_and_others_are_not(tmp_path):
    file = tmp_path / "kept.json"
    before = [Figure("a", 2.0, "ms", 9.0, 1.0), Figure("b", 5.0, "ms", 9.0), Figure("small", 0.01, "ms", 9.0, 1.0)]
    assert regressions(before, kept(file)) == []
    keep(before, file)
    assert kept(file) == {"a": 2.0, "small": 0.01}
    now = [Figure("a", 2.9, "ms", 9.0, 1.0), Figure("b", 50.0, "ms", 9.0), Figure("small", 0.05, "ms", 9.0, 1.0)]
    assert regressions([*now, Figure("new", 8.0, "ms", 9.0, 1.0)], kept(file)) == []
    (told,) = regressions([Figure("a", 3.1, "ms", 9.0, 1.0)], kept(file))
    assert told == "WORSE: a: 3.10, 2.00 when it was last kept"


def test_what_is_not_measured_now_stays_kept(tmp_path):
    file = tmp_path / "kept.json"
    keep([Figure("a", 2.0, "ms", 9.0, 1.0)], file)
    keep([Figure("b", 3.0, "ms", 9.0, 1.0)], file)
    assert kept(file) == {"a": 2.0, "b": 3.0}
