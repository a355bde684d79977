# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of ours in JSON: whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from .errors import NotWritable


def write_json(path: Path, content: object, indent: int | None = None) -> None:
    """The former file stays until the new one is complete. Raises :class:`NotWritable`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as part:
                json.dump(content, part, ensure_ascii=False, indent=indent)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NotWritable(str(path), error.strerror or type(error).__name__) from error
