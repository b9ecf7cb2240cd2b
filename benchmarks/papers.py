"""Letters with their codes, against a bare canvas that draws the very same; and their memory."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import process_time

import segno
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.figures import Figure, ratio, take_turns
from bengkel_crm.records.reminders import Letter, Shop
from bengkel_crm.reports.paper.layouts import LetterLayout
from bengkel_crm.reports.paper.letters import write_letters
from bengkel_crm.reports.paper.pdf_fonts import Face, register_faces
from bengkel_crm.reports.paper.pdf_text import break_lines, width_of

_ROUNDS = 3
_USUAL, _WHOLE = 50, 2000
_TODAY = date(2026, 11, 1)
_SHOP = Shop("Bengkel Maju Jaya", "Jl. Raya Ceger No. 21, Pondok Aren", "021-7654321", None, None)
_NAMES = ("Sri Wulandari", "Budi Santoso", "Ketut Anggraini", "Nur Hidayah", "Agus Wijaya")
_BODY = (
    "Yth. Ibu {name},\n\nTerima kasih sudah mempercayakan Honda Vario 125 {plate} kepada Bengkel Maju Jaya. "
    "Menurut catatan kami sudah waktunya ganti oli mesin pada 12 November 2026. Servis terakhir 12 Agustus "
    "2026.\n\nServis tepat waktu menjaga mesin awet dan irit. Silakan datang kapan saja, kami tunggu."
)
_LINK = "https://wa.me/6281288341907?text=Halo%20Bengkel%20Maju%20Jaya%2C%20mau%20servis%20{plate}%20{number}"


def measure(folder: Path, *, whole: bool) -> list[Figure]:
    """Measure speed, and that ten times as many letters take no more memory; many letters when `whole`."""
    register_faces()
    count = _WHOLE if whole else _USUAL
    letters = list(_letters(count))
    drawn = [_placed(letter) for letter in letters]

    def write_ours(_: object) -> None:
        write_letters(folder / "letters.pdf", letters, len(letters), LetterLayout.THREE, _SHOP, _TODAY)

    def write_bare(_: object) -> None:
        _write_bare(folder / "bare.pdf", drawn)

    ours, bare = take_turns(range(_ROUNDS), write_ours, write_bare, clock=process_time)
    few, many = _peak_megabytes(count, folder), _peak_megabytes(10 * count, folder)
    return [
        ratio(f"{count} letters with QR", ours, bare, 1.3, "a bare canvas"),
        Figure(
            "memory of ten times the letters",
            many / few,
            1.2,
            "x",
            f"{10 * count} letters {many:.0f} MB at most, {count} letters {few:.0f} MB",
        ),
    ]


def _letters(count: int) -> Iterator[Letter]:
    for number in range(count):
        name, plate = f"{_NAMES[number % 5]} {number}", f"B {1000 + number % 9000} KZR"
        yield Letter(
            name=f"Ibu {name}",
            address="Jl. Melati IV No. 12 RT 03/05, Pondok Aren, Tangerang Selatan 15224",
            body=_BODY.format(name=name, plate=plate),
            qr_url=_LINK.format(plate=plate.replace(" ", "%20"), number=number),
            phone="0812-8834-1907",
            plates=(plate,),
            emphasis=(name, "ganti oli mesin", "12 November 2026"),
        )


_Texts = list[tuple[str, float, float, float, str]]


def _placed(letter: Letter) -> tuple[_Texts, str, str]:
    """Return a letter's texts with face, size and place, its plate and its link: nothing left to think."""
    texts: _Texts = []
    y = 0.0
    for line in break_lines(letter.body, 10, 392, 12, letter.emphasis, letter.plates):
        x = 40.0
        for run in line:
            texts.append((run.face.value, 10, x, 95 + y, run.text))
            x += width_of(run.text, run.face, 10)
        y += 14.8 if line else 7.5
    texts += [
        (Face.REGULAR.value, 8.5, 40, 240, "Kepada"),
        (Face.STRONG.value, 8.5, 74, 240, letter.name),
        (Face.REGULAR.value, 8.5, 170, 240, f"· {letter.phone}"),
        (Face.REGULAR.value, 8.5, 40, 252, letter.address),
        (Face.REGULAR.value, 6.8, 462, 176, "Pindai untuk daftar servis"),
    ]
    return texts, letter.plates[0], letter.qr_url or ""


def _write_bare(path: Path, drawn: list[tuple[_Texts, str, str]]) -> None:
    """Draw what `write_letters` draws, as one writes it with reportlab and segno and nothing else."""
    width, height = A4
    canvas = Canvas(str(path), pagesize=A4)
    canvas.beginForm("head")
    canvas.setFont(Face.BOLD.value, 13.5)
    canvas.drawString(40, height - 39, _SHOP.name)
    canvas.setFont(Face.REGULAR.value, 7.5)
    canvas.drawString(40, height - 53, f"{_SHOP.address} · {_SHOP.phone}")
    canvas.line(40, height - 68, width - 40, height - 68)
    canvas.endForm()
    for number, (texts, plate, link) in enumerate(drawn):
        if number and number % 3 == 0:
            canvas.showPage()
        canvas.saveState()
        canvas.translate(0, -(number % 3) * height / 3)
        canvas.doForm("head")
        canvas.setLineWidth(1.5)
        canvas.roundRect(width - 180, height - 57, 140, 34, 5.4)
        canvas.setFont(Face.PLATE.value, 18)
        canvas.drawString(width - 166, height - 47, plate, charSpace=0.54)
        rows = segno.make(link, error="m", mask=3, micro=False, boost_error=False).matrix
        side = len(rows)
        pad = -side % 8
        bits = b"".join(
            (int("".join(map(str, row)), 2) << pad).to_bytes((side + 7) // 8, "big") for row in rows
        )
        canvas._code.append(
            f"q 86 0 0 86 {width - 126} {height - 163} cm BI /W {side} /H {side} /BPC 1 /IM true /D [1 0] "
            f"/F /AHx ID {bits.hex()}> EI Q"
        )
        for face, size, x, y, text in texts:
            canvas.setFont(face, size)
            canvas.drawString(x, height - y, text)
        canvas.restoreState()
    canvas.save()


def _peak_megabytes(count: int, folder: Path) -> float:
    """Return how much memory a process of its own ever held that writes so many letters."""
    child = subprocess.run(
        [sys.executable, "-m", __name__, str(count), str(folder / "many.pdf")],
        capture_output=True,
        check=True,
        text=True,
    )
    return float(child.stdout)


def _report_peak(count: int, path: Path) -> None:
    write_letters(path, _letters(count), count, LetterLayout.THREE, _SHOP, _TODAY)
    # Linux; getrusage() would tell the parent's peak too, which lives on in the child it starts.
    status = Path("/proc/self/status").read_text("ascii")
    print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)


if __name__ == "__main__":
    _report_peak(int(sys.argv[1]), Path(sys.argv[2]))
