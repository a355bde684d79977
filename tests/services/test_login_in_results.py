# SPDX-License-Identifier: GPL-2.0-or-later
"""A search whose images take an account, on the real page: found without one, and the way to sign in beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from qgis.PyQt.QtWidgets import QPushButton

from dinamis_qgis import paths
from dinamis_qgis.core import credentials as module
from dinamis_qgis.core.credentials import credentials
from dinamis_qgis.domain.accounts import KeyPair
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.domain.scene import Asset
from dinamis_qgis.gui.accounts.remedies import remedies
from dinamis_qgis.gui.aoi.controller import ZoneController
from dinamis_qgis.gui.search.detail_picture import PictureNote
from dinamis_qgis.gui.search.page import SearchPage
from tests.gui.results_parts import Panel
from tests.gui.zone_parts import make_panel
from tests.make_scenes import scene
from tests.services.http_service import Answer, serving
from tests.services.stac_service import StacService
from tests.services.synthetic_items import items

THEMES = {"vhr": (), "all": ()}


@pytest.fixture
def searched(qgis_app, qgis_new_project, qtbot, tmp_path):
    """The page after a search of France in the rows that are given, and the sections of the options it asked for."""
    made = []

    def search(*rows):
        panel = make_panel("EPSG:4326", (-5.0, 42.0, 8.0, 51.0))
        options = []
        context = replace(panel.context, show_options=options.append)
        zones = ZoneController(context, panel.canvas, territory_path=tmp_path / "territory.geojson")
        page = SearchPage(context, zones, rows=lambda: (rows, None))
        made.append((panel, zones, page))
        qtbot.waitUntil(lambda: context.zones.zone is not None)
        page.form.clouds.set_limit(None)
        page.resize(360, 600)
        page.show()
        with qtbot.waitSignal(page._run.finished, timeout=30_000):
            page.search()
        return page, options

    yield search
    for panel, zones, page in made:
        page.close_page()
        zones.close()
        page.deleteLater()
        panel.canvas.deleteLater()
    module.close()


def test_images_that_take_an_account_say_so_and_lead_there(searched, qtbot):
    with serving(StacService(items(5))) as running:
        page, options = searched(CatalogueRow("a", "A", "stac", running.url, auth="api-key", themes=THEMES))
        note = page.results.status.login
        qtbot.waitUntil(lambda: not note.isHidden())
        assert "opening will ask you to sign in" in note.text()
        note.linkActivated.emit("accounts")
    assert options == ["catalogues"]


def test_images_that_take_none_say_nothing(searched):
    with serving(StacService(items(5))) as running:
        page, _ = searched(CatalogueRow("a", "A", "stac", running.url, themes=THEMES))
    assert page.results.status.login.isHidden()


def test_a_catalogue_that_refuses_leads_there_too(searched):
    with serving(lambda _asked: Answer(status=401)) as running:
        page, options = searched(CatalogueRow("a", "A", "stac", running.url, themes=THEMES))
    note = page.results.status.login
    assert not note.isHidden() and "sign in" not in note.text()
    note.linkActivated.emit("accounts")
    assert options == ["catalogues"]


def test_the_criteria_lead_there(searched):
    with serving(StacService(items(1))) as running:
        page, options = searched(CatalogueRow("a", "A", "stac", running.url, themes=THEMES))
    page.form.criteria.accounts.click()
    assert options == ["catalogues"]


def test_a_quicklook_that_takes_an_account_says_so_in_the_detail_and_comes_once_it_is_there(
    account, there, qgis_new_project, qtbot
):
    href = there.put("/private.png", Path(paths.resource("help", "panel.png")).read_bytes())
    shown = replace(
        scene(0, catalogue="teledetection"), assets=(Asset("thumbnail", href, "image/png", ("thumbnail",)),)
    )
    asked = []
    panel = Panel(qtbot, remedies=lambda error: remedies(error, asked.append))
    panel.search([(shown, 100.0)])
    detail = panel.view.detail
    qtbot.addWidget(detail)
    detail.resize(320, 600)
    detail.show()
    detail.show_scene(shown)
    note = detail.findChild(PictureNote)
    qtbot.waitUntil(lambda: "sign in" in note.text(), timeout=30_000)
    assert detail._picture.text() == "The quicklook could not be shown."
    (button,) = note.findChildren(QPushButton)
    assert button.text() == "Sign in…" and button.isVisible() and button.geometry().right() < detail.width()
    there.signing.keys["access"] = "secret"
    credentials().set_key(account, KeyPair("access", "secret"))
    qtbot.waitUntil(lambda: detail._picture.image() is not None, timeout=30_000)
    assert not note.isVisible()
    panel.view.close_page()


def test_another_failure_of_a_quicklook_has_its_own_words(qgis_new_project, qtbot):
    with serving(lambda _asked: Answer(status=404)) as server:
        href = f"{server.url}/lost.png"
        shown = replace(scene(0), assets=(Asset("thumbnail", href, "image/png", ("thumbnail",)),))
        panel = Panel(qtbot)
        panel.search([(shown, 100.0)])
        detail = panel.view.detail
        qtbot.addWidget(detail)
        detail.show()
        detail.show_scene(shown)
        note = detail.findChild(PictureNote)
        qtbot.waitUntil(lambda: note.text() != "", timeout=30_000)
        assert "127.0.0.1" in note.text() and not note.findChildren(QPushButton)
        panel.view.close_page()
