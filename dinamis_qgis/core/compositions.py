# SPDX-License-Identifier: GPL-2.0-or-later
"""The compositions of an image's layer: those that its bands allow, and the one that it shows, in its name. The layer
alone knows them, streamed or not, in a project opened again too.

QGIS's start reads this module: it imports nothing that weighs.
"""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsRasterLayer

from ..translation import tr

NATURAL = ("R", "G", "B")
INFRARED = ("NIR", "R", "G")
PANCHROMATIC = ("P",)
COMPOSITIONS = {"natural": NATURAL, "infrared": INFRARED, "panchromatic": PANCHROMATIC}

_ROLES = "dinamis/bands"  # of a layer: R,G,B,NIR, in its order
_SAID = "dinamis/composition"  # of a layer: the words that its name begins with
_BETWEEN = " · "


def composition_names() -> list[tuple[str, str]]:
    return [
        ("natural", tr("Natural colours")),
        ("infrared", tr("Colour infrared")),
        ("panchromatic", tr("Panchromatic")),
    ]


def tell_roles(layer: QgsMapLayer, roles: tuple[str, ...]) -> None:
    """Of its bands, in their order."""
    if any(roles):
        layer.setCustomProperty(_ROLES, ",".join(roles))


def numbers_in(layer: QgsMapLayer, composition: str) -> tuple[int, ...] | None:
    """The layer's bands for a composition, None where it lacks one."""
    said = str(layer.customProperty(_ROLES) or "").split(",")
    wanted = COMPOSITIONS[composition]
    return tuple(said.index(role) + 1 for role in wanted) if set(wanted) <= set(said) else None


def shown_composition(layer: QgsMapLayer | None) -> str:
    """``""`` where its bands are of none, or are not known."""
    renderer = layer.renderer() if isinstance(layer, QgsRasterLayer) else None
    bands = tuple(renderer.usesBands()) if renderer is not None else ()
    return next((key for key in COMPOSITIONS if bands and numbers_in(layer, key) == bands), "")


def name_composition(layer: QgsMapLayer) -> None:
    """First in its name: the layer tree cuts the end. A name that a person gave stays."""
    former = str(layer.customProperty(_SAID) or "")
    composition = shown_composition(layer)
    if not composition or not layer.name().startswith(former):
        return
    said = dict(composition_names())[composition] + _BETWEEN
    layer.setName(said + bare_name(layer))
    layer.setCustomProperty(_SAID, said)


def bare_name(layer: QgsMapLayer) -> str:
    """Without the composition."""
    former = str(layer.customProperty(_SAID) or "")
    return layer.name()[len(former) :] if layer.name().startswith(former) else layer.name()
