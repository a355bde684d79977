# SPDX-License-Identifier: GPL-2.0-or-later
"""Words that others wrote, as they reach widgets, names of layers and files."""

from __future__ import annotations

from dinamis_qgis.domain.catalogues.values import LONGEST, text, web_address


def test_a_text_is_cut_where_a_panel_would_freeze():
    assert text("x" * 10_000_000) == "x" * LONGEST + "…" and text("x" * LONGEST) == "x" * LONGEST
    assert web_address("https://a.example/" + "x" * 10_000_000, "") == ""


def test_tags_and_expressions_are_broken_up():
    said = text("<img src='x'></a><!-- [% 6*7 %] 3 < 5 <5 %")
    assert said == "< img src='x'>< /a>< !-- [ % 6*7 %] 3 < 5 <5 %"
