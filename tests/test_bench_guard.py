# SPDX-License-Identifier: GPL-2.0-or-later
"""`make bench` fails where a ratio is much worse than the one that was kept."""

from __future__ import annotations

from tests.bench import Figure
from tests.bench.kept import better, keep, kept, regressions, table


def figure(name, value, baseline=None, module="bench.a"):
    return Figure(name, value, "ms", 9.0, baseline, module)


def test_a_time_that_doubled_is_told_and_others_are_not(tmp_path):
    file = tmp_path / "kept.md"
    before = [figure("a", 2.0, 1.0), figure("b", 5.0), figure("small", 0.004, 1.0), figure("a", 8.0, 1.0, "bench.b")]
    assert regressions(before, kept(file)) == []
    keep(before, file)
    assert kept(file) == {"bench.a: a": 2.0, "bench.a: small": 0.004, "bench.b: a": 8.0}
    now = [figure("a", 2.9, 1.0), figure("b", 50.0), figure("small", 0.015, 1.0), figure("a", 9.0, 1.0, "bench.b")]
    assert regressions([*now, figure("new", 8.0, 1.0)], kept(file)) == []
    (told,) = regressions([figure("a", 4.0, 1.0)], kept(file))
    assert told == "WORSE: bench.a: a: 4.00, 2.00 when it was last kept"


def test_a_small_ratio_that_doubled_is_told(tmp_path):
    keep([figure("a", 0.05, 1.0)], tmp_path / "kept.md")
    assert regressions([figure("a", 0.1, 1.0)], kept(tmp_path / "kept.md"))


def test_what_is_not_measured_now_stays_kept(tmp_path):
    file = tmp_path / "kept.md"
    keep([figure("a / b, 5 % — « x »", 2.0, 1.0)], file)
    keep([figure("b", 3.0, 1.0, "bench.b"), figure("c", 3.0, None, "bench.b")], file)
    assert kept(file) == {"bench.a: a / b, 5 % — « x »": 2.0, "bench.b: b": 3.0}
    keep([figure("other", 1.0, 2.0)], file)
    assert kept(file) == {"bench.a: other": 0.5, "bench.b: b": 3.0}
    assert len(file.read_text().splitlines()) == 5


def test_the_best_of_several_runs_counts():
    first, again = [figure("a", 4.0, 1.0), figure("b", 5.0)], [figure("a", 9.0, 3.0), figure("b", 6.0)]
    assert better(first, again) == [again[0], first[1]]
    assert "| bench.a | b | 5 ms |  |  | ≤ 9 ms | yes |" in table(first)
