"""One person on the call sheet: as many vehicles as are due, one number, one row of boxes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from bengkel_crm.i18n import format_date, format_km, format_until, translate
from bengkel_crm.phones import format_phone
from bengkel_crm.reminder_records import DueItem, DuePerson, DueSubject
from bengkel_crm.reminder_words import OUTCOME_KEYS, item_words, person_name
from bengkel_crm.reports.drawing import (
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
from bengkel_crm.reports.pdf_fonts import Face
from bengkel_crm.reports.pdf_text import Line, break_lines

BOX_WIDTH = 29.0
# Left edge and width of each column.
COLUMNS = {
    "number": (28.0, 24.0),
    "plate": (56.0, 98.0),
    "name": (160.0, 136.0),
    "due": (302.0, 212.0),
    "note": (524.0, 108.0),
    "boxes": (640.0, 6 * BOX_WIDTH),
}
_RIGHT = COLUMNS["boxes"][0] + COLUMNS["boxes"][1]
_PADDING = 5.0
_ITEM_HEIGHT = 11.5
_DETAIL_HEIGHT = 9.8
_VEHICLE_HEIGHT = 29.0
_PHONE_HEIGHT = 13.0
_NOTE_HEIGHT = 9.5
_LEAST_HEIGHT = 35.0
_MOST_ITEMS, _MOST_PHONES, _MOST_NOTE_LINES = 8, 3, 5
_BOX = 13.0
# An estimate to the kilometre would look like a reading.
_KM_STEP = 10


class _Item(NamedTuple):
    """What is due and by when; `how` says more of it, or nothing."""

    what: str
    when: str
    how: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class _Vehicle:
    """One vehicle with what it is due for, urgent first; `more` items did not fit."""

    plate: str
    vehicle: str
    items: tuple[_Item, ...]
    more: int
    last: str

    @property
    def height(self) -> float:
        details = sum(bool(item.how) for item in self.items) + bool(self.last or self.more)
        return max(_VEHICLE_HEIGHT, len(self.items) * _ITEM_HEIGHT + details * _DETAIL_HEIGHT) + 2


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
        vehicles = sum([vehicle.height for vehicle in self.vehicles])
        phones = 13 + _PHONE_HEIGHT * len(self.phones)
        note = _NOTE_HEIGHT * len(self.note)
        return max(vehicles, phones, note, _LEAST_HEIGHT) + 2 * _PADDING

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
        draw_line(canvas, str(self.number), Face.STRONG, 10, x, top - 11, width, TEXT2)
        x, width = COLUMNS["name"]
        name = translate("CallSheet", "{0} (continued)").format(self.name) if self.continued else self.name
        draw_line(canvas, name, Face.STRONG, 9.5, x, top - 11, width)
        for place, phone in enumerate(self.phones):
            face = Face.STRONG if place == 0 else Face.REGULAR
            draw_line(canvas, phone, face, 10, x, top - 24.5 - place * _PHONE_HEIGHT, width)
        if not self.phones:
            none = translate("CallSheet", "no phone number")
            draw_line(canvas, none, Face.REGULAR, 8.5, x, top - 24, width, TEXT3)
        x, width = COLUMNS["note"]
        for place, line in enumerate(self.note):
            draw_runs(canvas, line, 7.5, x, top - 9 - place * _NOTE_HEIGHT, TEXT2)

    def _draw_vehicles(self, canvas: Canvas, top: float) -> None:
        for vehicle in self.vehicles:
            x, width = COLUMNS["plate"]
            draw_plate(canvas, measure_plate(vehicle.plate, 17, width), x, top - 17)
            draw_line(canvas, vehicle.vehicle, Face.REGULAR, 7.5, x, top - 27, width, TEXT2)
            x, width = COLUMNS["due"]
            y = top - 9
            for item in vehicle.items:
                draw_line(canvas, item.what, Face.STRONG, 8.5, x, y, width - 62)
                colour = BAD if item.is_late else TEXT
                draw_right(canvas, item.when, Face.STRONG, 8.5, x + width, y, 60, colour)
                if item.how:
                    y -= _DETAIL_HEIGHT
                    draw_line(canvas, item.how, Face.REGULAR, 7.5, x, y, width, TEXT2)
                y -= _ITEM_HEIGHT
            last = vehicle.last
            if vehicle.more:
                last = joined((translate("CallSheet", "%n more", vehicle.more), last))
            draw_line(canvas, last, Face.REGULAR, 7.5, x, y + _ITEM_HEIGHT - _DETAIL_HEIGHT, width, TEXT3)
            top -= vehicle.height

    def _draw_boxes(self, canvas: Canvas, top: float) -> None:
        x, width = COLUMNS["boxes"]
        for place in range(len(OUTCOME_KEYS)):
            draw_box(canvas, x + (place + 0.5) * BOX_WIDTH - _BOX / 2, top - _BOX - 1, _BOX)
        base = top - 32
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
        note=break_lines(person.last_note or "", 7.5, COLUMNS["note"][1], _MOST_NOTE_LINES),
        vehicles=tuple(_vehicle(list(items), today) for _, items in by_vehicle),
    )


def _place(item: DueItem, items: Sequence[DueItem]) -> int:
    """Return where the most urgent item of the same vehicle stands."""
    return next(place for place, other in enumerate(items) if other.vehicle_id == item.vehicle_id)


def _vehicle(items: list[DueItem], today: date) -> _Vehicle:
    first = items[0]
    last = ""
    if first.last_on is not None:
        km = None if first.last_odometer_km is None else format_km(first.last_odometer_km)
        last = joined((translate("CallSheet", "last here {0}").format(format_date(first.last_on)), km))
    return _Vehicle(
        plate=first.plate,
        vehicle=first.vehicle,
        items=tuple(
            _Item(
                what=item_words(item),
                when=format_date(item.due_by),
                # Said once a vehicle: the rest is as late as its date says.
                how=_how(item, today) if place == 0 or item.subject is DueSubject.SLIPPING else "",
                is_late=item.due_by < today,
            )
            for place, item in enumerate(items[:_MOST_ITEMS])
        ),
        more=max(0, len(items) - _MOST_ITEMS),
        last=last,
    )


def _how(item: DueItem, today: date) -> str:
    """Return how late something is, with the km it is counted by."""
    if item.subject is DueSubject.SLIPPING and item.rhythm_days is not None and item.last_on is not None:
        words = translate("Reminders", "usually every {0} days, now {1}")
        return words.format(item.rhythm_days, (today - item.last_on).days)
    km = None
    if item.due_km is not None:
        km = translate("CallSheet", "at {0}").format(format_km(item.due_km))
        if item.km_today is not None:
            now = format_km(round(item.km_today / _KM_STEP) * _KM_STEP)
            km = translate("CallSheet", "at {0}, now about {1}").format(format_km(item.due_km), now)
    return joined((format_until(item.due_by, today), km))
