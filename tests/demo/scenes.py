# SPDX-License-Identifier: GPL-2.0-or-later
"""The forty scenes of the demonstration: when, where, how. All invented."""

from __future__ import annotations

from dataclasses import dataclass

BARE = "bare"
TILTED = "tilted"  # the picture fills the frame of the acquisition; the footprint is its four corners
UTM_GRID, LAMBERT_GRID = "utm grid", "lambert grid"  # north-up, with projection metadata
UTM_BOX, DEGREE_BOX = "utm box", "degree box"  # north-up in the box of the footprint, with empty wedges and no metadata


@dataclass(frozen=True)
class Plan:
    satellite: str
    when: str  # UTC
    lon: float
    lat: float
    kind: str
    cloud: float | None  # %; None: the catalogue does not say
    incidence: float
    length: float  # km
    tilt: float = 12.0  # degrees
    tide: float = 0.5
    haze: float = 0.07
    mode: str = "mono"
    spectral: str = "PMS"
    ring: int = 0  # where the footprint's ring starts and which way it turns
    hidden_cloud: float = 0.0  # % in the picture, where the catalogue does not say
    cut: bool = False  # ortho cut inside the swath: no empty wedge


PLANS = (
    # summer 2022, clear over the communes
    Plan("PHR1B", "2022-07-14T11:02:15.3", -2.52, 48.49, TILTED, 3.2, 12.4, 22, 11.6, 0.35),
    Plan("SPOT7", "2022-08-02T10:54:13.2", -2.60, 48.47, LAMBERT_GRID, 1.4, 21.3, 62, 12.3, 0.2, 0.10),
    Plan("PHR1A", "2022-08-09T11:10:41.7", -2.55, 48.53, UTM_GRID, 0.0, 8.1, 20, 11.9, 0.65, ring=1),
    Plan("PHR1A", "2022-06-17T11:06:02.9", -2.46, 48.45, TILTED, 7.8, 17.6, 26, 9.4, 0.8, ring=2),
    Plan("SPOT6", "2022-07-19T10:47:55.4", -2.38, 48.40, TILTED, 5.1, 14.9, 70, 12.0, 0.5, 0.12, ring=3),
    Plan("PHR1B", "2022-09-05T11:14:22.5", -2.60, 48.50, UTM_BOX, 9.3, 24.8, 20, 13.2, 0.1),
    Plan("PHR1A", "2022-07-26T10:59:37.1", -2.72, 48.52, TILTED, 34.0, 19.2, 22, 12.6, 0.9, 0.16, ring=1),
    Plan("SPOT7", "2022-06-28T10:41:08.8", -2.75, 48.42, DEGREE_BOX, 22.6, 27.5, 60, 14.1, 0.6, 0.10, ring=2),
    # other years
    Plan("PHR1A", "2016-05-06T11:18:09.2", -2.50, 48.48, TILTED, 2.0, 10.5, 21, 12.1, 0.4, ring=4),
    Plan("SPOT6", "2016-07-18T10:52:44.1", -2.55, 48.45, TILTED, 11.0, 18.3, 66, 12.8, 0.7, 0.10),
    Plan("PHR1B", "2016-10-12T11:21:33.6", -2.66, 48.46, TILTED, 18.5, 22.0, 20, 13.0, 0.2, 0.14, ring=3),
    Plan("SPOT7", "2017-04-09T10:49:27.5", -2.50, 48.42, LAMBERT_GRID, 0.6, 9.8, 60, 12.0, 0.85, ring=1),
    Plan("PHR1A", "2017-06-20T11:07:51.0", -2.44, 48.57, TILTED, 0.9, 13.7, 24, 10.8, 0.15, mode="stereo", ring=1),
    Plan("PHR1A", "2017-06-20T11:08:42.6", -2.44, 48.57, TILTED, 1.1, 15.9, 24, 12.9, 0.15, mode="stereo", ring=1),
    Plan("SPOT6", "2017-09-02T10:56:12.3", -2.85, 48.40, TILTED, 44.0, 25.6, 58, 13.4, 0.5, 0.14, ring=2),
    Plan("PHR1B", "2018-02-24T11:12:05.8", -2.57, 48.52, UTM_GRID, 4.4, 6.3, 18, 12.0, 0.05, 0.06, spectral="P+MS"),
    Plan("SPOT7", "2018-08-04T10:44:59.9", -2.62, 48.48, UTM_GRID, 2.7, 16.4, 64, 12.2, 0.45, 0.16, ring=2),
    Plan("PHR1A", "2018-11-17T11:25:14.4", -2.48, 48.44, DEGREE_BOX, 12.7, 20.7, 21, 12.7, 0.75, 0.10),
    Plan("SPOT6", "2019-03-29T10:50:31.7", -2.42, 48.46, TILTED, 0.2, 11.8, 62, 11.5, 0.3, ring=4),
    Plan("PHR1B", "2019-05-14T11:16:46.2", -2.58, 48.47, TILTED, 6.5, 9.1, 23, 12.3, 0.55, ring=2),
    Plan("PHR1A", "2019-08-23T11:09:18.5", -2.53, 48.56, TILTED, None, 14.2, 20, 11.0, 0.25, 0.09, hidden_cloud=4.0),
    Plan("SPOT7", "2019-09-15T10:45:40.6", -2.70, 48.50, UTM_BOX, 3.5, 19.9, 60, 12.9, 0.9, 0.08, ring=1),
    Plan("PHR1B", "2020-04-16T11:13:57.3", -2.51, 48.50, TILTED, 1.8, 7.7, 22, 12.2, 0.65, 0.05),
    Plan("SPOT6", "2020-06-01T10:53:26.9", -2.52, 48.48, LAMBERT_GRID, 4.9, 13.1, 60, 12.4, 0.4, 0.09,
         ring=3, cut=True),
    Plan("PHR1A", "2020-09-21T11:11:30.1", -2.64, 48.53, TILTED, 27.4, 26.1, 20, 14.6, 0.1, 0.12, ring=3),
    Plan("PHR1B", "2021-01-27T11:19:02.4", -2.50, 48.47, TILTED, 52.0, 18.8, 22, 12.0, 0.8, 0.14),
    Plan("SPOT7", "2021-04-24T10:47:13.8", -2.58, 48.46, TILTED, 0.0, 8.6, 68, 12.1, 0.2, ring=1),
    Plan("PHR1A", "2021-06-13T11:05:44.7", -2.42, 48.60, UTM_GRID, 2.3, 12.0, 19, 11.7, 0.5, ring=1, cut=True),
    Plan("PHR1B", "2021-09-07T11:08:20.2", -2.54, 48.48, LAMBERT_GRID, 8.6, 15.4, 20, 12.6, 0.35, spectral="P+MS"),
    Plan("SPOT6", "2021-10-10T10:51:05.5", -2.45, 48.52, TILTED, None, 22.9, 60, 13.1, 0.6, 0.12,
         ring=2, hidden_cloud=15.0),
    Plan("PHR1A", "2023-03-05T11:15:32.0", -2.55, 48.49, TILTED, 13.9, 11.2, 22, 11.8, 0.95, 0.10, ring=4),
    Plan("SPOT6", "2023-05-27T10:48:38.3", -2.56, 48.44, TILTED, 6.0, 17.0, 72, 12.5, 0.3, ring=3),
    Plan("PHR1B", "2023-07-08T11:04:11.6", -2.62, 48.55, TILTED, 19.7, 23.3, 21, 10.2, 0.7, 0.10,
         mode="stereo", ring=2),
    Plan("PHR1B", "2023-07-08T11:05:03.1", -2.62, 48.55, TILTED, 20.4, 24.9, 21, 13.6, 0.7, 0.10,
         mode="stereo", ring=2),
    Plan("PHR1A", "2023-09-10T11:10:57.9", -2.49, 48.46, TILTED, 0.4, 10.0, 25, 12.0, 0.5),
    Plan("SPOT6", "2024-04-20T10:46:21.2", -2.48, 48.50, BARE, None, 0.0, 60),
    Plan("PHR1B", "2024-06-25T11:06:49.4", -2.53, 48.51, DEGREE_BOX, 5.8, 14.0, 22, 12.3, 0.15, ring=1),
    Plan("SPOT6", "2024-08-11T10:55:50.7", -2.60, 48.45, TILTED, 9.0, 20.5, 64, 12.7, 0.55, 0.13),
    Plan("PHR1A", "2025-05-18T11:12:28.6", -2.50, 48.48, TILTED, 1.2, 9.5, 23, 12.1, 0.4, 0.05, ring=1),
    Plan("SPOT6", "2025-07-12T10:52:03.1", -2.54, 48.47, UTM_GRID, 3.0, 12.8, 60, 12.0, 0.75, 0.09),
)  # fmt: skip
