# SPDX-License-Identifier: GPL-2.0-or-later
"""Every kind of delivery that members receive, opened as the panel opens it: modes, doors, containers, layouts."""

from __future__ import annotations

import shutil
import tarfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from dinamis_qgis.core.compositions import composition_names, name_composition, shown_composition
from dinamis_qgis.core.dimap import read_dimap
from dinamis_qgis.core.opening import find, open_groups
from tests.core.test_contrast import Task
from tests.services.dimap_writer import Image, gradient, write_pleiades, write_spot, zipped

CORNER = (301_000.0, 6_834_000.0)
P = Image("PHR1B", "P", gradient(80, 120, 1), CORNER, 0.5, tile=(80, 64))
MS = Image("PHR1B", "MS", gradient(20, 30), CORNER, 2.0)
PMS = replace(P, mode="PMS", pixels=gradient(80, 120))
NATURAL, INFRARED = ("B2", "B1", "B0"), ("B3", "B2", "B1")

MODES = {
    "P": (P, "panchromatic", (1,), (1,)),
    "MS": (MS, "natural", (1, 2, 3), (4, 1, 2)),
    "PMS": (PMS, "natural", (1, 2, 3), (4, 1, 2)),
    "PMS-N": (replace(PMS, pixels=gradient(80, 120, 3), bands=NATURAL), "natural", (1, 2, 3), (1, 2, 3)),
    "PMS-X": (replace(PMS, pixels=gradient(80, 120, 3), bands=INFRARED), "infrared", (1, 2, 3), (1, 2, 3)),
    "MS-N": (replace(MS, pixels=gradient(20, 30, 3), bands=NATURAL), "natural", (1, 2, 3), (1, 2, 3)),
    "MS-X": (replace(MS, pixels=gradient(20, 30, 3), bands=INFRARED), "infrared", (1, 2, 3), (1, 2, 3)),
}


def opened(*paths: Path, composition: str = "natural"):
    opening = open_groups(find([str(path) for path in paths], Task()).groups, composition, Task())
    assert not opening.failed, [one.error for one in opening.failed]
    return opening.opened


@pytest.mark.parametrize("satellite", ["PHR1A", "SPOT6"])
@pytest.mark.parametrize("mode", MODES)
def test_each_mode_is_shown_by_the_bands_that_it_has(tmp_path, qgis_app, mode, satellite):
    image, shown, natural, infrared = MODES[mode]
    image = replace(image, satellite=satellite)
    (dim,) = (write_spot if satellite == "SPOT6" else write_pleiades)(tmp_path, [image])
    said = f"<SPECTRAL_PROCESSING>{image.mode}<"
    dim.write_text(dim.read_text("utf-8").replace(said, said.replace(image.mode, mode)), "utf-8")
    for composition, bands in (("natural", natural), ("infrared", infrared)):
        (one,) = opened(tmp_path, composition=composition)
        (layer,) = one.layers
        assert one.group[0].spectral_mode == mode and tuple(layer.renderer().usesBands()) == bands
        assert (layer.renderer().type() == "singlebandgray") == (len(bands) == 1)
    (one,) = opened(tmp_path)
    (layer,) = one.layers
    name_composition(layer)
    assert shown_composition(layer) == shown and layer.name().startswith(dict(composition_names())[shown])
    block = layer.dataProvider().block(1, layer.extent(), 12, 8)
    assert all(block.isValid() and not block.isNoData(row, 6) for row in range(2, 8))
    assert layer.crs().authid() == "EPSG:2154" and layer.attribution()


@pytest.mark.parametrize("mode", ["MS-FS", "PMS-FS"])
def test_the_six_bands_of_pleiades_neo(real_data, tmp_path, mode):
    (real,) = (real_data / "dimap").rglob("DIM_PNEO4*MS-FS*.XML")
    dim = tmp_path / "DIM_PNEO4_1.XML"
    dim.write_text(real.read_text("utf-8").replace("PROCESSING>MS-FS<", f"PROCESSING>{mode}<"), "utf-8")
    product = read_dimap(dim.as_posix())
    assert product.spectral_mode == mode
    assert [band.role for band in product.bands] == ["R", "G", "B", "NIR", "RE", "DB"]
    centres = {band.role: sum(band.wavelengths) / 2 for band in product.bands}
    assert centres["DB"] < centres["B"] < centres["G"] < centres["R"] < centres["RE"] < centres["NIR"]


def tar(folder: Path, out: Path) -> Path:
    with tarfile.open(out, "w:gz" if out.suffix == ".gz" else "w") as archive:
        archive.add(folder, folder.name)
    return out


def flat(folder: Path, out: Path) -> Path:
    out.mkdir()
    for file in folder.rglob("*.*"):
        if file.is_file() and not file.name.startswith("STYLE"):
            shutil.copy(file, out / file.name)
    return out


def nested(folder: Path, out: Path) -> Path:
    shutil.copytree(folder, out / "Livraison du 14 juillet" / "été (2)" / "a" / "b" / folder.name)
    return out


def renamed(folder: Path, out: Path) -> Path:
    shutil.copytree(folder, out)
    for number, part in enumerate(sorted(out.glob("IMG_*"))):
        part.rename(out / f"image {number}")
    (out / "VOL_PHR.XML").unlink()
    for number, dim in enumerate(sorted(out.rglob("DIM_*.XML"))):
        dim.rename(dim.with_name(f"produit {number}.xml"))
    return out


CONTAINERS = {
    "folder": lambda home, _out: home,
    "volume": lambda home, _out: home / "VOL_PHR.XML",
    "zip": lambda home, out: zipped(home, out / "x.zip"),
    "zip in a folder": lambda home, out: zipped(home, out / "in" / "x.zip").parent,
    "tar": lambda home, out: tar(home, out / "x.tar"),
    "tar.gz": lambda home, out: tar(home, out / "x.tar.gz"),
    "flat": lambda home, out: flat(home, out / "flat"),
    "nested": lambda home, out: nested(home, out / "nested"),
    "renamed": lambda home, out: renamed(home, out / "renamed"),
}


@pytest.mark.parametrize("container", CONTAINERS)
def test_a_bundle_in_each_container(tmp_path, qgis_app, container):
    write_pleiades(tmp_path / "7000001101", [P, MS])
    (tmp_path / "in").mkdir()
    door = CONTAINERS[container](tmp_path / "7000001101", tmp_path)
    before = sorted(path for path in tmp_path.rglob("*"))
    (one,) = opened(door)
    colour, pan = one.layers
    assert (colour.bandCount(), pan.bandCount(), len(one.group)) == (4, 1, 2)
    for layer in (colour, pan):
        block = layer.dataProvider().block(1, layer.extent(), 12, 8)
        assert layer.isValid() and block.isValid() and not block.isNoData(4, 6)
    assert sorted(path for path in tmp_path.rglob("*")) == before, "something was written beside the delivery"


def test_nine_zips_together(tmp_path, qgis_app):
    archives = []
    for number in range(9):
        when = datetime(2022, 7, 1, 11, tzinfo=timezone.utc) + timedelta(days=number)
        write_pleiades(tmp_path / str(number), [replace(PMS, when=when)])
        archives.append(zipped(tmp_path / str(number), tmp_path / f"livraison_{number}.zip"))
        shutil.rmtree(tmp_path / str(number))
    days = {one.group[0].acquired.day for one in opened(*archives)}
    assert days == {one.group[0].acquired.day for one in opened(tmp_path)} == set(range(1, 10))


@pytest.mark.parametrize("door", ["SPOT_LIST.XML", "SPOT_PROD.XML", "SPOT_VOL.XML", "DIM_*.XML"])
def test_each_door_of_a_spot_delivery(tmp_path, qgis_app, door):
    write_spot(tmp_path, [replace(PMS, satellite="SPOT7", pixel_size=1.5)])
    (path,) = tmp_path.rglob(door)
    (one,) = opened(path)
    assert one.group[0].mission == "SPOT7" and one.layers[0].bandCount() == 4
