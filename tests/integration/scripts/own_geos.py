# SPDX-License-Identifier: GPL-2.0-or-later
"""Within the desktop, where the system's GEOS is loaded already, shapely behaves as it does alone."""

import shapely

from dinamis_qgis import dependencies
from tests.integration.inside import answer

point, square = shapely.Point(2, 3), shapely.box(0, 0, 1, 1)
answer["coordinates"] = list(point.coords[0])
answer["dimensions"] = shapely.from_wkb(shapely.to_wkb(square)).exterior.coords[0].__len__()
answer["oriented"] = shapely.orient_polygons(square).exterior.is_ccw  # crashed QGIS when two GEOS were mixed
answer["problem"] = str(dependencies.problem() or "")
