# SPDX-License-Identifier: GPL-2.0-or-later
"""What to tell a person about a product that cannot be opened."""

from __future__ import annotations

from typing import Callable

from ..domain import errors
from ..translation import tr
from .error_names import file_of


def _invalid_product(error: errors.InvalidProduct) -> str:
    return tr(
        "The description of the product {file} is broken or incomplete ({reason}): nothing was opened; ask for the "
        "product again, or open its image file directly."
    ).format(file=file_of(error), reason=" ".join(filter(None, (error.key, error.reason))))


def _unsupported_product(error: errors.UnsupportedProduct) -> str:
    file = file_of(error)
    reasons = {
        "sensor": tr(
            "{file} is a Primary product (sensor geometry) whose model (RPC) is missing: ask for the whole delivery, "
            "nothing else places it on the map."
        ),
        "tar": tr("{file} is compressed in a way that cannot be read in place: unpack it first, then open its folder."),
        "mission": tr("{file} comes from another satellite ({mission}): open its image file directly."),
        "no_band": tr("{file} lacks the bands of this composition: choose another one."),
        "no_pan": tr("{file} comes without the panchromatic image to pansharpen with: open it without pansharpening."),
        "several": tr("{file} holds several products: give the DIM_….XML file of the one that you want."),
    }
    return reasons[error.reason].format(file=file, mission=error.key)


def _no_product(error: errors.NoProduct) -> str:
    return tr(
        "No product was found in {file}: choose the folder or the zip of a delivery, its DIM_….XML file, or an image."
    ).format(file=file_of(error))


WORDS: dict[type, Callable[..., str]] = {
    errors.InvalidProduct: _invalid_product,
    errors.UnsupportedProduct: _unsupported_product,
    errors.NoProduct: _no_product,
}
