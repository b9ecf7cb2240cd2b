"""Files of text: every encoding, every separator, and what programs and people do to them."""

from bengkel_crm.workshop.exchange.rows.entries import DoubtKind

from .cases import DATE, KM, OWNER, PHONE, TOTAL, WORK, Case, but, ledger, spelled
from .making import raw, text

_ROWS = spelled(ledger())
_COMMA = [[f'"{cell}"' if "," in cell else cell for cell in row] for row in _ROWS]
_ACCENT = spelled(ledger(OWNER, ["Zoë Beyoncé"]))
_TOLD_ACCENT = but(AB1234CD={"owner": "Zoë Beyoncé"})


def _joined(rows: list[list[str]], end: str = "\r\n") -> str:
    return end.join(";".join(row) for row in rows) + end


def _with(column: int, *cells: str) -> list[list[str]]:
    return spelled(ledger(column, cells))


CASES = [
    Case("semicolons", text(_ROWS, ";"), ".csv"),
    Case("commas", text(_COMMA, ","), ".csv"),
    Case("tabs", text(_ROWS, "\t"), ".tsv"),
    Case("tabs in a txt", text(_ROWS, "\t"), ".txt"),
    Case("bars", text(_ROWS, "|"), ".csv"),
    Case("lines of Linux", text(_ROWS, ";", end="\n"), ".csv"),
    Case("lines of an old Mac", text(_ROWS, ";", end="\r"), ".csv"),
    Case("UTF-8", text(_ACCENT, ";"), ".csv", told=_TOLD_ACCENT),
    Case("UTF-8 with a BOM", text(_ACCENT, ";", "utf-8-sig"), ".csv", told=_TOLD_ACCENT),
    Case("Windows-1252", text(_ACCENT, ";", "cp1252"), ".csv", told=_TOLD_ACCENT),
    Case("UTF-16 with a BOM", text(_ACCENT, "\t", "utf-16"), ".txt", told=_TOLD_ACCENT),
    Case("UTF-16 without a BOM", text(_ACCENT, "\t", "utf-16-le"), ".txt", told=_TOLD_ACCENT),
    Case("UTF-16, big end first", raw("\ufeff" + _joined(_ACCENT), "utf-16-be"), ".csv", told=_TOLD_ACCENT),
    Case(
        "two files of two encodings in one",
        raw(
            _joined(_ACCENT[:2]).encode("cp1252")
            + _joined(spelled(ledger(OWNER, ["", "Zoë", "Ørsted é"]))[2:]).encode()
        ),
        ".csv",
        told=but(
            AB1234CD={"owner": "Zoë Beyoncé"}, AB2345EF={"owner": "Zoë"}, B1111XYZ={"owner": "Ørsted é"}
        ),
    ),
    Case("a csv named xlsx", text(_ROWS, ";")),
    Case("a text of tabs named xls", text(_ROWS, "\t", "utf-16"), ".xls"),
    Case(
        "the separator told on the first line",
        raw("sep=|\r\n" + "\r\n".join("|".join(r) for r in _ROWS)),
        ".csv",
    ),
    Case("every cell in quotes", text([[f'"{cell}"' for cell in row] for row in _ROWS], ","), ".csv"),
    Case("quotes within quotes", text(_with(WORK, '"Ganti ""oli"" mesin"'), ";"), ".csv"),
    Case("line ends within quotes", text(_with(OWNER, '"Budi\r\nSantoso"', '"Siti\nRahayu"'), ";"), ".csv"),
    Case("separators within quotes", text(_with(WORK, '"Ganti oli mesin; Servis; Cek aki"'), ";"), ".csv"),
    Case("a quote that nobody closed", text(_with(WORK, '"Ganti oli mesin'), ";"), ".csv"),
    Case("inches", text(_with(WORK, 'Ganti ban 17"', '"Servis" ringan'), ";"), ".csv"),
    Case("ragged lines", text([_ROWS[0], [*_ROWS[1], "", ""], _ROWS[2], [*_ROWS[3], "x"]], ";"), ".csv"),
    Case("separators at each line's end", text([[*row, "", "", ""] for row in _ROWS], ";"), ".csv"),
    Case(
        "titles and notes",
        raw("BENGKEL MAJU;;\r\n\r\n" + _joined(_ROWS) + "\r\nTOTAL;;;;;;;350000\r\nCatatan: libur\r\n"),
        ".csv",
    ),
    Case("the end as DOS wrote it", raw(_joined(_ROWS) + "\x1a"), ".csv"),
    Case("no line end at the end", raw(_joined(_ROWS).rstrip()), ".csv"),
    Case(
        "phones as formulas of text",
        text(_with(PHONE, '="081288341907"', '"=""085732050206"""', "'0274592098"), ";"),
        ".csv",
    ),
    Case(
        "names as formulas of text", text(_with(OWNER, '="Budi Santoso"', '"=""Siti Rahayu"""'), ";"), ".csv"
    ),
    Case(
        "phones that became 8.12E+11 in a csv",
        text(_with(PHONE, "8,12E+11", "8.57321E+11"), ";"),
        ".csv",
        told=but(AB1234CD={"phones": (None,)}, AB2345EF={"phones": (None,)}),
        doubts=[(2, DoubtKind.PHONE), (3, DoubtKind.PHONE)],
    ),
    Case(
        "failed formulas in a csv",
        text(_with(OWNER, "#REF!", "#N/A"), ";"),
        ".csv",
        told=but(AB1234CD={"owner": "0812-8834-1907"}, AB2345EF={"owner": "0857-3205-0206"}),
        doubts=[(2, DoubtKind.FAILED), (3, DoubtKind.FAILED)],
    ),
    Case(
        "numbers that found no room",
        text(_with(KM, "#######"), ";"),
        ".csv",
        told=but(AB1234CD={"km": None}),
        doubts=[(2, DoubtKind.ODOMETER)],
    ),
    Case(
        "ISO days with the time",
        text(_with(DATE, "2026-08-12T00:00:00", "2026-08-13 09:15", "2026-08-25"), ";"),
        ".csv",
    ),
    Case("serial numbers in a csv", text(_with(DATE, "46246", "46247", "46259"), ";"), ".csv"),
    Case(
        "amounts with commas and points",
        text(_with(TOTAL, '"55,000.00"', '"Rp45.000,00"', '" 250.000 "'), ";"),
        ".csv",
    ),
]
