"""Rows on the clipboard, as a spreadsheet takes them."""

from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.ui.lists.table import as_pasted, tab_separated


def test_one_row_is_copied_bare_and_several_below_their_titles() -> None:
    titles = ("Plat", "KM")
    assert tab_separated(titles, [("B 1 A", "42.180")]) == "B 1 A\t42.180"
    assert tab_separated(titles, [("B 1 A", "1"), ("B 2 A", "2")]) == "Plat\tKM\nB 1 A\t1\nB 2 A\t2"


def test_a_name_that_looks_like_a_formula_stays_text() -> None:
    for name in ("=1+1", "+62812", "-5", "@SUM(A1)", "  =HYPERLINK()"):
        assert as_pasted(name).startswith("'")


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), min_size=2, max_size=5))
def test_no_text_breaks_out_of_its_cell(rows: list[list[str]]) -> None:
    lines = tab_separated(("a", "b"), rows).split("\n")
    assert len(lines) == len(rows) + 1
    assert all(line.count("\t") == 1 for line in lines)
