"""A power cut in the middle of an import leaves all of it or nothing."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop

from .books import write_sheets

ROWS = 1_500
MOMENTS = 12
# Says where it stands, so that the kill can be aimed: "reading", "writing", then "done".
_IMPORT = """
import sys
from datetime import date
from pathlib import Path
from bengkel_crm.workshop import exchange
from bengkel_crm.workshop.shop_file.shop_file import open_shop
def progress(done, total):
    print("writing" if 2 * done >= total else "reading", flush=True)
database = open_shop(Path(sys.argv[1]))
print("ready", flush=True)
exchange.import_book(database, Path(sys.argv[2]), progress=progress, today=date(2026, 11, 21))
print("done", flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [
        [
            date(2024, 1, 1) + timedelta(days=n // 3),
            f"AB {n % 700 + 1} CD",
            f"Budi {n % 700}",
            "Servis, Ganti oli",
            "MPX 2",
            45000,
        ]
        for n in range(ROWS)
    ]
    header = ["Tanggal", "Nopol", "Nama", "Pekerjaan", "Oli", "Biaya"]
    return write_sheets(tmp_path_factory.mktemp("book") / "book.xlsx", {"Buku": [header, *rows]})


@pytest.mark.slow
@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_killed_import_leaves_all_or_nothing(tmp_path: Path, book: Path, moment: int) -> None:
    shop = tmp_path / "toko.db"
    # A few lines after writing begins, and so all over the transaction and its commit.
    after = Random(moment).choice(["ready", "reading", *["writing"] * 8, "done"])
    lines_more = Random(moment).randrange(9)
    with subprocess.Popen(
        [sys.executable, "-c", _IMPORT, str(shop), str(book)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as run:
        assert run.stdout is not None
        said = []
        for line in run.stdout:
            said.append(line.strip())
            if said[-1] == "done" or (after in said and len(said) - said.index(after) > lines_more):
                break
        run.kill()
    database = open_shop(shop)
    (orders,) = database.execute_sql("SELECT count(*) FROM work_order").fetchone()
    (deeds,) = database.execute_sql("SELECT count(*) FROM deed").fetchone()
    assert (orders, deeds) in [(0, 0), (ROWS, 1)]
    assert "done" not in said or orders == ROWS
    assert check(database) == []
    close_shop(database)
