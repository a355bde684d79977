# SPDX-License-Identifier: GPL-2.0-or-later
"""Turns a written Ortho image into a Primary one, with an RPC whose every kind of term counts, height included; and
computes that model by itself, as the RPC00B specification (STDI-0002, appendix E) writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import osr

from .dimap_xml import system

LINE_NUM = (0.002, 0.013, -1.01, 0.062, 0.003, 0.001, -0.002, 0.001, 0.002, 0.0005) + (0.0001,) * 10
LINE_DEN = (1.0, 0.001, -0.002, 0.0015, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0) + (0.0,) * 10
SAMP_NUM = (-0.001, 1.015, 0.021, -0.093, -0.002, 0.002, 0.001, 0.002, 0.001, -0.0007) + (-0.0001,) * 10
SAMP_DEN = (1.0, -0.0012, 0.001, 0.002, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0) + (0.0,) * 10


@dataclass(frozen=True)
class Model:
    """Lines and samples are DIMAP's: the centre of the first pixel is (1, 1)."""

    rows: int
    columns: int
    longitude: float
    latitude: float
    half_width: float  # degrees
    half_height: float
    height: float = 140.0  # m, of the middle
    height_scale: float = 400.0

    def pixel(self, longitude: float, latitude: float, height: float) -> tuple[float, float]:
        """(line, sample) of a place on the ground."""
        x = (longitude - self.longitude) / self.half_width
        y = (latitude - self.latitude) / self.half_height
        z = (height - self.height) / self.height_scale
        terms = np.array(
            [1, x, y, z, x * y, x * z, y * z, x * x, y * y, z * z, x * y * z, x**3, x * y * y, x * z * z, x * x * y,
             y**3, y * z * z, x * x * z, y * y * z, z**3]
        )  # fmt: skip
        line = terms @ np.array(LINE_NUM) / (terms @ np.array(LINE_DEN))
        sample = terms @ np.array(SAMP_NUM) / (terms @ np.array(SAMP_DEN))
        middle, half = ((self.rows + 1) / 2, (self.columns + 1) / 2), ((self.rows - 1) / 2, (self.columns - 1) / 2)
        return float(line * half[0] + middle[0]), float(sample * half[1] + middle[1])

    def ground(self, line: float, sample: float, height: float) -> tuple[float, float]:
        """(longitude, latitude) of a pixel at a height, by Newton's method."""
        place = np.array([self.longitude, self.latitude])
        step = 1e-7
        for _ in range(20):
            here = np.array(self.pixel(*place, height))
            slopes = np.array(
                [np.array(self.pixel(*(place + move), height)) - here for move in ((step, 0), (0, step))]
            ).T
            place = place + np.linalg.solve(slopes / step, np.array([line, sample]) - here)
        return float(place[0]), float(place[1])


def make_primary(dim: Path, with_model: bool = True) -> Model:
    """Rewrites the DIM, takes the georeferencing out of the tiles' side, and writes the RPC beside."""
    text = dim.read_text("utf-8")
    found = {
        key: float(re.search(rf"<{key}>([^<]+)<", text)[1]) for key in ("ULXMAP", "ULYMAP", "XDIM", "NROWS", "NCOLS")
    }
    epsg = int(re.search(r"EPSG::(\d+)<", text)[1])
    rows, columns = int(found["NROWS"]), int(found["NCOLS"])
    to_degrees = osr.CoordinateTransformation(system(epsg), system(4326))
    x, y, step = found["ULXMAP"], found["ULYMAP"], found["XDIM"]
    (lon, lat, _), (east, _, _), (_, north, _) = (
        to_degrees.TransformPoint(*place)
        for place in (
            (x + columns * step / 2, y - rows * step / 2),
            (x + columns * step, y - rows * step / 2),
            (x + columns * step / 2, y),
        )
    )
    model = Model(rows, columns, lon, lat, east - lon, north - lat)
    rpc = f"RPC_{dim.stem[4:]}.XML"
    component = (
        "<Geoposition><Geoposition_Models><Rational_Function_Model><Component><COMPONENT_TITLE>RPC Model"
        "</COMPONENT_TITLE><COMPONENT_TYPE>DIMAP</COMPONENT_TYPE>"
        f'<COMPONENT_PATH href="{rpc}"/></Component></Rational_Function_Model></Geoposition_Models></Geoposition>'
    )
    text = re.sub(r"<Geoposition>.*</Geoposition>", component, text, flags=re.DOTALL)
    text = re.sub(r"<Coordinate_Reference_System>.*</Coordinate_Reference_System>", "", text, flags=re.DOTALL)
    text = text.replace("<PROCESSING_LEVEL>ORTHO<", "<PROCESSING_LEVEL>SENSOR<")
    dim.write_text(text, "utf-8")
    if with_model:
        (dim.parent / rpc).write_text(rpc_xml(model), "utf-8")
    return model


def rpc_xml(model: Model, neo: bool = False) -> str:
    """Pléiades and SPOT 6-7 name the two models in one way, Pléiades Neo in another, and may count from 0."""

    def terms(name: str, values: tuple[float, ...]) -> str:
        return "".join(
            f"<{name}_COEFF_{number}>{value}</{name}_COEFF_{number}>" for number, value in enumerate(values, 1)
        )

    inverse = (
        terms("SAMP_NUM", SAMP_NUM)
        + terms("SAMP_DEN", SAMP_DEN)
        + terms("LINE_NUM", LINE_NUM)
        + terms("LINE_DEN", LINE_DEN)
    )
    direct = inverse.replace("COEFF_1>0.002<", "COEFF_1>9.0<")  # the other direction: not to be taken for it
    first = 0 if neo else 1
    names = ("ImagetoGround_Values", "GroundtoImage_Values") if neo else ("Direct_Model", "Inverse_Model")
    domain = "ImagetoGround_Validity_Domain" if neo else "Direct_Model_Validity_Domain"
    shift = first - 1
    models = f"<{names[0]}>{direct}</{names[0]}><{names[1]}>{inverse}</{names[1]}>"
    validity = f"""<RFM_Validity><{domain}><FIRST_ROW>{first}</FIRST_ROW><FIRST_COL>{first}</FIRST_COL></{domain}>
<LONG_SCALE>{model.half_width}</LONG_SCALE><LONG_OFF>{model.longitude}</LONG_OFF>
<LAT_SCALE>{model.half_height}</LAT_SCALE><LAT_OFF>{model.latitude}</LAT_OFF>
<HEIGHT_SCALE>{model.height_scale}</HEIGHT_SCALE><HEIGHT_OFF>{model.height}</HEIGHT_OFF>
<SAMP_SCALE>{(model.columns - 1) / 2}</SAMP_SCALE><SAMP_OFF>{(model.columns + 1) / 2 + shift}</SAMP_OFF>
<LINE_SCALE>{(model.rows - 1) / 2}</LINE_SCALE><LINE_OFF>{(model.rows + 1) / 2 + shift}</LINE_OFF></RFM_Validity>"""
    inside = models + validity
    return (
        '<?xml version="1.0" encoding="UTF-8"?><Dimap_Document><Rational_Function_Model>'
        + (inside if neo else f"<Global_RFM>{inside}</Global_RFM>")
        + "</Rational_Function_Model></Dimap_Document>"
    )
