# SPDX-License-Identifier: GPL-2.0-or-later
"""Real proxies with a user and a password on loopback: tinyproxy and squid, each in a folder of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

USER, PASSWORD = "agent", "Secret42"
_SQUID_HELPER = Path("/usr/lib/squid/basic_ncsa_auth")
_START = 20.0  # seconds


@dataclass(frozen=True)
class Proxy:
    port: int
    log: Path

    def relayed(self, port: int) -> int:
        """How many requests or tunnels to ``port`` it wrote in its log."""
        return sum(f":{port}" in line for line in self.log.read_text(errors="replace").splitlines())


def missing() -> str:
    """Why the proxies cannot run here; "" when they can."""
    tools = [name for name in ("tinyproxy", "squid") if _tool(name) is None]
    return f"{', '.join(tools)} not installed" if tools else "" if _SQUID_HELPER.exists() else "squid without helpers"


@contextlib.contextmanager
def tinyproxy(folder: Path) -> Iterator[Proxy]:
    """Answers 407 to nobody, 401 to a wrong password."""
    port = _free_port()
    log = folder / "tinyproxy.log"
    settings = folder / "tinyproxy.conf"
    lines = [f"Port {port}", "Listen 127.0.0.1", f'LogFile "{log}"', "LogLevel Connect", "MaxClients 50", "Timeout 60"]
    settings.write_text("\n".join([*lines, f"BasicAuth {USER} {PASSWORD}", ""]))
    with _running([_tool("tinyproxy"), "-d", "-c", str(settings)], port):
        yield Proxy(port, log)


@contextlib.contextmanager
def squid() -> Iterator[Proxy]:
    """Answers 407 to nobody and to a wrong password."""
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to the user that root's squid becomes
        Path(name).chmod(0o777)
        with _squid_in(Path(name)) as proxy:
            yield proxy


@contextlib.contextmanager
def _squid_in(folder: Path) -> Iterator[Proxy]:
    port = _free_port()
    log, users, settings = folder / "access.log", folder / "users", folder / "squid.conf"
    hashed = subprocess.run(
        ["openssl", "passwd", "-apr1", "-stdin"], input=PASSWORD, text=True, capture_output=True, check=True
    )
    users.write_text(f"{USER}:{hashed.stdout.strip()}\n")
    settings.write_text(
        f"""http_port 127.0.0.1:{port}
auth_param basic program {_SQUID_HELPER} {users}
auth_param basic children 1
auth_param basic realm office
acl known proxy_auth REQUIRED
http_access allow known
http_access deny all
cache deny all
pid_filename none
access_log stdio:{log}
cache_log {folder / "cache.log"}
coredump_dir {folder}
shutdown_lifetime 0 seconds
visible_hostname proxy.test
"""
    )
    with _running([_tool("squid"), "-N", "-f", str(settings)], port):
        yield Proxy(port, log)


def _tool(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _until(lambda: _listens(port), process)
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _listens(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def _until(ready: Callable[[], bool], process: subprocess.Popen) -> None:
    until = time.monotonic() + _START
    while not ready():
        if process.poll() is not None:
            raise RuntimeError(f"{process.args[0]} ended with {process.returncode}")
        if time.monotonic() > until:
            raise RuntimeError(f"{process.args[0]} does not listen")
        time.sleep(0.05)
