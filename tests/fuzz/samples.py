# SPDX-License-Identifier: GPL-2.0-or-later
"""Sound documents of every kind: real ones where they are on this machine, shipped ones, and those of our doubles."""

from __future__ import annotations

import json
import tarfile
import zipfile
from dataclasses import asdict
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from shapely.geometry import box, mapping

from dinamis_qgis import paths
from dinamis_qgis.domain.accounts import ApiKey, KeyPair, Secrets, Tokens
from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.domain.request import ImageryRequest
from dinamis_qgis.domain.request_file import to_json
from dinamis_qgis.domain.saved_search import GIVEN, SavedSearch, SavedZone, Watch, written
from dinamis_qgis.domain.scene import Scene
from dinamis_qgis.domain.transfers import to_row, transfer_of
from tests.services import openspot_service, wmts_service
from tests.services.dimap1_writer import Scene as Spot5
from tests.services.dimap1_writer import write_scene
from tests.services.dimap_writer import Image, gradient, write_pleiades, zipped
from tests.services.gazetteer_service import GazetteerService, row
from tests.services.http_service import Asked
from tests.services.sensor_writer import make_primary, rpc_xml
from tests.services.synthetic_items import item

GAZETTEER = row("https://places.test")
HOME = box(1.9, 47.9, 2.1, 48.1)
RING = [[2.0, 48.0], [2.2, 48.0], [2.2, 48.2], [2.0, 48.2], [2.0, 48.0]]
LANDING = json.dumps(
    {
        "type": "Catalog",
        "links": [
            {"rel": "search", "href": "https://service.test/search", "method": "POST"},
            {"rel": "data", "href": "https://service.test/collections"},
        ],
        "conformsTo": [f"https://api.stacspec.org/v1.0.0/{part}" for part in ("core", "item-search")],
    }
).encode()
COLLECTIONS = json.dumps({"collections": [{"type": "Collection", "id": "c", "links": []}], "links": []}).encode()
_LONGEST = 60_000  # bytes of a document: longer ones cost time and say nothing more


def _json(*contents: Any) -> list[bytes]:
    return [json.dumps(content).encode() for content in contents]


class Samples:
    """``real`` is the folder of real documents, None where it is absent; ``place`` is written in."""

    def __init__(self, real: Path | None, place: Path) -> None:
        self._real, self._place = real, place

    def _found(self, pattern: str) -> list[bytes]:
        found = sorted(self._real.glob(pattern)) if self._real else []
        return [path.read_bytes() for path in found if 0 < path.stat().st_size < _LONGEST]

    @cached_property
    def _stac(self) -> list[dict[str, Any]]:
        read = [json.loads(text) for text in self._found("stac/*.json") + self._found("stac/spec/*.json")]
        return [content for content in read if isinstance(content, dict)]

    def items(self) -> list[bytes]:
        ours = item("PHR1A_1", "c", RING, "2020-01-01T00:00:00Z", platform="PHR1A", **{"eo:cloud_cover": 3.0})
        pages = [content["features"][:2] for content in self._stac if content.get("type") == "FeatureCollection"]
        return _json(ours, *(one for one in self._stac if one.get("type") == "Feature"), *(i for p in pages for i in p))

    def pages(self) -> list[bytes]:
        ours = {"type": "FeatureCollection", "features": [json.loads(self.items()[0])] * 2, "links": []}
        following = {"rel": "next", "href": "https://service.test/search", "method": "POST", "body": {"token": "n"}}
        real = [
            {**content, "features": content["features"][:3]}
            for content in self._stac
            if isinstance(content.get("features"), list)
        ]
        return _json(ours, {**ours, "links": [following], "context": {"matched": 9}}, *real)

    def geodes(self) -> list[bytes]:
        found = self._found("stac/geodes_search.json")
        return found or self.pages()

    def landings(self) -> list[bytes]:
        sound = json.loads(LANDING)
        return [LANDING, *_json({**sound, "links": sound["links"][:1]}, {**sound, "conformsTo": None})]

    def collections(self) -> list[bytes]:
        one = {
            "type": "Collection",
            "id": "c",
            "title": "C",
            "license": "x",
            "extent": {},
            "links": [],
            "summaries": {},
        }
        real = [content for content in self._stac if content.get("type") == "Collection"]
        listed = self._found("stac/collections_*.json")
        return _json({"collections": [one, *real], "links": []}, {"collections": [one] * 3}, *real) + listed

    def static(self) -> list[bytes]:
        links = [{"rel": "item", "href": "one.json"}, {"rel": "child", "href": "more/catalog.json"}]
        root = {"type": "Catalog", "id": "x", "stac_version": "1.0.0", "description": "", "links": links}
        both = {**json.loads(self.items()[0]), "links": links}
        return _json(root, both, {**root, "type": "FeatureCollection", "features": [both]})

    def openspot(self) -> list[bytes]:
        ours = [openspot_service.feature(1, "MS", "2021-06-01"), openspot_service.feature(2, "PAN", "2021-07-01")]
        return _json({"type": "FeatureCollection", "features": ours}) + self._found("stac/SYNTHETIC_openspot*.json")

    def spot_pages(self) -> list[bytes]:
        service = openspot_service.OpenSpotService({"2019_MS": [], "2020_PAN": []})
        return [service(Asked("GET", "/", {}, {}, b"")).body]

    def spot_forms(self) -> list[bytes]:
        service = openspot_service.OpenSpotService({})
        link = '<p>…</p><a title="x" href="/files/one.tif?a=1&amp;b=2">one</a>'
        return [service.lists.encode(), f"{service.lists}{link}".encode(), link.encode()]

    def geojson(self) -> list[bytes]:
        feature = {"type": "Feature", "properties": {"nom": "Ici", "date": "2021-06-01"}, "geometry": mapping(HOME)}
        whole = {"type": "FeatureCollection", "features": [feature, feature]}
        return _json(whole, feature, mapping(HOME), {**whole, "crs": {"properties": {"name": "EPSG:2154"}}})

    def kml(self) -> list[bytes]:
        ring = " ".join(f"{x},{y},0" for x, y in RING)
        return [
            f"""<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>
<name>Ici</name><Polygon><outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing></outerBoundaryIs>
</Polygon></Placemark></Document></kml>""".encode()
        ]

    def gpx(self) -> list[bytes]:
        points = "".join(f'<trkpt lat="{y}" lon="{x}"><ele>1</ele></trkpt>' for x, y in RING)
        head = '<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">'
        return [f"{head}<trk><name>a</name><trkseg>{points}</trkseg></trk></gpx>".encode()]

    def zone_zips(self) -> list[bytes]:
        path = self._place / "zone.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("zone.geojson", self.geojson()[0])
            archive.writestr("folder/zone.kml", self.kml()[0])
        return [path.read_bytes()]

    def csv(self) -> list[bytes]:
        wkt = HOME.wkt
        return [
            f'WKT;identifiant;date_acq;satellite;nuages\n"{wkt}";PHR1A_1;2022/07/14;PHR1A;3\n'.encode(),
            f'WKT,id,cloud,gsd\n"{wkt}",a,12 %,"0,5"\n"{wkt}",a,nan,70 cm\n'.encode(),
        ]

    def places(self) -> list[bytes]:
        query = {"q": "saint", "index": "poi", "category": "administratif", "autocomplete": "1", "limit": "10"}
        return [GazetteerService()(Asked("GET", "/geocodage/search", query, {}, b"")).body]

    def gazetteer(self) -> list[bytes]:
        return [paths.resource("gazetteer.json").read_bytes()]

    @cached_property
    def _pleiades(self) -> Path:
        images = [
            Image("PHR1B", mode, gradient(24, 32, 1 if mode == "P" else 4), (3e5, 68e5), 0.5) for mode in ("P", "MS")
        ]
        write_pleiades(self._place / "pleiades", images)
        return self._place / "pleiades"

    def dimap2(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(self._pleiades.rglob("DIM_*.XML"))] + self._found(
            "dimap/**/DIM_*.XML"
        )

    def dimap1(self) -> list[bytes]:
        return [write_scene(self._place / "spot5", Spot5(gradient(20, 30).astype("uint8"))).read_bytes()]

    def rpc(self) -> list[bytes]:
        (dim,) = write_pleiades(self._place / "primary", [Image("PHR1B", "P", gradient(20, 30, 1), (3e5, 68e5), 0.5)])
        model = make_primary(dim)
        return [rpc_xml(model).encode(), rpc_xml(model, neo=True).encode()]

    def volumes(self) -> list[bytes]:
        found = [*self._found("dimap/**/VOL_*.XML"), *self._found("dimap/**/SPOT_*.XML")]
        return [path.read_bytes() for path in sorted(self._pleiades.rglob("VOL_*.XML"))] + found

    def masks(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(self._pleiades.rglob("*.GML"))] + self._found("dimap/**/*.GML")

    def names(self) -> list[bytes]:
        real = sorted(self._real.rglob("IMG_*")) if self._real else []
        known = [
            b"ORT_SPOT7_20210601_104512300_000---PAN.TIF",
            b"IMG_PHR1A_PMS_202108151540532_ORT_5888578101_R1C1.JP2",
        ]
        return known + [path.name.encode() for path in real]

    def zips(self) -> list[bytes]:
        return [zipped(self._pleiades, self._place / "pleiades.zip").read_bytes()]

    def tars(self) -> list[bytes]:
        return [self._tar("w")]

    def gzipped_tars(self) -> list[bytes]:
        return [self._tar("w:gz")]

    def _tar(self, mode: str) -> bytes:
        path = self._place / "pleiades.tar"
        with tarfile.open(path, mode) as archive:
            archive.add(self._pleiades, "d")
        return path.read_bytes()

    def pictures(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(self._pleiades.rglob("*.JPG"))] + [
            path.read_bytes() for path in sorted(paths.resource("demo", "quicklooks").glob("*"))[:3]
        ]

    def tariffs(self) -> list[bytes]:
        return [paths.resource("tariffs", "2022-10.json").read_bytes()]

    def catalogues(self) -> list[bytes]:
        mine = {"version": 1, "catalogues": [{"id": "mine", "title": "Mine", "kind": "stac", "url": "https://x.test/"}]}
        return [paths.resource("catalogues.json").read_bytes(), *_json(mine)]

    def searches(self) -> list[bytes]:
        watch = Watch(date(2026, 3, 3), date(2026, 3, 3), "place", {"a": frozenset({"1"})})
        search = SavedSearch("Été", Choices(missions=("PHR1A",)), SavedZone(GIVEN, "Ici", HOME), watch=watch)
        return _json({"version": 1, "searches": [json.loads(json.dumps(written(search)))]})

    def requests(self) -> list[bytes]:
        return _json(to_json(ImageryRequest(HOME, title="x", archive_ids=("a",), start=date(2026, 1, 1))))

    def transfers(self) -> list[bytes]:
        one = transfer_of(Scene("S", "cat", "c"), self._place, (), False, ())
        return _json({"version": 1, "transfers": [to_row(one)]})

    def signed(self) -> list[bytes]:
        query = "X-Amz-Date=20250101T000000Z&X-Amz-Expires=3600&X-Amz-Signature=abc"
        hrefs = {
            f"https://storage.test/bucket/{name}.tif": f"https://storage.test/bucket/{name}.tif?{query}"
            for name in "ab"
        }
        return _json({"expiry": "2025-01-01T01:00:00Z", "hrefs": hrefs})

    def signed_in(self) -> list[bytes]:
        flows = {"password": {"tokenUrl": "https://service.test/token"}}
        whole = {
            "components": {"securitySchemes": {"OAuth2PasswordBearer": {"flows": flows}}},
            "verification_uri_complete": "https://service.test/confirm?user_code=AB", "user_code": "AB",
            "device_code": "d", "expires_in": 600, "interval": 1, "access_token": "a", "refresh_token": "b",
            "refresh_expires_in": 0, "preferred_username": "a.martin", "access-key": "k", "secret-key": "s",
        }  # fmt: skip
        return _json(whole, [{"access-key": "k", "created": "2025-01-01", "description": "x"}])

    def secrets(self) -> list[bytes]:
        tokens = Tokens("a", "b", 0.0, None, "https://service.test/token")
        held = [Secrets(KeyPair("a", "b")), Secrets(ApiKey("v")), Secrets(None, tokens)]
        return [one.to_text().encode() for one in held] + _json(asdict(tokens))

    def sdk(self) -> list[bytes]:
        return _json({"access-key": "a", "secret-key": "b"})

    def addresses(self) -> list[bytes]:
        query = "X-Amz-Date=20250101T000000Z&X-Amz-Expires=3600&X-Amz-Signature=abc&x=1"
        return [f"https://storage.test/bucket/a.tif?{query}".encode(), f"https://me:pw@x.test/?{query}#a".encode()]

    def capabilities(self) -> list[bytes]:
        names = [f"{wmts_service.SPOT}.2023", f"{wmts_service.PLEIADES}.MAYOTTE.2024-06"]
        layers = [wmts_service.layer(name, format="image/png", levels=range(3)) for name in names]
        return [wmts_service.capabilities(*layers, wmts_service.matrix_set("PM_0_17", range(4)))]

    def cql2(self) -> list[bytes]:
        return [
            b"eo:cloud_cover < 10 AND platform IN ('PHR1A', 'PHR1B')",
            b"datetime > TIMESTAMP('2020-01-01T00:00:00Z') OR NOT (gsd BETWEEN 0.5 AND 2)",
            b"title LIKE 'a%' AND gsd IS NOT NULL",
        ]
