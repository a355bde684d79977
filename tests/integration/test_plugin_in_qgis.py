# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin in the real desktop: it loads, it leaves nothing, and it says what it lacks."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import Qgis

from tests.integration import real_qgis

SCRIPTS = Path(__file__).with_name("scripts")


@pytest.fixture(scope="module", autouse=True)
def staged():
    real_qgis.stage()


OWN_SHAPELY = Qgis.QGIS_VERSION_INT >= 34000  # QGIS imports it as it starts, and bears its absence only


@pytest.mark.parametrize(
    "shapely",
    [
        pytest.param(
            "raise ImportError('no library')",
            marks=pytest.mark.skipif(OWN_SHAPELY, reason="this QGIS itself has no Python with such a shapely"),
        ),
        "raise ModuleNotFoundError('no library')",
        "__version__ = '1.8.5'",
    ],
    ids=["broken", "in part", "older"],
)
def test_without_shapely_2_it_loads_and_says_how_to_get_it(shapely, tmp_path):
    package = tmp_path / "first" / "shapely"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(shapely)
    packages = [str(package.parent), *real_qgis.venv_packages()]
    said = real_qgis.run(SCRIPTS / "without_shapely.py", tmp_path, seconds=60, packages=packages)
    assert said["loaded"] and said["exit_code"] == 0
    for place in ("message bar", "panel", "toolbox"):
        assert "shapely" in said[place] and "pip install" in said[place], (place, said[place])
        assert said[place].count(".") <= 4
    assert said["algorithms"] == 0


@pytest.mark.skipif(
    Path("/usr/lib/python3/dist-packages/shapely").is_dir(), reason="the system itself has shapely: it cannot lack"
)
def test_without_shapely_at_all(tmp_path):
    said = real_qgis.run(SCRIPTS / "without_shapely.py", tmp_path, seconds=60, packages=[])
    assert said["loaded"] and "pip install" in said["panel"]


def test_shapely_runs_on_its_own_geos(tmp_path):
    said = real_qgis.run(SCRIPTS / "own_geos.py", tmp_path, seconds=60)
    assert said["coordinates"] == [2, 3] and said["dimensions"] == 2 and said["oriented"] and not said["problem"]


def test_a_shapely_that_another_plugin_mixed_up_is_refused(tmp_path):
    said = real_qgis.run(SCRIPTS / "mixed_geos.py", tmp_path, seconds=60, plugin=False)
    if not said["brings_one"]:
        pytest.skip("the shapely here is the system's: it has no GEOS of its own")
    assert "shapely" in said["toolbox"] and "shapely" in said["panel"] and said["algorithms"] == 0


def test_the_options_open_at_the_catalogues_and_are_kept(tmp_path):
    said = real_qgis.run(SCRIPTS / "options.py", tmp_path, seconds=60)
    assert said["opened"] == ["Territoire", "Comptes et catalogues", "Barèmes", "Registre", "Téléchargements et cache"]
    assert said["at"] == "Comptes et catalogues" and said["clipped"] == []
    assert said["written"] == [{"id": "ign-mosaics", "enabled": False}, {"id": "geodes", "enabled": False}]
    assert said["themes"] == said["themes before"] - 2, "the form does not offer what no catalogue serves any more"
    assert said["twice"] == said["once"], "the page is registered once more by each reload"


def test_a_locked_authentication_database_opens_a_window_on_a_click_only(tmp_path):
    said = real_qgis.run(SCRIPTS / "locked.py", tmp_path, seconds=60)
    assert said["at start"] == said["by itself"] == []
    assert (said["state"], said["sign-in"]) == ("NEEDS_MASTER_PASSWORD", "NeedsMasterPassword")
    assert said["unlocked"] and len(said["on a click"]) == 1 and said["then"] == "KEY"


def test_every_page_can_be_320_pixels_wide(tmp_path):
    said = real_qgis.run(SCRIPTS / "narrow.py", tmp_path, seconds=60)
    for page in ("search", "request", "images"):
        assert said[page] <= 320 and said[f"{page}: tabs whole"], said


def test_a_delivery_dropped_on_the_map_opens_and_the_rest_is_qgis_s(tmp_path):
    said = real_qgis.run(SCRIPTS / "drop.py", tmp_path, seconds=60)
    assert said["ours"] == ["PHR1A", "PHR1B"] and said["sheet"] == 2
    assert said["theirs"] == ["scan"] and said["mixed"] == [True, True]


def test_a_download_goes_on_though_the_panel_stays_closed(tmp_path):
    said = real_qgis.run(SCRIPTS / "resumed.py", tmp_path, seconds=150)
    assert said["before"] and said["hidden"] and said["states"] == ["failed"]
    assert said["said"] == "1 téléchargement d'une session précédente reprend."


def test_a_place_typed_in_the_locator_bar_is_the_zone_and_shown(tmp_path):
    said = real_qgis.run(SCRIPTS / "places.py", tmp_path, seconds=90)
    assert said["zone"] == "Lamballe-Armor" and said["km2"] == pytest.approx(82, abs=3) and said["visible"]
    assert 7_000 < said["width_m"] < 60_000
    assert said["left"] == [] and said["back"] == ["dinamis_places"] and said["exit_code"] == 0


def test_images_are_assembled_and_travel_with_their_project(tmp_path):
    said = real_qgis.run(SCRIPTS / "assemble.py", tmp_path, seconds=90)
    assert said["credit"] == ["© CNES 2019, 2022, Distribution Airbus DS ; © Airbus DS 2022"]
    assert said["valid"] == [True, True] and said["middle"][1]


def test_streamed_layers_wait_in_silence_and_come_back(tmp_path):
    said = real_qgis.run(SCRIPTS / "streamed.py", tmp_path, seconds=120)
    assert said["dialogs"] == [] and said["secrets"] == [] and said["copied"]
    for moment in ("opened", "without a login", "signed in again", "without the plugin"):
        assert said[moment]["valid"] == [True, True], moment
    for moment in ("opened", "signed in again"):
        assert said[moment]["signed"] == [True, True] and said[moment]["marks"] == [[], []] and said[moment]["drawn"]
    waiting = said["without a login"]
    assert waiting["signed"] == [False, False] and not waiting["drawn"]
    assert [len(marks) for marks in waiting["marks"]] == [1, 1]
    assert waiting["messages"] == ["2 couches attendent une connexion pour s'afficher."]
    assert said["signed in again"]["messages"] == [] and not said["signed in again"]["dirty"]
    assert "l'extension DINAMIS" in said["abstract"]


def test_an_image_gives_its_credit_and_its_sheet_in_the_layer_tree(tmp_path):
    said = real_qgis.run(SCRIPTS / "sheet.py", tmp_path, seconds=90)
    compositions = ["Couleurs naturelles", "Infrarouge couleur (IRC)"]
    assert said["ours"] == [*compositions, "Copier la mention", "Fiche image (mise en page)…"] and said["theirs"] == []
    assert said["licence"] == ["Image sous licence DSP Pléiades : usage de service public, non commercial."]
    assert said["clipboard"] == "© CNES 2022, Distribution Airbus DS" == said["credit"]
    assert said["designers"] == 1 and said["title"].startswith("Pléiades 1A") and said["welcome"] == [True, False]
    assert said["after"] == [], "the entries outlive the plugin"


def test_everything_stands_where_qgis_has_its_own(tmp_path):
    said = real_qgis.run(SCRIPTS / "in_place.py", tmp_path, seconds=120)
    assert said["menu"] == ["Panneau DINAMIS", "Ouvrir une livraison", "Fiche image (mise en page)…"]
    assert said["toolbar"][:2] == [True, True] and said["functions"] == [True, True]
    assert [prefix for prefix, _name in said["locator"]] == ["din"]
    assert len(said["algorithms"]) == 9 and all(icon and line for _id, _name, icon, line in said["algorithms"])
    assert ["dinamis:indexproducts", "Indexer les produits d", "un dossier"] in [
        [name, *re.split("['’]", title)] for name, title, *_rest in said["algorithms"]
    ]
    assert "/resources/demo/quicklooks/" in said["tip"] and "<b>SPOT 6, " in said["tip"]
    assert "Données synthétiques (Synthetic data)" in said["decoration"] and all(said["attributions"])
    assert said["played"][1].endswith("sur la carte\u00a0: 2016")
    assert said["shown"].endswith("sur la carte\u00a0: 2022")


def test_a_folder_is_indexed_shown_searched_and_found_again(tmp_path):
    said = real_qgis.run(SCRIPTS / "library.py", tmp_path, seconds=90)
    assert not said["before"] and said["footprints"] == [3, "EPSG:4326", 2]
    assert said["catalogues"] == ["library"] and said["line"].endswith("3 déjà sur disque")
    assert said["way"] == "Ouvrir" and said["rows"] == 3
    assert said["absent"] == 2  # the opened one is in the project still


def test_the_guide_opens_at_the_page_of_what_is_in_sight(tmp_path):
    said = real_qgis.run(SCRIPTS / "guide.py", tmp_path, seconds=60)
    assert said["f1"] == ["find-image.html#"] and said["theirs"] == [], "F1 went to QGIS's own help"
    assert said["sign"] == ["request.html#"] and said["menu"] == ["index.html#"]
    assert said["options"] == ["administer.html#register"]
    assert not said["left"] and said["entries"] == [] and said["exit_code"] == 0


def test_installed_from_the_zip_into_an_empty_profile_it_searches(tmp_path):
    subprocess.run(["make", "-s", "package", f"VENV={sys.prefix}"], cwd=real_qgis.ROOT, check=True)
    (package,) = (real_qgis.ROOT / "build").glob("dinamis_qgis-*.zip")
    (nowhere := tmp_path / "no other plugin").mkdir()
    said = real_qgis.run(
        SCRIPTS / "installed.py", tmp_path, plugin=False, DINAMIS_ZIP=str(package), QGIS_PLUGINPATH=str(nowhere)
    )
    assert not said["before"] and said["exit_code"] == 0
    assert said["in the profile"], said["where"]
    assert said["rows"] > 0 and said["algorithms"] == 9 and said["python errors"] == []
