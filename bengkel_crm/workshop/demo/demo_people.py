"""The people of a sample shop, what they drive, and the plates on it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from bengkel_crm.db.engine.bulk import BulkWriter
from bengkel_crm.trade.dates import add_months
from bengkel_crm.trade.names import name_key
from bengkel_crm.trade.phones import match_key, read_phones
from bengkel_crm.trade.plates import plate_key
from bengkel_crm.workshop.demo import demo_words as words
from bengkel_crm.workshop.demo.demo_words import DemoVisit, Model

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_MODELS = [model for model in words.MODELS for _ in range(model.weight)]
_CARS = [model for model in _MODELS if model.plan in ("car", "diesel")]


@dataclass(slots=True)
class DemoCustomer:
    """A customer already written; `phone` is as typed."""

    id: int
    phone: str | None
    address: str | None


@dataclass(slots=True)
class Member:
    """One vehicle of the shop and how it is used, while its years go by."""

    vehicle_id: int
    owner_id: int
    model: Model
    joined: int
    km: float
    km_per_day: float
    seen: int
    loyalty: float
    earlier_owner_id: int | None = None
    sold: int = 0
    visits: int = 0
    oil_km: float = -1e9
    mechanic: int = 0
    oil: int = 0
    script: dict[int, DemoVisit] = field(default_factory=dict)


class Registrar:
    """Thinks up customers and vehicles and writes them."""

    def __init__(
        self, random: Random, writer: BulkWriter, taken_plates: set[str], firms: int, today: date
    ) -> None:
        self._random = random
        self._today = today.toordinal()
        self._writer = writer
        self._plates = taken_plates
        self._persons: list[DemoCustomer] = []
        self._firms = [self._add_firm() for _ in range(firms)]

    def join(self, day: int) -> Member:
        """Add a vehicle that comes to the shop for the first time on a day (as an ordinal)."""
        chance = self._random.random
        owner, model = self._owner_and_model()
        pace = model.km_per_day * (0.55 + 0.9 * chance())
        age = int(chance() * chance() * 11)
        year = max(model.first_year, date.fromordinal(day).year - age)
        age_days = max(20.0, day - date(year, 1, 1).toordinal() - 180.0)
        vehicle_id = self._add_vehicle(model, year)
        member = Member(
            vehicle_id=vehicle_id,
            owner_id=owner.id,
            model=model,
            joined=day,
            km=age_days * pace * (0.7 + 0.3 * chance()),
            km_per_day=pace,
            seen=day,
            loyalty=0.967 + 0.033 * chance(),
        )
        self._add_ownership(member)
        if chance() < 0.025:
            self._add_old_plate(member)
        return member

    def join_known(self) -> Member | None:
        """Add the vehicle whose card the README shows, with its visits, unless it is there already."""
        key = plate_key(words.KNOWN_PLATE)
        if key in self._plates:
            return None
        self._plates.add(key)
        script = {self._today - visit.days_ago: visit for visit in words.KNOWN_VISITS}
        day = min(script)
        honorific, name, phone, address = words.KNOWN_OWNER
        owner_id = self._write_customer(name, honorific, (phone,), address)
        vehicle_id = self._writer.take_id("vehicle")
        model = next(model for model in _MODELS if model.name == words.KNOWN_MODEL)
        tax_on = self._today + words.KNOWN_TAX_DAYS
        self._write_vehicle(vehicle_id, words.KNOWN_PLATE, model, 2019, "Merah marun", tax_on)
        self._write_ownership(vehicle_id, owner_id, date.fromordinal(day).isoformat(), None)
        for text, ago in words.KNOWN_NOTES:
            written_on = date.fromordinal(self._today - ago).isoformat()
            self._writer.add("note", (self._writer.take_id("note"), vehicle_id, text, written_on))
        return Member(vehicle_id, owner_id, model, day, 0, 0, day, 0, script=script)

    def _owner_and_model(self) -> tuple[DemoCustomer, Model]:
        chance = self._random.random
        if self._firms and chance() < 0.05:
            return self._random.choice(self._firms), self._random.choice(_CARS)
        model = _MODELS[int(chance() * len(_MODELS))]
        if self._persons and chance() < 0.27:
            # The second motorcycle of a household comes within a few years of the first.
            near = min(len(self._persons), 4000)
            return self._persons[-1 - int(chance() * near)], model
        return self._add_person(), model

    def _add_person(self) -> DemoCustomer:
        chance, pick = self._random.random, self._random.choice
        man = chance() < 0.62
        first = pick(words.MEN if man else words.WOMEN)
        name = first if chance() < 0.1 else f"{first} {pick(words.LAST)}"
        honorific = pick(words.MAN_HONORIFICS if man else words.WOMAN_HONORIFICS) if chance() < 0.5 else None
        phones: tuple[str, ...] = ()
        address = f"Jl. {pick(words.STREETS)} No. {1 + int(chance() * 180)}, {pick(words.QUARTERS)}"
        if self._persons and chance() < 0.07:
            kin = self._persons[-1 - int(chance() * min(len(self._persons), 500))]
            phones, address = (kin.phone,) if kin.phone else (), kin.address or address
        elif chance() < 0.88:
            phones = (self._phone(), self._phone()) if chance() < 0.06 else (self._phone(),)
        kept_address = address if chance() < 0.8 else None
        customer_id = self._write_customer(name, honorific, phones, kept_address)
        person = DemoCustomer(customer_id, phones[0] if phones else None, address)
        self._persons.append(person)
        return person

    def _add_firm(self) -> DemoCustomer:
        pick = self._random.choice
        name = pick(words.FIRMS).format(pick(words.FIRM_NAMES))
        person = f"{pick(words.MEN)} {pick(words.LAST)}"
        phone = self._phone()
        customer_id = self._write_customer(
            name,
            None,
            (phone,),
            f"Jl. {pick(words.STREETS)} No. {1 + int(self._random.random() * 80)}",
            person,
        )
        return DemoCustomer(customer_id, phone, None)

    def _write_customer(
        self,
        name: str,
        honorific: str | None,
        phones: tuple[str, ...],
        address: str | None,
        contact_person: str | None = None,
    ) -> int:
        writer = self._writer
        customer_id = writer.take_id("customer")
        kind = words.COMPANY if contact_person else words.PERSON
        writer.add(
            "customer",
            (customer_id, name, name_key(name), honorific, kind.value, contact_person, address),
        )
        for position, typed in enumerate(phones):
            (phone,) = read_phones(typed)
            key = None if phone.e164 is None else match_key(phone.e164)
            row = (writer.take_id("customer_phone"), customer_id, position, typed, phone.e164, key)
            writer.add("customer_phone", row)
        return customer_id

    def _phone(self) -> str:
        """Return a number in one of the notations people use."""
        chance = self._random.random
        prefix = self._random.choice(words.PHONE_PREFIXES)
        rest = f"00{int(chance() * 1_000_000):06d}"
        style = chance()
        if style < 0.55:
            return f"{prefix}-{rest[:4]}-{rest[4:]}"
        if style < 0.85:
            return prefix + rest
        return f"+62 {prefix[1:]}-{rest[:4]}-{rest[4:]}"

    def _add_vehicle(self, model: Model, year: int) -> int:
        chance = self._random.random
        vehicle_id = self._writer.take_id("vehicle")
        color = self._random.choice(words.COLORS) if chance() < 0.6 else None
        kept_year = year if chance() < 0.85 else None
        tax_on = self._today + int(chance() * 365) if chance() < 0.45 else None
        self._write_vehicle(vehicle_id, self._plate(model), model, kept_year, color, tax_on)
        return vehicle_id

    def _write_vehicle(
        self,
        vehicle_id: int,
        plate: str,
        model: Model,
        year: int | None,
        color: str | None,
        tax_on: int | None,
    ) -> None:
        """Write a vehicle; its tax returns every year, and its plate is renewed on one of those days."""
        kind = words.KIND_OF_PLAN[model.plan].value
        tax = None if tax_on is None else date.fromordinal(tax_on)
        renewal = None if tax is None else add_months(tax, 12 * (vehicle_id % 5)).isoformat()
        row = (vehicle_id, plate, plate_key(plate), kind, model.brand, model.name, year, color)
        self._writer.add("vehicle", (*row, tax and tax.isoformat(), renewal))

    def _plate(self, model: Model) -> str:
        """Return a plate nobody has, mostly as it should be written."""
        while True:
            plate = self._think_of_plate(model)
            key = plate_key(plate)
            if key not in self._plates:
                self._plates.add(key)
                return plate

    def _think_of_plate(self, model: Model) -> str:
        chance, pick = self._random.random, self._random.choice
        region = pick(words.REGIONS)
        car = model.plan in ("car", "diesel")
        number = 1000 + int(chance() * 1000) if car else 2000 + int(chance() * 5000)
        long = chance() < (0.9 if region == "B" else 0.35)
        suffix = "".join(pick(_LETTERS) for _ in range(3 if long else 2))
        style = chance()
        if style < 0.86:
            return f"{region} {number} {suffix}"
        return f"{region}{number}{suffix}" if style < 0.95 else f"{region}-{number}-{suffix}"

    def _add_ownership(self, member: Member) -> None:
        since = date.fromordinal(member.joined).isoformat()
        sold = member.joined + 90 + int(self._random.random() * 900)
        if self._random.random() >= 0.04 or sold > self._today:
            self._write_ownership(member.vehicle_id, member.owner_id, since, None)
            return
        member.earlier_owner_id = self._add_person().id
        member.sold = sold
        handed_over = date.fromordinal(sold).isoformat()
        self._write_ownership(member.vehicle_id, member.earlier_owner_id, since, handed_over)
        self._write_ownership(member.vehicle_id, member.owner_id, handed_over, None)

    def _write_ownership(self, vehicle_id: int, customer_id: int, since: str, until: str | None) -> None:
        row = (self._writer.take_id("ownership"), vehicle_id, customer_id, since, until)
        self._writer.add("ownership", row)

    def _add_old_plate(self, member: Member) -> None:
        plate = self._plate(member.model)
        until = date.fromordinal(member.joined) - timedelta(days=30 + int(self._random.random() * 700))
        row = (
            self._writer.take_id("old_plate"),
            member.vehicle_id,
            plate,
            plate_key(plate),
            until.isoformat(),
        )
        self._writer.add("old_plate", row)
