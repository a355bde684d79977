# SPDX-License-Identifier: GPL-2.0-or-later
"""``make demo``: the main job, done by ``drive.py`` in the panel of the real QGIS; leaves ``build/demo/``."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from tests.integration import real_qgis

OUT = real_qgis.ROOT / "build" / "demo"
KEPT = (
    "panel-accueil.png",
    "panel.png",
    "panel-demander.png",
    "panel-images.png",
    "map.png",
    "project.qgz",
    "footprints.gpkg",
    "summary.json",
)


def tell(summary: dict) -> None:
    summary = {key: value for key, value in summary.items() if key != "exit_code"}
    print(json.dumps(summary, indent=1, ensure_ascii=False), flush=True)


def main() -> int:
    shutil.rmtree(OUT, ignore_errors=True)
    display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    drive = Path(__file__).with_name("drive.py")
    try:
        summary = real_qgis.run(
            drive, OUT, seconds=300, locale=os.environ.get("DEMO_LANG", "fr"), stay=tell if display else None
        )
    except real_qgis.RealQgisFailed as error:
        print(error, file=sys.stderr)
        return 1
    if not display:
        tell(summary)
    missing = [name for name in KEPT if not (OUT / name).is_file()]
    if missing:
        print(f"not made: {missing}", file=sys.stderr)
    return int(bool(missing or summary["errors"]))


if __name__ == "__main__":
    sys.exit(main())
