# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import os
import struct
import threading
import zlib

import pytest
from qgis.PyQt.QtCore import QBuffer, QIODevice
from qgis.PyQt.QtGui import QColor, QImage

from dinamis_qgis.core import cache, quicklook_layers
from dinamis_qgis.core import thumbnails as module
from dinamis_qgis.core.thumbnails import AT_ONCE, SIZE, Thumbnails, decode
from dinamis_qgis.domain.errors import Cancelled, InvalidPicture, Unreachable
from dinamis_qgis.domain.scene import Asset
from tests.make_scenes import scene


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data())


def pictured(number: int):
    asset = Asset("thumb", f"https://example.org/{number}.jpg?sig={os.urandom(4).hex()}", "image/jpeg", ("thumbnail",))
    return scene(number, assets=(asset,))


class Server:
    """Answers once ``open`` is set; keeps what was asked, in order."""

    def __init__(self):
        self.asked, self.cut, self.open, self.lock = [], [], threading.Event(), threading.Lock()
        self.answer = lambda href: picture(300, 200)
        self.open.set()

    def __call__(self, href, feedback, max_bytes):
        name = href.split("?")[0].rsplit("/", 1)[1]
        with self.lock:
            self.asked.append(name)
        while not self.open.wait(0.01):
            if feedback.isCanceled():
                self.cut.append(name)
                raise Cancelled
        return self.answer(href)


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def thumbnails(qgis_app, server, tmp_path, monkeypatch):
    monkeypatch.setattr(cache.QgsApplication, "qgisSettingsDirPath", staticmethod(lambda: str(tmp_path)))
    thumbnails = Thumbnails(server)
    yield thumbnails
    server.open.set()
    thumbnails.close()


def test_pictures_come_reduced_with_their_aspect(thumbnails, qtbot):
    wanted = pictured(1)
    with qtbot.waitSignal(thumbnails.arrived) as arrived:
        thumbnails.want([wanted])
    assert arrived.args == [wanted.key]
    assert (thumbnails.image(wanted.key).width(), thumbnails.image(wanted.key).height()) == (SIZE, 74)


def test_what_is_out_of_sight_is_given_up_and_what_is_in_sight_comes_first(thumbnails, server, qtbot):
    server.open.clear()
    thumbnails.want([pictured(number) for number in range(50)])
    qtbot.waitUntil(lambda: len(server.asked) == AT_ONCE)
    thumbnails.want([pictured(number) for number in range(40, 50)])
    qtbot.waitUntil(lambda: len(server.cut) == AT_ONCE)
    server.open.set()
    qtbot.waitUntil(lambda: all(thumbnails.image(pictured(number).key) is not None for number in range(40, 50)))
    assert set(server.asked[AT_ONCE:]) == {f"{number}.jpg" for number in range(40, 50)}


def test_a_picture_cut_short_is_fetched_when_seen_again(thumbnails, server, qtbot):
    server.open.clear()
    thumbnails.want([pictured(1)])
    qtbot.waitUntil(lambda: len(server.asked) == 1)
    thumbnails.want([])
    thumbnails.want([pictured(1)])
    server.open.set()
    qtbot.waitUntil(lambda: thumbnails.image(pictured(1).key) is not None)


@pytest.mark.parametrize("fault", ["unreachable", "html"])
def test_a_failing_picture_is_asked_once_and_spoils_no_other(thumbnails, server, qtbot, fault):
    def answer(href):
        if "/1.jpg" in href and fault == "unreachable":
            raise Unreachable(href)
        return b"<html>no</html>" if "/1.jpg" in href else picture(10, 10)

    server.answer = answer
    thumbnails.want([pictured(1), pictured(2)])
    qtbot.waitUntil(lambda: thumbnails.image(pictured(2).key) is not None)
    qtbot.waitUntil(lambda: not thumbnails._running)
    thumbnails.want([pictured(1), pictured(2)])
    assert thumbnails.image(pictured(1).key) is None
    assert sorted(server.asked) == ["1.jpg", "2.jpg"]


def test_the_disk_remembers_whatever_the_signature(thumbnails, server, qtbot, tmp_path):
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.want([pictured(1)])
    again = Thumbnails(server)
    with qtbot.waitSignal(again.arrived):
        again.want([pictured(1)])
    again.close()
    assert server.asked == ["1.jpg"]
    assert len(list((tmp_path / "dinamis/cache/thumbnails").iterdir())) == 1


def test_what_is_kept_on_disk_is_bounded(thumbnails, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_MOST_ON_DISK", 2000)
    monkeypatch.setattr(module, "_TRIM_EVERY", 1)
    for number in range(12):
        with qtbot.waitSignal(thumbnails.arrived):
            thumbnails.want([pictured(number)])
    kept = list((tmp_path / "dinamis/cache/thumbnails").iterdir())
    assert 0 < len(kept) < 12 and sum(path.stat().st_size for path in kept) <= 2000


def test_what_is_kept_in_memory_is_bounded(thumbnails, qtbot, monkeypatch):
    monkeypatch.setattr(module, "_MOST_IN_MEMORY", 5)
    wanted = [pictured(number) for number in range(9)]
    for one in wanted:
        with qtbot.waitSignal(thumbnails.arrived):
            thumbnails.want([one])
    assert [thumbnails.image(one.key) is not None for one in wanted] == [False] * 4 + [True] * 5


def test_the_caches_keep_to_what_is_promised():
    assert module._MOST_ON_DISK + quicklook_layers._MOST_CACHED <= 200 * 2**20


def test_a_scene_without_picture_asks_for_nothing(thumbnails, server):
    thumbnails.want([scene(1)])
    assert not thumbnails._running and not server.asked


def test_closing_stops_the_threads_at_once(thumbnails, server, qtbot):
    server.open.clear()
    closing = Thumbnails(server)
    closing.want([pictured(number) for number in range(2 * AT_ONCE)])
    qtbot.waitUntil(lambda: len(server.asked) == AT_ONCE)
    closing.close()
    assert len(server.cut) == AT_ONCE and len(server.asked) == AT_ONCE


@pytest.mark.parametrize("kind", ["PNG", "JPG"])
def test_decoding_keeps_small_pictures_and_thin_ones(qgis_app, kind):
    assert decode(picture(40, 30, kind)).width() == 40
    thin = decode(picture(2000, 3, kind))
    assert (thin.width(), thin.height()) == (SIZE, 1)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><rect width="9" height="9"/></svg>'


def bomb(side):
    """A grey PNG of 1 bit a pixel that announces ``side`` × ``side`` and weighs little."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = zlib.compress(bytes((side // 8 + 1) * side), 9)
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 1))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("data", [b"", b"<html>", picture(50, 50)[:60], SVG, bomb(19_992)])
def test_what_is_no_picture_is_refused(qgis_app, data):
    with pytest.raises(InvalidPicture):
        decode(data, "x.png")


def test_trimming_deletes_the_oldest_and_spares_what_is_shown(tmp_path):
    for age, name in enumerate("abcd"):
        (tmp_path / name).write_bytes(b"x" * 100)
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    cache.trim(tmp_path, 250, spared={tmp_path / "d"})
    assert {path.name for path in tmp_path.iterdir()} == {"a", "d"}
