"""What the rooms hand each other about reminders: who is due, what was sent, what came of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bengkel_crm.base.languages import FIRST_LANGUAGE
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.phones import Phone


@dataclass(frozen=True, slots=True)
class DueRow:
    """One vehicle whose next job falls due."""

    vehicle_id: int
    plate: str
    owner: str | None
    phone: str | None
    vehicle: str
    job_kind: str
    due_by: date
    due_on: date | None
    due_km: int | None


class DueSubject(StrEnum):
    """Why somebody is reminded: a job, the yearly tax, the five-yearly plate, or a broken habit."""

    JOB = "job"
    STNK_TAX = "stnk_tax"
    STNK_PLATE = "stnk_plate"
    SLIPPING = "slipping"


class Channel(StrEnum):
    """How somebody was reached."""

    CALL = "call"
    WHATSAPP = "whatsapp"
    LETTER = "letter"
    VISIT = "visit"


class Direction(StrEnum):
    """Who spoke to whom: the shop to the customer, or the other way round."""

    OUT = "out"
    IN = "in"


class Outcome(StrEnum):
    """What came of a contact, as the clerk is told; that they came is measured, never typed."""

    WILL_COME = "will_come"
    LATER = "later"
    SOLD = "sold"
    WRONG_NUMBER = "wrong_number"
    NO_CONTACT = "no_contact"
    NO_ANSWER = "no_answer"


class SkipReason(StrEnum):
    """Why somebody who is due is left out."""

    NO_CONTACT = "no_contact"
    SOLD = "sold"
    GONE = "gone"
    REMINDED = "reminded"
    SNOOZED = "snoozed"
    UNREACHABLE = "unreachable"


class Certainty(StrEnum):
    """How sure the km of today are: from two visits or more, or not known at all."""

    ESTIMATED = "estimated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing a vehicle is due for.

    `km_today` is an estimate from the vehicle's own visits; `visits` says from how many. For SLIPPING,
    `rhythm_days` is the usual time between two visits and `due_by` the day they were expected by.
    """

    vehicle_id: int
    plate: str
    vehicle: str
    kind: VehicleKind
    subject: DueSubject
    job_kind_id: int | None
    job_kind_code: str | None
    job_kind: str | None
    due_by: date
    due_on: date | None
    due_km: int | None
    last_on: date | None
    last_odometer_km: int | None
    km_today: int | None
    certainty: Certainty
    visits: int
    rhythm_days: int | None
    oil: str | None
    skip: SkipReason | None = None
    skip_since: date | None = None


@dataclass(frozen=True, slots=True)
class DuePerson:
    """Everybody gets one call and one letter, however many of their vehicles are due; urgent items first."""

    customer_id: int | None
    name: str | None
    honorific: str | None
    phones: tuple[Phone, ...]
    address: str | None
    items: tuple[DueItem, ...]
    last_note: str | None
    last_contact_on: date | None
    value_rupiah: int

    @property
    def due_by(self) -> date:
        """The first day on which something of his vehicles is due."""
        return min(item.due_by for item in self.items)


@dataclass(frozen=True, slots=True)
class ReminderFilter:
    """None means "all"; `area` is the region letters of the plate."""

    subject: DueSubject | None = None
    job_kind_id: int | None = None
    area: str | None = None
    reachable_by: Channel | None = None
    least_value_rupiah: int = 0


@dataclass(frozen=True, slots=True)
class OilNeed:
    """Litres of an engine oil the month will take, by what the due vehicles had last time."""

    name: str
    vehicles: int
    litres: float


@dataclass(frozen=True, slots=True)
class MonthList:
    """People due in a month by day, then urgency; those left out apart, each with the reason."""

    month: date
    people: tuple[DuePerson, ...]
    skipped: tuple[DuePerson, ...]
    job_counts: tuple[tuple[str, int], ...]
    oils: tuple[OilNeed, ...]


@dataclass(frozen=True, slots=True)
class ReminderDraft:
    """What is written down when somebody was reminded of some items through one channel.

    `dialled` is the number it was told at; None for the first that is not known to be wrong.
    """

    customer_id: int | None
    items: tuple[DueItem, ...]
    channel: Channel
    content: str
    dialled: Phone | None = None


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One call, letter or message with what came of it and what followed.

    `vehicles` are those it was about, by id and plate, without those in the bin.
    `answered_on` is the day a reminded vehicle came within the shop's answer time; the work order's total
    stands beside it.
    """

    contact_id: int
    at: datetime
    channel: Channel
    direction: Direction
    customer_id: int | None
    name: str | None
    plates: tuple[str, ...]
    subjects: tuple[str, ...]
    content: str
    outcome: Outcome | None
    snooze_until: date | None
    answered_on: date | None
    answered_rupiah: int
    vehicles: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """How one group of due vehicles behaved: those reminded, or those who were due and were not.

    `waiting` have not come and still have time to. A vehicle counts once in a group; one that was reminded
    of two jobs stands in two groups, so that groups may not be added up: the report has every sum.
    """

    month: date | None
    channel: Channel | None
    job_kind: str | None
    due: int
    reached: int
    came: int
    rupiah: int
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class ResponseReport:
    """`reminded` by month, channel and job kind; `untouched` the due who were not contacted, by month.

    `sums` are the reminded in all, by month, by channel and by job kind: what is left open is None.
    """

    answer_days: int
    reminded: tuple[ResponseRow, ...]
    untouched: tuple[ResponseRow, ...]
    sums: tuple[ResponseRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Shop:
    """What the shop's papers say of itself; `logo` is a picture's bytes.

    `language` is the code of the one in which it writes to its customers.
    """

    name: str
    address: str
    phone: str
    whatsapp: Phone | None
    logo: bytes | None
    language: str = FIRST_LANGUAGE


class TextKind(StrEnum):
    """The texts a shop can write itself."""

    WHATSAPP = "whatsapp"
    LETTER = "letter"
    TO_SHOP = "to_shop"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, ready to be drawn: nothing in it is markup; the phrases of `emphasis` stand out."""

    name: str
    address: str
    body: str
    qr_url: str | None
    phone: str = ""
    plates: tuple[str, ...] = ()
    emphasis: tuple[str, ...] = ()
    language: str = FIRST_LANGUAGE
