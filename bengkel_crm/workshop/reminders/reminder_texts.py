"""The texts of reminders: the shop's own templates, filled for one person."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from urllib.parse import quote

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate_in
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.settings import settings
from bengkel_crm.records.journal import Change
from bengkel_crm.records.reminders import DueItem, DuePerson, DueSubject, Letter, Shop, TextKind
from bengkel_crm.schema.settings import LETTERS
from bengkel_crm.trade.kind_names import kind_name_in
from bengkel_crm.trade.phones import Phone, format_phone
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.trade.templates import Placeholder, fill
from bengkel_crm.workshop.settings.settings import change_settings
from bengkel_crm.workshop.settings.shop_details import customers_language

# Written to the shop's customers, so in the language that it speaks with them, whatever the screen speaks.
_SHIPPED: Mapping[TextKind, Callable[[str], str]] = {
    TextKind.WHATSAPP: lambda language: translate_in(
        "ToCustomers",
        "Hello {sapaan} {nama}, {kendaraan} {plat} {waktunya} {pekerjaan} {kapan}. {riwayat} "
        "We look forward to you at {bengkel}. Answer this message to settle a time.",
        language,
    ),
    TextKind.LETTER: lambda language: translate_in(
        "ToCustomers",
        "Dear {sapaan} {nama},\n\n"
        "Thank you for trusting {bengkel} with {kendaraan} {plat}. As far as we know it "
        "{waktunya} {pekerjaan} {kapan}. {riwayat}\n\n"
        "Service in time keeps an engine young and thrifty. Come whenever you like.",
        language,
    ),
    TextKind.TO_SHOP: lambda language: translate_in(
        "ToCustomers", "Hello {bengkel}, this is {nama}, I would like a service for {plat}.", language
    ),
}
_SUBJECTS: Mapping[DueSubject, Callable[[str], str]] = {
    DueSubject.STNK_TAX: lambda language: translate_in("ToCustomers", "the STNK tax", language),
    DueSubject.STNK_PLATE: lambda language: translate_in("ToCustomers", "a new plate", language),
}
# Longer is no name; what a cell's worth of letters leaves of a text is of use to nobody.
_LONGEST_VALUE = 160
# A link is carried by a QR code: beyond this it would be too fine for a phone's camera.
_LONGEST_MESSAGE = 600


def read_template(database: Database, kind: TextKind) -> str:
    """Return the shop's text of a kind, or the one shipped in the language it speaks with customers."""
    own = settings.find_setting(database, LETTERS.member(kind.value))
    return own or shipped_template(kind, customers_language(database))


def shipped_template(kind: TextKind, language: str) -> str:
    """Return the text that comes with the program in a language."""
    return _SHIPPED[kind](language)


def keep_templates(database: Database, texts: Mapping[TextKind, str]) -> Change | None:
    """Keep the shop's own texts as one deed and return it; an empty one brings the shipped text back.

    Raises:
        TooLong: one does not fit on a letter; nothing was written.
        ShopFileError: nothing was written.
    """
    return change_settings(database, {LETTERS.member(kind.value): text for kind, text in texts.items()})


def subject_text(item: DueItem, language: str) -> str:
    """Return what is due in the customer's words: "ganti oli mesin"."""
    if item.job_kind is None:
        text = _SUBJECTS.get(item.subject, _a_visit)(language)
    else:
        text = kind_name_in(item.job_kind, language)
    # "CVT cleaning" stays as it is.
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _a_visit(language: str) -> str:
    return translate_in("ToCustomers", "a service", language)


def values_for(person: DuePerson, shop: Shop, today: date) -> dict[Placeholder, str]:
    """Return the fields of one person's reminder; several vehicles stand one after the other."""
    first = person.items[0]
    vehicles = {item.vehicle_id: item for item in reversed(person.items)}
    items = sorted(vehicles.values(), key=lambda item: (item.due_by, item.vehicle_id))
    due_km = next((item.due_km for item in person.items if item.due_km is not None), None)
    last_on = [item.last_on for item in items if item.last_on is not None]
    language = shop.language
    come, soon = (
        translate_in("ToCustomers", "is due for", language),
        translate_in("ToCustomers", "will soon be due for", language),
    )
    values = {
        Placeholder.PLATE: _and([format_plate(item.plate) for item in items], language),
        Placeholder.HONORIFIC: person.honorific or "",
        Placeholder.NAME: person.name or "",
        Placeholder.VEHICLE: _and(
            list(dict.fromkeys(item.vehicle.split(" · ")[0] for item in items)), language
        ),
        Placeholder.JOBS: _and(
            list(dict.fromkeys(subject_text(item, language) for item in person.items)), language
        ),
        Placeholder.DUE_ON: i18n.format_paper_date(first.due_by, language),
        Placeholder.TIME_COME: soon if first.due_by > today else come,
        Placeholder.WHEN: _when(first.due_by, today, language),
        Placeholder.HISTORY: _history(first, language),
        Placeholder.DUE_KM: "" if due_km is None else i18n.format_paper_km(due_km, language),
        Placeholder.LAST_ON: i18n.format_paper_date(max(last_on), language) if last_on else "",
        Placeholder.LAST_KM: ""
        if first.last_odometer_km is None
        else i18n.format_paper_km(first.last_odometer_km, language),
        Placeholder.SHOP: shop.name or translate_in("ToCustomers", "our workshop", language),
        Placeholder.SHOP_PHONE: shop.phone,
        Placeholder.SHOP_ADDRESS: shop.address,
        Placeholder.TODAY: i18n.format_paper_date(today, language),
    }
    return {field: _short(text) for field, text in values.items()}


def _when(due_by: date, today: date, language: str) -> str:
    """Return the day in words that are true of it: a day that is over is no day to come on."""
    if due_by == today:
        return translate_in("ToCustomers", "today", language)
    if due_by > today:
        words = translate_in("ToCustomers", "on {0}", language)
    else:
        words = translate_in("ToCustomers", "since {0}", language)
    return words.format(i18n.format_paper_date(due_by, language))


def _history(item: DueItem, language: str) -> str:
    """Return a sentence about the last visit, or nothing; who came since the day knows he was there."""
    if item.last_on is None:
        return ""
    day = i18n.format_paper_date(item.last_on, language)
    if item.subject is DueSubject.JOB and item.last_on >= item.due_by:
        words = translate_in("ToCustomers", "At the last service, {0}, it was not done yet.", language)
    else:
        words = translate_in("ToCustomers", "The last service was on {0}.", language)
    return words.format(day)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1].rstrip() + "…"


def _and(words: Sequence[str], language: str) -> str:
    words = [word for word in words if word]
    if len(words) < 2:
        return "".join(words)
    both = translate_in("ToCustomers", "{0} and {1}", language)
    return both.format(", ".join(words[:-1]), words[-1])


def message_to(person: DuePerson, shop: Shop, template: str, today: date) -> str:
    """Return one person's text."""
    return fill(template, values_for(person, shop, today))


def whatsapp_url(phone: Phone, message: str) -> str | None:
    """Return the link that opens WhatsApp with number and text filled in, or None for an unreadable number.

    Format: https://wa.me/<number without +>?text=<percent-encoded>, as WhatsApp documents click to chat.
    """
    if phone.e164 is None:
        return None
    return f"https://wa.me/{phone.e164.removeprefix('+')}?text={quote(message[:_LONGEST_MESSAGE], safe='')}"


def code_rows(link: str) -> tuple[bytes, ...]:
    """Return the rows of a link's QR code, a byte (0 or 1) for each module, without the white margin."""
    # Imported here: the papers' library is loaded by whoever first asks for a code.
    from bengkel_crm.reports.paper.qr import encode

    return encode(link)


def letter_to(person: DuePerson, shop: Shop, letter: str, to_shop: str, today: date) -> Letter:
    """Return one person's letter with the link that answers it to the shop's WhatsApp."""
    values = values_for(person, shop, today)
    url = None if shop.whatsapp is None else whatsapp_url(shop.whatsapp, fill(to_shop, values))
    return Letter(
        name=" ".join(part for part in (person.honorific, person.name) if part),
        address=person.address or "",
        body=fill(letter, values),
        qr_url=url,
        phone=phones_text(person),
        plates=tuple(dict.fromkeys(format_plate(item.plate) for item in person.items)),
        language=shop.language,
        emphasis=tuple(values[field] for field in (Placeholder.NAME, Placeholder.JOBS, Placeholder.DUE_ON)),
    )


def phones_text(person: DuePerson) -> str:
    """Return a person's numbers as they are read aloud."""
    return " / ".join(format_phone(phone) for phone in person.phones)
