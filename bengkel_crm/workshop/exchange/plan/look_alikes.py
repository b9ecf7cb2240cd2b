"""Customers who may be one, for a clerk to say: the same name, the same phone, nearly the same name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.db.exchange.imports import KnownCustomer
from bengkel_crm.trade.phones import format_phone, match_key
from bengkel_crm.workshop.exchange.plan.people import Mentions, People, describe

# More than that share a name because it is common, and a number because it is the shop's own.
_MOST_OF_A_NAME, _MOST_OF_A_PHONE = 3, 4
_MOST_PAIRS, _MOST_ROWS = 200, 20


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two customers who may be one; `key` in `Choices.same_customers` makes them one.

    `names` are as the book and the shop file write them, each with its first `phones`, "" where there is
    none; `rows` are where the book does, by sheet and row.
    """

    key: tuple[str, str]
    names: tuple[str, ...]
    phones: tuple[str, ...]
    rows: tuple[tuple[str, int], ...]


def find_look_alikes(
    people: People, known: Mapping[int, KnownCustomer], check: Check | None = None
) -> tuple[LookAlike, ...]:
    """Return pairs of customers who may be one, the likeliest first; two of the shop file are none.

    Raises:
        Cancelled: `check`, which is asked meanwhile, raised it.
    """
    groups = people.groups()
    by_phone: dict[str, list[Mentions]] = {}
    by_name: dict[str, list[Mentions]] = {}
    for group in asking(groups, check):
        ours = [known[customer_id] for customer_id in group.known_ids if customer_id in known]
        persons = [mention.person for mention in group.mentions]
        names = [*(person.key for person in persons), *(customer.name_key for customer in ours)]
        for name in dict.fromkeys(names):
            by_name.setdefault(name, []).append(group)
        phones = [match_key(phone.e164) for person in persons for phone in person.phones if phone.e164]
        phones += [key for customer in ours for key in customer.phone_keys]
        for phone in dict.fromkeys(phones):
            by_phone.setdefault(phone, []).append(group)
    pairs = chain(
        _pairs(by_phone.values(), _MOST_OF_A_PHONE), people.near(), _pairs(by_name.values(), _MOST_OF_A_NAME)
    )
    found: dict[tuple[str, str], LookAlike] = {}
    for one, other in pairs:
        if one is other or (one.known_ids and other.known_ids):
            continue
        key = (one.key, other.key)
        if key not in found and (other.key, one.key) not in found:
            both = (one, other)
            called = tuple(_name(group, known) for group in both)
            reached = tuple(_phone(group, known) for group in both)
            found[key] = LookAlike(key, called, reached, _rows(one, other))
        if len(found) >= _MOST_PAIRS:
            break
    return tuple(found.values())


def _pairs(alike: Iterable[list[Mentions]], most: int) -> Iterator[tuple[Mentions, Mentions]]:
    for groups in alike:
        if 1 < len(groups) <= most:
            for other in groups[1:]:
                yield groups[0], other


def _name(group: Mentions, known: Mapping[int, KnownCustomer]) -> str:
    names = [known[customer_id].name for customer_id in sorted(group.known_ids) if customer_id in known]
    return names[0] if names else describe(group).name


def _phone(group: Mentions, known: Mapping[int, KnownCustomer]) -> str:
    """Return the first phone the book tells of a customer, else how one in the shop file ends."""
    phones = (phone for mention in group.mentions for phone in mention.person.phones)
    phone = next(phones, None)
    if phone is not None:
        return format_phone(phone)
    ours = (known[customer_id] for customer_id in sorted(group.known_ids) if customer_id in known)
    keys = (key for customer in ours for key in customer.phone_keys)
    return next((f"…{key[-4:]}" for key in keys), "")


def _rows(one: Mentions, other: Mentions) -> tuple[tuple[str, int], ...]:
    places = {mention.place for group in (one, other) for mention in group.mentions}
    return tuple(sorted(places)[:_MOST_ROWS])
