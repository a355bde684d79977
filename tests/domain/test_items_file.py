# SPDX-License-Identifier: GPL-2.0-or-later
"""An ItemCollection in a file: a catalogue that may come from anywhere, and reads nowhere else."""

import json

import pytest

from dinamis_qgis.domain.catalogues.items_file import ItemsFile
from dinamis_qgis.domain.errors import Cancelled, InvalidCatalogueFile, NotFound
from dinamis_qgis.domain.query import SearchQuery


class Free:
    cancelled = False

    def isCanceled(self):
        return self.cancelled


def item(number, **others):
    date = f"20{number:02}-01-01T00:00:00Z"
    return {"type": "Feature", "id": f"s{number}", "collection": "c", "properties": {"datetime": date}, **others}


def catalogue(folder, *items):
    file = folder / "catalogue" / "items.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({"type": "FeatureCollection", "features": items}), encoding="utf-8")
    return ItemsFile(file)


def test_pages_newest_first_within_the_limit(tmp_path):
    opened = catalogue(tmp_path, *(item(number % 90) | {"id": str(number)} for number in range(250)))
    pages = list(opened.search(SearchQuery(limit=220), Free()))
    assert [len(page.scenes) for page in pages] == [100, 100, 20]
    dates = [scene.acquired for page in pages for scene in page.scenes]
    assert dates == sorted(dates, reverse=True)
    assert pages[0].matched == 250
    assert opened.count(SearchQuery(collections=("other",)), Free()).number == 0


def test_paths_stay_within_the_folder_of_the_file(tmp_path):
    (tmp_path / "secret.jpg").write_bytes(b"x")
    hrefs = {
        "good": "pictures/a%20b.jpg",
        "web": "https://x.test/a.jpg",
        "up": "../secret.jpg",
        "escaped": "%2e%2e/secret.jpg",
        "absolute": str(tmp_path / "secret.jpg"),
        "scheme": "file:///etc/passwd",
        "other": "ftp://x.test/a.jpg",
        "nul": "a\0b",
        "itself": ".",
    }
    opened = catalogue(tmp_path, item(1, assets={key: {"href": href} for key, href in hrefs.items()}))
    (tmp_path / "catalogue" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    scene = opened.scene("c", "s1", "", Free())
    assert {asset.key: asset.href for asset in scene.assets} == {
        "good": str(tmp_path / "catalogue" / "pictures" / "a b.jpg"),
        "web": "https://x.test/a.jpg",
    }
    linked = catalogue(tmp_path, item(1, assets={"link": {"href": "link.jpg"}}))
    assert linked.scene("c", "s1", "", Free()).assets == ()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"type": "FeatureCollection"}', '{"features": []}', "[" * 99999])
def test_a_file_that_is_none_is_named(tmp_path, content):
    file = tmp_path / "items.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidCatalogueFile) as caught:
        list(ItemsFile(file).search(SearchQuery(), Free()))
    assert caught.value.path == str(file) and caught.value.reason


def test_a_lone_item_is_a_catalogue_of_one_and_a_missing_file_is_said(tmp_path):
    file = tmp_path / "item.json"
    file.write_text("\ufeff" + json.dumps(item(3)), encoding="utf-8")
    assert ItemsFile(file).scene("c", "s3", "", Free()).catalogue == str(file)
    with pytest.raises(InvalidCatalogueFile):
        ItemsFile(tmp_path / "none.json").count(SearchQuery(), Free())


def test_what_is_not_there_and_what_is_cancelled(tmp_path):
    opened = catalogue(tmp_path, item(1))
    with pytest.raises(NotFound):
        opened.scene("c", "s2", "", Free())
    busy = Free()
    busy.cancelled = True
    with pytest.raises(Cancelled):
        list(opened.search(SearchQuery(), busy))


def test_an_address_that_is_none_costs_its_asset_and_nothing_else(tmp_path):
    bad = {"thumbnail": {"href": "http://[bad"}, "overview": {"href": "https://host.test/o.jpg"}}
    opened = catalogue(tmp_path, item(1, assets=bad, links=[{"rel": "self", "href": "http://[bad"}]))
    (page,) = opened.search(SearchQuery(), Free())
    assert [asset.href for asset in page.scenes[0].assets] == ["https://host.test/o.jpg"]
