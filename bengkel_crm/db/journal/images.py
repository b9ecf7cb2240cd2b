"""Images of rows in a deed: as they were before, as they are kept, and those of older versions."""

import base64
import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.sql import SQL

_SOLD_ON = "SELECT sold_on FROM vehicle WHERE id = ?"


# The ownership that was ended by the sale, when the file was brought to a newer version.
_ENDED_BY_SALE = f"""
SELECT id FROM ownership WHERE vehicle_id = ?1 AND until = {SQL.later("?2", "coalesce(since, '')")}
AND NOT EXISTS (SELECT 1 FROM ownership o WHERE o.vehicle_id = ?1 AND o.until IS NULL)
ORDER BY id DESC LIMIT 1
"""


def completed(database: Database, images: dict[str, Any]) -> dict[str, Any]:
    """Return the images of a deed with what its own version did not keep.

    Without a sale there is no end of the ownership either, and an answer that is taken back set nothing.
    """
    before = images["before"]
    more: list[tuple[str, int, dict[str, Any]]] = []
    if not any(table == "ownership" for table in (*images["added"], *[row[0] for row in before])):
        more += _owners(database, [(row_id, row) for table, row_id, row in before if table == "vehicle"])
    more += [
        ("contact", row_id, {"phone_id": None, "outcome_set": None})
        for table, row_id, row in before
        if table == "contact" and "outcome_set" not in row
    ]
    return {**images, "before": [*before, *more]} if more else images


def _owners(
    database: Database, vehicles: list[tuple[int, dict[str, Any]]]
) -> list[tuple[str, int, dict[str, Any]]]:
    found: list[tuple[str, int, dict[str, Any]]] = []
    for vehicle_id, row in vehicles:
        now = database.execute_sql(_SOLD_ON, (vehicle_id,)).fetchone()
        if now is None or now[0] is None or "sold_on" not in row or row["sold_on"] is not None:
            continue
        ended = database.execute_sql(_ENDED_BY_SALE, (vehicle_id, now[0])).fetchone()
        if ended is not None:
            found.append(("ownership", ended[0], {"until": None}))
    return found


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
