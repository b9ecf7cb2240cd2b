"""Rows taken out by the thousands, packed so that a deed can keep them."""

import base64
import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any


class TakenRows:
    """Rows of several tables, squeezed as they come: a hundred thousand visits are a few megabytes."""

    def __init__(self) -> None:
        self._squeezer = zlib.compressobj(1)
        self._parts: list[bytes] = []

    def add(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Keep some rows of one table."""
        line = json.dumps([table, columns, rows], separators=(",", ":")) + "\n"
        self._parts.append(self._squeezer.compress(line.encode()))

    def pack(self) -> str:
        """Return everything kept; nothing can be added afterwards."""
        return base64.b64encode(b"".join((*self._parts, self._squeezer.flush()))).decode("ascii")


def unpack(packed: str) -> Iterator[tuple[str, list[str], list[list[Any]]]]:
    """Yield (table, columns, rows) in the order in which they were added."""
    data = base64.b64decode(packed)
    loosener = zlib.decompressobj()
    rest = b""
    for start in range(0, len(data), 1 << 18):
        *lines, rest = (rest + loosener.decompress(data[start : start + (1 << 18)])).split(b"\n")
        for line in lines:
            table, columns, rows = json.loads(line)
            yield table, columns, rows
