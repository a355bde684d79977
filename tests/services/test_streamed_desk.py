# SPDX-License-Identifier: GPL-2.0-or-later
"""« Ouvrir » on an image that can be streamed, and what a person sees of layers that wait."""

from __future__ import annotations

import pytest
from qgis.core import QgsLayerTreeModel, QgsProject
from qgis.gui import QgsLayerTreeView, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton

from dinamis_qgis.core.credentials import credentials
from dinamis_qgis.core.saved_sources import _to_save
from dinamis_qgis.core.streamed_layers import StreamedLayers, is_streamed
from dinamis_qgis.domain.accounts import KeyPair
from dinamis_qgis.gui.accounts.remedies import remedies
from dinamis_qgis.gui.notices import Notices
from dinamis_qgis.gui.search.results_bar import ResultsBar
from dinamis_qgis.gui.search.scene_opener import Way
from dinamis_qgis.gui.streaming.desk import StreamDesk
from tests.gui.results_parts import Panel
from tests.services.http_service import Answer
from tests.services.streamed_parts import put_scene

PAIR = KeyPair("access-of-the-test", "secret-of-the-test")


@pytest.fixture
def with_key(account, there):
    there.signing.keys[PAIR.access] = PAIR.secret
    credentials().set_key(account, PAIR)
    return account


@pytest.fixture
def panel(qgis_app, qgis_new_project, qtbot, account):
    panel = Panel(qtbot)
    yield panel
    panel.view.close_page()
    QgsProject.instance().clear()


@pytest.fixture
def desk(qgis_app, qtbot, account):
    """The desk over a layer tree and a message bar, which are shown."""
    project = QgsProject.instance()
    view, bar, canvas = QgsLayerTreeView(), QgsMessageBar(), QgsMapCanvas()
    view.setModel(QgsLayerTreeModel(project.layerTreeRoot(), view))
    for widget in (view, bar, canvas):
        qtbot.addWidget(widget)
        widget.resize(360, 200)
        widget.show()
    layers = StreamedLayers(project)
    desk = StreamDesk(layers, project, view, canvas, Notices(bar), lambda error: remedies(error, lambda _section: None))
    desk.bar, desk.view = bar, view
    yield desk
    desk.close()
    layers.close()
    project.clear()


def marks(desk) -> list:
    return [mark for node in nodes() for mark in desk.view.indicators(node)]


def open_row(panel, scene, qtbot):
    panel.search([(scene, 100.0)])
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    panel.view.findChild(ResultsBar).main.click()
    qtbot.waitUntil(lambda: len(streamed()) == 2, timeout=20_000)
    return streamed()


def streamed() -> list:
    return [layer for layer in QgsProject.instance().mapLayers().values() if is_streamed(layer)]


def nodes() -> list:
    return [node for node in QgsProject.instance().layerTreeRoot().findLayers() if is_streamed(node.layer())]


def test_the_main_button_opens_what_can_be_streamed(panel, there, with_key, qtbot):
    scene = put_scene(there)
    panel.search([(scene, 100.0)])
    opener = panel.view.actions.opener
    assert opener.way(scene) is Way.STREAM and opener.labels(scene) == ("Open", "Open")
    assert opener.can_download(scene), "it can be had whole too"
    open_row(panel, scene, qtbot)
    group = nodes()
    assert [node.itemVisibilityChecked() for node in group] == [True, False]
    assert "pansharpened" in group[0].name() and group[0].parent().name() == "SPOT 7, 2\xa0Aug\xa02022"
    assert "SPOT 7 of 2\xa0Aug\xa02022 opened. Credit: © Airbus DS 2022" in panel.bar.currentItem().text()


def test_who_is_not_signed_in_sees_the_access(panel, there, account):
    assert panel.view.actions.opener.way(put_scene(there)) is Way.ACCESS


def test_a_link_that_leads_nowhere_says_so(panel, there, with_key, qtbot):
    scene = put_scene(there)
    there.store.files.clear()
    panel.search([(scene, 100.0)])
    panel.view.actions.opener.run(scene)
    qtbot.waitUntil(lambda: panel.bar.currentItem() is not None, timeout=20_000)
    assert not streamed() and "X-Amz" not in panel.bar.currentItem().text()


def test_layers_that_wait_are_marked_and_told_once(desk, panel, there, with_key, qtbot):
    layers = open_row(panel, put_scene(there), qtbot)
    assert marks(desk) == [] and desk.bar.currentItem() is None
    for layer in layers:
        layer.setDataSource(_to_save(layer.source()), layer.name(), "gdal")
    credentials().sign_out(with_key)
    qtbot.waitUntil(lambda: len(marks(desk)) == 2)
    item = desk.bar.currentItem()
    assert item.text() == "2 layer(s) wait for a sign-in to be displayed." and len(desk.bar.items()) == 1
    assert [button.text() for button in item.findChildren(QPushButton)] == ["Sign in"]
    nodes()[1].parent().removeChildNode(nodes()[1])  # QGIS knows marks by the node's place in memory
    qtbot.waitUntil(lambda: len(streamed()) == 1)
    assert len(marks(desk)) == 1
    credentials().set_key(with_key, PAIR)
    qtbot.waitUntil(lambda: not marks(desk))
    assert desk.bar.currentItem() is None


def test_the_network_is_told_from_the_account(desk, panel, there, with_key, qtbot):
    layers = open_row(panel, put_scene(there), qtbot)
    answer, there.signing_server.answer = there.signing_server.answer, lambda _asked: Answer(b"x" * 99, cut_after=0)
    for layer in layers:
        layer.setDataSource(_to_save(layer.source()), layer.name(), "gdal")
    credentials().set_key(with_key, PAIR)  # forgets links
    qtbot.waitUntil(lambda: len(marks(desk)) == 2, timeout=20_000)
    item = desk.bar.currentItem()
    assert item.text() == "2 layer(s) wait for the network to be displayed."
    assert [button.text() for button in item.findChildren(QPushButton)] == ["Retry"]
    there.signing_server.answer = answer
    marks(desk)[0].clicked.emit(desk.view.node2index(nodes()[0]))
    qtbot.waitUntil(lambda: not marks(desk) and desk.bar.currentItem() is None, timeout=20_000)
