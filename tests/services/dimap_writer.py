# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes synthetic DIMAP V2 ortho deliveries, laid out and named as Pléiades and SPOT 6-7 ones, that GDAL opens.

    image = Image("PHR1B", "PMS", pixels, (301_000.0, 6_834_000.0), 0.5)      # pixels: (bands, rows, columns)
    write_pleiades(folder, [image])                # VOL_PHR.XML, IMG_PHR1B_PMS_001/DIM_….XML …
    write_pleiades(folder, [panchromatic, multispectral])                     # a bundle
    write_spot(folder, [replace(image, satellite="SPOT7")])                   # SPOT_LIST.XML / PROD_… / VOL_… / IMG_…
    zipped(folder, archive)

Writers return the paths of the DIM files. What tests bend stands in :class:`Image`.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
from osgeo import gdal

from .dimap_xml import (
    IN_FILE_ORDER,
    dim_xml,
    mask_name,
    mask_xml,
    roi_name,
    roi_xml,
    system,
    tile_name,
    tile_size,
    tiles,
)

gdal.UseExceptions()


@dataclass(frozen=True)
class Image:
    """One IMG_ folder of a delivery. ``corner`` is the upper left corner of the upper left pixel, in ``epsg``."""

    satellite: str  # PHR1A, PHR1B, SPOT6, SPOT7
    mode: str  # P, MS, PMS
    pixels: np.ndarray  # (bands, rows, columns), in the order of ``bands``; 0 is nodata
    corner: tuple[float, float]
    pixel_size: float
    epsg: int = 2154
    when: datetime = datetime(2022, 7, 14, 11, 2, 15, 300_000, timezone.utc)
    job: str = "7000001101"
    tile: tuple[int, int] | None = None  # rows, columns of a tile; None: one tile
    bands: tuple[str, ...] = ()  # in the file's order; () is the usual one
    band_index: bool = False  # say the order by a Raster_Index_List too
    shuffled_display: bool = False  # …and leave the display order the usual one
    radiometry: str = "BASIC"  # REFLECTANCE, DISPLAY
    driver: str = "GTiff"  # or JP2OpenJPEG
    creation: tuple[str, ...] = ()
    absent_tiles: tuple[tuple[int, int], ...] = ()  # (row, column) announced, not written
    cloud_cover: float | None = 2.5  # %
    incidence: float = 12.4  # degrees
    off_nadir: float = 11.2
    sun: tuple[float, float] = (151.1, 61.2)  # azimuth, elevation
    roi: Sequence[tuple[float, float]] = field(
        default_factory=list
    )  # valid outline in ``epsg``; [] is the whole raster
    masks: dict[str, list] = field(default_factory=dict)  # by kind (CLD, SNW…), rings in ``epsg``
    copyright: str = "©CNES_2022, distribution AIRBUS DS (as real ones say; this is synthetic)"
    licence: str = ""
    producer: str = "SYNTHETIC"

    @property
    def band_ids(self) -> tuple[str, ...]:
        return self.bands or IN_FILE_ORDER[self.mode]

    @property
    def stem(self) -> str:
        return f"{self.satellite}_{self.mode}_{self.when:%Y%m%d%H%M%S}{self.when.microsecond // 100_000}_ORT_{self.job}"

    @property
    def dataset(self) -> str:
        return (
            f"DS_{self.satellite}_{self.when:%Y%m%d%H%M%S}{self.when.microsecond // 100_000}_FR1_PX_W003N48_0000_00000"
        )

    @property
    def extension(self) -> str:
        return "TIF" if self.driver == "GTiff" else "JP2"


def write_pleiades(folder: Path, images: Sequence[Image]) -> list[Path]:
    """``folder`` becomes the delivery's job folder, with VOL_PHR.XML in it."""
    dims = [
        write_image(folder / f"IMG_{image.satellite}_{image.mode}_{number:03d}", image)
        for number, image in enumerate(images, 1)
    ]
    _write_volume(folder / "VOL_PHR.XML", dims, images, "PHR")
    return dims


def write_spot(folder: Path, images: Sequence[Image]) -> list[Path]:
    """``folder`` becomes the dataset's folder: SPOT_LIST.XML, then a product, then a volume, then the images."""
    satellite = images[0].satellite
    product = folder / f"PROD_{satellite}_001"
    volume = product / f"VOL_{satellite}_001_A"
    dims = [write_image(volume / f"IMG_{satellite}_{image.mode}_001_A", image) for image in images]
    _write_volume(volume / "SPOT_VOL.XML", dims, images, "SPOT 7")
    _write_list(product / "SPOT_PROD.XML", "PRODUCT", volume.name, f"{volume.name}/SPOT_VOL.XML")
    _write_list(folder / "SPOT_LIST.XML", "DATASET", product.name, f"{product.name}/SPOT_PROD.XML")
    return dims


def zipped(folder: Path, archive: Path, top: str | None = None) -> Path:
    """``folder`` as an archive, under one top folder named as it is,
    or ``top`` ("" for none). Always the same bytes."""
    top = folder.name if top is None else top
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            inside = zipfile.ZipInfo(
                "/".join(filter(None, (top, *path.relative_to(folder).parts))), (2022, 7, 14, 0, 0, 0)
            )
            inside.compress_type = zipfile.ZIP_DEFLATED
            inside.external_attr = 0o644 << 16
            target.writestr(inside, path.read_bytes())
    return archive


def gradient(rows: int, columns: int, bands: int = 4, low: int = 200, high: int = 2200) -> np.ndarray:
    """Pixels that tell bands apart: each rises along the columns, between its own two values; a nodata corner."""
    ramp = np.linspace(low, high, columns)[None, :].repeat(rows, 0)
    pixels = np.stack([ramp * (0.5 + 0.25 * band) for band in range(bands)]).clip(1, 4094).astype(np.uint16)
    down, across = np.mgrid[:rows, :columns]
    pixels[:, down + across < rows // 5] = 0
    return pixels


def write_image(folder: Path, image: Image) -> Path:
    """The files of one IMG_ folder; returns the DIM."""
    folder.mkdir(parents=True, exist_ok=True)
    for row, column, window in tiles(image):
        if (row, column) not in image.absent_tiles:
            _write_tile(folder / tile_name(image, row, column), image, row, column, window)
    for kind, longest in (("PREVIEW", 400), ("ICON", 125)):
        _write_picture(folder / f"{kind}_{image.stem}.JPG", image, longest)
    (folder / "MASKS").mkdir(exist_ok=True)
    (folder / roi_name(image)).write_text(roi_xml(image), encoding="utf-8")
    for kind, rings in image.masks.items():
        (folder / mask_name(image, kind)).write_text(mask_xml(image, kind, rings), encoding="utf-8")
    dim = folder / f"DIM_{image.stem}.XML"
    dim.write_text(dim_xml(image), encoding="utf-8")
    return dim


# --- pixels ---------------------------------------------------------------------------------------


def _write_tile(path: Path, image: Image, row: int, column: int, window: np.ndarray) -> None:
    rows, columns = tile_size(image)
    x = image.corner[0] + (column - 1) * columns * image.pixel_size
    y = image.corner[1] - (row - 1) * rows * image.pixel_size
    dataset = _in_memory(window)
    dataset.SetGeoTransform((x, image.pixel_size, 0, y, 0, -image.pixel_size))
    dataset.SetProjection(system(image.epsg).ExportToWkt())
    options = image.creation
    if not options and image.driver == "GTiff":
        options = ("TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2")
        options += ("PHOTOMETRIC=RGB", "ALPHA=UNSPECIFIED") if len(window) > 3 else ()
    elif not options:
        options = ("REVERSIBLE=YES", "QUALITY=100", f"NBITS={8 if window.dtype == np.uint8 else 12}")
    gdal.GetDriverByName(image.driver).CreateCopy(str(path), dataset, options=list(options))
    Path(f"{path}.aux.xml").unlink(missing_ok=True)


def _write_picture(path: Path, image: Image, longest: int) -> None:
    step = max(1, -(-max(image.pixels.shape[1:]) // longest))
    ids = image.band_ids
    shown = ("B2", "B1", "B0") if "B0" in ids else ids[:3]
    order = [ids.index(band) for band in shown]
    small = image.pixels[order, ::step, ::step].astype(np.float32)
    seen = small[small > 0]
    low, high = np.percentile(seen, (1, 99)) if seen.size else (0, 1)
    small = (np.clip((small - low * 0.8) / max(high - low * 0.8, 1), 0, 1) * 254 + 1) * (small > 0)
    gdal.GetDriverByName("JPEG").CreateCopy(str(path), _in_memory(small.astype(np.uint8)), options=["QUALITY=80"])
    Path(f"{path}.aux.xml").unlink(missing_ok=True)


def _in_memory(pixels: np.ndarray) -> gdal.Dataset:
    kind = gdal.GDT_Byte if pixels.dtype == np.uint8 else gdal.GDT_UInt16
    dataset = gdal.GetDriverByName("MEM").Create("", pixels.shape[2], pixels.shape[1], len(pixels), kind)
    for number, band in enumerate(pixels, 1):
        dataset.GetRasterBand(number).WriteArray(band)
    return dataset


# --- volumes and lists ----------------------------------------------------------------------------


def _component(title: str, kind: str, href: str) -> str:
    return f"""<Component><COMPONENT_TITLE>{title}</COMPONENT_TITLE><COMPONENT_TYPE>{kind}</COMPONENT_TYPE>
    <COMPONENT_PATH href="{href}"/></Component>"""


_MANUAL = _component("Digital Documentation about DIMAP Format", "ENCAPSULATED", "http://www.example.invalid/dimapv2")


def _write_volume(path: Path, dims: Sequence[Path], images: Sequence[Image], name: str) -> None:
    components = [
        _component(f"SYSTEM_ORTHO {image.mode} {image.dataset}", "DIMAP", f"{dim.parent.name}/{dim.name}")
        for dim, image in zip(dims, images)
    ]
    components.insert(0 if name.startswith("SPOT") else len(components), _MANUAL)  # SPOT puts the manual first
    path.write_text(
        f"""<?xml version="1.0" encoding="UTF-8"?>
<Dimap_Document><Metadata_Identification><METADATA_FORMAT version="2.15">DIMAP</METADATA_FORMAT>
  <METADATA_PROFILE>VOLUME</METADATA_PROFILE><METADATA_SUBPROFILE>SINGLE_VOLUME</METADATA_SUBPROFILE>
  </Metadata_Identification>
  <Dataset_Identification><DATASET_NAME>{name} Volume Description</DATASET_NAME><DATASET_ID>1</DATASET_ID>
  </Dataset_Identification>
  <Dataset_Content><Dataset_Components>{"".join(components)}</Dataset_Components></Dataset_Content></Dimap_Document>
""",
        encoding="utf-8",
    )


def _write_list(path: Path, profile: str, title: str, href: str) -> None:
    path.write_text(
        f"""<?xml version="1.0" encoding="UTF-8"?>
<Dimap_Document><Metadata_Identification><METADATA_FORMAT version="2.12">DIMAP</METADATA_FORMAT>
  <METADATA_PROFILE>{profile}</METADATA_PROFILE></Metadata_Identification>
  <Dataset_Components>{_component(title, "DIMAP", href)}{_MANUAL}</Dataset_Components></Dimap_Document>
""",
        encoding="utf-8",
    )
