# SPDX-License-Identifier: GPL-2.0-or-later
"""Checksums as the STAC file extension writes them (multihash): kind, length, digest; hexadecimal.

https://github.com/multiformats/multicodec/blob/master/table.csv
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

_KINDS = {
    0x11: "sha1", 0x12: "sha256", 0x13: "sha512", 0x14: "sha3_512", 0x15: "sha3_384", 0x16: "sha3_256",
    0x17: "sha3_224", 0x20: "sha384", 0xD5: "md5", 0x1013: "sha224",
}  # fmt: skip


MD5 = "d50110"  # before the digest: the kind and its length
_ETAG_MD5 = re.compile(r'"([0-9a-fA-F]{32})"')


def etag_md5(headers: Mapping[str, str]) -> str:
    """The MD5 that S3 gives as ETag of what came there in one piece and is not encrypted with a key of its own; ``""``
    elsewhere: an ETag may be anything. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html"""
    said = _ETAG_MD5.fullmatch(headers.get("ETag", ""))
    own_key = "x-amz-server-side-encryption-customer-algorithm" in headers
    by_key = headers.get("x-amz-server-side-encryption", "AES256") != "AES256"
    if said is None or own_key or by_key or "x-amz-request-id" not in headers:
        return ""
    return said[1].lower()


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
