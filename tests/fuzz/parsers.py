# SPDX-License-Identifier: GPL-2.0-or-later
"""Every parser of what comes from elsewhere, in one table: sound documents to damage, and what reads them.

``read`` raises nothing but a :class:`DinamisError`, and asserts what must hold of whatever it could read.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
import shapely
from osgeo import gdal

from dinamis_qgis import paths
from dinamis_qgis.core.delivery import read_delivery, scan
from dinamis_qgis.core.descriptions import components
from dinamis_qgis.core.dimap import product_from
from dinamis_qgis.core.footprint_files import look
from dinamis_qgis.core.footprint_files import read as read_footprints
from dinamis_qgis.core.mask_file import read_mask
from dinamis_qgis.core.outline_files import layers_of, lines_in, outlines_of_file
from dinamis_qgis.core.pictures import decode
from dinamis_qgis.core.product_scene import scene_of
from dinamis_qgis.core.product_texts import abstract_of, facts
from dinamis_qgis.core.rasters import read_name
from dinamis_qgis.core.saved_searches import SearchFile, read_file
from dinamis_qgis.core.sensor_model import parse_rpc
from dinamis_qgis.core.stac_files import read_item
from dinamis_qgis.core.wmts import tile_sources
from dinamis_qgis.core.xml_tree import parse_xml
from dinamis_qgis.domain import cql2
from dinamis_qgis.domain.accounts import SIGNING, Account, KeyPair, Secrets, Tokens
from dinamis_qgis.domain.backdrops import backdrops
from dinamis_qgis.domain.catalogues.connection import examine
from dinamis_qgis.domain.catalogues.items_file import ItemsFile
from dinamis_qgis.domain.catalogues.openspot import OpenSpot
from dinamis_qgis.domain.catalogues.openspot_form import Answers, file_of, questions
from dinamis_qgis.domain.catalogues.own_rows import OwnRows
from dinamis_qgis.domain.catalogues.registry import CatalogueRow, open_catalogue, read_rows
from dinamis_qgis.domain.errors import DinamisError
from dinamis_qgis.domain.footprint_columns import guess
from dinamis_qgis.domain.gazetteer import Place, outline_of, read_row, suggest
from dinamis_qgis.domain.keyring import Keyring
from dinamis_qgis.domain.login import DeviceCode, Login
from dinamis_qgis.domain.public_url import public_url
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.request_file import read_request, to_json
from dinamis_qgis.domain.saved_search import read as read_search
from dinamis_qgis.domain.saved_search import written
from dinamis_qgis.domain.scene import Scene
from dinamis_qgis.domain.scene_files import layout
from dinamis_qgis.domain.scene_json import scene_json
from dinamis_qgis.domain.sdk_config import KEY_FILE
from dinamis_qgis.domain.sdk_config import read as read_sdk
from dinamis_qgis.domain.signed_address import bare, signed_period
from dinamis_qgis.domain.signing import Signer
from dinamis_qgis.domain.tariff_file import read_tariff
from dinamis_qgis.domain.transfers_file import TransfersFile
from tests.fuzz.samples import COLLECTIONS, GAZETTEER, HOME, LANDING, Samples

ROOT = "https://service.test/"
BYTES, JSON = "bytes", "json"


class Going:
    def isCanceled(self) -> bool:
        return False


class Served(requests.Session):
    """``answer(path)`` gives the body of every answer."""

    def __init__(self, answer: Callable[[str], bytes]) -> None:
        super().__init__()
        self._answer = answer

    def send(self, request: requests.PreparedRequest, **_how: Any) -> requests.Response:
        response = requests.Response()
        response.status_code, response.url = 200, request.url
        response._content, response._content_consumed = self._answer(request.path_url), True
        return response


@dataclass(frozen=True)
class Parser:
    samples: Callable[[Samples], Sequence[bytes]]
    read: Callable[[bytes, Path], object]
    damage: str = BYTES


def _sound(scene: Scene) -> None:
    assert scene.id and (scene.acquired is None or scene.acquired.tzinfo is not None)
    assert scene.footprint is None or (scene.footprint.is_valid and scene.footprint.area > 0)
    assert all(isinstance(asset.href, str) and asset.href for asset in scene.assets)
    assert scene.quicklook is None or scene.quicklook in scene.assets
    json.loads(scene_json(scene))
    for _asset, place in layout(scene).values():
        assert not place.is_absolute() and ".." not in place.parts
    "".join((scene.id, scene.title, scene.mission, scene.licence, scene.self_url, scene.credit)).encode()


def _searched(row: CatalogueRow, session: requests.Session) -> None:
    for page in open_catalogue(row, session).search(SearchQuery(limit=300), Going()):
        for scene in page.scenes:
            _sound(scene)


EMPTY = b'{"type": "FeatureCollection", "features": [], "links": []}'
API = CatalogueRow("api", "API", "stac", ROOT)
GEODES = CatalogueRow("geodes", "GEODES", "stac", f"{ROOT}api/stac", dialect="geodes")
STATIC = CatalogueRow("static", "Static", "static", f"{ROOT}catalog.json")
SPOT = CatalogueRow("openspot", "OpenSPOT", "openspot", ROOT)


def _first(data: bytes, after: bytes = EMPTY) -> Served:
    """``data`` once, then ``after``."""
    left = [data]
    return Served(lambda _path: left.pop() if left else after)


def _api(data: bytes, at: str = "") -> Served:
    """Sound but for what is asked at ``at``; with ``""``, what is asked besides the landing page."""

    def answer(path: str) -> bytes:
        if path.startswith(at) if at != "/" else path == at:
            return LANDING if path == "/" else data
        return LANDING if path == "/" else COLLECTIONS if "collections" in path else EMPTY

    return Served((lambda path: data if path == "/" else answer(path)) if at == "/" else answer)


def _item(data: bytes, _place: Path) -> None:
    found = open_catalogue(API, _api(data)).scene("c", "i", f"{ROOT}item", Going())
    _sound(found)


def _spot_features(data: bytes, _place: Path) -> None:
    page = b"<select id='choix_annee'><option>2021</select><select id=choix_resolution><option value=MS></select>"
    spot = OpenSpot(ROOT, Served(lambda path: data if "/api/" in path else page))
    for found in spot.search(SearchQuery(), Going()):
        for scene in found.scenes:
            _sound(scene)
            assert all(asset.href.startswith(f"{ROOT}api/lien_jpg/") for asset in scene.assets)
            assert all(asset.href.count("/") == 5 for asset in scene.assets)


def _spot_page(data: bytes, _place: Path) -> None:
    _searched(SPOT, Served(lambda path: EMPTY if "/api/" in path else data))


def _spot_form(data: bytes, _place: Path) -> None:
    served = Served(lambda _path: data)
    asked = questions(ROOT, 7, served, Going())
    answers = Answers({question.name: question.options[0][0] for question in asked}, True)
    assert file_of(ROOT, 7, answers, served, Going()).href.startswith(ROOT)


def _beside_images(data: bytes, place: Path) -> None:
    for product in read_item(_kept(data, place / "stac-item.json")):
        _told(product)


def _told(product: Any) -> None:
    abstract_of(product)
    facts(product)
    scene_of(product, "x")


def _kept(data: bytes, file: Path) -> str:
    file.write_bytes(data)
    return file.as_posix()


def _zone_file(suffix: str) -> Callable[[bytes, Path], None]:
    def read(data: bytes, place: Path) -> None:
        for found in outlines_of_file(Path(_kept(data, place / f"zone{suffix}")), Going()):
            assert found.zone.shape.is_valid

    return read


def _lines(data: bytes, place: Path) -> None:
    for layer in layers_of(Path(_kept(data, place / "line.gpx")), Going()):
        assert not lines_in(layer, Going()).is_empty


def _footprint_file(suffix: str) -> Callable[[bytes, Path], None]:
    def read(data: bytes, place: Path) -> None:
        table = look(Path(_kept(data, place / f"footprints{suffix}")), Going())
        made = read_footprints(table, guess(table.columns, table.samples), Going(), lambda _percent: None)
        assert made is not None

    return read


def _outline(data: bytes, _place: Path) -> None:
    found = outline_of(data, Place("Here", "commune", "22093", "22", 2.0, 48.0), ROOT)
    assert found.is_valid or shapely.make_valid(found).area >= 0


def _places(data: bytes, _place: Path) -> None:
    for place in suggest(GAZETTEER, "lamballe", Served(lambda _path: data), Going()):
        assert place.name and -180.0 <= place.lon <= 180.0 and -90.0 <= place.lat <= 90.0
        assert Place.from_text(place.as_text()) == place


def _dimap(data: bytes, _place: Path) -> None:
    _told(product_from(parse_xml(data, "x/DIM_X.XML"), "x/DIM_X.XML"))


def _volume(data: bytes, place: Path) -> None:
    assert all(href.lower().endswith((".xml", ".dim")) for href in components(parse_xml(data, "VOL")))
    with contextlib.suppress(DinamisError):  # what it names is not there
        read_delivery(_kept(data, place / "VOL_X.XML"), Going())


def _mask(data: bytes, place: Path) -> None:
    for shape in read_mask(_kept(data, place / "CLD_X_MSK.GML"), "EPSG:32632"):
        assert shape.is_empty or all(abs(value) < 1e13 for value in shape.bounds)


def _name(data: bytes, _place: Path) -> None:
    said = read_name(data.decode("utf-8", "surrogateescape"))
    assert said.acquired is None or said.acquired.tzinfo is not None


def _catalogues(data: bytes, place: Path) -> None:
    shipped, own = paths.resource("catalogues.json"), Path(_kept(data, place / "catalogues.json"))
    rows, _problem = read_rows(shipped, own, "fr")
    assert rows
    for row in rows:
        assert row.id and isinstance(row.title, str)
        try:
            open_catalogue(row, requests.Session())
        except DinamisError:
            continue
    edited = OwnRows(shipped, own, "fr")
    edited.put(replace(rows[0], title="Another"))


def _searches(data: bytes, place: Path) -> None:
    path = Path(_kept(data, place / "searches.json"))
    for search in SearchFile(path).read():
        search.choices.query(HOME, date(2026, 3, 3))
        again = read_search(json.loads(json.dumps(written(search))))
        assert again is not None and again.id == search.id
    read_file(path)


def _request(data: bytes, place: Path) -> None:
    request = read_request(Path(_kept(data, place / "request.json")))
    assert request.zone.is_valid or request.zone.area > 0
    to_json(request)


def _transfers(data: bytes, place: Path) -> None:
    kept = TransfersFile(place / "transfers")
    (place / "transfers").mkdir(exist_ok=True)
    _kept(data, place / "transfers" / "downloads.json")
    try:
        for transfer in kept.open():
            assert Path(transfer.folder).is_absolute() and transfer.home not in ("", "..", ".")
    finally:
        kept.close()
        for copy in (place / "transfers").glob("*.bak"):
            copy.unlink()


def _archive(suffix: str) -> Callable[[bytes, Path], None]:
    def read(data: bytes, place: Path) -> None:
        path = _kept(data, place / f"delivery{suffix}")
        before = sorted(place.rglob("*"))
        try:
            found = scan(path, Going())
            for product in (*found.products, *found.rasters):
                _told(product)
            assert all(isinstance(item.error, DinamisError) for item in found.skipped)
        finally:
            assert sorted(place.rglob("*")) == before
            gdal.VSICurlClearCache()

    return read


class _Memory:
    def __init__(self, secrets: Secrets) -> None:
        self.held = secrets

    def read(self, _account: Account) -> Secrets:
        return self.held

    def write(self, _account: Account, secrets: Secrets) -> None:
        self.held = secrets


ACCOUNT = Account(ROOT, "x", SIGNING, root=ROOT, signs=("storage.test",))
HREFS = ("https://storage.test/bucket/a.tif", "https://storage.test/bucket/b.tif")


def _signed(data: bytes, _place: Path) -> None:
    session = lambda: Served(lambda _path: data)  # noqa: E731
    keyring = Keyring(lambda: (ACCOUNT,), _Memory(Secrets(KeyPair("me", "hidden"))), session)
    links = Signer(lambda: (ACCOUNT,), keyring, session).sign(HREFS, Going())
    assert set(links) == set(HREFS) and not any(" " in link for link in links.values())


def _signed_in(data: bytes, _place: Path) -> None:
    """Each question of the protocol, whatever became of the one before."""
    login, tokens = Login(ACCOUNT, Served(lambda _path: data)), Tokens("a", "b", 0.0, None, f"{ROOT}token")
    code = DeviceCode(ROOT, "code", token_url=f"{ROOT}token")
    refused = []
    for question in (
        lambda: login.begin(Going()),
        lambda: login.poll(code, Going()),
        lambda: login.refresh(tokens, Going()),
        lambda: login.who(tokens, Going()),
        lambda: login.create_key(tokens, "x", Going()),
        lambda: login.list_keys(tokens, Going()),
        lambda: login.token_url(Going()),
    ):
        try:
            question()
        except DinamisError as error:
            refused.append(error)
    if len(refused) == 7:
        raise refused[0]


def _secrets(data: bytes, _place: Path) -> None:
    held = Secrets.from_text(data.decode("utf-8", "replace"))
    assert Secrets.from_text(held.to_text()) == held


def _sdk(data: bytes, place: Path) -> None:
    _kept(data, place / KEY_FILE)
    assert read_sdk(place)


def _capabilities(data: bytes, _place: Path) -> None:
    backdrops(tile_sources(data, ROOT, lambda name: "ORTHO-SAT" in name, Going()), ("SPOT", "PLEIADES"))


def _address(data: bytes, _place: Path) -> None:
    said = data.decode("utf-8", "replace")
    signed_period(said)
    if said.startswith(("http://", "https://")):
        names = [one.partition("=")[0].lower() for one in urlsplit(public_url(said)).query.split("&")]
        assert "x-amz-signature" not in names
    assert bare(bare(said)) == bare(said)


def _cql2(data: bytes, _place: Path) -> None:
    test = cql2.parse(data.decode("utf-8", "replace"))
    assert cql2.parse(cql2.to_text(test)) == test


PARSERS: dict[str, Parser] = {
    "STAC item": Parser(Samples.items, _item, JSON),
    "STAC page": Parser(Samples.pages, lambda data, _: _searched(API, _api(data)), JSON),
    "STAC landing page": Parser(Samples.landings, lambda data, _: examine(API, _api(data, "/"), Going()), JSON),
    "STAC collections": Parser(
        Samples.collections, lambda data, _: examine(API, _api(data, "/collections"), Going()), JSON
    ),
    "GEODES page": Parser(Samples.geodes, lambda data, _: _searched(GEODES, _first(data)), JSON),
    "static catalogue": Parser(Samples.static, lambda data, _: _searched(STATIC, _first(data, EMPTY)), JSON),
    "OpenSPOT features": Parser(Samples.openspot, _spot_features, JSON),
    "OpenSPOT page": Parser(Samples.spot_pages, _spot_page),
    "OpenSPOT form": Parser(Samples.spot_forms, _spot_form),
    "ItemCollection file": Parser(
        Samples.pages,
        lambda data, place: [
            _sound(scene)
            for page in ItemsFile(Path(_kept(data, place / "items.json"))).search(SearchQuery(), Going())
            for scene in page.scenes
        ],
        JSON,
    ),
    "item beside images": Parser(Samples.items, _beside_images, JSON),
    "zone, GeoJSON": Parser(Samples.geojson, _zone_file(".geojson"), JSON),
    "zone, KML": Parser(Samples.kml, _zone_file(".kml")),
    "lines, GPX": Parser(Samples.gpx, _lines),
    "zone, zip": Parser(Samples.zone_zips, _zone_file(".zip")),
    "footprints, GeoJSON": Parser(Samples.geojson, _footprint_file(".geojson"), JSON),
    "footprints, CSV": Parser(Samples.csv, _footprint_file(".csv")),
    "gazetteer, places": Parser(Samples.places, _places, JSON),
    "gazetteer, outline": Parser(Samples.geojson, _outline, JSON),
    "gazetteer.json": Parser(
        Samples.gazetteer, lambda data, place: read_row(Path(_kept(data, place / "gazetteer.json"))), JSON
    ),
    "DIMAP V2": Parser(Samples.dimap2, _dimap),
    "DIMAP V1": Parser(Samples.dimap1, _dimap),
    "RPC": Parser(Samples.rpc, lambda data, _: parse_rpc(parse_xml(data, "RPC"), "RPC")),
    "VOL": Parser(Samples.volumes, _volume),
    "quality mask": Parser(Samples.masks, _mask),
    "raster name": Parser(Samples.names, _name),
    "archive, zip": Parser(Samples.zips, _archive(".zip")),
    "archive, tar": Parser(Samples.tars, _archive(".tar")),
    "archive, tar.gz": Parser(Samples.gzipped_tars, _archive(".tar.gz")),
    "quicklook": Parser(Samples.pictures, lambda data, _: decode(data)),
    "tariff": Parser(Samples.tariffs, lambda data, place: read_tariff(Path(_kept(data, place / "2022-10.json"))), JSON),
    "catalogues.json": Parser(Samples.catalogues, _catalogues, JSON),
    "saved searches": Parser(Samples.searches, _searches, JSON),
    "request.json": Parser(Samples.requests, _request, JSON),
    "downloads.json": Parser(Samples.transfers, _transfers, JSON),
    "signing answer": Parser(Samples.signed, _signed, JSON),
    "sign-in answer": Parser(Samples.signed_in, _signed_in, JSON),
    "stored secrets": Parser(Samples.secrets, _secrets, JSON),
    "key file of teledetection": Parser(Samples.sdk, _sdk, JSON),
    "signed address": Parser(Samples.addresses, _address),
    "WMTS capabilities": Parser(Samples.capabilities, _capabilities),
    "CQL2 text": Parser(Samples.cql2, _cql2),
}
