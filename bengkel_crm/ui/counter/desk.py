"""What the counter asks the workshop about the one file that is open; loaded behind the first paint."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from bengkel_crm.base.progress import Progress
from bengkel_crm.records.counter import Card, FoundHits, Hit
from bengkel_crm.records.journal import BinEntry
from bengkel_crm.records.reminders import DueRow
from bengkel_crm.records.vehicles import Vehicle
from bengkel_crm.ui.counter.finder import ALL_HITS
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.shop_file.shop_file import own_connection
from bengkel_crm.workshop.vehicles import vehicles

if TYPE_CHECKING:
    from bengkel_crm.records.reminders import ContactRow

NEAR_PLATES = 3
HOME_ROWS = 12
# "This week" also means who should have come in the last one.
LATE_DAYS = 7


class Desk:
    """Answers at once. What a clerk does is in card_actions.py."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def search(self, text: str, limit: int) -> FoundHits:
        """Return the best `limit` of what fits, and how many fit in all, counted up to ALL_HITS."""
        return lookup.search_and_count(self._shell.database, text, limit, ALL_HITS)

    def near_plates(self, text: str) -> list[Hit]:
        """Return vehicles whose plate is one slip away from what was typed."""
        return lookup.near_plates(self._shell.database, text, NEAR_PLATES)

    def find_in_bin(self, text: str) -> BinEntry | None:
        """Return the removed vehicle that wears this plate, or None."""
        return lookup.find_in_bin(self._shell.database, text)

    def find_card(self, vehicle_id: int) -> Card | None:
        """Return the card of a vehicle, or None where it is gone."""
        return lookup.find_card(self._shell.database, vehicle_id)

    def remember_opened(
        self, vehicle_id: int, on_done: Callable[[object], None], on_failed: Callable[[Exception], None]
    ) -> None:
        """Remember that a card was opened, away from the window.

        The first write waits until the whole file was found sound, any write waits for an import.
        """
        database, at = self._shell.database, today().clock()

        def work(progress: Progress) -> None:
            with own_connection(database):
                lookup.touch_opened(database, vehicle_id, at)

        # By time: the same card may be opened again before the first time was written.
        name = f"remember opened {at.isoformat()}"
        self._shell.jobs.start(work, name=name, on_done=on_done, on_failed=on_failed)

    def list_recently_opened(self) -> list[tuple[Hit, datetime]]:
        """Return the cards opened last, newest first, and when that was."""
        times = lookup.list_opened_times(self._shell.database, HOME_ROWS)
        hits = lookup.list_recently_opened(self._shell.database, HOME_ROWS)
        return [(hit, times[hit.vehicle_id]) for hit in hits if hit.vehicle_id in times]

    def list_due_soon(self, today: date) -> list[DueRow]:
        """Return who is due this week, the longest late first."""
        return lookup.list_due_soon(self._shell.database, today, HOME_ROWS, late_days=LATE_DAYS)

    def count_due_soon(self, today: date) -> int:
        """Return how many are due this week."""
        return lookup.count_due_soon(self._shell.database, today, late_days=LATE_DAYS)

    def list_other_vehicles(self, card: Card) -> list[Vehicle]:
        """Return what else the owner of a card brings here."""
        if card.owner is None:
            return []
        owned = vehicles.list_vehicles_of(self._shell.database, card.owner.id)
        return [vehicle for vehicle in owned if vehicle.id != card.vehicle.id]

    def list_contacts(self, card: Card) -> "list[ContactRow]":
        """Return what was sent to the owner of a card, or about its vehicle where nobody owns it."""
        # Imported here because a card is shown before its contacts are asked for.
        from bengkel_crm.workshop.reminders import reminders

        if card.owner is None:
            return reminders.list_contacts_of_vehicle(self._shell.database, card.vehicle.id)
        return reminders.list_contacts_of_customer(self._shell.database, card.owner.id)

    def has_vehicles(self) -> bool:
        """Return whether the shop knows any vehicle yet."""
        return lookup.count_vehicles(self._shell.database) > 0
