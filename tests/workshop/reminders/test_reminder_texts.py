"""What the shipped texts say of a day: true of it, whether it is over or still to come."""

from datetime import date

import pytest

from bengkel_crm.records.reminders import DueSubject, Shop, TextKind
from bengkel_crm.workshop.reminders.reminder_texts import message_to, shipped_template
from tests.reports.paper.paper_kit import SHOP, make_item, make_person

TODAY = date(2026, 11, 30)


def text(kind: TextKind = TextKind.WHATSAPP, shop: Shop = SHOP, **changes: object) -> str:
    """Return the shipped text to the owner of a vehicle with one thing due."""
    return message_to(make_person("Sri", make_item(**changes)), shop, shipped_template(kind, "id"), TODAY)


@pytest.mark.parametrize("kind", [TextKind.WHATSAPP, TextKind.LETTER])
@pytest.mark.parametrize(
    ("due_by", "last_on", "said"),
    [
        (
            date(2026, 12, 14),
            date(2026, 8, 12),
            "segera waktunya ganti oli mesin pada 14 Desember 2026. Servis terakhir 12 Agustus 2026.",
        ),
        (
            TODAY,
            date(2026, 8, 12),
            "sudah waktunya ganti oli mesin hari ini. Servis terakhir 12 Agustus 2026.",
        ),
        (
            date(2026, 8, 31),
            date(2026, 6, 3),
            "sudah waktunya ganti oli mesin sejak 31 Agustus 2026. Servis terakhir 3 Juni 2026.",
        ),
        (
            date(2026, 8, 31),
            date(2026, 9, 3),
            "sudah waktunya ganti oli mesin sejak 31 Agustus 2026. "
            "Pada servis terakhir, 3 September 2026, ini belum dikerjakan.",
        ),
        (date(2026, 8, 31), None, "sudah waktunya ganti oli mesin sejak 31 Agustus 2026."),
    ],
)
def test_a_text_is_true_of_the_day_it_names(
    kind: TextKind, due_by: date, last_on: date | None, said: str
) -> None:
    written = text(kind, due_by=due_by, last_on=last_on)
    assert said in " ".join(written.split())
    assert "  " not in written


def test_the_tax_is_no_work_that_was_left_undone() -> None:
    written = text(
        subject=DueSubject.STNK_TAX, job_kind=None, due_by=date(2026, 8, 31), last_on=date(2026, 9, 3)
    )
    assert "Servis terakhir 3 September 2026." in written
    assert "belum dikerjakan" not in written
