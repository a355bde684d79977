# SPDX-License-Identifier: GPL-2.0-or-later
"""New images are told in the message bar, and wait there for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

from ...core.new_images import News
from ...domain.saved_search import SavedSearch
from ...translation import tr
from ..notices import Notices
from .words import news_words

_MOST_BUTTONS = 3
_SECONDS = 20


def tell_news(notices: Notices, news: Sequence[News], run: Callable[[SavedSearch], None]) -> None:
    """One message for all; a button shows the images of a search."""
    alone = len(news) == 1
    actions = [
        (tr("See") if alone else each.search.name, lambda search=each.search: run(search))
        for each in news[:_MOST_BUTTONS]
    ]
    notices.say(news_words(news), actions=actions, seconds=_SECONDS)
