# SPDX-License-Identifier: GPL-2.0-or-later
"""Streamed layers on a store that wants signed links: opened, saved, opened again, signed again, refused."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsLayerDefinition,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtXml import QDomDocument

from dinamis_qgis.core import access, gdal_network, saved_sources
from dinamis_qgis.core.compositions import name_composition, shown_composition
from dinamis_qgis.core.credentials import credentials
from dinamis_qgis.core.layer_crs import own_crs
from dinamis_qgis.core.recolouring import draw, look_again, sight_of
from dinamis_qgis.core.renderers import Look
from dinamis_qgis.core.streamed_image import open_streamed
from dinamis_qgis.core.streamed_layers import StreamedLayers, is_streamed
from dinamis_qgis.domain.account_errors import NeedsSignIn
from dinamis_qgis.domain.accounts import KeyPair
from dinamis_qgis.domain.errors import AccessDenied
from dinamis_qgis.domain.scene import Asset, Scene
from dinamis_qgis.domain.streamed_source import asleep, files
from tests.services.cog_writer import cog
from tests.services.streamed_parts import COG_TYPE, put_scene

PAIR = KeyPair("access-of-the-test", "secret-of-the-test")


@pytest.fixture
def with_key(account, there):
    there.signing.keys[PAIR.access] = PAIR.secret
    credentials().set_key(account, PAIR)
    return account


@pytest.fixture
def saving():
    """Sources are written as the plugin has them written."""
    writer = saved_sources.install()
    yield
    writer.remove()


@pytest.fixture
def opened(there, with_key, in_task):
    """A pansharpened pair, in the project."""
    return into_project(put_scene(there), in_task)


@pytest.fixture
def kept_signed(qgis_app):
    made = []

    def keep() -> StreamedLayers:
        made.append(StreamedLayers(QgsProject.instance()))
        return made[-1]

    yield keep
    for each in made:
        each.close()


def into_project(scene, in_task):
    for asset in scene.assets:
        gdal_network.prepare(asset.href)
    layers = in_task(lambda feedback: open_streamed(scene, "natural", feedback)).layers
    for layer in layers:
        own_crs(layer)
    QgsProject.instance().addMapLayers(layers)
    return layers


def drawn(layer, qtbot, size: int = 400):
    """The picture, and the share of it that is not transparent."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(size, size))
    settings.setBackgroundColor(settings.backgroundColor().fromRgb(0, 0, 0, 0))
    job = QgsMapRendererParallelJob(settings)
    with qtbot.waitSignal(job.finished, timeout=20_000):
        job.start()
    image = job.renderedImage()
    points = range(2, size, size // 10)
    return image, sum(image.pixelColor(x, y).alpha() > 0 for x in points for y in points) / len(points) ** 2


def test_a_pair_opens_pansharpened_over_its_colours(opened, there, qtbot):
    sharp, colours = opened
    assert sharp.width() == sharp.height() == 4 * colours.width()
    assert sharp.crs().authid() == colours.crs().authid() == "EPSG:2154"
    assert sharp.extent() == colours.extent() and colours.extent().width() == 6000.0
    renderer = colours.renderer()
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == (1, 2, 3) and colours.bandCount() == 4
    low, high = (getattr(renderer.redContrastEnhancement(), f"{end}imumValue")() for end in ("min", "max"))
    assert 400 <= low <= 480 and 780 <= high <= 860
    for layer in opened:
        assert is_streamed(layer) and drawn(layer, qtbot)[1] == 1.0
        assert layer.dataProvider().sourceHasNoDataValue(1) and layer.dataProvider().sourceNoDataValue(1) == 0.0


def test_another_composition_of_a_streamed_pair_and_of_one_that_waits(opened, in_task, qtbot):
    for layer in opened:
        name_composition(layer)
        assert layer.name().startswith("Natural colours · ") and layer.name().endswith("streamed")
        sight = sight_of(layer, "infrared")
        look = in_task(lambda feedback, sight=sight: look_again(sight, feedback))
        draw(layer, look)
        assert shown_composition(layer) == "infrared" and layer.name().startswith("Colour infrared · SPOT")
        low, high = look.limits[1]
        assert 400 <= low <= 480 and 780 <= high <= 860 and drawn(layer, qtbot)[1] == 1.0
        waiting = replace(sight_of(layer, "natural"), source=asleep(layer.source()))
        assert in_task(lambda feedback, waiting=waiting: look_again(waiting, feedback)) == Look(
            (1, 2, 3), (look.limits[0],) * 3
        )
        assert sight_of(layer, "panchromatic") is None


def test_a_streamed_layer_tells_its_story(opened):
    for layer in opened:
        assert layer.metadata().rights() == ["© Airbus DS 2022"], layer.metadata().rights()
        assert layer.metadata().licenses()
        moment = layer.temporalProperties().fixedTemporalRange().begin().toUTC()
        assert moment.toString("yyyyMMddhhmmss") == "20220802103423"
        assert "plugin" in layer.metadata().abstract() and "X-Amz" not in layer.metadata().abstract()
        assert layer.name().endswith("streamed")
    assert len(files(opened[0].source())) == 2


def secrets_in(text: str, there) -> list[str]:
    known = (PAIR.access, PAIR.secret, *there.sso.given)
    return re.findall(r"(?i)x-amz|signature|store\d+%2F", text) + [one for one in known if one in text]


@pytest.mark.parametrize("suffix", ["qgs", "qgz"])
def test_a_project_holds_no_signature(suffix, opened, saving, there, tmp_path):
    path = tmp_path / f"project.{suffix}"
    assert "X-Amz-Signature" in opened[0].source()
    assert QgsProject.instance().write(str(path))
    if suffix == "qgz":
        with zipfile.ZipFile(path) as archive:
            text = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    else:
        text = path.read_text("utf-8")
    assert "sm1-gdc" in text and secrets_in(text, there) == []
    assert "X-Amz-Signature" in opened[0].source(), "the layer itself goes on"


def test_nor_do_layer_definitions_and_the_clipboard(opened, saving, there, tmp_path):
    nodes = QgsProject.instance().layerTreeRoot().children()
    path = tmp_path / "layers.qlr"
    assert QgsLayerDefinition.exportLayerDefinition(str(path), nodes)[0]
    document = QDomDocument("qgis-layer-definition")  # as QGIS copies layers
    assert QgsLayerDefinition.exportLayerDefinition(document, nodes, QgsReadWriteContext())[0]
    for text in (path.read_text("utf-8"), document.toString()):
        assert "sm1-gdc" in text and secrets_in(text, there) == []


def test_it_opens_again_valid_without_a_request_and_looks_the_same(opened, saving, there, tmp_path, qtbot, kept_signed):
    path = str(tmp_path / "project.qgs")
    QgsProject.instance().write(path)
    before = {layer.id(): (drawn(layer, qtbot)[0], layer.name(), layer.extent()) for layer in opened}
    QgsProject.instance().clear()
    there.store_server.asked.clear()
    there.signing.batches.clear()
    assert QgsProject.instance().read(path)
    layers = QgsProject.instance().mapLayers()
    assert all(layer.isValid() for layer in layers.values()) and there.store_server.asked == []
    access.credentials().signer.forget(access.credentials().accounts()[0])
    streamed = kept_signed()
    with qtbot.waitSignal(streamed.settled):
        pass
    assert len(there.signing.batches) == 1, "one batch for all"
    sizes = [one for one in there.store_server.asked if "range" not in one.headers]
    assert there.store_server.asked == sizes and len(sizes) <= 8, "a swap reads nothing"
    assert not QgsProject.instance().isDirty() and streamed.waiting == {}
    for layer_id, (image, name, extent) in before.items():
        layer = layers[layer_id]
        assert "X-Amz-Signature" in layer.source()
        assert (layer.name(), layer.extent()) == (name, extent)
        assert drawn(layer, qtbot)[0] == image


def test_bands_in_files_of_their_own_make_one_image(there, with_key, in_task, qtbot):
    keys = ("B02", "B03", "B04", "B08")
    contents = [cog(np.full((1, 600, 600), 1000 * number, np.uint16), 10.0) for number in range(1, 5)]
    assets = tuple(Asset(key, there.put(f"/{key}.tif", content), COG_TYPE) for key, content in zip(keys, contents))
    (layer,) = into_project(Scene("S2A 31TEJ", "teledetection", assets=assets), in_task)
    assert layer.name() == "S2A 31TEJ, streamed" and layer.bandCount() == 4 and drawn(layer, qtbot)[1] == 1.0
    middle = layer.extent().center()
    values = [layer.dataProvider().sample(middle, number)[0] for number in range(1, 5)]
    assert values == [3000.0, 2000.0, 1000.0, 4000.0], "red, green, blue, near infrared"
    assert len(there.signing.batches) == 1


def test_a_map_keeps_the_colours_of_its_file(there, with_key, in_task, qtbot):
    pixels = np.zeros((1, 600, 600), np.uint8)
    pixels[:, :, 300:] = 1
    content = cog(pixels, 10.0, colours=[(200, 30, 20, 255), (10, 120, 240, 255)])
    files_of_scene = (Asset("map", there.put("/sm1-gdc/map.tif", content), COG_TYPE),)
    (layer,) = into_project(Scene("forest 2023", "theia-mtd", assets=files_of_scene), in_task)
    image, share = drawn(layer, qtbot)
    assert share == 1.0 and not layer.dataProvider().sourceHasNoDataValue(1)
    assert image.pixelColor(50, 50).getRgb() == (200, 30, 20, 255)
    assert image.pixelColor(350, 350).getRgb() == (10, 120, 240, 255)
    assert len(layer.source()) < 4000 and "streamed" in layer.name()


def test_without_a_login_they_wait_and_come_back(opened, saving, there, with_key, tmp_path, qtbot, kept_signed):
    path = str(tmp_path / "project.qgs")
    QgsProject.instance().write(path)
    credentials().sign_out(with_key)
    QgsProject.instance().read(path)
    streamed = kept_signed()
    qtbot.waitUntil(lambda: len(streamed.waiting) == 2)
    assert all(isinstance(error, NeedsSignIn) for error in streamed.waiting.values())
    layers = list(QgsProject.instance().mapLayers().values())
    assert all(layer.isValid() for layer in layers) and drawn(layers[0], qtbot)[1] == 0.0
    credentials().set_key(with_key, PAIR)
    qtbot.waitUntil(lambda: not streamed.waiting)
    assert all(drawn(layer, qtbot)[1] == 1.0 for layer in layers), "a refusal that GDAL remembers"


def test_a_layer_that_waits_asks_nothing_and_is_saved_as_it_was(
    opened, saving, there, with_key, tmp_path, qtbot, kept_signed
):
    paths = [str(tmp_path / f"{name}.qgs") for name in ("first", "second")]
    QgsProject.instance().write(paths[0])
    credentials().sign_out(with_key)
    streamed = kept_signed()
    there.store_server.asked.clear()
    QgsProject.instance().read(paths[0])
    qtbot.waitUntil(lambda: len(streamed.waiting) == 2)
    layers = list(QgsProject.instance().mapLayers().values())
    assert drawn(layers[0], qtbot)[1] == 0.0 and there.store_server.asked == []
    QgsProject.instance().write(paths[1])
    sources = [re.findall("<datasource>.+</datasource>", Path(path).read_text("utf-8")) for path in paths]
    assert sources[0] == sources[1] and len(sources[0]) == 2


def test_without_a_network_they_wait_and_are_tried_again(opened, saving, there, tmp_path, qtbot, kept_signed, with_key):
    path = str(tmp_path / "project.qgs")
    QgsProject.instance().write(path)
    QgsProject.instance().read(path)
    credentials().signer.forget(with_key)
    answer, there.signing_server.answer = there.signing_server.answer, lambda _asked: _cut()
    streamed = kept_signed()
    qtbot.waitUntil(lambda: len(streamed.waiting) == 2, timeout=20_000)
    there.signing_server.answer = answer
    streamed.try_again()
    qtbot.waitUntil(lambda: not streamed.waiting, timeout=20_000)


def _cut():
    from tests.services.http_service import Answer

    return Answer(b"x" * 100, cut_after=0)


def test_links_are_renewed_before_they_end(there, with_key, in_task, qtbot, kept_signed):
    there.signing.life = 4
    layers = into_project(put_scene(there), in_task)
    first = layers[0].source()
    streamed = kept_signed()
    qtbot.waitUntil(lambda: layers[0].source() != first)
    assert streamed.waiting == {} and drawn(layers[0], qtbot)[1] == 1.0
    assert not any("expired" in str(asked) for asked in there.store_server.asked)


def test_a_refused_link_is_replaced_once(opened, there, qtbot, kept_signed):
    sharp = opened[0]
    before = sharp.source()
    streamed = kept_signed()
    void_all_links(there)
    assert drawn(sharp, qtbot)[1] < 1.0
    batches = len(there.signing.batches)
    streamed.refuse(sharp)
    qtbot.waitUntil(lambda: sharp.source() != before)
    assert len(there.signing.batches) - batches in (1, 2) and drawn(sharp, qtbot)[1] == 1.0
    again = sharp.source()
    streamed.refuse(sharp)
    streamed.look()
    assert sharp.source() == again, "not tried out twice in a row"


def test_a_storage_that_refuses_for_good_is_told(opened, there, qtbot, kept_signed):
    streamed = kept_signed()
    there.store.signing = None  # whatever the link
    streamed.refuse(opened[0])
    qtbot.waitUntil(lambda: len(streamed.waiting) == 2)
    assert all(isinstance(error, AccessDenied) for error in streamed.waiting.values())
    there.store.signing = there.signing
    streamed.try_again()
    qtbot.waitUntil(lambda: not streamed.waiting)


def test_the_canvas_tells_when_a_link_is_refused(opened, there, qtbot, kept_signed):
    sharp = opened[0]
    before, streamed = sharp.source(), kept_signed()
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(300, 300)
    canvas.setDestinationCrs(sharp.crs())
    canvas.setExtent(sharp.extent())
    canvas.renderErrorOccurred.connect(lambda _said, layer: streamed.refuse(layer))
    void_all_links(there)
    canvas.setLayers([sharp])
    canvas.show()
    canvas.refresh()
    qtbot.waitUntil(lambda: sharp.source() != before)
    qtbot.waitUntil(lambda: not canvas.isDrawing())
    assert drawn(sharp, qtbot)[1] == 1.0


def void_all_links(there):
    there.signing.secret = b"another"
    gdal.VSICurlClearCache()


def test_the_first_view_of_a_scene_of_60_km_reads_little_of_it(there, with_key, in_task, qtbot):
    scene = put_scene(there, side=1536, ground=60_000.0)
    whole = sum(map(len, there.store.files.values()))
    there.store_server.rate = 2.5e6  # bytes a second; what leaves is counted, read or not
    layers = into_project(scene, in_task)
    assert drawn(layers[0], qtbot, 300)[1] == 1.0
    asked = there.store_server.asked
    assert {one.method for one in asked} == {"GET"} and {one.path for one in asked} == set(there.store.files)
    assert there.store_server.sent < whole / 4 and len(asked) <= 16, (there.store_server.sent, whole, len(asked))


def test_a_file_that_is_gone_does_not_keep_the_others_back(there, with_key, in_task, qtbot, kept_signed):
    gone, kept = (into_project(put_scene(there, name), in_task) for name in ("SPOT6_A", "SPOT6_B"))
    credentials().signer.forget(with_key)
    there.signing.leaves_out = {link.split("?")[0] for link in files(gone[0].source())}
    before = kept[0].source()
    for layer in (*gone, *kept):
        layer.setDataSource(saved_sources._to_save(layer.source()), layer.name(), "gdal")
    streamed = kept_signed()
    qtbot.waitUntil(lambda: bool(streamed.waiting))
    assert set(streamed.waiting) == {layer.id() for layer in gone}
    assert "X-Amz-Signature" in kept[0].source() and kept[0].source() != before
