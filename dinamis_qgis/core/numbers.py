# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers and dates as the person's language writes them: ``1 234,5 km²``, ``63 %``, ``14 juil. 2022``.

All on one line: spaces inside are no-break. Unknown (None) is « inconnu », never 0.
"""

from __future__ import annotations

import math
from datetime import date, datetime, timezone
from decimal import Decimal

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QLocale

from ..translation import tr

_MOST_DIGITS = 20
_NO_BREAK, _THIN_NO_BREAK = "\u00a0", "\u202f"


def locale() -> QLocale:
    """The language of QGIS's interface, whose words surround the numbers; in the system's variant if it has one."""
    own, system = QLocale(QgsApplication.locale()), QLocale()
    chosen = system if system.language() == own.language() else own
    chosen.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)  # QGIS's default drops the group separator
    return chosen


def format_number(value: float | Decimal | None, most_decimals: int = 1) -> str:
    """Rounded half up, without trailing zeros: ``1 234,5``, ``3 500``."""
    if value is None:
        return tr("unknown")
    language = locale()
    text = language.toString(float(_rounded(value, most_decimals)), "f", most_decimals)
    if most_decimals:
        text = text.rstrip(language.zeroDigit()).rstrip(language.decimalPoint())
    if language.language() == QLocale.Language.French:  # older Qt writes a wide space
        text = text.replace(language.groupSeparator(), _THIN_NO_BREAK)
    return text


def grouped(said: str, count: int) -> str:
    """``said`` by ``tr`` of ``count`` (« 5000 sommets ») with the digits of the count grouped (« 5 000 sommets »)."""
    return said.replace(str(count), format_number(count), 1)


def format_km2(value: float | Decimal | None) -> str:
    """One decimal; two significant digits below 1 km², so that a hectare does not read 0."""
    if value is None:
        return tr("unknown")
    if float(value) == 0 or abs(float(value)) >= 1:
        return _with_unit(tr("{} km²"), value, 1)
    return _with_unit(tr("{} km²"), value, 1 - math.floor(math.log10(abs(float(value)))))


def format_eur(value: float | Decimal | None) -> str:
    """Whole euros, or with cents when there are some."""
    if value is None:
        return tr("unknown")
    cents = 0 if _rounded(value, 2) == _rounded(value, 0) else 2
    language = locale()
    amount = format_number(value, cents)
    if cents and amount[-2:-1] == language.decimalPoint():
        amount += language.zeroDigit()  # 207,2 -> 207,20
    return _glued(tr("€{}").format(amount))


def format_percent(value: float | Decimal | None) -> str:
    """Whole percents, 0 and 100 only when it is so."""
    if value is None:
        return tr("unknown")
    if 0 < value < 1:
        return _glued(tr("under {}%").format(format_number(1, 0)))
    if 99.5 <= value < 100:
        return _with_unit(tr("{}%"), math.floor(value * 10) / 10, 1)
    return _with_unit(tr("{}%"), value, 0)


def format_size(size: float) -> str:
    """``3,1 Go``, ``12 Mo``, of bytes."""
    if size >= 1e9:
        return _with_unit(tr("{} GB"), size / 1e9, 1)
    return _with_unit(tr("{} MB"), max(size / 1e6, 0.1), 0 if size >= 1e7 else 1)


def format_date(value: date | datetime | None) -> str:
    """The day, ``14 juil. 2022``; of an aware datetime, the UTC day."""
    if value is None:
        return tr("unknown")
    if isinstance(value, datetime) and value.tzinfo is not None:
        value = value.astimezone(timezone.utc)
    language = locale()
    text = language.toString(QDate(value.year, value.month, value.day), "d MMM yyyy")
    if value.day == 1 and language.language() == QLocale.Language.French:
        text = text.replace("1", "1er", 1)  # the first of a month is an ordinal in French, and only the first
    return _glued(text)


def format_moment(value: datetime | None) -> str:
    """``14 juil. 2022, 11 h 02 UTC``; the day alone at midnight sharp, which is what services say of a day alone."""
    if value is None:
        return tr("unknown")
    value = value.astimezone(timezone.utc)
    if (value.hour, value.minute, value.second) == (0, 0, 0):
        return format_date(value)
    time = _glued(tr("{hour}:{minute} UTC").format(hour=value.hour, minute=f"{value.minute:02}"))
    return tr("{day}, {time}").format(day=format_date(value), time=time)


def format_month(value: date) -> str:
    """``oct. 2022``."""
    return _glued(locale().toString(QDate(value.year, value.month, 1), "MMM yyyy"))


def _with_unit(pattern: str, value: float | Decimal | None, decimals: int) -> str:
    return _glued(pattern.format(format_number(value, decimals)))


def _glued(text: str) -> str:
    return text.replace(" ", _NO_BREAK)


def _rounded(value: float | Decimal, decimals: int) -> Decimal:
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    if exact.adjusted() > _MOST_DIGITS:
        return exact  # beyond what Decimal quantizes: nothing is left to round
    return exact.quantize(Decimal(1).scaleb(-decimals), "ROUND_HALF_UP")
