# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from dinamis_qgis.domain.scene import Asset, Scene
from dinamis_qgis.domain.streaming import streamed_files

COG = "image/tiff; application=geotiff; profile=cloud-optimized"


def asset(key: str, media_type: str = COG, *roles: str, href: str = "") -> Asset:
    return Asset(key, href or f"https://store.example/{key}.tif", media_type, roles)


def keys(*assets: Asset) -> list[str]:
    return [one.key for one in streamed_files(Scene("x", "c", assets=assets))]


def test_the_pair_of_montpellier_whatever_is_said_of_its_type():
    assert keys(asset("src_pan", ""), asset("src_xs", "image/tiff")) == ["src_xs", "src_pan"]
    assert keys(asset("src_xs")) == ["src_xs"]


def test_the_file_that_shows_the_scene():
    assert keys(asset("img")) == ["img"]
    assert keys(asset("B04", COG, "data"), asset("B08", COG, "data"), asset("visual", COG, "visual")) == ["visual"]
    assert keys(asset("mask"), asset("image", COG, "data")) == ["image"]
    assert keys(asset("B04", COG, "data"), asset("B08", COG, "data")) == []


def test_bands_in_files_of_their_own():
    bands = [asset(key, COG, "data") for key in ("B02", "B03", "B04", "B05", "B08", "CLM_R1")]
    assert keys(*bands) == ["B04", "B03", "B02", "B08"]
    assert keys(*bands[:3]) == ["B04", "B03", "B02"]
    assert keys(*bands, asset("visual")) == ["visual"]
    assert keys(*bands[1:]) == []


def test_what_is_read_whole_is_not_streamed():
    assert keys(asset("img", "image/tiff")) == [] == keys(asset("img", "image/jp2"))
    assert keys(asset("img", COG, "overview")) == [] == keys(asset("img", href="/home/me/x.tif"))


def test_no_key_of_another_service_is_taken_into_a_layer():
    assert keys(asset("img", href="https://store.example/x.tif?sig=abc&se=2026")) == []
    assert keys(asset("img", href="https://store.example/x.tif?X-Amz-Signature=abc&X-Amz-Date=1")) == ["img"]
