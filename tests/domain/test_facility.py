# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from itertools import chain, combinations

import numpy as np
import pytest

from dinamis_qgis.domain.cover import facility as module
from dinamis_qgis.domain.cover.facility import Facility, choose, greedy


class Patient:
    def isCanceled(self) -> bool:
        return False


def problem(seed: int, images: int = 9, cells: int = 16) -> Facility:
    draw = np.random.default_rng(seed)
    image, cell = np.nonzero(draw.random((images, cells)) < draw.uniform(0.2, 0.5))
    shares = draw.random(cells)
    values = np.zeros(images) if seed % 2 else draw.integers(0, 80, images).astype(float)
    return Facility(values, shares / shares.sum(), 1000.0 + values.max(), image, cell)


def least(given: Facility) -> float:
    images = range(len(given.values))
    subsets = chain.from_iterable(combinations(images, size) for size in range(len(images) + 1))
    return min(given.cost(list(subset)) for subset in subsets)


PROBLEMS = [problem(seed) for seed in range(40)]
LEAST = [least(one) for one in PROBLEMS]


def costs(choosing) -> np.ndarray:
    return np.array([one.cost(choosing(one)) for one in PROBLEMS])


def test_the_greedy_choice_alone_would_not_do():
    assert (costs(greedy) > np.array(LEAST) + 0.5).any()


def test_the_exact_search_finds_the_least(monkeypatch):
    monkeypatch.setattr(module, "_search_around", lambda choice, feedback: None)
    assert costs(lambda one: choose(one, Patient())) == pytest.approx(LEAST)


def test_the_search_around_the_greedy_choice_comes_near(monkeypatch):
    monkeypatch.setattr(module, "_DENSE", 0)
    found = costs(lambda one: choose(one, Patient()))
    assert np.mean(found <= np.array(LEAST) + module._WORTH_SEARCHING) > 0.8
    assert (found <= 1.1 * np.array(LEAST) + 1.0).all()


def test_out_of_steps_the_best_so_far_stands(monkeypatch):
    monkeypatch.setattr(module, "_STEPS", 0)
    monkeypatch.setattr(module, "_UPDATES", 0)
    assert (costs(lambda one: choose(one, Patient())) <= costs(greedy) + 1e-9).all()


def test_savings_are_kept_up_to_date():
    given = problem(4, images=30, cells=200)
    choice = module._Choice(given, [3, 5, 8])
    choice.remove(5)
    choice.add(11)
    fresh = module._Choice(given, [3, 8, 11])
    assert choice.saving == pytest.approx(fresh.saving) and choice.cost == pytest.approx(fresh.cost)
    assert choice.cost == pytest.approx(given.cost([3, 8, 11]))


def test_a_start_is_kept_when_nothing_is_better():
    given = problem(6)
    first = choose(given, Patient())
    assert sorted(choose(given, Patient(), first)) == sorted(first)
