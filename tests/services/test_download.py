# SPDX-License-Identifier: GPL-2.0-or-later
"""One file over QGIS's network, from servers that fail in every way: right under its name, or not there."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from dinamis_qgis.core.messages import sentence
from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain import errors, partial, web
from dinamis_qgis.domain.download import Patience, download
from dinamis_qgis.domain.partial import PartialFile
from dinamis_qgis.domain.scene import Asset
from tests.services.file_service import Files, pattern
from tests.services.http_service import Answer, serving

CONTENT = pattern(300_000)
OTHER = pattern(310_000)[10_000:]  # as long
SHA256 = "1220" + hashlib.sha256(CONTENT).hexdigest()
SECRET = "X-Amz-Signature=0123secret"
TOO_LONG = Answer(CONTENT, headers={"Content-Length": str(len(CONTENT) + 9)}, cut_after=len(CONTENT))
QUICK = Patience(tries=3, pause=0.02, longest=1.0)


@pytest.fixture
def get(in_task, tmp_path):
    """``(answer, **of the asset)`` -> (fetched, error, requests); the file goes to ``tmp_path / "f.tif"``."""

    def run(answer, patience=QUICK, href=None, links=lambda href, _refused, _feedback: href, **asset):
        with serving(answer) as service:
            wanted = Asset("data", href or f"{service.url}/f.tif?{SECRET}", **asset)
            work = lambda feedback: download(  # noqa: E731
                QgisSession(), wanted, tmp_path / "f.tif", feedback, patience=patience, links=links
            )
            try:
                return in_task(work, timeout=30_000), None, service.asked
            except errors.DinamisError as error:
                return None, error, service.asked

    return run


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def is_right(folder: Path, content: bytes = CONTENT) -> bool:
    return names(folder) == ["f.tif"] and (folder / "f.tif").read_bytes() == content


def test_a_file_comes_whole_and_is_not_fetched_again(get, tmp_path):
    for known in ({}, {"size": len(CONTENT)}, {"checksum": SHA256}, {"size": len(CONTENT), "checksum": SHA256}):
        (tmp_path / "f.tif").unlink(missing_ok=True)
        fetched, error, asked = get(Files(CONTENT), **known)
        assert (fetched, error, len(asked)) == (True, None, 1) and is_right(tmp_path)
        assert asked[0].headers["accept-encoding"] == "identity"
        fetched, error, asked = get(Files(CONTENT), **known)
        assert (fetched, error) == (False, None) and len(asked) == (not known) and is_right(tmp_path)


@pytest.mark.parametrize("size", [0, 1, 1 << 16, (1 << 20) + 1])
def test_any_length(get, tmp_path, size):
    assert get(Files(pattern(size)), size=size)[1] is None and is_right(tmp_path, pattern(size))


@pytest.mark.parametrize("known", [{}, {"checksum": SHA256}])
@pytest.mark.parametrize("cut", [0, 1, 16_384, 65_535, 65_536, 65_537, 150_000, 299_999])
def test_cut_at_any_byte_it_goes_on_from_there(get, tmp_path, cut, known):
    fetched, error, asked = get(Files(CONTENT, cuts=(cut,)), **known)
    assert fetched and error is None and is_right(tmp_path)
    starts = [int(one.headers["range"][6:-1]) for one in asked if "range" in one.headers]
    assert all(cut - start <= 65_536 for start in starts) and (starts or cut < 65_536)


def test_a_server_that_always_cuts_is_given_up_and_what_came_is_kept(get, tmp_path):
    fetched, error, asked = get(Files(CONTENT, cuts=(90_000, 10, 10, 10)))
    assert isinstance(error, errors.Unreachable) and len(asked) == 3
    assert names(tmp_path) == ["f.tif.part", "f.tif.part.json"]
    fetched, error, asked = get(Files(CONTENT), href=None)
    # another port is another place: what came from elsewhere is not continued
    assert fetched and is_right(tmp_path) and "range" not in asked[0].headers


def test_progress_earns_new_tries(get, tmp_path):
    content = pattern(8 << 20)
    fetched, error, _asked = get(Files(content, cuts=(1_200_000,) * 6))
    assert fetched and error is None and is_right(tmp_path, content)


@pytest.mark.parametrize("version", [{"etag": None}, {"etag": "", "last_modified": "Sat, 01 Jan 2022 00:00:00 GMT"}])
def test_stopped_it_goes_on_in_another_session_without_any_secret_kept(get, tmp_path, version):
    files = Files(CONTENT, cuts=(200_000,), **version)
    with serving(files) as service:
        href = f"{service.url.replace('//', '//user:passw0rd@')}/f.tif?{SECRET}"
        _fetched, error, _ = get(files, href=href, patience=Patience(tries=1))
        kept = (tmp_path / "f.tif.part.json").read_text()
        for text in (kept, str(error), repr(error), sentence(error)):
            assert "secret" not in text and "passw0rd" not in text
        assert json.loads(kept)["place"] == f"{service.url}/f.tif"
        fetched, error, _ = get(files, href=href.replace("0123", "4567"))  # signed anew
        assert fetched and is_right(tmp_path)
        second = service.asked[1].headers
        assert int(second["range"][6:-1]) > 200_000 - 65_536 and second["if-range"]


@pytest.mark.parametrize("etag", [None, "", 'W/"1"'])
@pytest.mark.parametrize("known", [{}, {"checksum": SHA256}, {"size": len(CONTENT)}])
def test_without_range_it_starts_again(get, tmp_path, etag, known):
    fetched, error, _ = get(Files(CONTENT, etag, ranges=False, cuts=(100_000,)), **known)
    assert fetched and error is None and is_right(tmp_path)


@pytest.mark.parametrize("etag", [None, ""])
@pytest.mark.parametrize("heeds", [True, False])
@pytest.mark.parametrize("checksum", ["", SHA256])
def test_a_file_that_changed_between_two_tries_is_fetched_whole(get, tmp_path, etag, heeds, checksum):
    """``heeds``: whether the server knows If-Range."""
    old, new = Files(OTHER, etag, cuts=(100_000,)), Files(CONTENT, etag)

    def answer(asked):
        if not old.served:
            return old(asked)
        return new(asked if heeds else replace(asked, headers={**asked.headers, "if-range": ""}))

    fetched, error, _ = get(answer, checksum=checksum)
    assert fetched and error is None and is_right(tmp_path)


def test_a_file_that_became_shorter_than_what_is_there(get, tmp_path):
    old, new = Files(pattern(400_000), "", "a", cuts=(350_000,)), Files(CONTENT, "", "a")
    fetched, error, _ = get(lambda asked: old(asked) if not old.served else new(asked))
    assert fetched and error is None and is_right(tmp_path)


def test_another_range_than_was_asked(get, tmp_path):
    def spoil(number, asked, answer):
        if answer.status != 206 or number > 1:
            return answer
        return Answer(CONTENT[5:], 206, {**answer.headers, "Content-Range": f"bytes 5-299999/{len(CONTENT)}"})

    fetched, error, _ = get(Files(CONTENT, cuts=(100_000,), spoil=spoil))
    assert fetched and error is None and is_right(tmp_path)
    (tmp_path / "f.tif").unlink()
    _, error, _ = get(lambda _asked: Answer(CONTENT, 206, {"Content-Range": "bytes 0-9/10"}))
    assert isinstance(error, errors.InvalidAnswer) and names(tmp_path) == []


def test_a_server_that_gives_less_than_the_range_is_asked_for_the_rest(get, tmp_path):
    def spoil(_number, _asked, answer):
        if answer.status != 206:
            return answer
        start = len(CONTENT) - len(answer.body)
        end = min(start + 120_000, len(CONTENT)) - 1
        said = {**answer.headers, "Content-Range": f"bytes {start}-{end}/{len(CONTENT)}"}
        return Answer(CONTENT[start : end + 1], 206, said)

    fetched, error, _ = get(Files(CONTENT, cuts=(100_000,), spoil=spoil), patience=Patience(tries=5, pause=0.02))
    assert fetched and error is None and is_right(tmp_path)


@pytest.mark.parametrize(
    ("answer", "kind", "tries"),
    [
        (Answer(status=401), errors.AuthenticationRequired, 1),
        (Answer(status=403), errors.AccessDenied, 1),
        (Answer(status=404), errors.NotFound, 1),
        (Answer(status=410), errors.NotFound, 1),
        (Answer(status=416), errors.HttpError, 1),
        (Answer(status=429), errors.TooManyRequests, 3),
        (Answer(status=429, headers={"Retry-After": "3600"}), errors.TooManyRequests, 1),
        (Answer(status=429, headers={"Retry-After": "0"}), errors.TooManyRequests, 3),
        (Answer(status=503), errors.ServiceBroken, 3),
        (Answer(status=503, headers={"Retry-After": "3600"}), errors.ServiceBroken, 1),
        (Answer(CONTENT, 203), errors.InvalidAnswer, 1),
        (Answer(status=204), errors.InvalidAnswer, 1),
        (Answer(b"<html>sign in</html>", headers={"Content-Type": "text/html"}), errors.InvalidAnswer, 1),
        (Answer(CONTENT, headers={"Content-Encoding": "gzip"}), errors.InvalidAnswer, 1),
        (TOO_LONG, errors.Unreachable, 3),
        (Answer(status=302, headers={"Location": "file:///etc/passwd"}), errors.UnsafeRedirect, 1),
    ],
)  # fmt: skip
@pytest.mark.parametrize("first", [None, 100_000])
def test_each_fault_has_its_type_at_the_start_and_midway(get, tmp_path, answer, kind, tries, first):
    good = Files(CONTENT, cuts=(first,) if first else ())
    _, error, asked = get(lambda one: good(one) if first and not good.served else answer)
    assert isinstance(error, kind) and "127.0.0.1" in sentence(error)
    assert "f.tif" not in names(tmp_path)
    assert len(asked) == tries + bool(first and tries == 1) + bool(first and answer.status == 416)
    if first and kind in (errors.AccessDenied, errors.ServiceBroken):
        assert (tmp_path / "f.tif.part").stat().st_size > 30_000  # for when it is signed again


def test_a_service_that_asks_to_wait_is_waited_for(get, tmp_path):
    busy = Answer(status=429, headers={"Retry-After": "1"})
    good = Files(CONTENT)
    answers = iter([busy])
    fetched, _, asked = get(lambda one: next(answers, None) or good(one))
    assert fetched and len(asked) == 2 and is_right(tmp_path)


def test_a_length_that_is_too_short_is_not_believed_against_the_catalogue(get, tmp_path):
    short = Answer(CONTENT, headers={"Content-Length": "1000"})
    for known in ({"size": len(CONTENT)}, {"checksum": SHA256}):
        _, error, _ = get(lambda _asked: short, **known)
        assert isinstance(error, errors.WrongContent) and names(tmp_path) == []


def test_a_wrong_size_or_checksum_never_gets_the_name(get, tmp_path):
    for known in ({"size": 7}, {"checksum": SHA256}, {"checksum": "d50110" + "0" * 32}):
        _, error, asked = get(Files(OTHER), **known)
        assert isinstance(error, errors.WrongContent) and names(tmp_path) == [] and len(asked) == 1


def test_a_part_that_was_damaged_on_the_disk_is_fetched_again_once(get, tmp_path):
    files = Files(CONTENT, cuts=(200_000,))
    with serving(files) as service:
        get(files, href=f"{service.url}/f.tif", patience=Patience(tries=1), checksum=SHA256)
        with (tmp_path / "f.tif.part").open("r+b") as part:
            part.write(b"torn")
        assert get(files, href=f"{service.url}/f.tif", checksum=SHA256)[0] and is_right(tmp_path)


@pytest.mark.parametrize("record", ["", "[]", "{", '{"place": 1}', '{"place": "x", "size": "7"}', "[" * 100_000])
def test_a_damaged_record_is_as_none(get, tmp_path, record):
    (tmp_path / "f.tif.part").write_bytes(b"x" * 1000)
    (tmp_path / "f.tif.part.json").write_text(record)
    assert get(Files(CONTENT))[0] and is_right(tmp_path)


def test_a_body_without_length(get, tmp_path):
    def chunked(content, end=b"0\r\n\r\n"):
        blocks = [content[at : at + 50_000] for at in range(0, len(content), 50_000)]
        body = b"".join(b"%x\r\n%b\r\n" % (len(block), block) for block in blocks) + end
        return Answer(body, headers={"Transfer-Encoding": "chunked", "Content-Length": ""}, cut_after=len(body))

    assert get(lambda _asked: chunked(CONTENT))[0] and is_right(tmp_path)
    (tmp_path / "f.tif").unlink()
    _, error, _ = get(lambda _asked: chunked(CONTENT, end=b""))
    assert error is not None and "f.tif" not in names(tmp_path)


def test_another_file_with_the_name_is_left_alone(get, tmp_path):
    (tmp_path / "f.tif").write_bytes(b"mine")
    for known in ({}, {"size": len(CONTENT)}, {"checksum": SHA256}):
        _, error, _ = get(Files(CONTENT), **known)
        assert isinstance(error, errors.AlreadyThere) and "f.tif" in sentence(error) and is_right(tmp_path, b"mine")


def test_only_one_writes_at_a_time(get, tmp_path):
    with PartialFile(tmp_path / "f.tif"):
        _, error, asked = get(Files(CONTENT))
        assert isinstance(error, errors.InUse) and not asked and "f.tif" in sentence(error)


def test_room_is_made_sure_of_before_and_during(get, tmp_path, monkeypatch):
    usage, content = shutil.disk_usage(tmp_path), pattern(3 << 20)
    monkeypatch.setattr(partial, "_CHECK", 65_536)
    left = [partial.ROOM + len(content), partial.ROOM]
    free = lambda: left.pop(0) if len(left) > 1 else left[0]  # noqa: E731
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=free()))
    _, error, _ = get(Files(content))
    assert isinstance(error, errors.NoRoom) and "f.tif" in sentence(error)
    assert 0 < (tmp_path / "f.tif.part").stat().st_size < len(content)
    _, error, asked = get(Files(content))
    assert isinstance(error, errors.NoRoom) and len(asked) == 1
    monkeypatch.undo()
    assert get(Files(content))[0] and is_right(tmp_path, content)


def test_a_disk_that_is_full_or_read_only_is_a_sentence(tmp_path):
    """A real limit of the system on the size of files; it stands for the disk."""
    script = textwrap.dedent("""
        import resource, sys
        from pathlib import Path
        import requests
        from dinamis_qgis.domain.download import download
        from dinamis_qgis.domain.scene import Asset
        from tests.services.file_service import Files, pattern
        from tests.services.http_service import serving
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        class Free:
            isCanceled = lambda self: False
        with serving(Files(pattern(300_000))) as service:
            try:
                download(requests.Session(), Asset("a", service.url + "/f.tif"), Path(sys.argv[1]), Free())
            except Exception as error:
                print(type(error).__name__)
    """)

    def said(target):
        run = [sys.executable, "-c", script, str(target)]
        return subprocess.run(run, capture_output=True, text=True, timeout=60, cwd=Path(__file__).parents[2]).stdout

    assert said(tmp_path / "f.tif") == "NoRoom\n" and "f.tif" not in names(tmp_path)
    assert said("/proc/f.tif") == "NotWritable\n"


def test_cancelling_is_prompt_and_keeps_what_came(in_task, tmp_path, monkeypatch):
    cases = {
        "while it comes": Files(CONTENT, spoil=lambda _n, _a, answer: replace(answer, pause_after=200_000)),
        "while it waits": lambda _asked: Answer(status=503),
        "before it comes": lambda _asked: Answer(delay=30.0),
    }
    for answer in cases.values():
        with serving(answer) as service:
            work = lambda feedback: download(  # noqa: E731
                QgisSession(), Asset("a", f"{service.url}/f.tif"), tmp_path / "f.tif", feedback
            )  # fmt: skip
            error, seconds = in_task(work, cancel_after=0.7)
        assert isinstance(error, errors.Cancelled) and seconds <= 3.0
        assert "f.tif" not in names(tmp_path)
    assert (tmp_path / "f.tif.part").exists()


def test_silence_is_a_timeout_and_what_came_counts(get, tmp_path, monkeypatch):
    monkeypatch.setattr(web, "TIMEOUT", 0.4)
    files = Files(CONTENT, spoil=lambda number, _a, answer: answer if number else replace(answer, pause_after=200_000))
    assert get(files)[0] and is_right(tmp_path)


def test_redirected(get, tmp_path):
    files = Files(CONTENT, cuts=(100_000,))

    def answer(asked):
        return Answer(status=302, headers={"Location": "/real?k=1"}) if asked.path == "/f.tif" else files(asked)

    assert get(answer)[0] and is_right(tmp_path)


def test_from_a_local_catalogue(get, tmp_path):
    source = tmp_path.parent / f"{tmp_path.name}.bin"
    source.write_bytes(CONTENT)
    assert get(Files(b""), href=str(source), checksum=SHA256)[0] and is_right(tmp_path)
    assert get(Files(b""), href=str(source))[0] is False
    source.unlink()
    (tmp_path / "f.tif").unlink()
    for gone in (str(source), f"{tmp_path}\0", "ftp://host.test/f.tif", "http://[x/f.tif"):
        error = get(Files(b""), href=gone)[1]
        assert isinstance(error, errors.DinamisError) and sentence(error) and names(tmp_path) == []


def test_a_part_that_is_a_link_is_not_followed(get, tmp_path):
    mine = tmp_path.parent / f"{tmp_path.name}.mine"
    mine.write_bytes(b"mine")
    (tmp_path / "f.tif.part").symlink_to(mine)
    assert get(Files(CONTENT))[0] and is_right(tmp_path) and mine.read_bytes() == b"mine"


class SignedFiles(Files):
    """Only the newest link opens; the connection is cut when it expires."""

    def __call__(self, asked):
        self.newest = getattr(self, "newest", 1)
        if asked.query.get("link") != str(self.newest):
            return Answer(b"<Error>Request has expired</Error>", 403)
        answer = super().__call__(asked)
        if answer.cut_after is not None:
            self.newest += 1
        return answer


def test_a_link_that_expires_midway_is_signed_again(get, tmp_path):
    asked_for = []

    def links(href, refused, _feedback):
        asked_for.append(refused)
        return f"{href}&link={len([one for one in asked_for if one]) + 1}"

    _fetched, error, asked = get(SignedFiles(CONTENT, cuts=(100_000, 50_000)), links=links)
    assert error is None and is_right(tmp_path)
    assert [bool(one) for one in asked_for] == [False, False, True, False, True]
    assert [one.headers.get("range") for one in asked if one.query["link"] == "3"] == ["bytes=150000-"]


def test_a_file_that_is_there_is_compared_by_a_fresh_link_when_the_remembered_one_is_refused(get, tmp_path):
    service = SignedFiles(CONTENT)
    assert get(service, links=lambda href, _refused, _feedback: f"{href}&link=1")[1] is None
    service.newest = 2
    links = lambda href, refused, _feedback: f"{href}&link={2 if refused else 1}"  # noqa: E731
    fetched, error, asked = get(service, links=links)
    assert (fetched, error) == (False, None) and len(asked) == 2 and is_right(tmp_path)


def test_a_link_that_is_refused_twice_in_a_row_is_told(get, tmp_path):
    links = lambda href, refused, _feedback: f"{href}&link=0{len(refused)}"  # noqa: E731
    _fetched, error, asked = get(SignedFiles(CONTENT), links=links)
    assert isinstance(error, errors.AccessDenied) and len(asked) == 2 and not names(tmp_path)


def s3(content: bytes, **headers):
    """As S3 gives a file that was put there in one piece."""
    etag = hashlib.md5(content, usedforsecurity=False).hexdigest()
    said = {"x-amz-request-id": "1", **headers}
    return Files(
        CONTENT, f'"{etag}"', spoil=lambda _number, _asked, answer: replace(answer, headers={**answer.headers, **said})
    )


def test_the_md5_that_s3_gives_is_verified(get, tmp_path):
    assert get(s3(CONTENT))[1] is None and is_right(tmp_path)
    (tmp_path / "f.tif").unlink()
    error = get(s3(OTHER))[1]
    assert isinstance(error, errors.WrongContent) and "f.tif" not in names(tmp_path)


@pytest.mark.parametrize(
    "header",
    [("x-amz-server-side-encryption", "aws:kms"), ("x-amz-server-side-encryption-customer-algorithm", "AES256")],
)
def test_an_etag_of_what_is_encrypted_is_no_md5(get, tmp_path, header):
    assert get(s3(OTHER, **dict([header])))[1] is None and is_right(tmp_path)
