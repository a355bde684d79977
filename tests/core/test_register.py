# SPDX-License-Identifier: GPL-2.0-or-later
"""The register in a GeoPackage."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import QgsCategorizedSymbolRenderer, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer, edit

from dinamis_qgis.core import register_store as store
from dinamis_qgis.core.register_export import export
from dinamis_qgis.core.register_forms import looks
from dinamis_qgis.core.register_layers import add_to_project, keep_looks, layers_of
from dinamis_qgis.core.register_place import Place, opening
from dinamis_qgis.core.register_store import BOTH, MERGED, SAVED
from dinamis_qgis.core.register_waiting import Waiting, WaitingFile
from dinamis_qgis.domain.errors import Busy, InvalidRequest, NewerFile, NotWritable
from dinamis_qgis.domain.register import Attachment
from dinamis_qgis.domain.register_errors import NoRegister, RegisterUnreachable
from tests.core.register_parts import DAY, ZONE, at_once, change, entry, save

ROOT = Path(__file__).resolve().parents[2]
SENSORS = {"pleiades": "Pléiades", "spot": "SPOT 6-7"}


@pytest.fixture
def register(qgis_app, tmp_path):
    found = opening(Place(str(tmp_path / "bureau sig's.gpkg")))
    store.create(found)
    return found


def path_of(register) -> Path:
    return Path(register.place.path)


def sql(register, *statements):
    dataset = ogr.Open(register.place.path, 1)
    for each in statements:
        dataset.ExecuteSQL(each)


def test_what_is_saved_is_read_again(register):
    new = entry(note="« marée basse »\n2 lignes").attach([Attachment("product", "DIM", "/données/DIM.XML", DAY)])
    saved = save(register, new)
    assert (saved.how, saved.entry.version, saved.entry.author) == (SAVED, 1, "me")
    assert saved.entry.request == new.request and saved.entry.attachments == new.attachments
    assert store.read(register).entries == (saved.entry,)
    later = save(register, change(saved.entry, title="B"), saved.entry)
    assert later.entry.version == 2 and store.read(register).entries == (later.entry,)


HOSTILE = (
    "'); DROP TABLE dinamis_requests; --",
    '"title" || $id',
    "[% @user_full_name %]",
    "é\u202e\x00\x1b\ud800",
    "%s %n",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_text(register, text):
    new = entry(text, note=text, purpose=text, state=text)
    new = new.attach([Attachment("product", text, text, DAY)])
    saved = save(register, new).entry
    assert store.read(register).entries == (saved,)
    assert saved.request == new.request and saved.attachments == new.attachments


def test_ten_megabytes_are_refused_before_they_reach_the_register(register):
    with pytest.raises(InvalidRequest):
        entry("x" * 10_000_000)
    assert len(Attachment("product", "x" * 10_000_000, "/a", DAY).name) == 4000


def test_two_people_who_change_different_things_lose_nothing(register):
    first = save(register, entry()).entry
    save(register, change(first, note="ours"), first)
    saved = save(register, replace(first, request=first.request.in_state("sent", DAY)), first, author="colleague")
    assert saved.how == MERGED
    (there,) = store.read(register).entries
    assert (there.request.note, there.request.state, there.version) == ("ours", "sent", 3)
    assert [step.state for step in there.request.history] == ["draft", "sent"]


def test_two_people_who_change_the_same_thing_keep_both_versions(register):
    first = save(register, entry()).entry
    save(register, change(first, title="theirs"), first)
    saved = save(register, change(first, title="ours"), first)
    assert saved.how == BOTH and saved.theirs.request.title == "theirs"
    assert {one.request.title for one in store.read(register).entries} == {"theirs", "ours (my version)"}
    again = save(register, change(first, title="theirs"), first)  # the same change twice is no conflict
    assert again.how == SAVED and len(store.read(register).entries) == 2


def test_what_somebody_removed_meanwhile_comes_back_with_the_changes(register):
    first = save(register, entry()).entry
    assert store.remove(register, first)
    saved = save(register, change(first, title="still wanted"), first)
    assert store.read(register).entries == (saved.entry,)


def test_what_somebody_changed_meanwhile_is_not_removed(register):
    first = save(register, entry()).entry
    changed = save(register, change(first, note="wait"), first).entry
    assert not store.remove(register, first)
    assert store.remove(register, changed) and store.read(register).entries == ()
    with sqlite3.connect(path_of(register)) as database:
        assert database.execute("SELECT count(*) FROM dinamis_history").fetchone() == (0,)


def test_an_edit_in_plain_qgis_is_seen_as_somebodys_change(register):
    first = save(register, entry()).entry
    layer = QgsVectorLayer(f"{path_of(register)}|layername=dinamis_requests", "requests", "ogr")
    with edit(layer):
        row = next(layer.getFeatures())
        layer.changeAttributeValue(row.id(), layer.fields().indexOf("reference"), "D-2026-7")
    saved = save(register, change(first, note="mine"), first)
    assert saved.how == MERGED and saved.entry.request.reference == "D-2026-7"


def test_a_zone_drawn_in_plain_qgis_is_a_request(register):
    keep_looks(register.place, looks(SENSORS))
    (layer, *_others) = at_once(layers_of(register.place))
    row = QgsFeature(layer.fields())
    row.setGeometry(QgsGeometry.fromWkt(ZONE.wkt))
    row["title"] = "drawn"
    with edit(layer):
        layer.addFeature(row)
        copy = QgsFeature(row)
        copy["uuid"] = "same"
        layer.addFeature(copy)
        copy = QgsFeature(copy)
        layer.addFeature(copy)
    found = store.read(register).entries
    assert len({one.id for one in found}) == 3 and {one.request.title for one in found} == {"drawn"}
    copied = next(one for one in found if one.id.startswith("row-"))
    saved = save(register, change(copied, title="named"), copied)
    assert saved.how == SAVED and not saved.entry.id.startswith("row-")
    assert sorted(one.request.title for one in store.read(register).entries) == ["drawn", "drawn", "named"]


def test_a_row_that_is_no_request_hides_no_other(register):
    good = save(register, entry()).entry
    bad = save(register, entry("bad")).entry
    sql(register, f"UPDATE dinamis_requests SET stereo = 'quadri' WHERE uuid = '{bad.id}'")
    reading = store.read(register)
    assert reading.entries == (good,) and reading.refused[0].key == "stereo"


@pytest.mark.parametrize("made", ["here", "elsewhere"])  # by GDAL's own defaults, which count rows by triggers
def test_two_processes_that_write_at_once_lose_nothing(register, made):
    if made == "elsewhere":
        path_of(register).unlink()
        file = ogr.GetDriverByName("GPKG").CreateDataSource(register.place.path)
        file.CreateLayer("roads", None, ogr.wkbNone)
        file = None
        store.create(register)
    first = save(register, entry()).entry
    code = (
        "import sys; from dinamis_qgis.core import register_store as store\n"
        "from dinamis_qgis.core.register_place import Place, Opening\n"
        "from tests.core.register_parts import *\n"
        "register = Opening(Place(sys.argv[1]), sys.argv[1], 'GPKG')\n"
        "for number in range(12): save(register, entry(f'{sys.argv[2]} {number}'), author=sys.argv[2])\n"
        "(there,) = [one for one in store.read(register).entries if one.id == sys.argv[3]]\n"
        "print(save(register, change(there, **{sys.argv[4]: sys.argv[2]}), there).how)\n"
    )
    both = [
        subprocess.Popen(
            [sys.executable, "-c", code, register.place.path, name, first.id, field], cwd=ROOT, stdout=subprocess.PIPE
        )
        for name, field in (("a", "note"), ("b", "feedback"))
    ]
    said = [one.communicate(timeout=120)[0].decode().strip() for one in both]
    assert all(one.returncode == 0 for one in both) and set(said) <= {SAVED, MERGED}
    found = store.read(register).entries
    assert len(found) == 25
    (there,) = (one for one in found if one.id == first.id)
    assert (there.request.note, there.request.feedback, there.version) == ("a", "b", 3)


def test_a_register_that_another_holds_is_busy(register):
    holder = sqlite3.connect(path_of(register), isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(Busy):
            save(register, entry())
    finally:
        holder.execute("ROLLBACK")
        holder.close()
    assert save(register, entry()).how == SAVED


def test_a_drive_that_vanished_is_told_and_nothing_is_made_in_its_place(qgis_app, tmp_path):
    gone = opening(Place(str(tmp_path / "drive" / "registre.gpkg")))
    for attempt in (lambda: store.read(gone), lambda: save(gone, entry())):
        with pytest.raises(RegisterUnreachable):
            attempt()
    assert not (tmp_path / "drive").exists()


def test_a_file_that_is_no_geopackage_and_one_without_a_register_are_told_apart(qgis_app, tmp_path):
    junk = tmp_path / "junk.gpkg"
    junk.write_bytes(b"SQLite format 3\x00" + bytes(200))
    with pytest.raises(RegisterUnreachable):
        store.read(opening(Place(str(junk))))
    other = tmp_path / "other.gpkg"
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(other))
    made.CreateLayer("roads", None, ogr.wkbNone)
    made = None
    with pytest.raises(NoRegister):
        store.read(opening(Place(str(other))))
    store.create(opening(Place(str(other))))
    assert store.read(opening(Place(str(other)))).entries == ()
    made = ogr.Open(str(other))
    assert made.GetLayerByName("roads") is not None


def test_a_newer_register_is_read_and_never_written(register):
    saved = save(register, entry()).entry
    sql(register, "UPDATE dinamis_register SET version = 99")
    reading = store.read(register)
    assert reading.newer and reading.entries == (saved,)
    with pytest.raises(NewerFile):
        save(register, change(saved, title="x"), saved)
    assert store.read(register).entries == (saved,)


def test_an_older_register_is_brought_up_after_a_copy(register):
    saved = save(register, entry(feedback="useful")).entry
    sql(register, "ALTER TABLE dinamis_requests DROP COLUMN feedback")
    assert store.read(register).entries == (change(saved, feedback=""),)
    later = save(register, change(saved, feedback="again"), change(saved, feedback="")).entry
    assert store.read(register).entries == (later,) and later.request.feedback == "again"
    copy = opening(Place(f"{register.place.path}.bak"))
    assert copy and Path(copy.place.path).is_file()
    dataset = ogr.Open(copy.place.path)
    assert dataset.GetLayerByName("dinamis_requests").GetFeatureCount() == 1


def test_a_column_of_somebodys_own_stays(register):
    saved = save(register, entry()).entry
    sql(
        register,
        "ALTER TABLE dinamis_requests ADD COLUMN budget_line TEXT",
        "UPDATE dinamis_requests SET budget_line = '2315'",
    )
    save(register, change(saved, title="x"), saved)
    with sqlite3.connect(path_of(register)) as database:
        assert database.execute("SELECT budget_line FROM dinamis_requests").fetchone() == ("2315",)


def test_a_folder_where_nothing_can_be_written(qgis_app, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritable):
        store.create(opening(Place(str(tmp_path / "file" / "registre.gpkg"))))


def test_days_are_days_in_every_time_zone(register):
    """QGIS 3.22 takes times without a zone for local ones: the register holds days, and moments as text."""
    saved = save(register, replace(entry(), request=entry().request.in_state("sent", DAY))).entry
    code = (
        "import sys; from dinamis_qgis.core import register_store as store\n"
        "from dinamis_qgis.core.register_place import Place, Opening\n"
        "(one,) = store.read(Opening(Place(sys.argv[1]), sys.argv[1], 'GPKG')).entries\n"
        "print(one.request.history[-1].day, one.request.estimate.day, one.modified)\n"
    )
    for zone in ("Europe/Paris", "Pacific/Tahiti", "UTC"):
        said = subprocess.run(
            [sys.executable, "-c", code, register.place.path], cwd=ROOT, capture_output=True, text=True, check=True,
            env={**os.environ, "TZ": zone},
        )  # fmt: skip
        assert said.stdout.split() == ["2026-03-02", "2026-03-02", saved.modified]


def test_the_layers_serve_in_plain_qgis(register):
    save(register, entry())
    keep_looks(register.place, looks(SENSORS))
    keep_looks(register.place, looks(SENSORS))  # what is there stays: QGIS would ask whether to replace it
    project = QgsProject.instance()
    shown = add_to_project(at_once(layers_of(register.place)), project)
    assert add_to_project(at_once(layers_of(register.place)), project) is shown and project.count() == 3
    assert isinstance(shown.renderer(), QgsCategorizedSymbolRenderer) and shown.renderer().classAttribute() == "state"
    colours = {one.value(): one.symbol().color().name() for one in shown.renderer().categories()}
    assert len(set(colours.values())) == len(colours) >= 8
    fields = shown.fields()
    assert fields.field("product_geometry").alias() == "Geometry"
    setup = shown.editorWidgetSetup(fields.indexOf("state"))
    assert setup.type() == "ValueMap" and {"Sent": "sent"} in setup.config()["map"]
    assert shown.editorWidgetSetup(fields.indexOf("sensor")).config()["map"][0] == {"Pléiades": "pleiades"}
    assert shown.editorWidgetSetup(fields.indexOf("uuid")).type() == "Hidden"
    assert [tab.name() for tab in shown.editFormConfig().tabs()][0] == "Imagery request"
    assert shown.crs().authid() == "EPSG:4326"


@pytest.mark.parametrize("suffix", [".ods", ".csv"])
def test_an_export_opens_in_a_spreadsheet(register, tmp_path, suffix):
    sent = replace(entry("=1+1"), request=entry("=1+1", note="é").request.in_state("sent", DAY))
    save(register, sent)
    path = tmp_path / f"requests{suffix}"
    export(path, store.read(register).entries, SENSORS)
    dataset = ogr.Open(str(path))
    (row,) = (feature.items() for feature in dataset.GetLayer(0))
    assert (row["Title"], row["State"], row["Sensor"]) == ("'=1+1", "Sent", "Pléiades")
    assert (row["Asked on"], row["Internal note"], float(row["To order (km²)"])) == ("2026-03-02", "é", 83.0)
    assert list(tmp_path.glob(".*")) == []


def test_an_export_where_nothing_can_be_written_says_so(qgis_app, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritable):
        export(tmp_path / "file" / "x.ods", [entry()], SENSORS)


def test_what_waits_keeps_where_the_changes_began(tmp_path):
    waiting = WaitingFile(tmp_path / "waiting.json")
    first = entry()
    waiting.put([Waiting("a.gpkg", change(first, title="1"), first)])
    waiting.put([Waiting("a.gpkg", change(first, title="2"), change(first, title="1")), Waiting("b", entry(), None)])
    (one,) = waiting.read("a.gpkg")
    assert (one.now.request.title, one.before) == ("2", first)
    waiting.drop(Waiting("a.gpkg", change(first, title="1"), first))  # it was changed since
    assert waiting.read("a.gpkg") == (one,)
    waiting.drop(one)
    assert waiting.read("a.gpkg") == () and len(waiting.read("b")) == 1
