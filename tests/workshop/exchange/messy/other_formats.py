"""Old workbooks and those of LibreOffice."""

from typing import Any

from bengkel_crm.workshop.exchange.rows.entries import DoubtKind, Reason

from .cases import DATE, KM, OWNER, PHONE, PLATE, TOTAL, Case, but, ledger, visits
from .making import ods, ods_cell, ods_failed, ods_rows, xls, xlsx

_BLANK_ROWS = (
    '<table:table-row table:number-rows-repeated="1048000">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)
_BLANK_COLUMNS = '<table:table-cell table:number-columns-repeated="3"/>'
_SPANNED = 'table:number-rows-spanned="2" table:number-columns-spanned="1"'
_COVERED = "<table:covered-table-cell/>"
_NOTHING_FOR_OWNER = but(AB1234CD={"owner": "0812-8834-1907"})
_KM_UNKNOWN = but(AB1234CD={"km": None})


def _without(column: int, row: int = 1) -> list[list[Any]]:
    rows = ledger()
    rows[row][column] = None
    return rows


def _ods(column: int, *cells: str) -> str:
    return ods_rows(ledger(column, cells))


def _money(amount: int) -> str:
    kind = f'office:value-type="currency" office:currency="IDR" office:value="{amount}"'
    return f"<table:table-cell {kind}><text:p>Rp{amount}</text:p></table:table-cell>"


def _texts(*paragraphs: str) -> str:
    told = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in paragraphs)
    return f'<table:table-cell office:value-type="string">{told}</table:table-cell>'


def _merged() -> str:
    rows: list[list[Any]] = ledger()
    rows[1][DATE] = ods_cell(rows[1][DATE], _SPANNED)
    rows[1][OWNER] = ods_cell(rows[1][OWNER], _SPANNED)
    rows[1][PHONE] = ods_cell(rows[1][PHONE], _SPANNED)
    for column in (DATE, OWNER, PHONE):
        rows[2][column] = _COVERED
    return ods_rows(rows)


CASES = [
    Case("an old workbook", xls(ledger()), ".xls"),
    Case("an old workbook named xlsx", xls(ledger())),
    Case("an old workbook named csv", xls(ledger()), ".csv"),
    Case("a new workbook named xls", xlsx(ledger()), ".xls"),
    Case("a new workbook without an ending", xlsx(ledger()), ""),
    Case("an old workbook of 1904", xls(ledger(), is_1904=True), ".xls"),
    Case(
        "an old workbook of 1904 whose days nobody formatted",
        xls(ledger(DATE, [46246 - 1462, 46247 - 1462, 46259 - 1462]), is_1904=True),
        ".xls",
    ),
    Case("phones of an old workbook", xls(ledger(PHONE, [81288341907, 85732050206, "0274-592098"])), ".xls"),
    Case(
        "a failed cell of an old workbook",
        xls(_without(OWNER), lambda sheet: sheet.row(1).set_cell_error(OWNER, "#REF!")),
        ".xls",
        told=_NOTHING_FOR_OWNER,
        doubts=[(2, DoubtKind.FAILED)],
    ),
    Case(
        "a failed plate of an old workbook",
        xls(_without(PLATE), lambda sheet: sheet.row(1).set_cell_error(PLATE, "#DIV/0!")),
        ".xls",
        told=but(AB1234CD=None),
        problems=[(2, Reason.BAD_PLATE)],
    ),
    Case("a workbook of LibreOffice", ods(ods_rows(ledger())), ".ods"),
    Case("a workbook of LibreOffice named xlsx", ods(ods_rows(ledger()))),
    Case("a million blank rows below", ods(ods_rows(ledger()) + _BLANK_ROWS), ".ods"),
    Case(
        "blank rows above, written once",
        ods(_BLANK_ROWS.replace("1048000", "20") + ods_rows(ledger())),
        ".ods",
    ),
    Case("money of LibreOffice", ods(_ods(TOTAL, *map(_money, (55000, 45000, 250000)))), ".ods"),
    Case("paragraphs in a cell", ods(_ods(OWNER, _texts("Budi", "Santoso"))), ".ods"),
    Case("spaces of LibreOffice", ods(_ods(OWNER, _texts('Budi<text:s text:c="3"/>Santoso'))), ".ods"),
    Case(
        "a remark on a cell",
        ods(
            _ods(
                OWNER,
                _texts("Budi Santoso").replace(
                    "<text:p>", "<office:annotation><text:p>baik</text:p></office:annotation><text:p>", 1
                ),
            )
        ),
        ".ods",
    ),
    Case(
        "a failed cell of LibreOffice",
        ods(_ods(OWNER, ods_failed("#REF!"))),
        ".ods",
        told=_NOTHING_FOR_OWNER,
        doubts=[(2, DoubtKind.FAILED)],
    ),
    Case(
        "failed kilometres of LibreOffice",
        ods(_ods(KM, ods_failed("Err:502"))),
        ".ods",
        told=_KM_UNKNOWN,
        doubts=[(2, DoubtKind.ODOMETER)],
    ),
    Case(
        "cells of LibreOffice merged downwards",
        ods(_merged()),
        ".ods",
        told=but(AB2345EF={"owner": "Budi Santoso", "phones": ("+6281288341907",), "day": visits()[0][DATE]}),
    ),
    Case(
        "blank columns written once",
        ods(ods_rows([*row[:PHONE], _BLANK_COLUMNS, *row[PHONE:]] for row in ledger())),
        ".ods",
    ),
]
