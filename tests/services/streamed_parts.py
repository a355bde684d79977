# SPDX-License-Identifier: GPL-2.0-or-later
"""A scene of Montpellier on the object store of a test, as the search finds it."""

from __future__ import annotations

from datetime import datetime, timezone

from shapely.geometry import box

from dinamis_qgis.domain.scene import Asset, Scene
from tests.services.cog_writer import pair
from tests.services.signing_service import Cloud

COG_TYPE = "image/tiff; application=geotiff; profile=cloud-optimized"


def put_scene(there: Cloud, name: str = "SPOT7_MS_202208021034231", side: int = 512, ground: float = 6000.0) -> Scene:
    colour, pan = pair(side, ground)
    return Scene(
        name,
        "teledetection",
        collection="spot-6-7-drs",
        mission="SPOT7",
        acquired=datetime(2022, 8, 2, 10, 34, 23, tzinfo=timezone.utc),
        gsd=1.5,
        spectral_mode="P+MS",
        level="ortho",
        footprint=box(1.6, 48.2, 1.7, 48.3),
        assets=(
            Asset("src_xs", there.put(f"/sm1-gdc/{name}_xs.tif", colour), COG_TYPE, ("data",)),
            Asset("src_pan", there.put(f"/sm1-gdc/{name}_pan.tif", pan), COG_TYPE, ("data",)),
        ),
    )
