# SPDX-License-Identifier: GPL-2.0-or-later
"""Files and archives through GDAL's file system: what is in a zip is read in place, nothing is extracted."""

from __future__ import annotations

import os
import posixpath
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable

from osgeo import gdal

from ..domain.errors import InvalidProduct, NoProduct

_MAX_ENTRIES = 500_000
_TAR = re.compile(r"\.(tar|tgz|tar\.gz)$", re.IGNORECASE)
# GDAL would note the length of what it unpacks in a file beside each .gz.
gdal.SetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO")


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """Keep GDAL's messages from the console; the handler belongs to the calling thread."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def open_dataset(source: str, drivers: Sequence[str] = ()) -> gdal.Dataset:
    """Open a raster to read (by one of ``drivers`` only, when some are given), whether or not somebody switched GDAL's
    exceptions on. Raises :class:`InvalidProduct`."""
    path = "VRT" if source.startswith("<") else source
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            dataset = gdal.OpenEx(source, gdal.OF_RASTER | gdal.OF_READONLY, allowed_drivers=list(drivers))
        except RuntimeError as error:
            raise InvalidProduct(path, str(error)) from error
        if dataset is None:
            raise InvalidProduct(path, gdal.GetLastErrorMsg() or "GDAL cannot open it")
        return dataset


def is_zip(path: str) -> bool:
    return Path(path).is_file() and zipfile.is_zipfile(path)


def zip_root(path: str) -> str:
    """The archive as a folder for GDAL; braces where the name does not end with ``.zip``."""
    absolute = Path(path).absolute().as_posix()
    return f"/vsizip/{absolute}" if absolute.lower().endswith(".zip") else f"/vsizip/{{{absolute}}}"


def is_tar(path: str) -> bool:
    """Plain or gzipped: GDAL reads no other in place."""
    try:
        if not Path(path).is_file():
            return False
        for mode in ("r:", "r:gz"):
            try:
                with tarfile.open(path, mode):
                    return True
            except (tarfile.TarError, EOFError, OSError, zlib.error):
                continue
    except OSError:  # e.g. a name that is too long
        return False
    return False


def tar_root(path: str) -> str:
    """As :func:`zip_root`."""
    absolute = Path(path).absolute().as_posix()
    return f"/vsitar/{absolute}" if _TAR.search(absolute) else f"/vsitar/{{{absolute}}}"


def archive_of(path: str) -> str:
    """The archive's own file for a path inside one, ``""`` for any other path."""
    found = re.match(r"/vsi(?:zip|tar)/(?:\{([^}]*)\}|(.*?\.(?:zip|tar\.gz|tar|tgz))(?=/|$))", path, re.IGNORECASE)
    return (found[1] or found[2] or "") if found else ""


def plain(path: str) -> str:
    """A path for a person: inside an archive as if it were a folder."""
    inside = re.sub(r"^/vsi(zip|tar)/", "", path)
    return inside if inside == path else inside.replace("{", "").replace("}", "")


def files_under(root: str) -> Iterator[str]:
    """Paths of all files below a folder (of the disk or ``/vsizip/``), with forward slashes, in a stable order.

    Links to folders are not followed. In an archive GDAL itself leaves out names that climb (``../``) or are absolute.
    """
    if root.startswith("/vsi"):
        names = _asked(gdal.ReadDirRecursive, root)
        if names is None:
            raise InvalidProduct(root, "the archive cannot be read")
        texts = [name for name in names if isinstance(name, str)]  # GDAL gives bytes that are not UTF-8 as they are
        yield from (f"{root}/{name}" for name in sorted(texts)[:_MAX_ENTRIES] if not name.endswith("/"))
        return
    if not Path(root).is_dir():
        raise NoProduct(root, "no such folder")
    for folder, folders, names in os.walk(root):
        folders.sort()
        yield from (posixpath.join(Path(folder).as_posix(), name) for name in sorted(names))


def exists(path: str) -> bool:
    found = _asked(gdal.VSIStatL, path)
    return found is not None and not found.IsDirectory()


def file_size(path: str) -> int | None:
    """In bytes, uncompressed."""
    found = _asked(gdal.VSIStatL, path)
    return None if found is None else int(found.size)


def read_bytes(path: str, limit: int) -> bytes:
    """The whole file, or at most ``limit`` + 1 bytes of it (so that the caller sees that it is too long)."""
    handle = _asked(gdal.VSIFOpenL, path, "rb")
    if handle is None:
        raise InvalidProduct(path, "the file cannot be read")
    try:
        return bytes(_asked(gdal.VSIFReadL, 1, limit + 1, handle) or b"")
    finally:
        gdal.VSIFCloseL(handle)


def _asked(question: Callable[..., Any], *arguments: Any) -> Any:
    """What GDAL answers, None when it cannot: it raises where somebody else in this QGIS asked it to."""
    with quiet_gdal():
        try:
            return question(*arguments)
        except RuntimeError:
            return None


def beside(path: str, href: str) -> str:
    """Where a relative reference in the file ``path`` leads. Raises :class:`InvalidProduct` when it climbs out."""
    clean = posixpath.normpath(href.strip().replace("\\", "/"))
    if not href.strip() or clean.startswith(("/", "..")) or ":" in clean:
        raise InvalidProduct(path, f"a reference that leaves the product: {href[:200]!r}")
    return posixpath.join(posixpath.dirname(path), clean)
