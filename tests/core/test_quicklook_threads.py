# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures are placed in threads that come and go, where QGIS 3.22's own transformations are sometimes invalid."""

from __future__ import annotations

import threading

import numpy as np

from dinamis_qgis.core.quicklooks import project


def test_every_thread_transforms_alike(qgis_app):
    point = np.array([[-3.0, 48.0]])
    right = np.array([[500_000.0, 5_316_300.5]])
    wrong = []  # nothing is transformed on the main thread before: that would hide it

    def work():
        for _ in range(3):
            if not np.allclose(project("EPSG:32630", point), right, atol=1.0, rtol=0):
                wrong.append(1)

    for _ in range(100):
        threads = [threading.Thread(target=work) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not wrong


def test_what_is_no_projection_gives_no_place(qgis_app):
    point = np.array([[-3.0, 48.0]])
    for text in ("", "EPSG:999999", "nonsense", "/etc/passwd", "http://127.0.0.1:9/x.wkt", "PROJCS[broken"):
        assert np.isinf(project(text, point)).all(), text
