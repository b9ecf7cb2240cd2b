"""The names of columns of a language lie in its folder; a book may be written in any of them."""

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bengkel_crm.base import paths
from bengkel_crm.base.languages import language_codes, language_file, list_languages
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole, column_names, name_strengths
from bengkel_crm.workshop.shop_file.shop_file import Database

from .books import card_of, lines_of, phones_of, take_over, write_sheets


def _forget_names() -> None:
    for kept in (list_languages, column_names, name_strengths):
        kept.cache_clear()


@pytest.fixture
def _of_this_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a test add and take away languages, in a copy of its own."""
    folder = Path(shutil.copytree(paths.resources(), tmp_path / "resources"))
    monkeypatch.setattr(paths, "resources", lambda: folder)
    _forget_names()
    yield
    monkeypatch.undo()
    _forget_names()


@pytest.mark.usefixtures("_of_this_test")
def test_a_book_in_a_language_added_by_its_folder_alone_is_understood(
    database: Database, tmp_path: Path
) -> None:
    shutil.copytree(language_file("en"), language_file("xc"))
    names = {
        "{customer}": "klanto",
        "plate": "numerplato",
        "customer": "nomo( {customer})?",
        "phone": "telefono( {customer})?",
        "date": "dato",
        "odometer": "kilometroj",
        "work": "laboro",
        "mechanic": "mekanikisto",
    }
    table = ["role,sureness,names", *(f"{role},1.0,{said}" for role, said in names.items())]
    language_file("xc", "column_names.csv").write_text("\n".join(table), encoding="utf-8")
    _forget_names()
    rows = [
        ["Dato", "Numerplato", "Nomo klanto", "Telefono pelanggan", "Kilometroj", "Laboro", "Mekanikisto"],
        ["2026-08-12", "B 3472 KZR", "Budi", "081288341907", 12000, "Ganti oli mesin", "Slamet"],
        ["2026-10-14", "B 3472 KZR", "Budi", "081288341907", 14000, "Kampas rem", "Slamet"],
    ]
    take_over(database, write_sheets(tmp_path / "book.xlsx", {"Folio": rows}))
    card = card_of(database, "B3472KZR")
    assert card.owner is not None
    assert card.last_work_order is not None
    assert (card.owner.name, phones_of(card)) == ("Budi", ["+6281288341907"])
    assert card.last_work_order.odometer_km == 14000
    assert lines_of(database, card) == [("Kampas rem", None)]


@pytest.mark.usefixtures("_of_this_test")
@pytest.mark.parametrize(
    ("code", "known", "foreign"),
    [
        ("en", ("License plate no", "Customer name", "Mileage", "Work done", "Colour"), ("Nopol", "Keluhan")),
        ("id", ("Nopol", "Nama customer", "KM masuk", "Tgl service", "Warna"), ("License no", "Surname")),
    ],
)
def test_a_language_alone_understands_its_own_titles_and_no_others(
    code: str, known: tuple[str, ...], foreign: tuple[str, ...]
) -> None:
    for other in set(language_codes()) - {code}:
        language_file(other, "column_names.csv").unlink()
    _forget_names()
    assert [name for name in known if max(name_strengths(name).values(), default=0.0) < 1.0] == []
    assert [name for name in foreign if name_strengths(name)] == []


def test_the_table_of_every_language_says_roles_and_parts_that_are_there() -> None:
    for code in language_codes():
        with language_file(code, "column_names.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        parts = {row["role"] for row in rows if row["role"].startswith("{")}
        used = {part for row in rows for part in re.findall(r"\{[a-z_]+\}", row["names"])}
        roles = {row["role"] for row in rows} - parts
        assert used == parts, code
        assert roles <= set(ColumnRole), (code, roles - set(ColumnRole))
        assert {"plate", "customer", "phone", "date", "odometer", "work", "mechanic"} <= roles, code
