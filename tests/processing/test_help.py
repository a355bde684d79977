# SPDX-License-Identifier: GPL-2.0-or-later
"""What the toolbox and ``qgis_process help`` say of each algorithm."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from qgis.core import QgsProcessingParameterEnum
from qgis.PyQt.QtCore import QCoreApplication, QTranslator, QUrl

from dinamis_qgis.paths import translation
from dinamis_qgis.processing.provider import DinamisProvider


@pytest.fixture(scope="module")
def algorithms(qgis_app):
    provider = DinamisProvider()
    provider.refreshAlgorithms()
    yield {algorithm.name(): algorithm for algorithm in provider.algorithms()}


@pytest.fixture
def french(qgis_app):
    translator = QTranslator()
    assert translator.load(str(translation("fr")))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_each_example_is_one_that_the_algorithm_takes(algorithms):
    assert len(algorithms) == 9
    for name, algorithm in algorithms.items():
        line = algorithm.shortHelpString().splitlines()[-1]
        start = f"qgis_process run dinamis:{name} -- "
        assert line.startswith(start), name
        given = [part.partition("=")[::2] for part in shlex.split(line[len(start) :])]
        known = {parameter.name(): parameter for parameter in algorithm.parameterDefinitions()}
        for key, value in given:
            assert key in known and value, (name, key)
            if isinstance(known[key], QgsProcessingParameterEnum):
                assert int(value) < len(known[key].options())
        needed = {
            key for key, one in known.items() if not one.flags() & one.FlagOptional and one.defaultValue() is None
        }
        assert needed <= {key for key, _value in given}, name


def test_help_is_plain_words_in_both_languages(algorithms, french):
    for name, algorithm in algorithms.items():
        said = algorithm.shortHelpString()
        assert "<" not in said and "Par exemple" in said, name
        assert algorithm.displayName() != algorithm.create().NAME
        words, example = algorithm.help_words()
        assert len(words) > 150 and example.endswith("\u00a0:"), name


def test_each_has_its_own_icon_and_its_place_in_the_guide(algorithms):
    icons = {algorithm.svgIconPath() for algorithm in algorithms.values()}
    assert len(icons) == 9 and all(Path(icon).is_file() for icon in icons)
    for name, algorithm in algorithms.items():
        assert not algorithm.icon().isNull()
        url = QUrl(algorithm.helpUrl())
        assert url.isLocalFile() and url.fragment() == name
        assert f'name="{name}"' in Path(url.toLocalFile()).read_text(encoding="utf-8")
