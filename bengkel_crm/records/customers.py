"""Customers, their wishes, and what the shop noted about them."""

from dataclasses import dataclass
from datetime import date

from bengkel_crm.trade.kinds import CustomerKind
from bengkel_crm.trade.phones import Phone


@dataclass(frozen=True, slots=True)
class ContactWishes:
    """Since when a customer does not want to be contacted, and since when promotion is allowed."""

    no_contact_since: date | None = None
    promotion_consent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody who owns a vehicle or paid for work, a person or a company."""

    id: int
    name: str
    honorific: str | None
    kind: CustomerKind
    contact_person: str | None
    address: str | None
    phones: tuple[Phone, ...]
    wishes: ContactWishes = ContactWishes()

    @property
    def good_phones(self) -> tuple[Phone, ...]:
        """Return the numbers that are not known to be wrong."""
        return tuple(phone for phone in self.phones if phone.wrong_since is None)


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """A customer as typed; `phones` as typed, one number each. None for `wishes` leaves them as they are."""

    name: str
    phones: tuple[str, ...] = ()
    kind: CustomerKind | None = None
    contact_person: str | None = None
    address: str | None = None
    wishes: ContactWishes | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a vehicle, with the day on which it was written."""

    id: int
    text: str
    written_on: date
