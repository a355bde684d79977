# SPDX-License-Identifier: GPL-2.0-or-later
"""« Barèmes » in the options: a tariff from a file or an address, refused with its reason or used at once."""

from __future__ import annotations

import json
import shutil

import pytest
from qgis.gui import QgsMessageBar

from dinamis_qgis.core.tariffs import own_folder, tariff_shelf
from dinamis_qgis.gui.notices import Notices
from dinamis_qgis.gui.options.given import Given
from dinamis_qgis.gui.options.tariffs import TariffsSection
from tests.domain.tariff_samples import changed, write
from tests.services.http_service import Answer, serving


@pytest.fixture
def section(qgis_app, qtbot):
    bar = QgsMessageBar()
    given = Given(Notices(bar), lambda: None, lambda _over: None)
    made = TariffsSection(given, Notices(bar))
    made.bar = bar
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.list.topLevelItemCount() > 0)
    yield made
    made.close_section()
    shutil.rmtree(own_folder(), ignore_errors=True)


def rows(section):
    items = (section.list.topLevelItem(place) for place in range(section.list.topLevelItemCount()))
    return {item.text(0): item for item in items}


def test_the_shipped_tariff_is_listed_with_what_it_is_worth_and_cannot_be_removed(section):
    row = rows(section)["2022-10"]
    assert "to be checked" in row.text(2) and "Fontannaz" in row.text(3)
    section.list.setCurrentItem(row)
    assert not section.remove.isEnabled()


def test_a_tariff_from_a_file_is_in_use_at_once_and_may_be_removed(section, qtbot, tmp_path):
    section.bring(str(write(tmp_path, "2026-10.json", changed("in_force_from", to="2026-10-01"))))
    qtbot.waitUntil(lambda: "2026-10" in rows(section), timeout=20_000)
    assert rows(section)["2026-10"].text(2) == "used" and rows(section)["2022-10"].text(2) == "not used today"
    section.list.setCurrentItem(rows(section)["2026-10"])
    assert section.remove.isEnabled()
    section.remove.click()
    qtbot.waitUntil(lambda: "2026-10" not in rows(section), timeout=20_000)


def test_a_tariff_comes_from_an_address_through_qgis_network(section, qtbot):
    body = json.dumps(changed("in_force_from", to="2026-10-01")).encode()
    with serving(lambda _: Answer(body)) as service:
        section.bring(f"{service.url}/tariffs/2026-10.json?v=3")
        qtbot.waitUntil(lambda: "2026-10" in rows(section), timeout=20_000)
    assert [asked.path for asked in service.asked] == ["/tariffs/2026-10.json"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            json.dumps(changed("sensors", 0, "categories", "public", "free", to="lots")),
            "sensors[0].categories.public.free",
        ),
        ("<html>no</html>", "its content"),
        ("[" * 100_000, "its content"),
    ],
)
def test_a_wrong_file_is_refused_with_key_and_reason_and_the_last_good_one_serves(
    section, qtbot, tmp_path, content, said
):
    path, before = tmp_path / "2026-10.json", list(tariff_shelf().tariffs)
    path.write_text(content)
    section.bring(str(path))
    qtbot.waitUntil(lambda: len(section.bar.items()) == 1, timeout=20_000)
    assert said in section.bar.currentItem().text() and "2026-10.json" in section.bar.currentItem().text()
    assert list(tariff_shelf().tariffs) == before and tariff_shelf().refused == ()
    assert list(own_folder().iterdir()) == []


def test_an_address_that_answers_with_an_error_changes_nothing(section, qtbot):
    before = list(tariff_shelf().tariffs)
    with serving(lambda _: Answer(b"", 404)) as service:
        section.bring(f"{service.url}/../../etc/passwd.json")
        qtbot.waitUntil(lambda: len(section.bar.items()) == 1, timeout=20_000)
    assert list(tariff_shelf().tariffs) == before


def test_its_name_never_leads_out_of_the_folder(section, qtbot, tmp_path):
    body, before = json.dumps(changed("in_force_from", to="2026-10-01")).encode(), len(rows(section))
    with serving(lambda _: Answer(body)) as service:
        section.bring(f"{service.url}/..%2F..%2Fevil.json")
        qtbot.waitUntil(lambda: len(rows(section)) == before + 1, timeout=20_000)
    assert [path.parent for path in own_folder().glob("*.json")] == [own_folder()]
