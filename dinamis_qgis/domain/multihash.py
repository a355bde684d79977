# SPDX-License-Identifier: GPL-2.0-or-later
"""Checksums as the STAC file extension writes them (multihash): kind, length, digest; hexadecimal.

https://github.com/multiformats/multicodec/blob/master/table.csv
"""

from __future__ import annotations

import hashlib
from typing import Any

_KINDS = {
    0x11: "sha1", 0x12: "sha256", 0x13: "sha512", 0x14: "sha3_512", 0x15: "sha3_384", 0x16: "sha3_256",
    0x17: "sha3_224", 0x20: "sha384", 0xD5: "md5", 0x1013: "sha224",
}  # fmt: skip


def hasher(checksum: str) -> tuple[Any, bytes] | None:
    """A fresh hash object and the digest that it must come to; None where the kind is unknown or the text is none."""
    try:
        kind, rest = _varint(bytes.fromhex(checksum))
        length, digest = _varint(rest)
    except (ValueError, IndexError):
        return None
    name = _KINDS.get(kind)
    if name is None:
        return None
    counted = hashlib.new(name, usedforsecurity=False)
    return (counted, digest) if len(digest) == length == counted.digest_size else None


def _varint(content: bytes) -> tuple[int, bytes]:
    """Seven bits a byte, least significant first; the high bit says that more follow."""
    value = 0
    for place in range(9):
        value |= (content[place] & 0x7F) << (7 * place)
        if content[place] < 0x80:
            return value, content[place + 1 :]
    raise ValueError("no number")
