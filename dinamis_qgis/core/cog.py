# SPDX-License-Identifier: GPL-2.0-or-later
"""All pixels of a raster as a cloud-optimised GeoTIFF: whole under its name, or not at all."""

from __future__ import annotations

import glob
import shutil
from contextlib import suppress
from pathlib import Path

from osgeo import gdal

from ..domain.catalogues import Feedback
from ..domain.errors import Cancelled, InvalidProduct, NoRoom, NotWritable
from ..domain.partial import ROOM
from .overviews import accepts_files
from .vsi import quiet_gdal

_OPTIONS = ("COMPRESS=DEFLATE", "PREDICTOR=YES", "BIGTIFF=IF_SAFER", "NUM_THREADS=ALL_CPUS",
            "OVERVIEWS=IGNORE_EXISTING", "OVERVIEW_RESAMPLING=AVERAGE", "SPARSE_OK=YES")  # fmt: skip


def write_pixels(source: str, named: str, out: Path, feedback: Feedback) -> None:
    """``source`` is what GDAL opens, ``named`` what an error about its pixels is said of. They go to a file beside,
    which takes its name at the end. For a task.

    Raises :class:`Cancelled`, :class:`NoRoom`, :class:`NotWritable`, :class:`InvalidProduct` (a tile cannot be read).
    """
    part = out.with_name(f".{out.name}.part.tif")

    def go_on(share: float, _message: str, _data: object) -> int:
        progress = getattr(feedback, "setProgress", None)
        if progress is not None:
            progress(100.0 * share)
        return 0 if feedback.isCanceled() else 1

    try:
        with quiet_gdal():
            gdal.ErrorReset()
            try:
                written = gdal.Translate(
                    str(part), source, format="COG", creationOptions=list(_OPTIONS), callback=go_on
                )
                reason = gdal.GetLastErrorMsg()
                complete = written is not None and gdal.GetLastErrorType() < gdal.CE_Failure
                del written  # closes the file
            except RuntimeError as error:
                complete, reason = False, str(error)
        if feedback.isCanceled():
            raise Cancelled()
        if not complete:
            raise _refusal(part.parent, out, named, reason)
        part.replace(out)
    except OSError as error:
        raise NotWritable(str(out), error.strerror or str(error)) from error
    finally:
        for leftover in part.parent.glob(f"{glob.escape(part.name)}*"):
            with suppress(OSError):
                leftover.unlink()


def _refusal(folder: Path, out: Path, named: str, reason: str) -> Exception:
    if not folder.is_dir() or not accepts_files(folder):
        return NotWritable(str(out), reason)
    free = shutil.disk_usage(folder).free
    if free < ROOM:
        return NoRoom(str(out), f"the disk is full: {free} bytes are free", lacking=ROOM - free)
    return InvalidProduct(named, reason)
