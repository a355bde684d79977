# SPDX-License-Identifier: GPL-2.0-or-later
"""A mosaic in words: what keeps it from being made, what is not in it, and the text that goes with its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Callable

from ..domain.errors import NotWritable
from ..domain.mosaic_errors import CannotAssemble
from ..translation import tr
from .numbers import format_date

if TYPE_CHECKING:
    from .mosaic import Mosaic
    from .product import Product


def _cannot_assemble(error: CannotAssemble) -> str:
    reasons = {
        "nothing": tr("There is no image to assemble: choose one at least."),
        "outside": tr("None of these images lies in the zone: choose other images, or do not cut."),
        "bands": tr(
            "{name} has another number of bands than the other images: leave it out, or choose a composition that all "
            "of them have."
        ),
        "no_crs": tr("Nobody says where {name} lies on Earth: give it a coordinate system (CRS) first."),
        "crs": tr("{name} is not the coordinate system (CRS) of a map: choose another one."),
        "unreachable": tr("{name} cannot be brought into this coordinate system: choose another one, or leave it out."),
        "too_large": tr("These images lie too far apart to be one: assemble those of one region."),
        "streamed": tr(
            "{name} is read over the network, by a link that ends: choose GeoTIFF, or download the image first."
        ),
        "not_raster": tr("{name} is not an image that can be assembled: choose a raster of this machine."),
        "itself": tr("{name} is one of the images to assemble: give the result another name."),
    }
    return reasons[error.reason].format(name=error.name)


WORDS: dict[type, Callable[..., str]] = {CannotAssemble: _cannot_assemble}


def doubts(mosaic: Mosaic) -> list[str]:
    """What a person should know of the result, one sentence each."""
    from .messages import sentence
    from .product_texts import placing_of

    said = [sentence(one.error) for one in mosaic.left_out]
    if mosaic.outside:
        said.append(tr("Outside of the zone, and left out: {}.").format(", ".join(mosaic.outside)))
    if mosaic.missing_tiles:
        said.append(tr("Missing in the delivery, and left empty: {}").format(", ".join(mosaic.missing_tiles)) + ".")
    placed = (one.laid.part.composed.placed for one in mosaic.images)
    said += [tr("Primary image, placed {}.").format(placing_of(how)) for how in placed if how is not None]
    if mosaic.matched:
        said.append(
            tr(
                "Images of several kinds: the values of %n of them were changed so that all look alike (METADATA says "
                "how).",
                "",
                len(mosaic.matched),
            )
        )
    return list(dict.fromkeys(said))


def days_of(mosaic: Mosaic) -> str:
    return ", ".join(dict.fromkeys(format_date(moment) for moment in mosaic.acquisitions)) or tr("unknown")


def note(mosaic: Mosaic, out: Path, recipient: str = "") -> str:
    """The text that goes with the file, for whoever receives it. ``recipient``: what was said of that one."""
    lines = [
        (tr("Image"), out.name),
        (tr("Date"), days_of(mosaic)),
        (tr("Credit line, to be shown wherever the image is"), mosaic.credit or tr("unknown")),
        (tr("Licence"), " ; ".join(mosaic.licences) or tr("unknown")),
        *((tr("What it allows"), said) for said in dict.fromkeys(filter(None, map(terms, mosaic.products)))),
        *(((tr("Recipient"), recipient),) if recipient else ()),
        (tr("Made of"), " ; ".join(one.laid.part.name for one in mosaic.images)),
    ]
    said = [tr("{label}: {value}").format(label=label, value=value) for label, value in lines]
    return "\n".join([*said, *doubts(mosaic)]) + "\n"


def terms(image: Product) -> str:
    """Of the licence under which DINAMIS delivers it, with its source; "" for a licence of the product's own."""
    from .access_words import access_of
    from .product_scene import scene_of

    if image.licence or not image.mission:
        return ""
    access = access_of(scene_of(image, ""))
    return " ".join(filter(None, (access.summary, access.source, access.page)))


def note_path(out: Path) -> Path:
    return out.with_name(f"{out.name}.txt")


def write_note(mosaic: Mosaic, out: Path, recipient: str = "") -> None:
    """Beside the result, readable in Windows' own editor. Raises :class:`NotWritable`."""
    path = note_path(out)
    try:
        path.write_text(note(mosaic, out, recipient), encoding="utf-8-sig", newline="\r\n")
    except OSError as error:
        raise NotWritable(str(path), error.strerror or str(error)) from error
