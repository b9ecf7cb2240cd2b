"""A vehicle's card as lines of text, for the terminal."""

from datetime import date

from bengkel_crm.base.i18n import format_ago, format_date, format_km, format_rupiah, format_until, translate
from bengkel_crm.records.counter import Card, DueJob, Hit
from bengkel_crm.trade.phones import Phone, phone_with_words
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.words.job_kinds import job_words

_HISTORY_LINES = 8


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def due_text(job: DueJob, today: date) -> str:
    """Return when a job is due, by date and km: "12 Nov 2026 (terlambat 9 hari) · 45.210 km"."""
    when = None
    if job.due_by is not None:
        when = f"{format_date(job.due_by)} ({format_until(job.due_by, today)})"
        if job.due_by_is_estimated:
            when = translate("Card", "about {0}").format(when)
    return _joined(when, None if job.due_km is None else format_km(job.due_km))


def phone_text(phone: Phone) -> str:
    """Return a number for the eye, and that it is known to be wrong: "0812-2777-3301 (salah nomor)"."""
    shown = phone_with_words(phone)
    return shown if phone.wrong_since is None else translate("Card", "{0} (wrong number)").format(shown)


def card_lines(card: Card, today: date) -> list[str]:
    """Return the card line by line, as the counter shows it."""
    vehicle = card.vehicle
    name = " ".join(part for part in (vehicle.brand, vehicle.model) if part)
    year = None if vehicle.year is None else str(vehicle.year)
    lines = [_joined(format_plate(vehicle.plate), name, year, vehicle.color)]
    if card.owner is not None:
        owner = " ".join(part for part in (card.owner.honorific, card.owner.name) if part)
        lines.append(_joined(owner, *map(phone_text, card.owner.phones), card.owner.address))
    facts = [
        (translate("Card", "Last work order"), _last(card, today)),
        (translate("Card", "Next due"), due_text(card.due[0], today) if card.due else ""),
        (translate("Card", "Engine oil"), _oil(card)),
        (translate("Card", "Regular mechanic"), _mechanic(card)),
    ]
    lines += [f"  {label}: {text or '—'}" for label, text in facts]
    if card.due[1:]:
        lines.append(f"  {translate('Card', 'Also due')}:")
        lines += [f"    {job_words(job.job_kind)}: {due_text(job, today)}" for job in card.due[1:]]
    if card.notes:
        lines.append(f"  {translate('Card', 'Notes')}:")
        lines += [f"    {format_date(note.written_on)}  {note.text}" for note in card.notes]
    if card.history:
        lines.append(f"  {translate('Card', 'History')} ({card.history_count}):")
        lines += [
            "    "
            + _joined(
                format_date(order.date),
                None if order.odometer_km is None else format_km(order.odometer_km),
                order.jobs,
                order.oil,
                order.mechanic,
                format_rupiah(order.total_rupiah),
            )
            for order in card.history[:_HISTORY_LINES]
        ]
    return lines


def _last(card: Card, today: date) -> str:
    order = card.last_work_order
    to_come = next((visit.date for visit in card.history if visit.date > today), None)
    if to_come is not None:
        words = translate("CardWords", "a visit is dated {0}, still to come: is that right?")
        told = words.format(format_date(to_come))
        return told if order is None else _joined(format_date(order.date), told)
    if order is None:
        return ""
    km = None if order.odometer_km is None else format_km(order.odometer_km)
    return _joined(format_date(order.date), format_ago(order.date, today), km)


def _oil(card: Card) -> str:
    if card.oil is None:
        return ""
    km = None if card.oil.odometer_km is None else format_km(card.oil.odometer_km)
    return _joined(card.oil.name, format_date(card.oil.date), km)


def _mechanic(card: Card) -> str:
    if card.mechanic is None:
        return ""
    share = translate("Card", "{0} of {1}").format(card.mechanic.count, card.mechanic.of)
    return f"{card.mechanic.name} ({share})"


def hit_line(hit: Hit) -> str:
    """Return one line of the counter's list."""
    last = None if hit.last_on is None else format_date(hit.last_on)
    return _joined(format_plate(hit.plate), hit.owner, hit.vehicle, last, hit.oil, hit.mechanic)
