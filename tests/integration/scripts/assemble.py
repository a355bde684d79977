# SPDX-License-Identifier: GPL-2.0-or-later
"""Three tilted images in two CRS become one, cut to the zone, by the panel's own buttons; the project is opened again
from another folder."""

import math
import shutil
from dataclasses import replace
from datetime import datetime, timezone

import numpy as np
from osgeo import osr
from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.utils import iface, plugins
from shapely.geometry import Point

from dinamis_qgis.core.mosaic_layer import MOSAIC
from dinamis_qgis.core.proj import to_lon_lat
from dinamis_qgis.core.zone import Zone
from tests.integration.inside import answer, grab, out, spin, wait_until
from tests.services.dimap_writer import Image, write_pleiades, write_spot

SIDE = 600
X, Y = 301_000.0, 6_834_000.0
project, canvas = QgsProject.instance(), iface.mapCanvas()


def fields(seed: int, light: float) -> np.ndarray:
    """Some land; images are told apart by their light."""
    down, across = np.mgrid[:SIDE, :SIDE]
    ground = 600 + 250 * np.sin(across / 37 + seed) * np.cos(down / 53) + 120 * np.sin((down + across) / 9)
    return np.stack([ground * light * part for part in (1.0, 1.1, 0.8, 1.9)]).clip(1, 4094).astype(np.uint16)


def tilted(image: Image) -> Image:
    """Its file is filled with a dark value outside of a turned outline, as a compressed one is."""
    x, y = image.corner
    far = SIDE * image.pixel_size
    roi = [(x + 0.25 * far, y), (x + far, y - 0.2 * far), (x + 0.75 * far, y - far), (x, y - 0.8 * far)]
    down, across = (np.mgrid[:SIDE, :SIDE] + 0.5) / SIDE
    inside = (down > 0.2 * (across - 0.25) / 0.75) & (down < 0.8 + 0.2 * across / 0.75)
    inside &= (across > 0.25 * (1 - down / 0.8)) & (across < 1 - 0.25 * (down - 0.2) / 0.8)
    return replace(image, pixels=np.where(inside, image.pixels, 2).astype(np.uint16), roi=roi)


lambert, utm = osr.SpatialReference(), osr.SpatialReference()
for system, code in ((lambert, 2154), (utm, 32630)):
    system.ImportFromEPSG(code)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
east, north, _ = osr.CoordinateTransformation(lambert, utm).TransformPoint(X + 60, Y + 80)
first = Image("PHR1B", "PMS", fields(1, 1.0), (X, Y), 0.5, cloud_cover=1.0)
second = Image("PHR1A", "PMS", fields(2, 1.4), (X + 190, Y - 40), 0.5, cloud_cover=9.0)
third = Image("SPOT7", "PMS", fields(3, 0.7), (east, north), 1.5, epsg=32630, cloud_cover=30.0)
write_pleiades(out / "images" / "a", [tilted(first)])
write_pleiades(out / "images" / "b", [tilted(replace(second, when=datetime(2019, 7, 1, 11, tzinfo=timezone.utc)))])
write_spot(out / "images" / "c", [tilted(third)])

project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
dock = plugins["dinamis_qgis"]._dock
dock.setUserVisible(True)
iface.mainWindow().resizeDocks([dock], [360], Qt.Orientation.Horizontal)
page = dock.page("images")
dock.show_page("images")
page.open_paths([str(out / "images")])
wait_until(lambda: page.sheet is not None, "the delivery's sheet")
page.sheet.open_button.click()
wait_until(lambda: page.model.rowCount() == 3 and not page._slot.busy, "three images")
shape = to_lon_lat(Point(X + 240, Y - 170).buffer(230), "EPSG:2154")
page._context.zones.set(Zone(shape, "drawn", "Autour du bourg"))
page.assembling.button.click()
sheet = page.assembling.sheet
sheet.zone.setCurrentIndex(0)
sheet.file.setFilePath(str(out / "images" / "mosaique.vrt"))
spin(0.3)
grab(sheet, "assemble.png")
sheet.button.click()


def mosaics():
    return [layer for layer in project.mapLayers().values() if layer.customProperty(MOSAIC)]


wait_until(lambda: len(mosaics()) == 1 and not page._slot.busy, "a mosaic")
layer = mosaics()[0]
answer["credit"] = layer.metadata().rights()
canvas.waitWhileRendering()
spin(0.5)
canvas.waitWhileRendering()
grab(iface.mainWindow(), "window.png")
grab(canvas, "map.png")
project.write(str(out / "images" / "carte.qgz"))
project.clear()
shutil.move(out / "images", out / "ailleurs")
project.read(str(out / "ailleurs" / "carte.qgz"))
(again,) = mosaics()
answer["valid"] = [again.isValid(), "ailleurs" in again.source()]
canvas.setExtent(again.extent())
canvas.refresh()
canvas.waitWhileRendering()
spin(0.5)
grab(canvas, "again.png")
middle, there = again.dataProvider().sample(again.extent().center(), 1)
answer["middle"] = [middle, there and not math.isnan(middle)]
