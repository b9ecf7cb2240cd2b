"""The call sheet: who is to be rung up, by day, with boxes for what came of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from bengkel_crm.base.i18n import format_date, format_long_date, format_month, translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.records.reminders import DuePerson, Shop
from bengkel_crm.reports.paper import call_block
from bengkel_crm.reports.paper.call_block import BOX_WIDTH, COLUMNS, Block
from bengkel_crm.reports.paper.document import new_paper
from bengkel_crm.reports.paper.drawing import LINE2, PRIMARY, TEXT2, TINT, draw_centred, draw_line, draw_right
from bengkel_crm.reports.paper.layouts import A4_HEIGHT, A4_WIDTH
from bengkel_crm.reports.paper.pdf_fonts import Face
from bengkel_crm.reports.paper.pdf_text import break_lines
from bengkel_crm.words.reminders import OUTCOME_KEYS, outcome_words

_WIDTH, _HEIGHT = A4_HEIGHT, A4_WIDTH
_LEFT, _RIGHT = COLUMNS["number"][0], _WIDTH - 28
_HEAD, _PAGES = "head", "pages"
_TOP = _HEIGHT - 78
_LOWEST = 28.0
_DAY_HEIGHT = 18.0
_FOOT_AT = 16.0
# What is higher than this may be parted.
_MOST_HELD = _TOP - _LOWEST - _DAY_HEIGHT


class _SheetPages:
    """Where the next block goes, page after page."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.page = 0
        self.y = 0.0
        self._heading = ""

    def begin_day(self, heading: str, people: int, first: Block) -> None:
        """Draw a day's band, on the page where its first block will stand."""
        self._heading = heading
        least = min(first.height, _MOST_HELD)
        if not self.page or self.y - _DAY_HEIGHT - least < _LOWEST:
            self._turn()
        self._draw_band(heading, translate("CallSheet", "%n people", people))

    def place(self, block: Block) -> None:
        """Draw a block; one that is higher than a page goes on after the page's end."""
        if block.height > self.y - _LOWEST and block.height <= _MOST_HELD:
            self._turn()
            self._draw_band(self._heading, translate("CallSheet", "continued"))
        while True:
            part, rest = block.cut(self.y - _LOWEST)
            if part is not None:
                part.draw(self.canvas, self.y)
                self.y -= part.height
            if rest is None:
                return
            block = rest
            self._turn()
            self._draw_band(self._heading, translate("CallSheet", "continued"))

    def finish(self) -> None:
        """Close the last page; only now is it known how many there are."""
        canvas = self.canvas
        canvas.showPage()
        canvas.beginForm(_PAGES, upperx=_WIDTH, uppery=_HEIGHT)
        draw_line(canvas, str(self.page), Face.REGULAR, 8, _RIGHT - 20, _FOOT_AT, 40, TEXT2)
        canvas.endForm()

    def _turn(self) -> None:
        """Begin a page."""
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.canvas.doForm(_HEAD)
        text = translate("CallSheet", "Page {0} of").format(self.page)
        draw_right(self.canvas, text, Face.REGULAR, 8, _RIGHT - 23, _FOOT_AT, colour=TEXT2)
        self.canvas.doForm(_PAGES)
        self.y = _TOP

    def _draw_band(self, heading: str, remark: str) -> None:
        canvas = self.canvas
        bottom = self.y - _DAY_HEIGHT
        canvas.setFillColorRGB(*TINT)
        canvas.roundRect(_LEFT, bottom, _RIGHT - _LEFT, _DAY_HEIGHT - 3, 4, stroke=0, fill=1)
        draw_line(canvas, heading, Face.STRONG, 9.5, _LEFT + 8, bottom + 5.2, 480, PRIMARY)
        draw_right(canvas, remark, Face.REGULAR, 8.5, _RIGHT - 8, bottom + 5.2, 200, PRIMARY)
        self.y = bottom - 2


def write_call_sheet(
    path: Path,
    people: Sequence[DuePerson],
    shop: Shop,
    month: date,
    today: date,
    progress: Progress | None = None,
    number: int = 1,
) -> None:
    """Write the sheet of that number for these people, numbered from 1 in their order, which is by day.

    `month` is its first day: who was due before it stands under one heading. `progress(done, total)`
    may raise to stop; then there is no file, or the old one.

    Raises:
        ShopFileError: the disk refused.
    """
    title = translate("CallSheet", "Call list {0}").format(format_month(month))
    with new_paper(path, title, (_WIDTH, _HEIGHT)) as canvas:
        canvas.beginForm(_HEAD, upperx=_WIDTH, uppery=_HEIGHT)
        _draw_head(canvas, title, shop, today, number)
        canvas.endForm()
        sheet = _SheetPages(canvas)
        for late, day, group in _by_day(people, month):
            heading = _late_heading(month) if late else format_long_date(day)
            for place, (number, person) in enumerate(group):
                if progress is not None:
                    progress(number - 1, len(people))
                block = call_block.block_of(number, person, today)
                if place == 0:
                    sheet.begin_day(heading, len(group), block)
                sheet.place(block)
        sheet.finish()
        if progress is not None:
            progress(len(people), len(people))


def _late_heading(month: date) -> str:
    return translate("CallSheet", "Late from before {0}").format(format_month(month))


def _by_day(
    people: Sequence[DuePerson], month: date
) -> Iterator[tuple[bool, date, list[tuple[int, DuePerson]]]]:
    """Return (late from before the month, day, numbered people), in the order of the people."""

    def day_of(pair: tuple[int, DuePerson]) -> tuple[bool, date]:
        """Return what a person is put under: those late before the month first, then each day."""
        due_by = pair[1].due_by
        return (True, month) if due_by < month else (False, due_by)

    for (late, day), group in groupby(enumerate(people, 1), key=day_of):
        yield late, day, list(group)


def _draw_head(canvas: Canvas, title: str, shop: Shop, today: date, number: int) -> None:
    top = _HEIGHT - 32
    draw_line(canvas, title, Face.BOLD, 17, _LEFT, top, 420)
    named = translate("CallSheet", "Sheet {0}: number 12 is typed back as {0}-12").format(number)
    draw_line(canvas, named, Face.REGULAR, 8, _LEFT, top - 12, 420, TEXT2)
    draw_right(canvas, shop.name, Face.STRONG, 10, _RIGHT, top + 4, 320, PRIMARY)
    printed = translate("CallSheet", "printed on {0}").format(format_date(today))
    draw_right(canvas, printed, Face.REGULAR, 8, _RIGHT, top - 8, 320, TEXT2)
    captions = {
        "number": translate("CallSheet", "No."),
        "plate": translate("CallSheet", "Vehicle"),
        "name": translate("CallSheet", "Who, and their phone"),
        "due": translate("CallSheet", "What is due, and by when"),
        "note": translate("CallSheet", "Last note"),
    }
    y = _TOP + 7
    for column, caption in captions.items():
        x, width = COLUMNS[column]
        draw_line(canvas, caption, Face.STRONG, 7.5, x, y, width, TEXT2)
    x, _ = COLUMNS["boxes"]
    for place, (outcome, key) in enumerate(OUTCOME_KEYS.items()):
        middle = x + (place + 0.5) * BOX_WIDTH
        draw_centred(canvas, key, Face.STRONG, 8, middle, y + 14, 20, PRIMARY)
        for number, line in enumerate(break_lines(outcome_words(outcome), 5.9, BOX_WIDTH, 2)):
            text = "".join(run.text for run in line)
            draw_centred(
                canvas, text, Face.REGULAR, 5.9, middle, y + 6.6 - 6.8 * number, BOX_WIDTH + 2, TEXT2
            )
    canvas.setStrokeColorRGB(*LINE2)
    canvas.setLineWidth(0.8)
    canvas.line(_LEFT, _TOP + 2, _RIGHT, _TOP + 2)
    foot = translate("CallSheet", "Tick what came of it. Type it back by number and key, or with the form.")
    draw_line(canvas, foot, Face.REGULAR, 8, _LEFT, _FOOT_AT, 600, TEXT2)
