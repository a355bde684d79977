# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenes read again from their catalogue, for whoever holds the fields of a footprint only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import requests

from ..domain.catalogues import Catalogue, Feedback
from ..domain.errors import Cancelled, DinamisError, HttpError, detach
from ..domain.scene import Scene
from .catalogues import open_named


class Rereader:
    """A catalogue that cannot be reached is asked once, then left alone; ``tell`` hears why."""

    def __init__(
        self, session: requests.Session, feedback: Feedback, tell: Callable[[DinamisError], None] | None = None
    ) -> None:
        self._session = session
        self._feedback = feedback
        self._tell = tell
        self._catalogues: dict[str, Catalogue] = {}
        self._lost: dict[str, DinamisError] = {}

    def read(self, known: Scene) -> Scene:
        """The scene as its catalogue has it. Raises what the catalogue does, the same again once it was lost."""
        name = known.catalogue
        if name in self._lost:
            raise self._lost[name]
        try:
            if name not in self._catalogues:
                self._catalogues[name] = open_named(name, self._session)
            return self._catalogues[name].scene(known.collection, known.id, known.self_url, self._feedback)
        except Cancelled:
            raise
        except DinamisError as error:
            if not isinstance(error, HttpError):
                self._lost[name] = detach(error)
            raise

    def whole(self, known: Scene) -> Scene:
        """The scene as its catalogue has it, completed by what is known; what is known alone where that fails."""
        if not known.catalogue or known.catalogue in self._lost:
            return known
        try:
            read = self.read(known)
        except Cancelled:
            raise
        except DinamisError as error:
            if self._tell is not None:
                self._tell(error)
            return known
        if read.quicklook is None:
            read = replace(read, assets=(*read.assets, *known.assets))
        return replace(read, footprint=read.footprint or known.footprint)
