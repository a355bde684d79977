# SPDX-License-Identifier: GPL-2.0-or-later
"""What README tells one to write works as it stands."""

from __future__ import annotations

import json
import re
import sys
import types
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import requests
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

from dinamis_qgis.core import descriptions
from dinamis_qgis.core.delivery import read_delivery
from dinamis_qgis.domain.catalogues.registry import DRIVERS, open_catalogue, read_rows
from dinamis_qgis.domain.errors import InvalidProduct
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.quota import Order, estimate
from dinamis_qgis.domain.tariff_file import read_tariffs
from dinamis_qgis.paths import resource
from tests.core.test_mosaic import flat, geotiff
from tests.services.http_service import Answer, serving
from tests.services.stac_service import StacService
from tests.services.synthetic_items import items

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


class Never:
    def isCanceled(self):
        return False


def json_block(word: str) -> dict:
    (found,) = [text for kind, text in BLOCKS if kind == "json" and word in text]
    return json.loads(found)


@pytest.fixture
def module(monkeypatch):
    """The block whose first line names this file, as that module; gone afterwards."""

    def load(path: str) -> types.ModuleType:
        (text,) = [text for kind, text in BLOCKS if kind == "python" and text.startswith(f"# {path}\n")]
        made = types.ModuleType(path[: -len(".py")].replace("/", "."))
        made.__package__ = made.__name__.rpartition(".")[0]
        monkeypatch.setitem(sys.modules, made.__name__, made)
        exec(compile(text, path, "exec"), made.__dict__)
        return made

    return load


def entry(place: str, **known) -> dict:
    """The line that goes into a table of the code."""
    (text,) = [text for kind, text in BLOCKS if kind == "python" and text.startswith(f"# in {place}\n")]
    return eval("{" + text.partition("\n")[2] + "}", known)


def test_the_row_of_a_catalogue_is_searched(tmp_path):
    own = tmp_path / "catalogues.json"
    own.write_text(json.dumps({"version": 1, "catalogues": [json_block("made-up.example")]}), encoding="utf-8")
    rows, problem = read_rows(resource("catalogues.json"), own, "fr")
    row = next(row for row in rows if row.id == "made-up")
    assert problem is None and row.title == "Images inventées (STAC)" and row.enabled and not row.synthetic
    assert row.themes == {"vhr": ("their-collection",), "all": ()}
    with serving(StacService(items(3))) as service:
        catalogue = open_catalogue(replace(row, url=service.url), requests.Session())
        found = [scene for page in catalogue.search(SearchQuery(limit=10), Never()) for scene in page.scenes]
    assert len(found) == 3 and {scene.catalogue for scene in found} == {"made-up"}


def test_another_kind_of_catalogue_is_searched_counted_and_read_again(module):
    one_file = module("dinamis_qgis/domain/catalogues/one_file.py")
    drivers = {**DRIVERS, **entry("DRIVERS", OneFile=one_file.OneFile)}
    row = replace(read_rows(resource("catalogues.json"))[0][0], id="agency", kind="one-file")
    with serving(lambda _asked: Answer.of({"type": "FeatureCollection", "features": items(4)})) as service:
        catalogue = open_catalogue(replace(row, url=f"{service.url}/all.json"), requests.Session(), (), drivers)
        (page,) = catalogue.search(SearchQuery(limit=3), Never())
        assert len(page.scenes) == 3 and page.more and page.matched == 4
        assert catalogue.count(SearchQuery(), Never()).number == 4
        first = page.scenes[0]
        assert catalogue.scene(first.collection, first.id, "", Never()) == first


def test_the_tariff_serves_from_its_day_on(tmp_path):
    (tmp_path / "2027-01.json").write_text(json.dumps(json_block("A made-up tariff")), encoding="utf-8")
    shelf = read_tariffs([resource("tariffs"), tmp_path])
    assert not shelf.refused
    result = estimate(shelf.named("2027-01"), Order("pleiades", "public", "tasking", 4100.0, 4100.0))
    assert float(result.cost_eur) == 200.0  # 100 km² beyond the quota, at 2 €
    assert shelf.on(date(2026, 12, 31)).id == "2022-10" and shelf.on(date(2027, 1, 1)).id == "2027-01"


def test_the_reader_of_a_product_opens_it(module, monkeypatch, tmp_path):
    made_up = module("dinamis_qgis/core/made_up.py")
    known = entry("READERS", read_made_up=made_up.read_made_up)
    monkeypatch.setattr(descriptions, "READERS", known)
    geotiff(tmp_path / "image.tif", flat(1000), (301_000.0, 6_834_000.0))
    (tmp_path / "image.xml").write_text('<MadeUp image="image.tif" satellite="MU1" date="2026-05-04"/>')
    delivery = read_delivery(str(tmp_path), Never())
    (product,) = delivery.products
    assert product.mission == "MU1" and product.acquired.date() == date(2026, 5, 4) and not delivery.skipped
    assert not delivery.rasters, "its image is its own, and not a stranger's"
    (tmp_path / "image.xml").write_text('<MadeUp image="../../etc/passwd" date="2026-05-04"/>')
    with pytest.raises(InvalidProduct, match="leaves the product"):
        read_delivery(str(tmp_path), Never())


def test_the_algorithm_runs(module):
    algorithm = module("dinamis_qgis/processing/zone_area.py").ZoneArea().create()
    layer = QgsVectorLayer("Polygon?crs=EPSG:2154", "zone", "memory")
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle

    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(700_000, 6_600_000, 701_000, 6_602_000)))
    layer.dataProvider().addFeatures([feature])
    results, ok = algorithm.run({"AOI": layer}, QgsProcessingContext(), QgsProcessingFeedback())
    assert ok and results["AREA_KM2"] == pytest.approx(2.0, rel=2e-3)
    assert "qgis_process run dinamis:zonearea -- AOI=zone.gpkg" in algorithm.shortHelpString()


def test_what_is_named_is_there():
    """Files of the house, and words of the Makefile."""
    root = Path(__file__).resolve().parents[1]
    section = README.partition("## Take part")[2]
    made = set(re.findall(r"^# (\S+\.py)$", section, flags=re.MULTILINE))
    for name in re.findall(r"`((?:domain|core|processing|gui|resources|tests|i18n)/[\w./-]*\w)`", section):
        places = [root / name, root / "dinamis_qgis" / name]
        assert any(place.exists() for place in places) or f"dinamis_qgis/{name}" in made, name
    words = set(re.findall(r"^([a-z0-9-]+):", (root / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z0-9-]+)", README, flags=re.MULTILINE)) <= words
