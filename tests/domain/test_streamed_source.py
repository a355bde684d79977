# SPDX-License-Identifier: GPL-2.0-or-later
"""Signatures in and out of the text of a raster source."""

from __future__ import annotations

import html
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinamis_qgis.domain.streamed_source import asleep, awake, files, signed, without_signatures

BARE = "https://s3-data.meso.umontpellier.fr/sm1-gdc/a%20b/x.tif"
SIGNATURE = (
    "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=abc%2F20250515%2Fus-east-1%2Fs3%2Faws4_request"
    "&X-Amz-Date=20250515T182342Z&X-Amz-Expires=28800&X-Amz-SignedHeaders=host&X-Amz-Signature=0123456789abcdef"
)
LINK = f"{BARE}?{SIGNATURE}"
OTHER = "https://elsewhere.example/y.tif"


def never(_address: str) -> bool:
    return False


def montpellier(address: str) -> bool:
    return address.startswith("https://s3-data.meso.umontpellier.fr/")


def vrt(*names: str) -> str:
    inside = "".join(
        f'<SourceFilename relativeToVRT="0">{html.escape(name)}</SourceFilename><SourceBand>1</SourceBand>'
        for name in names
    )
    return f'<VRTDataset rasterXSize="1" rasterYSize="1"><VRTRasterBand>{inside}</VRTRasterBand></VRTDataset>'


def nested(address: str, depth: int) -> str:
    source = vrt(f"/vsicurl/{address}")
    for _ in range(depth):
        source = vrt(source, f"/vsicurl/{OTHER}")
    return source


@pytest.mark.parametrize("depth", [0, 1, 2, 3])
def test_a_signature_goes_in_and_out_at_any_depth(depth):
    public = nested(BARE, depth)
    made = signed(public, {BARE: LINK})
    assert made == nested(LINK, depth)
    assert set(files(made)) == {LINK} | ({OTHER} if depth else set())
    assert signed(made, {}) == public
    assert without_signatures(made, never) == public == without_signatures(public, never)


@pytest.mark.parametrize("depth", [0, 2])
def test_what_else_the_address_says_stays(depth):
    for address in (f"{BARE}?v=1&w=2&{SIGNATURE}", f"{BARE}?{SIGNATURE}&v=1&w=2", f"{BARE}?v=1&{SIGNATURE}&w=2"):
        assert without_signatures(nested(address, depth), never) == nested(f"{BARE}?v=1&w=2", depth)


def test_plain_and_encoded_sources_of_a_service_that_signs_again():
    def saved(source: str) -> str:
        return without_signatures(source, montpellier)

    assert saved(f"/vsicurl/{LINK}") == f"/vsicurl/{BARE}"
    assert saved(f"/vsicurl/{LINK}|option:NUM_THREADS=2") == f"/vsicurl/{BARE}|option:NUM_THREADS=2"
    assert saved(f"/vsicurl?use_head=no&url={quote(LINK, safe='')}") == (
        f"/vsicurl?use_head=no&url={quote(BARE, safe='')}"
    )
    twice = quote(quote(LINK, safe=""), safe="")
    assert "amz" not in saved(f"type=xyz&url={twice}&zmax=18").lower() and "zmax=18" in saved(f"url={twice}&zmax=18")
    assert saved(f"type=xyz&url={quote(LINK, safe='')}&zmax=18") == f"type=xyz&url={quote(BARE, safe='')}&zmax=18"


def test_the_links_of_others_are_theirs():
    source = f"/vsicurl/{OTHER}?{SIGNATURE}"
    assert without_signatures(source, montpellier) == source


def test_case_makes_no_difference():
    assert without_signatures(vrt(f"/vsicurl/{BARE}?{SIGNATURE.lower()}"), never) == vrt(f"/vsicurl/{BARE}")


@pytest.mark.parametrize("depth", [0, 2])
def test_a_source_that_sleeps_reads_nothing_and_is_saved_awake(depth):
    source = nested(LINK, depth).replace("<SourceFilename", "<SimpleSource><SourceFilename")
    source = source.replace("</SourceBand>", "</SourceBand></SimpleSource>")
    sleeping = asleep(source)
    pixels = sleeping[sleeping.index("</Metadata>") :]
    assert "vsicurl" not in pixels and "<NoDataValue>0</NoDataValue>" in pixels
    assert asleep(sleeping) == sleeping and awake(sleeping) == source == awake(source)
    assert files(sleeping) == files(source)
    public = signed(source, {})
    assert signed(sleeping, {}) == public
    assert without_signatures(sleeping, never) == without_signatures(asleep(public), never) == public


def test_what_is_not_understood_stays_awake():
    for source in (vrt(f"/vsicurl/{LINK}"), f"/vsicurl/{LINK}", '<VRTDataset subClass="VRTWarpedDataset"/>'):
        assert asleep(source) == source


@given(st.text(alphabet="?&=%;<>\"'| x-amzXAZ/:htpslg25DF3abc", max_size=80), st.integers(0, 2))
def test_whatever_the_text_it_is_cleaned_once_and_for_all(text, depth):
    for source in (text, vrt(f"/vsicurl/{LINK}{text}"), nested(f"{BARE}?{text}&{SIGNATURE}", depth), text + LINK):
        once = without_signatures(source, lambda _address: True)
        assert without_signatures(once, lambda _address: True) == once
        assert "0123456789abcdef" not in once
        signed(source, {BARE: LINK})
        files(source)
