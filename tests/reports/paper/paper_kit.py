"""People, letters and shops for papers, and the outside judges of what was printed."""

import re
import subprocess
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from zlib import crc32

from bengkel_crm.records.reminders import Certainty, DueItem, DuePerson, DueSubject, Letter, Shop
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.phones import read_phones

TODAY = date(2026, 11, 12)
SHOP = Shop(
    "Bengkel Maju Jaya",
    "Jl. Raya Ceger No. 21, Pondok Aren",
    "021-7654321",
    read_phones("0812-8834-1907")[0],
    None,
)
HOSTILE_NAMES = (
    "<b>Budi</b> & <img src=file:///etc/passwd> \"rekan\" 'sejati'",
    "W" * 20_000,
    "kata " * 4000,
    "محمد رضا",
    "עברית \u202eterbalik\u202c",
    "😀🔥💯",
    "Budi 👨‍👩‍👧‍👦 Santoso",
    "a\x00b\x07c\n\n\rd\te",
    "山田太郎",
    "𝓑𝓾𝓭𝓲 Ｆｕｌｌ ﬁnal",
    "e\u0301" * 300,
    "\ud800 sendiri",
    "   ",
    "",
)


def make_item(plate: str = "B 3472 KZR", **changes: object) -> DueItem:
    values: dict[str, object] = {
        "vehicle_id": crc32(plate.encode("utf-8", "replace")),
        "plate": plate,
        "vehicle": "Honda Vario 125 · 2019",
        "kind": VehicleKind.MOTORCYCLE,
        "subject": DueSubject.JOB,
        "job_kind_id": 1,
        "job_kind_code": "engine_oil",
        "job_kind": "Ganti oli mesin",
        "due_by": date(2026, 11, 14),
        "due_on": date(2026, 11, 14),
        "due_km": 45_000,
        "last_on": date(2026, 8, 12),
        "last_odometer_km": 42_180,
        "km_today": 44_103,
        "certainty": Certainty.ESTIMATED,
        "visits": 7,
        "rhythm_days": 62,
        "oil": "MPX 2 0,8",
    }
    return DueItem(**{**values, **changes})  # type: ignore[arg-type]


def make_person(name: str | None = "Sri Wulandari", *items: DueItem, **changes: object) -> DuePerson:
    values: dict[str, object] = {
        "customer_id": 1,
        "name": name,
        "honorific": None,
        "phones": read_phones("0812-8834-1907"),
        "address": "Jl. Melati IV No. 12, Tangerang Selatan",
        "items": items or (make_item(),),
        "last_note": None,
        "last_contact_on": None,
        "value_rupiah": 450_000,
    }
    return DuePerson(**{**values, **changes})  # type: ignore[arg-type]


def make_letter(name: str = "Sri Wulandari", **changes: object) -> Letter:
    values: dict[str, object] = {
        "name": name,
        "address": "Jl. Melati IV No. 12, Tangerang Selatan",
        "body": f"Yth. {name},\n\nsudah waktunya ganti oli mesin pada 14 November 2026.",
        "qr_url": "https://wa.me/6281288341907?text=Halo%2C%20mau%20servis%20B%203472%20KZR.",
        "phone": "0812-8834-1907",
        "plates": ("B 3472 KZR",),
        "emphasis": (name, "ganti oli mesin"),
    }
    return Letter(**{**values, **changes})  # type: ignore[arg-type]


def _run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def text_of(pdf: Path) -> str:
    """Return the text of a PDF as poppler reads it, lines joined by single spaces."""
    return " ".join(_run("pdftotext", "-layout", pdf, "-").split())


def pages_of(pdf: Path) -> int:
    found = re.search(r"^Pages:\s+(\d+)", _run("pdfinfo", pdf), re.MULTILINE)
    assert found is not None
    return int(found[1])


def codes_of(pdf: Path, folder: Path) -> list[str]:
    """Return what zbar reads from every code of a PDF printed at 200 dpi, in no order."""
    _run("pdftoppm", "-r", "200", "-mono", pdf, folder / "page")
    pages = sorted(folder.glob("page*.pbm"))
    read = _run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *pages)
    for page in pages:
        page.unlink()
    return read.splitlines()


def words_of(pdf: Path) -> list[tuple[int, str, tuple[float, float, float, float]]]:
    """Return (page from 0, word, (left, bottom, right, top) in points from the lower left corner)."""
    root = ElementTree.fromstring(_run("pdftotext", "-bbox", pdf, "-"))
    found = []
    for number, page in enumerate(element for element in root.iter() if element.tag.endswith("page")):
        height = float(page.attrib["height"])
        for word in page:
            box = {key: float(word.attrib[key]) for key in ("xMin", "yMin", "xMax", "yMax")}
            place = (box["xMin"], height - box["yMax"], box["xMax"], height - box["yMin"])
            found.append((number, word.text or "", place))
    return found
