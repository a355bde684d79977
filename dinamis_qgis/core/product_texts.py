# SPDX-License-Identifier: GPL-2.0-or-later
"""What a product says of itself: for a person (name, abstract, credit) and for a program (a dict for JSON)."""

from __future__ import annotations

import re
from typing import Any, Union

from ..translation import tr
from .credits import credit_for, licence_for
from .dimap import DimapProduct
from .numbers import format_date, format_number, format_percent
from .rasters import BareRaster
from .words import level_name, mission_name

Image = Union[DimapProduct, BareRaster]
_OWNERS = re.compile(r"CNES|AIRBUS|ASTRIUM|SPOT ?IMAGE|\bADS\b|\bIGN\b|^\W*NA\W*$", re.IGNORECASE)


def mission_of(image: Image) -> str:
    return image.mission if isinstance(image, DimapProduct) else image.name.mission


def mode_of(image: Image) -> str:
    return image.spectral_mode if isinstance(image, DimapProduct) else image.name.spectral_mode


def level_of(image: Image) -> str:
    return image.level if isinstance(image, DimapProduct) else image.name.level


def credit_of(image: Image) -> str:
    """The licence's wording for the mission, else the product's own copyright, else ``""``.

    A product with a licence of its own and a copyright that names none of the missions' owners is somebody else's work
    (derived, synthetic): its copyright stands alone.
    """
    own = image.copyright if isinstance(image, DimapProduct) else ""
    if own and image.licence and not _OWNERS.search(own):
        return own
    return credit_for(mission_of(image), image.acquired) or own


def licence_of(image: Image) -> str:
    """What the product names, else the licence under which DINAMIS delivers this mission, else ``""``."""
    own = image.licence if isinstance(image, DimapProduct) else ""
    return own or licence_for(mission_of(image))


def layer_name(image: Image) -> str:
    """``Pléiades 1B, 14 juil. 2022, PMS``; the file's name for a raster that says nothing."""
    if not mission_of(image):
        return image.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    parts = [mission_name(mission_of(image))]
    if image.acquired is not None:
        parts.append(format_date(image.acquired))
    if mode_of(image):
        parts.append(mode_of(image))
    return ", ".join(parts)


def abstract_of(image: Image) -> str:
    """One fact a line."""
    if not mission_of(image):
        return tr("Raster of another maker: neither its date nor its credit is known.")
    lines = [
        (tr("Acquired"), f"{image.acquired:%Y-%m-%d %H:%M:%S} UTC" if image.acquired else tr("unknown")),
        (tr("Mission"), mission_name(mission_of(image))),
        (tr("Spectral mode"), mode_of(image) or tr("unknown")),
        (tr("Level"), level_name(level_of(image))),
        (tr("Resolution"), metres(image.gsd)),
    ]
    if isinstance(image, DimapProduct):
        lines += [
            (tr("Radiometry"), image.radiometry or tr("unknown")),
            (tr("Cloud cover"), format_percent(image.cloud_cover)),
            (tr("Incidence"), degrees(image.incidence)),
            (tr("Off-nadir angle"), degrees(image.off_nadir)),
            (tr("Bands"), ", ".join(f"{band.role or '?'} ({band.id or '?'})" for band in image.bands)),
            (tr("Producer"), image.producer or tr("unknown")),
            (tr("Product"), image.name),
        ]
        if image.copyright:
            lines.append((tr("The product says"), image.copyright))
        if image.missing_tiles:
            lines.append((tr("Missing tiles"), ", ".join(image.missing_tiles)))
    return "\n".join(tr("{label}: {value}").format(label=label, value=value) for label, value in lines)


def metres(value: float | None) -> str:
    return tr("unknown") if value is None else tr("{} m").format(format_number(value, 2)).replace(" ", "\u00a0")


def degrees(value: float | None) -> str:
    return tr("unknown") if value is None else tr("{}°").format(format_number(value, 1))


def facts(image: Image) -> dict[str, Any]:
    """For JSON: names of the footprint fields where they say the same, units as there. Unknown is null."""
    common = {
        "path": image.path,
        "mission": mission_of(image) or None,
        "acquired": image.acquired.isoformat().replace("+00:00", "Z") if image.acquired else None,
        "level": level_of(image) or None,
        "spectral_mode": mode_of(image) or None,
        "gsd": image.gsd,
        "width": image.columns,
        "height": image.rows,
        "crs": image.crs or None,
        "nodata": image.nodata,
        "bands": [
            {
                "number": band.number,
                "id": band.id,
                "role": band.role or None,
                "wavelengths_nm": band.wavelengths,
                "gain": band.gain,
                "bias": band.bias,
            }
            for band in image.bands
        ],
        "credit": credit_of(image) or None,
        "licence": licence_of(image) or None,
    }
    return {**common, **_dimap_facts(image)} if isinstance(image, DimapProduct) else common


def _dimap_facts(product: DimapProduct) -> dict[str, Any]:
    return {
        "name": product.name,
        "radiometry": product.radiometry or None,
        "cloud_cover": product.cloud_cover,
        "incidence": product.incidence,
        "off_nadir": product.off_nadir,
        "sun_elevation": product.sun_elevation,
        "saturation": product.saturation,
        "value_bits": product.value_bits,
        "surface_km2": product.surface_km2,
        "missing_tiles": list(product.missing_tiles),
        "producer": product.producer or None,
        "copyright": product.copyright or None,
    }
