"""Every table written anew, so that the number of a row is never given again, even of one taken back.

What is kept for a row by its number (a half-typed form, an open card) must never turn up on another. SQLite
can not add that to a table that is there. Frozen, as every step is.
"""

NUMBERS_GIVEN_ONCE = (
    """
    CREATE TABLE new_customer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        honorific TEXT,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'company')),
        contact_person TEXT,
        address TEXT,
        removed_at TEXT,
        no_contact_since TEXT,
        promotion_consent_on TEXT
    )
    """,
    """
    INSERT INTO new_customer SELECT id, name, name_key, honorific, kind, contact_person, address,
        removed_at, no_contact_since, promotion_consent_on FROM customer
    """,
    "DROP TABLE customer",
    "ALTER TABLE new_customer RENAME TO customer",
    "CREATE INDEX customer_by_name ON customer (name_key, id)",
    """
    CREATE TABLE new_customer_phone (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        position INTEGER NOT NULL,
        typed TEXT NOT NULL,
        e164 TEXT,
        match_key TEXT,
        wrong_since TEXT
    )
    """,
    """
    INSERT INTO new_customer_phone SELECT id, customer_id, position, typed, e164, match_key, wrong_since
        FROM customer_phone
    """,
    "DROP TABLE customer_phone",
    "ALTER TABLE new_customer_phone RENAME TO customer_phone",
    "CREATE INDEX phone_by_customer ON customer_phone (customer_id, position)",
    "CREATE INDEX phone_by_match ON customer_phone (match_key) WHERE match_key IS NOT NULL",
    """
    CREATE TABLE new_vehicle (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plate TEXT NOT NULL,
        plate_key TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('motorcycle', 'car')),
        brand TEXT,
        model TEXT,
        year INTEGER,
        color TEXT,
        removed_at TEXT,
        sold_on TEXT,
        gone_on TEXT,
        stnk_tax_on TEXT,
        plate_expires_on TEXT
    )
    """,
    """
    INSERT INTO new_vehicle SELECT id, plate, plate_key, kind, brand, model, year, color, removed_at,
        sold_on, gone_on, stnk_tax_on, plate_expires_on FROM vehicle
    """,
    "DROP TABLE vehicle",
    "ALTER TABLE new_vehicle RENAME TO vehicle",
    "CREATE UNIQUE INDEX vehicle_by_plate ON vehicle (plate_key) WHERE removed_at IS NULL",
    """
    CREATE INDEX vehicle_by_name ON vehicle (trim(coalesce(brand, '') || ' ' || coalesce(model, '')) COLLATE
        NOCASE, id) WHERE removed_at IS NULL
    """,
    "CREATE INDEX vehicle_in_bin ON vehicle (removed_at) WHERE removed_at IS NOT NULL",
    """
    CREATE INDEX vehicle_by_tax_day ON vehicle (substr(stnk_tax_on, 6, 2)) WHERE stnk_tax_on IS NOT NULL
    """,
    """
    CREATE INDEX vehicle_by_plate_expiry ON vehicle (plate_expires_on) WHERE plate_expires_on IS NOT NULL
    """,
    """
    CREATE TABLE new_ownership (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        since TEXT,
        until TEXT
    )
    """,
    "INSERT INTO new_ownership SELECT id, vehicle_id, customer_id, since, until FROM ownership",
    "DROP TABLE ownership",
    "ALTER TABLE new_ownership RENAME TO ownership",
    "CREATE UNIQUE INDEX present_owner ON ownership (vehicle_id, customer_id) WHERE until IS NULL",
    "CREATE INDEX ownership_by_vehicle ON ownership (vehicle_id, until)",
    "CREATE INDEX ownership_by_customer ON ownership (customer_id)",
    """
    CREATE TABLE new_old_plate (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        plate TEXT NOT NULL,
        plate_key TEXT NOT NULL,
        until TEXT
    )
    """,
    "INSERT INTO new_old_plate SELECT id, vehicle_id, plate, plate_key, until FROM old_plate",
    "DROP TABLE old_plate",
    "ALTER TABLE new_old_plate RENAME TO old_plate",
    "CREATE INDEX old_plate_by_vehicle ON old_plate (vehicle_id)",
    "CREATE INDEX old_plate_by_key ON old_plate (plate_key)",
    """
    CREATE TABLE new_mechanic (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        active INTEGER NOT NULL DEFAULT 1
    )
    """,
    "INSERT INTO new_mechanic SELECT id, name, name_key, active FROM mechanic",
    "DROP TABLE mechanic",
    "ALTER TABLE new_mechanic RENAME TO mechanic",
    """
    CREATE TABLE new_job_kind (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        code TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        keywords TEXT NOT NULL,
        position INTEGER NOT NULL
    )
    """,
    "INSERT INTO new_job_kind SELECT id, code, name, keywords, position FROM job_kind",
    "DROP TABLE job_kind",
    "ALTER TABLE new_job_kind RENAME TO job_kind",
    """
    CREATE TABLE new_product (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        category TEXT NOT NULL,
        price_rupiah INTEGER
    )
    """,
    "INSERT INTO new_product SELECT id, name, name_key, category, price_rupiah FROM product",
    "DROP TABLE product",
    "ALTER TABLE new_product RENAME TO product",
    """
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
        status TEXT NOT NULL,
        total_rupiah INTEGER NOT NULL,
        jobs TEXT NOT NULL,
        oil TEXT,
        removed_at TEXT
    )
    """,
    """
    INSERT INTO new_work_order SELECT id, number, vehicle_id, customer_id, date, odometer_km, symptom,
        remark, mechanic_id, status, total_rupiah, jobs, oil, removed_at FROM work_order
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
    """
    CREATE TABLE new_work_order_line (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
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
    INSERT INTO new_work_order_line SELECT id, work_order_id, position, kind, text, category, job_kind_id,
        product_id, quantity, price_rupiah, mechanic_id FROM work_order_line
    """,
    "DROP TABLE work_order_line",
    "ALTER TABLE new_work_order_line RENAME TO work_order_line",
    """
    CREATE INDEX line_by_work_order ON work_order_line (work_order_id, position, category, job_kind_id,
        product_id, mechanic_id)
    """,
    """
    CREATE INDEX line_by_job_kind ON work_order_line (job_kind_id, work_order_id) WHERE job_kind_id IS NOT
        NULL
    """,
    "CREATE INDEX line_by_product ON work_order_line (product_id) WHERE product_id IS NOT NULL",
    "CREATE INDEX line_by_mechanic ON work_order_line (mechanic_id) WHERE mechanic_id IS NOT NULL",
    """
    CREATE TABLE new_note (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        text TEXT NOT NULL,
        written_on TEXT NOT NULL,
        removed_at TEXT
    )
    """,
    "INSERT INTO new_note SELECT id, vehicle_id, text, written_on, removed_at FROM note",
    "DROP TABLE note",
    "ALTER TABLE new_note RENAME TO note",
    "CREATE INDEX note_by_vehicle ON note (vehicle_id, written_on)",
    "CREATE INDEX note_in_bin ON note (removed_at) WHERE removed_at IS NOT NULL",
    """
    CREATE TABLE new_deed (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        done_at TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        images TEXT NOT NULL,
        undone_at TEXT
    )
    """,
    "INSERT INTO new_deed SELECT id, done_at, kind, subject, images, undone_at FROM deed",
    "DROP TABLE deed",
    "ALTER TABLE new_deed RENAME TO deed",
    """
    CREATE TABLE new_contact (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
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
    """
    INSERT INTO new_contact SELECT id, customer_id, vehicle_id, at, channel, direction, content, outcome,
        outcome_at, snooze_until, removed_at FROM contact
    """,
    "DROP TABLE contact",
    "ALTER TABLE new_contact RENAME TO contact",
    "CREATE INDEX contact_by_customer ON contact (customer_id, at)",
    "CREATE INDEX contact_by_vehicle ON contact (vehicle_id, at) WHERE vehicle_id IS NOT NULL",
    "CREATE INDEX contact_by_time ON contact (at, id)",
    """
    CREATE TABLE new_reminder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES contact (id),
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        subject TEXT NOT NULL,
        job_kind_id INTEGER REFERENCES job_kind (id),
        due_by TEXT NOT NULL,
        sent_on TEXT NOT NULL
    )
    """,
    """
    INSERT INTO new_reminder SELECT id, contact_id, vehicle_id, subject, job_kind_id, due_by, sent_on FROM
        reminder
    """,
    "DROP TABLE reminder",
    "ALTER TABLE new_reminder RENAME TO reminder",
    "CREATE INDEX reminder_by_contact ON reminder (contact_id)",
    "CREATE INDEX reminder_by_vehicle ON reminder (vehicle_id, sent_on, contact_id)",
    "CREATE INDEX reminder_by_day ON reminder (sent_on, vehicle_id)",
    """
    CREATE TABLE new_export_log (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        what TEXT NOT NULL,
        file_name TEXT NOT NULL,
        rows INTEGER NOT NULL
    )
    """,
    "INSERT INTO new_export_log SELECT id, at, what, file_name, rows FROM export_log",
    "DROP TABLE export_log",
    "ALTER TABLE new_export_log RENAME TO export_log",
    # Of what was taken back before: its number may be given once more to what comes next
    """
    DELETE FROM draft WHERE key LIKE 'vehicle:%' AND key NOT LIKE 'vehicle:new%'
        AND NOT EXISTS (SELECT 1 FROM vehicle WHERE draft.key = 'vehicle:' || id)
    """,
    """
    DELETE FROM draft WHERE key LIKE 'work_order:%' AND NOT EXISTS (
        SELECT 1 FROM vehicle WHERE draft.key || ':' LIKE 'work_order:' || vehicle.id || ':%')
    """,
)
