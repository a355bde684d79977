# SPDX-License-Identifier: GPL-2.0-or-later
"""``make screenshots``: every page and window, in both languages, light and dark, in ``build/screenshots/``; then the
pictures of the guide (``resources/help/<language>/img/``) and of the README, made of those."""

from __future__ import annotations

import shutil
import sys
from itertools import product
from pathlib import Path

from tests.integration import real_qgis
from tests.screenshots.pictures import renew

OUT = real_qgis.ROOT / "build" / "screenshots"
LANGUAGES = ("fr", "en")
THEMES = {"light": "default", "dark": "Night Mapping"}


def main(*wanted: str) -> int:
    """All of them, or those named: ``fr-light``."""
    drive = Path(__file__).with_name("drive.py")
    missing: list[str] = []
    for language, theme in product(LANGUAGES, THEMES):
        name = f"{language}-{theme}"
        if wanted and name not in wanted:
            continue
        shutil.rmtree(OUT / name, ignore_errors=True)
        try:
            said = real_qgis.run(drive, OUT / name, seconds=420, locale=language, DINAMIS_THEME=THEMES[theme])
        except real_qgis.RealQgisFailed as error:
            missing.append(f"{name}: {error}")
            continue
        print(f"{name}: {len(said['taken'])} pictures in {OUT / name}", flush=True)
        missing += [f"{name}: {each}" for each in said["missing"]]
    if not missing:
        renew(OUT, tuple(language for language in LANGUAGES if not wanted or f"{language}-light" in wanted))
    print("\n".join(missing), file=sys.stderr)
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
