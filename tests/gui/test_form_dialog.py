# SPDX-License-Identifier: GPL-2.0-or-later
"""OpenSPOT's form as a person fills it in, against a double of the service."""

from __future__ import annotations

import html
from dataclasses import replace

import pytest
from qgis.core import QgsSettings
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from dinamis_qgis.core.catalogues import configured_rows
from dinamis_qgis.domain.scene import Scene
from dinamis_qgis.gui import form_dialog
from dinamis_qgis.gui.form_dialog import FormDialog, ask_for_file
from dinamis_qgis.gui.notices import Notices
from tests.services.http_service import Answer, serving
from tests.services.openspot_service import OpenSpotService, feature

SCENE = Scene("ORT_SPOT7_20210601_104512300_007---PAN", "openspot", "2021_PAN", said='{"fid": 7}')


@pytest.fixture
def row(qgis_app):
    return next(row for row in configured_rows()[0] if row.auth == "form")


class Form:
    def __init__(self, row, scene, service, folder):
        QgsSettings().remove("dinamis")
        self.bar, self.opened, self.service = QgsMessageBar(), [], service
        self.dialog = FormDialog(replace(row, url=service.url), scene, Notices(self.bar), self.opened.append)
        self.dialog.folder.setFilePath(str(folder))
        self.dialog.show()

    @property
    def sent(self):
        return [asked.path for asked in self.service.asked if asked.path == "/api/tab_liens"]

    def choose(self):
        for box in self.dialog.lists.values():
            box.setCurrentIndex(0)

    def told(self):
        return " ".join(html.unescape(item.text()) for item in self.dialog._bar.items())


@pytest.fixture
def form(row, qtbot, tmp_path):
    made = []

    def make(service, scene=SCENE):
        made.append(Form(row, scene, service, tmp_path))
        qtbot.waitUntil(lambda: not made[-1].dialog._slot.busy)
        return made[-1]

    yield make
    for each in made:
        each.dialog.close()
        each.dialog.deleteLater()


def test_the_licence_is_not_ticked_and_nothing_goes_without_it(form, qtbot):
    with serving(OpenSpotService({})) as service:
        f = form(service)
        assert not f.dialog.licence.isChecked() and not f.dialog.button.isEnabled()
        f.choose()
        assert not f.dialog.button.isEnabled()
        qtbot.mouseClick(f.dialog.button, Qt.MouseButton.LeftButton)
        qtbot.keyClick(f.dialog, Qt.Key.Key_Return)
        assert f.sent == []
        f.dialog.licence.setChecked(True)
        assert f.dialog.button.isEnabled()


def test_the_form_brings_the_file_under_the_scenes_name(form, qtbot, tmp_path):
    with serving(OpenSpotService({})) as service:
        f = form(service)
        f.choose()
        f.dialog.licence.setChecked(True)
        qtbot.mouseClick(f.dialog.button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: f.dialog.result() == 1)
    path = tmp_path / f"{SCENE.id}.tif"
    assert path.stat().st_size == 5004 and len(f.sent) == 1
    assert str(path) in html.unescape(f.bar.items()[0].text())
    qtbot.mouseClick(f.bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert f.opened == [str(path)]


def test_the_next_time_the_answers_are_there_but_not_the_licence(form, qtbot, row, tmp_path):
    with serving(OpenSpotService({})) as service:
        f = form(service)
        f.dialog.lists["pays"].setCurrentIndex(1)
        f.dialog.lists["theme"].setCurrentIndex(1)
        f.dialog.lists["profil"].setCurrentIndex(1)
        f.dialog.licence.setChecked(True)
        qtbot.mouseClick(f.dialog.button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: f.dialog.result() == 1)
        again = FormDialog(replace(row, url=service.url), SCENE, Notices(f.bar), f.opened.append)
        qtbot.waitUntil(lambda: not again._slot.busy)
        values = [box.currentData() for box in again.lists.values()]
        assert values == ["Collectivité", "Eau & sols", "bel"] and not again.licence.isChecked()
        assert again.folder.filePath() == str(tmp_path)
        again.deleteLater()


def test_a_service_without_lists_says_so_and_offers_what_is_known(form):
    with serving(OpenSpotService({}, lists="")) as service:
        f = form(service)
    assert [box.currentData() for box in f.dialog.lists.values()] == ["Particulier", "Autres", "fra"]
    assert f.dialog.note.isVisible() and "could not be read" in f.dialog.note.text()


@pytest.mark.parametrize(
    "service", [OpenSpotService({}, links="<p>sorry</p>"), OpenSpotService({}, file=Answer(b"no", status=403))]
)
def test_a_form_without_a_file_is_told_in_the_form(form, qtbot, tmp_path, service):
    with serving(service) as running:
        f = form(running)
        f.choose()
        f.dialog.licence.setChecked(True)
        qtbot.mouseClick(f.dialog.button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not f.dialog._slot.busy)
    assert "gave no file for this form" in f.told() and f.dialog.isVisible() and f.dialog.button.isEnabled()
    assert list(tmp_path.glob("*.tif")) == []


def test_cancel_stops_the_download_and_keeps_what_has_come(form, qtbot, tmp_path):
    slow = Answer(b"x" * 3_000_000, headers={"Content-Type": "image/tiff"}, pause_after=2_000_000)
    with serving(OpenSpotService({}, file=slow)) as service:
        f = form(service)
        f.choose()
        f.dialog.licence.setChecked(True)
        qtbot.mouseClick(f.dialog.button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: f.dialog.progress.value() > 0)
        assert "of" in f.dialog.state.text()
        f.dialog.reject()
        part = tmp_path / f"{SCENE.id}.tif.part"
        qtbot.waitUntil(lambda: part.exists() and part.stat().st_size > 0)
    assert not f.bar.items() and not (tmp_path / f"{SCENE.id}.tif").exists()


def test_out_of_reach_it_says_so_and_cannot_be_sent(form):
    with serving(lambda _asked: Answer()) as gone:
        pass
    f = form(gone)
    f.dialog.licence.setChecked(True)
    assert f.told() and not f.dialog.button.isEnabled() and f.dialog.state.text()


def test_a_scene_that_a_layers_fields_describe_is_read_again(form, row, monkeypatch, qtbot):
    with serving(OpenSpotService({"2021_PAN": [feature(7, "PAN", "2021-06-01")]})) as service:
        moved = replace(row, url=service.url)
        monkeypatch.setattr("dinamis_qgis.core.catalogues.configured_rows", lambda: ((moved,), None))
        f = form(service, replace(SCENE, said=""))
        assert f.dialog._asked
        assert service.asked[-1].body == b"val_fid=%7B%22values%22%3A+%5B7%5D%7D"


def test_only_a_scene_that_takes_a_form_has_one(qgis_app, qtbot, monkeypatch, row):
    parent = QWidget()
    assert ask_for_file(replace(SCENE, catalogue="other"), None, print, parent) is None
    with serving(OpenSpotService({})) as service:
        monkeypatch.setattr(form_dialog, "form_row", lambda _scene: replace(row, url=service.url))
        dialog = ask_for_file(SCENE, Notices(QgsMessageBar()), print, parent)
        qtbot.waitUntil(lambda: dialog._asked)
        assert dialog.isVisible() and not dialog.isModal()
        dialog.close()
