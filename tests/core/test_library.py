# SPDX-License-Identifier: GPL-2.0-or-later
"""The library on real files: what is indexed, what is not read again, what stays, and what is refused."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer
from shapely.geometry import box

from dinamis_qgis.core import delivery, folder_walk, library_index, library_schema
from dinamis_qgis.core.delivery import read_delivery
from dinamis_qgis.core.holdings import read_holdings
from dinamis_qgis.core.library import Library
from dinamis_qgis.core.library_catalogue import LibraryCatalogue
from dinamis_qgis.core.library_file import LibraryFile
from dinamis_qgis.core.library_index import folder_path, index_folder
from dinamis_qgis.core.library_rows import drop_folder
from dinamis_qgis.core.product_json import product_from_json, product_json
from dinamis_qgis.domain.errors import Busy, Cancelled, InvalidFile, NewerFile, NotFound, NotWritable
from dinamis_qgis.domain.query import SearchQuery
from tests.services.dimap_writer import Image, gradient, write_pleiades, write_spot, zipped

PMS = Image("PHR1B", "PMS", gradient(20, 30), (301_000.0, 6_834_000.0), 0.5)
MS = Image("PHR1A", "MS", gradient(10, 15), (301_000.0, 6_834_000.0), 2.0)
PAN = Image("PHR1A", "P", gradient(40, 60, 1), (301_000.0, 6_834_000.0), 0.5)
SPOT5_DAY = datetime(2018, 5, 3, 10, 40, tzinfo=timezone.utc)


class Feedback:
    """Gives up after so many looks."""

    def __init__(self, looks: int = 10**9):
        self.looks, self.percents = looks, []

    def isCanceled(self) -> bool:
        self.looks -= 1
        return self.looks < 0

    def check(self) -> None:
        if self.isCanceled():
            raise Cancelled

    def setProgress(self, percent: float) -> None:
        self.percents.append(percent)


@pytest.fixture
def library(tmp_path, qgis_app) -> LibraryFile:
    return LibraryFile(tmp_path / "profile" / "library.gpkg", patience=0.3)


@pytest.fixture
def images(tmp_path) -> Path:
    folder = tmp_path / "images"
    write_pleiades(folder / "2022", [PMS])
    write_pleiades(folder / "bundle", [PAN, MS])
    write_spot(folder / "spot", [replace(PMS, satellite="SPOT7", when=SPOT5_DAY)])
    return folder


def index(library, folder, feedback=None):
    return index_folder(library, folder_path(str(folder)), feedback or Feedback())


def held(library, territory=None):
    return read_holdings(library, territory, Feedback())


def tree(folder) -> dict:
    return {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(folder.rglob("*"))}


def names(library) -> list[str]:
    return sorted(Path(path).name for image in held(library).images for path in image.paths)


def test_a_folder_is_indexed_and_left_as_it_was(library, images):
    before = tree(images)
    found = index(library, images)
    assert (found.products, found.skipped, found.unreadable, found.absent) == (4, (), (), False)
    assert tree(images) == before
    rows = held(library).images
    assert len(rows) == 3 and all(row.present for row in rows)
    bundle = next(row for row in rows if len(row.paths) == 2)
    assert [image.spectral_mode for image in bundle.group] == ["MS", "P"]
    assert bundle.group == tuple(read_delivery(path, Feedback()).products[0] for path in bundle.paths)


def test_every_product_comes_back_from_its_json_as_it_was(images, real_data):
    read = [*read_delivery(str(images), Feedback()).products]
    for dim in sorted(real_data.rglob("DIM_*.XML"))[:20]:
        read += read_delivery(str(dim), Feedback()).products
    assert read
    for product in read:
        again = product_from_json(product_json(product))
        assert replace(again, outline=None) == replace(product, outline=None)
        assert again.outline is None if product.outline is None else again.outline.equals(product.outline)


def test_what_is_as_it_was_is_not_read_again(library, images, monkeypatch):
    index(library, images)
    opened = []
    real = delivery.read_description
    monkeypatch.setattr(delivery, "read_description", lambda path: opened.append(path) or real(path))
    again = index(library, images)
    assert (again.products, again.read, opened) == (4, 0, [])
    dim = next((images / "2022").rglob("DIM_*.XML"))
    os.utime(dim, ns=(1, 1))
    assert index(library, images).read > 0 and [Path(path).name for path in opened] == [dim.name]


@pytest.mark.parametrize("part", ["IMG_*.TIF", "ROI_*.GML", "PREVIEW_*"])
def test_a_file_of_a_product_that_changed_makes_it_be_read_again(library, images, part):
    index(library, images)
    file = next((images / "2022").rglob(part))
    file.write_bytes(file.read_bytes() + b" ")
    assert index(library, images).read > 0
    index(library, images)
    file.unlink()
    assert index(library, images).read > 0


def test_a_tile_that_came_is_not_missing_any_more(library, tmp_path):
    image = replace(PMS, tile=(10, 30))
    write_pleiades(tmp_path / "images", [replace(image, absent_tiles=((2, 1),))])
    index(library, tmp_path / "images")
    assert held(library).images[0].group[0].missing_tiles == ("R2C1",)
    write_pleiades(tmp_path / "images", [image])
    index(library, tmp_path / "images")
    assert held(library).images[0].group[0].missing_tiles == ()


def test_an_archive_is_read_once_and_in_place(library, images, tmp_path):
    folder = tmp_path / "zips"
    folder.mkdir()
    zipped(images / "2022", folder / "one.zip")
    first = index(library, folder)
    again = index(library, folder)
    assert (first.products, first.read, again.products, again.read) == (1, 1, 1, 0)
    assert held(library).images[0].paths[0].startswith("/vsizip/")
    assert sorted(path.name for path in folder.iterdir()) == ["one.zip"]


def test_one_image_in_two_places_is_one_row(library, images, tmp_path):
    shutil.copytree(images / "bundle", tmp_path / "copy")
    (tmp_path / "zips").mkdir()
    zipped(images / "bundle", tmp_path / "zips" / "other name.zip")
    for folder in (images, tmp_path / "copy", tmp_path / "zips"):
        index(library, folder)
    rows = held(library).images
    assert len(rows) == 3
    bundle = next(row for row in rows if len(row.paths) == 2)
    assert len(bundle.places) == 3
    shutil.rmtree(Path(bundle.paths[0]).parent)  # of the place in use: another one serves
    after = next(row for row in held(library).images if row.key == bundle.key)
    assert after.present and after.paths[0] != bundle.paths[0]


def test_two_images_of_one_satellite_are_two_rows(library, tmp_path):
    write_pleiades(tmp_path / "images" / "a", [PMS])
    write_pleiades(tmp_path / "images" / "b", [replace(PMS, when=PMS.when + timedelta(seconds=1))])
    write_pleiades(tmp_path / "images" / "c", [replace(PMS, corner=(302_000.0, 6_834_000.0))])
    index(library, tmp_path / "images")
    assert len(held(library).images) == 3


def test_the_more_complete_copy_stands_for_the_image(library, tmp_path):
    image = replace(PMS, tile=(10, 30))
    write_pleiades(tmp_path / "a", [replace(image, absent_tiles=((2, 1),))])
    write_pleiades(tmp_path / "b", [image])
    index(library, tmp_path / "a")
    index(library, tmp_path / "b")
    (row,) = held(library).images
    assert row.paths[0].startswith(str(tmp_path / "b")) and len(row.places) == 2


def test_a_disk_that_is_absent_is_remembered_and_found_again(library, images, tmp_path):
    index(library, images)
    away = images.rename(tmp_path / "unplugged")
    assert [row.present for row in held(library).images] == [False] * 3
    assert index(library, images).absent
    images.mkdir()  # what an unmounted volume leaves
    assert index(library, images).absent
    assert len(held(library).images) == 3
    images.rmdir()
    away.rename(images)
    assert [row.present for row in held(library).images] == [True] * 3
    assert index(library, images).read == 0


def test_a_volume_below_the_folder_that_is_not_mounted_keeps_its_images(library, images, tmp_path, monkeypatch):
    mounts = {str(images / "spot")}
    real = os.path.ismount
    monkeypatch.setattr(os.path, "ismount", lambda path: str(path) in mounts or real(path))
    inode = folder_walk.inode_of
    monkeypatch.setattr(
        folder_walk, "inode_of", lambda path: (-1, inode(path)[1]) if path.endswith("spot") else inode(path)
    )
    index(library, images)
    (images / "spot").rename(tmp_path / "unplugged")
    mounts.clear()
    index(library, images)
    assert len(held(library).images) == 3


def test_what_was_deleted_leaves_the_library_at_the_next_index(library, images):
    index(library, images)
    shutil.rmtree(images / "spot")
    assert index(library, images).products == 3
    assert len(held(library).images) == 2


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_folder_that_cannot_be_read_keeps_its_images(library, images, monkeypatch):
    index(library, images)
    real = os.scandir

    def scandir(path):
        if Path(path).name == "spot":
            raise PermissionError(13, "denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = index(library, images)
    assert [Path(path).name for path in found.unreadable] == ["spot"]
    assert len(held(library).images) == 3


def test_a_folder_that_vanishes_midway_loses_nothing(library, images, tmp_path, monkeypatch):
    index(library, images)
    for dim in images.rglob("DIM_*.XML"):
        os.utime(dim, ns=(1, 1))  # all of it is to be read again
    real = library_index.scan

    def scan(folder, feedback, memory):
        images.rename(tmp_path / "unplugged")
        return real(folder, feedback, memory)

    monkeypatch.setattr(library_index, "scan", scan)
    index(library, images)
    (tmp_path / "unplugged").rename(images)
    assert len(held(library).images) == 3


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_links_that_loop_are_not_followed(library, images):
    (images / "2022" / "up").symlink_to(images, target_is_directory=True)
    (images / "nowhere.xml").symlink_to(images / "gone.xml")
    assert index(library, images).products == 4
    assert index(library, images).read == 0


def test_broken_products_are_told_and_the_others_are_there(library, images):
    dim = next((images / "2022").rglob("DIM_*.XML"))
    half = images / "half"
    shutil.copytree(dim.parent, half)
    text = next(half.glob("DIM_*.XML"))
    text.write_bytes(text.read_bytes()[:1000])
    (images / "broken.zip").write_bytes(b"PK\x03\x04 cut")
    (images / "data.json").write_text("{}")
    (images / "loop.json").write_text('{"type": "Feature", "stac_version": "1.0.0"}')
    found = index(library, images)
    assert found.products == 4
    assert sorted(Path(item.path).name for item in found.skipped) == sorted(["broken.zip", text.name])
    text.write_bytes(dim.read_bytes())  # whole by now, and a copy of the other
    assert len(index(library, images).skipped) == 1
    assert sorted(len(row.places) for row in held(library).images) == [1, 1, 2]


def test_a_cut_zip_is_told(library, images, tmp_path):
    whole = zipped(images / "2022", tmp_path / "whole.zip").read_bytes()
    (images / "cut.zip").write_bytes(whole[: len(whole) // 2])
    assert [Path(item.path).name for item in index(library, images).skipped] == ["cut.zip"]


def test_given_up_midway_it_goes_on_from_there(library, tmp_path):
    for number in range(6):
        write_pleiades(tmp_path / "images" / str(number), [replace(PMS, when=PMS.when + timedelta(days=number))])
    with pytest.raises(Cancelled):
        index(library, tmp_path / "images", Feedback(looks=30))
    assert held(library).images == () and len(held(library).folders) == 1
    full = LibraryFile(tmp_path / "other.gpkg")
    assert 0 < index(library, tmp_path / "images").read < index(full, tmp_path / "images").read
    assert len(held(library).images) == 6


def test_progress_is_told(library, images):
    feedback = Feedback()
    index(library, images, feedback)
    assert feedback.percents == sorted(feedback.percents) and len(feedback.percents) > 3


def test_a_zip_or_an_image_by_itself(library, images, tmp_path):
    archive = zipped(images / "2022", tmp_path / "one.zip")
    tile = shutil.copy(next((images / "2022").rglob("IMG_*.TIF")), tmp_path / "somewhere.tif")
    assert index(library, archive).products == 1
    assert index(library, archive).read == 0
    index(library, tile)
    assert len(held(library).images) == 2
    archive.write_bytes(b"PK cut")
    assert [item.path for item in index(library, archive).skipped] == [str(archive)]
    archive.unlink()
    assert index(library, archive).absent and len(held(library).images) == 1


def test_a_folder_leaves_the_library_and_nothing_else(library, images, tmp_path):
    shutil.copytree(images / "2022", tmp_path / "copy")
    index(library, images)
    index(library, tmp_path / "copy")
    before = tree(images)
    with library.writing() as database:
        drop_folder(database, folder_path(str(images)))
    assert tree(images) == before
    (row,) = held(library).images
    assert row.paths[0].startswith(str(tmp_path / "copy"))
    with library.reading() as database:
        assert database.execute("SELECT count(*) FROM products WHERE main = 1").fetchone() == (1,)
        assert database.execute("SELECT count(*) FROM files JOIN documents").fetchone()[0] > 0


def test_a_folder_that_is_removed_while_it_is_indexed_stays_out(library, images):
    class Meanwhile(Feedback):
        def setProgress(self, percent):
            if not self.percents:
                with library.writing() as database:
                    drop_folder(database, folder_path(str(images)))
            super().setProgress(percent)

    index(library, images, Meanwhile())
    with library.reading() as database:
        assert database.execute("SELECT (SELECT count(*) FROM files), count(*) FROM products").fetchone() == (0, 0)


# --- the GeoPackage -------------------------------------------------------------------------------


def test_qgis_reads_it_as_footprints(library, images):
    index(library, images)
    layer = QgsVectorLayer(f"{library.path}|layername=images", "library", "ogr")
    assert layer.isValid() and layer.crs().authid() == "EPSG:4326"
    assert sorted(feature["mission"] for feature in layer.getFeatures()) == ["PHR1A", "PHR1B", "SPOT7"]
    assert not layer.extent().isEmpty()
    assert layer.featureCount() == 3 and layer.getFeature(next(layer.getFeatures()).id()).isValid()
    for feature in layer.getFeatures():
        assert feature["catalogue"] == "library" and Path(feature["path"]).is_file()


def test_written_while_qgis_shows_it(library, images, tmp_path):
    index(library, images)
    layer = QgsVectorLayer(f"{library.path}|layername=products", "library", "ogr")
    first = next(layer.getFeatures())  # the iterator stays open
    write_pleiades(images / "more", [replace(PMS, satellite="PHR1A", when=SPOT5_DAY)])
    index(library, images)
    layer.dataProvider().reloadData()
    assert first.isValid() and layer.featureCount() == 5


def test_another_qgis_that_writes_is_waited_for_then_told(library, images):
    index(library, images)
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy):
            index(library, images)
        assert len(held(library).images) == 3  # it can be read meanwhile
        other.execute("ROLLBACK")
    assert index(library, images).products == 4


def test_two_at_once_lose_nothing(library, images, tmp_path):
    """The second one begins and ends while the first one reads."""
    write_pleiades(tmp_path / "other", [replace(PMS, satellite="PHR1A", when=SPOT5_DAY)])

    class Meanwhile(Feedback):
        def setProgress(self, percent):
            if not self.percents:
                index(LibraryFile(library.path), tmp_path / "other")
            super().setProgress(percent)

    index(library, images, Meanwhile())
    assert len(held(library).images) == 4 and len(held(library).folders) == 2


def test_a_newer_library_is_read_and_left_as_it_is(library, images):
    index(library, images)
    with closing(sqlite3.connect(library.path)) as database, database:
        database.execute("UPDATE dinamis_library SET version = 99")
    before = library.path.read_bytes()
    with pytest.raises(NewerFile):
        index(library, images)
    assert held(library).newer and len(held(library).images) == 3
    assert library.path.read_bytes() == before


def test_an_older_library_is_brought_to_ours_after_a_copy(library, images):
    index(library, images)

    def step(database):
        database.execute("ALTER TABLE folders ADD COLUMN note TEXT")

    newer = LibraryFile(library.path, version=library_schema.VERSION + 1, steps={library_schema.VERSION: step})
    assert len(read_holdings(newer, None, Feedback()).images) == 3
    copy = library.path.with_name("library.gpkg.bak")
    assert len(read_holdings(LibraryFile(copy), None, Feedback()).images) == 3
    with closing(sqlite3.connect(copy)) as database:
        assert "note" not in [row[1] for row in database.execute("PRAGMA table_info(folders)")]


def test_a_step_that_fails_leaves_the_file_as_it_was(library, images):
    index(library, images)

    def step(database):
        database.execute("DELETE FROM products")
        raise sqlite3.OperationalError("no such table")

    newer = LibraryFile(library.path, version=library_schema.VERSION + 1, steps={library_schema.VERSION: step})
    with pytest.raises(InvalidFile):
        read_holdings(newer, None, Feedback())
    assert len(held(library).images) == 3


@pytest.mark.parametrize("content", [b"no database at all" * 100, b""])
def test_what_is_no_library_is_set_aside(library, images, content):
    library.path.parent.mkdir(parents=True)
    library.path.write_bytes(content)
    if content:
        with pytest.raises(InvalidFile):
            held(library)
    assert index(library, images).products == 4
    assert library.path.with_name("library.gpkg.bak").exists() is bool(content)


def test_a_read_only_library_is_read_and_says_that_it_cannot_be_written(library, images, monkeypatch):
    index(library, images)
    real = LibraryFile._connect
    monkeypatch.setattr(LibraryFile, "_connect", lambda self, mode: real(self, mode.replace("rwc", "ro")))
    with pytest.raises(NotWritable):
        index(library, images)
    assert len(held(library).images) == 3


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_where_the_profile_cannot_be_written(images, tmp_path, qgis_app):
    file = tmp_path / "a file"
    file.write_text("")
    with pytest.raises(NotWritable):
        index(LibraryFile(file / "library.gpkg"), images)
    assert stat.S_ISREG(file.stat().st_mode)


# --- as a catalogue -------------------------------------------------------------------------------


def found(library, **asked):
    pages = LibraryCatalogue(library, "library").search(SearchQuery(**asked), Feedback())
    return [scene for page in pages for scene in page.scenes]


def test_it_is_searched_like_any_other(library, images):
    index(library, images)
    scenes = found(library)
    assert [scene.mission for scene in scenes] == ["PHR1B", "PHR1A", "SPOT7"] or len(scenes) == 3
    bundle = next(scene for scene in scenes if scene.mission == "PHR1A")
    assert (bundle.spectral_mode, bundle.gsd, bundle.collection) == ("P+MS", 0.5, "pleiades")
    assert bundle.quicklook is not None and bundle.quicklook.grid is not None
    assert [scene.mission for scene in found(library, collections=("spot-6-7",))] == ["SPOT7"]
    assert found(library, aoi=box(5, 45, 6, 46)) == []
    assert len(found(library, aoi=scenes[0].footprint)) == 3
    assert [scene.mission for scene in found(library, end=SPOT5_DAY)] == ["SPOT7"]


def test_its_scenes_are_those_of_the_folder(library, images):
    from dinamis_qgis.core.product_folder import ProductFolder

    index(library, images)
    bare = next(ProductFolder(str(images)).search(SearchQuery(missions=("PHR1B",)), Feedback())).scenes[0]
    (ours,) = found(library, missions=("PHR1B",))
    assert replace(ours, catalogue="", collection="", footprint=None) == replace(bare, catalogue="", footprint=None)
    assert ours.footprint.equals(bare.footprint)


def test_a_scene_is_read_again(library, images):
    index(library, images)
    catalogue = LibraryCatalogue(library, "library")
    known = found(library)[0]
    assert catalogue.scene(known.collection, known.id, known.self_url, Feedback()) == known
    with pytest.raises(NotFound):
        catalogue.scene("", "unknown", "", Feedback())


def test_no_library_finds_nothing(library):
    assert found(library) == [] and LibraryCatalogue(library, "library").count(SearchQuery(), Feedback()).number == 0


def test_the_territory_tells_what_is_mine(library, images):
    index(library, images)
    here = found(library)[0].footprint
    assert all(row.in_territory for row in held(library, here).images)
    assert not any(row.in_territory for row in held(library, box(5, 45, 6, 46)).images)


# --- on the main thread ---------------------------------------------------------------------------


def test_folders_are_indexed_one_after_the_other_in_the_background(library, images, qtbot):
    shelf = Library(library)
    told = []
    shelf.indexed.connect(told.append)
    shelf.add([str(images / "2022"), str(images / "spot")])
    assert shelf.busy and shelf.folder.endswith("2022")
    qtbot.waitUntil(lambda: len(shelf.holdings.images) == 2 and not shelf.busy, timeout=20_000)
    assert [Path(each.folder).name for each in told] == ["2022", "spot"]
    shelf.remove(folder_path(str(images / "spot")))
    qtbot.waitUntil(lambda: len(shelf.holdings.images) == 1)
    shelf.index_again()
    qtbot.waitUntil(lambda: len(told) == 3 and not shelf.busy)
    shelf.close()


def test_what_fails_is_told_once_and_the_rest_is_left(library, images, qtbot):
    index(library, images)
    with closing(sqlite3.connect(library.path)) as database, database:
        database.execute("UPDATE dinamis_library SET version = 99")
    shelf = Library(library)
    told = []
    shelf.failed.connect(told.append)
    shelf.add([str(images / "2022"), str(images / "spot")])
    qtbot.waitUntil(lambda: not shelf.busy and len(shelf.holdings.images) == 3, timeout=20_000)
    assert [type(error) for error in told] == [NewerFile]
    shelf.close()


def test_an_archive_that_grows_is_read_again(library, images, tmp_path):
    archive = zipped(images / "2022", tmp_path / "images.zip")
    index(library, archive)
    with zipfile.ZipFile(archive, "a") as target:
        for path in (images / "spot").rglob("*"):
            target.write(path, f"spot/{path.relative_to(images / 'spot')}")
    assert index(library, archive).products == 2
