# SPDX-License-Identifier: GPL-2.0-or-later
"""A file server as good, or as bad, as real ones are."""

from __future__ import annotations

import contextlib
import hashlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tests.services.http_service import Answer, Asked


@dataclass
class Files:
    """Answers for :class:`~.http_service.Service`: the same ``content`` whatever is asked."""

    content: bytes
    etag: str | None = None  # None: of the content; "": none is sent
    last_modified: str = ""
    ranges: bool = True
    cuts: tuple[int, ...] = ()  # after how many bytes of the body each of the first answers is cut
    spoil: Callable[[int, Asked, Answer], Answer] = lambda _number, _asked, answer: answer
    served: int = 0

    def __call__(self, asked: Asked) -> Answer:
        number, self.served = self.served, self.served + 1
        etag = f'"{hash(self.content):x}"' if self.etag is None else self.etag
        headers = {"ETag": etag} if etag else {}
        if self.last_modified:
            headers["Last-Modified"] = self.last_modified
        answer = self._answer(asked, headers)
        if number < len(self.cuts):
            answer = replace(answer, cut_after=self.cuts[number])
        return self.spoil(number, asked, answer)

    def _answer(self, asked: Asked, headers: dict[str, str]) -> Answer:
        wanted = re.fullmatch(r"bytes=(\d+)-", asked.headers.get("range", ""))
        same = asked.headers.get("if-range", "") in ("", headers.get("ETag"), headers.get("Last-Modified"))
        if not self.ranges or not wanted or not same:
            return Answer(self.content, headers=headers)
        start, size = int(wanted[1]), len(self.content)
        if start >= size:
            return Answer(status=416, headers={**headers, "Content-Range": f"bytes */{size}"})
        said = {**headers, "Content-Range": f"bytes {start}-{size - 1}/{size}"}
        return Answer(self.content[start:], 206, said)


@contextlib.contextmanager
def serving_apart(megabytes: int, cut_after: int = -1) -> Iterator[str]:
    """The address of a server in a process of its own; its first answer is cut if ``cut_after`` is not negative."""
    command = [sys.executable, "-m", __name__, str(megabytes), str(cut_after)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()  # it ends with us


def pattern(size: int) -> bytes:
    """Bytes no two stretches of which are alike."""
    return b"".join(hashlib.sha256(number.to_bytes(8, "big")).digest() for number in range(size // 32 + 1))[:size]


if __name__ == "__main__":
    from tests.services.http_service import serving

    cut = int(sys.argv[2])
    content = pattern(1 << 20) * int(sys.argv[1])
    with serving(Files(content, cuts=(cut,) if cut >= 0 else ())) as running:
        print(f"{running.url}/scene.tif", flush=True)
        sys.stdin.read()
