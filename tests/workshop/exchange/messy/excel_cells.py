"""Workbooks whose cells hold something else than they should."""

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from bengkel_crm.workshop.exchange.rows.entries import DoubtKind, Reason

from .cases import KM, OIL, OWNER, PHONE, PLATE, TOTAL, WORK, Case, but, ledger, visits
from .making import by_hand, row_xml, sheet_xml, xlsx

_NO_PHONES = {"phones": ()}
_NO_PHONE = {"phones": (None,)}


def _failed(column: int, shown: str) -> list[list[object]]:
    return ledger(column, [f'<c t="e"><v>{shown}</v></c>'])


def _format(column: int, pattern: str) -> object:
    def then(sheet: Worksheet) -> None:
        for row in range(2, 5):
            sheet.cell(row, column + 1).number_format = pattern

    return then


def _wide(text: str) -> str:
    """Return a text in the full-width letters a phone's keyboard may write."""
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text)


CASES = [
    Case(
        "numbers as text", xlsx([*ledger()[:1], *([*r[:4], str(r[4]), *r[5:7], str(r[7])] for r in visits())])
    ),
    Case("kilometres with dots", xlsx(ledger(KM, ["12.000", "9.000", "44.000 km"]))),
    Case("kilometres with commas", xlsx(ledger(KM, ["12,000", "9,000 KM", "KM 44,000"]))),
    Case("kilometres with a space or in thousands", xlsx(ledger(KM, ["12 000", "9rb", "44\u00a0000"]))),
    Case("numbers that became fractions", xlsx(ledger(KM, [12000.0, 9000.4, 44000.0]))),
    Case(
        "thousands that became a fraction",
        xlsx(ledger(KM, [12.5])),
        told=but(AB1234CD={"km": None}),
        doubts=[(2, DoubtKind.ODOMETER)],
    ),
    Case(
        "kilometres that are words",
        xlsx(ledger(KM, ["mati", 9000, "?"])),
        told=but(AB1234CD={"km": None}, B1111XYZ={"km": None}),
        doubts=[(2, DoubtKind.ODOMETER), (4, DoubtKind.ODOMETER)],
    ),
    Case("phones that lost their zero", xlsx(ledger(PHONE, [81288341907, 85732050206.0, 274592098]))),
    Case(
        "phones as text that lost their zero",
        xlsx(ledger(PHONE, ["81288341907", "85732050206.0", "0274592098"])),
    ),
    Case(
        "phones with the country's number",
        xlsx(ledger(PHONE, [6281288341907, "+62 857-3205-0206", "+62274592098"])),
    ),
    Case(
        "phones with signs and words",
        xlsx(ledger(PHONE, ["WA 0812 8834 1907", "(0857) 3205.0206", "Telp 0274-592098"])),
    ),
    Case(
        "phones shown with a thousand's dots",
        xlsx(ledger(PHONE, [81288341907, 85732050206]), _format(PHONE, "#,##0")),
    ),
    Case(
        "phones that became 8.12E+11",
        xlsx(ledger(PHONE, ["8.12E+11", "8,57E+10"])),
        told=but(AB1234CD=_NO_PHONE, AB2345EF=_NO_PHONE),
        doubts=[(2, DoubtKind.PHONE), (3, DoubtKind.PHONE)],
    ),
    Case(
        "phones that became numbers with zeros at their end",
        xlsx(ledger(PHONE, [812000000000, 857320000000.0])),
        told=but(AB1234CD=_NO_PHONE, AB2345EF=_NO_PHONE),
        doubts=[(2, DoubtKind.PHONE), (3, DoubtKind.PHONE)],
    ),
    Case(
        "two phones in a cell",
        xlsx(ledger(PHONE, ["081288341907 / 081298765432", "0857-3205-0206\n0857-3205-0207"])),
        told=but(
            AB1234CD={"phones": ("+6281288341907", "+6281298765432")},
            AB2345EF={"phones": ("+6285732050206", "+6285732050207")},
        ),
    ),
    Case(
        "no phones",
        xlsx(ledger(PHONE, ["-", "tidak ada", "n/a"])),
        told=but(AB1234CD=_NO_PHONES, AB2345EF=_NO_PHONES, B1111XYZ=_NO_PHONES),
    ),
    Case("plates in every spelling", xlsx(ledger(PLATE, ["ab1234cd", "AB-2345-EF", " b 1111.xyz "]))),
    Case(
        "plates in full-width letters",
        xlsx(ledger(PLATE, [_wide("AB1234CD"), _wide("AB 2345 EF"), "B 1111 XYZ"])),
    ),
    Case(
        "trailing and unbreakable spaces",
        xlsx(
            [
                [f" {name}\u00a0 " for name in ledger()[0]],
                *([f"\u00a0{c} " if isinstance(c, str) else c for c in r] for r in visits()),
            ]
        ),
    ),
    Case(
        "letters without width",
        xlsx(
            ledger(
                OWNER, ["Budi\u200b Santoso\ufeff", "\u200eSiti Rahayu\u200f", "PT\u00a0Maju\u2007Bersama"]
            )
        ),
    ),
    Case(
        "line ends in cells",
        xlsx(
            [
                [
                    "Tanggal",
                    "No\nPolisi",
                    "Nama\r\nPelanggan",
                    "No\nHP",
                    "KM",
                    "Peker-\njaan",
                    "Oli",
                    "Biaya",
                ],
                *ledger(OWNER, ["Budi\r\nSantoso", "Siti\nRahayu"])[1:],
            ]
        ),
    ),
    Case(
        "line ends as Excel escapes them",
        xlsx(ledger(OWNER, ["Budi_x000D_\nSanto\u0073o", "Siti Rahayu_x000D_"])),
    ),
    Case(
        "several jobs under each other in a cell",
        xlsx(ledger(WORK, ["- Ganti oli mesin\r\n- Servis rem\r\n- Cek aki"])),
    ),
    Case(
        "names with titles, in capitals",
        xlsx(ledger(OWNER, ["BUDI SANTOSO, BPK", "Ibu Siti Rahayu", "PT MAJU BERSAMA"])),
        told=but(B1111XYZ={"owner": "PT MAJU BERSAMA"}),
    ),
    Case("currency formats", xlsx(ledger(), _format(TOTAL, '_-"Rp"* #,##0_-;-"Rp"* #,##0_-'))),
    Case("currency formats of a locale", xlsx(ledger(), _format(TOTAL, "[$Rp-421]#,##0.00"))),
    Case("currency formats by a foreign sign", xlsx(ledger(), _format(TOTAL, "[$IDR] #,##0"))),
    Case("kilometres by a format of their own", xlsx(ledger(), _format(KM, '#,##0" km"'))),
    Case("currency as text", xlsx(ledger(TOTAL, ["Rp55.000", "Rp 45.000,-", "Rp. 250.000,00"]))),
    Case("currency in words of the market", xlsx(ledger(TOTAL, ["55rb", "45k", "0,25 jt"]))),
    Case("currency with fractions", xlsx(ledger(TOTAL, [55000.0, 44999.9999999, "250,000.00"]))),
    Case(
        "an amount that is words",
        xlsx(ledger(TOTAL, ["gratis"])),
        told=but(AB1234CD={"total": 0}),
        doubts=[(2, DoubtKind.MONEY)],
    ),
    Case(
        "a name whose formula failed",
        by_hand(sheet_xml(_failed(OWNER, "#REF!"))),
        told=but(AB1234CD={"owner": "0812-8834-1907"}),
        doubts=[(2, DoubtKind.FAILED)],
    ),
    Case(
        "a phone whose formula failed",
        by_hand(sheet_xml(_failed(PHONE, "#VALUE!"))),
        told=but(AB1234CD={"phones": ()}),
        doubts=[(2, DoubtKind.FAILED)],
    ),
    Case(
        "a plate whose formula failed",
        by_hand(sheet_xml(_failed(PLATE, "#DIV/0!"))),
        told=but(AB1234CD=None),
        problems=[(2, Reason.BAD_PLATE)],
    ),
    Case(
        "kilometres whose formula failed",
        by_hand(sheet_xml(_failed(KM, "#NUM!"))),
        told=but(AB1234CD={"km": None}),
        doubts=[(2, DoubtKind.ODOMETER)],
    ),
    Case(
        "an oil whose formula failed",
        by_hand(sheet_xml(_failed(OIL, "#N/A"))),
        told=but(AB1234CD={"oil": None}),
        doubts=[(2, DoubtKind.FAILED)],
    ),
    Case(
        "a sum whose formula failed",
        by_hand(sheet_xml(_failed(TOTAL, "#NAME?"))),
        told=but(AB1234CD={"total": 0}),
        doubts=[(2, DoubtKind.MONEY)],
    ),
    Case(
        "formulas that nobody has calculated",
        xlsx(ledger(KM, ["=11000+1000"])),
        told=but(AB1234CD={"km": None}),
        doubts=[(2, DoubtKind.ODOMETER)],
    ),
    Case(
        "formulas with their results",
        by_hand(sheet_xml(ledger(KM, ["<c><f>11000+1000</f><v>12000</v></c>"]))),
    ),
    Case(
        "texts that are results of formulas",
        by_hand(sheet_xml(ledger(OWNER, ['<c t="str"><f>A1&amp;B1</f><v>Budi Santoso</v></c>']))),
    ),
    Case(
        "names half in bold",
        xlsx(ledger(OWNER, [CellRichText("Budi ", TextBlock(InlineFont(b=True), "Santoso")), "Siti Rahayu"])),
    ),
    Case("rows whose cells name no place", by_hand("".join(row_xml(row) for row in ledger()))),
    Case(
        "ragged rows",
        by_hand(
            sheet_xml([*ledger()[:3], [*ledger()[3][:6], "Castrol Magnatec 10W-40 4L", 250000, None, "x"]])
        ),
    ),
    Case(
        "booleans as marks",
        xlsx(
            [
                ["Tanggal", "Nopol", "Nama", "No HP", "KM", "Pekerjaan", "Oli", "Biaya", "Cuci"],
                *([*row, number == 1] for number, row in enumerate(visits())),
            ]
        ),
    ),
]
