# SPDX-License-Identifier: GPL-2.0-or-later
"""A hostile catalogue in the real desktop: its words are shown as text, and are never executed, opened, evaluated, or
written elsewhere than in the folder that was chosen."""

from __future__ import annotations

import json
from pathlib import Path

from dinamis_qgis.paths import resource
from tests.integration import real_qgis
from tests.integration.test_plugin_in_qgis import SCRIPTS
from tests.services.http_service import Answer, serving
from tests.services.stac_service import StacService
from tests.services.synthetic_items import item

SQUARE = [[2.0, 48.0], [2.2, 48.0], [2.2, 48.2], [2.0, 48.2], [2.0, 48.0]]
BIG = 10_000_000
SAYS = ("title", "platform", "license", "attribution", "constellation", "spectral_mode", "processing:level")
LINKS = ("file:///etc/passwd", "javascript:alert(1)", "\\\\127.0.0.1\\share\\x", "data:text/html,<script>", "smb://x/y")
PATHS = ("../../../outside.tif", "..\\..\\outside.tif", "/etc/outside.tif", "C:\\outside.tif", "a\u0000b.tif", "CON")


def hostile_items(url: str, evil: str) -> list[dict]:
    found = []
    for number, (link, path) in enumerate(zip((*LINKS, "x"), PATHS)):
        one = item(f"{path} {evil}", "phr", SQUARE, f"2020-01-0{number + 1}T00:00:00Z", **dict.fromkeys(SAYS, evil))
        one["assets"] = {
            path: {"href": f"{url}/data/{number}", "roles": ["data"], "title": path, "type": evil},
            evil: {"href": link, "roles": ["data"], "title": evil},
            "overview": {"href": f"{url}/a.jpg", "roles": ["overview"], "type": "image/jpeg"},
        }
        one["links"] = [{"rel": rel, "href": link} for rel in ("self", "license", "alternate", "about")]
        found.append(one)
    big = item("big", "phr", SQUARE, "2021-01-01T00:00:00Z", **dict.fromkeys(SAYS[:2], "<b>" + "x" * BIG))
    return [*found, big]


def test_a_hostile_catalogue_is_shown_as_text(tmp_path):
    picture = next(resource("demo", "quicklooks").glob("*.jpg")).read_bytes()

    def beacon(asked):
        return Answer(picture, headers={"Content-Type": "image/jpeg"})

    with serving(beacon) as trap:
        evil = f"<img src='{trap.url}/x.png'><a href='file:///etc/passwd'>x</a>\u202e[% 'EVALU' || 'ATED' %]&amp;"
        catalogue = StacService([])

        def answers(asked):
            if asked.path.startswith(("/data/", "/a.jpg")):
                return Answer(picture, headers={"Content-Disposition": 'attachment; filename="../../outside.tif"'})
            if asked.path == "/no":
                return Answer.of({"detail": evil}, status=400)
            if asked.path == "/elsewhere":
                return Answer(status=302, headers={"Location": "file:///etc/passwd"})
            return catalogue(asked)

        with serving(answers) as service:
            catalogue.items = hostile_items(service.url, evil)
            rows = [
                {"id": "hostile", "kind": "stac", "title": "<b>Hostile</b>", "url": service.url},
                {"id": "ign-mosaics", "enabled": False},
            ]
            failures = [f"{service.url}/no", f"{service.url}/elsewhere"]
            given = {"rows": rows, "evil": evil, "count": len(catalogue.items), "failures": failures}
            out, home = tmp_path / "out", tmp_path / "home"
            said = real_qgis.run(SCRIPTS / "hostile.py", out, seconds=180, home=home, DINAMIS_GIVEN=json.dumps(given))
        assert said["exit_code"] == 0 and said["found"] == len(catalogue.items)
        assert said["shown wrongly"] == [] and said["log"] == [], said
        assert said["opened"] == [] and said["dialogs"] == [] and trap.asked == []
    assert not [path for path in tmp_path.rglob("*outside*") if out / "chosen" / "images" not in path.parents]
    assert not Path("/etc/outside.tif").exists()
    assert "EVALUATED" not in (out / "chosen" / "project.qgs").read_text(encoding="utf-8")
    print(f"\nlongest gap of the event loop with strings of 10 MB: {said['longest gap']} s")
