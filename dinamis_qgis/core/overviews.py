# SPDX-License-Identifier: GPL-2.0-or-later
"""Overviews (« pyramides ») of TIFF tiles, which a person asked for: views of a whole image are then quick.

They lie beside each tile, as GDAL looks for them. Where nothing can be written there (a disc, a share, an archive) they
go to the profile, with a virtual raster over the tiles that the image is then shown by. Either way they get their name
when they are whole.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsApplication

from ..domain.catalogues import Feedback
from ..domain.errors import Cancelled, InvalidProduct, NoRoom, NotWritable
from ..domain.partial import room_for
from .dimap_tiles import Tile
from .product import Product
from .product_vrt import all_bands_vrt
from .vsi import open_dataset, quiet_gdal

_UNPACKED_EACH_TIME = re.compile(r"\.(tar\.gz|tgz)\}?/", re.IGNORECASE)
_SMALLEST = 1024  # pixels of a side: nothing is gained below
_LAST = 256  # pixels of a side of the smallest overview
_SHARE = 3  # a quarter, a sixteenth… of the pixels make a third together
_OPTIONS = {
    "COMPRESS_OVERVIEW": "DEFLATE", "PREDICTOR_OVERVIEW": "2", "BIGTIFF_OVERVIEW": "IF_SAFER",
    "INTERLEAVE_OVERVIEW": "PIXEL", "GDAL_TIFF_OVR_BLOCKSIZE": "256",
}  # fmt: skip


def missing_size(images: Iterable[Product]) -> int:
    """About how many bytes the overviews of ``images`` would take; 0 where nothing is to be built. Opens each tile."""
    return sum(tile.size for image in images for tile in _bare_tiles(image)) // _SHARE


def is_unpacked_each_time(image: Product) -> bool:
    """It lies in a compressed archive that nothing but its first byte leads into: overviews would not help."""
    return _UNPACKED_EACH_TIME.search(image.path) is not None


def may_lie_beside(image: Product) -> bool:
    """Of a mosaic only those that do help: it reads the tiles themselves. By the rights of the folders alone."""
    return all(_is_on_disk(tile) and os.access(Path(tile.path).parent, os.W_OK) for tile in image.tiles)


def aside(image: Product) -> str:
    """The virtual raster that shows ``image`` with overviews that could not lie beside it, ``""`` if there is none."""
    raster = _aside(image)
    return raster.as_posix() if _overviews_of(raster).exists() else ""


def build(image: Product, feedback: Feedback, progress: Callable[[float], None] = lambda _share: None) -> bool:
    """For a task; False when it has all that it takes. ``progress`` hears shares of 1.

    Raises :class:`NoRoom`, :class:`NotWritable`, :class:`InvalidProduct`, :class:`Cancelled`: then there is nothing
    half done.
    """
    tiles = _bare_tiles(image)
    if not tiles:
        return False
    folders = {Path(tile.path).parent for tile in tiles}
    if not all(_is_on_disk(tile) for tile in tiles) or not all(map(accepts_files, folders)):
        return _build_aside(image, tiles, feedback, progress)
    _make_sure_of_room(Path(tiles[0].path).parent, tiles)
    for number, tile in enumerate(tiles):
        _build_beside(tile, image.nodata, feedback, lambda share, n=number: progress((n + share) / len(tiles)))
    return True


def accepts_files(folder: Path) -> bool:
    probe = folder / ".dinamis-probe"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def _bare_tiles(image: Product) -> list[Tile]:
    if aside(image) or is_unpacked_each_time(image):
        return []
    if image.geotransform is None and not all(map(_is_on_disk, image.tiles)):
        return []  # it is laid on the map tile by tile
    return [tile for tile in image.tiles if not tile.missing and _lacks_overviews(tile)]


def _lacks_overviews(tile: Tile) -> bool:
    if not tile.path.lower().endswith((".tif", ".tiff")):
        return False  # JPEG 2000 has its own
    try:
        dataset = open_dataset(tile.path, ("GTiff",))
    except InvalidProduct:
        return False
    large = max(dataset.RasterXSize, dataset.RasterYSize) > _SMALLEST
    return large and dataset.RasterCount > 0 and dataset.GetRasterBand(1).GetOverviewCount() == 0


def _is_on_disk(tile: Tile) -> bool:
    return not tile.path.startswith("/vsi")


def _build_beside(tile: Tile, nodata: float | None, feedback: Feedback, progress: Callable[[float], None]) -> None:
    """Through a virtual raster that declares nodata: its pixels are no colour to be averaged."""
    place = Path(tile.path)
    raster = place.with_name(f".{place.name}.dinamis.vrt")
    with _leaving_nothing(raster):
        with quiet_gdal():
            written = gdal.Translate(str(raster), tile.path, format="VRT", noData=nodata)
        if written is None:
            raise NotWritable(str(place.parent), gdal.GetLastErrorMsg())
        del written
        _build(raster, place, feedback, progress)
        _overviews_of(raster).replace(_overviews_of(place))


def _build_aside(image: Product, tiles: Sequence[Tile], feedback: Feedback, progress: Callable[[float], None]) -> bool:
    raster = _aside(image)
    unfinished = raster.with_name(f".{raster.name}")
    try:
        raster.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritable(str(raster.parent), error.strerror or str(error)) from error
    _make_sure_of_room(raster.parent, tiles)
    with _leaving_nothing(unfinished):
        unfinished.write_text(all_bands_vrt(image), encoding="utf-8")
        _build(unfinished, Path(image.path), feedback, progress)
        unfinished.replace(raster)
        _overviews_of(unfinished).replace(_overviews_of(raster))
    return True


def _build(raster: Path, named: Path, feedback: Feedback, progress: Callable[[float], None]) -> None:
    """Beside ``raster``; ``named`` is what an error is about."""

    def go_on(share: float, _message: str, _data: object) -> int:
        progress(share)
        return 0 if feedback.isCanceled() else 1

    dataset = open_dataset(str(raster), ("VRT",))
    side, levels = max(dataset.RasterXSize, dataset.RasterYSize), [2]
    while side / levels[-1] > _LAST:
        levels.append(levels[-1] * 2)
    with quiet_gdal(), _options():
        gdal.ErrorReset()
        try:
            failed = dataset.BuildOverviews("AVERAGE", levels, callback=go_on)
            reason = gdal.GetLastErrorMsg()
        except RuntimeError as error:
            failed, reason = 1, str(error)
        del dataset  # closes the file
    if feedback.isCanceled():
        raise Cancelled()
    if failed or not _overviews_of(raster).exists():
        if not accepts_files(raster.parent):
            raise NotWritable(str(raster.parent), reason)
        raise InvalidProduct(named.as_posix(), reason or "no overviews")


def _make_sure_of_room(folder: Path, tiles: Sequence[Tile]) -> None:
    lacking, needed = room_for(folder, sum(tile.size for tile in tiles) // _SHARE)
    if lacking > 0:
        raise NoRoom(str(folder), f"the disk is full: {needed} bytes are needed", lacking=lacking)


def _overviews_of(raster: Path) -> Path:
    return raster.with_name(f"{raster.name}.ovr")


def _aside(image: Product) -> Path:
    """Another delivery at the same place is told apart by the sizes of its files."""
    said = repr((image.path, [(tile.path, tile.size) for tile in image.tiles]))
    name = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:24]
    return Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "overviews" / f"{name}.vrt"


@contextmanager
def _leaving_nothing(raster: Path) -> Iterator[None]:
    """Of an unfinished raster and its overviews."""
    try:
        yield
    except OSError as error:
        raise NotWritable(str(raster.parent), error.strerror or str(error)) from error
    finally:
        for leftover in (raster, _overviews_of(raster), raster.with_name(f"{raster.name}.aux.xml")):
            with suppress(OSError):
                leftover.unlink()


@contextmanager
def _options() -> Iterator[None]:
    """Of this thread: QGIS's own overviews are the person's affair."""
    for name, value in _OPTIONS.items():
        gdal.SetThreadLocalConfigOption(name, value)
    try:
        yield
    finally:
        for name in _OPTIONS:
            gdal.SetThreadLocalConfigOption(name, None)
