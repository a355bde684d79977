# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tip of a footprint: its picture from this machine, text as text, and something without the plugin."""

from __future__ import annotations

import pytest
from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils
from qgis.PyQt.QtGui import QImage

from dinamis_qgis.core import thumbnails
from dinamis_qgis.core.catalogues import Doors, configured_rows
from dinamis_qgis.core.footprint_layer import new_footprint_layer
from dinamis_qgis.core.footprints import footprint_feature
from dinamis_qgis.core.tip_function import NAME, TipFunction
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.scene import Asset
from tests.core.test_contrast import Task
from tests.make_scenes import scene


@pytest.fixture
def function(qgis_app):
    made = TipFunction()
    made.register()
    yield made
    made.unregister()


@pytest.fixture
def tip(qgis_app):
    """What QGIS shows for a scene."""

    def said(one):
        layer = new_footprint_layer("x")
        layer.dataProvider().addFeatures([footprint_feature(one, layer.fields(), 50.0)])
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(next(layer.getFeatures()))
        return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)

    return said


def picture(href):
    return (Asset("ql", href, "image/png", ("overview",)),)


def test_a_tip_has_the_picture_that_the_list_has(function, tip):
    one = scene(0, title="My image", credit="© CNES 2022", assets=picture("https://example.invalid/ql.png"))
    assert "<img" not in tip(one)
    place = thumbnails._place(one.key)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(place))
    try:
        said = tip(one)
        assert f'<img height="150" src="file://{place}"/>' in said and "https" not in said
        assert "<b>Pléiades 1A, " in said and "My image" in said and "© CNES 2022" in said
    finally:
        place.unlink()


def test_the_demonstration_has_its_pictures(function, tip):
    row = next(row for row in configured_rows()[0] if row.synthetic)
    found = Doors().open(row).search(SearchQuery(), Task())
    one = next(one for page in found for one in page.scenes if one.quicklook is not None)
    assert 'src="file://' in tip(one) and "/resources/demo/" in tip(one)


@pytest.mark.parametrize(
    "href",
    ["https://example.invalid/ql.png", "//server/share/ql.png", r"\\server\share\ql.png", "/etc/hostname", "data:x"],
)
def test_a_catalogue_leads_a_tip_nowhere(function, tip, href):
    assert "<img" not in tip(scene(0, assets=picture(href)))


def test_a_picture_of_this_machine_that_a_catalogue_names_is_not_shown(function, tip, tmp_path):
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.save(str(tmp_path / "mine.png"))
    assert "<img" not in tip(scene(0, assets=picture(str(tmp_path / "mine.png"))))


def test_what_a_catalogue_wrote_is_text(function, tip):
    wild = "<img src='http://example.invalid/x'> R&D [% 1+1 %]"
    said = tip(scene(0, title=wild, mission="<b>M", credit="<script>"))
    assert "<img" not in said and "<script" not in said and "R&amp;D [% 1+1 %]" in said and "&lt;b&gt;M" in said


def test_without_the_plugin_the_title_is_read(tip):
    assert not QgsExpression.isFunctionName(NAME)
    assert tip(scene(0, title="A < B & C")) == "A &lt; B &amp; C"


def test_it_never_raises(function, monkeypatch, tip):
    monkeypatch.setattr("dinamis_qgis.core.tip_function._picture", lambda _scene: 1 / 0)
    assert tip(scene(0, title="My image")) == "My image"
    assert function.func([], None, QgsExpression("1"), None) is None
