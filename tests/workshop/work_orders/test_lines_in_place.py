"""Lines of a visit are edited where they stand, and no edit of two writers is lost.

`EDITS=50 ./start test tests/workshop/work_orders/test_lines_in_place.py` makes so many edits a process.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bengkel_crm.records.work_orders import Line, WorkOrder, WorkOrderDraft
from bengkel_crm.trade.kinds import LineKind
from bengkel_crm.workshop.journal.undo import redo_next, undo_last
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.work_orders.work_orders import edit_work_order, get_work_order, record_work_order
from tests.clerk import everything_in
from tests.factories import TODAY, make_vehicle

EDITS = int(os.environ.get("EDITS", "6"))
_WRITERS = 8


def draft_of(order: WorkOrder, lines: tuple[Line, ...]) -> WorkOrderDraft:
    return WorkOrderDraft(
        order.vehicle_id, order.date, order.odometer_km, lines, order.mechanic, order.symptom, order.remark
    )


def with_lines(shop: Database, *lines: Line) -> int:
    change = record_work_order(shop, WorkOrderDraft(make_vehicle(shop), TODAY, None, lines))
    assert change.record_id is not None
    return change.record_id


def job(text: str, price: int = 10_000) -> Line:
    return Line(LineKind.JOB, text, 1, price)


def ids_of(shop: Database) -> dict[str, int]:
    """Return the ids of the lines by their texts, in the order in which they stand."""
    return dict(shop.execute_sql("SELECT text, id FROM work_order_line ORDER BY position").fetchall())


def test_a_line_keeps_its_number_when_others_come_go_and_change_places(database: Database) -> None:
    order_id = with_lines(database, job("Ganti oli"), job("Servis CVT"), job("Rem depan"))
    before = ids_of(database)
    order = get_work_order(database, order_id)
    lines = (job("Rem depan"), job("Cuci"), job("Ganti oli", 12_000))
    edit_work_order(database, order_id, draft_of(order, lines))
    after = ids_of(database)
    assert list(after) == ["Rem depan", "Cuci", "Ganti oli"]
    assert (after["Rem depan"], after["Ganti oli"]) == (before["Rem depan"], before["Ganti oli"])
    # The one that is left was written over.
    assert after["Cuci"] == before["Servis CVT"]
    assert check(database) == []


def test_a_visit_saved_as_it_was_writes_no_line(database: Database) -> None:
    order_id = with_lines(database, job("Ganti oli"), job("Servis CVT"))
    order = get_work_order(database, order_id)
    edit_work_order(database, order_id, draft_of(order, order.lines))
    assert database.execute_sql("SELECT DISTINCT version FROM work_order_line").fetchall() == [(1,)]


_LINES = st.lists(
    st.builds(job, st.sampled_from(["Ganti oli", "Servis CVT", "Rem", "Cuci"]), st.integers(1, 3)),
    min_size=1,
    max_size=5,
).map(tuple)


@given(first=_LINES, others=st.lists(_LINES, min_size=1, max_size=4))
@settings(max_examples=30, deadline=None)
def test_whatever_lines_a_visit_gets_they_are_read_back_and_taken_back(
    tmp_path_factory: pytest.TempPathFactory,
    new_shop: Path,
    first: tuple[Line, ...],
    others: list[tuple[Line, ...]],
) -> None:
    path = tmp_path_factory.mktemp("baris") / "toko.db"
    path.write_bytes(new_shop.read_bytes())
    shop = open_shop(path)
    order_id = with_lines(shop, *first)
    states = [everything_in(shop)]
    for lines in others:
        edit_work_order(shop, order_id, draft_of(get_work_order(shop, order_id), lines))
        read = get_work_order(shop, order_id).lines
        assert [(line.text, line.price_rupiah) for line in read] == [
            (line.text, line.price_rupiah) for line in lines
        ]
        states.append(everything_in(shop))
    for state in reversed(states[:-1]):
        undo_last(shop)
        assert everything_in(shop) == state
    for state in states[1:]:
        redo_next(shop)
        assert everything_in(shop) == state
    close_shop(shop)


_WRITER = """
import sys
from pathlib import Path
from bengkel_crm.base import errors
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.trade.kinds import LineKind
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop
from bengkel_crm.workshop.work_orders.work_orders import edit_work_order, get_work_order

path, order_id, name, edits = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
shop, told = open_shop(path), 0
for number in range(edits):
    while True:
        seen = get_work_order(shop, order_id)
        lines = (*seen.lines, Line(LineKind.JOB, f"{name} {number}", 1, 1_000))
        draft = WorkOrderDraft(seen.vehicle_id, seen.date, seen.odometer_km, lines)
        try:
            edit_work_order(shop, order_id, draft, seen=seen)
        except errors.ChangedMeanwhile:
            told += 1
            continue
        break
close_shop(shop)
print(told)
"""


def test_of_the_edits_of_eight_writers_on_one_visit_none_is_lost(database: Database) -> None:
    order_id = with_lines(database, job("Ganti oli"))
    first = ids_of(database)["Ganti oli"]
    writers = [
        subprocess.Popen(
            [sys.executable, "-P", "-c", _WRITER, str(database.path), str(order_id), name, str(EDITS)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in "ABCDEFGH"[:_WRITERS]
    ]
    told = [int(writer.communicate(timeout=60 + 12 * EDITS)[0]) for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * _WRITERS
    texts = [line.text for line in get_work_order(database, order_id).lines]
    assert sorted(texts[1:]) == sorted(f"{name} {number}" for name in "ABCDEFGH" for number in range(EDITS))
    assert ids_of(database)["Ganti oli"] == first
    # They did meet: else this proves nothing.
    assert sum(told) > 0
    assert check(database) == []
