"""One page that says what the reminders brought: who came, against those nobody contacted."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from bengkel_crm.base.i18n import format_date, format_month, format_number, format_rupiah, translate
from bengkel_crm.records.reminders import ResponseReport, Shop
from bengkel_crm.records.response_figures import ENOUGH, Figures, Sums, read_figures
from bengkel_crm.reports.paper.document import new_paper
from bengkel_crm.reports.paper.drawing import (
    EDGE,
    LINE,
    LINE2,
    PRIMARY,
    SUNKEN,
    TEXT,
    TEXT2,
    WHITE,
    Colour,
    draw_line,
    draw_right,
    draw_runs,
)
from bengkel_crm.reports.paper.layouts import A4_HEIGHT, A4_WIDTH
from bengkel_crm.reports.paper.pdf_fonts import Face
from bengkel_crm.reports.paper.pdf_text import break_lines, width_of
from bengkel_crm.words.reminders import channel_words, told_words

_LEFT, _RIGHT = 45.0, A4_WIDTH - 45.0
_WIDTH = _RIGHT - _LEFT
_GAP = 26.0
_MOST_MONTHS, _MOST_JOBS = 12, 9
_FIRST_OF_SILENT = 5  # the rows before it are of those reminded
# Bars share one scale, which never makes a few per cent look like all.
_LEAST_SCALE = 20.0


class _BarColumn(NamedTuple):
    """A column of bars: where it is, and how many per cent its width stands for."""

    left: float
    width: float
    scale: float


def write_funnel(
    path: Path, report: ResponseReport, shop: Shop, first: date, last: date, today: date
) -> None:
    """Write the page for the reminders sent from one day to another.

    Raises:
        ShopFileError: the disk refused.
    """
    title = translate("Funnel", "What the reminders brought")
    figures = read_figures(report)
    with new_paper(path, title) as canvas:
        _draw_head(canvas, title, shop, first, last, today)
        _draw_cards(canvas, figures, A4_HEIGHT - 108)
        _draw_funnel(canvas, figures, A4_HEIGHT - 208)
        rates = [_rate(sums, figures) for _, told, silent in figures.months for sums in (told, silent)]
        rates += [_rate(sums, figures) for _, sums in (*figures.channels, *figures.jobs)]
        scale = max(_LEAST_SCALE, _rate(figures.untouched, figures), *rates, 0.0)
        top = A4_HEIGHT - 416
        column = (_WIDTH - _GAP) / 2
        _draw_months(canvas, figures, _BarColumn(_LEFT, column, scale), top)
        right = _BarColumn(_LEFT + column + _GAP, column, scale)
        channels = [(channel_words(channel), sums) for channel, sums in figures.channels]
        y = _draw_rates(canvas, translate("Funnel", "By channel"), channels, figures, right, top)
        jobs = [(told_words(job), sums) for job, sums in figures.jobs[:_MOST_JOBS]]
        _draw_rates(canvas, translate("Funnel", "By kind of work"), jobs, figures, right, y - 18)
        _draw_foot(canvas, report.answer_days)
        canvas.showPage()


def _rate(sums: Sums, figures: Figures) -> float:
    """Return how many of a hundred came; 0 while they are too few to be divided."""
    return sums.rate if figures.is_enough and sums.is_enough else 0.0


def _percent(sums: Sums, figures: Figures) -> str:
    if not sums.due:
        return "–"
    return f"{sums.rate:.0f}%" if figures.is_enough and sums.is_enough else _counted(sums)


def _counted(sums: Sums) -> str:
    return translate("Funnel", "{0} of {1}").format(format_number(sums.came), format_number(sums.finished))


def _detail(sums: Sums, figures: Figures) -> str:
    """Return what a figure is made of, and how many are still waited for."""
    parts = [_counted(sums)] if figures.is_enough else []
    if sums.waiting or not parts:
        parts.append(translate("Funnel", "%n waiting", sums.waiting))
    return " · ".join(parts)


def _difference(figures: Figures) -> tuple[str, str]:
    """Return how many more came because they were reminded, and of what; or what that waits for."""
    if not figures.is_enough:
        needs = translate("Funnel", "needs {0} per group").format(ENOUGH)
        return translate("Funnel", "Not enough yet"), needs
    more = round(figures.reminded.rate - figures.untouched.rate)
    words = translate("Funnel", "{0} fewer") if more < 0 else translate("Funnel", "{0} more")
    return words.format(format_number(abs(more))), translate("Funnel", "for each 100 reminded")


def _draw_head(canvas: Canvas, title: str, shop: Shop, first: date, last: date, today: date) -> None:
    top = A4_HEIGHT - 58
    draw_line(canvas, title, Face.BOLD, 20, _LEFT, top, 360)
    span = format_month(first)
    if (first.year, first.month) != (last.year, last.month):
        span = f"{span} – {format_month(last)}"
    draw_line(canvas, span, Face.REGULAR, 11, _LEFT, top - 18, 300, TEXT2)
    draw_right(canvas, shop.name, Face.STRONG, 10.5, _RIGHT, top + 4, 230, PRIMARY)
    printed = translate("CallSheet", "printed on {0}").format(format_date(today))
    draw_right(canvas, printed, Face.REGULAR, 8.5, _RIGHT, top - 10, 230, TEXT2)


def _draw_cards(canvas: Canvas, figures: Figures, top: float) -> None:
    """Draw the four figures that matter side by side."""
    told, silent = figures.reminded, figures.untouched
    cards = (
        (
            translate("Funnel", "Brought in"),
            format_rupiah(told.rupiah),
            translate("Funnel", "by those reminded"),
            PRIMARY,
        ),
        (translate("Funnel", "Reminded and came"), _percent(told, figures), _detail(told, figures), TEXT),
        (
            translate("Funnel", "Came without a word"),
            _percent(silent, figures),
            _detail(silent, figures),
            TEXT2,
        ),
        (translate("Funnel", "Difference"), *_difference(figures), TEXT),
    )
    width = (_WIDTH - 3 * 12) / 4
    for place, (caption, figure, remark, colour) in enumerate(cards):
        x = _LEFT + place * (width + 12)
        canvas.setFillColorRGB(*SUNKEN)
        canvas.roundRect(x, top - 66, width, 66, 8, stroke=0, fill=1)
        draw_line(canvas, caption, Face.STRONG, 8.5, x + 10, top - 16, width - 20, TEXT2)
        size = 22.0
        while size > 9 and width_of(figure, Face.BOLD, size) > width - 20:
            size -= 0.5
        draw_line(canvas, figure, Face.BOLD, size, x + 10, top - 41, width - 20, colour)
        draw_line(canvas, remark, Face.REGULAR, 8.5, x + 10, top - 56, width - 20, TEXT2)


def _draw_funnel(canvas: Canvas, figures: Figures, top: float) -> None:
    """Draw how the reminded become those who came, and below those left alone."""
    told, silent = figures.reminded, figures.untouched
    _draw_title(canvas, translate("Funnel", "From reminder to visit"), _LEFT, top)
    most = max(told.due, silent.due, 1)
    rows: tuple[tuple[str, int, Sums, Colour], ...] = (
        (translate("Funnel", "Reminded"), told.due, told, PRIMARY),
        (translate("Funnel", "Reached"), told.reached, told, PRIMARY),
        (translate("Funnel", "Came"), told.came, told, PRIMARY),
        (translate("Funnel", "Still has time"), told.waiting, told, LINE2),
        (translate("Funnel", "Did not come"), told.missed, told, LINE2),
        (translate("Funnel", "Due, not contacted"), silent.due, silent, EDGE),
        (translate("Funnel", "Came all the same"), silent.came, silent, EDGE),
    )
    label, room = 112.0, _WIDTH - 112 - 86
    y = top - 26
    for place, (caption, number, whole, colour) in enumerate(rows):
        if place == _FIRST_OF_SILENT:
            y -= 7
        draw_line(canvas, caption, Face.REGULAR, 9.5, _LEFT, y, label - 8)
        length = max(room * number / most, 1.5 if number else 0)
        if length:
            canvas.setFillColorRGB(*colour)
            canvas.roundRect(_LEFT + label, y - 5, length, 17, min(3, length / 2), stroke=0, fill=1)
        x = _LEFT + label + length + 7
        end = draw_line(canvas, format_number(number), Face.STRONG, 9.5, x, y, 60)
        if figures.is_enough and number != whole.due:
            draw_line(canvas, f"{100 * number / whole.due:.0f}%", Face.REGULAR, 9.5, end + 6, y, 50, TEXT2)
        y -= 22


def _draw_months(canvas: Canvas, figures: Figures, place: _BarColumn, top: float) -> None:
    """Draw each month's two rates, those reminded above those left alone, with the rupiah at the right."""
    _draw_title(canvas, translate("Funnel", "By month"), place.left, top)
    _draw_key(canvas, place, top)
    y = top - 24
    label, room = 54.0, place.width - 54 - 94
    for month, told, silent in figures.months[-_MOST_MONTHS:]:
        draw_line(canvas, format_month(month), Face.REGULAR, 9, place.left, y - 3, label)
        for sums, colour, shift in ((told, PRIMARY, 0.0), (silent, LINE2, 9.5)):
            length = room * _rate(sums, figures) / place.scale
            x = place.left + label
            if sums.due:
                canvas.setFillColorRGB(*colour)
                canvas.rect(x, y - shift, max(length, 0.8), 7.5, stroke=0, fill=1)
            draw_line(
                canvas, _percent(sums, figures), Face.REGULAR, 7.5, x + length + 4, y - shift + 1, 60, TEXT2
            )
        money = format_rupiah(told.rupiah) if told.due else ""
        draw_right(canvas, money, Face.REGULAR, 8, place.left + place.width, y - 3, 72, TEXT2)
        y -= 25


def _draw_key(canvas: Canvas, place: _BarColumn, top: float) -> None:
    x = place.left + place.width
    for text, colour in (
        (translate("Funnel", "not contacted"), LINE2),
        (translate("Funnel", "reminded"), PRIMARY),
    ):
        width = width_of(text, Face.REGULAR, 7.5)
        draw_right(canvas, text, Face.REGULAR, 7.5, x, top, 90, TEXT2)
        canvas.setFillColorRGB(*colour)
        canvas.rect(x - width - 10, top - 0.5, 7, 7, stroke=0, fill=1)
        x -= width + 20


def _draw_rates(
    canvas: Canvas,
    title: str,
    rows: list[tuple[str, Sums]],
    figures: Figures,
    place: _BarColumn,
    top: float,
) -> float:
    """Draw a bar of who came for each row, a line where those not contacted are; return where it ends."""
    _draw_title(canvas, title, place.left, top)
    label, room = 92.0, place.width - 92 - 78
    y = top - 22
    for name, sums in rows:
        draw_line(canvas, name, Face.REGULAR, 9, place.left, y, label - 6)
        length = room * _rate(sums, figures) / place.scale
        canvas.setFillColorRGB(*PRIMARY)
        canvas.rect(place.left + label, y - 2, max(length, 0.8), 10, stroke=0, fill=1)
        end = place.left + label + length + 5
        draw_line(canvas, _percent(sums, figures), Face.STRONG, 8.5, end, y, 60)
        if figures.is_enough and sums.is_enough:
            counted = f"{format_number(sums.came)}/{format_number(sums.finished)}"
            draw_right(canvas, counted, Face.REGULAR, 8, place.left + place.width, y, 60, TEXT2)
        y -= 18
    if figures.is_enough and rows:
        x = place.left + label + room * figures.untouched.rate / place.scale
        canvas.setStrokeColorRGB(*WHITE)
        canvas.setLineWidth(2.4)
        canvas.line(x, top - 10, x, y + 12)
        canvas.setStrokeColorRGB(*TEXT2)
        canvas.setLineWidth(0.9)
        canvas.setDash(2, 2)
        canvas.line(x, top - 10, x, y + 12)
        canvas.setDash()
    if not rows:
        draw_line(
            canvas, translate("Funnel", "Nothing was sent."), Face.REGULAR, 9, place.left, y, 200, TEXT2
        )
        y -= 18
    return y


def _draw_title(canvas: Canvas, title: str, x: float, y: float) -> None:
    draw_line(canvas, title, Face.STRONG, 11, x, y, 260)


def _draw_foot(canvas: Canvas, answer_days: int) -> None:
    text = translate(
        "Funnel",
        "A reminder is answered by a visit of that vehicle within {0} days. Grey bars and the dashed line "
        "are vehicles that were due and that nobody contacted: some come anyway, and only what is above them "
        "was brought by the reminders.",
    ).format(answer_days)
    canvas.setStrokeColorRGB(*LINE)
    canvas.setLineWidth(0.6)
    canvas.line(_LEFT, 66, _RIGHT, 66)
    y = 52.0
    for line in break_lines(text, 8, _WIDTH, 3):
        draw_runs(canvas, line, 8, _LEFT, y, TEXT2)
        y -= 11
