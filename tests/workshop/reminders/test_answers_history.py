"""People, vehicles and contacts over a long time: whatever is answered, corrected, sold and taken back.

`ANSWER_STEPS=10000 ./start test tests/workshop/reminders/test_answers_history.py`
makes as many steps as it says.
"""

import os
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bengkel_crm.base import errors
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.reminders import Channel, Direction, DuePerson, MonthList, Outcome
from bengkel_crm.records.vehicles import VehicleDates, VehicleDraft
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.vehicles.vehicles import change_owner, edit_vehicle, get_vehicle
from bengkel_crm.workshop.work_orders.work_orders import record_work_order
from tests.factories import draft_work_order, make_vehicle
from tests.written_columns import written_columns

STEPS = int(os.environ.get("ANSWER_STEPS", "400"))
_STEPS_OF_A_HISTORY = 40

_TABLES = ("customer", "customer_phone", "vehicle", "ownership", "work_order", "contact", "reminder")
_NAMES = ("Agung", "Budi", "Citra", "Dewi")
_PHONES = tuple(f"08122777{number:04d}" for number in range(1001, 1007))
_OIL = ("Ganti oli mesin",)
_IS_REMINDER = "EXISTS (SELECT 1 FROM reminder r WHERE r.contact_id = contact.id)"
_PICK = st.integers(0, 1 << 16)


class Desk(RuleBasedStateMachine):
    """A desk at which all of it happens; the days go by."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "toko.db"
        self._database: Database = open_shop(self._path)
        self._database.execute_sql("PRAGMA synchronous = OFF")
        self._now = datetime(2024, 3, 1, 9)  # however far the days go by, they are behind us
        self._before: list[Any] = []

    @initialize()
    def begin(self) -> None:
        for place, name in enumerate(_NAMES[:3]):
            vehicle_id = make_vehicle(
                self._database, f"B {place + 1} ABC", name, _PHONES[place * 2 : place * 2 + 2]
            )
            record_work_order(self._database, draft_work_order(vehicle_id, date(2024, 1, 5), _OIL))

    def teardown(self) -> None:
        close_shop(self._database)
        self._folder.cleanup()

    # what there is

    def _ask(self, sql: str, *keys: object) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._database.execute_sql(sql, keys).fetchall()
        return rows

    def _one(self, table: str, pick: int, where: str = "1") -> int | None:
        rows = self._ask(f"SELECT id FROM {table} WHERE {where} ORDER BY id")
        return rows[pick % len(rows)][0] if rows else None

    def _all(self) -> list[list[tuple[Any, ...]]]:
        return [self._ask(f"SELECT {written_columns(table)} FROM {table} ORDER BY id") for table in _TABLES]

    def _about_to(self) -> None:
        self._now += timedelta(hours=5)
        self._before.append((self._newest(), self._all()))

    def _newest(self) -> int:
        return self._ask("SELECT coalesce(max(id), 0) FROM deed")[0][0]

    def _month(self) -> MonthList:
        today = self._now.date()
        return reminders.list_month(self._database, today.replace(day=1), today)

    def _somebody(self, pick: int) -> tuple[MonthList, DuePerson] | None:
        month = self._month()
        people = (*month.people, *(p for p in month.skipped if p.customer_id is not None))
        return (month, people[pick % len(people)]) if people else None

    # what is done

    @rule(pick=_PICK, channel=st.sampled_from([Channel.CALL, Channel.WHATSAPP, Channel.LETTER]))
    def send(self, pick: int, channel: Channel) -> None:
        if found := self._somebody(pick):
            self._about_to()
            reminders.record_sent(self._database, found[0], [found[1]], channel, "Halo", self._now)

    @rule(pick=_PICK, outcome=st.sampled_from([o for o in Outcome if o is not Outcome.LATER]))
    def answer_on_the_list(self, pick: int, outcome: Outcome) -> None:
        if found := self._somebody(pick):
            self._about_to()
            reminders.record_calls(self._database, found[0], [found[1]], outcome, self._now)

    @rule(pick=_PICK, which=_PICK)
    def one_vehicle_is_sold(self, pick: int, which: int) -> None:
        if found := self._somebody(pick):
            vehicle_ids = sorted({item.vehicle_id for item in found[1].items})
            person = reminders.only_vehicle(found[1], vehicle_ids[which % len(vehicle_ids)])
            self._about_to()
            reminders.record_calls(self._database, found[0], [person], Outcome.SOLD, self._now)

    @rule(pick=_PICK, days=st.integers(1, 200))
    def put_off(self, pick: int, days: int) -> None:
        if found := self._somebody(pick):
            self._about_to()
            until = self._now.date() + timedelta(days)
            reminders.record_calls(self._database, found[0], [found[1]], Outcome.LATER, self._now, until)

    @rule(pick=_PICK, outcome=st.sampled_from([o for o in Outcome if o not in (Outcome.LATER, Outcome.SOLD)]))
    def correct(self, pick: int, outcome: Outcome) -> None:
        contact_id = self._one("contact", pick, _IS_REMINDER)
        if contact_id is not None:
            self._about_to()
            reminders.record_outcome(self._database, [contact_id], outcome, self._now)

    @rule(pick=_PICK, which=_PICK)
    def correct_to_sold(self, pick: int, which: int) -> None:
        contact_id = self._one("contact", pick, _IS_REMINDER)
        if contact_id is not None:
            about = self._ask("SELECT DISTINCT vehicle_id FROM reminder WHERE contact_id = ?", contact_id)
            self._about_to()
            vehicle_ids = [about[which % len(about)][0]]
            reminders.record_outcome(
                self._database, [contact_id], Outcome.SOLD, self._now, vehicle_ids=vehicle_ids
            )

    @rule(pick=_PICK)
    def a_contact_that_was_no_reminder(self, pick: int) -> None:
        vehicle_id = self._one("vehicle", pick)
        assert vehicle_id is not None
        self._about_to()
        reminders.record_contact(
            self._database, vehicle_id, None, Channel.CALL, Direction.IN, "tanya harga", self._now
        )

    @rule(pick=_PICK, buyer=_PICK)
    def sell_to_somebody_known(self, pick: int, buyer: int) -> None:
        vehicle_id, customer_id = self._one("vehicle", pick), self._one("customer", buyer)
        assert vehicle_id is not None
        assert customer_id is not None
        self._about_to()
        change_owner(self._database, vehicle_id, customer_id, self._now.date())

    @rule(pick=_PICK, name=st.sampled_from(_NAMES))
    def sell_to_somebody_new(self, pick: int, name: str) -> None:
        vehicle_id = self._one("vehicle", pick)
        assert vehicle_id is not None
        self._about_to()
        owner = CustomerDraft(name, (_PHONES[pick % len(_PHONES)],))
        edit_vehicle(self._database, vehicle_id, self._draft(vehicle_id), owner, on=self._now.date())

    @rule(pick=_PICK)
    def the_former_owner_buys_it_back(self, pick: int) -> None:
        rows = self._ask("SELECT vehicle_id, customer_id FROM ownership WHERE until IS NOT NULL ORDER BY id")
        if rows:
            self._about_to()
            change_owner(self._database, *rows[pick % len(rows)], self._now.date())

    @rule(pick=_PICK, sold=st.booleans())
    def the_day_of_sale_is_typed_or_taken_out(self, pick: int, sold: bool) -> None:
        vehicle_id = self._one("vehicle", pick)
        assert vehicle_id is not None
        self._about_to()
        day = self._now.date() if sold else None
        dates = VehicleDates(sold_on=day, gone_on=get_vehicle(self._database, vehicle_id).dates.gone_on)
        edit_vehicle(self._database, vehicle_id, self._draft(vehicle_id, dates))

    @rule(pick=_PICK)
    def it_is_gone(self, pick: int) -> None:
        vehicle_id = self._one("vehicle", pick)
        assert vehicle_id is not None
        self._about_to()
        dates = get_vehicle(self._database, vehicle_id).dates
        edit_vehicle(
            self._database,
            vehicle_id,
            self._draft(vehicle_id, VehicleDates(sold_on=dates.sold_on, gone_on=self._now.date())),
        )

    def _draft(self, vehicle_id: int, dates: VehicleDates | None = None) -> VehicleDraft:
        vehicle = get_vehicle(self._database, vehicle_id)
        return VehicleDraft(vehicle.plate, vehicle.kind, vehicle.brand, vehicle.model, dates=dates)

    @rule(pick=_PICK, numbers=st.lists(st.sampled_from(_PHONES), max_size=3, unique=True))
    def edit_phones(self, pick: int, numbers: list[str]) -> None:
        rows = self._ask("SELECT vehicle_id, customer_id FROM ownership WHERE until IS NULL ORDER BY id")
        if rows:
            vehicle_id, customer_id = rows[pick % len(rows)]
            ((name,),) = self._ask("SELECT name FROM customer WHERE id = ?", customer_id)
            self._about_to()
            owner = CustomerDraft(name, tuple(numbers))
            edit_vehicle(self._database, vehicle_id, self._draft(vehicle_id), owner, customer_id=customer_id)

    @rule(pick=_PICK, days=st.integers(0, 90))
    def come(self, pick: int, days: int) -> None:
        vehicle_id = self._one("vehicle", pick)
        assert vehicle_id is not None
        self._about_to()
        day = self._now.date() - timedelta(days)
        draft = draft_work_order(vehicle_id, day, _OIL)
        record_work_order(self._database, draft, at=self._now)

    @rule(pick=_PICK, who=_PICK)
    def come_after_a_sale_and_say_whose_it_is(self, pick: int, who: int) -> None:
        vehicle_id = self._one("vehicle", pick, "sold_on IS NOT NULL")
        customer_id = self._one("customer", who)
        if vehicle_id is not None:
            self._about_to()
            draft = draft_work_order(vehicle_id, self._now.date(), _OIL)
            record_work_order(self._database, draft, owner_id=customer_id, at=self._now)
            rows = self._ask(
                "SELECT customer_id FROM ownership WHERE vehicle_id = ? AND until IS NULL", vehicle_id
            )
            assert rows == [(customer_id,)]

    @rule(days=st.integers(1, 40))
    def days_go_by(self, days: int) -> None:
        self._now += timedelta(days)

    @rule()
    def close_and_open(self) -> None:
        close_shop(self._database)
        self._database = open_shop(self._path)
        self._database.execute_sql("PRAGMA synchronous = OFF")

    @precondition(lambda self: self._before)
    @rule()
    def take_back(self) -> None:
        deed_id, before = self._before.pop()
        while self._newest_alive() > deed_id:
            undo.undo_last(self._database)
        assert self._all() == before

    def _newest_alive(self) -> int:
        return self._ask("SELECT coalesce(max(id), 0) FROM deed WHERE undone_at IS NULL")[0][0]

    # what must be so at every moment

    @invariant()
    def nobody_shares_a_vehicle_and_no_ownership_ends_before_it_began(self) -> None:
        assert not self._ask(
            "SELECT vehicle_id FROM ownership WHERE until IS NULL GROUP BY vehicle_id HAVING count(*) > 1"
        )
        assert not self._ask("SELECT id FROM ownership WHERE until < since")

    @invariant()
    def what_is_sold_belongs_to_nobody(self) -> None:
        assert not self._ask(
            "SELECT v.id FROM vehicle v JOIN ownership o ON o.vehicle_id = v.id "
            "WHERE v.sold_on IS NOT NULL AND o.until IS NULL"
        )

    @invariant()
    def a_customer_is_left_alone_just_when_an_answer_says_so(self) -> None:
        closed = {row[0] for row in self._ask("SELECT id FROM customer WHERE no_contact_since IS NOT NULL")}
        said = self._ask("SELECT customer_id FROM contact WHERE outcome = 'no_contact'")
        assert closed == {row[0] for row in said if row[0] is not None}

    @invariant()
    def a_number_is_wrong_only_when_an_answer_to_that_number_says_so(self) -> None:
        wrong = {row[0] for row in self._ask("SELECT id FROM customer_phone WHERE wrong_since IS NOT NULL")}
        said = self._ask(
            "SELECT phone_id FROM contact WHERE outcome = 'wrong_number' "
            "AND phone_id IN (SELECT id FROM customer_phone)"
        )
        # The same number typed the same way keeps the mark: none is retyped here.
        assert wrong == {row[0] for row in said}

    @invariant()
    def a_number_that_was_dialled_is_the_customers_own(self) -> None:
        assert not self._ask(
            "SELECT k.id FROM contact k JOIN customer_phone p ON p.id = k.phone_id "
            "WHERE p.customer_id IS NOT k.customer_id"
        )

    @invariant()
    def what_a_vehicle_paid_is_its_owners(self) -> None:
        owners = dict(self._ask("SELECT vehicle_id, customer_id FROM ownership WHERE until IS NULL"))
        for vehicle_id, paid in self._ask("SELECT vehicle_id, paid_rupiah FROM vehicle_summary"):
            orders = self._ask(
                "SELECT customer_id, total_rupiah FROM work_order WHERE vehicle_id = ?", vehicle_id
            )
            ever = self._ask("SELECT DISTINCT until FROM ownership WHERE vehicle_id = ?", vehicle_id)
            owner = owners.get(vehicle_id)
            own = [total for payer, total in orders if payer is not None and payer == owner]
            # Of nobody known, and before anybody was: whoever it is, it is not a former owner.
            unknown = [
                total for payer, total in orders if payer is None and (owner is None or ever == [(None,)])
            ]
            assert paid == sum(own) + sum(unknown)

    @invariant()
    def nobody_is_told_of_what_is_not_his(self) -> None:
        owners = dict(self._ask("SELECT vehicle_id, customer_id FROM ownership WHERE until IS NULL"))
        for person in self._month().people:
            for item in person.items:
                assert owners.get(item.vehicle_id) == person.customer_id

    @invariant()
    def the_file_is_well(self) -> None:
        assert backup.check(self._database) == []

    @rule()
    def asking_for_too_much_is_refused(self) -> None:
        try:
            reminders.record_outcome(self._database, [1 << 40], Outcome.SOLD, self._now)
        except errors.NotFound:
            return
        raise AssertionError("a contact that is not there was answered")


# Many steps take longer than a test may.
TestHistory = pytest.mark.timeout(max(300, STEPS // 4))(Desk.TestCase)
TestHistory.settings = settings(
    max_examples=max(1, STEPS // _STEPS_OF_A_HISTORY),
    stateful_step_count=_STEPS_OF_A_HISTORY,
    deadline=None,
    phases=[
        Phase.explicit,
        Phase.reuse,
        Phase.generate,
    ],  # a history is read as it is: shrinking takes minutes
    suppress_health_check=list(HealthCheck),
)
