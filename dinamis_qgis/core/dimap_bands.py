# SPDX-License-Identifier: GPL-2.0-or-later
"""Which band of the file holds which colour: read in the product's XML, never assumed.

GDAL's DIMAP driver attaches ``BAND_ID`` B0 to the file's first band while its pixels are B2 (red): so gains and
wavelengths are read here, by ``BAND_ID``.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.errors import InvalidProduct
from .xml_tree import Element

_ROLE_OF_ID = {
    "B0": "B", "B1": "G", "B2": "R", "B3": "NIR", "P": "P", "PAN": "P",
    "R": "R", "G": "G", "B": "B", "NIR": "NIR", "N": "NIR", "RE": "RE", "DB": "DB",
}  # fmt: skip
_CHANNELS = ("RED_CHANNEL", "GREEN_CHANNEL", "BLUE_CHANNEL", "ALPHA_CHANNEL")
_NANOMETRES = {"micrometers": 1000.0, "micrometer": 1000.0, "nanometers": 1.0, "nanometer": 1.0}


@dataclass(frozen=True)
class Band:
    """A band of the file. ``number`` counts from 1 through all groups of files, as GDAL does.

    ``role``: R, G, B, NIR, RE, DB, SWIR, P, or "" when the XML does not tell. Wavelengths in nm. Radiance is
    ``value / gain + bias``, in ``unit`` as the maker writes it (watt/m2/steradians/micrometers).
    """

    number: int
    id: str
    role: str
    wavelengths: tuple[float, float] | None = None
    gain: float | None = None
    bias: float | None = None
    unit: str = ""


def read_bands(root: Element, count: int, path: str) -> tuple[Band, ...]:
    """``count`` bands in the file's order. Raises :class:`InvalidProduct` when the XML contradicts itself."""
    ids = _ids_in_file_order(root, count, path)
    spectral = {item.text_of("BAND_ID"): item for item in root.walk("Band_Spectral_Range")}
    radiance = {item.text_of("BAND_ID"): item for item in root.walk("Band_Radiance")}
    bands = []
    for number, band_id in enumerate(ids, 1):
        wavelengths = _wavelengths(spectral.get(band_id))
        gain = radiance.get(band_id)
        bands.append(
            Band(
                number,
                band_id,
                _role(band_id, wavelengths),
                wavelengths,
                number_in(gain, "GAIN") if gain is not None else None,
                number_in(gain, "BIAS") if gain is not None else None,
                gain.text_of("MEASURE_UNIT") if gain is not None else "",
            )
        )
    return tuple(bands)


def numbers_of(bands: tuple[Band, ...], roles: tuple[str, ...]) -> tuple[int, ...] | None:
    """The file's band numbers for these roles, or None where one is absent."""
    by_role = {band.role: band.number for band in reversed(bands)}
    found = tuple(by_role[role] for role in roles if role in by_role)
    return found if len(found) == len(roles) else None


def number_in(element: Element, path: str) -> float | None:
    text = element.text_of(path)
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < 1e300 else None  # refuses nan and infinities too


def _ids_in_file_order(root: Element, count: int, path: str) -> list[str]:
    groups = [group for group in root.all("Raster_Data/Data_Access/Data_Files") if group.first("Raster_Display")]
    if groups:  # Pléiades Neo: each group of files says which of its bands is which
        displays = [group.all("Raster_Display")[0] for group in groups]
    else:
        displays = root.all("Raster_Data/Raster_Display")[:1]
    ids: list[str] = []
    for display in displays:
        ids += _indexed(display, path) or _displayed(display)
    if len(displays) == 1 and len(ids) < count:  # e.g. no ALPHA_CHANNEL: the one that is left, when only one is
        named = [item.text_of("BAND_ID") for item in root.walk("Band_Spectral_Range")]
        left = [name for name in dict.fromkeys(named) if name and name not in ids]
        ids += left if len(left) == count - len(ids) else []
    if len(set(ids)) != len(ids) or len(ids) > count:
        raise InvalidProduct(path, f"{count} bands, but {ids} are described", "Raster_Display")
    return ids + [""] * (count - len(ids))


def _indexed(display: Element, path: str) -> list[str]:
    by_index: dict[int, str] = {}
    for item in display.all("Raster_Index_List/Raster_Index"):
        index = number_in(item, "BAND_INDEX")
        if index is None or index != int(index) or int(index) in by_index:
            raise InvalidProduct(path, "band indexes are not numbers, or twice the same", "Raster_Index_List")
        by_index[int(index)] = item.text_of("BAND_ID")
    if sorted(by_index) != list(range(1, len(by_index) + 1)):
        raise InvalidProduct(path, "band indexes have gaps", "Raster_Index_List")
    return [by_index[index] for index in sorted(by_index)]


def _displayed(display: Element) -> list[str]:
    """DIMAP stores bands in their display order: red channel first. A panchromatic one fills all three channels."""
    order = display.first("Band_Display_Order")
    shown = [order.text_of(channel) for channel in _CHANNELS] if order is not None else []
    return list(dict.fromkeys(name for name in shown if name))


def _wavelengths(item: Element | None) -> tuple[float, float] | None:
    if item is None:
        return None
    scale = _NANOMETRES.get(item.text_of("MEASURE_UNIT").lower())
    where = item.first("FWHM") or item
    low, high = number_in(where, "MIN"), number_in(where, "MAX")
    if scale is None or low is None or high is None or not 0 < low < high:
        return None
    return (low * scale, high * scale)


def _role(band_id: str, wavelengths: tuple[float, float] | None) -> str:
    """By name where DIMAP defines it, else by the centre of the band."""
    named = _ROLE_OF_ID.get(band_id.upper())
    if named is not None or wavelengths is None:
        return named or ""
    low, high = wavelengths
    if high - low > 250:
        return "P"
    centre = (low + high) / 2
    limits = ((445, "DB"), (520, "B"), (600, "G"), (700, "R"), (765, "RE"), (1000, "NIR"))
    return next((role for limit, role in limits if centre < limit), "")
