# SPDX-License-Identifier: GPL-2.0-or-later
"""The strip of downloads through its own widgets, and what is told of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QMimeData, QModelIndex, Qt
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.core.settings import Settings
from dinamis_qgis.core.transfer_names import duration_text, figures_text, state_text, transfer_name
from dinamis_qgis.core.zone import ZoneHolder
from dinamis_qgis.domain.errors import NoRoom
from dinamis_qgis.domain.pace import Figures
from dinamis_qgis.domain.scene import Asset, Scene
from dinamis_qgis.domain.transfers import DONE, FAILED, PAUSED, RUNNING, WAITING, transfer_of
from dinamis_qgis.domain.transfers_file import TransfersFile
from dinamis_qgis.gui.context import PanelContext
from dinamis_qgis.gui.dock import DinamisDock
from dinamis_qgis.gui.downloads import resume
from dinamis_qgis.gui.downloads.desk import DownloadDesk
from dinamis_qgis.gui.downloads.folder import chosen_folder
from dinamis_qgis.gui.downloads.resume import Resumption, something_waits
from dinamis_qgis.gui.downloads.start import start_downloads
from dinamis_qgis.gui.downloads.transfers_delegate import Places
from dinamis_qgis.gui.library.page import ImagesPage
from dinamis_qgis.gui.notices import Notices
from tests.gui.test_images_page import images
from tests.gui.zone_parts import make_panel
from tests.services.dimap_writer import Image, gradient, write_pleiades
from tests.services.download_place import downloading
from tests.services.file_service import Files
from tests.services.http_service import Answer
from tests.services.scenes_service import CONTENT


class Screen:
    """« Mes images » and the message bar, over a real queue."""

    def __init__(self, place):
        self.place, self.bot = place, place.bot
        self.bar, self.pages, window = QgsMessageBar(), [], QWidget()
        self.window = window
        self.context = PanelContext(
            QgsMapCanvas(),
            Notices(self.bar),
            ZoneHolder(),
            TickedScenes(),
            lambda: None,
            lambda _layer: None,
            self.pages.append,
            downloads=place.queue,
        )
        self.desk = DownloadDesk(self.context, window)
        self.page = ImagesPage(self.context)
        place.queue.finished.connect(self.page.take_in)
        for widget in (self.page, self.bar, self.context.canvas, window):
            place.bot.addWidget(widget)
        self.page.resize(360, 500)
        self.page.show()
        place.bot.waitExposed(self.page)
        self.strip = self.page.strip

    def close(self):
        self.place.queue.finished.disconnect(self.page.take_in)
        self.desk.close()
        self.page.close_page()

    def said(self):
        item = self.bar.currentItem()
        return "" if item is None else item.text().replace("\u00a0", " ")

    def button(self, text):
        return next(one for one in self.bar.currentItem().findChildren(QPushButton) if one.text() == text)

    def click(self, part, row=0):
        view, index = self.strip.list, self.strip.model.index(row)
        text = index.data(Qt.ItemDataRole.UserRole)
        lines = self.strip._delegate.lines
        rect = getattr(Places(view.visualRect(index), view.font(), text.state, lines), part)
        self.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    def shown(self):
        view, model = self.strip.list, self.strip.model
        return [model.index(row).data() for row in range(model.rowCount()) if not view.isRowHidden(row)]


@pytest.fixture
def place(qgis_app, qtbot, tmp_path, monkeypatch):
    with downloading(qtbot, tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def screen(place):
    made = Screen(place)
    yield made
    made.close()


def names(screen):
    return [one.scene_id for one in screen.place.queue.transfers()]


def test_the_strip_is_there_only_while_there_is_something_to_say(screen, place):
    assert not screen.strip.isVisible()
    place.slow("A")
    place.add("A")
    assert screen.strip.isVisible() and not screen.strip.footer.isVisible()
    place.until(lambda: screen.strip.model.index(0).data(Qt.ItemDataRole.UserRole).share)
    place.half_way("A")
    text = screen.strip.model.index(0).data(Qt.ItemDataRole.UserRole)
    assert text.name == "A" and text.state.endswith("%") or "%" in text.state
    place.quick("A")
    screen.click("switch")
    place.idle()
    screen.click("switch")
    place.until(lambda: place.states() == {"A": DONE})
    assert not screen.strip.isVisible()


def test_a_click_unfolds_the_queue(screen, place):
    for name in "ABCDE":
        place.slow(name)
    place.add(*"ABCDE")
    place.until(lambda: sum(state == RUNNING for state in place.states().values()) == 3)
    assert screen.shown() == ["A"] and screen.strip.others.text() == "↓ 4 other(s)"
    place.queue.pause(place.queue.transfers()[0].id)
    place.until(lambda: place.states()["D"] == RUNNING)
    assert screen.shown() == ["B"]  # one that runs speaks for all
    screen.click("name", 1)
    assert screen.shown() == list("ABCDE") and screen.strip.more_button.text() == "Fold"
    screen.click("name", 1)
    assert screen.shown() == ["B"] and screen.strip.more_button.text() == "Show all"
    screen.strip.more_button.click()
    assert len(screen.shown()) == 5


def test_pause_resume_and_cancel_with_the_mouse(screen, place, monkeypatch):
    place.slow("A")
    place.add("A")
    place.half_way("A")
    screen.click("switch")
    assert place.states() == {"A": PAUSED}
    screen.click("switch")
    assert place.states()["A"] in (RUNNING, WAITING)
    screen.click("cancel")
    assert place.states() == {} and not screen.strip.isVisible()


@pytest.mark.parametrize("agreed", [True, False])
def test_much_is_not_thrown_away_by_one_click(screen, place, monkeypatch, agreed):
    place.slow("A")
    (one,) = place.add("A")
    monkeypatch.setattr(place.queue, "figures", lambda _id: Figures(2 << 30, 4 << 30))
    asked = []

    def answer(box):
        asked.append(box.text())
        role = QMessageBox.ButtonRole.DestructiveRole if agreed else QMessageBox.ButtonRole.RejectRole
        button = next(each for each in box.buttons() if box.buttonRole(each) == role)
        monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: button)

    monkeypatch.setattr(QMessageBox, "exec", answer)
    screen.strip.actions_of.cancel(place.queue.transfer(one))
    assert len(asked) == 1 and "2.1" in asked[0] and (place.states() == {}) is agreed


def test_the_order_by_keys_menu_and_mouse(screen, place):
    for name in "ABC":
        place.slow(name)
    place.add(*"ABC")
    place.queue.pause_all()
    screen.strip.unfold(True)
    screen.strip.list.setCurrentIndex(screen.strip.model.index(2))
    screen.bot.keyClick(screen.strip.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(screen) == list("ACB") and screen.strip.list.currentIndex().row() == 1
    menu = screen.strip.actions_of.menu(place.queue.transfers()[1], 1, 3)
    next(action for action in menu.actions() if action.text() == "First").trigger()
    assert names(screen) == list("CAB")
    model = screen.strip.model
    data = model.mimeData([model.index(0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    assert names(screen) == list("ABC")
    model.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert names(screen) == list("ABC")
    screen.strip.list.setCurrentIndex(model.index(0))
    screen.bot.keyClick(screen.strip.list, Qt.Key.Key_Delete)
    assert names(screen) == list("BC")


def test_what_came_is_a_row_and_is_still_one_in_another_session(screen, place, tmp_path):
    write_pleiades(tmp_path / "src", [Image("PHR1B", "PMS", gradient(60, 100), (301_000.0, 6_834_000.0), 0.5)])
    served = {}
    for file in (tmp_path / "src").rglob("*"):
        if file.is_file():
            path = file.relative_to(tmp_path / "src").as_posix()
            place.service.files[f"/data/P/{path}"] = Files(file.read_bytes())
            served[path] = (path, "data")
    scene = place.service.scene("P", **served)
    for given in place.service.stac.items[-1]["assets"].values():
        del given["file:size"]
    place.queue.add([scene], place.out)
    place.until(lambda: screen.page.model.rowCount() == 1)
    assert screen.page.model.index(0).data().startswith("Pléiades 1B") and not QgsProject.instance().mapLayers()
    place.until(lambda: screen.said() == "1 download(s) finished.")
    other = Screen(place)
    place.until(lambda: other.page.model.rowCount() == 1)
    other.close()
    place.queue.add([scene], place.out, open_when_done=True)
    place.until(lambda: len(images()) == 1)
    assert screen.page.model.rowCount() == 1
    place.until(lambda: "opened" in screen.said())


def test_what_came_and_holds_no_image_is_said_only_if_it_was_to_be_opened(screen, place):
    place.add("A")
    place.until(lambda: place.states() == {"A": DONE})
    place.until(lambda: not screen.page._arrivals._slot.busy)
    assert screen.page.model.rowCount() == 0 and screen.said() == "1 download(s) finished."
    place.add("B", open_when_done=True)
    place.until(lambda: "B" in screen.said())
    assert not QgsProject.instance().mapLayers()


def test_failures_are_told_together_and_tried_again(screen, place):
    for name in "AB":
        place.service.files[f"/data/{name}/{name}.tif"] = lambda _asked: Answer(status=404)
    place.add("A")
    place.until(lambda: "127.0.0.1" in screen.said())
    place.add("B")
    place.until(lambda: screen.said() == "2 download(s) failed.")
    assert len(screen.bar.items()) == 1 and place.states() == {"A": FAILED, "B": FAILED}
    text = screen.strip.model.index(0).data(Qt.ItemDataRole.UserRole)
    assert (text.state, text.can) == ("failed", "retry") and text.detail
    for name in "AB":
        place.quick(name)
    screen.button("Try again").click()
    place.until(lambda: place.states() == {"A": DONE, "B": DONE})


def test_a_full_disk_is_said_with_another_folder(screen, place, tmp_path, monkeypatch):
    place.slow("A")
    (one,) = place.add("A")
    place.half_way("A")
    place.queue.pause(one)
    place.idle()
    place.quick("A")
    place.queue.no_room.emit(place.queue.transfer(one), NoRoom("x", "full", needed=3 << 30, lacking=2_100_000_000))
    assert screen.said().startswith("2.1 GB are missing on /") and screen.said().endswith("The download is paused.")
    (tmp_path / "other").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(tmp_path / "other"))
    screen.button("Choose another folder").click()
    place.until(lambda: place.states() == {"A": DONE})
    assert (tmp_path / "other" / "A" / "A.tif").read_bytes() == CONTENT and chosen_folder() == tmp_path / "other"


def test_the_folder_is_asked_once(screen, place, tmp_path, monkeypatch):
    asked = []

    def choose(*arguments):
        asked.append(arguments)
        return str(place.out) if len(asked) > 1 else ""

    place.out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    scenes = [replace(place.service.scene(name, data=(f"{name}.tif", "data")), assets=(Asset("data", f"{name}.tif"),))
              for name in "AB"]  # fmt: skip
    picture = Scene("P", place.service.url, assets=(Asset("q", "q.jpg", roles=("thumbnail",)),))
    assert not start_downloads(scenes, screen.context, screen.page) and names(screen) == []
    assert start_downloads([*scenes, picture], screen.context, screen.page)
    assert screen.said() == "2 download(s) added. For 1 image(s) the catalogue gives no file."
    screen.button("View").click()
    assert screen.pages == ["images"] and len(asked) == 2
    assert not start_downloads([picture], screen.context, screen.page) and "no file" in screen.said()
    place.until(lambda: place.states() == {"A": DONE, "B": DONE})
    Settings(download_folder=str(tmp_path / "gone")).save()
    assert chosen_folder() is None  # a disk that is absent


def test_what_is_said_of_a_download(place):
    (one,) = place.add("A")
    known = replace(place.queue.transfer(one), mission="SPOT7", acquired="2022-08-02T10:00:00+00:00", state=RUNNING)
    assert transfer_name(known).replace("\u00a0", " ") == "SPOT 7, 2 Aug 2022"
    figures = Figures(620_000_000, 1_000_000_000, 8_400_000.0, 240.0)
    assert state_text(known, figures).replace("\u00a0", " ") == "62%  4 min"
    assert figures_text(known, figures).replace("\u00a0", " ") == "620 MB of 1 GB, 8.4 MB/s"
    assert state_text(known, Figures(5_000_000)).replace("\u00a0", " ") == "5 MB"
    assert state_text(known, Figures()) == "starting"
    said = [duration_text(seconds).replace("\u00a0", " ") for seconds in (0.2, 59, 61, 3599, 4800, 200_000)]
    assert said == ["1 s", "59 s", "1 min", "60 min", "1 h 20", "2 d"]


def test_what_waits_goes_on_though_the_panel_stays_closed(place, qgis_new_project, monkeypatch):
    """As at QGIS's start: a timer, a look at the file, and the panel's own queue."""
    place.slow("A")
    (one,) = place.add("A")
    place.half_way("A")
    place.end(place.queue)
    place.quick("A")
    there = place.part("A").stat().st_size
    monkeypatch.setattr(resume.QgsApplication, "qgisSettingsDirPath", lambda: str(place.home.parent))
    panel = make_panel()
    dock = DinamisDock(panel.canvas, panel.bar, lambda: None, lambda _layer: None, lambda _text: None)
    begun = Resumption(dock.resume_downloads, after_ms=0)
    place.until(lambda: dock._context is not None)
    assert "1 " in panel.bar.currentItem().text() and not dock.isVisible()
    place.until(lambda: dock._context.downloads.transfer(one).state == DONE)
    assert (place.out / "A" / "A.tif").read_bytes() == CONTENT
    assert place.asked("A")[-1].headers["range"] == f"bytes={there}-"
    begun.close()
    dock.take_down()
    dock.deleteLater()
    panel.canvas.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("state", [WAITING, RUNNING, PAUSED, FAILED, DONE])
def test_only_what_waits_for_no_one_starts_by_itself(tmp_path, state):
    assert not something_waits(tmp_path / "none")
    one = transfer_of(Scene("waiting", "https://x.fr/", title='"state": "waiting"'), tmp_path, (), False, ())
    file = TransfersFile(tmp_path)
    file.open()
    file.write([replace(one, state=state)])
    file.close()
    assert something_waits(tmp_path) == (state in (WAITING, RUNNING))


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_is_wider_than_the_panel(screen, place, width):
    for name in "ABC":
        place.slow(name)
    place.add(*"ABC")
    screen.page.resize(width, 500)
    for unfolded in (False, True):
        screen.strip.unfold(unfolded)
        assert screen.page.minimumSizeHint().width() <= width and screen.strip.width() <= width
