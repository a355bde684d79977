# SPDX-License-Identifier: GPL-2.0-or-later
"""2–98 % of a raster's values from a sample of its pixels: for a task, never for the main thread.

GDAL's own statistics read the whole file and leave an ``.aux.xml`` beside the data; this does neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..domain.catalogues import Feedback
from ..domain.errors import Cancelled, InvalidProduct
from .vsi import open_dataset, quiet_gdal

if TYPE_CHECKING:
    import numpy as np
    from osgeo import gdal

PERCENTS = (2.0, 98.0)
WHOLE_SIDE = 1024  # of a decimated read
QUICK_SIDE = 512  # of one that comes from the network
_WINDOWS = 8  # by 8 windows, where there are no overviews to decimate from
_WINDOW = 64  # as many pixels as QGIS samples itself
_FEWEST = 64  # valid pixels below which nothing is said


def value_limits(
    source: str,
    bands: Sequence[int],
    nodata: float | None,
    saturation: float | None,
    feedback: Feedback,
) -> list[tuple[float, float] | None]:
    """(low, high) for each band; None where the sample holds too few valid pixels. Raises as :func:`sample`."""
    return [limits_of(values) for values in sample(source, bands, nodata, saturation, feedback)]


def sample(
    source: str,
    bands: Sequence[int],
    nodata: float | None,
    saturation: float | None,
    feedback: Feedback,
    side: int = WHOLE_SIDE,
) -> list[np.ndarray]:
    """Values of each band, without nodata and saturated pixels. Raises :class:`InvalidProduct`, :class:`Cancelled`."""
    import numpy as np

    dataset = open_dataset(source)
    samples: list[list[np.ndarray]] = [[] for _ in bands]
    for window, size in _reads(dataset, bands[0], side):
        for kept, number in zip(samples, bands):
            if feedback.isCanceled():
                raise Cancelled()
            kept.append(_valid(_read(dataset, number, window, size), nodata, saturation))
    return [np.concatenate(kept) for kept in samples]


def _reads(dataset: gdal.Dataset, band: int, side: int) -> Iterator[tuple[tuple[int, int, int, int], tuple[int, int]]]:
    """Windows (x, y, width, height) and the size of the array to read them in."""
    width, height = dataset.RasterXSize, dataset.RasterYSize
    if dataset.GetRasterBand(band).GetOverviewCount() > 0 or width * height <= 4 * WHOLE_SIDE * WHOLE_SIDE:
        scale = max(width, height) / side
        yield (0, 0, width, height), ((width, height) if scale <= 1 else (_part(width, scale), _part(height, scale)))
        return
    block_width, block_height = dataset.GetRasterBand(band).GetBlockSize()
    across = width if block_width >= width else min(max(block_width, 64), _WINDOW)  # a strip is read whole anyway
    down = min(max(block_height, 8), _WINDOW, height)
    for y in _starts(height, down):
        for x in _starts(width, across):
            yield (x, y, across, down), (min(across, WHOLE_SIDE), down)


def _part(side: int, scale: float) -> int:
    return max(1, int(side / scale))


def _starts(side: int, window: int) -> list[int]:
    if window >= side:
        return [0]
    step = (side - window) / (_WINDOWS - 1)
    return sorted({int(index * step) // window * window for index in range(_WINDOWS)})


def _read(dataset: gdal.Dataset, number: int, window: tuple[int, int, int, int], size: tuple[int, int]) -> np.ndarray:
    with quiet_gdal():
        try:
            values = dataset.GetRasterBand(number).ReadAsArray(*window, buf_xsize=size[0], buf_ysize=size[1])
        except RuntimeError as error:
            raise InvalidProduct(dataset.GetDescription()[:200], str(error)) from error
    if values is None:
        raise InvalidProduct(dataset.GetDescription()[:200], "its pixels cannot be read")
    return values


def _valid(values: np.ndarray, nodata: float | None, saturation: float | None) -> np.ndarray:
    import numpy as np

    kept = np.isfinite(values)
    if nodata is not None:
        kept &= values != nodata
    if saturation is not None:
        kept &= values < saturation
    return values[kept]


def limits_of(values: np.ndarray) -> tuple[float, float] | None:
    import numpy as np

    if values.size < _FEWEST:
        return None
    low, high = (float(value) for value in np.percentile(values, PERCENTS))
    return (low, high) if high > low else (low, low + 1.0)
