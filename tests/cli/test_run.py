"""The command line: what is said where, with which exit code, and what is left alone."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from bengkel_crm.base.i18n import language, set_language
from bengkel_crm.base.plain_stream import PlainStream, ReaderGone
from bengkel_crm.cli import run as cli
from bengkel_crm.cli.arguments import build_parser
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.workshop.counter.lookup import look_up_plate
from bengkel_crm.workshop.shop_file.shop_file import Database, claim_window, close_shop, open_shop
from bengkel_crm.workshop.vehicles.vehicles import edit_vehicle
from tests.db.derived.test_checks import flip_in_index
from tests.factories import make_vehicle, make_work_order
from tests.needs import needs_bytes_names, needs_no_screen
from tests.workshop.exchange.books import write_sheets


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Iterator[Ask]:
    """Run one command in this process."""
    spoken = language()

    def run(*words: object, language: str = "en") -> Answer:
        parser = build_parser()
        options = parser.parse_args(["--language", language, *map(str, words)])
        code = cli.run(parser, options)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    yield run
    set_language(spoken)


@pytest.fixture
def shop(database: Database) -> Path:
    """A shop with one vehicle that has a history and one that has none."""
    visited = make_vehicle(database, "B 3472 KZR", "Bu Sri Wulandari", ("0812-8834-1907",))
    for month, km in ((1, 10_000), (4, 12_000)):
        make_work_order(
            database,
            visited,
            date(2026, month, 5),
            jobs=("Servis ringan",),
            oil="AHM MPX2 0,8",
            mechanic="Budi",
            odometer_km=km,
            number=f"A-{month}",
        )
    make_vehicle(database, "1234-00", owner=None, brand=None, model=None, year=None)
    close_shop(database)
    return database.path


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# lookup


def test_lookup_prints_the_card(ask: Ask, shop: Path) -> None:
    answer = ask("lookup", "b3472kzr", "--database", shop)
    assert answer.code == 0
    assert answer.err == ""
    for word in ("B 3472 KZR", "Sri Wulandari", "0812-8834-1907", "5 Apr 2026", "12,000 km", "Budi (2 of 2)"):
        assert word in answer.out


def test_lookup_speaks_indonesian(ask: Ask, shop: Path) -> None:
    answer = ask("lookup", "b3472kzr", "--database", shop, language="id")
    assert "Servis terakhir" in answer.out
    assert "Last work order" not in answer.out


def test_lookup_gives_no_wrong_number_to_other_programs(ask: Ask, shop: Path) -> None:
    database = open_shop(shop)
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-08-01'")
    close_shop(database)
    answer = ask("lookup", "b3472kzr", "--json", "--database", shop)
    assert json.loads(answer.out)[0]["owner"]["phones"] == []
    assert "0812-8834-1907 (wrong number)" in ask("lookup", "b3472kzr", "--database", shop).out


def test_lookup_prints_a_list_of_objects_as_promised(ask: Ask, shop: Path) -> None:
    answer = ask("lookup", "b-3472 kzr", "1234 00", "B 1 X", "--json", "--database", shop)
    assert answer.code == 0
    full, bare, unknown = json.loads(answer.out)
    assert full == {
        "asked": "b-3472 kzr",
        "found": True,
        "plate": "B 3472 KZR",
        "owner": {"name": "Sri Wulandari", "phones": ["081288341907"]},
        "vehicle": {"brand": "Honda", "model": "Vario 125", "year": 2019, "kind": "motorcycle"},
        "last_work_order": {
            "number": "A-4",
            "date": "2026-04-05",
            "odometer_km": 12_000,
            "jobs": "Servis ringan",
        },
        "oil": {"name": "AHM MPX2 0,8", "date": "2026-04-05", "odometer_km": 12_000},
        "mechanic": {"name": "Budi", "count": 2, "of": 2},
        "due": full["due"],
        "history_count": 2,
    }
    assert (full["due"][0]["due_on"], full["due"][0]["due_km"]) == ("2026-06-05", 14_000)
    assert set(full["due"][0]) == {"job", "due_on", "due_km", "overdue"}
    assert list(bare) == list(full) == list(unknown)
    assert (bare["plate"], bare["owner"], bare["oil"], bare["mechanic"]) == ("1234-00", None, None, None)
    assert bare["vehicle"] == {"brand": None, "model": None, "year": None, "kind": "motorcycle"}
    assert (bare["last_work_order"], bare["due"], bare["history_count"]) == (None, [], 0)
    assert (unknown["asked"], unknown["found"], unknown["plate"]) == ("B 1 X", False, None)


def test_what_is_due_is_overdue_from_its_day_on(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "toko.db"
    database = open_shop(path)
    # Engine oil of a car: six months.
    day = date.today() - timedelta(days=400)
    make_work_order(database, make_vehicle(database, "B 1 A"), day, oil="AHM MPX2 0,8", odometer_km=1)
    close_shop(database)
    card = json.loads(ask("lookup", "B1A", "--json", "--database", path).out)[0]
    assert [job["overdue"] for job in card["due"]] == [True] * len(card["due"])
    assert card["due"]


def test_lookup_finds_a_vehicle_by_the_plate_it_wore_before(ask: Ask, shop: Path) -> None:
    database = open_shop(shop)
    edit_vehicle(database, 1, VehicleDraft("AB 77 C", VehicleKind.MOTORCYCLE))
    close_shop(database)
    for plate in ("B3472KZR", "ab77c"):
        assert json.loads(ask("lookup", plate, "--json", "--database", shop).out)[0]["plate"] == "AB 77 C"


def test_an_unknown_plate_is_told_with_those_that_may_be_meant(ask: Ask, shop: Path) -> None:
    answer = ask("lookup", "B 3427 KZR", "--database", shop)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "No vehicle with the plate B 3427 KZR is known. Perhaps you meant: B 3472 KZR\n"


def test_a_plate_that_is_known_is_shown_beside_one_that_is_not(ask: Ask, shop: Path) -> None:
    answer = ask("lookup", "Q 9", "B3472KZR", "--database", shop)
    assert answer.code == 1
    assert answer.out.startswith("B 3472 KZR")
    assert answer.err.count("\n") == 1


# search


@pytest.mark.parametrize(
    "text", ["3472", "kzr", "b3472", "sri", "BU SRI", "wulandari sri", "+62 812-8834", "1907"]
)
def test_search_lists_what_the_box_would(ask: Ask, shop: Path, text: str) -> None:
    answer = ask("search", text, "--json", "--database", shop)
    assert answer.code == 0
    first = json.loads(answer.out)[0]
    assert (first["plate"], first["match"] != "guess") == ("B 3472 KZR", True)


def test_a_guess_is_marked(ask: Ask, shop: Path) -> None:
    assert ask("search", "3472 kzt", "--database", shop, language="id").out.startswith("mungkin: B 3472 KZR")
    assert json.loads(ask("search", "wulandaru", "--json", "--database", shop).out)[0]["match"] == "guess"


def test_nothing_that_fits_is_a_problem_with_a_sentence(ask: Ask, shop: Path) -> None:
    answer = ask("search", "zzzzzz", "--database", shop)
    assert (answer.code, answer.out, answer.err) == (1, "", "Nothing fits.\n")


_HOSTILE = (
    *('"', "' OR 1=1 --", "*", "a* AND", "NEAR(a b)", "plate : x", "{name} : b", "^b", "(", "\\", "%"),
    *("\0", "b\0c", "\x7f", "B 1\n2", "", " ", "½", "İ", "\N{MOTOR SCOOTER} 12", "\u202eאבג 12", "١٢٣"),
    *("b" * 10_000, "1" * 10_000, "b 1 " * 2_500, "\ufdfa" * 80),
)


@pytest.mark.parametrize("text", _HOSTILE)
def test_any_text_at_all_is_safe_to_search_and_to_look_up(ask: Ask, shop: Path, text: str) -> None:
    for command in ("search", "lookup"):
        answer = ask(command, "--database", shop, "--json", "--", text)
        assert answer.code == 0
        json.loads(answer.out)


def test_a_limit_is_a_number_of_things(ask: Ask, shop: Path) -> None:
    assert len(json.loads(ask("search", "b", "--limit", 1, "--json", "--database", shop).out)) == 1
    for wrong in ("0", "-1", "x", "9" * 30):
        with pytest.raises(SystemExit) as ended:
            ask("search", "b", "--limit", wrong, "--database", shop)
        assert ended.value.code == 2


# files that are refused


def _newer(path: Path) -> None:
    _patch(path, 60, (999).to_bytes(4, "big"))


def _foreign(path: Path) -> None:
    _patch(path, 68, (1).to_bytes(4, "big"))


def _damage(path: Path) -> None:
    _patch(path, 4096 * 3 + 2000, b"\x5a" * 4096 * 4)


def _patch(path: Path, at: int, value: bytes) -> None:
    data = bytearray(path.read_bytes())
    data[at : at + len(value)] = value
    path.write_bytes(data)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


_SPOILED: dict[str, tuple[Callable[[Path], object], str]] = {
    "newer": (_newer, "newer version"),
    "foreign": (_foreign, "another program"),
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "text": (lambda path: path.write_text("nopol;nama\n" * 50), "does not hold data"),
    "folder": (_folder, "does not hold data"),
    "damaged": (_damage, "is damaged"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:-100]), "is damaged"),
    "missing": (lambda path: path.unlink(), "is not there"),
}
_COMMANDS = {
    "lookup": ("B3472KZR",),
    "search": ("3472",),
    "check": (),
    "backup": ("{0}/cadangan.db",),
    "export": ("{0}/semua.xlsx",),
    "due": (),
}


@pytest.mark.parametrize("command", _COMMANDS)
@pytest.mark.parametrize("name", _SPOILED)
def test_a_file_that_can_not_be_used_is_told_in_one_sentence_and_left_alone(
    ask: Ask, shop: Path, name: str, command: str
) -> None:
    spoil, said = _SPOILED[name]
    spoil(shop)
    before = _contents(shop.parent)
    words = [word.format(shop.parent) for word in _COMMANDS[command]]
    answer = ask(command, *words, "--database", shop)
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert str(shop) in answer.err
    indonesian = ask(command, *words, "--database", shop, language="id")
    assert indonesian.code == 1
    assert indonesian.err.startswith(f"Berkas {shop}")
    assert _contents(shop.parent) == before


def test_a_sentence_is_said_in_a_process_of_its_own_too(shop: Path) -> None:
    shop.write_bytes(b"")
    told = _process("lookup", "B1A", "--database", str(shop))
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.count("\n") == 1
    assert "kosong" in told.stderr


def test_wrong_use_ends_with_two(shop: Path) -> None:
    for words in (("lookup",), ("sell",), ("check", "--language", "fr"), ("demo-data", "--vehicles", "0")):
        told = _process(*words)
        assert (told.returncode, told.stdout) == (2, "")
        assert told.stderr.startswith("usage: bengkel-crm")


@needs_bytes_names
def test_a_name_that_is_no_utf8_is_no_crash(shop: Path) -> None:
    for word in (b"\xff\xfe", b"B 1 \xff"):
        told = subprocess.run(
            [sys.executable, "-m", "bengkel_crm", "lookup", word, "--database", shop],
            capture_output=True,
            check=False,
        )
        assert told.returncode == 1
        assert told.stderr.count(b"\n") == 1


@needs_no_screen
def test_without_a_display_the_window_says_so_in_the_users_language() -> None:
    hidden = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    told = _process(**hidden)
    assert told.returncode == 1
    assert told.stderr.startswith("Tidak ada layar")
    assert "lookup" in told.stderr


def _process(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bengkel_crm", *words],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )


# backup, restore, check


def test_a_backup_is_written_and_restored(ask: Ask, shop: Path, tmp_path: Path) -> None:
    copy = tmp_path / "cadangan.db"
    made = ask("backup", copy, "--database", shop)
    assert (made.code, made.out) == (0, f"Backed up and verified: {copy}\n")
    database = open_shop(shop)
    make_vehicle(database, "B 9 Z")
    close_shop(database)
    back = ask("restore", copy, "--database", shop)
    assert back.code == 0
    kept = Path(back.out.split(" kept in ")[1].strip())
    assert ask("lookup", "B9Z", "--database", shop).code == 1
    assert ask("lookup", "B9Z", "--database", kept).code == 0
    assert ask("check", "--database", shop).out == (
        "All is well: 2 vehicles; summaries, due dates and search agree with the visits.\n"
    )


def test_a_damaged_index_is_told_with_what_repairs_it_and_repaired(ask: Ask, shop: Path) -> None:
    with closing(dbapi2.connect(str(shop))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (key,) = connection.execute("SELECT plate_key FROM vehicle LIMIT 1").fetchone()
    flip_in_index(shop, "vehicle_by_plate", key.encode(), key[:-1].encode() + b"0")
    told = ask("check", "--database", shop)
    assert told.code == 1
    assert "check --repair" in told.err
    repaired = ask("check", "--repair", "--database", shop)
    assert (repaired.code, repaired.err) == (0, "")
    assert "All is well" in repaired.out
    assert ask("check", "--database", shop).code == 0


def test_a_backup_into_a_folder_gets_a_name(ask: Ask, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    assert ask("backup", tmp_path / "usb", "--database", shop).code == 0
    assert len(list((tmp_path / "usb").glob("toko-*.db"))) == 1


def test_a_backup_onto_a_stick_that_was_pulled_out_is_told(ask: Ask, shop: Path, tmp_path: Path) -> None:
    answer = ask("backup", tmp_path / "media" / "STICK" / "cadangan.db", "--database", shop)
    assert answer.code == 1
    assert str(tmp_path / "media" / "STICK") in answer.err
    assert not (tmp_path / "media").exists()


def test_a_backup_never_replaces_another_shop(ask: Ask, shop: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain.db"
    ask("demo-data", "--vehicles", 3, "--database", other)
    for mine, theirs in ((shop, other), (other, shop)):
        before = theirs.read_bytes()
        assert ask("backup", theirs, "--database", mine).code == 1
        assert theirs.read_bytes() == before


def test_the_shop_file_is_not_its_own_backup(ask: Ask, shop: Path) -> None:
    before = shop.read_bytes()
    answer = ask("backup", shop, "--database", shop)
    assert (answer.code, "left as it is" in answer.err) == (1, True)
    assert shop.read_bytes() == before


@pytest.mark.parametrize("name", [name for name in _SPOILED if name != "folder"])
def test_a_spoiled_backup_is_not_restored(ask: Ask, shop: Path, tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copy(shop, tmp_path / "cadangan.db"))
    spoil, said = _SPOILED[name]
    spoil(copy)
    before = _contents(tmp_path)
    answer = ask("restore", copy, "--database", shop)
    assert (answer.code, said in answer.err, answer.err.count("\n")) == (1, True, 1)
    assert _contents(tmp_path) == before


@pytest.mark.parametrize("name", ["empty", "damaged", "cut off"])
def test_a_backup_is_restored_over_a_damaged_file(ask: Ask, shop: Path, tmp_path: Path, name: str) -> None:
    copy = tmp_path / "cadangan.db"
    ask("backup", copy, "--database", shop)
    _SPOILED[name][0](shop)
    assert ask("restore", copy, "--database", shop).code == 0
    assert ask("lookup", "B3472KZR", "--database", shop).code == 0


def test_nothing_is_restored_while_a_window_is_open(ask: Ask, shop: Path, tmp_path: Path) -> None:
    copy = tmp_path / "cadangan.db"
    ask("backup", copy, "--database", shop)
    lock = claim_window(shop)
    answer = ask("restore", copy, "--database", shop)
    lock.release()
    assert (answer.code, "already open" in answer.err) == (1, True)


def test_the_command_line_answers_beside_an_open_window(ask: Ask, shop: Path) -> None:
    lock = claim_window(shop)
    window = open_shop(shop)
    make_vehicle(window, "B 9 Z")
    assert ask("lookup", "B9Z", "--database", shop).code == 0
    assert ask("check", "--database", shop).code == 0
    close_shop(window)
    lock.release()


@pytest.mark.parametrize("words", [("lookup", "B3472KZR"), ("search", "sri"), ("due",), ("check",)], ids=str)
@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE work_order SET date = 'kemarin'",
        "UPDATE vehicle_summary SET last_on = 'kemarin', next_due_by = x'ff'",
        "UPDATE customer SET name = x'ff00'",
        "UPDATE customer SET name = CAST(x'ff00' AS TEXT)",
    ],
)
def test_a_row_nobody_can_read_is_told_in_a_sentence(
    ask: Ask, shop: Path, words: tuple[str, ...], deed: str
) -> None:
    database = open_shop(shop)
    database.execute_sql(deed)
    close_shop(database)
    answer = ask(*words, "--database", shop)
    # A command that does not meet the row may well be right.
    assert answer.code == 0 or str(shop) in answer.err or "Not all is well" in answer.err


def test_check_tells_what_does_not_hold(ask: Ask, shop: Path) -> None:
    database = open_shop(shop)
    database.execute_sql("UPDATE vehicle_summary SET last_odometer_km = 1 WHERE vehicle_id = 1")
    database.close()
    answer = ask("check", "--database", shop)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("Not all is well")
    assert "summary" in answer.err


# import, export, demo-data


def test_files_that_belong_together_are_imported_as_one(ask: Ask, tmp_path: Path) -> None:
    files = {
        "customers.csv": "id,name,phone\n1,Budi,081288341907\n",
        "vehicles.csv": "id,customer_id,plate,model\n7,1,B 1234 XY,Beat\n",
        "services.csv": "vehicle_id,date,odometer,description,price\n7,2026-01-15,12000,Tune up,55000\n",
        "mobil.csv": "Date,Description,Cost,Notes,Odometer,Tags\n2026-02-15,Ganti busi,45000,,13000,\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = tmp_path / "toko.db"
    trio = [tmp_path / name for name in list(files)[:3]]
    told = json.loads(ask("import", *trio, "--json", "--database", path).out)
    assert told["customers"] == {"added": 1, "known": 0}
    assert told["work_orders"]["added"] == 1
    alone = ("import", tmp_path / "mobil.csv", "--json", "--database", path)
    assert json.loads(ask(*alone).out)["not_taken"][0]["reason"] == "no_plate"
    told = json.loads(ask(*alone, "--plate", "b1234xy").out)
    assert (told["vehicles"]["added"], told["work_orders"]["added"]) == (0, 1)


def test_a_book_is_imported_once_and_backed_up(ask: Ask, tmp_path: Path, sample_book: Path) -> None:
    path = tmp_path / "toko.db"
    first = ask("import", sample_book, "--database", path, language="id")
    assert first.code == 0
    assert "Kendaraan: 2 baru" in first.out
    assert len(list((tmp_path / "backups").glob("toko-*.db"))) == 1
    second = json.loads(ask("import", sample_book, "--json", "--database", path).out)
    assert (second["vehicles"]["added"], second["work_orders"]["added"]) == (0, 0)
    assert ask("check", "--database", path).code == 0


def test_a_rehearsal_writes_nothing(ask: Ask, tmp_path: Path, new_shop: Path, sample_book: Path) -> None:
    shop = Path(shutil.copy(new_shop, tmp_path / "toko.db"))
    before = shop.read_bytes()
    answer = ask("import", sample_book, "--dry-run", "--json", "--database", shop)
    assert json.loads(answer.out)["vehicles"]["added"] == 2
    assert shop.read_bytes() == before
    assert not (shop.parent / "backups").exists()


def test_a_book_that_is_none_is_told_in_one_sentence(ask: Ask, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "buku.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n")
    before = shop.read_bytes()
    for book, said in ((tmp_path / "buku.xlsx", "can not be read"), (tmp_path / "no.xlsx", "is not there")):
        answer = ask("import", book, "--database", shop)
        assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)
        assert said in answer.err
    assert shop.read_bytes() == before


@pytest.fixture
def sample_book(tmp_path: Path) -> Path:
    import openpyxl  # only these tests write a book by hand

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Tanggal", "No Polisi", "Nama", "No HP", "KM", "Pekerjaan", "Oli", "Montir"),
        (date(2026, 1, 5), "B 1 A", "Budi", "0812-8834-1907", 10_000, "Servis ringan", "MPX2 0,8", "Anto"),
        (date(2026, 3, 5), "B 1 A", "Budi", "0812-8834-1907", 12_000, "Servis ringan", "MPX2 0,8", "Anto"),
        (date(2026, 2, 5), "AB 1234 XY", "Sri", "0813-5550-1234", 5_000, "Ganti oli", "MPX2 0,8", "Budi"),
    ):
        sheet.append(row)
    path = tmp_path / "books" / "buku.xlsx"
    path.parent.mkdir()
    book.save(path)
    return path


def test_sample_data_go_into_a_new_file_only(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "contoh.db"
    made = ask("demo-data", "--vehicles", 5, "--seed", 7, "--database", path)
    assert (made.code, made.out) == (0, f"5 sample vehicles are in {path}\n")
    assert ask("check", "--database", path).code == 0
    before = path.read_bytes()
    again = ask("demo-data", "--vehicles", 5, "--database", path)
    assert (again.code, "left as it is" in again.err) == (1, True)
    assert path.read_bytes() == before


def test_the_same_seed_makes_the_same_shop(ask: Ask, tmp_path: Path) -> None:
    found = []
    for name in ("a.db", "b.db"):
        ask("demo-data", "--vehicles", 5, "--seed", 7, "--database", tmp_path / name)
        found.append(ask("search", "a", "--database", tmp_path / name).out)
    assert found[0] == found[1]


def test_a_sample_that_can_not_be_made_leaves_nothing(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"no folder")
    answer = ask("demo-data", "--vehicles", 2, "--database", tmp_path / "folder" / "contoh.db")
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert str(tmp_path / "folder" / "contoh.db") in answer.err
    assert ".part" not in answer.err
    assert [path.name for path in tmp_path.iterdir() if path.name != "data"] == ["folder"]


def test_everything_is_taken_to_a_workbook(ask: Ask, shop: Path, tmp_path: Path) -> None:
    answer = ask("export", tmp_path / "semua.xlsx", "--database", shop)
    assert (answer.code, answer.out) == (0, f"Everything is in {tmp_path / 'semua.xlsx'}\n")
    assert (tmp_path / "semua.xlsx").read_bytes().startswith(b"PK")


def test_a_month_is_taken_to_the_owners_workbook(ask: Ask, shop: Path, tmp_path: Path) -> None:
    told = ask("export", tmp_path / "april.xlsx", "--month", "2026-04", "--database", shop)
    assert (told.code, told.err) == (0, "")
    assert told.out.endswith(f"is in {tmp_path / 'april.xlsx'}\n")
    assert (tmp_path / "april.xlsx").read_bytes().startswith(b"PK")
    with pytest.raises(SystemExit) as wrong:
        ask("export", tmp_path / "x.xlsx", "--month", "2026-4x", "--database", shop)
    assert wrong.value.code == 2


@pytest.mark.parametrize("words", [[], ["--month", "2026-04"]])
def test_an_export_replaces_an_older_export_and_nothing_else(
    ask: Ask, shop: Path, tmp_path: Path, words: list[str]
) -> None:
    out = tmp_path / "semua.xlsx"
    for _ in range(2):
        assert ask("export", out, *words, "--database", shop).code == 0
    for content in (b"a letter of the owner", b"", write_sheets(out, {"Gaji": [["Budi", 7]]}).read_bytes()):
        out.write_bytes(content)
        told = ask("export", out, *words, "--database", shop)
        assert (told.code, told.err.count("\n")) == (1, 1)
        assert "--replace" in told.err
        assert out.read_bytes() == content
    assert ask("export", out, *words, "--replace", "--database", shop).code == 0
    assert out.read_bytes().startswith(b"PK")


def test_an_export_as_csv_replaces_older_exports_and_nothing_else(
    ask: Ask, shop: Path, tmp_path: Path
) -> None:
    out = tmp_path / "csv"
    for _ in range(2):
        assert ask("export", out, "--csv", "--database", shop).code == 0
    foreign = sorted(out.iterdir())[-1]
    foreign.write_text("my own list")
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    told = ask("export", out, "--csv", "--database", shop)
    assert (told.code, str(foreign) in told.err) == (1, True)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert ask("export", out, "--csv", "--replace", "--database", shop).code == 0
    assert foreign.read_text(encoding="utf-8") != "my own list"


@pytest.mark.parametrize("month", ["9999-12", "0001-01", "1899-12", "2200-01", "2026-13"])
def test_a_month_no_calendar_of_a_shop_has_is_told_in_one_sentence(
    ask: Ask, shop: Path, month: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as wrong:
        ask("due", "--month", month, "--database", shop)
    assert wrong.value.code == 2
    assert f"not a month like 2026-11: {month}" in capsys.readouterr().err


def test_past_imports_are_listed_and_one_is_taken_back(ask: Ask, shop: Path, tmp_path: Path) -> None:
    assert ask("imports", "--database", shop).out == "No import to take back.\n"
    rows = [("Plat", "Nama"), ("B 77 A", "Sri"), ("B 78 A", "Agus")]
    ask("import", write_sheets(tmp_path / "buku.xlsx", {"Buku": rows}), "--database", shop)
    (listed,) = ask("imports", "--database", shop).out.splitlines()
    number = listed.split()[0]
    assert "buku.xlsx" in listed
    database = open_shop(shop)
    make_work_order(database, look_up(database, "B 78 A"), date(2026, 5, 1))
    close_shop(database)
    told = ask("imports", "--undo", number, "--database", shop)
    assert told.code == 0
    assert "B 78 A" in told.out
    assert ask("lookup", "B77A", "--database", shop).code == 1
    assert ask("lookup", "B78A", "--database", shop).code == 0
    assert ask("check", "--database", shop).code == 0
    gone = ask("imports", "--undo", number, "--database", shop)
    assert (gone.code, gone.err.count("\n")) == (1, 1)


def look_up(database: Database, plate: str) -> int:
    card = look_up_plate(database, plate)
    assert card is not None
    return card.vehicle.id


def test_a_reader_that_had_enough_is_no_problem(shop: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "bengkel_crm", "lookup", *["B3472KZR"] * 400, "--database", str(shop)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.readline()
    child.stdout.close()
    assert child.stderr is not None
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait() == 0


@pytest.mark.parametrize(
    "words",
    [
        ["lookup", "B3472KZR"],
        ["search", "B"],
        ["due"],
        ["check"],
        ["lookup", "B3472KZR", "--json"],
        ["--help"],
        ["--version"],
        ["lookup", "ZZ 9 ZZ"],
    ],
)
@pytest.mark.parametrize("both", [False, True])
def test_an_answer_that_nobody_reads_ends_quietly(shop: Path, words: list[str], both: bool) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    told = subprocess.run(
        [
            sys.executable,
            "-m",
            "bengkel_crm",
            *words,
            *(["--database", str(shop)] if words[0][0] != "-" else []),
        ],
        stdout=writer,
        stderr=writer if both else subprocess.PIPE,
    )
    os.close(writer)
    assert told.returncode in (0, 1)
    assert both or b"Traceback" not in told.stderr
    assert both or b"Exception" not in told.stderr


def test_a_book_is_backed_up_though_nobody_reads_what_came_in(shop: Path, tmp_path: Path) -> None:
    rows = [
        ["Tanggal", "No Polisi", "Pelanggan", "Pekerjaan"],
        [date(2026, 3, 2), "B 1 XX", "Budi", "Servis"],
    ]
    book = write_sheets(tmp_path / "buku.xlsx", {"Servis": rows})
    reader, writer = os.pipe()
    os.close(reader)
    words = ["import", str(book), "--database", str(shop)]
    told = subprocess.run(
        [sys.executable, "-m", "bengkel_crm", *words], stdout=writer, stderr=subprocess.PIPE
    )
    os.close(writer)
    assert (told.returncode, told.stderr) == (0, b"")
    database = open_shop(shop)
    assert look_up(database, "B 1 XX")
    close_shop(database)
    copies = [path for path in (shop.parent / "backups").iterdir() if path.suffix == ".db"]
    assert any(b"B 1 XX" in path.read_bytes() for path in copies)


class _PipeOfWindows:
    """The end of a pipe that says of its gone reader what Windows says."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def write(self, text: str) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")

    flush = write

    def fileno(self) -> int:
        return self._handle


def test_what_windows_says_of_a_pipe_without_a_reader_is_no_fault_of_the_disk(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    stream = PlainStream(_PipeOfWindows(writer))  # type: ignore[arg-type]
    with pytest.raises(ReaderGone):
        stream.write("B 3472 KZR")
    os.close(reader)
    os.close(writer)
    with (tmp_path / "file").open("w") as file, pytest.raises(OSError, match="Invalid argument"):
        PlainStream(_PipeOfWindows(file.fileno())).write("B 3472 KZR")  # type: ignore[arg-type]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_an_answer_that_finds_no_room_is_told_in_a_sentence(shop: Path) -> None:
    with Path("/dev/full").open("w") as full:
        told = subprocess.run(
            [sys.executable, "-m", "bengkel_crm", "lookup", "B3472KZR", "--database", str(shop)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert (told.returncode, told.stderr.count("\n")) == (1, 1)
    assert "Traceback" not in told.stderr


def test_an_export_never_takes_the_place_of_the_shop_file(ask: Ask, shop: Path) -> None:
    before = shop.read_bytes()
    for words in (["export"], ["export", "--month", "2026-01"]):
        answer = ask(*words, shop, "--database", shop)
        assert (answer.code, answer.err.count("\n")) == (1, 1)
        assert str(shop) in answer.err
    answer = ask("export", "--csv", shop, "--database", shop)
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert shop.read_bytes() == before


def test_the_rows_not_taken_need_a_place_before_anything_is_imported(
    ask: Ask, tmp_path: Path, shop: Path
) -> None:
    book = write_sheets(
        tmp_path / "buku.xlsx", {"Buku": [["Nopol", "Nama"], ["B 9 ZZ", "Budi"], ["?", "Siti"]]}
    )
    before = book.read_bytes()
    for place in (book, shop, tmp_path, tmp_path / "tidak ada" / "sisa.xlsx"):
        answer = ask("import", book, "--problems", place, "--database", shop)
        assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert book.read_bytes() == before
    assert "B 9 ZZ" not in ask("lookup", "B9ZZ", "--database", shop).out
    assert ask("import", book, "--problems", tmp_path / "sisa.xlsx", "--database", shop).code == 0
    assert (tmp_path / "sisa.xlsx").exists()


def test_a_name_that_no_disk_takes_is_told_in_a_sentence(ask: Ask, shop: Path) -> None:
    for name in ("x" * 300 + ".xlsx", "a/" * 3000):
        for words in (["import"], ["export"], ["export", "--csv"], ["backup"]):
            answer = ask(*words, shop.parent / name, "--database", shop)
            assert (answer.code, answer.err.count("\n")) == (1, 1)


@needs_bytes_names
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_name_whose_bytes_are_no_text_goes_in_and_out(tmp_path: Path, shop: Path, ending: str) -> None:
    odd = tmp_path / (os.fsdecode(b"\xff\xfe") + ending)
    if ending == ".csv":
        odd.write_text("Nopol;Nama\nB 9 ZZ;Budi\nB 8 ZZ;Siti\n", encoding="utf-8")
    else:
        write_sheets(tmp_path / "buku.xlsx", {"Buku": [["Nopol", "Nama"], ["B 9 ZZ", "Budi"]]}).rename(odd)
    out = odd.with_suffix(".out.xlsx")
    told = [
        # A process of its own: how it prints such a name is settled at its entrance.
        subprocess.run(
            [sys.executable, "-m", "bengkel_crm", "--language", "en", "--database", database, *words],
            capture_output=True,
            text=True,
        )
        for database, *words in (
            (shop, "import", odd),
            (shop, "imports"),
            (shop, "export", out),
            (tmp_path / "lain.db", "import", out),
        )
    ]
    assert [(run.returncode, run.stderr) for run in told] == [(0, "")] * 4
    assert f"??{ending}" in told[1].stdout


def test_a_name_can_not_speak_to_the_terminal(database: Database, ask: Ask) -> None:
    make_vehicle(database, "B 3472 KZR", "Budi \x1b[31m\x9b2J\u202etxt", brand="Hon\x07da")
    for answer in (
        ask("lookup", "B3472KZR", "--database", database.path),
        ask("search", "3472", "--database", database.path),
        ask("lookup", "B\x1b[2J9", "--database", database.path),
    ):
        said = answer.out + answer.err
        assert said
        assert not set(said) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_what_is_no_terminal_gets_utf8(tmp_path: Path) -> None:
    database = open_shop(tmp_path / "toko.db")
    make_vehicle(database, "B 3472 KZR", "Jokó 字")
    close_shop(database)
    bengkel = (sys.executable, "-P", "-m", "bengkel_crm")
    run = subprocess.run(
        [*bengkel, "lookup", "B3472KZR", "--json", "--database", str(tmp_path / "toko.db")],
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )
    assert "Jokó 字" in run.stdout.decode("utf-8")
