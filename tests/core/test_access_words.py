# SPDX-License-Identifier: GPL-2.0-or-later
"""Who may have an image, said in the person's language, its source too."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsSettings

from dinamis_qgis.core.access_words import access_of
from dinamis_qgis.domain.access_rules import parse_access
from dinamis_qgis.domain.errors import InvalidFile
from dinamis_qgis.paths import resource
from tests.make_scenes import scene


@pytest.fixture
def speak(qgis_app):
    settings = QgsSettings()

    def as_in(name):
        settings.setValue("locale/overrideFlag", True)
        settings.setValue("locale/userLocale", name)

    yield as_in
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "documentation et sources du paquet"), ("en", "Documentation and")]
)
def test_the_source_is_in_the_language_of_the_rest(speak, language, words):
    speak(language)
    found = access_of(scene(2, catalogue="teledetection", collection="spot-6-7-drs"))
    assert words in found.source and "teledetection" in found.source


def test_every_rule_says_all_in_both_languages():
    for rule in parse_access(json.loads(resource("licences.json").read_text(encoding="utf-8")), "licences.json"):
        for words in (rule.who, rule.summary):
            assert {"en", "fr"} <= set(words)
        assert "fr" in rule.source or "/" in rule.source["en"], "an address is for all"


def test_a_source_that_is_neither_a_text_nor_texts_is_refused():
    row = {"who": {"en": "all"}, "licence": {"en": ""}, "summary": {"en": ""}, "source": 3}
    with pytest.raises(InvalidFile):
        parse_access({"access": [row]}, "licences.json")
