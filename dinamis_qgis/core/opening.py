# SPDX-License-Identifier: GPL-2.0-or-later
"""Opening what a person gives, in a task: first what is there, then layers. Nothing is added to the project here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsRasterLayer
from qgis.PyQt.QtCore import QByteArray, QSize, Qt
from qgis.PyQt.QtGui import QImage

from ..domain.errors import Cancelled, DinamisError, InvalidProduct, UnsupportedProduct
from .bundles import pair
from .compositions import COMPOSITIONS
from .contrast import common_looks
from .delivery import Skipped, read_delivery
from .dimap_bands import numbers_of
from .orthorectified import Relief
from .product import Group, Product
from .product_extras import extras
from .products import FLAT, build_layer, hand_over, look_of
from .renderers import Look
from .task import TaskFeedback
from .vsi import read_bytes

_THUMBNAIL = QSize(112, 112)  # a row's 56 px, on a screen of twice the density
_PICTURE_BYTES = 8 << 20


@dataclass(frozen=True)
class Found:
    """What the given paths hold, and what in them cannot be used."""

    groups: tuple[Group, ...]
    skipped: tuple[Skipped, ...]

    @property
    def size(self) -> int:
        """Bytes of all pixels."""
        return sum(size_of(group) for group in self.groups)


@dataclass(frozen=True)
class Opened:
    """Layers of a group, first the one that has the composition, and what goes with them (masks, footprint, quicklook).
    They belong to the main thread."""

    group: Group
    layers: tuple[QgsRasterLayer, ...]
    thumbnail: QImage | None
    extras: tuple[QgsMapLayer, ...] = ()


@dataclass(frozen=True)
class Opening:
    opened: tuple[Opened, ...]
    failed: tuple[Skipped, ...]


def find(paths: Sequence[str], feedback: TaskFeedback) -> Found:
    """Raises what is wrong when nothing at all was found."""
    products: list[Product] = []
    rasters: list[Product] = []
    skipped: list[Skipped] = []
    for path in paths:
        try:
            delivery = read_delivery(path, feedback)
        except Cancelled:
            raise
        except DinamisError as error:
            skipped.append(Skipped(path, error))
            continue
        products += delivery.products
        rasters += delivery.rasters
        skipped += delivery.skipped
    groups = (*pair(products), *((raster,) for raster in rasters))
    if not groups and skipped:
        raise skipped[0].error
    return Found(groups, tuple(skipped))


def open_groups(
    groups: Sequence[Group],
    composition: str,
    feedback: TaskFeedback,
    relief: Relief = FLAT,
    same_contrast: bool = False,
) -> Opening:
    """A group opens whole or not at all; one that fails does not keep the others back. ``relief`` is for images in
    sensor geometry; ``same_contrast`` draws all that are alike between the same values."""
    opened, failed = [], []
    known = _common_looks(groups, composition, feedback) if same_contrast else {}
    for number, group in enumerate(groups):
        feedback.check()
        try:
            fit_first = sorted(group, key=lambda image: not has_composition(image, composition))
            layers = tuple(
                build_layer(image, composition, feedback, relief, known.get(image.path)) for image in fit_first
            )
            opened.append(Opened(group, layers, _thumbnail(group[0]), tuple(extras(group[0]))))
        except Cancelled:
            raise
        except DinamisError as error:
            failed.append(Skipped(group[0].path, error))
        feedback.setProgress(100.0 * (number + 1) / len(groups))
    if failed and not opened and len(failed) == 1:
        raise failed[0].error
    for each in opened:  # only now: what is dropped on the way is dropped in its own thread
        for layer in (*each.layers, *each.extras):
            hand_over(layer)
    return Opening(tuple(opened), tuple(failed))


def _common_looks(groups: Sequence[Group], composition: str, feedback: TaskFeedback) -> dict[str, Look]:
    """Of what can be opened: an image that cannot be is told by itself."""
    images = [image for group in groups if refusal(group) is None for image in group]
    return common_looks(images, composition, feedback)


def describe(paths: Sequence[str], feedback: TaskFeedback) -> list[tuple[Group, QImage | None]]:
    """What the given paths hold, without a layer; a path that holds nothing is left out."""
    described = []
    for path in paths:
        try:
            found = find([path], feedback)
        except Cancelled:
            raise
        except DinamisError:
            continue
        described += [(group, _thumbnail(group[0])) for group in found.groups]
    return described


def recall(paths: Sequence[str], feedback: TaskFeedback) -> list[tuple[Group, QImage | None]]:
    """Products that a project holds, described again; one that is not there (a disk that is absent) is left out."""
    images: list[Product] = []
    for path in paths:
        try:
            delivery = read_delivery(path, feedback)
        except Cancelled:
            raise
        except DinamisError:
            continue
        images += [image for image in (*delivery.products, *delivery.rasters) if image.path == path]
    return [(group, _thumbnail(group[0])) for group in pair(images)]


def has_composition(image: Product, composition: str) -> bool:
    return numbers_of(image.bands, COMPOSITIONS[composition]) is not None


def looks(group: Group, composition: str, feedback: TaskFeedback) -> tuple[Look, ...]:
    """How each image of a group is to be drawn in another composition."""
    return tuple(look_of(image, composition, feedback) for image in group)


def refusal(group: Group) -> DinamisError | None:
    """Why a group cannot be opened, known before trying."""
    for image in group:
        if image.level == "primary" and image.geotransform is None and image.model is None:
            return UnsupportedProduct(image.path, "sensor")
        if image.tiles and all(tile.missing for tile in image.tiles):
            return InvalidProduct(image.path, "all its tiles are missing", "Data_Files")
    return None


def missing_tiles(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for image in group for name in image.missing_tiles))


def size_of(group: Group) -> int:
    return sum(tile.size for image in group for tile in image.tiles)


def _thumbnail(image: Product) -> QImage | None:
    path = image.icon or image.preview
    if not path:
        return None
    try:
        picture = QImage.fromData(QByteArray(read_bytes(path, _PICTURE_BYTES)))
    except InvalidProduct:
        return None
    if picture.isNull():
        return None
    return picture.scaled(_THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
