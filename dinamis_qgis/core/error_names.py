# SPDX-License-Identifier: GPL-2.0-or-later
"""What a sentence calls the service or the file that an error is about."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from ..domain import errors


def host_of(error: errors.ServiceError) -> str:
    try:
        host = urlsplit(error.url).hostname
    except ValueError:  # what was given for an address is none
        host = None
    return host or Path(error.url).name or error.url


def file_of(error: errors.InvalidFile) -> str:
    return Path(error.path).name or error.path
