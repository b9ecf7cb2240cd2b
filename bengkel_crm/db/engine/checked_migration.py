"""Every code checked by the file, every row that people edit versioned, numbers from a counter; frozen.

SQLite can not add a check to a column that is there: those tables are written anew. A code that no version
ever wrote (another program put it there) becomes the plainest one, so that the file still comes through.
"""

_VERSIONED = """
    version INTEGER NOT NULL DEFAULT 1,
    changed_at TEXT,
    changed_by INTEGER
"""
_CATEGORIES = (
    "'engine_oil', 'gear_oil', 'fork_oil', 'two_stroke_oil', 'brake_fluid', 'coolant', 'oil_filter', 'part'"
)
# Written anew below with their checks; to the others the columns are only added.
_GAIN_COLUMNS = (
    "customer",
    "customer_phone",
    "vehicle",
    "ownership",
    "old_plate",
    "mechanic",
    "job_kind",
    "note",
)

CODES_CHECKED = (
    *(
        f"ALTER TABLE {table} ADD COLUMN {column}"
        for table in _GAIN_COLUMNS
        for column in ("version INTEGER NOT NULL DEFAULT 1", "changed_at TEXT", "changed_by INTEGER")
    ),
    f"""
    CREATE TABLE new_work_order (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        number TEXT NOT NULL,
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        customer_id INTEGER REFERENCES customer (id),
        date TEXT NOT NULL,
        odometer_km INTEGER CHECK (odometer_km >= 0),
        symptom TEXT,
        remark TEXT,
        mechanic_id INTEGER REFERENCES mechanic (id),
        status TEXT NOT NULL CHECK (status IN ('open', 'done', 'paid')),
        total_rupiah INTEGER NOT NULL,
        jobs TEXT NOT NULL,
        oil TEXT,
        removed_at TEXT,
        entered_at TEXT,{_VERSIONED})
    """,
    """
    INSERT INTO new_work_order SELECT id, number, vehicle_id, customer_id, date, odometer_km, symptom,
        remark, mechanic_id, CASE WHEN status IN ('open', 'done', 'paid') THEN status ELSE 'done' END,
        total_rupiah, jobs, oil, removed_at, entered_at, 1, NULL, NULL FROM work_order
    """,
    "DROP TABLE work_order",
    "ALTER TABLE new_work_order RENAME TO work_order",
    "CREATE UNIQUE INDEX work_order_by_number ON work_order (number)",
    "CREATE INDEX work_order_by_vehicle ON work_order (vehicle_id, date, id, mechanic_id)",
    "CREATE INDEX work_order_by_date ON work_order (date, id, vehicle_id) WHERE removed_at IS NULL",
    "CREATE INDEX work_order_by_customer ON work_order (customer_id, date, id)",
    "CREATE INDEX work_order_by_mechanic ON work_order (mechanic_id, date, id)",
    "CREATE INDEX work_order_by_status ON work_order (status, date, id)",
    "CREATE INDEX work_order_by_total ON work_order (total_rupiah, id)",
    "CREATE INDEX work_order_in_bin ON work_order (removed_at) WHERE removed_at IS NOT NULL",
    f"""
    CREATE TABLE new_work_order_line (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        work_order_id INTEGER NOT NULL REFERENCES work_order (id),
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('job', 'part', 'oil')),
        text TEXT NOT NULL,
        category TEXT CHECK (category IN ({_CATEGORIES})),
        job_kind_id INTEGER REFERENCES job_kind (id),
        product_id INTEGER REFERENCES product (id),
        quantity REAL NOT NULL,
        price_rupiah INTEGER NOT NULL,
        mechanic_id INTEGER REFERENCES mechanic (id),{_VERSIONED})
    """,
    f"""
    INSERT INTO new_work_order_line SELECT id, work_order_id, position,
        CASE WHEN kind IN ('job', 'part', 'oil') THEN kind ELSE 'part' END, text,
        CASE WHEN category IN ({_CATEGORIES}) THEN category END,
        job_kind_id, product_id, quantity, price_rupiah, mechanic_id, 1, NULL, NULL FROM work_order_line
    """,
    "DROP TABLE work_order_line",
    "ALTER TABLE new_work_order_line RENAME TO work_order_line",
    """
    CREATE INDEX line_by_work_order
        ON work_order_line (work_order_id, position, category, job_kind_id, product_id, mechanic_id)
    """,
    """
    CREATE INDEX line_by_job_kind ON work_order_line (job_kind_id, work_order_id)
        WHERE job_kind_id IS NOT NULL
    """,
    "CREATE INDEX line_by_product ON work_order_line (product_id) WHERE product_id IS NOT NULL",
    "CREATE INDEX line_by_mechanic ON work_order_line (mechanic_id) WHERE mechanic_id IS NOT NULL",
    f"""
    CREATE TABLE new_product (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        category TEXT NOT NULL CHECK (category IN ({_CATEGORIES})),
        price_rupiah INTEGER,{_VERSIONED})
    """,
    f"""
    INSERT INTO new_product SELECT id, name, name_key,
        CASE WHEN category IN ({_CATEGORIES}) THEN category ELSE 'part' END, price_rupiah, 1, NULL, NULL
        FROM product
    """,
    "DROP TABLE product",
    "ALTER TABLE new_product RENAME TO product",
    f"""
    CREATE TABLE new_contact (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        customer_id INTEGER REFERENCES customer (id),
        vehicle_id INTEGER REFERENCES vehicle (id),
        at TEXT NOT NULL,
        channel TEXT NOT NULL CHECK (channel IN ('call', 'whatsapp', 'letter', 'visit')),
        direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
        content TEXT NOT NULL,
        outcome TEXT CHECK (outcome IN (
            'will_come', 'later', 'sold', 'wrong_number', 'no_contact', 'no_answer')),
        outcome_at TEXT,
        snooze_until TEXT,
        removed_at TEXT,
        phone_id INTEGER,
        outcome_set TEXT,{_VERSIONED})
    """,
    """
    INSERT INTO new_contact SELECT id, customer_id, vehicle_id, at,
        CASE WHEN channel IN ('call', 'whatsapp', 'letter', 'visit') THEN channel ELSE 'call' END,
        CASE WHEN direction IN ('out', 'in') THEN direction ELSE 'out' END, content,
        CASE WHEN outcome IN ('will_come', 'later', 'sold', 'wrong_number', 'no_contact', 'no_answer')
            THEN outcome END,
        outcome_at, snooze_until, removed_at, phone_id, outcome_set, 1, NULL, NULL FROM contact
    """,
    "DROP TABLE contact",
    "ALTER TABLE new_contact RENAME TO contact",
    "CREATE INDEX contact_by_customer ON contact (customer_id, at)",
    "CREATE INDEX contact_by_vehicle ON contact (vehicle_id, at) WHERE vehicle_id IS NOT NULL",
    "CREATE INDEX contact_by_time ON contact (at, id)",
    f"""
    CREATE TABLE new_reminder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id),
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        subject TEXT NOT NULL CHECK (subject IN ('job', 'stnk_tax', 'stnk_plate', 'slipping')),
        job_kind_id INTEGER REFERENCES job_kind (id),
        due_by TEXT NOT NULL,
        sent_on TEXT NOT NULL,{_VERSIONED})
    """,
    """
    INSERT INTO new_reminder SELECT id, contact_id, vehicle_id,
        CASE WHEN subject IN ('job', 'stnk_tax', 'stnk_plate', 'slipping') THEN subject ELSE 'job' END,
        job_kind_id, due_by, sent_on, 1, NULL, NULL FROM reminder
    """,
    "DROP TABLE reminder",
    "ALTER TABLE new_reminder RENAME TO reminder",
    "CREATE INDEX reminder_by_contact ON reminder (contact_id)",
    "CREATE INDEX reminder_by_vehicle ON reminder (vehicle_id, sent_on, contact_id)",
    "CREATE INDEX reminder_by_day ON reminder (sent_on, vehicle_id)",
    """
    CREATE TABLE new_job_interval (
        job_kind_id INTEGER NOT NULL REFERENCES job_kind (id),
        vehicle_kind TEXT NOT NULL CHECK (vehicle_kind IN ('motorcycle', 'car')),
        months INTEGER CHECK (months > 0),
        km INTEGER CHECK (km > 0),
        PRIMARY KEY (job_kind_id, vehicle_kind)
    ) WITHOUT ROWID
    """,
    "INSERT INTO new_job_interval SELECT * FROM job_interval WHERE vehicle_kind IN ('motorcycle', 'car')",
    "DROP TABLE job_interval",
    "ALTER TABLE new_job_interval RENAME TO job_interval",
    # Numbers that are given once, also with two writers; a year where they begin again with it, else 0.
    """
    CREATE TABLE counter (
        kind TEXT NOT NULL,
        year INTEGER NOT NULL,
        next_value INTEGER NOT NULL CHECK (next_value > 0),
        PRIMARY KEY (kind, year)
    ) WITHOUT ROWID
    """,
    """
    INSERT INTO counter SELECT 'work_order', 0,
        coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'work_order'), 0) + 1
    """,
    # Who did it, on which PC, in a file of which schema; nobody knows of what was done before.
    "ALTER TABLE deed ADD COLUMN done_by INTEGER",
    "ALTER TABLE deed ADD COLUMN pc TEXT",
    "ALTER TABLE deed ADD COLUMN schema_version INTEGER",
    # What is derived of a vehicle is called its summary.
    "ALTER TABLE vehicle_standing RENAME TO vehicle_summary",
    "DROP INDEX standing_by_last_visit",
    "DROP INDEX standing_by_slip",
    "DROP INDEX standing_by_next_due",
    "DROP INDEX standing_by_future",
    "CREATE INDEX summary_by_last_visit ON vehicle_summary (last_on, vehicle_id)",
    "CREATE INDEX summary_by_slip ON vehicle_summary (slips_on, vehicle_id) WHERE slips_on IS NOT NULL",
    "CREATE INDEX summary_by_next_due ON vehicle_summary (next_due_by, vehicle_id)",
    "CREATE INDEX summary_by_future ON vehicle_summary (future_on) WHERE future_on IS NOT NULL",
)
