"""Texts for paper: what a face can draw of them, how wide they are, and where their lines break."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics

from bengkel_crm.reports.paper.pdf_fonts import Face, letters_of, register_faces

ELLIPSIS = "…"
# Stands for a letter that the typeface does not have.
MISSING = "□"
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Me", "Mn", "Sk", "So"})
# A space at which no line ends.
_HELD = "\u00a0"
# How far an empty line moves on, in type sizes.
PARAGRAPH = 0.75
# Longer than any page holds; the rest of a hostile text is not worth a look.
_LONGEST = 8000


class Run(NamedTuple):
    """Some words of one line in one face."""

    face: Face
    text: str


Line = tuple[Run, ...]


class _Drawn(dict[int, str]):
    """What stands on paper for each letter, found when it is first met."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._letters = letters_of(face)

    def __missing__(self, code: int) -> str:
        shown = self[code] = self._find(chr(code))
        return shown

    def _find(self, letter: str) -> str:
        if letter.isspace():
            return " "
        if ord(letter) in self._letters and unicodedata.category(letter) not in ("Cc", "Cf"):
            return letter
        # Full width, ligatures, the ornate alphabets of phones; then the letter without its accents.
        for form in ("NFKC", "NFKD"):
            plain = "".join(
                part for part in unicodedata.normalize(form, letter) if not unicodedata.combining(part)
            )
            if plain.strip() and all(ord(part) in self._letters for part in plain):
                return plain
        return "" if unicodedata.category(letter) in _DROPPED_CATEGORIES else MISSING


_drawn: dict[Face, _Drawn] = {}


def printable(text: str, face: Face = Face.REGULAR) -> str:
    """Return a text as one line that the face can draw: emoji dropped, □ for letters it does not have."""
    text = text[:_LONGEST]
    if text.isascii() and text.isprintable():
        return text
    if face not in _drawn:
        _drawn[face] = _Drawn(face)
    shown = " ".join(unicodedata.normalize("NFC", text).translate(_drawn[face]).split())
    # A name of nothing but emoji is a name all the same.
    return shown or (MISSING if text.strip() else "")


def lacks_letters(text: str) -> bool:
    """Return whether the paper shows □ for something of a text that no □ stands in."""
    return any(printable(line).count(MISSING) > line.count(MISSING) for line in text[:_LONGEST].splitlines())


@lru_cache(maxsize=16)
def _widths(face: Face) -> dict[str, float]:
    """Return the width of each letter in parts of the type size."""
    register_faces()
    widths = pdfmetrics.getFont(face.value).face.charWidths
    return {chr(code): width / 1000 for code, width in widths.items()}


@lru_cache(maxsize=8192)
def _word_width(word: str, face: Face) -> float:
    widths = _widths(face)
    return sum([widths.get(letter, 0.0) for letter in word])


def width_of(text: str, face: Face, size: float) -> float:
    """Return how many points wide a text is."""
    if len(text) < 60:
        return _word_width(text, face) * size
    widths = _widths(face)
    return sum([widths.get(letter, 0.0) for letter in text]) * size


def fit(text: str, face: Face, size: float, room: float) -> str:
    """Return the text as one line that fits the room, cut with an ellipsis where it must be."""
    text = printable(text, face)
    if width_of(text, face, size) <= room:
        return text
    head, _ = _split(text, face, size, room - width_of(ELLIPSIS, face, size))
    return head.rstrip(" ,.·-") + ELLIPSIS


def _split(text: str, face: Face, size: float, room: float) -> tuple[str, str]:
    """Return as much of the text as fits the room, and the rest."""
    widths = _widths(face)
    left = room / size
    for place, letter in enumerate(text):
        left -= widths.get(letter, 0.0)
        if left < 0:
            return text[:place], text[place:]
    return text, ""


def break_lines(
    text: str,
    size: float,
    room: float,
    most: int,
    emphasis: Sequence[str] = (),
    unbroken: Sequence[str] = (),
) -> tuple[Line, ...]:
    """Return the lines of a text of paragraphs, at most `most`; the last is cut where there are more.

    The first place of each phrase of `emphasis` stands out; no line ends within a phrase of `unbroken`.
    An empty line parts two paragraphs.
    """
    lines: list[Line] = []
    phrases = {phrase for phrase in (printable(phrase) for phrase in emphasis) if phrase}
    for paragraph in re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text[:_LONGEST]):
        if len(lines) > most:
            break
        shown = printable(paragraph)
        if not shown.strip():
            # Never two empty lines, and none before the first.
            if lines and lines[-1]:
                lines.append(())
            continue
        for phrase in unbroken:
            shown = shown.replace(phrase, phrase.replace(" ", _HELD))
        _fill(lines, _words(shown, phrases), size, room, most)
    while lines and not lines[-1]:
        lines.pop()
    if len(lines) > most:
        lines = lines[:most]
        lines[-1] = _with_ellipsis(lines[-1], size, room)
    return tuple(lines)


def lines_that_fit(
    text: str,
    sizes: Sequence[float],
    room: float,
    height: float,
    leading: float,
    emphasis: Sequence[str],
    unbroken: Sequence[str],
) -> tuple[float, tuple[Line, ...]]:
    """Return the largest of these sizes in which the text's lines fit that height, and the lines.

    In the smallest size the end is cut. `leading` and `PARAGRAPH` are heights of a line in type sizes.
    """
    for size in sizes:
        most = int(height / (size * PARAGRAPH)) + 1
        lines = break_lines(text, size, room, most, emphasis, unbroken)
        used = sum([leading if line else PARAGRAPH for line in lines[:-1]]) * size
        if used <= height:
            return size, lines
    most = int(height / (size * leading)) + 1
    return size, break_lines(text, size, room, most, emphasis, unbroken)


def _words(text: str, phrases: set[str]) -> list[list[Run]]:
    """Return the words of a paragraph, each of one run or, where a phrase ends within it, several."""
    runs: list[Run] = []
    start = 0
    for begin, end in _spans(text, phrases):
        runs += [Run(Face.REGULAR, text[start:begin]), Run(Face.STRONG, text[begin:end])]
        start = end
    runs.append(Run(Face.REGULAR, text[start:]))
    words: list[list[Run]] = [[]]
    for run in runs:
        for place, piece in enumerate(run.text.split(" ")):
            if place and words[-1]:
                words.append([])
            if piece:
                words[-1].append(Run(run.face, piece))
    return [word for word in words if word]


def _spans(text: str, phrases: set[str]) -> list[tuple[int, int]]:
    """Return where phrases stand as whole words, none over another; each found is taken from the set."""
    found: list[tuple[int, int]] = []
    for phrase in sorted(phrases, key=len, reverse=True):
        place = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
        if place is not None and not any(place.start() < end and begin < place.end() for begin, end in found):
            found.append(place.span())
            phrases.discard(phrase)
    return sorted(found)


def _fill(lines: list[Line], words: list[list[Run]], size: float, room: float, most: int) -> None:
    """Append the words as lines; one line more than `most` is enough to know that there are too many."""
    line: list[list[Run]] = []
    used = 0.0
    for word in words:
        width = sum([width_of(run.text, run.face, size) for run in word])
        space = width_of(" ", word[0].face, size) if line else 0.0
        if used + space + width <= room:
            line.append(word)
            used += space + width
            continue
        if line:
            lines.append(_joined(line))
        while width > room and len(lines) <= most:
            # A word without an end, as typed by a cat: broken where the line ends.
            head, tail = _split(word[0].text, word[0].face, size, room)
            lines.append((Run(word[0].face, head or tail[:1]),))
            rest = tail if head else tail[1:]
            word = [Run(word[0].face, rest), *word[1:]] if rest else word[1:]
            width = sum([width_of(run.text, run.face, size) for run in word])
        if len(lines) > most:
            return
        line, used = ([word], width) if word else ([], 0.0)
    if line:
        lines.append(_joined(line))


def _joined(words: list[list[Run]]) -> Line:
    """Return a line of words as few runs; a space belongs to the word before it."""
    runs: list[tuple[Face, list[str]]] = []
    for place, word in enumerate(words):
        if place:
            runs[-1][1].append(" ")
        for face, text in word:
            if runs and runs[-1][0] is face:
                runs[-1][1].append(text)
            else:
                runs.append((face, [text]))
    return tuple([Run(face, "".join(texts)) for face, texts in runs])


def _with_ellipsis(line: Line, size: float, room: float) -> Line:
    *before, last = line or (Run(Face.REGULAR, ""),)
    used = sum([width_of(run.text, run.face, size) for run in before])
    left = room - used - width_of(ELLIPSIS, last.face, size)
    head, _ = _split(last.text, last.face, size, left)
    return (*before, Run(last.face, head.rstrip(" ,.·-") + ELLIPSIS))
