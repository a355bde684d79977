# SPDX-License-Identifier: GPL-2.0-or-later
"""What is copied for support tells versions and what happened, and no secret."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dinamis_qgis.core.support import details, version, without_secrets
from dinamis_qgis.domain.errors import InvalidFile, TimedOut

SECRET = "5ecr3t"


def test_the_version_is_that_of_the_metadata():
    """It was empty in « À propos »: Qt takes a group called « general » for another one."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", version())


@pytest.mark.parametrize(
    "text",
    [
        f"GET https://store.invalid/a.tif?X-Amz-Signature={SECRET}&x=1 failed",
        f"https://me:{SECRET}@host.invalid/a",
        f"Authorization: Bearer {SECRET}",
        f"x-api-key: {SECRET}",
        f"{{'access_token': '{SECRET}'}}",
        f"secret_key={SECRET}, then",
        f"password {SECRET}",
        f"/vsicurl/https://store.invalid/b.tif#{SECRET}",
    ],
)
def test_secrets_stay_out(text):
    assert SECRET not in without_secrets(text)


def test_an_address_without_its_query_and_plain_words_stay():
    assert without_secrets("https://host.invalid:8443/a/b?c=d is down") == "https://host.invalid:8443/a/b is down"
    assert without_secrets("the key of the map, 12 tiles") == "the key of the map, 12 tiles"


def test_an_unexpected_error_shows_where_it_was_and_no_home_folder():
    try:
        raise RuntimeError(f"cannot read {Path.home()}/images with token={SECRET}")
    except RuntimeError as error:
        said = details([error])
    assert "RuntimeError" in said and "test_support.py:" in said and "~/images" in said
    assert SECRET not in said and f"{Path.home()}/images" not in said


def test_several_errors_follow_one_another():
    said = details([TimedOut("https://one.invalid/search", "30 s"), InvalidFile("/data/x.xml", "no bands")])
    assert said.index("TimedOut") < said.index("InvalidFile") and "no bands" in said and "30 s" in said
