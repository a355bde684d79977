# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of a catalogue's row, and what keeps it from being stored."""

from __future__ import annotations

from ...core.connection import FOLDER
from ...domain.accounts import origin
from ...domain.catalogues.registry import TILES, CatalogueRow
from ...domain.catalogues.values import web_address
from ...domain.public_url import public_url
from ...translation import tr

FILES = ("items", FOLDER)  # kinds whose address is a path
KINDS = ("address", "stac", "static", "items", FOLDER, "openspot", TILES)


def kind_title(kind: str) -> str:
    return {
        "address": tr("STAC, API or files (its address tells)"),
        "stac": tr("STAC API"),
        "static": tr("Static STAC catalogue"),
        "items": tr("STAC file (ItemCollection)"),
        FOLDER: tr("Folder of products"),
        "openspot": tr("OpenSPOT"),
        TILES: tr("Yearly backdrops (WMTS)"),
    }.get(kind, kind)


def auth_title(auth: str) -> str:
    return {
        "": tr("none"),
        "teledetection": tr("account or pair of keys; its files are signed"),
        "api-key": tr("API key, for its files"),
        "api-key-on-search": tr("API key, for all that it is asked"),
        "form": tr("form of the service, at each download"),
    }.get(auth, auth)


def dialect_title(dialect: str) -> str:
    return {"": tr("as specified"), "geodes": "GEODES (CNES)", "hydroweb": "hydroweb.next (CNES)"}.get(dialect, dialect)


def verified_words(row: CatalogueRow, shipped: CatalogueRow | None) -> str:
    """What the row rests on; of another address than the shipped one, nothing that was shipped is known."""
    if shipped is None:
        return row.verified or tr("Added by you: nothing is known of it but its tests.")
    if row.url != shipped.url:
        return tr("You changed its address: only its tests tell of it. As shipped ({address}): {verified}").format(
            address=public_url(shipped.url), verified=shipped.verified
        )
    return row.verified


def row_problem(row: CatalogueRow) -> str:
    """Why the row cannot be stored, with the remedy; "" when it can."""
    if row.kind in FILES:
        return "" if row.url.strip() else tr("“{}” has no file or folder: choose one.").format(row.title)
    if not web_address(row.url.strip(), ""):
        return tr("“{}” needs an address that begins with https:// or http://.").format(row.title)
    if row.signing and not origin(row.signing):
        return tr("The signing service of “{}” needs an address that begins with https://.").format(row.title)
    for address in (row.url, row.signing, row.key_page):
        if public_url(address) != address:
            return tr(
                "The address of “{}” holds a password or a key, which would lie in a file that others may read: remove "
                "it from the address."
            ).format(row.title)
    return ""
