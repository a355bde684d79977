# SPDX-License-Identifier: GPL-2.0-or-later
"""Tariff files, read and checked by hand: each refusal names the file, the key and the reason.

A file with one fault is refused whole, so that no estimate rests on half a tariff. By hand because QGIS brings no JSON
Schema validator; ``resources/tariffs/schema.json`` says the same for editors.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from .errors import InvalidTariff, detach
from .tariffs import (
    ACQUISITIONS,
    CATEGORIES,
    LIMITS,
    PERIODS,
    Block,
    CategoryRow,
    Credits,
    Examined,
    Limit,
    OtherRates,
    Sensor,
    Source,
    Tariff,
    TariffShelf,
    Terms,
)

SCHEMA = 1
QUOTA_READINGS = ("per_request", "cumulative")
PRICE_READINGS = ("excess", "whole")
PRICES = ("cofunding", "institutional", "unnamed")
OTHER_RATES = ("by_category",)
DOUBTS = ("vat", "minimum_order", "stereo", "rounding", "categories_not_told")
MOST_BYTES = 1_000_000
_T = TypeVar("_T")


def read_tariffs(folders: Iterable[Path]) -> TariffShelf:
    """A later folder's file replaces one of the same name, unless it is refused: then the former one serves."""
    found: dict[str, Tariff] = {}
    refused = []
    for folder in folders:
        for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
            if path.name == "schema.json":
                continue
            try:
                found[path.stem] = read_tariff(path)
            except InvalidTariff as error:
                refused.append(detach(error))
    return TariffShelf(found, tuple(refused))


def read_tariff(path: Path) -> Tariff:
    """Raises :class:`InvalidTariff`."""
    try:
        raw = path.read_bytes()
        if len(raw) > MOST_BYTES:
            raise ValueError("larger than 1 MB")
        data = json.loads(
            raw.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_without_twins
        )
    except (OSError, ValueError, RecursionError) as error:
        raise InvalidTariff(str(path), str(error)) from error
    return _tariff(path.stem, _Node(str(path), "", data))


class _Node:
    """A value of the file with the key that leads to it."""

    def __init__(self, path: str, key: str, value: Any) -> None:
        self.path, self.key, self.value = path, key, value

    def refuse(self, reason: str) -> NoReturn:
        raise InvalidTariff(self.path, reason, self.key)

    def __getitem__(self, name: str) -> _Node:
        if name not in self.value:
            _Node(self.path, self._child(name), None).refuse("missing")
        return _Node(self.path, self._child(name), self.value[name])

    def object(self, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> _Node:
        if not isinstance(self.value, dict):
            self.refuse("must be an object")
        for name in required:
            self[name]
        for name in self.value:
            if name not in required + optional:
                _Node(self.path, self._child(name), None).refuse("unknown key")
        return self

    def items(self, least: int = 0) -> Iterator[_Node]:
        if not isinstance(self.value, list) or len(self.value) < least:
            self.refuse(f"must be a list of {least} or more")
        return (_Node(self.path, f"{self.key}[{i}]", value) for i, value in enumerate(self.value))

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.strip():
            self.refuse("must be a text")
        return str(self.value)

    def one_of(self, words: tuple[str, ...]) -> str:
        if self.value not in words:
            self.refuse("must be one of " + ", ".join(words))
        return str(self.value)

    def number(self, least: Decimal = Decimal(0), above: bool = False) -> Decimal:
        """``above``: ``least`` itself is refused."""
        if isinstance(self.value, bool) or not isinstance(self.value, (int, Decimal)):
            self.refuse("must be a number")
        number = Decimal(self.value)
        if number < least or (above and number == least):
            self.refuse(f"must be {'above' if above else 'at least'} {least}")
        if number > 10**9:
            self.refuse("is too large")
        return number

    def whole(self) -> int:
        """1 to 1000."""
        number = self.number(Decimal(1))
        if number != int(number) or number > 1000:
            self.refuse("must be a whole number of at most 1000")
        return int(number)

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            self.refuse("must be true or false")
        return bool(self.value)

    def day(self) -> date:
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            self.refuse("must be a date: YYYY-MM-DD")

    def maybe(self, read: Callable[[_Node], _T]) -> _T | None:
        return None if self.value is None else read(self)

    def words(self, known: tuple[str, ...], least: int = 0) -> tuple[str, ...]:
        words = tuple(item.one_of(known) for item in self.items(least))
        if len(set(words)) != len(words):
            self.refuse("names a word twice")
        return words

    def _child(self, name: str) -> str:
        return f"{self.key}.{name}" if self.key else name


def _tariff(tariff_id: str, node: _Node) -> Tariff:
    if isinstance(node.value, dict) and node.value.get("schema") != SCHEMA:
        node["schema"].refuse(f"must be {SCHEMA}: written for another version of the plugin")
    node.object(
        ("schema", "in_force_from", "in_force_until", "review_months", "source", "readings", "doubts", "sensors"),
        ("$schema", "quota_period"),
    )
    readings = node["readings"].object(("quota", "price_on"))
    sensors = tuple(_sensor(item) for item in node["sensors"].items(1))
    if len({sensor.id for sensor in sensors}) != len(sensors):
        node["sensors"].refuse("names a sensor twice")
    first, last = node["in_force_from"].day(), node["in_force_until"].maybe(_Node.day)
    if last is not None and last < first:
        node["in_force_until"].refuse("is before in_force_from")
    return Tariff(
        id=tariff_id,
        first_day=first,
        last_day=last,
        review_months=node["review_months"].whole(),
        source=_source(node["source"]),
        quota_readings=readings["quota"].words(QUOTA_READINGS, 1),
        price_readings=readings["price_on"].words(PRICE_READINGS, 1),
        sensors=sensors,
        doubts=node["doubts"].words(DOUBTS),
        quota_period=_period(node) if "quota_period" in node.value else "",
    )


def _period(node: _Node) -> str:
    return node["quota_period"].maybe(lambda said: said.one_of(PERIODS)) or ""


def _source(node: _Node) -> Source:
    node.object(("title", "author", "date", "url"))
    url = node["url"].maybe(_Node.text) or ""
    return Source(node["title"].text(), node["author"].text(), node["date"].maybe(_Node.day), url)


_SENSOR = ("id", "name", "short_name", "resolution_m", "from", "until", "unit", "categories", "doubts")


def _sensor(node: _Node) -> Sensor:
    if not isinstance(node.value, dict):
        node.refuse("must be an object")
    by_credit = node["unit"].one_of(("km2", "credit")) == "credit"
    if by_credit:
        node.object((*_SENSOR, "km2_per_credit", "scene_width_km", "blocks"), ("limits",))
    else:
        node.object(_SENSOR, ("other_rates", "limits"))
    return Sensor(
        id=node["id"].text(),
        name=node["name"].text(),
        short_name=node["short_name"].text(),
        resolution_m=node["resolution_m"].number(above=True),
        categories={name: _category(node["categories"].object(CATEGORIES)[name], by_credit) for name in CATEGORIES},
        credits=_credits(node) if by_credit else None,
        other_rates=tuple(map(_other_rates, node["other_rates"].items())) if "other_rates" in node.value else (),
        doubts=node["doubts"].words(DOUBTS),
        first_day=node["from"].maybe(_Node.day),
        last_day=node["until"].maybe(_Node.day),
        limits=tuple(map(_limit, node["limits"].items())) if "limits" in node.value else (),
    )


def _limit(node: _Node) -> Limit:
    node.object(("kind", "value", "acquisition", "verified", "source"))
    kind = node["kind"].one_of(LIMITS)
    value = node["value"].number(above=True)
    if kind.startswith("most") and value != int(value):
        node["value"].refuse("must be a whole number")
    acquisition = node["acquisition"].maybe(lambda said: said.one_of(ACQUISITIONS)) or ""
    return Limit(kind, value, node["verified"].flag(), _source(node["source"]), acquisition)


def _category(node: _Node, by_credit: bool) -> CategoryRow:
    if isinstance(node.value, dict) and "examined_by" in node.value:
        node.object(("examined_by", "source"))
        return Examined(node["examined_by"].text(), _source(node["source"]))
    if by_credit:
        free = node.object(("free",))["free"].number()
        if free != int(free):
            node["free"].refuse("must be a whole number of credits")
        return Terms(free)
    node.object(("free", "price", "rates"))
    return Terms(node["free"].number(), node["price"].one_of(PRICES), _rates(node["rates"]))


def _rates(node: _Node) -> dict[str, Decimal]:
    return {name: node.object(ACQUISITIONS)[name].number() for name in ACQUISITIONS}


def _other_rates(node: _Node) -> OtherRates:
    node.object(("why", "categories"))
    categories = node["categories"].object((), CATEGORIES)
    return OtherRates(node["why"].one_of(OTHER_RATES), {name: _rates(categories[name]) for name in categories.value})


def _credits(node: _Node) -> Credits:
    blocks = []
    for item in node["blocks"].items(1):
        item.object(("credits", "eur"))
        blocks.append(Block(item["credits"].whole(), item["eur"].number()))
    return Credits(node["km2_per_credit"].number(Decimal(1)), node["scene_width_km"].number(above=True), tuple(blocks))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError(f"a key stands twice: {next(name for name in names if names.count(name) > 1)}")
    return dict(pairs)
