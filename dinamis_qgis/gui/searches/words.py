# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of saved searches and of their news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ...core.new_images import News
from ...core.numbers import format_date
from ...domain.saved_search import EXTENT, TERRITORY, SavedSearch, SavedZone
from ...translation import tr


def zone_words(zone: SavedZone) -> str:
    """What the search is about, as it will be when it is run again."""
    if zone.kind == TERRITORY:
        return tr("Zone: my territory, as it will be then")
    if zone.kind == EXTENT:
        return tr("Zone: what the map will show then")
    return tr("Zone: {}").format(zone.label or tr("drawn zone"))


def watch_tip(search: SavedSearch) -> str:
    if search.can_be_watched:
        return tr("When a project opens, once a day: the catalogues of this search are asked, quietly.")
    if search.invented:
        return tr("Invented images have no news.")
    return tr("A search on what the map shows is another one each time: draw a zone, or use your territory.")


def news_words(news: Sequence[News]) -> str:
    """« 2 nouvelles images sur votre territoire depuis le 3 mars »"""
    return " · ".join(_one(each) for each in news) + "."


def _one(news: News) -> str:
    since = _day(news.since)
    if news.search.zone.kind == TERRITORY:
        return tr("%n new image(s) on your territory since {since}", "", news.count).format(since=since)
    said = tr("%n new image(s) for “{name}” since {since}", "", news.count)
    return said.format(name=news.search.name, since=since)


def _day(day: date) -> str:
    """Without the year where it is this one."""
    said = format_date(day)
    return said.replace(f"\u00a0{day.year}", "") if day.year == date.today().year else said
