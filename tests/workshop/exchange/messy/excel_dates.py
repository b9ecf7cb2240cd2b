"""Workbooks whose days are written in every way there is."""

from datetime import date, datetime, time

from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from bengkel_crm.workshop.exchange.rows.entries import Reason

from .cases import DATE, Case, but, ledger, visits
from .making import by_hand, row_xml, sheet_xml, xlsx

_DAYS = [row[DATE] for row in visits()]
_SERIALS = [(day - date(1899, 12, 30)).days for day in _DAYS]
_SERIALS_1904 = [(day - date(1904, 1, 1)).days for day in _DAYS]


def _dates(*cells: object) -> list[list[object]]:
    return ledger(DATE, cells)


def _like(pattern: str) -> list[list[object]]:
    return _dates(*(day.strftime(pattern) for day in _DAYS))


def _as_1904(sheet: Worksheet) -> None:
    sheet.parent.epoch = CALENDAR_MAC_1904


def _as_days(sheet: Worksheet) -> None:
    for row in range(2, 5):
        sheet.cell(row, DATE + 1).number_format = "dd/mm/yyyy"


def _as_long_days(sheet: Worksheet) -> None:
    for row in range(2, 5):
        sheet.cell(row, DATE + 1).number_format = "[$-421]dddd\\,\\ dd\\ mmmm\\ yyyy;@"


CASES = [
    Case("dates as text", xlsx(_like("%d/%m/%Y"))),
    Case("dates as text with dashes", xlsx(_like("%d-%m-%Y"))),
    Case("dates as text with points", xlsx(_like("%d.%m.%Y"))),
    Case("dates as ISO text with a time", xlsx(_like("%Y-%m-%d 00:00:00"))),
    Case("dates with the time of day", xlsx(_dates(*(datetime.combine(day, time(9, 30)) for day in _DAYS)))),
    Case("two-digit years", xlsx(_like("%d/%m/%y"))),
    Case("years with an apostrophe", xlsx(_dates("12 Agu '26", "13 Agu '26", "25 Agu '26"))),
    Case("Indonesian months", xlsx(_dates("12 Agustus 2026", "13 Agt 2026", "25-Agu-2026"))),
    Case("English months and weekdays", xlsx(_dates("Wed, 12 Aug 2026", "13-Aug-26", "August 25, 2026"))),
    Case("weekdays before the date", xlsx(_dates("Rabu, 12/08/2026", "Kamis 13/08/2026", "Selasa, 25/8/26"))),
    Case("dates with spaces around", xlsx(_dates(" 12/08/2026 ", "13/08/2026\u00a0", "\u00a025/08/2026"))),
    Case("serial numbers nobody formatted", xlsx(_dates(*_SERIALS))),
    Case("serial numbers as text", xlsx(_dates(*map(str, _SERIALS)))),
    Case("serial numbers with the time behind the point", xlsx(_dates(*(n + 0.4 for n in _SERIALS)))),
    Case("dates as long words by their format", xlsx(_dates(*_SERIALS), _as_long_days)),
    Case("days as numbers of eight digits", xlsx(_dates(20260812, 20260813, "20260825"))),
    Case("every spelling in one column", xlsx(_dates("12 Agu 2026", _SERIALS[1], "25/08/26"))),
    Case("dates and texts of a wrong locale together", xlsx(_dates(_DAYS[0], "13/08/2026", "2026-08-25"))),
    Case("a workbook of 1904", xlsx(ledger(), _as_1904)),
    Case(
        "a workbook of 1904 whose days nobody formatted",
        by_hand(sheet_xml(_dates(*_SERIALS_1904)), is_1904=True),
    ),
    Case(
        "the month first where the column proves it", xlsx(_dates("08/12/2026", "08/13/2026", "08/25/2026"))
    ),
    Case(
        "days that could be two where no other tells",
        xlsx(_dates("08/12/2026", "12/08/2026", _DAYS[2])),
        told=but(AB1234CD=None, AB2345EF=None),
        problems=[(2, Reason.AMBIGUOUS_DATE), (3, Reason.AMBIGUOUS_DATE)],
    ),
    Case(
        "a small number that is shown as a day of 1900",
        xlsx(_dates(12, *_DAYS[1:]), _as_days),
        told=but(AB1234CD=None),
        problems=[(2, Reason.STRANGE_DATE)],
    ),
    Case(
        "the 29 February 1900 that never was",
        xlsx(_dates(60, *_DAYS[1:]), _as_days),
        told=but(AB1234CD=None),
        problems=[(2, Reason.STRANGE_DATE)],
    ),
    Case(
        "a day that is none",
        xlsx(_dates("31/02/2026", *_DAYS[1:])),
        told=but(AB1234CD=None),
        problems=[(2, Reason.BAD_DATE)],
    ),
    Case(
        "a two-digit year of the next generation",
        xlsx(_dates("12/08/62", "13/08/26", "25/08/26")),
        told=but(AB1234CD=None),
        problems=[(2, Reason.STRANGE_DATE)],
    ),
    Case(
        "a month without its day",
        xlsx(_dates("Agustus 2026", *_DAYS[1:])),
        told=but(AB1234CD=None),
        problems=[(2, Reason.BAD_DATE)],
    ),
    Case(
        "a date whose formula failed",
        by_hand(
            "".join(
                row_xml(row, number)
                for number, row in enumerate(_dates('<c t="e"><v>#N/A</v></c>', *_DAYS[1:]), 1)
            )
        ),
        told=but(AB1234CD=None),
        problems=[(2, Reason.BAD_DATE)],
    ),
]
