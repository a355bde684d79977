# SPDX-License-Identifier: GPL-2.0-or-later
"""What a product says of itself: for a person (name, abstract, credit) and for a program (a dict for JSON)."""

from __future__ import annotations

import re
from typing import Any

from ..translation import tr
from .credits import credit_for, licence_for
from .numbers import format_date, format_number, format_percent
from .product import Placed, Product
from .words import level_name, mission_name

_OWNERS = re.compile(r"CNES|AIRBUS|ASTRIUM|SPOT ?IMAGE|\bADS\b|\bIGN\b|^\W*NA\W*$", re.IGNORECASE)


def credit_of(image: Product) -> str:
    """The licence's wording for the mission, else the product's own copyright, else ``""``.

    A product with a licence of its own and a copyright that names none of the missions' owners is somebody else's work
    (derived, synthetic): its copyright stands alone.
    """
    if image.credit:
        return image.credit
    own = image.copyright
    if own and image.licence and not _OWNERS.search(own):
        return own
    return credit_for(image.mission, image.acquired) or own


def licence_of(image: Product) -> str:
    """What the product names, else the licence under which DINAMIS delivers this mission, else ``""``."""
    return image.licence or licence_for(image.mission)


def layer_name(image: Product) -> str:
    """``Pléiades 1B, 14 juil. 2022, PMS``; the file's name for a raster that says nothing."""
    return ", ".join(filter(None, (group_name(image), image.spectral_mode)))


def group_name(image: Product) -> str:
    """As :func:`layer_name`, for all the images of one acquisition."""
    if not image.mission:
        return image.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    day = format_date(image.acquired) if image.acquired is not None else ""
    return ", ".join(filter(None, (mission_name(image.mission), day)))


def abstract_of(image: Product) -> str:
    """One fact a line."""
    unit = (tr("Unit"), image.value_unit)
    if not image.mission:
        said = _abstract_of_stranger(image)
        return "\n".join((said, _line(*unit))) if image.value_unit else said
    lines = [
        (tr("Acquired"), f"{image.acquired:%Y-%m-%d %H:%M:%S} UTC" if image.acquired else tr("unknown")),
        (tr("Mission"), mission_name(image.mission)),
        (tr("Spectral mode"), image.spectral_mode or tr("unknown")),
        (tr("Level"), level_name(image.level)),
        (tr("Resolution"), metres(image.gsd)),
    ]
    lines += [line for line in (*_described(image), unit) if line[1]]
    if image.missing_tiles:
        lines.append((tr("Missing tiles"), ", ".join(image.missing_tiles)))
    if image.placed is not None:
        lines.append((tr("Placing"), placing_of(image.placed)))
    if masks_in_pixels(image):
        lines.append((tr("Quality masks"), tr("delivered in the image's own pixels: not laid on the map")))
    return "\n".join(_line(label, value) for label, value in lines)


def masks_in_pixels(image: Product) -> bool:
    """Those of an image in sensor geometry: no source says how they count rows and columns."""
    return image.geotransform is None and bool(image.masks)


def _line(label: str, value: str) -> str:
    return tr("{label}: {value}").format(label=label, value=value)


def _described(image: Product) -> list[tuple[str, str]]:
    if image.kind in ("geotiff", "jp2"):
        return []
    return [
        (tr("Radiometry"), image.radiometry or tr("unknown")),
        (tr("Cloud cover"), format_percent(image.cloud_cover)),
        (tr("Snow cover"), "" if image.snow_cover is None else format_percent(image.snow_cover)),
        (tr("Incidence"), degrees(image.incidence)),
        (tr("Off-nadir angle"), degrees(image.off_nadir)),
        (tr("Bands"), ", ".join(f"{band.role or '?'} ({band.id or '?'})" for band in image.bands)),
        (tr("Producer"), image.producer or tr("unknown")),
        (tr("Product"), image.name),
        (tr("The product says"), image.copyright),
    ]


def _abstract_of_stranger(image: Product) -> str:
    if not (image.acquisitions or image.credit or image.licence):
        return tr("Raster of another maker: neither its date nor its credit is known.")
    day = format_date(image.acquired) if image.acquired else tr("unknown")
    lines = [
        tr("Raster of another maker; what follows was filled in by hand."),
        *(
            _line(label, value or tr("unknown"))
            for label, value in ((tr("Date"), day), (tr("Credit line"), image.credit), (tr("Licence"), image.licence))
        ),
    ]
    return "\n".join(lines)


def placing_of(placed: Placed) -> str:
    """What laid a Primary image on the map, in words: for its layer."""
    if placed.method == "corners":
        return tr("by its corners alone, may be off by hundreds of metres: not an orthorectified image")
    if placed.relief:
        return tr(
            "by its model (RPC) on the terrain model “{name}”, heights raised by {height} m: not a delivered Ortho"
        ).format(name=placed.relief, height=format_number(placed.height, 0))
    return tr(
        "by its model (RPC) at a constant height of {} m above the ellipsoid, may be off by several metres: not a "
        "delivered Ortho"
    ).format(format_number(placed.height, 0))


def metres(value: float | None) -> str:
    return tr("unknown") if value is None else tr("{} m").format(format_number(value, 2)).replace(" ", "\u00a0")


def degrees(value: float | None) -> str:
    return tr("unknown") if value is None else tr("{}°").format(format_number(value, 1))


def facts(image: Product) -> dict[str, Any]:
    """For JSON: names of the footprint fields where they say the same, units as there. Unknown is null."""
    common = {
        "path": image.path,
        "mission": image.mission or None,
        "acquired": image.acquired.isoformat().replace("+00:00", "Z") if image.acquired else None,
        "level": image.level or None,
        "spectral_mode": image.spectral_mode or None,
        "product_type": image.kind,
        "gsd": image.gsd,
        "width": image.columns,
        "height": image.rows,
        "crs": image.crs or None,
        "nodata": image.nodata,
        "value_unit": image.value_unit or None,
        "bands": [
            {
                "number": band.number,
                "id": band.id,
                "role": band.role or None,
                "wavelengths_nm": band.wavelengths,
                "gain": band.gain,
                "bias": band.bias,
                "unit": band.unit or None,
            }
            for band in image.bands
        ],
        "credit": credit_of(image) or None,
        "licence": licence_of(image) or None,
    }
    return common if image.kind in ("geotiff", "jp2") else {**common, **_described_facts(image)}


def _described_facts(product: Product) -> dict[str, Any]:
    return {
        "name": product.name,
        "radiometry": product.radiometry or None,
        "cloud_cover": product.cloud_cover,
        "snow_cover": product.snow_cover,
        "incidence": product.incidence,
        "off_nadir": product.off_nadir,
        "sun_elevation": product.sun_elevation,
        "sun_azimuth": product.sun_azimuth,
        "saturation": product.saturation,
        "value_bits": product.value_bits,
        "surface_km2": product.surface_km2,
        "masks": [mask.kind for mask in product.masks],
        "missing_tiles": list(product.missing_tiles),
        "producer": product.producer or None,
        "copyright": product.copyright or None,
    }
