# SPDX-License-Identifier: GPL-2.0-or-later
"""What is read in slices is what json and GEOS read whole."""

from __future__ import annotations

import contextlib
import itertools
import json
import re

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import GeometryCollection, MultiPolygon, Point, box, mapping

from dinamis_qgis.domain import large_outlines
from dinamis_qgis.domain.large_outlines import read, surface
from tests.domain.test_outline import coast

MAYOTTE = MultiPolygon(
    [coast(9_000), box(-3.5, 48, -3.4, 48.1), box(-4, 48, -3.9, 48.1).difference(box(-3.95, 48, -3.92, 48.05))]
)


def feature(shape, **properties):
    return {"type": "Feature", "properties": properties, "geometry": mapping(shape)}


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("shape", [MAYOTTE, coast(9_000), box(0, 0, 1, 1).difference(box(0.2, 0.2, 0.3, 0.3))])
def test_every_corner_and_the_properties_are_those_of_the_file(shape, indent):
    said = read(json.dumps(feature(shape, nom="Côte « d'Émeraude »", n=3), indent=indent).encode())
    assert surface(said["geometry"]).equals_exact(shape, 0.0)
    assert said["properties"] == {"nom": "Côte « d'Émeraude »", "n": 3}


@given(blanks=st.lists(st.sampled_from(["", " ", "\n\t"]), min_size=1, max_size=9), size=st.integers(150, 400))
def test_wherever_the_slices_end(blanks, size):
    """Blanks may stand after any sign."""
    parts = re.split(r"(?<=[\[\],])", json.dumps(mapping(coast(60))))
    text = "".join(part + blank for part, blank in zip(parts, itertools.cycle(blanks)))
    former, large_outlines._SLICE = large_outlines._SLICE, size
    try:
        assert surface(read(text.encode())).equals_exact(coast(60), 0.0)
    finally:
        large_outlines._SLICE = former


def test_heights_are_left_out_even_where_only_some_corners_have_one():
    ring = [[0, 0, 5], [1, 0], [1, 1, 7.5], [0, 0, 5]]
    found = surface(read(json.dumps({"type": "Polygon", "coordinates": [ring]}).encode()))
    assert shapely.get_coordinates(found).tolist() == [[0, 0], [1, 0], [1, 1], [0, 0]] and not found.has_z


def test_what_lies_beside_polygons_is_left_out():
    mixed = GeometryCollection([Point(1, 1), box(0, 0, 1, 1)])
    assert surface(read(json.dumps(mapping(mixed)).encode())).equals(box(0, 0, 1, 1))
    assert surface(read(json.dumps(mapping(Point(1, 1))).encode())).is_empty


def test_a_property_of_that_name_is_no_outline():
    said = {"coordinates": ["0"], "text": '"coordinates": [[[1, 2], [3, 4]]]', "more": {"coordinates": [[["a"]], 2]}}
    found = read(json.dumps(feature(box(0, 0, 1, 1), **said)).encode())
    assert surface(found["geometry"]).equals(box(0, 0, 1, 1))
    assert found["properties"]["text"] == said["text"] and found["properties"]["more"] == said["more"]


@pytest.mark.parametrize(
    "coordinates",
    [
        "",
        "[",
        "[[",
        "[[[1,2],[3,4],[5",
        "[[[1,2],[3,4],[1,2]]",
        "[[[1,2] [3,4]]]",
        "[[[1,2],[3,null]]]",
        "[[[[[1,2]]]]]",
    ],
)
def test_what_is_broken_is_told(coordinates):
    with pytest.raises(ValueError):
        surface(read(b'{"type": "Polygon", "coordinates": ' + coordinates.encode() + b"}"))


@pytest.mark.parametrize(
    "coordinates",
    [5, [], None, "x", [[]], [[[1, 2]]], [[[1, 2], "3"]], [[[1, 2], [1e400, 3], [4, 5], [1, 2]]], [[[1]]]],
)
@pytest.mark.parametrize("kind", ["Polygon", "MultiPolygon", "GeometryCollection", 3])
def test_what_is_no_outline_is_told_or_empty(kind, coordinates):
    text = json.dumps({"type": kind, "coordinates": coordinates, "geometries": coordinates})
    with contextlib.suppress(ValueError, shapely.errors.ShapelyError):
        assert surface(read(text.encode())).is_empty


def test_points_lie_at_the_ends_of_the_tree():
    (outer,) = read(json.dumps(mapping(coast(9_000))).encode())["coordinates"]
    assert isinstance(outer, np.ndarray) and outer.shape == (9_001, 2)
