"""One person on the call sheet: as many vehicles as are due, one number, one row of boxes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from bengkel_crm.base.i18n import format_date, format_km, format_until, translate
from bengkel_crm.records.reminders import DueItem, DuePerson, DueSubject
from bengkel_crm.reports.paper.drawing import (
    BAD,
    EDGE,
    HAIR,
    LINE,
    TEXT,
    TEXT2,
    TEXT3,
    draw_box,
    draw_line,
    draw_plate,
    draw_right,
    draw_runs,
    joined,
    measure_plate,
)
from bengkel_crm.reports.paper.pdf_fonts import Face
from bengkel_crm.reports.paper.pdf_text import Line, break_lines, width_of
from bengkel_crm.trade.phones import format_phone
from bengkel_crm.words.reminders import OUTCOME_KEYS, item_words, person_name

BOX_WIDTH = 29.0
# Left edge and width of each column.
COLUMNS = {
    "number": (28.0, 22.0),
    "plate": (52.0, 94.0),
    "name": (152.0, 118.0),
    "due": (276.0, 258.0),
    "note": (542.0, 92.0),
    "boxes": (640.0, 6 * BOX_WIDTH),
}
_RIGHT = COLUMNS["boxes"][0] + COLUMNS["boxes"][1]
# One vehicle takes 30 points: fifteen people and the bands of their days fill a page.
_PADDING = 2.2
_DETAIL_SIZE, _DETAIL_HEIGHT = 7.0, 7.8
_FIRST_LINE = 8.2
_VEHICLE_HEIGHT, _BETWEEN = 25.6, 3.0
_PHONE_HEIGHT = 11.0
_NOTE_HEIGHT = 8.4
_MOST_ITEMS, _MOST_PHONES, _MOST_NOTE_LINES = 8, 3, 5
_BOX = 12.0
# An estimate to the kilometre would look like a reading.
_KM_STEP = 10


class _Item(NamedTuple):
    """What is due and by when."""

    what: str
    when: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class _Vehicle:
    """One vehicle with what it is due for, urgent first; `details` are the lines below the first item."""

    plate: str
    vehicle: str
    items: tuple[_Item, ...]
    details: tuple[str, ...]

    @property
    def height(self) -> float:
        """How much of the column it takes, in points."""
        return max(_VEHICLE_HEIGHT, _FIRST_LINE + len(self.details) * _DETAIL_HEIGHT + 2)


@dataclass(frozen=True, slots=True)
class Block:
    """One person, ready to be drawn; after a page's end the rest is told as continued."""

    number: int
    name: str
    phones: tuple[str, ...]
    note: tuple[Line, ...]
    vehicles: tuple[_Vehicle, ...]
    continued: bool = False

    @property
    def height(self) -> float:
        """How high the whole person stands, in points: his vehicles, phones and last remark."""
        vehicles = sum([vehicle.height + _BETWEEN for vehicle in self.vehicles]) - _BETWEEN
        phones = _FIRST_LINE + 2.5 + _PHONE_HEIGHT * len(self.phones)
        note = _NOTE_HEIGHT * len(self.note) + 1
        return max(vehicles, phones, note) + 2 * _PADDING

    def cut(self, room: float) -> "tuple[Block | None, Block | None]":
        """Return what of the block fits that height, and the rest."""
        if self.height <= room:
            return self, None
        for count in range(len(self.vehicles) - 1, 0, -1):
            part = replace(self, vehicles=self.vehicles[:count])
            if part.height <= room:
                rest = replace(
                    self, vehicles=self.vehicles[count:], note=(), phones=self.phones[:1], continued=True
                )
                return part, rest
        return None, self

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the block with its upper edge there, and the line that ends it."""
        y = top - _PADDING
        self._draw_person(canvas, y)
        self._draw_vehicles(canvas, y)
        if not self.continued:
            self._draw_boxes(canvas, y)
        canvas.setStrokeColorRGB(*LINE)
        canvas.setLineWidth(0.6)
        canvas.line(COLUMNS["number"][0], top - self.height, _RIGHT, top - self.height)

    def _draw_person(self, canvas: Canvas, top: float) -> None:
        x, width = COLUMNS["number"]
        draw_line(canvas, str(self.number), Face.STRONG, 9.5, x, top - _FIRST_LINE - 1, width, TEXT2)
        x, width = COLUMNS["name"]
        name = translate("CallSheet", "{0} (continued)").format(self.name) if self.continued else self.name
        draw_line(canvas, name, Face.STRONG, 9, x, top - _FIRST_LINE, width)
        for place, phone in enumerate(self.phones):
            face = Face.STRONG if place == 0 else Face.REGULAR
            y = top - _FIRST_LINE - (place + 1) * _PHONE_HEIGHT
            draw_line(canvas, phone, face, 9.5, x, y, width)
        if not self.phones:
            none = translate("CallSheet", "no phone number")
            draw_line(canvas, none, Face.REGULAR, 8, x, top - _FIRST_LINE - _PHONE_HEIGHT, width, TEXT3)
        x, width = COLUMNS["note"]
        for place, line in enumerate(self.note):
            draw_runs(canvas, line, 7, x, top - 7 - place * _NOTE_HEIGHT, TEXT2)

    def _draw_vehicles(self, canvas: Canvas, top: float) -> None:
        for vehicle in self.vehicles:
            x, width = COLUMNS["plate"]
            draw_plate(canvas, measure_plate(vehicle.plate, 15.5, width), x, top - 15.5)
            draw_line(canvas, vehicle.vehicle, Face.REGULAR, 7, x, top - 23.5, width, TEXT2)
            x, width = COLUMNS["due"]
            y = top - _FIRST_LINE
            for item in vehicle.items[:1]:
                draw_line(canvas, item.what, Face.STRONG, 8.5, x, y, width - 62)
                colour = BAD if item.is_late else TEXT
                draw_right(canvas, item.when, Face.STRONG, 8.5, x + width, y, 60, colour)
            for place, detail in enumerate(vehicle.details):
                below = y - (place + 1) * _DETAIL_HEIGHT
                draw_line(canvas, detail, Face.REGULAR, _DETAIL_SIZE, x, below, width, TEXT2)
            top -= vehicle.height + _BETWEEN

    def _draw_boxes(self, canvas: Canvas, top: float) -> None:
        x, width = COLUMNS["boxes"]
        for place in range(len(OUTCOME_KEYS)):
            draw_box(canvas, x + (place + 0.5) * BOX_WIDTH - _BOX / 2, top - _BOX, _BOX)
        base = top - 23.5
        label = translate("CallSheet", "Until / note")
        end = draw_line(canvas, label, Face.REGULAR, 6.5, x + 6, base, 60, TEXT3)
        canvas.setStrokeColorRGB(*EDGE)
        canvas.setLineWidth(HAIR)
        canvas.setDash(1, 1.6)
        canvas.line(end + 4, base - 1, x + width, base - 1)
        canvas.setDash()


def block_of(number: int, person: DuePerson, today: date) -> Block:
    """Return a person ready to be drawn, under that number."""
    by_vehicle = groupby(
        sorted(person.items, key=lambda item: _place(item, person.items)), key=lambda item: item.vehicle_id
    )
    return Block(
        number=number,
        name=person_name(person),
        phones=tuple(format_phone(phone) for phone in person.phones[:_MOST_PHONES]),
        note=break_lines(person.last_note or "", 7, COLUMNS["note"][1], _MOST_NOTE_LINES),
        vehicles=tuple(_vehicle(list(items), today) for _, items in by_vehicle),
    )


def _place(item: DueItem, items: Sequence[DueItem]) -> int:
    """Return where the most urgent item of the same vehicle stands."""
    return next(place for place, other in enumerate(items) if other.vehicle_id == item.vehicle_id)


def _vehicle(items: list[DueItem], today: date) -> _Vehicle:
    first = items[0]
    shown = [
        _Item(item_words(item), format_date(item.due_by), item.due_by < today) for item in items[:_MOST_ITEMS]
    ]
    parts = [*_how(first, today)]
    # Said once a vehicle: the rest is as late as its date says, but for a habit that broke.
    for item, told in zip(items[1:_MOST_ITEMS], shown[1:], strict=True):
        habit = _how(item, today) if item.subject is DueSubject.SLIPPING else ()
        parts += [translate("CallSheet", "also {0} {1}").format(told.what, told.when), *habit]
    if len(items) > _MOST_ITEMS:
        parts.append(translate("CallSheet", "%n more", len(items) - _MOST_ITEMS))
    if first.last_on is not None:
        parts.append(translate("CallSheet", "last here {0}").format(format_date(first.last_on)))
        if first.last_odometer_km is not None:
            parts.append(format_km(first.last_odometer_km))
    return _Vehicle(first.plate, first.vehicle, tuple(shown), _pack(parts, COLUMNS["due"][1]))


def _pack(parts: Sequence[str], room: float) -> tuple[str, ...]:
    """Return the parts in as few lines as they need, none of them parted."""
    lines: list[str] = []
    for part in parts:
        longer = joined((lines[-1], part)) if lines else ""
        if longer and width_of(longer, Face.REGULAR, _DETAIL_SIZE) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(lines)


def _how(item: DueItem, today: date) -> tuple[str, ...]:
    """Return how late something is, and the km it is counted by."""
    if item.subject is DueSubject.SLIPPING and item.rhythm_days is not None and item.last_on is not None:
        words = translate("Reminders", "usually every {0} days, now {1}")
        return (words.format(item.rhythm_days, (today - item.last_on).days),)
    late, km = format_until(item.due_by, today), ""
    if item.due_km is not None:
        km = translate("CallSheet", "at {0}").format(format_km(item.due_km))
        if item.km_today is not None:
            now = format_km(round(item.km_today / _KM_STEP) * _KM_STEP)
            km = translate("CallSheet", "at {0}, now about {1}").format(format_km(item.due_km), now)
    return (late, km) if km else (late,)
