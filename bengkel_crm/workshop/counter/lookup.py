"""The counter's questions: who is this, what is due, what was done."""

from datetime import date, datetime, timedelta

from bengkel_crm.db.counter import cards, search
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal import bin as removed
from bengkel_crm.db.reminders import due
from bengkel_crm.db.vehicles import vehicles
from bengkel_crm.records.counter import Card, FoundHits, Hit
from bengkel_crm.records.journal import BinEntry
from bengkel_crm.records.reminders import DueRow
from bengkel_crm.trade.plates import plate_key, plate_spellings

DEFAULT_LIMIT = 8


def find_card(database: Database, vehicle_id: int) -> Card | None:
    """Return the card of a vehicle, or None when it is not there or lies in the bin."""
    return cards.find_card(database, vehicle_id)


def look_up_plate(database: Database, text: str) -> Card | None:
    """Return the card of the plate that was asked in any spelling; a plate worn before counts too."""
    key = plate_key(text)
    vehicle_id = vehicles.find_same_plate(database, key) or vehicles.find_by_old_plate(database, key)
    return None if vehicle_id is None else cards.find_card(database, vehicle_id)


def find_in_bin(database: Database, text: str) -> BinEntry | None:
    """Return the vehicle of a plate in any spelling that was put into the bin last, or None."""
    return removed.find_vehicle(database, plate_spellings(plate_key(text)))


def search_vehicles(database: Database, text: str, limit: int = DEFAULT_LIMIT) -> list[Hit]:
    """Return what the counter's box lists for a text, best first."""
    return search.find_hits(database, text, limit)


def search_and_count(database: Database, text: str, limit: int, most: int) -> FoundHits:
    """Return the best `limit` of what fits a text, and how many fit in all, counted up to `most`."""
    return search.find_and_count(database, text, limit, most)


def near_plates(database: Database, text: str, limit: int = 3) -> list[Hit]:
    """Return the vehicles whose plates may have been meant by an unknown one."""
    return search.find_near_plates(database, text, limit)


def touch_opened(database: Database, vehicle_id: int, at: datetime) -> None:
    """Remember that a card was opened."""
    search.touch_opened(database, vehicle_id, at)


def list_recently_opened(database: Database, limit: int = DEFAULT_LIMIT) -> list[Hit]:
    """Return the vehicles whose cards were opened last, newest first."""
    return search.list_recently_opened(database, limit)


def list_opened_times(database: Database, limit: int = DEFAULT_LIMIT) -> dict[int, datetime]:
    """Return when the cards opened last were opened, by vehicle, newest first."""
    return search.list_opened_times(database, limit)


def list_due_soon(
    database: Database, today: date, limit: int = DEFAULT_LIMIT, days: int = 7, late_days: int = 30
) -> list[DueRow]:
    """Return vehicles due within `days`, or late by at most `late_days`, the longest late first."""
    first, last = today - timedelta(days=late_days), today + timedelta(days=days)
    return due.list_due(database, first, last, limit)


def count_due_soon(database: Database, today: date, days: int = 7, late_days: int = 30) -> int:
    """Return how many vehicles `list_due_soon` would list without a limit."""
    return due.count_due(database, today - timedelta(days=late_days), today + timedelta(days=days))


def count_vehicles(database: Database) -> int:
    """Return how many vehicles the shop knows."""
    return vehicles.count_vehicles(database)
