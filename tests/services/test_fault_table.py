# SPDX-License-Identifier: GPL-2.0-or-later
"""Each fault of a network × each feature that asks one: a result, or one typed error, in time, and nothing half-added.

The table is printed and kept in build/reports/faults.md. How long QGIS's event loop waited and how soon a cancelled
feature ended are figures there; ``make faults`` holds them to their limits, the suite only notes them.
"""

from __future__ import annotations

import os
import time
from itertools import count
from threading import Thread

import pytest
from qgis.core import QgsProject

from dinamis_qgis.core.fetch import fetch
from dinamis_qgis.core.messages import sentence
from dinamis_qgis.core.task import BackgroundTask
from dinamis_qgis.domain import gazetteer, signing, web
from dinamis_qgis.domain.errors import Cancelled, DinamisError, TlsFailed, UnsafeRedirect
from tests.bench.gaps import Gaps
from tests.services.fault_report import Cell
from tests.services.faults import EITHER, ERROR, FAULTS, RESULT
from tests.services.features import FEATURES, KEY
from tests.services.http_service import Answer, private_authority, self_signed, serving

STRICT = bool(os.environ.get("DINAMIS_STRICT"))
TRIES = 6 if STRICT else 1
LONGEST = 20.0  # seconds: what no cell may take, on whatever machine
GAP, CANCEL = 50.0, 300.0  # ms
PATIENCE = 0.4  # seconds without a byte; 30 in earnest
SECRETS = (KEY.access, KEY.secret, "fault-access", "fault-refresh", "fault-signature", "fault-hidden")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    made = {name: tmp_path_factory.mktemp(name) for name in ("self", "expired", "another")}
    return {
        "self-signed": self_signed(made["self"]),
        "expired": private_authority(made["expired"], days=-1)[0],
        "another": private_authority(made["another"], "192.0.2.1")[0],
    }


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    """All that waits, waits less."""
    monkeypatch.setattr(web, "TIMEOUT", PATIENCE)
    monkeypatch.setattr(gazetteer, "_PATIENCE", PATIENCE)
    monkeypatch.setattr(signing, "_PAUSE", 0.02)


@pytest.fixture
def tried(in_task, certificates, tmp_path):
    number = count()

    def run(feature, fault):
        place = tmp_path / f"{next(number)}"
        place.mkdir()
        began = time.monotonic()
        asking = lambda asked: (  # noqa: E731
            fault.answer(asked, feature.sound) if feature.spoils(asked) else feature.sound(asked)
        )
        with serving(asking, certificates.get(fault.tls), fault.host) as service, Gaps() as gaps:
            try:
                found = in_task(lambda feedback: feature.work(service.url, place, feedback), timeout=30_000)
                said = RESULT if found else "nothing"
            except DinamisError as error:
                assert sentence(error) and str(error)
                assert not any(secret in f"{error} {vars(error)} {sentence(error)}" for secret in SECRETS)
                said = type(error).__name__
        left = sorted(path.name for path in place.rglob("*")) if said != RESULT else []
        assert not set(left) - set(feature.half), left
        assert not QgsProject.instance().mapLayers()
        return Cell(said, time.monotonic() - began, gaps.longest_ms)

    return run


ALWAYS = ("search, STAC", "download", "sign-in")  # in the suite; all of them in `make faults`


@pytest.mark.parametrize("fault_name", FAULTS)
@pytest.mark.parametrize("feature_name", FEATURES if STRICT else ALWAYS)
def test_a_fault_is_a_result_or_one_typed_error(feature_name, fault_name, tried, fault_table, qtbot):
    feature = FEATURES[feature_name]
    for _try in range(TRIES):  # other programs make it wait too: the best counts
        fault = FAULTS[fault_name]()
        cell = tried(feature, fault)
        if cell.gap < GAP:
            break
    fault_table.put(feature_name, fault_name, cell)
    if fault.outcome == RESULT:
        assert cell.said == RESULT
    if fault.outcome == ERROR and not feature.lenient:
        assert cell.said != RESULT
    assert cell.said != "nothing" or feature.swallows or (feature.may_be_empty and fault.outcome == EITHER)
    assert cell.seconds < LONGEST
    assert cell.gap < GAP or not STRICT or _is_busy(qtbot)


def _is_busy(qtbot) -> bool:
    """Whether the machine makes an event loop wait beside a thread that merely counts."""
    until = time.monotonic() + 1.0

    def count_on() -> None:
        while time.monotonic() < until:
            pass

    other = Thread(target=count_on)
    with Gaps() as idle:
        other.start()
        qtbot.wait(1000)
    other.join()
    return idle.longest_ms > GAP / 2


@pytest.mark.parametrize("feature_name", FEATURES)
def test_a_cancelled_feature_ends_at_once(feature_name, in_task, tmp_path, monkeypatch, fault_table):
    monkeypatch.setattr(web, "TIMEOUT", 30.0)
    monkeypatch.setattr(gazetteer, "_PATIENCE", 30.0)
    feature = FEATURES[feature_name]
    for name in ("silence", "silence after the headers", "trickle"):
        for _try in range(TRIES):
            seconds = _cancelled(in_task, feature, FAULTS[name](), tmp_path)
            if seconds * 1000 < CANCEL:
                break
        fault_table.cancels[feature_name] = max(fault_table.cancels.get(feature_name, 0.0), seconds * 1000)
        assert seconds * 1000 < (CANCEL if STRICT else 10 * CANCEL)
        assert not {path.name for path in tmp_path.rglob("*")} - set(feature.half)


def _cancelled(in_task, feature, fault, place):
    """Seconds from the cancellation to the end."""
    with serving(lambda asked: fault.answer(asked, feature.sound)) as service:
        error, seconds = in_task(lambda feedback: feature.work(service.url, place, feedback), 30_000, cancel_after=0.15)
    assert isinstance(error, Cancelled) or seconds <= 0.0  # it may have ended before
    return seconds


@pytest.mark.parametrize("feature_name", FEATURES)
def test_who_redirects_elsewhere_takes_no_secret_along(feature_name, in_task, tmp_path):
    feature = FEATURES[feature_name]
    with serving(lambda _asked: Answer(status=404)) as stranger:
        port = stranger.server_address[1]
        to = lambda asked: Answer(status=307, headers={"Location": f"http://localhost:{port}{asked.path}"})  # noqa: E731
        with serving(to) as service:
            try:
                in_task(lambda feedback: feature.work(service.url, tmp_path, feedback), timeout=30_000)
                assert feature.swallows
            except DinamisError as error:
                assert not any(secret in f"{error} {vars(error)}" for secret in SECRETS)
        for asked in stranger.asked:
            received = f"{asked.path} {asked.query} {asked.headers} {asked.body!r}"
            assert not any(secret in received for secret in SECRETS)
            assert "authorization" not in asked.headers and "cookie" not in asked.headers


def test_a_form_with_a_token_does_not_go_to_another_host(in_task, tmp_path):
    with serving(lambda _asked: Answer(status=404)) as stranger:
        port = stranger.server_address[1]

        def leads_away(asked):
            if asked.path == "/token":
                return Answer(status=307, headers={"Location": f"http://localhost:{port}/token"})
            return FEATURES["refresh"].sound(asked)

        with serving(leads_away) as service, pytest.raises(UnsafeRedirect):
            in_task(lambda feedback: FEATURES["refresh"].work(service.url, tmp_path, feedback))
    assert stranger.asked == []


def test_a_refused_certificate_never_hangs_a_worker(qgis_app, qtbot, certificates):
    """QGIS 3.22 by itself waits for ever in a quarter of such requests."""
    with serving(lambda _asked: Answer(b"inside"), certificates["self-signed"]) as service:
        ended = []
        tasks = [BackgroundTask(f"{number}", lambda feedback: fetch(service.url, feedback)) for number in range(50)]
        for task in tasks:
            task.failed.connect(ended.append)
            task.submit()
        qtbot.waitUntil(lambda: len(ended) == 50, timeout=60_000)
    assert {type(error) for error in ended} == {TlsFailed} and service.asked == []


def test_a_service_that_answers_otherwise_each_time_is_told_every_time(in_task, certificates, tmp_path):
    """One session after another in the same workers: nothing of a fault is remembered."""
    feature = FEATURES["count"]
    for name in ("reset", "none", "self-signed", "none", "connections close", "none"):
        fault = FAULTS[name]()
        with serving(lambda asked, fault=fault: fault.answer(asked, feature.sound), certificates.get(fault.tls)) as one:
            try:
                found = in_task(lambda feedback, url=one.url: feature.work(url, tmp_path, feedback))
                assert fault.outcome == RESULT and found
            except DinamisError:
                assert fault.outcome == ERROR
