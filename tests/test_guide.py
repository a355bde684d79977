# SPDX-License-Identifier: GPL-2.0-or-later
"""The guide: the same pages in both languages, readable without a network, and true to what the panel shows."""

from __future__ import annotations

import json
import re
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dinamis_qgis.core.contacts import site
from dinamis_qgis.paths import resource
from dinamis_qgis.processing.provider import DinamisProvider
from tests.tools.translations import FRENCH, english_forms, from_ts

LANGUAGES = ("fr", "en")
PAGES = sorted(resource("help").glob("*/*.html"))
EMPTY = {"meta", "br", "img", "hr", "link"}
INLINE = {"a", "b", "code", "i", "strong"}
TASKS = (
    "find-image",
    "compare",
    "request",
    "open-delivery",
    "find-again",
    "mosaic",
    "clip",
    "change",
    "credit",
    "share",
)
OTHERS = ("index", "which-image", "how-it-works", "accounts", "administer", "processing", "words")
# What is QGIS's own, or a sign: not in our translations.
NOT_OURS = {"?", "⋮", "Raster", "DINAMIS", "Préférences", "Settings", "PDF"}
NAMES = {"DINAMIS", "QGIS", "SPOT", "GEODES", "CIEST", "DROM", "GB", "F1"}  # names and everyday signs
MOST_BYTES = 6 * 1024 * 1024  # of all its pictures

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")


class Reader(HTMLParser):
    """What a page holds; fails on a tag that is not closed."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.open, self.links, self.pictures, self.places = [], [], [], []
        self.counts = {"h2": 0, "li": 0, "img": 0, "dt": 0, "tr": 0, "pre": 0}
        self.labels, self.texts, self.examples = [], [], []
        self.feed(page.read_text(encoding="utf-8"))
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        if tag not in EMPTY:
            self.open.append(tag)
        if tag not in INLINE:
            self.texts.append(" ")
        if tag in self.counts:
            self.counts[tag] += 1
        if tag == "b":
            self.labels.append("")
        given = dict(attributes)
        if tag == "img":
            assert given["alt"] and "width" not in given, (
                "the window scales badly: pictures have the size they are shown in"
            )
            self.pictures.append(given["src"])
        if tag == "a":
            self.places += [given["name"]] if "name" in given else []
            self.links += [given["href"]] if "href" in given else []

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "b" in self.open:
            self.labels[-1] += data
        if "pre" in self.open:
            self.examples.append(data)
        elif "code" not in self.open and "title" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)


@cache
def read(page: Path) -> Reader:
    return Reader(page)


@cache
def shown(language: str) -> tuple[frozenset[str], tuple[re.Pattern, ...]]:
    """What the panel says in a language: whole, and as patterns where it holds a figure or a name."""
    said = from_ts(FRENCH).values()
    texts = [
        form for message in said for form in (message.forms if language == "fr" else english_forms(message.source))
    ]
    starts = {re.split(r" \(| \{|\u00a0\{", text)[0] for text in texts}
    patterns = [re.escape(text) for text in texts if len(re.sub(r"\{[^}]*\}|%n|\W", "", text)) > 3]
    counted = [one.replace("%n", r"\d+") for one in patterns]
    held = re.compile(r"\\\{[^}]*\\\}")
    return frozenset(texts) | starts, tuple(re.compile(held.sub(".+", one)) for one in counted)


def unknown(labels: list[str], language: str) -> list[str]:
    texts, patterns = shown(language)
    parts = [part for label in labels for part in label.split(" › ")]
    return [
        part
        for part in parts
        if part not in texts | NOT_OURS
        and not re.fullmatch(r"SPOT \d{4}", part)
        and not any(pattern.fullmatch(part) for pattern in patterns)
    ]


def test_every_page_is_there_in_both_languages():
    for language in LANGUAGES:
        assert {page.stem for page in PAGES if page.parent.name == language} == {*TASKS, *OTHERS}


@pytest.mark.parametrize("name", [*TASKS, *OTHERS])
def test_both_languages_say_the_same(name):
    french, english = (read(resource("help", language, f"{name}.html")) for language in LANGUAGES)
    assert french.counts == english.counts
    assert (french.links, french.pictures, french.places) == (english.links, english.pictures, english.places)
    assert len(french.labels) == len(english.labels)


@each_page
def test_links_and_pictures_lead_somewhere_without_a_network(page):
    held = read(page)
    for link in held.links:
        if link.startswith("http"):
            assert link.startswith(site("dinamis").toString()), link
            continue
        name, _sign, place = link.partition("#")
        there = page.parent / name if name else page
        assert there.is_file(), link
        assert not place or place in read(there).places, link
    for picture in held.pictures:
        assert (page.parent / picture).is_file(), picture
    assert page.stem == "index" or "index.html" in held.links


@each_page
def test_what_is_quoted_is_what_the_panel_says(page):
    """Labels are bold; « » and “ ” quote them too."""
    held = read(page)
    quoted = re.findall(r"«\u00a0([^»]*)\u00a0»|“([^”]*)”", held.text)
    assert not unknown(held.labels + [one or other for one, other in quoted], page.parent.name)


@each_page
def test_words_of_the_trade_are_explained(page):
    if page.parent.name == "fr":
        text = page.read_text(encoding="utf-8").split("<body>")[1]
        assert not any(
            f" {sign}" in re.sub(r"<pre>.*?</pre>|<code>.*?</code>", "", text, flags=re.S) for sign in ":;?!»%"
        )
    explained = read(page.parent / "words.html").text
    short = set(re.findall(r"\b[A-Z][A-Z0-9]{1,}\b", unescape(read(page).text))) - NAMES
    assert not {word for word in short if word not in explained}


def test_every_task_is_one_click_from_the_contents():
    for language in LANGUAGES:
        links = read(resource("help", language, "index.html")).links
        assert {f"{name}.html" for name in (*TASKS, *OTHERS)} - {"index.html"} == set(links)


def test_tasks_are_short():
    for page in PAGES:
        if page.stem in TASKS:
            assert len(read(page).text.split()) < 560, page


def test_facts_of_crises_are_told_with_their_source():
    for language, words in (("fr", "DINAMIS ne traite pas l'urgence [2]"), ("en", "does not treat emergencies [2]")):
        text = resource("help", language, "which-image.html").read_text(encoding="utf-8")
        assert words in text and "COGIC" in text and site("emergency").toString() in text


def test_pictures_are_small_and_used():
    kept = [picture for language in LANGUAGES for picture in resource("help", language, "img").iterdir()]
    used = {(page.parent / picture).resolve() for page in PAGES for picture in read(page).pictures}
    assert {picture.resolve() for picture in kept} == used
    assert sum(picture.stat().st_size for picture in kept) < MOST_BYTES


def test_the_page_of_processing_has_the_examples_of_the_algorithms(qgis_app):
    provider = DinamisProvider()
    provider.refreshAlgorithms()
    for language in LANGUAGES:
        page = read(resource("help", language, "processing.html"))
        for algorithm in provider.algorithms():
            assert algorithm.name() in page.places
            line = f"qgis_process run dinamis:{algorithm.name()} -- {algorithm.EXAMPLE}"
            assert line in page.examples


def test_the_file_of_catalogues_that_one_may_copy_is_read(tmp_path):
    from dinamis_qgis.domain.catalogues.registry import read_rows

    for language in LANGUAGES:
        example = next(one for one in read(resource("help", language, "administer.html")).examples if "{" in one)
        own = tmp_path / f"{language}.json"
        own.write_text(json.dumps(json.loads(example)), encoding="utf-8")
        rows, problem = read_rows(resource("catalogues.json"), own, language)
        found = {row.id: row for row in rows}
        assert problem is None and not found["hydroweb-next"].enabled and found["images-dept"].themes == {"vhr": ()}
