# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from qgis.PyQt.QtCore import QLocale

from dinamis_qgis.core import numbers as n

THIN, HARD = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (1234.5, f"1{THIN}234,5", "1,234.5"),
        (3500, f"3{THIN}500", "3,500"),
        (148.55, "148,6", "148.6"),
        (0, "0", "0"),
        (Decimal("10"), "10", "10"),
        (100, "100", "100"),
    ],
)
def test_numbers_in_both_languages(speak, value, french, english):
    speak("fr")
    assert n.format_number(value) == french
    speak("en")
    assert n.format_number(value) == english


def test_whole_numbers_keep_their_zeros(speak):
    speak("fr")
    assert n.format_number(3500, 0) == f"3{THIN}500"
    assert n.format_number(10, 0) == "10"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (148.6, "148,6"),
        (84_321.04, f"84{THIN}321"),
        (0.01, "0,01"),
        (0.00123, "0,0012"),
        (0.996, "1"),
        (4.25, "4,3"),
    ],
)
def test_areas_do_not_round_a_hectare_away(speak, value, text):
    speak("fr")
    assert n.format_km2(value) == f"{text}{HARD}km²"


def test_qgis_without_group_separator_does_not_change_ours(speak):
    speak("fr")
    quiet = QLocale("fr_FR")
    quiet.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    QLocale.setDefault(quiet)
    assert n.format_number(1234.5) == f"1{THIN}234,5"


def test_percents_say_0_and_100_only_when_it_is_so(speak):
    speak("en")
    assert n.format_percent(100) == "100%"
    assert n.format_percent(99.97) == "99.9%"
    assert n.format_percent(99.4) == "99%"
    assert n.format_percent(63.2) == "63%"
    assert n.format_percent(0) == "0%"
    assert n.format_percent(0.2) == f"under{HARD}1%"


def test_euros(speak):
    speak("en")
    assert n.format_eur(Decimal("207.20")) == "€207.20"
    assert n.format_eur(0) == "€0"
    assert n.format_eur(Decimal("4760.00")) == "€4,760"
    assert n.format_eur(0.05) == "€0.05"


def test_dates(speak):
    speak("fr")
    assert n.format_date(date(2022, 7, 14)) == f"14{HARD}juil.{HARD}2022"
    assert n.format_date(date(2022, 8, 2)) == f"2{HARD}août{HARD}2022"
    assert n.format_date(date(2021, 6, 1)) == f"1er{HARD}juin{HARD}2021"
    assert n.format_date(date(2021, 6, 11)) == f"11{HARD}juin{HARD}2021"
    assert n.format_month(date(2022, 10, 1)) == f"oct.{HARD}2022"
    speak("en")
    assert n.format_date(date(2021, 6, 1)) == f"1{HARD}Jun{HARD}2021"
    assert n.format_date(date(2022, 7, 14)) == f"14{HARD}Jul{HARD}2022"


def test_an_instant_is_given_by_its_utc_day(speak):
    speak("en")
    evening_in_cayenne = datetime(2022, 7, 14, 22, 30, tzinfo=timezone(timedelta(hours=-3)))
    assert n.format_date(evening_in_cayenne) == f"15{HARD}Jul{HARD}2022"


def test_unknown_is_said(speak):
    speak("en")
    for write in (n.format_number, n.format_km2, n.format_eur, n.format_percent, n.format_date):
        assert write(None) == "unknown"


def test_a_number_beyond_measure_is_written_all_the_same(qgis_app):
    assert n.format_number(1e300, 2).startswith("1")
