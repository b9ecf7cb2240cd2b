"""Deeds of older versions, whose images do not know what a newer file keeps of the same thing."""

from typing import Any

from bengkel_crm.db.engine.connection import Database

_SOLD_ON = "SELECT sold_on FROM vehicle WHERE id = ?"
# The ownership that was ended by the sale, when the file was brought to a newer version.
_ENDED_BY_SALE = """
SELECT id FROM ownership WHERE vehicle_id = ?1 AND until = max(?2, coalesce(since, ''))
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
