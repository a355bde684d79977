# SPDX-License-Identifier: GPL-2.0-or-later
"""What whoever helps wants to know of an error: versions, service, status; never a key nor a home folder."""

from __future__ import annotations

import configparser
import platform
import re
import traceback
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QT_VERSION_STR

from .. import paths
from ..domain.errors import ServiceError
from .messages import sentence

_FRAMES = 6
_LONGEST = 500  # characters of what an error says of itself
_ADDRESS = re.compile(r"\b[\w+.-]+://[^\s'\"<>]+")
_NAMES = (
    r"(?:bearer|basic|[\w-]*(?:token|passw|secret|signature|authorization|credential)[\w-]*|"
    r"[\w-]*(?:api|access|private)[-_]?key)"
)
_SECRET = re.compile(rf"(?i)\b({_NAMES})(?:[\s:='\"]+{_NAMES})*[\s:='\"]+[^\s,;'\"]+")
_FACTS = ("status", "limit", "field", "reason")  # of errors, when they have them


def version() -> str:
    """Of the plugin, as metadata.txt says."""
    said = configparser.ConfigParser(interpolation=None)
    said.read(paths.metadata(), encoding="utf-8")
    return said.get("general", "version", fallback="")


def details(errors: Sequence[BaseException]) -> str:
    """To paste into a message to support. In English but for the sentences, which are those that the person read."""
    from osgeo import gdal

    now = datetime.now(timezone.utc)
    lines = [
        f"DINAMIS {version()} · QGIS {Qgis.QGIS_VERSION} · Qt {QT_VERSION_STR} · GDAL {gdal.__version__} · "
        f"Python {platform.python_version()}",
        f"{platform.platform()} · {QgsApplication.locale()} · {now:%Y-%m-%d %H:%M} UTC",
    ]
    for error in errors:
        lines += ["", *_said(error)]
    return "\n".join(lines) + "\n"


def _said(error: BaseException) -> list[str]:
    lines = [without_secrets(sentence(error)), f"Type: {type(error).__name__}"]
    if isinstance(error, ServiceError):
        lines.append(f"Service: {without_secrets(error.url)}")
    for name in _FACTS:
        value = getattr(error, name, None)
        if value not in (None, ""):
            lines.append(f"{name.capitalize()}: {without_secrets(str(value))}")
    said = without_secrets(getattr(error, "detail", "") or str(error))[:_LONGEST]
    if said:
        lines.append(f"Detail: {said}")
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    return lines + [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]


def without_secrets(text: str) -> str:
    """Addresses lose their query and their user, what follows the name of a secret is left out, and so is the home."""
    text = _ADDRESS.sub(lambda found: re.sub(r"//[^/@]*@", "//", re.split(r"[?#]", found.group())[0]), text)
    text = _SECRET.sub(lambda found: f"{found.group(1)} …", text)
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
