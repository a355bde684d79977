# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel's pages are given. ``iface`` stops at ``plugin.py``: pages get a canvas, a message bar, callables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

from qgis.core import QgsMapLayer
from qgis.gui import QgsMapCanvas

from ..core.downloads import DownloadQueue
from ..core.ledger import Ledger
from ..core.library import Library
from ..core.library_file import LibraryFile
from ..core.selection import TickedScenes
from ..core.zone import Zone, ZoneHolder
from .notices import Notices


@dataclass(frozen=True)
class PanelContext:
    canvas: QgsMapCanvas
    notices: Notices
    zones: ZoneHolder
    ticked: TickedScenes
    active_layer: Callable[[], QgsMapLayer | None]
    select_layer: Callable[[QgsMapLayer], None]  # make it the active layer
    show_page: Callable[[str], None]  # "search" | "request" | "images"
    show_status: Callable[[str], None] = lambda _text: None  # the main window's status bar; "" clears it
    show_options: Callable[[str], None] = lambda _section: None  # QGIS's Options, at a section of gui/options
    open_paths: Callable[[Sequence[str]], None] = lambda _paths: None  # products of this machine, in « My images »
    assemble_paths: Callable[[Sequence[str]], None] = lambda _paths: None  # products of this machine as one image
    territory: Callable[[], Zone | None] = lambda: None  # « My territory », the invented one while that stands in
    downloads: DownloadQueue = field(default_factory=lambda: DownloadQueue(Path()))  # on the disk once it is opened
    library: Library = field(default_factory=lambda: Library(LibraryFile(Path())))  # of the profile, in the panel
    ledger: Ledger = field(default_factory=Ledger)  # the register of requests
