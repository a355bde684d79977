# SPDX-License-Identifier: GPL-2.0-or-later
"""An entry of the register as rows of its three tables: plain values, days as ISO 8601, the zone as hexadecimal WKB.

The rows may be edited by any program: what is absent has its default, what cannot be is refused by name.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Optional

import shapely
from shapely.geometry import MultiPolygon, mapping

from .errors import InvalidFile
from .register import ATTACHED, Attachment, Entry
from .request import ImageryRequest, KeptEstimate
from .request_file import SCHEMA, from_json
from .shapes import polygons_only

Row = dict[str, Any]
TEXT, WHOLE, REAL, DAY = "text", "whole", "real", "day"

_KINDS = {"str": TEXT, "int": WHOLE, "float": REAL, "date": DAY, "tuple[str, ...]": TEXT}
_APART = ("zone", "estimate", "history")
_NAMES = {"start": "start_day", "end": "end_day", "geometry": "product_geometry"}  # words that SQL or QGIS has taken
_ESTIMATE_NAMES = {"day": "estimate_day"}


def _kind(declared: str) -> str:
    return _KINDS[declared[len("Optional[") : -1] if declared.startswith("Optional[") else declared]


def _columns(kind: type, apart: tuple[str, ...], names: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Column: the field that it holds, and its type."""
    return {
        names.get(each.name, each.name): (each.name, _kind(str(each.type)))
        for each in fields(kind)
        if each.name not in apart
    }


_REQUEST = _columns(ImageryRequest, _APART, _NAMES)
_ESTIMATE = _columns(KeptEstimate, (), _ESTIMATE_NAMES)
_OWN = {"uuid": TEXT, "version": WHOLE, "modified": TEXT, "author": TEXT}

REQUEST_COLUMNS: Mapping[str, str] = {
    **_OWN,
    **{name: kind for name, (_, kind) in (*_REQUEST.items(), *_ESTIMATE.items())},
}
HISTORY_COLUMNS: Mapping[str, str] = {"request": TEXT, "number": WHOLE, "day": DAY, "state": TEXT}
ATTACHMENT_COLUMNS: Mapping[str, str] = {
    "request": TEXT, "number": WHOLE, "kind": TEXT, "name": TEXT, "address": TEXT, "day": DAY,
}  # fmt: skip


@dataclass(frozen=True)
class Rows:
    """``zone`` is None where the row has none."""

    request: Row
    zone: Optional[str]
    history: Sequence[Row] = field(default_factory=list)
    attachments: Sequence[Row] = field(default_factory=list)


def rows_of(entry: Entry) -> Rows:
    request, estimate, name = entry.request, entry.request.estimate, entry.id
    row: Row = {"uuid": name, "version": entry.version, "modified": entry.modified, "author": entry.author}
    row.update({column: _plain(getattr(request, known)) for column, (known, _) in _REQUEST.items()})
    row.update({column: _plain(getattr(estimate, known, None)) for column, (known, _) in _ESTIMATE.items()})
    return Rows(
        row,
        shapely.to_wkb(MultiPolygon(shapely.get_parts(polygons_only(request.zone)).tolist()), hex=True),
        [
            {"request": name, "number": number, "day": step.day.isoformat(), "state": step.state}
            for number, step in enumerate(request.history, 1)
        ],
        [
            {"request": name, "number": number, "kind": one.kind, "name": one.name, "address": one.address,
             "day": one.day.isoformat()}
            for number, one in enumerate(entry.attachments, 1)
        ],
    )  # fmt: skip


def entry_of(rows: Rows, path: str = "") -> Entry:
    """Raises :class:`InvalidRequestFile`."""
    row = rows.request
    said = {known: _value(row.get(column), known) for column, (known, _) in _REQUEST.items()}
    estimate = {known: row.get(column) for column, (known, _) in _ESTIMATE.items()}
    said["schema"] = SCHEMA
    said["zone"] = None if rows.zone is None else mapping(shapely.force_2d(shapely.from_wkb(rows.zone)))
    said["estimate"] = estimate if all(estimate[one] for one in ("day", "tariff")) else None
    steps = sorted((one for one in rows.history if one.get("day") and one.get("state")), key=_number)
    said["history"] = [{"day": one["day"], "state": one["state"]} for one in steps]
    return Entry(
        from_json(said, path),
        tuple(_attachments(rows.attachments)),
        row.get("uuid") or uuid.uuid4().hex,
        row.get("version") or 0,
        row.get("modified") or "",
        row.get("author") or "",
    )


def to_record(entry: Entry) -> dict[str, Any]:
    """For a file of ours."""
    rows = rows_of(entry)
    return {"row": rows.request, "zone": rows.zone, "history": rows.history, "attachments": rows.attachments}


def of_record(record: Any, path: str) -> Entry:
    """Raises :class:`InvalidFile`."""
    try:
        rows = Rows(record["row"], record["zone"], record["history"], record["attachments"])
        return entry_of(rows, path)
    except (KeyError, TypeError, AttributeError, ValueError, shapely.GEOSException) as error:
        raise InvalidFile(path, "not a request of ours") from error


def _attachments(rows: Sequence[Row]) -> list[Attachment]:
    return [
        Attachment(row["kind"], row.get("name") or "", row.get("address") or "", _day(row.get("day")))
        for row in sorted(rows, key=_number)
        if row.get("kind") in ATTACHED
    ]


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return date.min


def _number(row: Row) -> int:
    return row.get("number") or 0


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return "\n".join(value)
    return value.isoformat() if isinstance(value, date) else value


def _value(value: Any, known: str) -> Any:
    if known == "archive_ids":
        return [one for one in (value or "").split("\n") if one.strip()]
    return value
