"""What people settle for the shop is a deed like any other: taken back, done again, backed up, announced."""

import re
from datetime import datetime
from pathlib import Path

import pytest

import bengkel_crm
from bengkel_crm.base import errors
from bengkel_crm.db.settings.settings import find_setting, set_setting
from bengkel_crm.records.journal import Change, DeedKind
from bengkel_crm.records.reminders import TextKind
from bengkel_crm.schema.fields import Journal
from bengkel_crm.schema.settings import ANSWER_DAYS, LAST_SHEET, SHOP_ADDRESS, SHOP_NAME
from bengkel_crm.schema.tables import TABLES
from bengkel_crm.trade.intervals import JobInterval
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.words.messages import describe_change, describe_undone
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.journal.undo import redo_next, undo_last
from bengkel_crm.workshop.reminders.reminder_texts import keep_templates, read_template
from bengkel_crm.workshop.settings.job_kinds import IntervalChange, list_job_kinds, set_intervals
from bengkel_crm.workshop.settings.settings import change_number, change_settings
from bengkel_crm.workshop.settings.shop_details import drop_logo, find_logo, keep_logo
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle, make_work_order

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def test_a_setting_is_taken_back_and_done_again(database: Database) -> None:
    change_settings(database, {SHOP_NAME.key: "Maju"})
    change = change_settings(database, {SHOP_NAME.key: "Maju Jaya", SHOP_ADDRESS.key: "Jl. Mawar 1"})
    assert change is not None
    assert (change.kind, change.tables) == (DeedKind.SETTINGS_CHANGED, frozenset({"setting"}))
    undo_last(database)
    assert (find_setting(database, SHOP_NAME.key), find_setting(database, SHOP_ADDRESS.key)) == ("Maju", None)
    redo_next(database)
    assert find_setting(database, SHOP_NAME.key) == "Maju Jaya"
    assert check(database) == []


def test_what_is_kept_so_already_is_no_deed(database: Database) -> None:
    change_settings(database, {SHOP_NAME.key: "Maju"})
    assert change_settings(database, {SHOP_NAME.key: "Maju"}) is None
    assert database.execute_sql("SELECT count(*) FROM deed").fetchone()[0] == 1


def test_of_several_settings_none_is_kept_when_one_is_too_long(database: Database) -> None:
    with pytest.raises(errors.TooLong):
        change_settings(database, {SHOP_NAME.key: "Maju", SHOP_ADDRESS.key: "x" * 161})
    assert find_setting(database, SHOP_NAME.key) is None


def test_nobody_changes_what_the_program_keeps_for_itself_and_the_other_way_round(database: Database) -> None:
    with pytest.raises(KeyError):
        change_settings(database, {LAST_SHEET.key: "7"})
    with pytest.raises(KeyError):
        set_setting(database, SHOP_NAME.key, "Maju")
    assert not LAST_SHEET.is_exchanged


def test_days_texts_and_the_logo_are_taken_back(database: Database, tmp_path: Path) -> None:
    change_number(database, ANSWER_DAYS, 45)
    undo_last(database)
    assert find_setting(database, ANSWER_DAYS.key) is None
    shipped = read_template(database, TextKind.WHATSAPP)
    keep_templates(database, {TextKind.WHATSAPP: "Halo {nama}", TextKind.LETTER: "Yth. {nama}"})
    undo_last(database)
    assert read_template(database, TextKind.WHATSAPP) == shipped
    (tmp_path / "logo.png").write_bytes(PNG)
    keep_logo(database, tmp_path / "logo.png")
    drop_logo(database)
    undo_last(database)
    assert find_logo(database) == PNG


def test_an_interval_that_is_taken_back_is_worked_out_anew_on_every_vehicle(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    make_work_order(database, vehicle_id, jobs=["Ganti oli"], oil="MPX2")

    def due() -> list[object]:
        card = find_card(database, vehicle_id)
        assert card is not None
        return [(job.job_kind, job.due_on, job.due_km) for job in card.due]

    before = due()
    kind = next(one for one in list_job_kinds(database) if one.code == "engine_oil")
    set_intervals(database, [IntervalChange(kind.id, JobInterval(VehicleKind.MOTORCYCLE, 7, None))])
    after = due()
    assert before != after
    assert undo_last(database).kind == DeedKind.INTERVALS_CHANGED
    assert due() == before
    redo_next(database)
    assert due() == after
    assert check(database) == []


def test_a_setting_counts_as_something_to_back_up(database: Database) -> None:
    at = datetime(2026, 8, 12, 9)
    backup.back_up_when_changed(database, at)
    change_settings(database, {SHOP_NAME.key: "Maju"})
    assert backup.back_up_when_changed(database, at.replace(hour=10)) is not None


@pytest.mark.parametrize("kind", [kind for kind in DeedKind if kind is not DeedKind.TOUCHED])
def test_every_kind_of_deed_has_words_of_its_own(kind: DeedKind) -> None:
    def said(kind: str) -> str:
        return describe_change(Change(1, kind, "3"))

    assert said(kind) != said("what nobody knows")
    assert describe_undone(Change(1, kind, "3"))


# Where rows that people write may be written: the journal itself, what writes many of them inside a deed,
# what brings an old file up to date, and what a new file begins with.
_WRITERS = {
    "db/journal",
    "db/engine",
    "db/exchange/imports.py",
    "db/exchange/restore_rows.py",
    "db/exchange/bulk.py",
    "db/settings",
    "db/shop_file/migrate.py",
}


def test_nothing_else_writes_rows_that_a_deed_takes_back() -> None:
    root = Path(bengkel_crm.__file__).parent
    tables = "|".join(
        name for name, table in TABLES.items() if table.journal in (Journal.ROWS, Journal.WHOLE)
    )
    statement = re.compile(rf"(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM) (?:{tables})\b")
    upsert = re.compile(rf"(?:upsert|insert_new)\(\s*\"(?:{tables})\"")
    found = {
        str(path.relative_to(root).as_posix())
        for path in root.rglob("*.py")
        if statement.search(text := path.read_text(encoding="utf-8")) or upsert.search(text)
    }
    assert found
    assert [name for name in sorted(found) if not any(name.startswith(one) for one in _WRITERS)] == []
