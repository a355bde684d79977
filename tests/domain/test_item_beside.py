# SPDX-License-Identifier: GPL-2.0-or-later
"""The catalogue's words beside the files of a scene."""

from __future__ import annotations

import json

from dinamis_qgis.domain.item_beside import NAME, write_item
from dinamis_qgis.domain.scene import Scene


def test_what_a_killed_qgis_left_of_it_is_taken_away(tmp_path):
    (tmp_path / f"{NAME}x1y2.part").write_text('{"type": "Fea')
    (tmp_path / "image.tif.part").write_bytes(b"II")
    write_item(Scene("A", "https://x.fr/", "phr"), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["image.tif.part", NAME]
    assert json.loads((tmp_path / NAME).read_text())["id"] == "A"
