# SPDX-License-Identifier: GPL-2.0-or-later
"""Real documents, damaged: a delivery gives what is left and typed reasons for the rest, and comes to an end."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from qgis.core import QgsFeedback

from dinamis_qgis.core.delivery import read_delivery, scan
from dinamis_qgis.core.product import Product
from dinamis_qgis.core.product_scene import scene_of
from dinamis_qgis.core.product_texts import abstract_of, facts
from dinamis_qgis.domain.errors import DinamisError

PIECES = (
    b"",
    b"0",
    b"-1",
    b"1e999",
    b"nan",
    b"<a>",
    b"</",
    b"]]>",
    b"\xff",
    b"../",
    b'href="/etc/passwd"',
    b"B2",
    b"&x;",
)


def described(products: tuple[Product, ...]) -> None:
    """Whatever was read can be told and placed."""
    for product in products:
        abstract_of(product)
        facts(product)
        scene_of(product, "x")


def damaged(text: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(PIECES) + text[at + chance.choice((0, 1, 5, 40, 400)) :]
    if chance.random() < 0.2:
        text = text[: chance.randrange(len(text) + 1)]
    return text


@pytest.fixture(scope="module")
def documents(real_data, tmp_path_factory) -> Path:
    """XML and masks alone: what is copied is small."""
    folder = tmp_path_factory.mktemp("real") / "dimap"
    shutil.copytree(
        real_data / "dimap", folder, ignore=lambda _folder, names: [n for n in names if n.upper().endswith("JPG")]
    )
    return folder


def test_real_documents_are_sound_to_begin_with(documents):
    delivery = scan(str(documents), QgsFeedback())
    assert len(delivery.products) == 5 and not delivery.skipped
    described(delivery.products)


@pytest.mark.parametrize("kind", ["DIM_*.XML", "VOL_*.XML", "SPOT_*.XML", "*.GML"])
@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_document_gives_typed_reasons(documents, tmp_path, kind, seed):
    chance = random.Random(f"{kind} {seed}")
    folder = tmp_path / "d"
    shutil.copytree(documents, folder)
    for file in sorted(folder.rglob(kind)):
        file.write_bytes(damaged(file.read_bytes(), chance))
    delivery = scan(str(folder), QgsFeedback())
    described(delivery.products)
    assert all(isinstance(item.error, DinamisError) for item in delivery.skipped)
    for volume in sorted(folder.rglob(kind if kind != "*.GML" else "VOL_*.XML")):
        try:
            described(read_delivery(str(volume), QgsFeedback()).products)
        except DinamisError:
            continue


VOLUME = """<Dimap_Document><Metadata_Identification><METADATA_FORMAT version="2.0">DIMAP</METADATA_FORMAT>
</Metadata_Identification><Dataset_Content><Dataset_Components>{}</Dataset_Components></Dataset_Content>
</Dimap_Document>"""
COMPONENT = '<Component><COMPONENT_TYPE>DIMAP</COMPONENT_TYPE><COMPONENT_PATH href="{}"/></Component>'


def test_volumes_that_name_one_another_come_to_an_end(tmp_path):
    for name, other in (("A", "B"), ("B", "A")):
        hrefs = [f"VOL_{other}.XML", f"VOL_{name}.XML", "../VOL_A.XML", "C:/VOL.XML", "", "VOL_MISSING.XML"] * 3
        text = VOLUME.format("".join(COMPONENT.format(href) for href in hrefs))
        (tmp_path / f"VOL_{name}.XML").write_text(text, "utf-8")
    with pytest.raises(DinamisError):
        read_delivery(str(tmp_path / "VOL_A.XML"), QgsFeedback())
    for depth in range(20):
        text = VOLUME.format(COMPONENT.format(f"VOL_{depth + 1}.XML"))
        (tmp_path / f"VOL_{depth}.XML").write_text(text, "utf-8")
    with pytest.raises(DinamisError):
        read_delivery(str(tmp_path / "VOL_0.XML"), QgsFeedback())
