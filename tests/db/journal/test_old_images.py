"""What an older version did is taken back whole in the file as it is now."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from bengkel_crm.db.engine import migrations
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.journal.undo import redo_next, undo_last
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.old_shops import write_old_shop

SOLD = "2026-09-01"
# From reminders on to the last version in which an answer kept nothing of what it set.
_VERSIONS = range(2, migrations.MIGRATIONS.index(migrations.answers_keep_what_they_set) + 1)
_ANSWERS = {
    "sold": ("vehicle", "sold_on"),
    "no_contact": ("customer", "no_contact_since"),
    "wrong_number": ("customer_phone", "wrong_since"),
}


def _image(connection: Any, table: str) -> dict[str, Any]:
    cursor = connection.execute(f"SELECT * FROM {table} WHERE id = 1")
    return dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))


def write_answered(path: Path, version: int, outcome: str) -> Path:
    """Make a file of that version in which an answer was the last deed."""
    write_old_shop(path, version)
    table, column = _ANSWERS[outcome]
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(
        "INSERT INTO contact (id, customer_id, at, channel, direction, content) "
        "VALUES (1, 1, '2026-08-20T09:00:00', 'call', 'out', '')"
    )
    connection.execute(
        "INSERT INTO reminder (id, contact_id, vehicle_id, subject, due_by, sent_on) "
        "VALUES (1, 1, 1, 'job', '2026-08-30', '2026-08-20')"
    )
    before = [(table, 1, _image(connection, table)), ("contact", 1, _image(connection, "contact"))]
    images = {"added": {}, "before": before, "vehicles": [1], "customers": [1]}
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = 1", (SOLD,))
    connection.execute(
        "UPDATE contact SET outcome = ?, outcome_at = ? WHERE id = 1", (outcome, f"{SOLD}T09:00:00")
    )
    connection.execute(
        "INSERT INTO deed (id, done_at, kind, subject, images) VALUES (1, ?, 'outcomes_recorded', '1', ?)",
        (f"{SOLD}T09:00:00", json.dumps(images)),
    )
    connection.close()
    return path


def state(shop: Database) -> tuple[Any, ...]:
    card = find_card(shop, 1)
    assert card is not None
    marks = [
        shop.execute_sql(f"SELECT {column} FROM {table} WHERE id = 1").fetchone()[0]
        for table, column in _ANSWERS.values()
    ]
    (answer,) = shop.execute_sql("SELECT outcome, outcome_set FROM contact").fetchall()
    return card.owner and card.owner.name, marks, answer


@pytest.mark.parametrize("version", _VERSIONS)
@pytest.mark.parametrize("outcome", _ANSWERS)
def test_an_answer_of_an_older_version_is_taken_back_whole_and_done_again(
    tmp_path: Path, version: int, outcome: str
) -> None:
    shop = open_shop(write_answered(tmp_path / "lama.db", version, outcome))
    answered = state(shop)
    assert answered[0] == (None if outcome == "sold" else "Budi")
    for _ in range(2):
        undo_last(shop)
        assert state(shop) == ("Budi", [None, None, None], (None, None))
        assert check(shop) == []
        redo_next(shop)
        assert state(shop) == answered
    close_shop(shop)
