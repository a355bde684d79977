# SPDX-License-Identifier: GPL-2.0-or-later
"""A virtual raster as files that may travel with its images: what one holds inside itself becomes a file beside it.

GDAL takes a path that is relative to the file only in a file. So each virtual raster that stands as text inside another
one goes to a folder beside, and every path on the disk becomes relative; a share, a USB disk or another computer then
opens the whole as it is. Paths into archives, and those to another volume, stay as they are: GDAL knows no other way.
"""

from __future__ import annotations

import hashlib
import html
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..domain.errors import NotWritable

_SOURCE = re.compile(r"<(SourceFilename|SourceDataset)([^>]*)>(.*?)</\1>", re.DOTALL)
_RELATIVE = re.compile(r'\s*relativeToVRT="[01]"')
_OURS = re.compile(r"[0-9a-f]{16}\.vrt")


def write_portable(text: str, out: Path) -> None:
    """``text`` is a virtual raster; the file gets its name when all that it refers to is there.

    Raises :class:`NotWritable`: then the former file, if there was one, is as it was.
    """
    written = _Writer(out)
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_text(written.told(text, out.parent), encoding="utf-8")
        part.replace(out)
    except OSError as error:
        written.take_back()
        raise NotWritable(str(out), error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            part.unlink()
    written.drop_former()


class _Writer:
    """Files are named for what they hold: those of the former raster of that name are never written over."""

    def __init__(self, out: Path) -> None:
        self._folder = out.absolute().with_name(f"{out.stem}_sources")
        self._needed: set[Path] = set()
        self._new: list[Path] = []

    def told(self, text: str, home: Path) -> str:
        """``text`` as it stands in a file of the folder ``home``."""
        return _SOURCE.sub(lambda found: self._source(found[1], found[2], html.unescape(found[3]), home), text)

    def take_back(self) -> None:
        for path in self._new:
            with suppress(OSError):
                path.unlink()
        with suppress(OSError):
            self._folder.rmdir()

    def drop_former(self) -> None:
        with suppress(OSError):
            for path in set(self._folder.iterdir()) - self._needed:
                if _OURS.fullmatch(path.name):
                    path.unlink()

    def _source(self, tag: str, attributes: str, name: str, home: Path) -> str:
        if name.startswith("<"):
            name = str(self._kept(name))
        near = _from(home.absolute(), name)
        others = _RELATIVE.sub("", attributes)
        return f'<{tag}{others} relativeToVRT="{int(bool(near))}">{html.escape(near or name)}</{tag}>'

    def _kept(self, text: str) -> Path:
        self._folder.mkdir(exist_ok=True)
        text = self.told(text, self._folder)
        name = hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
        path = self._folder / f"{name}.vrt"
        self._needed.add(path)
        if not path.exists():
            part = path.with_suffix(".part")
            self._new += [part, path]
            part.write_text(text, encoding="utf-8")
            part.replace(path)
        return path


def _from(home: Path, name: str) -> str:
    """The path from a folder to a file of the disk; ``""`` where there is none. Behind a link ".." is read in two ways:
    the system climbs from where the link leads, GDAL 3.13 from where it lies. Only what is right in both is."""
    if name.startswith("/vsi") or not Path(name).is_absolute() or not Path(name).exists():
        return ""
    near = relative(name, str(home))
    with suppress(OSError):  # nothing there
        if near and (home / near).samefile(name):
            return near
    return ""


def relative(place: str, start: str, rules: Any = os.path) -> str:
    """From a folder to a file, with the slashes that a virtual raster has everywhere; ``""`` on another drive or share.
    ``rules`` are those of a system's paths (``os.path``, ``ntpath``)."""
    try:
        return str(rules.relpath(place, start)).replace(rules.sep, "/")
    except ValueError:
        return ""
