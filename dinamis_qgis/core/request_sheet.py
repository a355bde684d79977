# SPDX-License-Identifier: GPL-2.0-or-later
"""A request on one A4 page, with QGIS's layout engine. On the main thread only, which a layout never leaves: so the
page is made in steps of some tens of milliseconds."""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from datetime import date
from pathlib import Path

from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsProject,
    QgsRenderContext,
    QgsTableCell,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor, QGuiApplication

from ..domain.errors import NotWritable
from ..domain.outline import extent
from ..domain.quota import Estimate
from ..domain.request import ImageryRequest
from ..translation import tr
from .credits import credit_wording
from .numbers import format_date, format_number
from .request_map import Place, locator_map, page_project, scale_bar, zone_layer, zone_map
from .request_words import Row, estimate_notes, estimate_rows, heading, request_rows

_MAP, _LOCATOR = (12.0, 32.0, 112.0, 90.0), (128.0, 32.0, 70.0, 62.0)  # left, top, width, height in mm
_TABLE, _FIGURES, _NOTES = (12.0, 127.0, 108.0, 143.0), (124.0, 127.0, 74.0, 34.0), (124.0, 162.0, 74.0, 108.0)
_LABELS, _FIGURE_LABELS = 34.0, 44.0  # width of their first columns, mm
# Characters of a value: the first that lets all rows fit. QGIS takes seconds to break lines of longer texts, and does
# not see that a row is too tall for the page.
_LONGEST = (700, 500, 350, 250)
_SHORTEST = 150
_SIZES = (7.0, 6.5, 6.0, 5.5, 5.0)  # points
_TEXT = 8.0
_MARGIN = 0.7  # mm, on both sides of a cell's text
_LONG_WORD = re.compile(r"(\S{34})(?=\S)")
_DPI = 200.0
_MISSIONS = {"pleiades": "PHR1A", "spot": "SPOT6"}  # whose credit line stands for the sensor's


def write_pdf(path: Path, request: ImageryRequest, estimate: Estimate, day: date) -> Generator[None, None, None]:
    """The steps. Raises :class:`NotWritable`."""
    project = page_project(request.zone)
    about = project.metadata()
    about.setTitle(heading(request))
    about.setAuthor(request.organisation)
    project.setMetadata(about)
    yield from _written(path, project, request, estimate, day)


def _written(
    path: Path, project: QgsProject, request: ImageryRequest, estimate: Estimate, day: date
) -> Generator[None, None, None]:
    """The layout ends with this function: it must not outlive its project."""
    layout = QgsPrintLayout(project)
    layout.undoStack().blockCommands(True)  # it would note the whole item at each change
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
    _words(layout, _fitted(heading(request), 120), (12.0, 10.0, 186.0, 13.0), 14.0, bold=True)
    _words(layout, tr("Imagery request to DINAMIS, {}").format(format_date(day)), (12.0, 24.0, 186.0, 6.0), 9.0)
    yield
    main = zone_map(layout, zone_layer(request.outline, project), _MAP)
    yield
    locator_map(layout, main, _LOCATOR)
    yield
    _add_legend(layout, main, request)
    cut = _add_request(layout, request_rows(request, estimate))
    yield
    _add_estimate(layout, request, estimate, day)
    _words(layout, "\n".join(_footer(request, cut)), (12.0, 273.0, 186.0, 14.0), 6.5)
    yield
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = _DPI
    settings.textRenderFormat = QgsRenderContext.TextRenderFormat.AlwaysText  # to be copied and searched
    if QgsLayoutExporter(layout).exportToPdf(str(path), settings) != QgsLayoutExporter.ExportResult.Success:
        raise NotWritable(str(path), "PDF")


def _add_legend(layout: QgsPrintLayout, main: QgsLayoutItemMap, request: ImageryRequest) -> None:
    left, below = _LOCATOR[0], _LOCATOR[1] + _LOCATOR[3] + 2.0
    west, south, east, north = (format_number(edge, 5) for edge in extent(request.zone))
    said = tr("Extent (WGS 84): longitudes {west}° to {east}°, latitudes {south}° to {north}°")
    words = said.format(west=west, south=south, east=east, north=north)
    words += "\n" + tr("Map in {}").format(layout.project().crs().authid())
    _words(layout, words, (left, below, _LOCATOR[2], 12.0), 7.0)
    scale_bar(layout, main, left, below + 13.0, 7.0)


def _add_request(layout: QgsPrintLayout, rows: Sequence[Row]) -> bool:
    """Whether a text had to be cut."""
    for longest in _LONGEST:
        table = _table(layout, [(row.label, _fitted(row.value, longest)) for row in rows], _TABLE, (_LABELS,))
        if _fits(table):
            return any(len(row.value) > longest for row in rows)
        _remove(layout, table)
    _table(layout, [(row.label, _fitted(row.value, _SHORTEST)) for row in rows], _TABLE, (_LABELS,), _SIZES[-1])
    return True


def _add_estimate(layout: QgsPrintLayout, request: ImageryRequest, estimate: Estimate, day: date) -> None:
    figures = [(row.label, row.value) for row in estimate_rows(estimate)]
    _largest(layout, figures, _FIGURES, (_FIGURE_LABELS,), (_TEXT, *_SIZES), grid=True)
    _largest(layout, [(note,) for note in estimate_notes(request, estimate, day)], _NOTES, (), _SIZES, grid=False)


def _largest(
    layout: QgsPrintLayout,
    rows: Sequence[Sequence[str]],
    place: Place,
    widths: Sequence[float],
    sizes: Sequence[float],
    grid: bool,
) -> None:
    """A table in the first of the sizes that fits, else in the last."""
    for size in sizes:
        table = _table(layout, rows, place, widths, size, grid=grid)
        if size == sizes[-1] or _fits(table):
            return
        _remove(layout, table)


def _footer(request: ImageryRequest, cut: bool) -> list[str]:
    mission = _MISSIONS.get(request.sensor, "")
    wording = credit_wording(mission, tr("[year of the image]"))
    lines = [tr("Credit line to be shown with the images: {}").format(wording)] if wording else []
    if cut:
        lines.append(tr("Texts cut short by “…” are whole in request.txt."))
    return [
        *lines,
        tr("Small map: Natural Earth. Zone: the requester. Sheet made with QGIS and the DINAMIS plugin."),
    ]


def _table(
    layout: QgsPrintLayout,
    rows: Sequence[Sequence[str]],
    place: Place,
    widths: Sequence[float] = (),
    size: float = _TEXT,
    bold: bool = False,
    grid: bool = True,
) -> QgsLayoutItemManualTable:
    """Cells are plain text, where a label would take ``[% … %]`` for an expression. The last column has what is left
    of the width."""
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    table.setContentTextFormat(_format(size, bold))
    table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    table.setCellMargin(_MARGIN)
    table.setShowGrid(grid)
    table.setVerticalGrid(False)
    table.setGridStrokeWidth(0.1)
    table.setGridColor(QColor(170, 170, 170))
    table.setTableContents([[QgsTableCell(text) for text in row] for row in rows])
    margins = 2.0 * _MARGIN * (len(widths) + 1)
    table.setColumnWidths([*widths, place[2] - sum(widths) - margins])
    frame = QgsLayoutFrame(layout, table)
    frame.attemptSetSceneRect(QRectF(*place))
    table.addFrame(frame)
    return table


def _fits(table: QgsLayoutItemManualTable) -> bool:
    """A table that overflows asks for more than its one frame."""
    table.recalculateTableSize()
    return table.totalSize().height() <= table.frame(0).rect().height() + 0.1


def _remove(layout: QgsPrintLayout, table: QgsLayoutItemManualTable) -> None:
    table.deleteFrames()  # else they stay on the page
    layout.removeMultiFrame(table)


def _words(layout: QgsPrintLayout, text: str, place: Place, size: float, bold: bool = False) -> None:
    _table(layout, [(text,)], place, (), size, bold, grid=False)


def _format(size: float, bold: bool = False) -> QgsTextFormat:
    font = QGuiApplication.font()
    font.setBold(bold)
    text = QgsTextFormat()
    text.setFont(font)
    text.setSize(size)
    return text


def _fitted(text: str, longest: int) -> str:
    """Cut to ``longest`` characters, with places to break long identifiers: lines break at spaces only."""
    cut = text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
    return _LONG_WORD.sub(r"\1 ", cut)
