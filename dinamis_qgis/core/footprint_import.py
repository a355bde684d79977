# SPDX-License-Identifier: GPL-2.0-or-later
"""Imported footprints as a catalogue like any other: a STAC ItemCollection in ``<profile>/dinamis/footprints``, and a
row of ``catalogues.json``. How their columns were read is remembered for the next file that has the same ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..domain.catalogues.registry import CatalogueRow
from ..domain.footprint_columns import Columns, signature
from ..domain.footprint_items import theme_of
from ..domain.json_file import write_json
from ..domain.themes import EVERYTHING
from ..domain.web import Feedback
from .catalogues import editable_rows, user_file
from .footprint_files import Table, read
from .settings import Settings

_MOST_REMEMBERED = 50


@dataclass(frozen=True)
class Imported:
    row: CatalogueRow
    count: int
    left_out: int


def bring_in(table: Table, columns: Columns, feedback: Feedback, progress: Callable[[float], None]) -> Imported:
    """In a task. The same file again takes the place of what it gave before.

    Raises :class:`InvalidFile`, :class:`NotWritable`, :class:`NewerFile`.
    """
    found = read(table, columns, feedback, progress)
    own, folder = editable_rows(), user_file().parent / "footprints"
    name = Path(table.path).name
    former = next((row for row in own.rows if row.kind == "items" and _is_of(row, folder, name)), None)
    row_id = former.id if former is not None else own.free_id(Path(name).stem)
    target = folder / f"{row_id}.json"
    write_json(target, {"type": "FeatureCollection", "imported_from": name, "features": found.items})
    themes = dict.fromkeys(sorted({theme_of(one) for one in found.items}), ())
    own.put(
        CatalogueRow(
            row_id,
            former.title if former is not None else Path(name).stem,
            "items",
            str(target),
            themes={**themes, EVERYTHING: ()},
            verified=f"Imported from {name}, {date.today().isoformat()}.",
        )
    )
    own.save()
    return Imported(next(row for row in own.rows if row.id == row_id), len(found.items), found.left_out)


def remembered(table: Table) -> Columns | None:
    """How a file with these columns was read the last time."""
    return Columns.from_json(_all().get(signature(table.columns)))


def remember(table: Table, columns: Columns) -> None:
    known = _all()
    known.pop(signature(table.columns), None)
    known[signature(table.columns)] = columns.to_json()
    settings = Settings.load()
    settings.footprint_columns = json.dumps(dict(list(known.items())[-_MOST_REMEMBERED:]))
    settings.save()


def _all() -> dict[str, object]:
    try:
        said = json.loads(Settings.load().footprint_columns)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _is_of(row: CatalogueRow, folder: Path, name: str) -> bool:
    return Path(row.url).parent == folder and row.verified.startswith(f"Imported from {name},")
