# SPDX-License-Identifier: GPL-2.0-or-later
"""Opening files through QGIS's network, each door with its own key; and where the secrets are not."""

from __future__ import annotations

import gc
import json
import logging
import sqlite3
import tempfile
import uuid
import zipfile
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsLayerDefinition,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
)
from shapely.geometry import box

from dinamis_qgis import paths
from dinamis_qgis.core import access, log
from dinamis_qgis.core.catalogues import Doors, configured_rows, open_named
from dinamis_qgis.core.credentials import State, credentials
from dinamis_qgis.core.fetch import fetch
from dinamis_qgis.core.footprints import footprint_feature, footprint_fields
from dinamis_qgis.core.messages import sentence
from dinamis_qgis.core.reply import ReplyStream
from dinamis_qgis.core.sign_in import SignIn
from dinamis_qgis.core.thumbnails import Thumbnails
from dinamis_qgis.domain.account_errors import KeyRefused, NeedsKey, NeedsSignIn, SignInExpired
from dinamis_qgis.domain.accounts import ApiKey, KeyPair
from dinamis_qgis.domain.download import download
from dinamis_qgis.domain.errors import AccessDenied, DinamisError, UnsafeRedirect
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.request import ImageryRequest
from dinamis_qgis.domain.request_file import to_json
from dinamis_qgis.domain.scene import Asset, Scene
from dinamis_qgis.domain.scene_json import scene_json
from dinamis_qgis.processing.download_scenes import DownloadScenes
from tests.services.file_service import pattern
from tests.services.geodes_service import GeodesService, feature
from tests.services.http_service import Answer, serving
from tests.services.hydroweb_service import HydrowebService
from tests.services.stac_service import StacService
from tests.services.synthetic_items import item

SQUARE = [[2.0, 48.0], [2.2, 48.0], [2.2, 48.2], [2.0, 48.2], [2.0, 48.0]]
PAIR = KeyPair("access-of-the-test", "secret-of-the-test")


@pytest.fixture
def with_key(account, there):
    there.signing.keys[PAIR.access] = PAIR.secret
    credentials().set_key(account, PAIR)
    return account


def test_a_private_picture_is_had_by_a_link(with_key, there, in_task):
    href = there.put("/quicklook.jpg", b"picture")
    assert in_task(lambda feedback: fetch(href, feedback)) == b"picture"
    there.signing.secret = b"another"  # every link is void from now on
    assert in_task(lambda feedback: fetch(href, feedback)) == b"picture"
    assert len(there.signing.batches) == 2


def test_what_will_be_wanted_costs_one_request(with_key, there, in_task):
    hrefs = [there.put(f"/{number}.jpg", b"x") for number in range(30)]
    access.expect(hrefs)
    in_task(lambda feedback: [fetch(href, feedback) for href in hrefs])
    assert len(there.signing.batches) == 1


def test_thumbnails_that_were_refused_come_when_the_person_signs_in(account, there, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("dinamis_qgis.core.thumbnails.cache_folder", lambda _name: tmp_path)
    picture = Path(paths.resource("help", "panel.png")).read_bytes()
    hrefs = [there.put(f"/{number}.png", picture) for number in range(30)]
    scenes = [
        Scene(f"{uuid.uuid4()}", there.root, assets=(Asset("thumbnail", href, "image/png", ("thumbnail",)),))
        for href in hrefs
    ]
    thumbnails = Thumbnails()
    there.signing.keys[PAIR.access] = PAIR.secret
    thumbnails.want(scenes)
    qtbot.waitUntil(lambda: len(there.store_server.asked) == 30)  # public pictures would have come
    qtbot.waitUntil(lambda: not thumbnails._running)
    credentials().set_key(account, PAIR)
    qtbot.waitUntil(lambda: all(thumbnails.image(scene.key) for scene in scenes))
    assert len(there.signing.batches) == 1
    thumbnails.close()


def test_without_an_account_a_private_picture_asks_for_one(account, there, in_task):
    href = there.put("/quicklook.jpg", b"picture")
    with pytest.raises(NeedsSignIn) as caught:
        in_task(lambda feedback: fetch(href, feedback))
    assert credentials().account(caught.value.url) == account and not there.signing_server.asked


def test_a_download_goes_on_when_its_link_ends_midway(with_key, there, in_task, tmp_path):
    content = pattern(3 << 20)
    asset = Asset("data", there.put("/scene.tif", content))
    secrets = iter([b"second", b"third"])

    def spoil(_asked, answer):
        another = next(secrets, None)
        if another is None:
            return answer
        there.signing.secret = another  # what was signed is void when the connection breaks
        return Answer(answer.body, answer.status, answer.headers, cut_after=1 << 20)

    there.store.spoil = spoil
    target = tmp_path / "scene.tif"
    in_task(lambda feedback: download(access.file_session(), asset, target, feedback, links=access.links))
    assert target.read_bytes() == content
    ranges = [asked.headers.get("range") for asked in there.store_server.asked]
    assert ranges == [None, "bytes=1048576-", "bytes=1048576-", "bytes=2097152-", "bytes=2097152-"]
    assert not list(tmp_path.glob("*.part*"))


def test_a_download_that_is_refused_twice_ends(with_key, there, in_task, tmp_path):
    asset = Asset("data", there.put("/scene.tif", b"x" * 100))
    there.store.signing = None
    with pytest.raises(AccessDenied):
        in_task(lambda feedback: download(
            access.file_session(), asset, tmp_path / "scene.tif", feedback, links=access.links))  # fmt: skip
    assert len(there.store_server.asked) == 2 and len(there.signing.batches) == 2


# --- doors with a key of their own ----------------------------------------------------------------


@pytest.fixture
def geodes(configured, auth_database):
    service = GeodesService([])
    with serving(service) as running:
        service.features = [feature(1, "S2", "2020-01-01", SQUARE, running.url)]
        configured({"id": "geodes", "url": f"{running.url}/api/stac"})
        running.account = credentials().account(running.url)
        yield running
        credentials().sign_out(running.account)


@pytest.fixture
def hydroweb(configured, auth_database):
    service = HydrowebService([item("a", "LAKES", SQUARE, "2020-01-01T00:00:00Z")])
    with serving(service) as running:
        configured({"id": "hydroweb-next", "url": f"{running.url}/api/v1/rs-catalog/stac"})
        running.account = credentials().account(running.url)
        yield running
        credentials().sign_out(running.account)


def row_of(name):
    return next(row for row in configured_rows()[0] if row.id == name)


def found(name):
    def work(feedback):
        pages = Doors().open(row_of(name)).search(SearchQuery(aoi=box(2, 48, 3, 49)), feedback)
        return [scene for page in pages for scene in page.scenes]

    return work


def test_geodes_searches_without_its_key_and_downloads_with_it(geodes, in_task, tmp_path):
    credentials().set_key(geodes.account, ApiKey("right"))
    (scene,) = in_task(found("geodes"))
    assert not any("x-api-key" in asked.headers for asked in geodes.asked)
    data = next(asset for asset in scene.assets if "data" in asset.roles)
    in_task(lambda feedback: download(access.file_session(), data, tmp_path / "a.zip", feedback, links=access.links))
    assert (tmp_path / "a.zip").read_bytes() == b"data" and geodes.asked[-1].headers["x-api-key"] == "right"


def test_geodes_without_a_key_shows_pictures_and_asks_for_it_to_download(geodes, in_task):
    (scene,) = in_task(found("geodes"))
    assert in_task(lambda feedback: fetch(scene.quicklook.href, feedback)) == b"picture"
    data = next(asset for asset in scene.assets if "data" in asset.roles)
    with pytest.raises(NeedsKey) as caught:
        in_task(lambda feedback: fetch(data.href, feedback))
    assert credentials().account(caught.value.url) == geodes.account


def test_hydroweb_asks_for_its_key_before_anything_is_sent(hydroweb, in_task):
    assert not credentials().may_be_searched(row_of("hydroweb-next"))
    with pytest.raises(NeedsKey):
        in_task(found("hydroweb-next"))
    assert not hydroweb.asked
    credentials().set_key(hydroweb.account, ApiKey("right"))
    assert [scene.id for scene in in_task(found("hydroweb-next"))] == ["a"]
    assert credentials().may_be_searched(row_of("hydroweb-next"))
    credentials().set_key(hydroweb.account, ApiKey("wrong"))
    with pytest.raises(KeyRefused):
        in_task(found("hydroweb-next"))
    assert credentials().status(hydroweb.account).state is State.REFUSED


def test_hydroweb_answers_page_by_page_to_processing_too(hydroweb, in_task):
    hydroweb.answer.features = [
        item(str(number), "LAKES", SQUARE, "2020-01-01T00:00:00Z") for number in range(600)
    ]  # fmt: skip
    credentials().set_key(hydroweb.account, ApiKey("right"))

    def work(feedback):
        pages = open_named("hydroweb-next", access.search_session()).search(SearchQuery(), feedback)
        return [scene.id for page in pages for scene in page.scenes]

    assert len(set(in_task(work))) == 600


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_key_does_not_follow_a_redirect_to_another_host(hydroweb, in_task, status):
    credentials().set_key(hydroweb.account, ApiKey("right"))
    with serving(lambda _: Answer(b"{}")) as other:
        hydroweb.answer = lambda _: Answer(status=status, headers={"Location": f"{other.url}/x"})
        with pytest.raises(Exception, match="features"):
            in_task(found("hydroweb-next"))
        assert other.asked and not _holds(other, "right")


@pytest.mark.parametrize("status", [400, 401, 403, 409, 422, 500])
def test_a_refusal_that_repeats_the_key_is_told_without_it(hydroweb, in_task, status):
    credentials().set_key(hydroweb.account, ApiKey("right-and-secret"))
    hydroweb.answer = lambda asked: Answer.of(
        {"detail": f"got {asked.headers['x-api-key']} and https://a.example/x?token=abcdef"}, status=status
    )
    with pytest.raises(DinamisError) as caught:
        in_task(found("hydroweb-next"))
    told = f"{caught.value!r} {caught.value} {sentence(caught.value)} {vars(caught.value)}"
    assert "right-and-secret" not in told and "abcdef" not in told


@pytest.mark.parametrize("status", [307, 308])
def test_a_form_that_holds_a_secret_goes_to_no_other_host(account, there, in_task, qtbot, status):
    with serving(lambda _: Answer(b"{}")) as other:
        there.sso_server.answer = lambda asked: (
            Answer(status=status, headers={"Location": f"{other.url}/token"})
            if asked.path.endswith("/token") else there.sso(asked)
        )  # fmt: skip
        sign_in = SignIn(account)
        with qtbot.waitSignal(sign_in.failed) as failed:
            sign_in.start()
        assert isinstance(failed.args[0], UnsafeRedirect) and not other.asked


@pytest.mark.parametrize("door", ["private", "geodes", "geodes, wrong", "signing, wrong", "plain"])
def test_a_refusal_leaves_nothing_to_the_garbage_collector(account, geodes, there, configured, in_task, door):
    """It would destroy what a request made in another thread than its own: QGIS hangs or crashes then."""
    configured({"id": "geodes", "url": f"{geodes.url}/api/stac"}, there.row())
    if door == "geodes, wrong":
        geodes.answer = lambda _: Answer(status=401)
        credentials().set_key(geodes.account, ApiKey("wrong"))
    if door == "signing, wrong":
        credentials().set_key(account, PAIR)
    with serving(lambda _: Answer(b"{}", 403)) as plain:
        private, closed = there.put("/a.tif", b"a"), f"{geodes.url}/api/download/x"
        elsewhere = plain.url.replace("127.0.0.1", "localhost")
        href = {"private": private, "signing, wrong": private, "plain": elsewhere}.get(door, closed)
        kind = {"private": NeedsSignIn, "geodes": NeedsKey, "plain": AccessDenied}.get(door, KeyRefused)

        def work(feedback):
            gc.collect()
            before = _streams()
            gc.disable()
            try:
                with pytest.raises(kind) as caught:
                    fetch(href, feedback)
                del caught
                return _streams() - before
            finally:
                gc.enable()

        assert in_task(work) == 0


def _streams():
    return sum(isinstance(each, ReplyStream) for each in gc.get_objects())


# --- where the secrets are not --------------------------------------------------------------------


def _holds(service, secret):
    said = [f"{asked.method} {asked.path} {asked.query} {asked.headers} {asked.body!r}" for asked in service.asked]
    return any(secret in one for one in said)


def test_no_secret_leaves_its_place(account, there, configured, in_task, qtbot, tmp_path, caplog, monkeypatch):
    """Signed in by code, then searched, looked at, downloaded with the algorithm, saved: what foreign hosts received
    and every byte that QGIS wrote but its authentication database."""
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    told = []
    handler = log.install()
    QgsApplication.messageLog().messageReceived.connect(lambda *said: told.append(str(said)))
    picture, data = there.put("/a.jpg", b"picture"), there.put("/a.tif", pattern(1 << 20))
    foreign = []

    def elsewhere(asked):
        foreign.append(asked)
        return Answer(b"public picture")

    with serving(elsewhere) as other:
        scene = item("a", "spot-6-7-drs", SQUARE, "2020-01-01T00:00:00Z")
        scene["assets"] = {
            "thumbnail": {"href": f"{other.url.replace('127.0.0.1', 'localhost')}/t.jpg", "roles": ["thumbnail"]},
            "overview": {"href": picture, "roles": ["overview"], "type": "image/jpeg"},
            "data": {"href": data, "roles": ["data"]},
        }  # fmt: skip
        catalogue = StacService([scene])
        with serving(catalogue) as searched:
            configured(there.row(url=searched.url))
            sign_in = SignIn(account)
            with qtbot.waitSignal(sign_in.succeeded):
                sign_in.start()
            (read,) = in_task(found("teledetection"))
            assert in_task(lambda feedback: fetch(read.quicklook.href, feedback)) == b"picture"
            assert in_task(lambda feedback: fetch(read.thumbnail.href, feedback)) == b"public picture"
            layer, feedback = _layer(read), QgsProcessingFeedback()
            result = in_task(lambda _: _downloaded(layer, tmp_path / "scenes", feedback))
            assert result["COUNT"] == 3 and result["FAILED"] == 0
            there.sso.end_sessions()
            credentials().signer.forget(account)
            with pytest.raises(SignInExpired) as caught:
                in_task(lambda feedback: fetch(data, feedback))
        _save_in_every_way(layer, read, tmp_path)
        QgsSettings().sync()
        log.remove(handler)

    signatures = {asked.query.get("X-Amz-Signature", "X-Amz-Signature") for asked in there.store_server.asked}
    assert signatures and len(there.sso.given) >= 3
    secrets = [*there.sso.given, *signatures, "X-Amz-Signature"]
    for one in secrets:
        assert not _holds(searched, one) and not _holds(other, one), "a foreign host received a secret"
    spoken = "\n".join([
        *told, caplog.text, feedback.textLog(), sentence(caught.value), str(caught.value), repr(caught.value),
    ])  # fmt: skip
    assert not any(one in spoken for one in secrets)
    _assert_nowhere_on_disk([tmp_path, Path(QgsApplication.qgisSettingsDirPath())], secrets)
    with sqlite3.connect(QgsApplication.qgisAuthDatabaseFilePath()) as database:
        kept = "\n".join(database.iterdump())
    assert f"dinamis/{account.id}" in kept and not any(one in kept for one in there.sso.given)  # there, and encrypted


def _save_in_every_way(layer, scene, folder):
    project = QgsProject.instance()
    project.addMapLayer(layer)
    for suffix in ("qgs", "qgz"):
        assert project.write(str(folder / f"project.{suffix}"))
    with zipfile.ZipFile(folder / "project.qgz") as packed:  # what is compressed cannot be searched for words
        packed.extractall(folder / "project")
    said, problem = QgsLayerDefinition.exportLayerDefinition(
        str(folder / "layer.qlr"), project.layerTreeRoot().children()
    )
    assert said, problem
    assert layer.saveNamedStyle(str(folder / "layer.qml"))[1]
    (folder / "item.json").write_text(scene_json(scene), encoding="utf-8")
    request = ImageryRequest(box(2, 48, 2.1, 48.1), archive_ids=(scene.id, scene.self_url))
    (folder / "request.json").write_text(json.dumps(to_json(request)), encoding="utf-8")


def _layer(scene):
    fields = footprint_fields()
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "footprints", "memory")
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    layer.dataProvider().addFeatures([footprint_feature(scene, fields, None)])
    return layer


def _downloaded(layer, folder, feedback):
    algorithm = DownloadScenes().create()
    context = QgsProcessingContext()
    results, ok = algorithm.run({"SCENES": layer.clone(), "FOLDER": str(folder)}, context, feedback)
    assert ok, feedback.textLog()
    return results


def _assert_nowhere_on_disk(folders, secrets):
    needles = [one.encode() for one in secrets]
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                assert not any(needle in content for needle in needles), path
