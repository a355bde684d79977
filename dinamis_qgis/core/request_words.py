# SPDX-License-Identifier: GPL-2.0-or-later
"""An imagery request in words: the rows of its sheet, and the text to paste into a form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qgis.core import QgsCoordinateReferenceSystem

from ..domain.quota import Estimate
from ..domain.request import ImageryRequest
from ..domain.shapes import vertex_count
from ..translation import tr
from .estimate_words import (
    acquisition_name,
    category_name,
    doubts,
    examiners,
    format_credits,
    other_readings,
    source_text,
    tariff_notice,
)
from .numbers import format_date, format_eur, format_km2, format_number, format_percent
from .request_names import geometry_name, radiometry_name, spectral_name, stereo_name


@dataclass(frozen=True)
class Row:
    label: str
    value: str


def heading(request: ImageryRequest) -> str:
    return request.title or tr("Imagery request")


def request_rows(request: ImageryRequest, estimate: Estimate) -> list[Row]:
    """What is asked, then who asks. What was not said and matters reads “not specified”."""
    sensor = tr("{name}, {resolution} m").format(
        name=estimate.sensor.name, resolution=format_number(estimate.sensor.resolution_m, 2)
    )
    rows = [
        Row(tr("Purpose"), _said(request.purpose)),
        Row(tr("Sensor"), sensor),
        Row(tr("Image"), acquisition_name(request.acquisition)),
        *_when(request),
        Row(tr("Viewing"), stereo_name(request.stereo)),
        Row(tr("Number of dates"), format_number(request.dates, 0)),
        Row(tr("Product"), _product(request)),
    ]
    if request.projection and request.geometry != "primary":  # a Primary product has none
        rows.append(Row(tr("Projection"), _projection(request.projection)))
    if request.constraints:
        rows.append(Row(tr("Constraints"), request.constraints))
    rows += [
        Row(tr("Zone"), _zone(request, estimate)),
        Row(tr("Organisation"), _said(request.organisation)),
        Row(tr("Category of user"), category_name(request.category)),
        Row(tr("Requester"), _said(", ".join(filter(None, (request.requester, request.email))))),
    ]
    if request.correspondent:
        rows.append(Row(tr("DINAMIS correspondent"), request.correspondent))
    if request.contractor:
        rows.append(Row(tr("Contractor"), request.contractor))
    return rows


def estimate_rows(estimate: Estimate) -> list[Row]:
    """Figures that the tariff does not give are not shown."""
    rows = [Row(tr("To order"), format_km2(estimate.order_km2))]
    if estimate.credits is not None:
        credits = tr("at least {}").format(format_credits(estimate.credits))
        rows.append(Row(tr("Credits"), credits))
        rows.append(Row(tr("Free quota (per request)"), format_credits(estimate.quota_credits or 0)))
        rows.append(Row(tr("Beyond the quota"), format_credits(estimate.billable_credits or 0)))
    elif estimate.quota_km2 is not None:
        rows.append(Row(tr("Free quota (per request)"), format_km2(estimate.quota_km2)))
        rows.append(Row(tr("Within the quota"), format_km2(estimate.within_km2)))
        rows.append(Row(tr("Beyond the quota"), format_km2(estimate.billable_km2)))
    if estimate.cost_eur is None:
        who = examiners(estimate.tariff, estimate.order.category)
        rows.append(Row(tr("Estimated cost"), tr("On examination ({}).").format(who)))
    else:
        cost = format_eur(estimate.cost_eur)
        rows.append(
            Row(
                tr("Estimated cost"), tr("at least {}").format(cost) if estimate.credits and estimate.cost_eur else cost
            )
        )
    return rows


def estimate_notes(request: ImageryRequest, estimate: Estimate, day: date) -> list[str]:
    """What the figures are worth: what they count, the tariff and its source, its other readings, what it does not
    say."""
    notes = [
        tariff_notice(estimate.tariff, day, tr("Estimate: only DINAMIS's quote binds.")),
        tr("Source: {}").format(source_text(estimate.tariff.source)),
    ]
    if request.dates > 1 and estimate.cost_eur is not None:
        notes.append(tr("The zone is counted once: the request asks for %n date(s).", "", request.dates))
    if estimate.readings:
        notes += [tr("Other readings of the tariff:"), *(f"- {one}" for one in _readings(estimate))]
    if estimate.doubts:
        notes += [tr("Not said by the tariff:"), *(f"- {one}" for one in doubts(estimate))]
    return notes


def paste_text(request: ImageryRequest, estimate: Estimate, day: date) -> str:
    """Plain text for the form's message, one fact a line."""
    rows = [tr("{}: {}").format(row.label, row.value) for row in request_rows(request, estimate)]
    figures = [tr("{}: {}").format(row.label, row.value) for row in estimate_rows(estimate)]
    return "\n".join([heading(request), "", *rows, "", *figures, *estimate_notes(request, estimate, day), ""])


def _readings(estimate: Estimate) -> list[str]:
    """The panel's words, but for what they say of its own fields."""
    return [
        tr("If the quota is yearly and not per request, what was already taken counts")
        if line.code == "if_cumulative_unknown"
        else str(said)
        for line, said in zip(estimate.readings, other_readings(estimate))
    ]


def field_name(field: str) -> str:
    """Of ``ImageryRequest``: as the sheet calls it."""
    return {
        "title": tr("Title"),
        "purpose": tr("Purpose"),
        "constraints": tr("Constraints"),
        "archive_ids": tr("Archive images"),
        "max_cloud": tr("Clouds"),
        "max_incidence": tr("Incidence"),
        "dates": tr("Number of dates"),
        "organisation": tr("Organisation"),
        "requester": tr("Requester"),
        "contractor": tr("Contractor"),
    }.get(field, field)


def _when(request: ImageryRequest) -> list[Row]:
    """An archive order names its images; limits are told of a tasking, and wherever they were given."""
    tasking = request.acquisition == "tasking"
    rows = []
    if not tasking or request.archive_ids:
        rows.append(Row(tr("Archive images"), _said(", ".join(request.archive_ids))))
    if tasking or request.start or request.end:
        rows.append(Row(tr("Period"), _period(request.start, request.end)))
    if tasking or request.max_cloud is not None:
        rows.append(Row(tr("Clouds"), _at_most(request.max_cloud, format_percent)))
    if tasking or request.max_incidence is not None:
        rows.append(Row(tr("Incidence"), _at_most(request.max_incidence, _degrees)))
    return rows


def _period(start: date | None, end: date | None) -> str:
    if start and end:
        return tr("from {} to {}").format(format_date(start), format_date(end))
    if start:
        return tr("from {}").format(format_date(start))
    return tr("until {}").format(format_date(end)) if end else tr("not specified")


def _at_most(limit: float | None, written) -> str:
    return tr("no limit asked") if limit is None else tr("{} at most").format(written(limit))


def _degrees(value: float) -> str:
    return tr("{}°").format(format_number(value))


def _product(request: ImageryRequest) -> str:
    names = (geometry_name(request.geometry), spectral_name(request.spectral), radiometry_name(request.radiometry))
    return ", ".join(names)


def _projection(code: str) -> str:
    crs = QgsCoordinateReferenceSystem(code)
    return crs.userFriendlyIdentifier() if crs.isValid() else code


def _zone(request: ImageryRequest, estimate: Estimate) -> str:
    outline = request.outline
    parts = tr("%n part(s)", "", len(getattr(outline, "geoms", [outline])))
    corners = tr("%n corner(s)", "", vertex_count(outline))
    return " · ".join((format_km2(estimate.aoi_km2), parts, corners))


def _said(text: str) -> str:
    return text or tr("not specified")
