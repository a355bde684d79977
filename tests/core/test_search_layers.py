# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from dinamis_qgis.core.layer_groups import KIND
from dinamis_qgis.core.search_layers import SearchLayers
from tests.make_scenes import scene, scenes


@pytest.fixture
def project(qgis_new_project):
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def search(project):
    search = SearchLayers("Lamballe-Armor · été 2022", project)
    yield search
    search.close()


def fill(search, qtbot, given):
    with qtbot.waitSignal(search.settled):
        search.add(given)
    return search.footprints()


def keys(numbers):
    return {scene(number).key for number in numbers}


def test_nothing_is_added_before_the_first_scene(search, project):
    search.add([])
    assert search.footprints() is None and not project.layerTreeRoot().children()


def test_pages_grow_one_layer_in_the_group_of_the_search(search, project, qtbot):
    opened = []
    search.opened.connect(opened.append)
    fill(search, qtbot, scenes(250))
    layer = fill(search, qtbot, scenes(400)[250:])
    assert opened == [layer] and layer.featureCount() == 400
    (plugin,) = project.layerTreeRoot().findGroups()
    (group,) = plugin.findGroups()
    assert (plugin.name(), group.name()) == ("DINAMIS", "Lamballe-Armor · été 2022")
    assert [node.layerId() for node in group.findLayers()] == [layer.id()]
    assert layer.customProperty(KIND) == "footprints"
    assert [category.value() for category in layer.renderer().categories()] == ["PHR1A", "PHR1B", "SPOT6", "SPOT7"]
    assert layer.metadata().rights() == ["© CNES 2022, Distribution Airbus DS"]
    qtbot.waitUntil(lambda: layer.extent().width() > 1)


def test_list_and_map_select_each_other_without_an_echo(search, qtbot):
    layer = fill(search, qtbot, scenes(30))
    heard = []
    search.selected.connect(heard.append)
    search.select(keys([3, 7]))
    assert {feature["scene_id"] for feature in layer.selectedFeatures()} == {"S00003", "S00007"} and not heard
    layer.selectByExpression("\"scene_id\" in ('S00010','S00011')")
    assert heard == [keys([10, 11])]
    layer.removeSelection()
    assert heard[1:] == [set()]


def test_a_deleted_footprint_layer_stays_deleted(search, project, qtbot):
    fill(search, qtbot, scenes(5))
    project.removeMapLayer(search.footprints().id())
    fill(search, qtbot, scenes(9)[5:])
    search.select(keys([1]))
    search.animate(True)
    assert search.footprints() is None and not project.mapLayers()


def test_a_deleted_group_takes_its_layer_and_nothing_breaks(search, project, qtbot):
    search.add(scenes(500))  # still being added
    root = project.layerTreeRoot()
    root.removeChildNode(root.findGroups()[0])
    qtbot.waitUntil(lambda: search.footprints() is None)
    fill(search, qtbot, scenes(510)[500:])
    search.discard()


def test_another_project_may_be_opened_meanwhile(search, project, qtbot):
    search.add(scenes(500))
    project.clear()
    fill(search, qtbot, scenes(510)[500:])
    assert search.footprints() is None
    search.quicklook_group()  # made again, in the new project
    assert project.layerTreeRoot().findGroups()[0].name() == "DINAMIS"


def test_discarding_takes_all_that_was_added_and_nothing_else(search, project, qtbot):
    fill(search, qtbot, scenes(5))
    search.quicklook_group()
    search.discard()
    assert not project.mapLayers() and not project.layerTreeRoot().children()


def test_discarding_spares_a_layer_that_the_person_put_in_the_group(search, project, qtbot):
    fill(search, qtbot, scenes(5))
    own = QgsVectorLayer("Point?crs=EPSG:2154", "mine", "memory")
    project.addMapLayer(own, False)
    search.quicklook_group().addLayer(own)
    search.discard()
    assert list(project.mapLayers().values()) == [own]
    assert project.layerTreeRoot().findLayer(own.id()) is not None


def test_a_renamed_group_is_still_the_group_of_the_search(search, project, qtbot):
    fill(search, qtbot, scenes(5))
    group = search.quicklook_group().parent()
    group.setName("My own words")
    assert search.quicklook_group().parent().name() == "My own words"
    assert len(project.layerTreeRoot().findGroups(True)) == 3
    assert not search.quicklook_group().isExpanded()


def test_animating_dates_is_reversible(search, qtbot):
    temporal = fill(search, qtbot, scenes(3)).temporalProperties()
    search.animate(True)
    assert temporal.isActive()
    search.animate(False)
    assert not temporal.isActive()


def test_a_layer_moved_to_a_file_still_follows_the_list(search, project, qtbot, tmp_path):
    from qgis.core import QgsVectorFileWriter

    layer = fill(search, qtbot, scenes(20))
    file = str(tmp_path / "kept.gpkg")
    layer.selectByExpression("\"scene_id\" > 'S00010'")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.onlySelectedFeatures = True  # so that ids differ
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, file, project.transformContext(), options)
    layer.removeSelection()
    layer.setDataSource(file, layer.name(), "ogr")
    search.select(keys([12]))
    assert [feature["scene_id"] for feature in layer.selectedFeatures()] == ["S00012"]
    fill(search, qtbot, scenes(30)[20:])
    assert layer.featureCount() == 9  # what the person keeps is not written to behind their back
