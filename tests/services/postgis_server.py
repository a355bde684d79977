# SPDX-License-Identifier: GPL-2.0-or-later
"""A PostgreSQL with PostGIS of its own, on loopback, that can be stopped and started again."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from .pgstac_server import _BIN, _free_port, _owner, _run_as

DATABASE = "sig"


def missing() -> str:
    """What is not installed, "" when nothing is missing."""
    return "" if (_BIN / "initdb").is_file() else "PostgreSQL is not installed (postgresql, postgresql-postgis)"


class PostgisServer:
    def __enter__(self) -> PostgisServer:
        self._stack = contextlib.ExitStack()
        self._cluster = Path(tempfile.mkdtemp(prefix="dinamis-pg-"))  # a short path that another user may enter
        self._stack.callback(shutil.rmtree, self._cluster, ignore_errors=True)
        self._owner, self.port = _owner(), _free_port()
        if self._owner is not None:
            os.chown(self._cluster, self._owner.pw_uid, self._owner.pw_gid)
        data = self._cluster / "data"
        try:
            _run_as(self._owner, _BIN / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
            self.start()
            self._stack.callback(self.stop, check=False)
            _run_as(None, _BIN / "createdb", "-h", "127.0.0.1", "-p", self.port, "-U", "tester", DATABASE)
            self.sql("CREATE EXTENSION postgis")
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, *_reason: object) -> None:
        self._stack.close()

    @property
    def address(self) -> str:
        return f"dbname='{DATABASE}' host=127.0.0.1 port={self.port} user='tester'"

    def start(self) -> None:
        options = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self._cluster} -c fsync=off"
        )
        data, log = self._cluster / "data", self._cluster / "log"
        _run_as(self._owner, _BIN / "pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start")

    def stop(self, check: bool = True) -> None:
        with contextlib.nullcontext() if check else contextlib.suppress(subprocess.CalledProcessError):
            _run_as(self._owner, _BIN / "pg_ctl", "-D", self._cluster / "data", "-w", "-m", "immediate", "stop")

    def sql(self, statement: str, user: str = "tester") -> str:
        where = ["-h", "127.0.0.1", "-p", str(self.port), "-U", user, "-d", DATABASE]
        command = [str(_BIN / "psql"), "-qtA", "-v", "ON_ERROR_STOP=1", *where, "-c", statement]
        return subprocess.run(command, check=True, capture_output=True, text=True, cwd="/").stdout.strip()

    def ask_password_of(self, user: str) -> None:
        """Everyone else is trusted."""
        rules = self._cluster / "data" / "pg_hba.conf"
        rules.write_text(f"host all {user} 127.0.0.1/32 scram-sha-256\n" + rules.read_text())
        self.sql("SELECT pg_reload_conf()")
