# SPDX-License-Identifier: GPL-2.0-or-later
"""Our own STAC double, judged by stac-api-validator (https://github.com/stac-utils/stac-api-validator)."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.services.http_service import serving
from tests.services.stac_service import StacService
from tests.services.synthetic_items import items

VALIDATOR = Path(os.environ.get("SERVICES_VENV", ".venv-services")) / "bin" / "stac-api-validator"
_SCHEMAS = ("schemas.stacspec.org", "stac-extensions.github.io", "geojson.org", "raw.githubusercontent.com")


@pytest.mark.skipif(not VALIDATOR.parent.exists(), reason=f"{VALIDATOR.parent} is not there: make setup")
def test_the_double_is_a_stac_api():
    known = items(60)
    with serving(StacService(known)) as service:
        command = [str(VALIDATOR), "--root-url", service.url, "--validate-pagination"]
        for conformance in ("core", "item-search", "item-search#sort"):
            command += ["--conformance", conformance]
        command += ["--collection", known[0]["collection"], "--geometry", json.dumps(known[0]["geometry"])]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=300)
    said = ended.stdout.partition("Errors:")[2] or ended.stdout
    told = [line for line in said.splitlines() if line.startswith("- ")]
    wrong = [line for line in told if not any(host in line for host in _SCHEMAS)]  # they are downloaded
    assert "Errors:" in ended.stdout, ended.stderr
    assert not wrong, "\n".join(wrong)
