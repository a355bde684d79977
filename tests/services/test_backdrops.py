# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of yearly mosaics, from a WMTS on loopback, and the layers that are made of it."""

from __future__ import annotations

from datetime import date

import pytest
from qgis.core import QgsLayerMetadata, QgsProject
from qgis.PyQt.QtCore import Qt

from dinamis_qgis.core.backdrops import (
    backdrop_layer,
    backdrop_name,
    credit_of,
    family_name,
    read_backdrops,
    show_backdrop,
)
from dinamis_qgis.core.layer_groups import KIND
from dinamis_qgis.core.wmts import tile_sources
from dinamis_qgis.domain.backdrops import is_backdrop
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.domain.errors import WEB_PAGE, InvalidAnswer, ServiceBroken, TooLarge, Unreachable
from tests.bench.gaps import Gaps
from tests.services.http_service import Answer, serving
from tests.services.wmts_service import (
    CORNER,
    SPOT,
    WmtsService,
    capabilities,
    layer,
    matrix_set,
    usual_capabilities,
)


class Never:
    def isCanceled(self):
        return False


def row(url):
    return CatalogueRow("ign", "IGN", "wmts", url, credit="IGN")


def read(in_task, service):
    return in_task(lambda feedback: read_backdrops(row(service.url + "/wmts"), feedback))


def sources(text, url="http://service.test"):
    return tile_sources(text, url, is_backdrop, Never())


@pytest.fixture()
def listed(in_task):
    with serving(WmtsService()) as service:
        yield service, read(in_task, service)


def test_the_years_are_those_of_the_service_families_apart_newest_first(listed):
    _, found = listed
    assert [backdrop_name(one) for one in found] == [
        "SPOT 2024", "SPOT 2023", "SPOT 2013", "Pléiades 2024", "RapidEye 2010",
        "Pléiades Mayotte, June 2025", "Pléiades Mayotte, June 2024",
    ]  # fmt: skip
    assert (found[-1].first, found[-1].last) == (date(2024, 6, 1), date(2024, 6, 30))


def test_a_layer_is_dated_credited_and_asks_nothing_until_it_is_drawn(listed):
    service, found = listed
    asked = len(service.asked)
    made = backdrop_layer(row(service.url + "/wmts"), found[0])
    assert made.isValid() and made.crs().authid() == "EPSG:3857" and made.name() == "SPOT 2024"
    assert len(service.asked) == asked
    temporal = made.temporalProperties()
    span = temporal.fixedTemporalRange()
    assert not temporal.isActive()
    assert span.begin().toString(Qt.DateFormat.ISODate) == "2024-01-01T00:00:00Z"
    assert span.end().toString(Qt.DateFormat.ISODate) == "2024-12-31T23:59:59Z"
    metadata: QgsLayerMetadata = made.metadata()
    assert metadata.identifier() == f"{SPOT}.2024" and metadata.rights() == ["IGN, © Airbus DS 2024"]
    assert metadata.extent().temporalExtents() == [span]
    attribution = made if hasattr(made, "attribution") else made.serverProperties()
    assert attribution.attribution() == "IGN, © Airbus DS 2024"


def test_credits_follow_the_sensor_and_the_year(listed):
    service, found = listed
    said = {backdrop_name(one): credit_of(row(service.url), one) for one in found}
    assert said["SPOT 2013"] == "IGN, © Airbus DS 2013"
    assert said["Pléiades 2024"] == "IGN, © CNES 2024, Distribution Airbus DS"
    assert said["RapidEye 2010"] == "IGN"


def test_shown_twice_it_is_there_once_and_visible_again(listed):
    service, found = listed
    project, its = QgsProject.instance(), row(service.url)
    first = show_backdrop(project, its, found[0])
    group = project.layerTreeRoot().findLayer(first.id()).parent()
    assert group.customProperty(KIND) == "backdrops" and group.parent().name() == "DINAMIS"
    group.setItemVisibilityChecked(False)
    assert show_backdrop(project, its, found[0]) is first
    assert project.layerTreeRoot().findLayer(first.id()).isVisible()
    show_backdrop(project, its, found[1])
    assert len(project.mapLayers()) == 2


def test_a_project_with_a_backdrop_opens_without_a_request(listed, tmp_path):
    service, found = listed
    project = QgsProject.instance()
    show_backdrop(project, row(service.url), found[0])
    assert project.write(str(tmp_path / "project.qgz"))
    asked = len(service.asked)
    assert project.read(str(tmp_path / "project.qgz"))
    (opened,) = project.mapLayers().values()
    assert opened.isValid() and len(service.asked) == asked
    assert show_backdrop(project, row(service.url), found[0]) is opened


def test_building_two_layers_keeps_the_event_loop_free(listed, qtbot):
    """At 300 ms of latency; QGIS's own WMTS waits for the capabilities on the main thread."""
    service, found = listed
    service.answer.latency = 0.3
    with Gaps() as gaps:
        qtbot.wait(20)
        for one in found[:2]:
            show_backdrop(QgsProject.instance(), row(service.url + "/wmts"), one)
        qtbot.wait(20)
    assert gaps.longest_ms < 50


@pytest.mark.parametrize("word", ["n&amp;LAYER=other", "{y}", "n#", "n%26", "n o"])
@pytest.mark.parametrize("place", ["normal", "PM_0_17"])
def test_text_of_the_service_cannot_leave_its_place_in_the_address(place, word):
    text = capabilities(layer(f"{SPOT}.2024"), matrix_set("PM_0_17", range(3)))
    assert len(sources(text)) == 1
    assert sources(text.replace(place.encode(), word.encode())) == ()


@pytest.mark.parametrize(
    "matrices",
    [
        matrix_set("PM_0_17", range(18), crs="EPSG:2154"),
        matrix_set("PM_0_17", range(18), scale=500_000_000.0),
        matrix_set("PM_0_17", range(18)).replace(f"-{CORNER}", "0"),
        matrix_set("PM_0_17", range(18)).replace("256", "512"),
        matrix_set("other", range(18)),
        "",
    ],
)
def test_tiles_that_a_template_cannot_place_are_left_out(matrices):
    assert sources(capabilities(layer(f"{SPOT}.2024"), matrices)) == ()


def test_the_levels_are_those_that_have_tiles():
    matrices = matrix_set("PM_0_17", range(18), crs="urn:ogc:def:crs:EPSG::3857")
    (found,) = sources(capabilities(layer(f"{SPOT}.2024", levels=range(6, 16)), matrices))
    assert (found.zoom_min, found.zoom_max) == (6, 15)
    (found,) = sources(capabilities(layer(f"{SPOT}.2024", levels=range(0)), matrices))
    assert (found.zoom_min, found.zoom_max) == (0, 17)


@pytest.mark.parametrize(
    ("answer", "kind", "detail"),
    [
        (b"<!DOCTYPE html><html></html>", InvalidAnswer, WEB_PAGE),
        (b'<?xml version="1.0"?><!DOCTYPE c [<!ENTITY a "b">]><Capabilities>&a;</Capabilities>', InvalidAnswer, "type"),
        (b"<ExceptionReport/>", InvalidAnswer, "ExceptionReport"),
        (b"", InvalidAnswer, ""),
        (usual_capabilities()[:-40], InvalidAnswer, "XML"),
    ],
)
def test_an_answer_that_is_no_capabilities(in_task, answer, kind, detail):
    with serving(WmtsService(answer)) as service, pytest.raises(kind) as raised:
        read(in_task, service)
    assert detail in raised.value.detail


def test_failures_keep_their_kind(in_task, monkeypatch):
    with serving(WmtsService(failure=Answer(status=500))) as service, pytest.raises(ServiceBroken):
        read(in_task, service)
    with pytest.raises(Unreachable):
        in_task(lambda feedback: read_backdrops(row("http://127.0.0.1:9/wmts"), feedback))
    monkeypatch.setattr("dinamis_qgis.core.backdrops.MAX_CAPABILITIES", 1000)
    with serving(WmtsService()) as service, pytest.raises(TooLarge):
        read(in_task, service)


def test_capabilities_of_a_national_service_are_read_beside_the_event_loop(in_task, qtbot):
    others = [layer(f"OTHER.{number}") for number in range(800)]
    with serving(WmtsService(usual_capabilities(*others))) as service, Gaps() as gaps:
        assert len(read(in_task, service)) == 7
    assert gaps.longest_ms < 50


def test_names_that_are_not_known_are_shown_as_the_service_writes_them(in_task):
    neo = "ORTHOIMAGERY.ORTHO-SAT.PNEO"
    named = (f"{neo}.ÎLES.2027", f"{neo}.KERGUELEN.2027", f"{SPOT}.LATEST", f"{SPOT}.2024-13")
    text = capabilities(*map(layer, named), matrix_set("PM_0_17", range(18)))
    with serving(WmtsService(text)) as service:
        (found,) = read(in_task, service)
    assert family_name(found) == "PNEO KERGUELEN" and backdrop_name(found) == "PNEO KERGUELEN 2027"
