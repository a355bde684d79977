# SPDX-License-Identifier: GPL-2.0-or-later
"""Size and checksum of a file where a service says them in words, as GEODES (CNES) does in an asset's description:
``File size: 18684 bytes … Checksum MD5: 1003ae6b1edf05adf7c46cb759ffeaec``."""

from __future__ import annotations

import re

from ..multihash import MD5

_SIZE = re.compile(r"\bfile size: *(\d{1,15}) bytes\b", re.IGNORECASE)
_MD5 = re.compile(r"\bchecksum md5: *([0-9a-f]{32})\b", re.IGNORECASE)


def described(description: str) -> tuple[int | None, str]:
    """Bytes, and a multihash in hexadecimal; None and ``""`` where they are not said."""
    size, md5 = _SIZE.search(description), _MD5.search(description)
    return int(size[1]) if size else None, f"{MD5}{md5[1].lower()}" if md5 else ""
