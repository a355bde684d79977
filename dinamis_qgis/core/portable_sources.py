# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers over images of this machine whose source is a virtual raster in full: pansharpened, or with a tile missing.

QGIS would save that text with absolute paths: the project could be neither moved nor opened elsewhere. So it is saved
as a file in ``<project>_dinamis/`` beside the project, with relative paths; anyone's QGIS opens it.
"""

from __future__ import annotations

import logging
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject

from ..domain.errors import NotWritable

_log = logging.getLogger(__name__)
_OURS = "dinamis/"  # custom properties of a layer that was made here
_PROJECTS = (".qgs", ".qgz")


def beside_project(source: str, project: QgsProject) -> str:
    """The file's path, which QGIS makes relative in its turn; ``source`` as it is where this is not called for, or
    nothing can be written. A file that is there is not written again: it is named for what it holds."""
    home = Path(project.fileName())
    if not source.startswith("<VRTDataset") or "/vsicurl" in source or home.suffix.lower() not in _PROJECTS:
        return source
    if not any(layer.source() == source and _is_ours(layer) for layer in project.mapLayers().values()):
        return source
    import hashlib

    from .portable_vrt import write_portable

    name = hashlib.sha256(source.encode("utf-8")).hexdigest()[:16]
    file = home.absolute().with_name(f"{home.stem}_dinamis") / f"{name}.vrt"
    try:
        if not file.exists():
            file.parent.mkdir(exist_ok=True)
            write_portable(source, file)
    except (OSError, NotWritable) as error:
        _log.warning("saved with absolute paths: %s", error)
        return source
    return file.as_posix()


def _is_ours(layer: QgsMapLayer) -> bool:
    return any(name.startswith(_OURS) for name in layer.customPropertyKeys())
