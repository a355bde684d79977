# SPDX-License-Identifier: GPL-2.0-or-later
"""A STAC API whose items are as wordy as real ones, and whose quicklooks are real files, all of them late."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import ClassVar

from dinamis_qgis.paths import resource
from tests.services.http_service import Answer, Asked, serving
from tests.services.stac_service import StacService
from tests.services.synthetic_items import items

_WORDS = {f"vendor:parameter_{number}": f"A value as services give them, {number}" for number in range(25)}


class _Steady(StacService):
    """Its items stay: what a query finds is found once for all of its pages."""

    _known: ClassVar[dict[str, list[dict]]] = {}

    def _found(self, query: dict) -> list[dict]:
        asked = json.dumps({**query, "token": "", "limit": 0}, sort_keys=True)
        if asked not in self._known:
            self._known[asked] = super()._found(query)
        return self._known[asked]


class PicturedService:
    """Answers for :class:`~.http_service.Service`: a :class:`StacService` and the pictures of its items."""

    def __init__(self, count: int, latency: float) -> None:
        self._latency = latency
        self._stac = _Steady([_wordy(item) for item in items(count)], latency=latency)
        files = sorted(resource("demo", "quicklooks").glob("*.jpg"))
        self._pictures = [path.read_bytes() for path in files[:8]]

    def __call__(self, asked: Asked) -> Answer:
        if asked.path.startswith("/files/"):
            body = self._pictures[sum(asked.path.encode()) % len(self._pictures)]
            return Answer(body, headers={"Content-Type": "image/jpeg"}, delay=self._latency)
        return self._stac(asked)


def _wordy(item: dict) -> dict:
    place = f"/files/{item['id']}"
    item["properties"].update(_WORDS)
    item["assets"] = {
        "thumbnail": {"href": f"{place}.jpg", "type": "image/jpeg", "roles": ["thumbnail"]},
        **{
            f"band_{number}": {
                "href": f"{place}_{number}.tif?X-Amz-Signature=0123456789abcdef",
                "type": "image/tiff; application=geotiff; profile=cloud-optimized",
                "roles": ["data"],
                "title": f"Band {number}",
                "file:size": 400_000_000,
                "file:checksum": f"1220{number:064x}",
            }
            for number in range(4)
        },
    }
    return item


@contextlib.contextmanager
def serving_pictures_apart(count: int, latency: float) -> Iterator[str]:
    """The address of the double in a process of its own, so that it takes no time from the one that is measured."""
    command = [sys.executable, "-m", __name__, str(count), str(latency)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()  # it ends with us


if __name__ == "__main__":
    with serving(PicturedService(int(sys.argv[1]), float(sys.argv[2]))) as running:
        print(running.url, flush=True)
        sys.stdin.read()
