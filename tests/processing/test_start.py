# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS starts with the provider: what the algorithms need to work is imported when they work."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_LISTING = """
import json, sys
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
before = set(sys.modules)
from dinamis_qgis.processing.provider import DinamisProvider
provider = DinamisProvider("")
QgsApplication.processingRegistry().addProvider(provider)
names = sorted(algorithm.name() for algorithm in provider.algorithms())
loaded = sorted({name.split(".")[0] for name in set(sys.modules) - before})
print(json.dumps([names, loaded]))
"""


def test_the_algorithms_are_listed_without_what_they_work_with():
    root = Path(__file__).resolve().parents[2]
    said = subprocess.run([sys.executable, "-c", _LISTING], cwd=root, check=True, capture_output=True, timeout=120)
    names, loaded = json.loads(said.stdout.splitlines()[-1])
    assert "exportrequest" in names and "searchcatalogue" in names
    assert not {"shapely", "numpy", "requests", "osgeo"} & set(loaded)
