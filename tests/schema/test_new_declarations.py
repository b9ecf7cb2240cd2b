"""Whoever declares a field or a table, and writes its migration, is done but for the form and the card."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).parents[2]
# A process of its own: what is declared is read once.
_RUN = "import sys, pathlib, tests.schema.new_declarations; from tests.schema.only_declared import tell; "


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("declared")
    run = subprocess.run(
        [sys.executable, "-c", f"{_RUN}tell(pathlib.Path(sys.argv[1]))", str(folder)],
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told: dict[str, Any] = json.loads(run.stdout)
    return told


WRITTEN = [[[1, "B 1 A", "red"]], [[1, 1, "cat"]]]


def test_a_new_field_and_a_new_table_are_undone_and_done_again(seen: dict[str, Any]) -> None:
    assert seen["written"] == WRITTEN
    assert seen["undone"] == [[[1, "B 1 A", None]], []]
    assert seen["done again"] == WRITTEN


def test_a_text_that_is_longer_than_declared_is_refused(seen: dict[str, Any]) -> None:
    assert seen["too long"] == ["key_tag", 20]


def test_both_leave_with_the_export_and_come_back(seen: dict[str, Any]) -> None:
    assert seen["restored"] == WRITTEN
    assert seen["faults"] == []


def test_what_hangs_on_an_imported_vehicle_keeps_it(seen: dict[str, Any]) -> None:
    assert seen["stays"] == [["vehicle", "B 3 A", "edited"]]


def test_a_field_that_is_declared_to_be_taken_from_books_is_known_by_its_title(seen: dict[str, Any]) -> None:
    books = seen["books"]
    assert books["roles"] == ["date", "plate", "customer", "member_since", "key_tag", "bay", "work"]
    assert books["taken"] == [[["red"]], [["2031-02-01"]], [[3]]]
    assert books["faults"] == []


def test_the_wizard_offers_such_a_field_where_it_can_be(seen: dict[str, Any]) -> None:
    assert seen["books"]["said"] == ["Key tag", "Key tag"]
    assert seen["books"]["offered"] == [True, False]


def test_such_a_field_is_compared_overwritten_when_chosen_and_taken_back(seen: dict[str, Any]) -> None:
    books = seen["books"]
    assert sorted(books["differ"]) == [
        ["key_tag", "red", "blue"],
        ["member_since", "1 Feb 2031", "2 Mar 2021"],
    ]
    assert books["overwritten"] == [[["blue"], [None]], [["2021-03-02"], [None]], [[3], [None]]]
    assert books["back again"] == books["taken"]


def test_what_can_not_stand_in_such_a_field_is_told_and_kept_as_a_remark(seen: dict[str, Any]) -> None:
    assert seen["books"]["doubts"] == ["“three” can not stand in its column."]
    assert seen["books"]["remarks"] == [[None], ["Bay: three"]]
