# SPDX-License-Identifier: GPL-2.0-or-later
"""What is embedded is what it says: synthetic, small, readable by the plugin's own parsers, and on the ground where the
invented country has it."""

from __future__ import annotations

import json
import math
import re
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from osgeo import gdal
from shapely.geometry import shape

from dinamis_qgis.core.dimap import read_dimap
from dinamis_qgis.core.pictures import decode
from dinamis_qgis.core.product_texts import credit_of, licence_of
from dinamis_qgis.core.proj import project
from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.domain.catalogues.items_file import ItemsFile
from dinamis_qgis.domain.placement import CORNERS, GRID, WEDGES_LON_LAT, WEDGES_UTM, place
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.scene import Scene
from dinamis_qgis.paths import resource
from tests.demo import acquisition as acq
from tests.demo import scenes as plans
from tests.demo.geography import ORIGIN
from tests.demo.landscape import Country
from tests.demo.make_data import frame_of, identifier, moment_of
from tests.demo.make_data import item as make_item
from tests.demo.scenes import PLANS, Plan

DEMO = resource("demo")
ITEMS = json.loads((DEMO / "items.json").read_text(encoding="utf-8"))["features"]
TERRITORIES = json.loads((DEMO / "territories.geojson").read_text(encoding="utf-8"))["features"]
NUMBERED = list(enumerate(PLANS, 1))
PICTURED = [pytest.param(n, plan, id=identifier(plan, n)) for n, plan in NUMBERED if plan.kind != plans.BARE]
EVIDENCE = {
    plans.TILTED: CORNERS,
    plans.UTM_GRID: GRID,
    plans.LAMBERT_GRID: GRID,
    plans.UTM_BOX: WEDGES_UTM,
    plans.DEGREE_BOX: WEDGES_LON_LAT,
}


class Going:
    def isCanceled(self) -> bool:
        return False


@pytest.fixture(scope="module")
def country() -> Country:
    return Country()


@pytest.fixture(scope="module")
def found() -> dict[str, Scene]:
    pages = ItemsFile(DEMO / "items.json", "demo").search(SearchQuery(), Going())
    return {scene.id: scene for page in pages for scene in page.scenes}


# --- what it is -----------------------------------------------------------------------------------


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in DEMO.rglob("*") if path.is_file()) < 3_000_000


def test_everything_says_that_it_is_synthetic() -> None:
    assert all("synth" in item["properties"]["title"] and item["properties"]["synthetic"] for item in ITEMS)
    assert all("inventé" in territory["properties"]["note"] for territory in TERRITORIES)
    assert "SYNTHÉTIQUE" in (DEMO / "README.txt").read_text(encoding="utf-8")


def test_ids_are_unique_and_shaped_like_real_ones() -> None:
    ids = [item["id"] for item in ITEMS]
    assert len(set(ids)) == len(ids) == len(PLANS) == 40
    assert all(re.match(r"(DS|ORT)_(PHR1[AB]|SPOT[67])_\d{8}", name) for name in ids)


def test_pictures_are_all_used_and_none_is_absent() -> None:
    named = {item["assets"]["overview"]["href"] for item in ITEMS if item["assets"]}
    assert named == {f"quicklooks/{path.name}" for path in (DEMO / "quicklooks").iterdir()}


def test_it_holds_what_an_officer_would_look_for(found: dict[str, Scene]) -> None:
    commune = _outline("Lanvaléry-Armor")
    summer = SearchQuery(
        aoi=commune,
        start=datetime(2022, 6, 1, tzinfo=timezone.utc),
        end=datetime(2022, 9, 30, 23, 59, 59, tzinfo=timezone.utc),
        max_cloud=10.0,
    )
    kept = [scene for scene in found.values() if summer.keeps(scene)]
    assert len(kept) >= 5
    assert {scene.mission for scene in kept} == {"PHR1A", "PHR1B", "SPOT6", "SPOT7"}
    assert any(scene.footprint.covers(commune) for scene in kept)
    assert {scene.acquired.year for scene in found.values()} == set(range(2016, 2026))
    months = {scene.acquired.month for scene in found.values()}
    assert all(months & season for season in ({12, 1, 2}, {3, 4, 5}, {6, 7, 8}, {9, 10, 11}))


def test_the_parser_reads_every_field(found: dict[str, Scene]) -> None:
    for number, plan in NUMBERED:
        scene = found[identifier(plan, number)]
        assert scene.mission == plan.satellite
        if plan.kind == plans.BARE:
            assert (scene.gsd, scene.cloud_cover, scene.incidence, scene.quicklook, scene.level) == (None,) * 4 + ("",)
            continue
        assert scene.acquisition_mode == plan.mode and scene.spectral_mode == plan.spectral
        assert scene.cloud_cover == plan.cloud and scene.incidence == plan.incidence
        assert scene.off_nadir < scene.incidence or scene.incidence == 0
        assert scene.level == ("ortho" if scene.id.startswith("ORT") else "primary")
        assert scene.gsd == (0.5 if plan.satellite.startswith("PHR") else 1.5)
        assert "ynthétique" in scene.credit
        assert 10 < scene.sun_elevation < 66
        assert Path(scene.quicklook.href).is_file() and scene.thumbnail == scene.quicklook


def test_unknowns_are_there_too(found: dict[str, Scene]) -> None:
    assert sum(scene.cloud_cover is None for scene in found.values()) == 3
    assert sum(scene.acquisition_mode == "stereo" for scene in found.values()) == 4


def test_the_generator_still_describes_the_same_scenes() -> None:
    made = [
        make_item(plan, number, frame_of(plan), f"quicklooks/{identifier(plan, number)}.jpg")
        for number, plan in NUMBERED
    ]
    assert json.loads(json.dumps(made)) == ITEMS


# --- where it is ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "plan"), PICTURED)
def test_each_picture_shows_the_ground_that_its_item_announces(number: int, plan: Plan, country: Country) -> None:
    item = next(item for item in ITEMS if item["id"] == identifier(plan, number))
    picture = gdal.Open(str(DEMO / item["assets"]["overview"]["href"])).ReadAsArray().astype(float)
    ground = _announced(item, plan, picture.shape[2], picture.shape[1])
    shift, likeness = _best_shift(picture, ground, country, plan)
    assert likeness > 0.35  # under half of clouds and long shadows; 0.6 and more elsewhere
    assert math.hypot(*shift) <= 0.25, f"{shift} pixels off"


@pytest.mark.parametrize(("number", "plan"), PICTURED)
def test_the_plugin_places_each_picture_by_the_right_evidence(number: int, plan: Plan, found: dict[str, Scene]) -> None:
    scene = found[identifier(plan, number)]
    pixels = decode(Path(scene.quicklook.href).read_bytes())
    placement = place(pixels, scene.footprint, scene.quicklook.grid, scene.grid, project)
    assert placement.evidence == EVIDENCE[plan.kind]
    frame = frame_of(plan)
    if placement.bounds:
        xmin, ymin, xmax, ymax = placement.bounds
        marks = [(0, 0, xmin, ymax), (frame.width, 0, xmax, ymax), (frame.width, frame.height, xmax, ymin)]
    else:
        marks = list(placement.gcps)
    columns, rows, *there = np.array(marks).T
    epsg = int(placement.crs.split(":")[1])
    there = np.array(acq.transform(zip(*there), epsg, acq.UTM))
    expected = np.stack(frame.ground(columns, rows), -1)
    assert np.hypot(*(there - expected).T).max() <= frame.pixel_size()


# --- territories ----------------------------------------------------------------------------------


def test_territories_nest_and_never_overlap() -> None:
    kinds: dict[str, list[Any]] = {"commune": [], "epci": [], "departement": []}
    for territory in TERRITORIES:
        outline = shape(territory["geometry"])
        assert outline.is_valid
        kinds[territory["properties"]["type"]].append(outline)
    assert [len(some) for some in kinds.values()] == [18, 3, 1]
    communes, epcis, (departement,) = kinds.values()
    for inner, outer in ((communes, epcis), (epcis, [departement])):
        apart = sum(area_km2(one) for one in inner)
        together = shapely.union_all(inner)
        assert area_km2(together) == pytest.approx(apart, rel=1e-5)
        assert together.difference(shapely.union_all(outer)).area < 1e-7 * together.area + 1e-9
    assert 100 < area_km2(_outline("Lanvaléry-Armor")) < 250


def test_communes_lie_on_land(country: Country) -> None:
    for territory in TERRITORIES:
        if territory["properties"]["type"] == "commune":
            inside = shape(territory["geometry"]).representative_point()
            ((x, y),) = acq.transform([(inside.x, inside.y)], 4326, acq.UTM)
            assert country.shore(*(np.array([[v]], np.float32) for v in (x - ORIGIN[0], y - ORIGIN[1])))[0, 0] > 0


# --- the product ----------------------------------------------------------------------------------


def test_the_product_opens_and_is_what_a_pleiades_ortho_is() -> None:
    (archive,) = DEMO.glob("*.zip")
    names = gdal.ReadDirRecursive(f"/vsizip/{archive}")
    (dim,) = (name for name in names if "/DIM_" in name and name.endswith(".XML"))
    dataset = gdal.Open(f"/vsizip/{archive}/{dim}")
    assert dataset.GetDriver().ShortName == "DIMAP"
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == "2154"
    assert sum(name.endswith(("R1C1.TIF", "R1C2.TIF")) for name in names) == 2
    product = read_dimap(f"/vsizip/{archive}/{dim}")
    assert (product.mission, product.spectral_mode, product.missing_tiles) == ("PHR1B", "PMS", ())
    assert credit_of(product) == "Données synthétiques (Synthetic data)" and licence_of(product) == "CC0-1.0"
    pixels = dataset.ReadAsArray()
    assert pixels.shape[0] == 4 and pixels.dtype == np.uint16
    empty = (pixels == 0).all(0)
    assert 0.002 < empty.mean() < 0.2 and ((pixels == 0).any(0) == empty).all()
    assert 10 < (pixels[0] == 4095).sum() < 0.01 * empty.size and pixels.max() == 4095


# --- tools ----------------------------------------------------------------------------------------


def _outline(name: str) -> shapely.Geometry:
    return next(shape(one["geometry"]) for one in TERRITORIES if one["properties"]["nom"] == name)


def _announced(item: dict[str, Any], plan: Plan, width: int, height: int):
    """(column, row) -> EPSG:32630, from what the item says: written apart from the generator's frames."""
    asset = item["assets"]["overview"]
    ring = shapely.simplify(shape(item["geometry"]), 1e-5).exterior
    if "proj:transform" in asset:
        a, _, c, _, e, f = asset["proj:transform"][:6]
        return _north_up(int(asset["proj:code"][5:]), (c, f + e * height, c + a * width, f), width, height)
    if "proj:bbox" in item["properties"]:
        bbox = item["properties"]["proj:bbox"]
        return _north_up(int(item["properties"]["proj:code"][5:]), bbox, width, height)
    if plan.kind == plans.DEGREE_BOX:
        return _north_up(4326, ring.bounds, width, height)
    metres = acq.transform(ring.coords[:-1], 4326, acq.UTM)
    assert len(metres) == 4
    box = shapely.MultiPoint(metres).bounds
    if plan.kind == plans.UTM_BOX:
        return _north_up(acq.UTM, box, width, height)
    left, right = (sorted(sorted(metres)[k : k + 2], key=lambda p: -p[1]) for k in (0, 2))
    top_left, top_right, bottom_left = (np.array(p) for p in (left[0], right[0], left[1]))

    def tilted(column, row):
        at = (
            top_left
            + column[..., None] / width * (top_right - top_left)
            + row[..., None] / height * (bottom_left - top_left)
        )
        return at[..., 0], at[..., 1]

    return tilted


def _north_up(epsg: int, bbox, width: int, height: int):
    xmin, ymin, xmax, ymax = bbox

    def at(column, row):
        x, y = xmin + column / width * (xmax - xmin), ymax - row / height * (ymax - ymin)
        points = np.array(acq.transform(zip(x.ravel(), y.ravel()), epsg, acq.UTM))
        return points[:, 0].reshape(x.shape), points[:, 1].reshape(x.shape)

    return at


def _best_shift(picture: np.ndarray, ground, country: Country, plan: Plan) -> tuple[tuple[float, float], float]:
    """By how many pixels (column, row) the picture is off the country, and how much it looks like it there."""
    side, reach, oversample = 100, 3, 2
    row, column = _clearest(picture, side, reach)
    steps = (np.arange(side * oversample) + 0.5) / oversample
    gx, gy = ground(*np.meshgrid(column + steps, row + steps))
    x, y = (gx - ORIGIN[0]).astype(np.float32), (gy - ORIGIN[1]).astype(np.float32)
    res = frame_of(plan).pixel_size() / oversample
    seen = country.look(x, y, res, moment_of(plan))[:3].reshape(3, side, oversample, side, oversample).mean((2, 4))
    expected = acq.developed(seen).astype(float).mean(0)
    likeness = np.zeros((2 * reach + 1, 2 * reach + 1))
    for j in range(-reach, reach + 1):
        for i in range(-reach, reach + 1):
            window = picture[:, row + j : row + j + side, column + i : column + i + side].mean(0)
            clear = (window < 190) & (window > 8)
            likeness[j + reach, i + reach] = np.corrcoef(window[clear], expected[clear])[0, 1]
    j, i = np.unravel_index(likeness.argmax(), likeness.shape)
    assert 0 < j < 2 * reach and 0 < i < 2 * reach, "far off"
    across, down = likeness[j, i - 1 : i + 2], likeness[j - 1 : j + 2, i]
    return (i - reach + _peak(across), j - reach + _peak(down)), float(likeness.max())


def _peak(three: np.ndarray) -> float:
    return 0.5 * (three[0] - three[2]) / (three[0] - 2 * three[1] + three[2])


def _clearest(picture: np.ndarray, side: int, reach: int) -> tuple[int, int]:
    """Top left of the window with the fewest cloudy, empty or featureless (sea) pixels."""
    red, _, blue = picture
    bad = ((picture.mean(0) > 150) | (picture.max(0) < 12) | (blue > red + 6)).astype(float)
    total = np.pad(bad.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    count = total[side:, side:] - total[:-side, side:] - total[side:, :-side] + total[:-side, :-side]
    inner = count[reach:-reach, reach:-reach]
    row, column = np.unravel_index(inner.argmin(), inner.shape)
    return int(row) + reach, int(column) + reach
