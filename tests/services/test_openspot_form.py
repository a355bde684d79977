# SPDX-License-Identifier: GPL-2.0-or-later
"""OpenSPOT's form: two steps of one session, sent only with the licence accepted, and a link that stays at home."""

from __future__ import annotations

import pytest

from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain.catalogues.openspot_form import Answers, Question, file_of, link_of, questions, suffix_of
from dinamis_qgis.domain.download import download
from dinamis_qgis.domain.errors import AccessDenied, ServiceBroken
from dinamis_qgis.domain.form_errors import FormRefused, FormRequired
from tests.services.http_service import Answer, serving
from tests.services.openspot_service import OpenSpotService

VALUES = {"profil": "Collectivité", "theme": "Autres", "pays": "fra"}
BASE = "https://openspot.test/"


def test_the_lists_are_the_services_own(in_task):
    with serving(OpenSpotService({})) as service:
        found = in_task(lambda feedback: questions(service.url, 7, QgisSession(), feedback))
    assert found == (
        Question("profil", (("Particulier", "Particulier"), ("Collectivité", "Collectivité")), True),
        Question("theme", (("Autres", "Autres"), ("Eau & sols", "Eau & sols")), True),
        Question("pays", (("fra", "France"), ("bel", "Belgique")), True),
    )
    assert [asked.path for asked in service.asked] == ["/ressources"]  # the form itself was not sent
    assert service.asked[0].body == b"val_fid=%7B%22values%22%3A+%5B7%5D%7D"


def test_without_lists_the_attested_values_serve(in_task):
    with serving(OpenSpotService({}, lists="<p>hello</p>")) as service:
        found = in_task(lambda feedback: questions(service.url, 7, QgisSession(), feedback))
    assert [(one.name, one.options[0][0], one.own) for one in found] == [
        ("profil", "Particulier", False), ("theme", "Autres", False), ("pays", "fra", False),
    ]  # fmt: skip


def test_nothing_is_sent_without_the_licence(in_task):
    with serving(OpenSpotService({})) as service, pytest.raises(FormRequired):
        in_task(lambda feedback: file_of(service.url, 7, Answers(VALUES), QgisSession(), feedback))
    assert service.asked == []


def test_the_form_leads_to_the_file_in_one_session(in_task, tmp_path):
    def work(feedback):
        session = QgisSession()
        asset = file_of(service.url, 7, Answers(VALUES, True), session, feedback)
        download(session, asset, tmp_path / "one.tif", feedback)
        return asset

    with serving(OpenSpotService({})) as service:
        asset = in_task(work)
    assert asset.href == f"{service.url}/files/one.tif?a=1&b=2"
    assert (tmp_path / "one.tif").read_bytes().startswith(b"II*\0") and (tmp_path / "one.tif").stat().st_size == 5004
    sent = service.asked[1]
    assert sent.path == "/api/tab_liens" and sent.headers["content-type"].startswith("multipart/form-data")
    for name, value in {**VALUES, "license": "on"}.items():
        assert f'name="{name}"\r\n\r\n{value}\r\n'.encode() in sent.body


@pytest.mark.parametrize(
    ("service", "error"),
    [
        (OpenSpotService({}, links="<p>no</p>"), FormRefused),
        (OpenSpotService({}, links='<a href="https://elsewhere.test/x.tif">'), FormRefused),
        (lambda _asked: Answer(status=403), FormRefused),
        (lambda _asked: Answer(status=503), ServiceBroken),
    ],
)
def test_when_no_file_comes_of_it_that_is_said(in_task, service, error):
    with serving(service) as running, pytest.raises(error):
        in_task(lambda feedback: file_of(running.url, 7, Answers(VALUES, True), QgisSession(), feedback))


def test_the_older_direct_way_is_refused_by_the_service(in_task, tmp_path):
    def work(feedback):
        from dinamis_qgis.domain.scene import Asset

        download(QgisSession(), Asset("data", f"{running.url}/api/lien_tif/one.TIF"), tmp_path / "one.tif", feedback)

    with serving(OpenSpotService({})) as running, pytest.raises(AccessDenied):
        in_task(work)


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ('<a href="files/a.tif">', BASE + "files/a.tif"), ("<A\nclass=x HREF='/a.tif'>", BASE + "a.tif"),
        ("<a href=/a.tif>", BASE + "a.tif"), ('<a href="a.tif?x=1&amp;y=2">', BASE + "a.tif?x=1&y=2"),
        ('<a href="https://openspot.test/a.tif">', BASE + "a.tif"), ('<a href="//evil.test/a.tif">', ""),
        ('<a href="http://openspot.test/a.tif">', ""), ('<a href="https://openspot.test:444/a.tif">', ""),
        ('<a href="https://openspot.test:x/a.tif">', ""), ('<a href="javascript:alert(1)">', ""),
        ('<a href="file:///etc/passwd">', ""), ('<a href="https://openspot.test@evil.test/a.tif">', ""),
        ('<a href="#top">', ""), ('<a href="/">', ""), ("<a href>", ""), ("<abbr href='/a.tif'>", ""), ("", ""),
        ('<a title="href=/no.tif" href="/a.tif">', BASE + "a.tif"),
    ],
)  # fmt: skip
def test_a_link_stays_with_the_service(page, link):
    assert link_of(page, BASE) == link


def test_a_file_has_a_suffix():
    assert [suffix_of(BASE + name) for name in ("a.TIF?x=.zip", "a.jp2", "get", "a.zip")] == [
        ".tif", ".jp2", ".tif", ".zip",
    ]  # fmt: skip
