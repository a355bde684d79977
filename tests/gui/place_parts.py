# SPDX-License-Identifier: GPL-2.0-or-later
"""A gazetteer on loopback that the profile leads to."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication

from tests.services.gazetteer_service import GazetteerService, profile_file
from tests.services.http_service import Service, serving


@contextlib.contextmanager
def gazetteer(service: GazetteerService | None = None) -> Iterator[Service]:
    with serving(service or GazetteerService()) as server, leading_to(server.url):
        yield server


@contextlib.contextmanager
def leading_to(url: str) -> Iterator[None]:
    path = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "gazetteer.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(profile_file(url), encoding="utf-8")
    try:
        yield
    finally:
        path.unlink()
