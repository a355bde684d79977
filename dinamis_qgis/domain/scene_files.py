# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the files of a scene go in its folder."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from .errors import NotWritable
from .filenames import safe_name
from .scene import Asset, Scene

_PICTURES = {"thumbnail", "overview"}
_SUFFIX = {
    "image/tiff": ".tif", "image/jp2": ".jp2", "image/jpeg": ".jpg", "image/png": ".png", "application/json": ".json",
    "application/geo+json": ".geojson", "application/xml": ".xml", "text/xml": ".xml", "application/zip": ".zip",
}  # fmt: skip


def layout(scene: Scene) -> dict[str, tuple[Asset, PurePosixPath]]:
    """By the key of its asset, each file of the scene and its place in the scene's folder.

    Files keep the names and the folders below the deepest one that they share: a DIMAP's XML names its tiles and
    masks by relative paths. A picture that lies elsewhere goes to the top. The same file is there once.
    """
    whole = [asset for asset in scene.assets if not _PICTURES & set(asset.roles)] or list(scene.assets)
    root = _common([_folder(asset) for asset in whole])
    placed: dict[str, tuple[Asset, PurePosixPath]] = {}
    by_href: dict[str, PurePosixPath] = {}
    taken: set[str] = set()
    for asset in scene.assets:
        if asset.href not in by_href:
            by_href[asset.href] = _free(_below(asset, root), taken)
            placed[asset.key] = (asset, by_href[asset.href])
    return placed


def chosen(scene: Scene, wanted: Iterable[str]) -> list[tuple[Asset, PurePosixPath]]:
    """The files that ``wanted`` names by key or by role; all of them where it names nothing."""
    names = set(wanted)
    here = layout(scene)
    if not names:
        return list(here.values())
    hrefs = {asset.href for asset in scene.assets if asset.key in names or names & set(asset.roles)}
    return [(asset, place) for asset, place in here.values() if asset.href in hrefs]


def is_downloadable(scene: Scene) -> bool:
    """Whether the catalogue gives more of it than pictures to look at."""
    return any(not _PICTURES & set(asset.roles) for asset in scene.assets)


def size_of_scene(scene: Scene, wanted: Iterable[str] = ()) -> int | None:
    """Bytes of the files that ``wanted`` names; None where one does not say its own."""
    sizes = [asset.size for asset, _place in chosen(scene, wanted)]
    return sum(size or 0 for size in sizes) if sizes and None not in sizes else None


def inside(folder: Path, place: PurePosixPath) -> Path:
    """``place`` in ``folder``, whose parents are made. :class:`NotWritable` where a link would lead out of it."""
    target = folder.joinpath(*place.parts)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if folder.resolve() not in (target.parent.resolve(), *target.parent.resolve().parents):
            raise NotWritable(str(target), "a link leads out of the folder")
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead to one another
        raise NotWritable(str(folder), _reason(error)) from error
    return target


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _path(asset: Asset) -> tuple[str, str]:
    """Where the file is served, and its path there with ``/`` between folders."""
    if not asset.href.lower().startswith(("http://", "https://")):
        return "", asset.href.replace("\\", "/")
    try:
        parts = urlsplit(asset.href)
    except ValueError:  # an address that is none: told when it is asked
        return "", ""
    return parts.netloc, parts.path


def _folder(asset: Asset) -> tuple[str, ...]:
    host, path = _path(asset)
    return (host, *PurePosixPath(posixpath.normpath(f"/{path}")).parent.parts)


def _common(folders: list[tuple[str, ...]]) -> tuple[str, ...]:
    shared: list[str] = []
    for names in zip(*folders):
        if len(set(names)) > 1:
            break
        shared.append(names[0])
    return tuple(shared)


def _below(asset: Asset, root: tuple[str, ...]) -> PurePosixPath:
    """A file that is not below ``root``, or whose root is a whole service, goes to the top."""
    folder = _folder(asset)
    below = folder[len(root) :] if len(root) > 2 and folder[: len(root)] == root else ()
    return PurePosixPath(*(safe_name(unquote(name)) for name in below), _name(asset))


def _name(asset: Asset) -> str:
    """The last part of the address; where that is no file's name (``…/download?id=7``), the key of the asset."""
    name = _path(asset)[1].rstrip("/").rpartition("/")[2]
    name = unquote(name) if asset.href.lower().startswith("http") else name
    if not PurePosixPath(name).suffix:
        name = f"{asset.key or name}{_SUFFIX.get(asset.media_type.partition(';')[0].strip(), '')}"
    return safe_name(name)


def _free(place: PurePosixPath, taken: set[str]) -> PurePosixPath:
    name, number = place, 1
    while str(name).lower() in taken:
        number += 1
        name = place.with_name(f"{place.stem}_{number}{place.suffix}")
    taken.add(str(name).lower())
    return name
