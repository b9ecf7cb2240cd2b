"""A month as its owner looks at it: sums, who came and who stayed away, and every line of work."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bengkel_crm.records.response_figures import Sums


class CustomerState(StrEnum):
    """What a month made of a customer.

    NEW came for the first time; RETURNING came and had come before; LOST did not come, and the usual pause
    of one of their vehicles ran out.
    """

    NEW = "new"
    RETURNING = "returning"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class MonthSums:
    """One month in a line; `unknown` are visits of vehicles nobody is known to own."""

    month: date
    work_orders: int
    vehicles: int
    rupiah: int
    new: int
    returning: int
    lost: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Share:
    """What one kind of work, mechanic or sort of goods brought: in how many visits, and how much."""

    name: str
    work_orders: int
    rupiah: int
    rupiah_before: int


@dataclass(frozen=True, slots=True)
class MonthCustomer:
    """A customer of the month; `plates` those that came, or whose pause ran out."""

    state: CustomerState
    name: str
    phones: str
    plates: tuple[str, ...]
    visits: int
    rupiah: int
    last_on: date


@dataclass(frozen=True, slots=True)
class SoldLine:
    """One line of a work order of the month, with all that belongs to it: rows to count and to sum.

    `opens` is 1 on the first line of each work order and 0 on the others, so that its sum counts visits.
    `kind` is None for what the total of a work order says beyond its lines.
    """

    date: date
    number: str
    plate: str
    vehicle_kind: str
    brand: str | None
    model: str | None
    owner: str | None
    state: CustomerState | None
    mechanic: str | None
    kind: str | None
    job_kind: str | None
    category: str | None
    text: str
    quantity: float
    price_rupiah: int
    rupiah: int
    opens: int


@dataclass(frozen=True, slots=True)
class OwnerMonth:
    """All of a month but its lines.

    `months` are thirteen, the oldest first, this one last; `days` and `days_before` hold the income of days
    on which there was any, of this month and the one before. Shares begin with the most.
    """

    month: date
    shop: str
    months: tuple[MonthSums, ...]
    days: Mapping[date, int]
    days_before: Mapping[date, int]
    job_kinds: tuple[Share, ...]
    mechanics: tuple[Share, ...]
    kinds: tuple[Share, ...]
    customers: tuple[MonthCustomer, ...]
    reminded: Sums
    untouched: Sums
    answer_days: int
    line_count: int
