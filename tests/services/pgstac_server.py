# SPDX-License-Identifier: GPL-2.0-or-later
"""stac-fastapi-pgstac on a PostgreSQL of its own, on loopback: the software behind the Montpellier service.

Needs PostgreSQL with PostGIS, and the packages of ``tests/requirements-services.txt`` in the
virtual environment that SERVICES_VENV names. PostgreSQL refuses to run as root: then its own user runs it.
"""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_BIN = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), Path("/usr/bin"))
_COUNT_EXACTLY = (
    "insert into pgstac.pgstac_settings values('context','on') on conflict (name) do update set value='on'; "
    "set search_path=pgstac,public; "
    "insert into queryables(name,collection_ids,definition,property_wrapper) "
    "select name,collection_ids,definition,property_wrapper from missing_queryables()"
)


def venv() -> Path:
    return Path(os.environ.get("SERVICES_VENV") or ROOT / ".venv-services")


def missing() -> str:
    """What is not installed, "" when nothing is missing."""
    if not (_BIN / "initdb").is_file():
        return "PostgreSQL is not installed (postgresql, postgresql-postgis)"
    if not (venv() / "bin" / "pypgstac").is_file():
        return f"pypgstac is not in {venv()} (SERVICES_VENV)"
    return ""


class PgstacServer:
    def __init__(self, folder: Path, collections: list[dict], items: list[dict]) -> None:
        self._folder, self._collections, self._items = folder, collections, items
        self._stack = contextlib.ExitStack()
        self.url = ""

    def __enter__(self) -> PgstacServer:
        try:
            port = self._start_postgres()
            self._load(port)
            self._start_api(port)
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, *_reason: object) -> None:
        self._stack.close()

    def _start_postgres(self) -> int:
        cluster = Path(tempfile.mkdtemp(prefix="dinamis-pg-"))  # a short path that another user may enter
        self._stack.callback(shutil.rmtree, cluster, ignore_errors=True)
        owner = _owner()
        if owner is not None:
            os.chown(cluster, owner.pw_uid, owner.pw_gid)
        data, port = cluster / "data", _free_port()
        _run_as(owner, _BIN / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={cluster} -c fsync=off"
        control = (_BIN / "pg_ctl", "-D", data, "-w", "-l", cluster / "log", "-o", options)
        _run_as(owner, *control, "start")
        self._stack.callback(_run_as, owner, _BIN / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        _run_as(None, _BIN / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "tester", "postgis")
        return port

    def _load(self, port: int) -> None:
        for name, rows in (("collections", self._collections), ("items", self._items)):
            lines = self._folder / f"{name}.ndjson"
            lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        self._tool(port, "pypgstac", "migrate")
        for name in ("collections", "items"):
            self._tool(port, "pypgstac", "load", name, str(self._folder / f"{name}.ndjson"), "--method", "upsert")
        database = ("-h", "127.0.0.1", "-p", str(port), "-U", "tester", "-d", "postgis")
        _run_as(None, _BIN / "psql", "-q", "-v", "ON_ERROR_STOP=1", *database, "-c", _COUNT_EXACTLY)

    def _start_api(self, port: int) -> None:
        here = _free_port()
        command = [
            venv() / "bin" / "uvicorn",
            "--factory",
            "stac_fastapi.pgstac.app:create_app",
            "--log-level",
            "error",
        ]
        api = subprocess.Popen([*command, "--host", "127.0.0.1", "--port", str(here)], env=_environment(port))
        self._stack.callback(api.wait)
        self._stack.callback(api.terminate)
        self.url = f"http://127.0.0.1:{here}/"
        until = time.monotonic() + 60.0
        while not _answers(self.url):
            if api.poll() is not None or time.monotonic() > until:
                raise RuntimeError("stac-fastapi-pgstac did not start")
            time.sleep(0.1)

    def _tool(self, port: int, *command: str) -> None:
        tool, *arguments = command
        subprocess.run(
            [venv() / "bin" / tool, *arguments], env=_environment(port), check=True, stdout=subprocess.DEVNULL
        )


def _environment(port: int) -> dict[str, str]:
    database = {"PGHOST": "127.0.0.1", "PGPORT": str(port), "PGDATABASE": "postgis"}
    user = {"PGUSER": "tester", "PGPASSWORD": "none", "DB_MIN_CONN_SIZE": "1", "DB_MAX_CONN_SIZE": "4"}
    return {**os.environ, **database, **user}


def _owner() -> pwd.struct_passwd | None:
    return pwd.getpwnam("postgres") if os.geteuid() == 0 else None


def _run_as(owner: pwd.struct_passwd | None, *command: object) -> None:
    who = {} if owner is None else {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL, cwd="/", **who)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2.0) as response:
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False
