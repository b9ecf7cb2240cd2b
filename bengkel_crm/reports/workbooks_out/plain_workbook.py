"""A workbook written straight through, sheet after sheet: it takes no more memory than a block of rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from bengkel_crm.records.exports import Kind, SheetColumn
from bengkel_crm.reports.workbooks_out.sheet_xml import Write, cell_writer, column_letters, text_cell

# The XML is so even that more effort takes half as long again and saves a seventh of the file.
_EFFORT = 1
_HEADER_STYLE = 1
_FIRST_STYLE = 2
_KINDS = tuple(Kind)
# A number stands for one of Excel's own formats; the others begin at 164.
_FORMATS: dict[Kind, int | str] = {
    Kind.PLAIN: 49,
    Kind.DAY: "dd/mm/yyyy",
    Kind.MOMENT: "dd/mm/yyyy hh:mm",
    Kind.ID: 1,
    Kind.COUNT: 3,
    Kind.NUMBER: "#,##0.##",
    Kind.RUPIAH: '"Rp" #,##0',
}
_FIRST_OWN_FORMAT = 164
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Block = Sequence[Sequence[Any]]


@dataclass(slots=True)
class _SheetWriter:
    name: str
    columns: Sequence[SheetColumn]
    rows: int = 0
    bytes: int = 0
    sums: dict[int, float] = field(default_factory=dict)


class PlainWorkbook:
    """Sheets with a bold frozen header, a filter, typed columns, and sums below; complete once closed."""

    def __init__(self, file: BinaryIO) -> None:
        self._zip = ZipFile(file, "w", ZIP_DEFLATED, compresslevel=_EFFORT)
        self._sheets: list[_SheetWriter] = []

    def __enter__(self) -> "PlainWorkbook":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._zip:
            if kind is None:
                self._write_rest()

    def add_sheet(
        self,
        name: str,
        columns: Sequence[SheetColumn],
        blocks: Iterator[Block],
        total_label: str,
        has_room: Callable[[int, int], bool],
    ) -> None:
        """Write blocks of rows to a new sheet while `has_room` says so of its rows and bytes so far."""
        sheet = _SheetWriter(name, columns)
        self._sheets.append(sheet)
        with self._zip.open(f"xl/worksheets/sheet{len(self._sheets)}.xml", "w") as part:
            part.write(self._head(sheet).encode())
            writers = [
                cell_writer(column.kind, column_letters(place), _style(column.kind))
                for place, column in enumerate(columns)
            ]
            for block in blocks:
                written = _rows(sheet, block, writers).encode()
                sheet.bytes += part.write(written)
                sheet.rows += len(block)
                if not has_room(sheet.rows, sheet.bytes):
                    break
            part.write(self._foot(sheet, total_label).encode())

    def _head(self, sheet: _SheetWriter) -> str:
        widths = "".join(
            f'<col min="{place}" max="{place}" width="{column.width:g}" style="{_style(column.kind)}" '
            'customWidth="1"/>'
            for place, column in enumerate(sheet.columns, 1)
        )
        titles = "".join(
            text_cell(column.title, f"{column_letters(place)}1", _HEADER_STYLE)
            for place, column in enumerate(sheet.columns)
        )
        selected = ' tabSelected="1"' if len(self._sheets) == 1 else ""
        return (
            f'{_DECLARATION}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView{selected} workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
            '<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
            f'<cols>{widths}</cols><sheetData><row r="1">{titles}</row>'
        )

    def _foot(self, sheet: _SheetWriter, total_label: str) -> str:
        last = sheet.rows + 1
        texts = " ".join(
            f"{letters}2:{letters}{max(last, 2)}"
            for letters, column in zip(
                map(column_letters, range(len(sheet.columns))), sheet.columns, strict=True
            )
            if column.kind is Kind.PLAIN
        )
        # A phone is digits stored as text on purpose: no green corner in each cell.
        ignored = f'<ignoredErrors><ignoredError sqref="{texts}" numberStoredAsText="1"/></ignoredErrors>'
        return (
            f"{_totals(sheet, total_label)}</sheetData>"
            f'<autoFilter ref="A1:{column_letters(len(sheet.columns) - 1)}{last}"/>'
            '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
            # All columns on one page, however many rows: a list is wider than it is of use in halves.
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
            f"{ignored if texts else ''}</worksheet>"
        )

    def _write_rest(self) -> None:
        numbers = range(1, len(self._sheets) + 1)
        styles = len(self._sheets) + 1
        sheets = "".join(
            f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" r:id="rId{number}"/>'
            for number, sheet in enumerate(self._sheets, 1)
        )
        filters = "".join(
            f'<definedName name="_xlnm._FilterDatabase" localSheetId="{place}" hidden="1">'
            f"{_filtered(sheet)}</definedName>"
            for place, sheet in enumerate(self._sheets)
        )
        parts = {
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><bookViews><workbookView/>'
            f"</bookViews><sheets>{sheets}</sheets><definedNames>{filters}</definedNames>"
            '<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            + "".join(
                f'<Relationship Id="rId{number}" Type="{_DOCUMENT}/worksheet" '
                f'Target="worksheets/sheet{number}.xml"/>'
                for number in numbers
            )
            + f'<Relationship Id="rId{styles}" Type="{_DOCUMENT}/styles" Target="styles.xml"/>'
            + "</Relationships>",
            "xl/styles.xml": _styles(),
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            + "".join(
                f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
                for number in numbers
            )
            + "</Types>",
        }
        for name, text in parts.items():
            self._zip.writestr(name, _DECLARATION + text)


def _rows(sheet: _SheetWriter, block: Block, writers: Sequence[Write]) -> str:
    first = sheet.rows + 2
    numbers = [str(number) for number in range(first, first + len(block))]
    values = list(zip(*block, strict=True))
    for place, column in enumerate(sheet.columns):
        if column.total:
            sheet.sums[place] = sheet.sums.get(place, 0) + sum(filter(None, values[place]))
    cells = [write(column, numbers) for write, column in zip(writers, values, strict=True)]
    return "".join(
        f'<row r="{number}">{row}</row>'
        for number, row in zip(numbers, map("".join, zip(*cells, strict=True)), strict=True)
    )


def _totals(sheet: _SheetWriter, label: str) -> str:
    """Return the row of sums, each with what it comes to: not every program reckons when it opens a file."""
    if not sheet.sums:
        return ""
    row = sheet.rows + 2
    # The label stands in the first column, unless that is one of the sums.
    cells = [] if 0 in sheet.sums else [text_cell(label, f"A{row}", _HEADER_STYLE)]
    for place, total in sorted(sheet.sums.items()):
        letters, style = column_letters(place), _style(sheet.columns[place].kind, bold=True)
        formula = f"SUM({letters}2:{letters}{row - 1})"
        cells.append(f'<c r="{letters}{row}" s="{style}"><f>{formula}</f><v>{total!r}</v></c>')
    return f'<row r="{row}">{"".join(cells)}</row>'


def _style(kind: Kind, *, bold: bool = False) -> int:
    return _FIRST_STYLE + 2 * _KINDS.index(kind) + bold


def _styles() -> str:
    own = [(kind, code) for kind, code in _FORMATS.items() if isinstance(code, str)]
    numbers = {kind: number for number, (kind, _) in enumerate(own, _FIRST_OWN_FORMAT)}
    formats = "".join(
        f'<numFmt numFmtId="{numbers[kind]}" formatCode={quoteattr(code)}/>' for kind, code in own
    )
    looks = [_look(0, bold=False), _look(0, bold=True)]
    for kind in _KINDS:
        code = _FORMATS[kind]
        number = code if isinstance(code, int) else numbers[kind]
        looks += [_look(number, bold=False), _look(number, bold=True)]
    face = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="{len(own)}">{formats}</numFmts>'
        f'<fonts count="2"><font>{face}</font><font><b/>{face}</font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(looks)}">{"".join(looks)}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _look(number_format: int, *, bold: bool) -> str:
    return (
        f'<xf numFmtId="{number_format}" fontId="{int(bold)}" fillId="0" borderId="0" xfId="0" '
        'applyNumberFormat="1" applyFont="1"/>'
    )


def _filtered(sheet: _SheetWriter) -> str:
    """Return the cells under a sheet's filter, as formulas name them and safe in XML."""
    name = escape(sheet.name.replace("'", "''"))
    return f"'{name}'!$A$1:${column_letters(len(sheet.columns) - 1)}${sheet.rows + 1}"
