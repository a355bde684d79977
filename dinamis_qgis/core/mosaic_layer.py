# SPDX-License-Identifier: GPL-2.0-or-later
"""A mosaic from its images to its layer, which carries dates, credit and licence. For a task."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import QgsRasterLayer

from ..translation import tr
from .completion import Completion, tell_completed
from .mosaic import Mosaic, Recipe, assemble, looks, write
from .mosaic_words import days_of, doubts, note_path, write_note
from .overviews import missing_size
from .product import Group, Product
from .products import PATH_PROPERTY, hand_over, open_styled
from .rasters import SUFFIXES, read_any
from .story import story_of
from .task import TaskFeedback

MOSAIC = "dinamis/mosaic"  # of a layer: it was assembled here


@dataclass(frozen=True)
class Order:
    """What a person asks for. ``groups``: the images, in the order of their list. ``recipient`` is a sentence on who
    receives the file, or ``""``."""

    recipe: Recipe
    out: Path
    name: str  # of the layer
    groups: tuple[Group, ...]
    recipient: str = ""


@dataclass(frozen=True)
class Assembled:
    """``image`` is the result as an image of its own; ``layer`` belongs to the main thread."""

    layer: QgsRasterLayer
    image: Product
    mosaic: Mosaic
    out: Path
    is_slow: bool = False  # it is virtual, and some of its images have no overviews

    @property
    def is_listed(self) -> bool:
        """Whether it is found again among the images when the project is opened: a virtual one is a layer only."""
        return self.out.suffix.lower() in SUFFIXES


def make(order: Order, feedback: TaskFeedback) -> Assembled:
    """Raises as :func:`~.mosaic.assemble` and :func:`~.mosaic.write`."""
    mosaic = assemble(order.groups, order.recipe, feedback)
    look = looks(mosaic, feedback)
    write(mosaic, order.out, feedback)
    write_note(mosaic, order.out, order.recipient)
    layer = open_styled(str(order.out), order.name, look)
    image = image_of(mosaic, order.out)
    tell_mosaic(layer, mosaic, image, order.out)
    is_slow = order.out.suffix.lower() == ".vrt" and missing_size(mosaic.products) > 0
    made = Assembled(layer, image, mosaic, order.out, is_slow)
    if made.is_listed:
        layer.setCustomProperty(PATH_PROPERTY, image.path)
    hand_over(layer)
    return made


def tell_mosaic(layer: QgsRasterLayer, mosaic: Mosaic, image: Product, out: Path) -> None:
    """Dates, credit and licence, and what it is made of; ``image`` is :func:`image_of` it."""
    days = {moment.date() for moment in mosaic.acquisitions}
    said = Completion(days.pop() if len(days) == 1 else None, image.credit, image.licence)
    tell_completed(layer, image, said)
    _tell_what_it_is(layer, mosaic, out)
    layer.setCustomProperty(MOSAIC, True)


def image_of(mosaic: Mosaic, out: Path) -> Product:
    return replace(
        read_any(out.absolute().as_posix()),
        acquisitions=mosaic.acquisitions,
        credit=mosaic.credit,
        licence=" ; ".join(mosaic.licences),
    )


def _tell_what_it_is(layer: QgsRasterLayer, mosaic: Mosaic, out: Path) -> None:
    lines = [
        (tr("Made of"), " ; ".join(one.laid.part.name for one in mosaic.images)),
        (tr("Date"), days_of(mosaic)),
        (tr("Credit line"), mosaic.credit or tr("unknown")),
        (tr("Licence"), " ; ".join(mosaic.licences) or tr("unknown")),
        (tr("Text to hand over with it"), str(note_path(out))),
    ]
    said = [tr("{label}: {value}").format(label=label, value=value) for label, value in lines]
    abstract = "\n".join([*said, *doubts(mosaic)])
    metadata = layer.metadata()
    metadata.setAbstract(abstract)
    layer.setMetadata(metadata)
    story_of(layer).setAbstract(abstract)
