# SPDX-License-Identifier: GPL-2.0-or-later
"""« Registre » of the options, on its own widgets."""

from __future__ import annotations

import pytest
from qgis.core import QgsProviderRegistry
from qgis.gui import QgsMessageBar

from dinamis_qgis.core import register_store as store
from dinamis_qgis.core.register_place import Place, default_path, opening
from dinamis_qgis.gui.notices import Notices
from dinamis_qgis.gui.options.given import Given
from dinamis_qgis.gui.options.register import RegisterSection


@pytest.fixture
def section(qgis_app, qtbot):
    made = []

    def make():
        bar = QgsMessageBar()
        given = Given(Notices(bar), lambda: None, lambda _parent: None)
        one = RegisterSection(given, Notices(bar))
        one.bar = bar
        qtbot.addWidget(one)
        one.show()
        made.append(one)
        return one

    yield make
    for one in made:
        one.close_section()


def test_the_profile_is_the_default_and_nothing_is_stored_before_ok(section, tmp_path):
    one = section()
    assert one.own.isChecked() and not one.create.isEnabled()
    one.in_file.setChecked(True)
    assert one.problem()
    one.file.setFilePath(str(tmp_path / "bureau"))
    assert not one.problem() and Place.chosen().path == str(default_path())
    one.apply()
    assert Place.chosen() == Place(str(tmp_path / "bureau.gpkg"))
    again = section()
    assert again.in_file.isChecked() and again.file.filePath().endswith("bureau.gpkg")


def test_a_register_is_made_in_one_click(section, tmp_path, qtbot):
    one = section()
    one.in_file.setChecked(True)
    one.file.setFilePath(str(tmp_path / "bureau.gpkg"))
    one.create.click()
    qtbot.waitUntil(lambda: "ready" in one.note.text(), timeout=20_000)
    assert store.read(opening(Place(str(tmp_path / "bureau.gpkg")))).entries == ()


def test_a_place_where_none_can_be_made_is_told(section, tmp_path, qtbot):
    (tmp_path / "file").write_text("")
    one = section()
    one.in_file.setChecked(True)
    one.file.setFilePath(str(tmp_path / "file" / "bureau.gpkg"))
    one.create.click()
    qtbot.waitUntil(lambda: bool(one.bar.items()), timeout=20_000)
    assert "bureau.gpkg" in one.bar.items()[0].text()


def test_a_connection_is_chosen_by_its_name_and_holds_no_password(section):
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    address = "dbname='sig' host=127.0.0.1 port=1 user='me' password='SECRET'"
    metadata.saveConnection(metadata.createConnection(address, {"saveUsername": True, "savePassword": True}), "bureau")
    try:
        one = section()
        one.in_database.setChecked(True)
        one.connection.setCurrentText("bureau")
        one.schema.setText("dinamis")
        one.apply()
        assert Place.chosen() == Place(connection="bureau", schema="dinamis")
        assert "SECRET" not in Place.chosen().as_text() and "SECRET" not in repr(opening(Place.chosen()))
        assert section().schema.text() == "dinamis"
        with pytest.raises(store.DinamisError) as refused:
            store.read(opening(Place.chosen()))
        assert "SECRET" not in str(refused.value)
    finally:
        metadata.deleteConnection("bureau")
    one.apply()
    with pytest.raises(store.DinamisError):  # it was taken away from QGIS since
        opening(Place.chosen())
