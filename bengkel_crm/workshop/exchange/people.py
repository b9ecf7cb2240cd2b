"""Who is who in a book: the same customer on many rows, spelled in many ways, is one customer.

Two rows mean one customer when they share the name and a phone number, or the name and a plate. The name
alone proves nothing: many people are called Budi, and a company's drivers each leave their own number.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bengkel_crm.names import read_name
from bengkel_crm.phones import match_key
from bengkel_crm.records import CustomerKind, Phone
from bengkel_crm.workshop.exchange.entries import Person

_SHORTEST_WITH_SLIP = 6


@dataclass(slots=True)
class Customer:
    """One customer of the book; `id` is known for one of the shop file, and given when written.

    `known_ids` has more than one where the book shows that customers of the shop file are the same.
    """

    id: int | None
    known_ids: frozenset[int]
    name: str = ""
    honorific: str | None = None
    kind: CustomerKind = CustomerKind.PERSON
    phones: tuple[Phone, ...] = ()
    address: str | None = None
    contact: str | None = None

    @property
    def is_new(self) -> bool:
        return not self.known_ids


@dataclass(slots=True)
class _Group:
    """All that was said of one customer, in the order of time."""

    known_ids: set[int] = field(default_factory=set)
    mentions: list[Person] = field(default_factory=list)
    customer: Customer | None = None


class People:
    """Joins mentions into customers. First everything is told, then `customer_of` answers.

    A mention is known by a handle: equal handles are one customer for sure, others may turn out to be.
    """

    def __init__(self) -> None:
        self._parents: list[int] = []
        self._known: dict[int, int] = {}
        self._by_name: dict[tuple[str, str], int] = {}
        self._by_person: dict[tuple[int, str], int] = {}
        self._keys_of_plate: dict[str, dict[str, set[str]]] = {}
        self._mentions: list[tuple[int, Person]] = []
        self._groups: dict[int, _Group] = {}

    def add_known(
        self, customer_id: int, key: str, phone_keys: Iterable[str], plate_keys: Iterable[str]
    ) -> None:
        """Tell of a customer of the shop file."""
        node = self._node_of_known(customer_id)
        for other in (*phone_keys, *plate_keys):
            self._join_under(key, other, node)

    def add_mention(self, person: Person, plate: str) -> int:
        """Tell of a row that names a person beside a plate, older rows first; return its handle."""
        node = self._node_of(person, plate)
        self._mentions.append((node, person))
        return node

    def add_match(self, person: Person, plate: str, customer_id: int) -> None:
        """Tell that a person of the book is a customer of the shop file, whatever its name there by now."""
        self._join(self._node_of(person, plate), self._node_of_known(customer_id))

    def customer_of(self, handle: int) -> Customer:
        """Return the customer a mention means."""
        if not self._groups:
            self._settle()
        group = self._groups[self._root(handle)]
        if group.customer is None:
            group.customer = _describe(group)
        return group.customer

    def _node_of_known(self, customer_id: int) -> int:
        if customer_id not in self._known:
            self._known[customer_id] = self._new_node()
        return self._known[customer_id]

    def _node_of(self, person: Person, plate: str) -> int:
        # Equal cells were read into one and the same person.
        known = self._by_person.get((id(person), plate))
        if known is not None:
            return known
        node = self._join_under(person.key, plate, self._by_name.get((person.key, plate)))
        keys = [match_key(phone.e164) if phone.e164 else phone.typed for phone in person.phones]
        for key in keys:
            self._join_under(person.key, key, node)
        self._keys_of_plate.setdefault(plate, {}).setdefault(person.key, set()).update(keys)
        self._by_person[id(person), plate] = node
        return node

    def _join_under(self, key: str, other: str, node: int | None) -> int:
        """Join a node with the one that stands for a name beside a phone or a plate, and return it."""
        standing = self._by_name.get((key, other))
        if node is None:
            node = self._new_node() if standing is None else standing
        if standing is None:
            self._by_name[key, other] = node
        elif standing != node:
            self._join(standing, node)
        return node

    def _new_node(self) -> int:
        self._parents.append(len(self._parents))
        return len(self._parents) - 1

    def _root(self, node: int) -> int:
        parents = self._parents
        while parents[node] != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    def _join(self, one: int, other: int) -> None:
        one, other = self._root(one), self._root(other)
        if one != other:
            self._parents[max(one, other)] = min(one, other)

    def _settle(self) -> None:
        for plate, keys in self._keys_of_plate.items():
            if len(keys) > 1:
                self._join_spellings(plate, keys)
        for customer_id, node in self._known.items():
            self._groups.setdefault(self._root(node), _Group()).known_ids.add(customer_id)
        for node, person in self._mentions:
            root = self._root(node)
            if root not in self._groups:
                self._groups[root] = _Group()
            self._groups[root].mentions.append(person)

    def _join_spellings(self, plate: str, keys: dict[str, set[str]]) -> None:
        """Join the names beside one plate that are one name with a slip of the pen, or half of it."""
        names = list(keys)
        for index, one in enumerate(names):
            for other in names[index + 1 :]:
                share = bool(keys[one] & keys[other])
                if not share and keys[one] and keys[other]:
                    continue  # different phones: different people, however alike the names
                is_half = _is_part(one, other) or _is_part(other, one)
                if is_half or _is_slip(one, other) or (share and _is_wrong_letter(one, other)):
                    self._join(self._by_name[one, plate], self._by_name[other, plate])


def _is_part(some: str, whole: str) -> bool:
    """Tell whether a name is some words of a longer one: "Andi" of "Andi Gunawan"."""
    words = set(some.split())
    return words < set(whole.split()) and any(len(word) > 2 for word in words)


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two names differ by a letter missing or too many, or by two neighbours swapped."""
    left, right = _without_common_start(one, other)
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:] and len(left) > 1
    return min(len(one), len(other)) >= _SHORTEST_WITH_SLIP and (
        left[1:] == right or left == right[1:] or swapped
    )


def _is_wrong_letter(one: str, other: str) -> bool:
    """Tell whether one letter of a long word is wrong; in short ones it makes another name: Dedi and Dewi."""
    left, right = _without_common_start(one, other)
    word = next((word for word, twin in zip(one.split(), other.split(), strict=False) if word != twin), "")
    return left[1:] == right[1:] and len(word) >= _SHORTEST_WITH_SLIP


def _without_common_start(one: str, other: str) -> tuple[str, str]:
    start = 0
    for letter, twin in zip(one, other, strict=False):
        if letter != twin:
            break
        start += 1
    return one[start:], other[start:]


def _describe(group: _Group) -> Customer:
    """Return the customer of a group: the best spelling, all phones with the latest first."""
    mentions = group.mentions
    phones: dict[str, Phone] = {}
    for person in reversed(mentions):
        for phone in person.phones:
            phones.setdefault(phone.e164 or phone.typed, phone)
    name, honorific, kind = _best_name(mentions)
    return Customer(
        id=min(group.known_ids, default=None),
        known_ids=frozenset(group.known_ids),
        name=name,
        honorific=honorific,
        kind=kind,
        phones=tuple(phones.values()),
        address=_latest([person.address for person in mentions]),
        contact=_latest([person.contact for person in mentions]),
    )


def _latest(texts: list[str | None]) -> str | None:
    return next((text for text in reversed(texts) if text), None)


def _best_name(mentions: list[Person]) -> tuple[str, str | None, CustomerKind]:
    """Return the display name, the commonest way to address, and whether it is a company."""
    if not mentions:
        return "", None, CustomerKind.PERSON
    key_of = {person.name: person.key for person in mentions}
    counts = Counter([person.name for person in mentions])
    names = {text: read_name(text) for text in counts}
    keys: Counter[str] = Counter()
    honorifics: Counter[str] = Counter()
    for text, count in counts.items():
        keys[key_of[text]] += count
        if (honorific := names[text].honorific) is not None:
            honorifics[honorific] += count
    fullest = next(iter(keys))
    if len(keys) > 1:
        fullest = max(keys, key=lambda key: (sum(_is_part(other, key) for other in keys), keys[key]))
    spellings = [text for text in counts if key_of[text] == fullest]
    best = max(spellings, key=lambda text: (_case_kept(text), counts[text]))
    commonest = honorifics.most_common(1)
    return names[best].display, commonest[0][0] if commonest else None, names[best].kind


def _case_kept(text: str) -> float:
    """Return the share of words that are neither all capitals nor all small, and so keep their own case."""
    words = [word for word in text.split(",")[0].split() if len(word) > 2]
    kept = sum(1 for word in words if not word.isupper() and not word.islower())
    return kept / len(words) if words else 0.0
