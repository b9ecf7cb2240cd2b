"""Who is who: one customer for one person, however often and however spelled."""

from datetime import date
from pathlib import Path
from typing import Any

from bengkel_crm.trade.kinds import CustomerKind
from bengkel_crm.trade.names import name_key
from bengkel_crm.workshop.exchange.plan.people import People
from bengkel_crm.workshop.exchange.rows.entries import Person
from bengkel_crm.workshop.shop_file.shop_file import Database

from .books import card_of, phones_of, take_over, write_sheets

SYLLABLES = [
    "dibyo",
    "kamto",
    "mulyo",
    "naryo",
    "pratno",
    "rahmat",
    "setyo",
    "tikno",
    "untoro",
    "yatno",
    "zaini",
    "bambang",
    "cahyo",
]
HEADER = ["Tanggal", "Nopol", "Nama", "HP", "Pekerjaan"]


def import_rows(database: Database, tmp_path: Path, *visits: tuple[Any, ...]) -> None:
    """Import a ledger of (day of August, plate, name, phone)."""
    rows = [
        HEADER,
        *([date(2026, 8, day), plate, name, phone, "Servis"] for day, plate, name, phone in visits),
    ]
    take_over(database, write_sheets(tmp_path / "book.xlsx", {"Buku": rows}))


def owner_ids(database: Database, *plates: str) -> list[int | None]:
    cards = [card_of(database, plate) for plate in plates]
    return [None if card.owner is None else card.owner.id for card in cards]


def count(database: Database, table: str) -> int:
    (number,) = database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()
    return int(number)


def test_name_and_phone_make_one_customer_of_several_vehicles(database: Database, tmp_path: Path) -> None:
    import_rows(
        database,
        tmp_path,
        (1, "AB 1 CD", "BUDI SANTOSO, BPK", 81288341907),
        (2, "AB 2 CD", "Pak Budi Santoso", "+62 812-8834-1907"),
        (3, "AB 3 CD", "budi santoso", "0274592098 / 081288341907"),
    )
    assert len(set(owner_ids(database, "AB1CD", "AB2CD", "AB3CD"))) == 1
    owner = card_of(database, "AB1CD").owner
    assert owner is not None
    assert owner.name == "Budi Santoso"
    assert {phone.e164 for phone in owner.phones} == {"+6281288341907", "+62274592098"}


def test_the_name_alone_makes_nobody_the_same(database: Database, tmp_path: Path) -> None:
    import_rows(
        database,
        tmp_path,
        (1, "AB 1 CD", "Budi", None),
        (2, "AB 2 CD", "Budi", None),
        (3, "AB 3 CD", "Budi", "081288341907"),
    )
    assert len(set(owner_ids(database, "AB1CD", "AB2CD", "AB3CD"))) == 3


def test_a_company_with_a_phone_a_driver_stays_several(database: Database, tmp_path: Path) -> None:
    import_rows(
        database,
        tmp_path,
        (1, "AB 1 CD", "CV Sinar Jaya", "081288341907"),
        (2, "AB 2 CD", "CV. SINAR JAYA", "081288341908"),
        (3, "AB 3 CD", "Sinar Jaya, CV", "081288341907"),
    )
    ids = owner_ids(database, "AB1CD", "AB2CD", "AB3CD")
    assert ids[0] == ids[2] != ids[1]
    owner = card_of(database, "AB1CD").owner
    assert owner is not None
    assert (owner.name, owner.kind) == ("CV Sinar Jaya", CustomerKind.COMPANY)


def test_a_shared_phone_does_not_make_two_names_one(database: Database, tmp_path: Path) -> None:
    import_rows(
        database, tmp_path, (1, "AB 1 CD", "Budi", "081288341907"), (2, "AB 2 CD", "Siti", "081288341907")
    )
    assert len(set(owner_ids(database, "AB1CD", "AB2CD"))) == 2


def test_a_row_without_phone_follows_its_plate(database: Database, tmp_path: Path) -> None:
    import_rows(
        database,
        tmp_path,
        (1, "AB 1 CD", "Budi Santoso", "081288341907"),
        (2, "AB 1 CD", "BUDI SANTOSO", None),
        (3, "AB 1 CD", None, None),
    )
    assert count(database, "customer") == 1
    orders = database.execute_sql("SELECT DISTINCT customer_id FROM work_order").fetchall()
    assert len(orders) == 1
    assert phones_of(card_of(database, "AB1CD")) == ["+6281288341907"]


def test_a_plate_joins_what_phones_keep_apart(database: Database, tmp_path: Path) -> None:
    import_rows(
        database,
        tmp_path,
        (1, "AB 1 CD", "Budi", "081288341907"),
        (2, "AB 1 CD", "Budi", "081288341908"),
        (3, "AB 2 CD", "Budi", "081288341908"),
    )
    assert len(set(owner_ids(database, "AB1CD", "AB2CD"))) == 1
    assert phones_of(card_of(database, "AB1CD")) == ["+6281288341908", "+6281288341907"]


def test_another_name_on_a_plate_is_a_new_owner_from_that_day(database: Database, tmp_path: Path) -> None:
    import_rows(
        database,
        tmp_path,
        (9, "AB 1 CD", "Siti Rahayu", "081288341908"),
        (1, "AB 1 CD", "Budi Santoso", "081288341907"),
        (4, "AB 1 CD", "Budi Santoso", None),
    )
    owner = card_of(database, "AB1CD").owner
    assert owner is not None
    assert owner.name == "Siti Rahayu"
    spans = database.execute_sql(
        "SELECT name, since, until FROM ownership w JOIN customer c ON c.id = customer_id ORDER BY w.id"
    ).fetchall()
    assert spans == [("Budi Santoso", None, "2026-08-09"), ("Siti Rahayu", "2026-08-09", None)]


def test_a_slip_of_the_pen_is_no_new_owner(database: Database, tmp_path: Path) -> None:
    import_rows(
        database,
        tmp_path,
        (1, "AB 1 CD", "Andi Gunawan", "081288341907"),
        (2, "AB 1 CD", "Andi Gunawn", None),
        (3, "AB 1 CD", "Andi", "081288341907"),
        (4, "AB 1 CD", "Andi Gunawan", None),
    )
    owner = card_of(database, "AB1CD").owner
    assert owner is not None
    assert (owner.name, count(database, "customer"), count(database, "ownership")) == ("Andi Gunawan", 1, 1)


def test_beside_a_plate_that_stands_for_everybody_nobody_is_a_slip_of_the_pen() -> None:
    """Comparing thousands of names with each other took minutes, and made strangers one."""

    def count_customers(others: list[str]) -> int:
        people = People()
        persons = [Person(name, name_key(name), ()) for name in ("Sugeng Santoso", "Sugeng Santos", *others)]
        for person in persons:
            people.add_mention(person, "B0000X")
        return len(people.groups())

    everybody = [first + last for first in ("Su", "Har", "War", "Gun") for last in SYLLABLES]
    assert count_customers(everybody[:20]) == 1 + 20
    assert count_customers(everybody) == 2 + len(everybody)


def test_a_name_of_another_letter_is_another_owner(database: Database, tmp_path: Path) -> None:
    import_rows(
        database,
        tmp_path,
        (1, "AB 1 CD", "Dedi Santoso", "081288341907"),
        (2, "AB 1 CD", "Dewi Santoso", "081288341907"),
        (1, "AB 2 CD", "Kartono", "081288341908"),
        (2, "AB 2 CD", "Kartini", "081288341909"),
    )
    owners = [card_of(database, plate).owner for plate in ("AB1CD", "AB2CD")]
    assert [owner and owner.name for owner in owners] == ["Dewi Santoso", "Kartini"]


def test_mixed_case_beats_capitals(database: Database, tmp_path: Path) -> None:
    import_rows(
        database,
        tmp_path,
        (1, "AB 1 CD", "I GEDE McARTHUR", "081288341907"),
        (2, "AB 1 CD", "I Gede McArthur", None),
        (3, "AB 1 CD", "I GEDE MCARTHUR", None),
    )
    owner = card_of(database, "AB1CD").owner
    assert owner is not None
    assert owner.name == "I Gede McArthur"


def test_a_phone_without_a_name_is_kept(database: Database, tmp_path: Path) -> None:
    import_rows(database, tmp_path, (1, "AB 1 CD", "-", "081288341907"), (2, "AB 2 CD", "umum", None))
    assert phones_of(card_of(database, "AB1CD")) == ["+6281288341907"]
    assert card_of(database, "AB2CD").owner is None


def test_a_phone_behind_the_name_is_a_phone(database: Database, tmp_path: Path) -> None:
    import_rows(database, tmp_path, (1, "AB 1 CD", "Budi (0812-8834-1907)", None))
    card = card_of(database, "AB1CD")
    assert card.owner is not None
    assert (card.owner.name, phones_of(card)) == ("Budi", ["+6281288341907"])
