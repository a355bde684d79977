# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenes and their files: a STAC API and a file server in one."""

from __future__ import annotations

from shapely.geometry import mapping

from dinamis_qgis.domain import download
from dinamis_qgis.domain.scene import Scene
from tests.make_scenes import square
from tests.services.file_service import Files, pattern
from tests.services.http_service import Answer
from tests.services.stac_service import StacService

CONTENT = pattern(200_000)


def impatient(monkeypatch) -> None:
    """Downloads that soon give up."""
    quick = download.Patience(tries=3, pause=0.02)
    given = [quick if isinstance(one, download.Patience) else one for one in download.download.__defaults__]
    monkeypatch.setattr(download.download, "__defaults__", tuple(given))


class ScenesService:
    """``files`` are by path."""

    def __init__(self) -> None:
        self.files: dict[str, object] = {}
        self.stac = StacService([])
        self.url = ""

    def __call__(self, asked):
        if asked.path.startswith("/data/"):
            return self.files.get(asked.path, lambda _asked: Answer(status=404))(asked)
        return self.stac(asked)

    def scene(self, scene_id: str, **assets) -> Scene:
        """With files at ``/data/<id>/<path>``, by the key of their asset; a pair is (path, roles)."""
        given = {}
        for key, (path, *roles) in assets.items():
            where = path if path.startswith("/") else f"/data/{scene_id}/{path}"
            self.files.setdefault(where, Files(CONTENT))
            given[key] = {"href": f"{self.url}{where}?sig=secret", "roles": list(roles), "file:size": len(CONTENT)}
        footprint = square(2.0, 48.0)
        self.stac.items.append(
            {
                "type": "Feature", "stac_version": "1.0.0", "id": scene_id, "collection": "phr",
                "geometry": mapping(footprint), "properties": {"datetime": "2021-08-15T23:30:00Z"},
                "assets": given, "links": [],
            }
        )  # fmt: skip
        return Scene(scene_id, self.url, "phr", footprint=footprint)
