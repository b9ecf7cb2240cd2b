"""What the first release's file was made of; its statements are frozen.

Dates are ISO text, money whole rupiah, odometers whole kilometres. A row with `removed_at` lies in the bin.
Tables under "derived" are computed from the rest (`db/derived`) and compared with it by `check`.
"""

FIRST_TABLES = (
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE customer (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        honorific TEXT,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'company')),
        contact_person TEXT,
        address TEXT,
        removed_at TEXT
    )
    """,
    "CREATE INDEX customer_by_name ON customer (name_key, id)",
    """
    CREATE TABLE customer_phone (
        id INTEGER PRIMARY KEY,
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        position INTEGER NOT NULL,
        typed TEXT NOT NULL,
        e164 TEXT,
        match_key TEXT
    )
    """,
    "CREATE INDEX phone_by_customer ON customer_phone (customer_id, position)",
    "CREATE INDEX phone_by_match ON customer_phone (match_key) WHERE match_key IS NOT NULL",
    """
    CREATE TABLE vehicle (
        id INTEGER PRIMARY KEY,
        plate TEXT NOT NULL,
        plate_key TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('motorcycle', 'car')),
        brand TEXT,
        model TEXT,
        year INTEGER,
        color TEXT,
        removed_at TEXT
    )
    """,
    "CREATE UNIQUE INDEX vehicle_by_plate ON vehicle (plate_key) WHERE removed_at IS NULL",
    """
    CREATE INDEX vehicle_by_name
        ON vehicle (trim(coalesce(brand, '') || ' ' || coalesce(model, '')) COLLATE NOCASE, id)
        WHERE removed_at IS NULL
    """,
    "CREATE INDEX vehicle_in_bin ON vehicle (removed_at) WHERE removed_at IS NOT NULL",
    """
    CREATE TABLE ownership (
        id INTEGER PRIMARY KEY,
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        since TEXT,
        until TEXT
    )
    """,
    "CREATE UNIQUE INDEX present_owner ON ownership (vehicle_id, customer_id) WHERE until IS NULL",
    "CREATE INDEX ownership_by_vehicle ON ownership (vehicle_id, until)",
    "CREATE INDEX ownership_by_customer ON ownership (customer_id)",
    """
    CREATE TABLE old_plate (
        id INTEGER PRIMARY KEY,
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        plate TEXT NOT NULL,
        plate_key TEXT NOT NULL,
        until TEXT
    )
    """,
    "CREATE INDEX old_plate_by_vehicle ON old_plate (vehicle_id)",
    "CREATE INDEX old_plate_by_key ON old_plate (plate_key)",
    """
    CREATE TABLE mechanic (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        active INTEGER NOT NULL DEFAULT 1
    )
    """,
    """
    CREATE TABLE job_kind (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        keywords TEXT NOT NULL,
        position INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE job_interval (
        job_kind_id INTEGER NOT NULL REFERENCES job_kind (id),
        vehicle_kind TEXT NOT NULL,
        months INTEGER CHECK (months > 0),
        km INTEGER CHECK (km > 0),
        PRIMARY KEY (job_kind_id, vehicle_kind)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE product (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        category TEXT NOT NULL,
        price_rupiah INTEGER
    )
    """,
    """
    CREATE TABLE work_order (
        id INTEGER PRIMARY KEY,
        number TEXT NOT NULL,
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        customer_id INTEGER REFERENCES customer (id),
        date TEXT NOT NULL,
        odometer_km INTEGER CHECK (odometer_km >= 0),
        symptom TEXT,
        remark TEXT,
        mechanic_id INTEGER REFERENCES mechanic (id),
        status TEXT NOT NULL,
        total_rupiah INTEGER NOT NULL,
        jobs TEXT NOT NULL,
        oil TEXT,
        removed_at TEXT
    )
    """,
    "CREATE UNIQUE INDEX work_order_by_number ON work_order (number)",
    "CREATE INDEX work_order_by_vehicle ON work_order (vehicle_id, date, id, mechanic_id)",
    # The lists of work orders are read in the order of these, a page at a time. Some also spare a deletion
    # (undo) a look at every work order for what still points at a customer, a mechanic or a product.
    "CREATE INDEX work_order_by_date ON work_order (date, id, vehicle_id) WHERE removed_at IS NULL",
    "CREATE INDEX work_order_by_customer ON work_order (customer_id, date, id)",
    "CREATE INDEX work_order_by_mechanic ON work_order (mechanic_id, date, id)",
    "CREATE INDEX work_order_by_status ON work_order (status, date, id)",
    "CREATE INDEX work_order_by_total ON work_order (total_rupiah, id)",
    "CREATE INDEX work_order_in_bin ON work_order (removed_at) WHERE removed_at IS NOT NULL",
    """
    CREATE TABLE work_order_line (
        id INTEGER PRIMARY KEY,
        work_order_id INTEGER NOT NULL REFERENCES work_order (id),
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        category TEXT,
        job_kind_id INTEGER REFERENCES job_kind (id),
        product_id INTEGER REFERENCES product (id),
        quantity REAL NOT NULL,
        price_rupiah INTEGER NOT NULL,
        mechanic_id INTEGER REFERENCES mechanic (id)
    )
    """,
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
    """
    CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        text TEXT NOT NULL,
        written_on TEXT NOT NULL,
        removed_at TEXT
    )
    """,
    "CREATE INDEX note_by_vehicle ON note (vehicle_id, written_on)",
    "CREATE INDEX note_in_bin ON note (removed_at) WHERE removed_at IS NOT NULL",
    # Derived: what the counter needs of a vehicle, in one row
    """
    CREATE TABLE vehicle_standing (
        vehicle_id INTEGER PRIMARY KEY REFERENCES vehicle (id),
        work_order_count INTEGER NOT NULL,
        last_work_order_id INTEGER,
        last_on TEXT,
        last_odometer_km INTEGER,
        reading_on TEXT,
        reading_km INTEGER,
        km_per_day REAL,
        oil_name TEXT,
        oil_on TEXT,
        oil_km INTEGER,
        mechanic_id INTEGER,
        mechanic_count INTEGER,
        next_job_kind_id INTEGER,
        next_due_on TEXT,
        next_due_km INTEGER,
        next_due_by TEXT,
        rhythm_days INTEGER,
        slips_on TEXT,
        paid_rupiah INTEGER NOT NULL,
        search_place INTEGER
    )
    """,
    "CREATE INDEX standing_by_last_visit ON vehicle_standing (last_on, vehicle_id)",
    """
    CREATE INDEX standing_by_slip ON vehicle_standing (slips_on, vehicle_id) WHERE slips_on IS NOT NULL
    """,
    "CREATE INDEX standing_by_next_due ON vehicle_standing (next_due_by, vehicle_id)",
    # Derived: one row a vehicle and job kind that was really done and has an interval
    """
    CREATE TABLE job_due (
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        job_kind_id INTEGER NOT NULL REFERENCES job_kind (id),
        last_done_on TEXT NOT NULL,
        last_done_km INTEGER,
        due_on TEXT,
        due_km INTEGER,
        due_by TEXT,
        estimated INTEGER NOT NULL,
        PRIMARY KEY (vehicle_id, job_kind_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX job_due_by_date ON job_due (due_by, vehicle_id, job_kind_id)",
    # Derived: the words a vehicle is found by. The rowid tells recency, then the vehicle
    # (db/derived/search_index.py).
    """
    CREATE VIRTUAL TABLE vehicle_search USING fts5 (
        plate, part, old, name, phone,
        content = '', contentless_delete = 1, detail = column, prefix = '1 2 3 4',
        tokenize = 'unicode61 remove_diacritics 0'
    )
    """,
    # What was written, so that it can be taken back
    """
    CREATE TABLE deed (
        id INTEGER PRIMARY KEY,
        done_at TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        images TEXT NOT NULL,
        undone_at TEXT
    )
    """,
    """
    CREATE TABLE opened_card (vehicle_id INTEGER PRIMARY KEY REFERENCES vehicle (id), opened_at TEXT NOT NULL)
    """,
    "CREATE INDEX opened_card_by_time ON opened_card (opened_at)",
    # Half-typed forms
    """
    CREATE TABLE draft (key TEXT PRIMARY KEY, data TEXT NOT NULL, saved_at TEXT NOT NULL) WITHOUT ROWID
    """,
)
