"""The steps from an empty file to today's: functions that are never edited after a release, only added to.

Each runs plain statements in the transaction that also raises the file's number; it knows no model and no
other function of the program, since those will have changed when an old file meets it.
"""

from collections.abc import Callable, Iterable

from bengkel_crm.db.engine.checked_migration import CODES_CHECKED
from bengkel_crm.db.engine.first_tables import FIRST_TABLES
from bengkel_crm.db.engine.number_migration import NUMBERS_GIVEN_ONCE

Execute = Callable[[str], object]

_REMINDERS = (
    "ALTER TABLE customer ADD COLUMN no_contact_since TEXT",
    "ALTER TABLE customer ADD COLUMN promotion_consent_on TEXT",
    "ALTER TABLE customer_phone ADD COLUMN wrong_since TEXT",
    "ALTER TABLE vehicle ADD COLUMN sold_on TEXT",
    "ALTER TABLE vehicle ADD COLUMN gone_on TEXT",
    "ALTER TABLE vehicle ADD COLUMN stnk_tax_on TEXT",
    "ALTER TABLE vehicle ADD COLUMN plate_expires_on TEXT",
    """
    CREATE INDEX vehicle_by_tax_day ON vehicle (substr(stnk_tax_on, 6, 2)) WHERE stnk_tax_on IS NOT NULL
    """,
    """
    CREATE INDEX vehicle_by_plate_expiry ON vehicle (plate_expires_on) WHERE plate_expires_on IS NOT NULL
    """,
    """
    CREATE TABLE contact (
        id INTEGER PRIMARY KEY,
        customer_id INTEGER REFERENCES customer (id),
        vehicle_id INTEGER REFERENCES vehicle (id),
        at TEXT NOT NULL,
        channel TEXT NOT NULL,
        direction TEXT NOT NULL,
        content TEXT NOT NULL,
        outcome TEXT,
        outcome_at TEXT,
        snooze_until TEXT,
        removed_at TEXT
    )
    """,
    "CREATE INDEX contact_by_customer ON contact (customer_id, at)",
    "CREATE INDEX contact_by_vehicle ON contact (vehicle_id, at) WHERE vehicle_id IS NOT NULL",
    "CREATE INDEX contact_by_time ON contact (at, id)",
    """
    CREATE TABLE reminder (
        id INTEGER PRIMARY KEY,
        contact_id INTEGER NOT NULL REFERENCES contact (id),
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        subject TEXT NOT NULL,
        job_kind_id INTEGER REFERENCES job_kind (id),
        due_by TEXT NOT NULL,
        sent_on TEXT NOT NULL
    )
    """,
    "CREATE INDEX reminder_by_contact ON reminder (contact_id)",
    "CREATE INDEX reminder_by_vehicle ON reminder (vehicle_id, sent_on, contact_id)",
    "CREATE INDEX reminder_by_day ON reminder (sent_on, vehicle_id)",
    # Who stood on a month's list when work on it began: those nobody contacted are the honest comparison
    """
    CREATE TABLE due_seen (
        month TEXT NOT NULL,
        vehicle_id INTEGER NOT NULL,
        due_by TEXT NOT NULL,
        PRIMARY KEY (month, vehicle_id)
    ) WITHOUT ROWID
    """,
)

_EXCHANGE = (
    # What left the shop, when and where to
    """
    CREATE TABLE export_log (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        what TEXT NOT NULL,
        file_name TEXT NOT NULL,
        rows INTEGER NOT NULL
    )
    """,
    # What the columns of a book with these headers were taken for the last time
    """
    CREATE TABLE book_mapping (
        headers TEXT PRIMARY KEY,
        mapping TEXT NOT NULL,
        used_at TEXT NOT NULL
    ) WITHOUT ROWID
    """,
)

_ANSWERS_KEEP_WHAT_THEY_SET = (
    "ALTER TABLE contact ADD COLUMN phone_id INTEGER",
    "ALTER TABLE contact ADD COLUMN outcome_set TEXT",
    "ALTER TABLE work_order ADD COLUMN entered_at TEXT",
    """
    UPDATE vehicle SET sold_on = NULL WHERE sold_on IS NOT NULL AND EXISTS (
        SELECT 1 FROM ownership o
        WHERE o.vehicle_id = vehicle.id AND o.until IS NULL AND o.since >= vehicle.sold_on)
    """,
    """
    UPDATE ownership SET until = (
        SELECT max(v.sold_on, coalesce(ownership.since, '')) FROM vehicle v WHERE v.id = ownership.vehicle_id)
    WHERE until IS NULL AND vehicle_id IN (SELECT id FROM vehicle WHERE sold_on IS NOT NULL)
    """,
    """
    UPDATE contact SET outcome_set = (
        SELECT group_concat('vehicle:' || v.id || ':' || v.sold_on, ' ') FROM vehicle v
        WHERE v.sold_on = substr(contact.outcome_at, 1, 10) AND (v.id = contact.vehicle_id
            OR v.id IN (SELECT r.vehicle_id FROM reminder r WHERE r.contact_id = contact.id)))
    WHERE outcome = 'sold'
    """,
    """
    UPDATE contact SET outcome_set = (
        SELECT 'customer:' || c.id || ':' || c.no_contact_since FROM customer c
        WHERE c.id = contact.customer_id AND c.no_contact_since = substr(contact.outcome_at, 1, 10))
    WHERE outcome = 'no_contact'
    """,
    """
    UPDATE contact SET phone_id = (
        SELECT p.id FROM customer_phone p WHERE p.customer_id = contact.customer_id
        AND p.wrong_since = substr(contact.outcome_at, 1, 10) ORDER BY p.position LIMIT 1)
    WHERE outcome = 'wrong_number'
    """,
    """
    UPDATE contact SET outcome_set = 'customer_phone:' || phone_id || ':' || substr(outcome_at, 1, 10)
    WHERE outcome = 'wrong_number' AND phone_id IS NOT NULL
    """,
)

_SEARCHED_BY_MORE = (
    "DROP TABLE vehicle_search",
    """
    CREATE VIRTUAL TABLE vehicle_search USING fts5 (
        plate, part, old, name, phone, about, address,
        content = '', contentless_delete = 1, detail = column, prefix = '1 2 3 4',
        tokenize = 'unicode61 remove_diacritics 0'
    )
    """,
)

_DAYS_TO_COME = (
    "ALTER TABLE vehicle_standing ADD COLUMN future_on TEXT",
    "CREATE INDEX standing_by_future ON vehicle_standing (future_on) WHERE future_on IS NOT NULL",
)


def first_release(execute: Execute) -> None:
    """Make the tables of vehicles, customers, work orders and what is derived of them."""
    _run(execute, FIRST_TABLES)


def reminders(execute: Execute) -> None:
    """Keep contacts: a reminder is one vehicle and one thing due, and a contact may carry several."""
    _run(execute, _REMINDERS)


def exchange(execute: Execute) -> None:
    """Keep what left the shop, and how the columns of each book were taken."""
    _run(execute, _EXCHANGE)


def numbers_given_once(execute: Execute) -> None:
    """Give the number of a row only once, ever."""
    _run(execute, NUMBERS_GIVEN_ONCE)


def owned_forwards(execute: Execute) -> None:
    """End no ownership before it began: a new owner entered with an earlier day once did."""
    execute("UPDATE ownership SET until = since WHERE until < since")


def days_to_come(execute: Execute) -> None:
    """Keep the first visit of a vehicle on a day still to come: nothing is derived from it until then."""
    _run(execute, _DAYS_TO_COME)


def searched_by_more(execute: Execute) -> None:
    """Find a vehicle by make, model and its owner's address too; filled when the derived rows are rebuilt."""
    _run(execute, _SEARCHED_BY_MORE)


def no_path_of_a_logo(execute: Execute) -> None:
    """Drop the path of a logo; db/shop_file/migrate.py took the picture itself into the file just before."""
    execute("DELETE FROM setting WHERE key = 'shop_logo'")


def answers_keep_what_they_set(execute: Execute) -> None:
    """Keep with an answer what it set, and with a visit when it was written.

    A visit answers only what was sent before it was written. Who sold a vehicle owns it no more; one who
    came after the sale is its new owner.
    """
    _run(execute, _ANSWERS_KEEP_WHAT_THEY_SET)


def codes_checked(execute: Execute) -> None:
    """Let the file check its codes, version the rows that people edit, and give numbers from a counter.

    A deed says who did it, on which PC and in a file of which schema. What was called a vehicle's standing
    is its summary.
    """
    _run(execute, CODES_CHECKED)


def _run(execute: Execute, statements: Iterable[str]) -> None:
    for statement in statements:
        execute(statement)


# One entry a version: MIGRATIONS[0] leads from an empty file to user_version 1.
MIGRATIONS: tuple[Callable[[Execute], None], ...] = (
    first_release,
    reminders,
    exchange,
    numbers_given_once,
    owned_forwards,
    days_to_come,
    searched_by_more,
    no_path_of_a_logo,
    answers_keep_what_they_set,
    codes_checked,
)
# The version whose step ends what older ones kept as a path.
LOGO_TAKEN_IN = MIGRATIONS.index(no_path_of_a_logo) + 1
