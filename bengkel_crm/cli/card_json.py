"""A vehicle's card as plain values for JSON: dates ISO, money and km integers, absent is null."""

import json
from datetime import date
from typing import Any

from bengkel_crm.records.counter import Card, Hit
from bengkel_crm.records.work_orders import WorkOrderSummary
from bengkel_crm.trade.intervals import is_due
from bengkel_crm.trade.phones import Phone, national_digits
from bengkel_crm.trade.plates import format_plate


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _number(phone: Phone) -> str:
    return phone.typed if phone.e164 is None else national_digits(phone.e164)


def print_json(values: object) -> None:
    """Print plain values as JSON."""
    print(json.dumps(values, ensure_ascii=False, indent=1))


def card_values(asked: str, card: Card | None, today: date) -> dict[str, Any]:
    """Return one object a plate asked; an unknown one has nothing but `asked` and `found`."""
    if card is None:
        nothing = ("plate", "owner", "vehicle", "last_work_order", "oil", "mechanic")
        return {"asked": asked, "found": False, **dict.fromkeys(nothing), "due": [], "history_count": 0}
    vehicle, owner, last, oil, regular = (
        card.vehicle,
        card.owner,
        card.last_work_order,
        card.oil,
        card.mechanic,
    )
    return {
        "asked": asked,
        "found": True,
        "plate": format_plate(vehicle.plate),
        "owner": owner and {"name": owner.name, "phones": [_number(phone) for phone in owner.good_phones]},
        "vehicle": {
            "brand": vehicle.brand,
            "model": vehicle.model,
            "year": vehicle.year,
            "kind": vehicle.kind.value,
        },
        "last_work_order": last and _work_order_values(last),
        "oil": oil and {"name": oil.name, "date": oil.date.isoformat(), "odometer_km": oil.odometer_km},
        "mechanic": regular and {"name": regular.name, "count": regular.count, "of": regular.of},
        "due": [
            {
                "job": job.job_kind,
                "due_on": _iso(job.due_on),
                "due_km": job.due_km,
                "overdue": is_due(job.due_by, today),
            }
            for job in card.due
        ],
        "history_count": card.history_count,
    }


def _work_order_values(last: WorkOrderSummary) -> dict[str, Any]:
    return {
        "number": last.number,
        "date": last.date.isoformat(),
        "odometer_km": last.odometer_km,
        "jobs": last.jobs,
    }


def hit_values(hit: Hit) -> dict[str, Any]:
    """Return one line of the counter's list; `match` says why it is there, "guess" that it is one."""
    return {
        "plate": format_plate(hit.plate),
        "owner": hit.owner,
        "phone": hit.phone,
        "vehicle": hit.vehicle,
        "last_on": _iso(hit.last_on),
        "next_due_by": _iso(hit.next_due_by),
        "oil": hit.oil,
        "mechanic": hit.mechanic,
        "match": hit.match.value,
    }
