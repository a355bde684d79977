# SPDX-License-Identifier: GPL-2.0-or-later
"""What the toolbox and ``qgis_process help`` say of each algorithm: an example that its parameters take."""

from __future__ import annotations

import shlex

import pytest
from qgis.core import QgsProcessingParameterDefinition

from dinamis_qgis.processing.provider import DinamisProvider

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


@pytest.fixture(scope="module")
def provider(qgis_app):
    made = DinamisProvider("")
    made.loadAlgorithms()
    return made


def test_each_has_an_example_that_it_takes(provider):
    assert len(provider.algorithms()) == 9
    for algorithm in provider.algorithms():
        said, line = algorithm.shortHelpString().rsplit("\n\n", 1)
        assert len(said) > 200, algorithm.name()
        program, run, name, dashes, *given = shlex.split(line)
        assert (program, run, name, dashes) == ("qgis_process", "run", f"dinamis:{algorithm.name()}", "--")
        names = [one.split("=", 1)[0] for one in given]
        known = {one.name(): one for one in algorithm.parameterDefinitions()}
        assert set(names) <= set(known), algorithm.name()
        needed = {name for name, one in known.items() if not one.flags() & OPTIONAL and one.defaultValue() is None}
        assert needed <= set(names), algorithm.name()
