# SPDX-License-Identifier: GPL-2.0-or-later
"""The register as a table for a spreadsheet: one row a request, in words. Never on the main thread."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from ..domain.errors import NotWritable
from ..domain.register import Entry, asked_on, granted_on, ordered_km2
from ..translation import tr
from .estimate_words import acquisition_name, category_name
from .request_states import state_name
from .vsi import quiet_gdal

SUFFIXES = (".ods", ".csv")
_DRIVERS = {".ods": "ODS", ".csv": "CSV"}
_OPTIONS = {".ods": [], ".csv": ["SEPARATOR=SEMICOLON", "WRITE_BOM=YES", "STRING_QUOTING=IF_NEEDED"]}
_FORMULA = ("=", "+", "-", "@", "\t")  # what a spreadsheet takes for one


def export(path: Path, entries: Iterable[Entry], sensors: Mapping[str, str]) -> None:
    """ODS or CSV, by its name; the former file stays until the new one is whole. Raises :class:`NotWritable`."""
    suffix = path.suffix.lower() if path.suffix.lower() in _DRIVERS else ".csv"
    part = path.with_name(f".{path.stem}.part{suffix}")
    try:
        with quiet_gdal():
            _write(part, suffix, [_row(entry, sensors) for entry in entries])
        part.replace(path)
    except (OSError, RuntimeError) as error:
        raise NotWritable(str(path), getattr(error, "strerror", None) or str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _write(path: Path, suffix: str, rows: list[dict[str, Any]]) -> None:
    dataset = gdal.GetDriverByName(_DRIVERS[suffix]).Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    if dataset is None:
        raise OSError(gdal.GetLastErrorMsg())
    layer = dataset.CreateLayer(tr("Requests"), None, ogr.wkbNone, _OPTIONS[suffix])
    kinds = {str: ogr.OFTString, float: ogr.OFTReal, int: ogr.OFTInteger}
    for name, kind in _columns().items():
        layer.CreateField(ogr.FieldDefn(name, kinds[kind]))
    for row in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for place, value in enumerate(row.values()):
            if value is not None:
                feature.SetField(place, value)
        if layer.CreateFeature(feature) != ogr.OGRERR_NONE:
            raise OSError(gdal.GetLastErrorMsg())
    layer.SyncToDisk()
    del layer, dataset  # closes the file


def _columns() -> dict[str, type]:
    return {
        tr("Title"): str, tr("State"): str, tr("DINAMIS reference"): str, tr("Sensor"): str, tr("Image"): str,
        tr("To order (km²)"): float, tr("Credits"): int, tr("Estimated cost (EUR)"): float, tr("Tariff"): str,
        tr("Asked on"): str, tr("Granted on"): str, tr("Category of user"): str, tr("Organisation"): str,
        tr("Requester"): str, tr("Contractor"): str, tr("Need"): str, tr("Archive images"): str,
        tr("Number of dates"): int, tr("Attachments"): int, tr("Internal note"): str, tr("Feedback on use"): str,
        tr("Last change"): str,
    }  # fmt: skip


def _row(entry: Entry, sensors: Mapping[str, str]) -> dict[str, Any]:
    """As :func:`_columns`; days are ISO 8601, which every spreadsheet reads."""
    request, estimate = entry.request, entry.request.estimate
    days = (asked_on(request), granted_on(request))
    values = (
        request.title, state_name(request.state), request.reference, sensors.get(request.sensor, request.sensor),
        acquisition_name(request.acquisition), round(ordered_km2(request), 6), estimate and estimate.credits,
        estimate and estimate.cost_eur, estimate.tariff if estimate else "",
        *(day.isoformat() if day else "" for day in days),
        category_name(request.category), request.organisation, request.requester, request.contractor, request.purpose,
        ", ".join(request.archive_ids), request.dates, len(entry.attachments), request.note, request.feedback,
        entry.modified,
    )  # fmt: skip
    return dict(zip(_columns(), map(_harmless, values)))


def _harmless(value: Any) -> Any:
    """Text that a spreadsheet would run is shown as text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
