"""The texts of reminders: the shop's own templates, filled for one person."""

from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import quote

from bengkel_crm.base import i18n
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.settings import settings
from bengkel_crm.records.journal import Change
from bengkel_crm.records.reminders import DueItem, DuePerson, DueSubject, Letter, Shop, TextKind
from bengkel_crm.schema.settings import LETTERS
from bengkel_crm.trade.phones import Phone, format_phone
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.trade.templates import Placeholder, fill
from bengkel_crm.workshop.settings.settings import change_settings

# Written to the shop's customers, so in their language whatever the screen speaks.
_SHIPPED: Mapping[TextKind, str] = {
    TextKind.WHATSAPP: (
        "Halo {sapaan} {nama}, {kendaraan} {plat} {waktunya} {pekerjaan} {kapan}. {riwayat} "
        "Kami tunggu di {bengkel}. Balas pesan ini untuk mengatur waktu."
    ),
    TextKind.LETTER: (
        "Yth. {sapaan} {nama},\n\n"
        "Terima kasih sudah mempercayakan {kendaraan} {plat} kepada {bengkel}. Menurut catatan kami "
        "{waktunya} {pekerjaan} {kapan}. {riwayat}\n\n"
        "Servis tepat waktu menjaga mesin awet dan irit. Silakan datang kapan saja, kami tunggu."
    ),
    TextKind.TO_SHOP: "Halo {bengkel}, saya {nama}, mau servis {plat}.",
}
_SUBJECTS = {
    DueSubject.STNK_TAX: "bayar pajak STNK",
    DueSubject.STNK_PLATE: "ganti plat nomor",
    DueSubject.SLIPPING: "servis",
}
# A shop that has not entered its name yet.
_NAMELESS = "bengkel kami"
# Longer is no name; what a cell's worth of letters leaves of a text is of use to nobody.
_LONGEST_VALUE = 160
# A link is carried by a QR code: beyond this it would be too fine for a phone's camera.
_LONGEST_MESSAGE = 600


def read_template(database: Database, kind: TextKind) -> str:
    """Return the shop's text of a kind, or the one shipped."""
    return settings.find_setting(database, LETTERS.member(kind.value)) or _SHIPPED[kind]


def shipped_template(kind: TextKind) -> str:
    """Return the text that comes with the program."""
    return _SHIPPED[kind]


def keep_templates(database: Database, texts: Mapping[TextKind, str]) -> Change | None:
    """Keep the shop's own texts as one deed and return it; an empty one brings the shipped text back.

    Raises:
        TooLong: one does not fit on a letter; nothing was written.
        ShopFileError: nothing was written.
    """
    return change_settings(database, {LETTERS.member(kind.value): text for kind, text in texts.items()})


def subject_text(item: DueItem) -> str:
    """Return what is due in the customer's words: "ganti oli mesin"."""
    text = item.job_kind or _SUBJECTS.get(item.subject, "servis")
    return text[:1].lower() + text[1:]


def values_for(person: DuePerson, shop: Shop, today: date) -> dict[Placeholder, str]:
    """Return the fields of one person's reminder; several vehicles stand one after the other."""
    first = person.items[0]
    vehicles = {item.vehicle_id: item for item in reversed(person.items)}
    items = sorted(vehicles.values(), key=lambda item: (item.due_by, item.vehicle_id))
    due_km = next((item.due_km for item in person.items if item.due_km is not None), None)
    last_on = [item.last_on for item in items if item.last_on is not None]
    values = {
        Placeholder.PLATE: _and([format_plate(item.plate) for item in items]),
        Placeholder.HONORIFIC: person.honorific or "",
        Placeholder.NAME: person.name or "",
        Placeholder.VEHICLE: _and(list(dict.fromkeys(item.vehicle.split(" · ")[0] for item in items))),
        Placeholder.JOBS: _and(list(dict.fromkeys(subject_text(item) for item in person.items))),
        Placeholder.DUE_ON: i18n.format_paper_date(first.due_by),
        Placeholder.TIME_COME: "segera waktunya" if first.due_by > today else "sudah waktunya",
        Placeholder.WHEN: _when(first.due_by, today),
        Placeholder.HISTORY: _history(first),
        Placeholder.DUE_KM: "" if due_km is None else i18n.format_paper_km(due_km),
        Placeholder.LAST_ON: i18n.format_paper_date(max(last_on)) if last_on else "",
        Placeholder.LAST_KM: ""
        if first.last_odometer_km is None
        else i18n.format_paper_km(first.last_odometer_km),
        Placeholder.SHOP: shop.name or _NAMELESS,
        Placeholder.SHOP_PHONE: shop.phone,
        Placeholder.SHOP_ADDRESS: shop.address,
        Placeholder.TODAY: i18n.format_paper_date(today),
    }
    return {field: _short(text) for field, text in values.items()}


def _when(due_by: date, today: date) -> str:
    """Return the day in words that are true of it: a day that is over is no day to come on."""
    if due_by == today:
        return "hari ini"
    return f"{'pada' if due_by > today else 'sejak'} {i18n.format_paper_date(due_by)}"


def _history(item: DueItem) -> str:
    """Return a sentence about the last visit, or nothing; who came since the day knows he was there."""
    if item.last_on is None:
        return ""
    day = i18n.format_paper_date(item.last_on)
    if item.subject is DueSubject.JOB and item.last_on >= item.due_by:
        return f"Pada servis terakhir, {day}, ini belum dikerjakan."
    return f"Servis terakhir {day}."


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1].rstrip() + "…"


def _and(words: Sequence[str]) -> str:
    words = [word for word in words if word]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} dan {words[-1]}"


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
        emphasis=tuple(values[field] for field in (Placeholder.NAME, Placeholder.JOBS, Placeholder.DUE_ON)),
    )


def phones_text(person: DuePerson) -> str:
    """Return a person's numbers as they are read aloud."""
    return " / ".join(format_phone(phone) for phone in person.phones)
