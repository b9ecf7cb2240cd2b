"""The two charts of the owner's workbook, drawn by the spreadsheet itself from the cells."""

from collections.abc import Sequence
from typing import Any

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun

from bengkel_crm.reports.workbooks_out.owner_sheets import COUNT, SheetPage

PRIMARY, GREY, GREEN, RED = "0B6478", "87939F", "1B6E42", "B42318"
MILLIONS = "#,##0,,"
_GRID, _INK = "DCE2E8", "55636F"
_WIDTH_CM, _HEIGHT_CM = 17.5, 8.4
_LINE_EMU = 28_575
_RIGHT_AXIS = 200


def line_chart(
    page: SheetPage, title: str, unit: str, columns: Sequence[int], colors: Sequence[str]
) -> LineChart:
    """Return a line of millions for each of these columns of a page, the first column below them."""
    chart = LineChart()
    _add_lines(chart, page, columns, colors)
    _dress(chart, title)
    _name_axis(chart.y_axis, unit, MILLIONS)
    chart.x_axis.tickLblSkip = 2
    return chart


def bars_and_line(
    page: SheetPage, title: str, units: tuple[str, str], bars: Sequence[int], line: int, colors: Sequence[str]
) -> BarChart:
    """Return bars side by side for some columns, and a line with a scale of its own for another.

    The units stand at the left and at the right; the last color is the line's.
    """
    chart = BarChart()
    chart.type, chart.gapWidth = "col", 60
    _fill(chart, page, bars)
    for series, color in zip(chart.series, colors[:-1], strict=True):
        series.graphicalProperties = GraphicalProperties(solidFill=color)
        series.graphicalProperties.line.noFill = True
    _dress(chart, title)
    _name_axis(chart.y_axis, units[0], COUNT)
    other = LineChart()
    _add_lines(other, page, (line,), colors[-1:])
    other.y_axis.axId = _RIGHT_AXIS
    other.y_axis.crosses = "max"
    other.y_axis.majorGridlines = None
    other.y_axis.delete = False
    _name_axis(other.y_axis, units[1], COUNT)
    chart += other
    return chart


def _add_lines(chart: LineChart, page: SheetPage, columns: Sequence[int], colors: Sequence[str]) -> None:
    _fill(chart, page, columns)
    for series, color in zip(chart.series, colors, strict=True):
        series.smooth = False
        series.marker.symbol = "none"
        series.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=color, w=_LINE_EMU))


def _fill(chart: Any, page: SheetPage, columns: Sequence[int]) -> None:
    for column in columns:
        chart.add_data(
            Reference(page.sheet, min_col=column, min_row=1, max_row=page.rows), titles_from_data=True
        )
    chart.set_categories(Reference(page.sheet, min_col=1, min_row=2, max_row=page.rows))


def _dress(chart: Any, title: str) -> None:
    chart.title = _words(title, 1200, bold=True)
    chart.width, chart.height = _WIDTH_CM, _HEIGHT_CM
    chart.legend.position = "b"
    # Left to itself openpyxl writes axes that Excel hides.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=_GRID))
    chart.layout = Layout(manualLayout=ManualLayout(x=0.1, y=0.15, w=0.8, h=0.6))


def _name_axis(axis: Any, unit: str, number_format: str) -> None:
    axis.title = _words(unit, 900, bold=False)
    axis.number_format = number_format
    axis.numFmt.sourceLinked = False


def _words(text: str, size: int, *, bold: bool) -> Title:
    look = CharacterProperties(sz=size, b=bold, solidFill=_INK)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[RegularTextRun(rPr=look, t=text)])
    title = Title(overlay=False)
    title.tx = Text(rich=RichText(p=[paragraph]))
    return title
