# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the secrets are not: whatever a signed-in person does in the real desktop, and what ``qgis_process`` says and
writes. Every byte is searched, and every request that another host received."""

from __future__ import annotations

import json
import shutil
import zipfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest

from dinamis_qgis.paths import resource
from tests.integration import real_qgis
from tests.integration.test_plugin_in_qgis import SCRIPTS
from tests.integration.test_qgis_process import Process
from tests.services.cog_writer import pair
from tests.services.file_service import pattern
from tests.services.http_service import Answer, serving
from tests.services.signing_service import cloud
from tests.services.stac_service import StacService
from tests.services.synthetic_items import item

SQUARE = [[1.6, 48.2], [1.7, 48.2], [1.7, 48.3], [1.6, 48.3], [1.6, 48.2]]
COG = "image/tiff; application=geotiff; profile=cloud-optimized"
KEYS = ("access-of-the-test", "secret-of-the-test")


class World:
    """A catalogue with one image, whose files open by signed links; a host of someone else; refusals that repeat what
    they were asked. QGIS itself shows a streamed layer's live source in its own information pane: that is not ours."""

    def __init__(self, there, searched, other) -> None:
        self.there, self.searched, self.other = there, searched, other
        picture = next(resource("demo", "quicklooks").glob("*.jpg")).read_bytes()
        colour, pan = pair(256, 6000.0)
        scene = item("SPOT7_202208021034231", "spot-6-7-drs", SQUARE, "2022-08-02T10:34:23Z", platform="SPOT7")
        foreign = other.url.replace("127.0.0.1", "localhost")
        scene["assets"] = {
            "thumbnail": {"href": f"{foreign}/t.jpg", "roles": ["thumbnail"], "type": "image/jpeg"},
            "overview": {"href": there.put("/a.jpg", picture), "roles": ["overview"], "type": "image/jpeg"},
            "src_xs": {"href": there.put("/sm1-gdc/a_xs.tif", colour), "roles": ["data"], "type": COG},
            "src_pan": {"href": there.put("/sm1-gdc/a_pan.tif", pan), "roles": ["data"], "type": COG},
        }
        searched.answer.items.append(scene)
        for name in ("echo", "moved", "busy", "denied"):
            there.put(f"/{name}.jpg", pattern(100))
        self._store, self._signing, self._tries = there.store, there.signing, 0
        there.store_server.answer, there.signing_server.answer = self.store, self.signing

    @property
    def refused(self) -> list[str]:
        return [f"{self.there.store_server.url}/{name}.jpg" for name in ("echo", "moved", "busy", "denied")]

    @property
    def rows(self) -> list[dict]:
        return [self.there.row(url=self.searched.url), {"id": "ign-mosaics", "enabled": False}]

    def store(self, asked):
        link = f"{self.there.store_server.url}{asked.path}?{urlencode(asked.query)}"
        said = Answer.of({"detail": f"no {link}"}, status=400)
        if asked.path == "/echo.jpg":
            return said
        if asked.path == "/moved.jpg":
            return Answer(status=302, headers={"Location": f"{self.other.url.replace('127.0.0.1', 'localhost')}/x"})
        if asked.path == "/busy.jpg":
            self._tries += 1
            return replace(said, status=503, headers={**said.headers, "Retry-After": "0"}) if self._tries < 2 else said
        return self._store(asked)

    def signing(self, asked):
        if b"denied" in asked.body:
            return Answer.of({"detail": f"unknown {asked.headers}"}, status=422)
        return self._signing(asked)

    def secrets(self) -> list[str]:
        signatures = {asked.query.get("X-Amz-Signature") for asked in self.there.store_server.asked}
        assert len(signatures) > 2
        return [*filter(None, signatures), *self.there.sso.given, KEYS[1], "X-Amz-Signature", "X-Amz-Credential"]


@contextmanager
def world():
    def elsewhere(_asked):
        return Answer(next(resource("demo", "quicklooks").glob("*.jpg")).read_bytes())

    with cloud() as there, serving(StacService([])) as searched, serving(elsewhere) as other:
        there.signing.keys[KEYS[0]] = KEYS[1]
        yield World(there, searched, other)


def assert_nowhere(secrets: list[str], folders: list[Path], said: str, world: World) -> None:
    for service in (world.searched, world.other):
        received = [f"{one.path} {one.query} {one.headers} {one.body!r}" for one in service.asked]
        assert received and not [one for one in received for each in secrets if each in one], "sent elsewhere"
    assert not [each for each in secrets if each in said], "it was shown or logged"
    needles = [each.encode() for each in secrets] + [each.encode("utf-16-le") for each in secrets]
    for folder in folders:
        for path in (one for one in folder.rglob("*") if one.is_file()):
            contents = [path.read_bytes()]
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as packed:
                    contents += [packed.read(name) for name in packed.namelist()]
            assert not any(needle in content for needle in needles for content in contents), path


@pytest.fixture(scope="module", autouse=True)
def staged():
    real_qgis.stage()


def test_nothing_that_a_signed_in_person_does_leaves_a_secret(tmp_path):
    (tmp_path / "temporary").mkdir()
    with world() as here:
        given = {"rows": here.rows, "signing": here.there.signing_server.url, "refused": here.refused}
        variables = {"DINAMIS_GIVEN": json.dumps(given), "TMPDIR": str(tmp_path / "temporary")}
        out, home = tmp_path / "out", tmp_path / "home"
        said = real_qgis.run(SCRIPTS / "secrets.py", out, seconds=150, home=home, **variables)
        assert said["signed in"] == "SIGNED_IN" and said["exit_code"] == 0 and said["dialogs"] == []
        assert said["errors"].count("bytes") == 1 and any(one.path == "/x" for one in here.other.asked)
        told = json.dumps([said["shown"], said["logged"], said["copied"]])
        assert_nowhere(here.secrets(), [tmp_path], told, here)


def test_qgis_process_neither_says_nor_writes_a_secret(tmp_path):
    process = Process(tmp_path)
    rows = tmp_path / "profile" / "profiles" / "default" / "dinamis" / "catalogues.json"
    rows.parent.mkdir(parents=True)
    process._env.update(TLD_ACCESS_KEY=KEYS[0], TLD_SECRET_KEY=KEYS[1], TMPDIR=str(tmp_path), CPL_DEBUG="ON")
    with world() as here:
        rows.write_text(json.dumps({"version": 1, "catalogues": here.rows}))
        process._env["TLD_SIGNING_ENDPOINT"] = here.there.root
        process.call("plugins", "enable", "dinamis_qgis")
        found, said = tmp_path / "found.gpkg", []

        def call(algorithm, *options, **given):
            done = process.call(*options, "run", f"dinamis:{algorithm}", "--", *(f"{k}={v}" for k, v in given.items()))
            said.append(done.stdout + done.stderr)
            return done.returncode

        assert call("searchcatalogue", "--json", CATALOGUE="teledetection", OUTPUT=found) == 0, said
        assert call("downloadscenes", "--json", SCENES=found, FOLDER=tmp_path / "files") == 0, said
        assert call("georeferencequicklooks", SCENES=found, FOLDER=tmp_path / "quicklooks") == 0, said
        assert len(list((tmp_path / "files").rglob("*.tif"))) == 2
        shutil.rmtree(tmp_path / "files")
        here.there.store_server.answer = lambda asked: here.store(replace(asked, path="/echo.jpg"))
        call("downloadscenes", SCENES=found, FOLDER=tmp_path / "files")
        call("downloadscenes", "--json", SCENES=found, FOLDER=tmp_path / "again")
        assert "400" in said[-1]
        assert_nowhere([*here.secrets(), KEYS[0]], [tmp_path], "\n".join(said), here)
