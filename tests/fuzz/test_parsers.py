# SPDX-License-Identifier: GPL-2.0-or-later
"""Damaged documents: whatever is read, only typed errors come out, in bounded time and memory.

500 cases of each parser; ``make fuzz`` sets DINAMIS_FUZZ to 20 000.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from dinamis_qgis.core.messages import sentence
from dinamis_qgis.domain.errors import DinamisError
from tests.conftest import ROOT
from tests.fuzz.damage import cut_and_spliced, other_values
from tests.fuzz.parsers import JSON, PARSERS
from tests.fuzz.report import Count, Peak
from tests.fuzz.samples import Samples

CASES = int(os.environ.get("DINAMIS_FUZZ") or 500)
LONGEST = 10.0  # seconds that one document may take: a hang, on whatever machine
NEVER_REFUSED = (  # what cannot be read of them is left out
    *("raster name", "catalogues.json", "downloads.json", "stored secrets", "signed address", "STAC collections"),
)
MOST = 400  # MB that all of them may take
GDAL_LOSES = {"archive, tar.gz": 0.15}  # MB of each whose stream is damaged: GDAL 3.6 keeps the buffers of its reader


@pytest.fixture(scope="module")
def samples(tmp_path_factory, qgis_app) -> Samples:
    real = Path(os.environ.get("DINAMIS_REAL_DATA") or ROOT.parent / "shared" / "data")
    return Samples(real if real.is_dir() else None, tmp_path_factory.mktemp("samples"))


@pytest.mark.parametrize("name", PARSERS)
def test_a_damaged_document_is_read_or_refused_by_type(name, samples, tmp_path, counts):
    parser = PARSERS[name]
    documents = parser.samples(samples)
    sound = [_outcome(parser, document, tmp_path) for document in documents]
    assert "" in sound, sound  # what is refused whole is not tried
    count = counts[name] = Count()
    peak = Peak()
    damaged = other_values(documents) if parser.damage == JSON else cut_and_spliced(documents)

    @settings(
        max_examples=CASES,
        deadline=None,
        database=None,
        derandomize="DINAMIS_FUZZ" not in os.environ,  # the suite tries the same cases each time, `make fuzz` others
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(damaged)
    def run(data: bytes) -> None:
        began = time.monotonic()
        refused = _outcome(parser, data, tmp_path)
        took = time.monotonic() - began
        count.slowest = max(count.slowest, took)
        if refused:
            count.refused[refused] += 1
        else:
            count.read += 1
        assert took < LONGEST

    run()
    count.grown = peak.grown()
    assert count.grown < MOST + GDAL_LOSES.get(name, 0.0) * CASES
    assert count.read and count.refused or name in NEVER_REFUSED


def _outcome(parser, data: bytes, place: Path) -> str:
    try:
        parser.read(data, place)
    except DinamisError as error:
        assert str(error) and sentence(error)
        return type(error).__name__
    return ""
