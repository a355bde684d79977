# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything of the plugin that talks to a network: a sound service, and the work as a task does it.

``work`` writes in the folder that it is given, and nowhere else; ``half`` names what may stay there when it failed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from shapely.geometry import box

from dinamis_qgis import paths
from dinamis_qgis.core import new_images, places, tariff_import
from dinamis_qgis.core.backdrops import read_backdrops
from dinamis_qgis.core.connection import connect
from dinamis_qgis.core.fetch import fetch
from dinamis_qgis.core.form_files import form_file, form_questions
from dinamis_qgis.core.quicklooks import georeference
from dinamis_qgis.core.saved_searches import SearchFile
from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.core.thumbnails import decode
from dinamis_qgis.domain import gazetteer
from dinamis_qgis.domain.accounts import SIGNING, Account, KeyPair, Secrets, Tokens
from dinamis_qgis.domain.catalogues.openspot_form import Answers
from dinamis_qgis.domain.catalogues.registry import CatalogueRow, open_catalogue
from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.domain.download import Patience, download
from dinamis_qgis.domain.keyring import Keyring
from dinamis_qgis.domain.login import Login
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.saved_search import GIVEN, SavedSearch, SavedZone, Watch
from dinamis_qgis.domain.scene import Asset, Scene
from dinamis_qgis.domain.signing import Signer
from dinamis_qgis.domain.themes import EVERYTHING
from tests.domain.tariff_samples import SHIPPED
from tests.services import gazetteer_service, geodes_service, openspot_service
from tests.services.http_service import Answer, Asked
from tests.services.scenes_service import CONTENT
from tests.services.stac_service import StacService
from tests.services.static_service import StaticService, catalog
from tests.services.static_service import item as static_item
from tests.services.synthetic_items import items
from tests.services.wmts_service import WmtsService

RING = [[2.0, 48.0], [2.2, 48.0], [2.2, 48.2], [2.0, 48.2], [2.0, 48.0]]
PICTURE = min(paths.resource("demo", "quicklooks").glob("*.jpg"), key=lambda path: path.stat().st_size).read_bytes()
KEY = KeyPair("fault-access-key", "fault-secret-key")


@dataclass(frozen=True)
class Feature:
    sound: Callable[[Asked], Answer]
    work: Callable[[str, Path, Any], object]  # (address of the service, folder, feedback); what it gives is truthy
    half: tuple[str, ...] = ()
    spoils: Callable[[Asked], bool] = lambda _asked: True  # which of its requests the faults befall
    lenient: bool = False  # what cannot be read is replaced by what is known
    swallows: bool = False  # failures are for the log: nobody asked
    may_be_empty: bool = False  # whatever it does not know is left out, and nothing may be left


def _row(kind: str, url: str, **more: Any) -> CatalogueRow:
    return CatalogueRow("it", "It", kind, url, **more)


def _search(kind: str, path: str = "", **more: Any) -> Callable[[str, Path, Any], object]:
    def work(url: str, _place: Path, feedback: Any) -> object:
        row = _row(kind, f"{url}{path}", **more)
        pages = open_catalogue(row, QgisSession()).search(SearchQuery(limit=500), feedback)
        return [scene for page in pages for scene in page.scenes]

    return work


def _count(url: str, _place: Path, feedback: Any) -> object:
    return open_catalogue(_row("stac", url), QgisSession()).count(SearchQuery(), feedback)


def _thumbnail(url: str, _place: Path, feedback: Any) -> object:
    return not decode(fetch(f"{url}/t.jpg", feedback)).isNull()


def _quicklook(url: str, place: Path, feedback: Any) -> object:
    scene = Scene("S", "it", footprint=box(2.0, 48.0, 2.2, 48.2))
    return georeference(scene, fetch(f"{url}/q.jpg", feedback), place / "q.tif")


def _download(url: str, place: Path, feedback: Any) -> object:
    asset = Asset("data", f"{url}/data.tif", size=len(CONTENT))
    download(QgisSession(), asset, place / "data.tif", feedback, patience=Patience(tries=2, pause=0.02, longest=1.0))
    return (place / "data.tif").read_bytes() == CONTENT


def _account(url: str) -> Account:
    return Account(url, "It", SIGNING, root=f"{url}/", signs=("storage.test",))


class _Held:
    """A store; what it is given is a file in the folder of the test."""

    def __init__(self, secrets: Secrets, place: Path) -> None:
        self._secrets, self._place = secrets, place

    def read(self, _account: Account) -> Secrets:
        return self._secrets

    def write(self, _account: Account, secrets: Secrets) -> None:
        self._secrets = secrets
        (self._place / "stored").write_text(secrets.to_text(), encoding="utf-8")


def _keyring(url: str, secrets: Secrets, place: Path) -> Keyring:
    return Keyring(lambda: (_account(url),), _Held(secrets, place), QgisSession)


def _sign(url: str, place: Path, feedback: Any) -> object:
    signer = Signer(lambda: (_account(url),), _keyring(url, Secrets(KEY), place), QgisSession)
    return signer.sign(["https://storage.test/a.tif"], feedback)


def _sign_in(url: str, place: Path, feedback: Any) -> object:
    login = Login(_account(url), QgisSession())
    keyring = _keyring(url, Secrets(), place)
    code = login.begin(feedback)
    tokens = login.poll(code, feedback)
    login.who(tokens, feedback)
    keyring.put(_account(url), Secrets(None, tokens))
    return tokens


def _keys(url: str, _place: Path, feedback: Any) -> object:
    login = Login(_account(url), QgisSession())
    tokens = Tokens("fault-access", "fault-refresh", 4e9, None, f"{url}/token")
    return login.create_key(tokens, "This machine", feedback) and login.list_keys(tokens, feedback)


def _item(url: str, _place: Path, feedback: Any) -> object:
    one = STAC.items[0]
    address = f"{url}/collections/{one['collection']}/items/{one['id']}"
    return open_catalogue(_row("stac", url), QgisSession()).scene(one["collection"], one["id"], address, feedback)


def _refresh(url: str, place: Path, feedback: Any) -> object:
    stale = Tokens("fault-access", "fault-refresh", 0.0, None, f"{url}/token")
    return _keyring(url, Secrets(None, stale), place).tokens(_account(url), feedback)


def _suggest(url: str, _place: Path, feedback: Any) -> object:
    return gazetteer.suggest(gazetteer_service.row(url), "lamballe", QgisSession(), feedback)


def _locate(url: str, _place: Path, feedback: Any) -> object:
    """As the locator bar asks, by the gazetteer of the profile."""
    places.user_gazetteer().parent.mkdir(parents=True, exist_ok=True)
    places.user_gazetteer().write_text(gazetteer_service.profile_file(url), encoding="utf-8")
    try:
        return places.suggestions("lamballe", feedback)
    finally:
        places.user_gazetteer().unlink()


def _outline(url: str, _place: Path, feedback: Any) -> object:
    place = gazetteer.Place("Lamballe-Armor", "commune", "22093", "22", -2.55, 48.45)
    return gazetteer.outline(gazetteer_service.row(url), place, QgisSession(), feedback)


def _capabilities(url: str, _place: Path, feedback: Any) -> object:
    return read_backdrops(_row("wmts", f"{url}/wmts"), feedback)


def _tariff(url: str, place: Path, feedback: Any) -> object:
    before, tariff_import.own_folder = tariff_import.own_folder, lambda: place
    try:
        return tariff_import.import_tariff(f"{url}/2022-10.json", feedback)
    finally:
        tariff_import.own_folder = before


def _connection(url: str, _place: Path, feedback: Any) -> object:
    return connect(_row("stac", url), feedback)


def _spot_scene() -> Scene:
    return Scene("ORT_SPOT7", "it", "2019_MS", said='{"fid": 7}')


def _form(url: str, _place: Path, feedback: Any) -> object:
    return form_questions(_row("openspot", url), _spot_scene(), feedback)


def _form_file(url: str, place: Path, feedback: Any) -> object:
    answers = Answers({"profil": "Collectivité", "theme": "Autres", "pays": "fra"}, True)
    return form_file(_row("openspot", url), _spot_scene(), answers, place, lambda _there, _size: None, feedback)


def _news(url: str, place: Path, feedback: Any) -> object:
    kept = SearchFile(place / "searches.json")
    zone = SavedZone(GIVEN, "Here", box(-5.0, 41.0, 9.0, 51.0))
    kept.add([SavedSearch("S", Choices(theme=EVERYTHING), zone, watch=Watch(date(2020, 1, 1)))])
    rows = lambda: ((_row("stac", url),), None)  # noqa: E731
    new_images._look(place / "searches.json", place / "territory", rows, feedback)
    (search,) = kept.read()
    return search.watch.known or None


def _login_service(asked: Asked) -> Answer:
    base = f"http://{asked.headers['host']}"
    if asked.path == "/openapi.json":
        flows = {"password": {"tokenUrl": "/token"}}
        return Answer.of({"components": {"securitySchemes": {"OAuth2PasswordBearer": {"flows": flows}}}})
    if asked.path == "/auth/device":
        return Answer.of({"device_code": "d", "user_code": "AB", "verification_uri": f"{base}/d", "expires_in": 60})
    if asked.path == "/token":
        return Answer.of({"access_token": "a", "refresh_token": "b", "expires_in": 300, "refresh_expires_in": 0})
    if asked.path == "/sign_urls":
        query = "X-Amz-Date=20250101T000000Z&X-Amz-Expires=3600&X-Amz-Signature=fault-signature"
        return Answer.of({"hrefs": {one: f"{one}?{query}" for one in asked.json["urls"]}})
    if asked.path == "/create_api_key":
        return Answer.of({"access-key": "fault-made", "secret-key": "fault-hidden"})
    if asked.path == "/list_api_keys_with_metadata":
        return Answer.of([{"access-key": "fault-made", "created": "2025-01-01", "description": "This machine"}])
    return Answer.of({"preferred_username": "a.martin"})


GEODES = geodes_service.GeodesService([geodes_service.feature(1, "PEPS_S2_L1C", "2020-01-01", RING)])
STATIC = StaticService({"/": catalog(("item", "one.json")), "/one.json": static_item("one")})
STAC = StacService(items(30))
SPOT = openspot_service.OpenSpotService({"2019_MS": [openspot_service.feature(7, "MS", "2019-06-01")]}, modes=("MS",))
JPEG = Answer(PICTURE, headers={"Content-Type": "image/jpeg"})
TIFF = Answer(CONTENT, headers={"Content-Type": "image/tiff"})
TARIFF = Answer(SHIPPED.read_bytes(), headers={"Content-Type": "application/json"})
PLACES = gazetteer_service.GazetteerService()
PARTS = ("data.tif.part", "data.tif.part.json")

FEATURES: dict[str, Feature] = {
    "search, STAC": Feature(STAC, _search("stac"), spoils=lambda asked: asked.path == "/search"),
    "search, GEODES": Feature(GEODES, _search("stac", "/api/stac", dialect="geodes")),
    "search, OpenSPOT": Feature(SPOT, _search("openspot"), spoils=lambda asked: "/api/" in asked.path),
    "search, static": Feature(STATIC, _search("static"), may_be_empty=True),
    "search, address": Feature(STATIC, _search("address"), may_be_empty=True),
    "count": Feature(STAC, _count),
    "thumbnail": Feature(lambda _asked: JPEG, _thumbnail),
    "quicklook": Feature(lambda _asked: JPEG, _quicklook),
    "download": Feature(lambda _asked: TIFF, _download, PARTS),
    "signing": Feature(_login_service, _sign),
    "sign-in": Feature(_login_service, _sign_in, spoils=lambda asked: asked.path == "/token"),
    "refresh": Feature(_login_service, _refresh),
    "keys": Feature(_login_service, _keys, may_be_empty=True),
    "item": Feature(STAC, _item),
    "gazetteer": Feature(PLACES, _suggest, may_be_empty=True),
    "locator": Feature(PLACES, _locate, may_be_empty=True),
    "outline": Feature(PLACES, _outline),
    "capabilities": Feature(WmtsService(), _capabilities),
    "tariff": Feature(lambda _asked: TARIFF, _tariff),
    "connection test": Feature(STAC, _connection),
    "OpenSPOT form": Feature(SPOT, _form, lenient=True),
    "OpenSPOT file": Feature(SPOT, _form_file),
    "new images": Feature(STAC, _news, ("searches.json", "searches.json.lock"), swallows=True),
}
