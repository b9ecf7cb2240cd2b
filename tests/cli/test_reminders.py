"""The commands about reminders, as a script runs them."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from bengkel_crm.cli import run as cli
from bengkel_crm.cli.arguments import build_parser
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop
from tests.factories import make_vehicle, make_work_order

TODAY = date.today()
MONTH = f"{TODAY:%Y-%m}"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "toko.db"
    database = open_shop(path)
    for number, name in enumerate(("Sri Wulandari", "Budi Santoso")):
        vehicle_id = make_vehicle(database, f"B {1000 + number} KZR", name, (f"0812883419{number:02d}",))
        make_work_order(
            database, vehicle_id, TODAY - timedelta(days=75), ("Ganti oli mesin",), odometer_km=9000
        )
    database.execute_sql("UPDATE customer SET address = 'Jl. Mawar 1'")
    close_shop(database)
    return path


def run(*words: str | Path, shop: Path) -> int:
    parser = build_parser()
    options = parser.parse_args([*map(str, words), "--database", str(shop), "--language", "en"])
    return cli.run(parser, options)


def test_due_lists_everybody_with_phone_plate_and_job(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("due", shop=shop) == 0
    said = capsys.readouterr().out
    for words in ("Sri Wulandari", "0812-8834-1900", "B 1001 KZR: Engine oil change", "2 people are due"):
        assert words in said


def test_due_as_json_holds_plain_values(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("due", "--month", MONTH, "--json", shop=shop) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["month"] == MONTH
    assert {person["name"] for person in told["people"]} == {"Sri Wulandari", "Budi Santoso"}
    (item, *_) = told["people"][0]["items"]
    assert date.fromisoformat(item["due_by"]) < TODAY
    assert item["overdue"] is True
    assert isinstance(item["last_odometer_km"], int)
    assert item["left_out"] is None
    assert told["left_out"] == []


def test_nobody_due_is_no_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    close_shop(open_shop(tmp_path / "kosong.db"))
    assert run("due", shop=tmp_path / "kosong.db") == 0
    assert "0 people are due" in capsys.readouterr().out


def test_letters_are_recorded_as_sent(shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letters = tmp_path / "surat.pdf"
    assert run("remind", "--month", MONTH, "--letters", letters, "--layout", "window", shop=shop) == 0
    assert letters.read_bytes().startswith(b"%PDF-")
    assert "2 letters are recorded as sent" in capsys.readouterr().out
    run("due", "--json", shop=shop)
    told = json.loads(capsys.readouterr().out)
    assert told["people"] == []
    assert {item["left_out"] for person in told["left_out"] for item in person["items"]} == {"reminded"}
    assert run("remind", "--month", MONTH, "--letters", tmp_path / "lagi.pdf", shop=shop) == 1
    assert "nobody" in capsys.readouterr().err
    assert not (tmp_path / "lagi.pdf").exists()


def test_names_without_letters_on_paper_are_told(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = open_shop(shop)
    for number, name in enumerate(("王小明", "สมชาย", "محمد", "דוד")):
        vehicle_id = make_vehicle(database, f"B {2000 + number} KZR", name, (f"0812883429{number:02d}",))
        make_work_order(database, vehicle_id, TODAY - timedelta(days=75), ("Ganti oli mesin",))
    close_shop(database)
    path = tmp_path / "surat.pdf"
    assert run("remind", "--month", MONTH, "--letters", path, "--no-record", shop=shop) == 0
    told = capsys.readouterr().err
    assert "and 1 more" in told
    assert "□ stands there" in told
    assert "Sri Wulandari" not in told


@pytest.mark.parametrize("more", [("--no-record",), ()], ids=["not recorded", "no letters"])
def test_other_papers_record_nothing(
    shop: Path, tmp_path: Path, more: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("call-sheet", "labels", "stickers", *(("letters",) if more else ()))
    words = [word for name in names for word in (f"--{name}", str(tmp_path / f"{name}.pdf"))]
    form = tmp_path / "form.xlsx"
    words += ["--outcome-form", str(form), "--sheet", "3x8", "--start", "4"]
    assert run("remind", "--month", MONTH, *words, *more, shop=shop) == 0
    assert len(list(tmp_path.glob("*.pdf"))) == len(names)
    assert form.exists()
    capsys.readouterr()
    run("due", "--json", shop=shop)
    assert len(json.loads(capsys.readouterr().out)["people"]) == 2


def test_outcomes_come_back_from_a_workbook(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (("Nopol", "Hasil"), ("b1000kzr", "terjual"), ("B 1001 KZR", "entah")):
        sheet.append(row)
    workbook.save(tmp_path / "hasil.xlsx")
    assert run("remind", "--month", MONTH, "--outcomes", tmp_path / "hasil.xlsx", shop=shop) == 1
    said = capsys.readouterr()
    assert "1 outcome written down" in said.out
    assert "row 3: “entah” is no outcome" in said.err
    run("due", "--json", shop=shop)
    told = json.loads(capsys.readouterr().out)
    assert [person["name"] for person in told["people"]] == ["Budi Santoso"]
    assert [person["items"][0]["left_out"] for person in told["left_out"]] == ["sold"]


@pytest.mark.parametrize(
    "words",
    [
        ("remind", "--month", MONTH),
        ("remind", "--letters", "a.pdf"),
        ("due", "--month", "2026-13"),
        ("due", "--month", "November"),
    ],
)
def test_wrong_use_exits_with_two(shop: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(*words, shop=shop)
    assert caught.value.code == 2


def test_a_layout_that_does_not_exist_is_told_in_a_sentence(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "surat.pdf"
    assert run("remind", "--month", MONTH, "--letters", path, "--layout", "empat", shop=shop) == 1
    assert "empat" in capsys.readouterr().err
    assert not path.exists()


def test_who_has_no_address_gets_no_letter_and_is_named(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = open_shop(shop)
    database.execute_sql("UPDATE customer SET address = NULL WHERE name LIKE 'Budi%'")
    close_shop(database)
    assert run("remind", "--month", MONTH, "--letters", tmp_path / "surat.pdf", shop=shop) == 0
    told = capsys.readouterr()
    assert "Budi Santoso" in told.err
    assert "1 letter" in told.out
