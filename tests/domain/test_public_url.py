# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest

from dinamis_qgis.domain.public_url import public_text, public_url


@pytest.mark.parametrize(
    "secret",
    [
        "X-Amz-Signature=a&X-Amz-Credential=b&X-Amz-Date=c",
        "AWSAccessKeyId=a&Signature=b&Expires=9",
        "GoogleAccessId=a&Signature=b",
        "Policy=a&Signature=b&Key-Pair-Id=c",
        "sig=a",
        "api_key=a",
        "apikey=a",
        "key=a",
        "access_token=a",
        "password=a",
    ],
)
def test_what_opens_a_door_is_left_out(secret):
    assert (
        public_url(f"https://u:p@example.org:8080/a/b.jpg?id=1&{secret}#f") == "https://example.org:8080/a/b.jpg?id=1#f"
    )
    assert public_url(f"https://example.org/a.jpg?{secret}") == "https://example.org/a.jpg"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/ql?id=1&keyword=sea&size=s",
        "/data/a?b/c.jpg",
        "C:\\data\\key=1",
        "file:///a?key=1",
        "demo",
        "",
    ],
)
def test_the_rest_stays_as_it_is(address):
    assert public_url(address) == address


def test_a_service_s_words_keep_no_secret_that_they_repeat():
    said = 'no: key 4711abc, "https://u:p@a.example/x.tif?id=1&X-Amz-Signature=f00" and X-Amz-Credential=me&size=2'
    assert public_text(said, ["4711abc"]) == ('no: key …, "https://a.example/x.tif?id=1" and X-Amz-Credential=…&size=2')
    assert public_text("The limit=20 is too small: key unknown") == "The limit=20 is too small: key unknown"
