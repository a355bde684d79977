# SPDX-License-Identifier: GPL-2.0-or-later
"""Vector files of other people, read by GDAL feature by feature, whatever their encoding. Never on the main thread.

What is in a zip is read in place, nothing is extracted. Nothing of GDAL's goes out: what outlives its file crashes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path, PurePosixPath

from osgeo import gdal, ogr

from ..domain.catalogues.values import text
from ..domain.errors import Cancelled, InvalidFile
from ..domain.web import Feedback
from .vsi import is_zip, quiet_gdal, zip_root

_MOST_MEMBERS = 10_000
_MOST_DATASETS = 100
_MOST_BYTES = 2 << 30  # of a zip, uncompressed
_ASKED_EVERY = 256  # features
_SHOWN = 200  # characters of what GDAL says


def sources(path: Path, suffixes: tuple[str, ...]) -> list[str]:
    """What GDAL opens: the file, or those of these formats in a zip. Raises :class:`InvalidFile`."""
    if not is_zip(str(path)):
        return [str(path)]
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (OSError, zipfile.BadZipFile) as error:
        raise InvalidFile(str(path), str(error)) from error
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_BYTES:
        raise InvalidFile(str(path), "the archive is too large")
    wanted = [member for member in members if _is_inside(member.filename, suffixes)]
    if any(member.flag_bits & 1 for member in wanted):
        raise InvalidFile(str(path), "the archive is encrypted")
    if not wanted:
        raise InvalidFile(str(path), "nothing in the archive can be read")
    root = zip_root(str(path))
    return sorted(f"{root}/{member.filename}" for member in wanted[:_MOST_DATASETS])


def _is_inside(name: str, suffixes: tuple[str, ...]) -> bool:
    """A file of a format that is read, under the archive's own root."""
    parts = PurePosixPath(name).parts
    climbs = ".." in parts or name.startswith("/") or "\\" in name or ":" in name or "__MACOSX" in parts
    return name.lower().endswith(suffixes) and not climbs


@contextmanager
def opened(source: str, path: Path, drivers: Sequence[str], options: Sequence[str] = ()) -> Iterator[ogr.DataSource]:
    """By these drivers only: others would open addresses or files that a file names. Raises :class:`InvalidFile`."""
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            flags = gdal.OF_VECTOR | gdal.OF_READONLY
            dataset = gdal.OpenEx(source, flags, allowed_drivers=list(drivers), open_options=list(options))
            said = gdal.GetLastErrorMsg()
        except (RuntimeError, UnicodeError) as error:  # another plugin may have switched GDAL's exceptions on
            dataset, said = None, str(error)
    if dataset is None:
        raise InvalidFile(str(path), text(said)[:_SHOWN] or "not a vector file")
    try:
        yield dataset
    except RuntimeError as error:  # GDAL's: newer ones look at more of a file, even to count what is in it
        raise InvalidFile(str(path), text(str(error))[:_SHOWN]) from error


def rows(
    layer: ogr.Layer, columns: Mapping[int, str], feedback: Feedback
) -> Iterator[tuple[dict[str, str], bytes | None]]:
    """Texts by name of the wanted columns, where they are set, and the geometry as flat WKB, curves made of short
    edges. What is damaged ends there. Raises :class:`Cancelled`."""
    layer.ResetReading()
    for number in count():
        if number % _ASKED_EVERY == 0 and feedback.isCanceled():
            raise Cancelled()
        with quiet_gdal():
            try:
                read = _next(layer, columns)
            except (RuntimeError, UnicodeError):
                return
        if read is None:
            return
        yield read


def _next(layer: ogr.Layer, columns: Mapping[int, str]) -> tuple[dict[str, str], bytes | None] | None:
    feature = layer.GetNextFeature()
    if feature is None:
        return None
    known = [(index, name) for index, name in columns.items() if feature.IsFieldSetAndNotNull(index)]
    return {name: decoded(feature.GetFieldAsString(index)) for index, name in known}, _wkb(feature.GetGeometryRef())


def _wkb(geometry: ogr.Geometry | None) -> bytes | None:
    if geometry is None or geometry.IsEmpty():
        return None
    straight = geometry.GetLinearGeometry() if geometry.HasCurveGeometry() else geometry.Clone()
    straight.FlattenTo2D()
    straight.CloseRings()  # as QGIS does
    return bytes(straight.ExportToIsoWkb())


def decoded(said: str | bytes) -> str:
    """Where a file is not in UTF-8, whatever it says, GDAL gives bytes or halves of surrogate pairs: it is one of
    Windows' tables then."""
    raw = said if isinstance(said, bytes) else said.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
