"""Who is who in a book: the same customer on many rows, spelled in many ways, is one customer.

Two rows mean one customer when they share the name and a phone number, or the name and a plate. The name
alone proves nothing: many people are called Budi, and a company's drivers each leave their own number. Only
in a list of customers a name without a phone is the same as one of the same address.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bengkel_crm.trade.kinds import CustomerKind
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.phones import Phone, is_words, match_key
from bengkel_crm.workshop.exchange.rows.entries import More, Person, merged
from bengkel_crm.workshop.exchange.rows.spellings import best_name, is_part, is_slip, is_wrong_letter

# Before what tells a customer apart other than by a phone or a plate; neither begins with them.
_ADDRESS, _REF = "=", "#"
# Between a name and what stands beside it, in the key of a customer; a name has none.
_BESIDE = "|"
# A plate with more names stands for all who have none; comparing each with each would take for ever.
_MOST_SPELLINGS = 50


@dataclass(slots=True)
class BookCustomer:
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
    more: More = ()

    @property
    def is_new(self) -> bool:
        """Whether nobody whom the shop knows is the same person."""
        return not self.known_ids


@dataclass(slots=True)
class Mention:
    """A row of the book that names a person beside a plate, or "" alone; `node` stands for the person."""

    node: int
    person: Person
    plate: str
    sheet: str
    row: int

    @property
    def place(self) -> tuple[str, int]:
        """The sheet and the row in which he is named."""
        return self.sheet, self.row


@dataclass(slots=True)
class Mentions:
    """All that was said of one customer, in the order of time."""

    known_ids: set[int] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    customer: BookCustomer | None = None

    @property
    def key(self) -> str:
        """What names the customer in the decisions of a clerk."""
        if self.known_ids:
            return f"{_BESIDE}{min(self.known_ids)}"
        mention = self.mentions[0]
        beside = [*_phone_keys(mention.person), mention.plate or _address_key(mention.person.address)]
        return f"{mention.person.key}{_BESIDE}{beside[0]}"


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
        self._mentions: list[Mention] = []
        # Those without a phone: of the shop file, and of lists of customers with the number they have there.
        self._known_by_address: dict[tuple[str, str], int] = {}
        self._by_address: dict[tuple[str, str], list[tuple[str | None, int]]] = {}
        self._near: list[tuple[int, int]] = []
        self._is_joined = False
        self._groups: dict[int, Mentions] = {}
        # By handle, as far as they were asked for.
        self._customers: dict[int, BookCustomer] = {}

    def add_known(
        self,
        customer_id: int,
        key: str,
        phone_keys: Iterable[str],
        plate_keys: Iterable[str],
        address: str | None = None,
    ) -> None:
        """Tell of a customer of the shop file."""
        node = self._node_of_known(customer_id)
        beside = [*phone_keys]
        if not beside:
            self._known_by_address.setdefault((key, _address_key(address)), node)
        for other in (*beside, *plate_keys):
            self._join_under(key, other, node)

    def add_mention(self, person: Person, plate: str, sheet: str = "", row: int = 0) -> int:
        """Tell of a row that names a person beside a plate, older rows first; return its handle."""
        node = self._node_of(person, plate)
        self._mentions.append(Mention(node, person, plate, sheet, row))
        return node

    def add_match(self, person: Person, plate: str, customer_id: int) -> None:
        """Tell that a person of the book is a customer of the shop file, whatever its name there by now."""
        self._join(self._node_of(person, plate), self._node_of_known(customer_id))

    def tie(self, person: Person, plate: str) -> None:
        """Tell that the name and the number of a person belong beside a plate; that is no mention of it."""
        self._node_of(person, plate)

    def join_same(self, keys: Iterable[tuple[str, str]]) -> None:
        """Join customers of whom a clerk says that they are one; a key that nobody has is passed over."""
        self._join_what_is_one()
        for one, other in keys:
            nodes = [self._node_of_key(key) for key in (one, other)]
            if nodes[0] is not None and nodes[1] is not None:
                self._join(nodes[0], nodes[1])
        self._groups = {}

    def customer_of(self, handle: int) -> BookCustomer:
        """Return the customer a mention means."""
        if not self._groups:
            self._settle()
        found = self._customers.get(handle)
        if found is None:
            found = self._customers[handle] = describe(self._groups[self._root(handle)])
        return found

    def customer_named(self, person: Person, plate: str) -> BookCustomer:
        """Return the customer whom a row that was told of names beside its plate."""
        return self.customer_of(self._node_of(person, plate))

    def groups(self) -> list[Mentions]:
        """Return all customers, as far as they are joined."""
        if not self._groups:
            self._settle()
        return list(self._groups.values())

    def near(self) -> list[tuple[Mentions, Mentions]]:
        """Return pairs beside one plate whose names are nearly the same, and whose phones are not."""
        self.groups()
        pairs = [
            (self._groups.get(self._root(one)), self._groups.get(self._root(other)))
            for one, other in self._near
        ]
        return [(one, other) for one, other in pairs if one is not None and other is not None]

    def _node_of_known(self, customer_id: int) -> int:
        if customer_id not in self._known:
            self._known[customer_id] = self._new_node()
        return self._known[customer_id]

    def _node_of(self, person: Person, plate: str) -> int:
        # Equal cells were read into one and the same person.
        known = self._by_person.get((id(person), plate))
        if known is not None:
            return known
        keys = _phone_keys(person)
        beside = [*keys, f"{_REF}{person.ref}"] if person.ref is not None else keys
        node = self._join_under(person.key, plate, self._by_name.get((person.key, plate))) if plate else None
        for key in beside:
            node = self._join_under(person.key, key, node)
        if plate:
            self._keys_of_plate.setdefault(plate, {}).setdefault(person.key, set()).update(keys)
        if node is None:
            node = self._new_node()
        if not plate and not keys:
            address = (person.key, _address_key(person.address))
            self._by_address.setdefault(address, []).append((person.ref, node))
            self._by_name.setdefault(address, node)
        self._by_person[id(person), plate] = node
        return node

    def _node_of_key(self, key: str) -> int | None:
        name, _, beside = key.partition(_BESIDE)
        if name or not beside.isdecimal():
            return self._by_name.get((name, beside))
        return self._known.get(int(beside))

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
        self._join_what_is_one()
        self._customers = {}
        for customer_id, node in self._known.items():
            self._groups.setdefault(self._root(node), Mentions()).known_ids.add(customer_id)
        for mention in self._mentions:
            root = self._root(mention.node)
            if root not in self._groups:
                self._groups[root] = Mentions()
            self._groups[root].mentions.append(mention)

    def _join_what_is_one(self) -> None:
        """Join what the whole book shows to be one, once everything was told."""
        if self._is_joined:
            return
        self._is_joined = True
        for plate, keys in self._keys_of_plate.items():
            if 1 < len(keys) <= _MOST_SPELLINGS:
                self._join_spellings(plate, keys)
        for address, told in self._by_address.items():
            # The book tells those apart that it numbers differently.
            is_one = len({ref for ref, _ in told if ref is not None}) <= 1
            nodes = [node for ref, node in told if is_one or ref is None]
            if address in self._known_by_address:
                nodes.append(self._known_by_address[address])
            for node in nodes[1:]:
                self._join(nodes[0], node)

    def _join_spellings(self, plate: str, keys: dict[str, set[str]]) -> None:
        """Join the names beside one plate that are one name with a slip of the pen, or half of it."""
        names = list(keys)
        for index, one in enumerate(names):
            for other in names[index + 1 :]:
                share = bool(keys[one] & keys[other])
                is_half = is_part(one, other) or is_part(other, one)
                if is_half or is_slip(one, other) or (share and is_wrong_letter(one, other)):
                    nodes = self._by_name[one, plate], self._by_name[other, plate]
                    if share or not keys[one] or not keys[other]:
                        self._join(*nodes)
                    else:
                        # Different phones: different people, as far as the book alone can tell.
                        self._near.append(nodes)


def _phone_keys(person: Person) -> list[str]:
    return [
        match_key(phone.e164) if phone.e164 else phone.typed for phone in person.phones if not is_words(phone)
    ]


def _address_key(address: str | None) -> str:
    return _ADDRESS + fold(address or "")


def describe(group: Mentions) -> BookCustomer:
    """Return the customer of a group: the best spelling, all phones with the latest first."""
    if group.customer is None:
        group.customer = _described(group)
    return group.customer


def _described(group: Mentions) -> BookCustomer:
    mentions = [mention.person for mention in group.mentions]
    phones: dict[str, Phone] = {}
    for person in reversed(mentions):
        for phone in person.phones:
            phones.setdefault(phone.e164 or phone.typed, phone)
    name, honorific, kind = best_name(mentions)
    return BookCustomer(
        id=min(group.known_ids, default=None),
        known_ids=frozenset(group.known_ids),
        name=name,
        honorific=honorific,
        kind=kind,
        phones=tuple(phones.values()),
        address=_latest([person.address for person in mentions]),
        contact=_latest([person.contact for person in mentions]),
        more=merged(person.more for person in reversed(mentions)),
    )


def _latest(texts: list[str | None]) -> str | None:
    return next((text for text in reversed(texts) if text), None)
