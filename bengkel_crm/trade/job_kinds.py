"""Kinds of work: the table shipped with the program, and which of them a line of a book names."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from bengkel_crm.base.languages import FIRST_LANGUAGE
from bengkel_crm.base.paths import resources
from bengkel_crm.trade.intervals import JobInterval
from bengkel_crm.trade.kind_names import shipped_names
from bengkel_crm.trade.kinds import ProductCategory, VehicleKind
from bengkel_crm.trade.products import classify_product

_KIND_OF_PRODUCT = {
    ProductCategory.ENGINE_OIL: "engine_oil",
    ProductCategory.GEAR_OIL: "gear_oil",
    ProductCategory.FORK_OIL: "fork_oil",
    ProductCategory.BRAKE_FLUID: "brake_fluid",
    ProductCategory.COOLANT: "coolant",
    ProductCategory.OIL_FILTER: "oil_filter",
}
# A comma in "0,8", the plus of "10W40+" and what stands in brackets belong to one piece.
_BETWEEN_JOBS = re.compile(
    r"\([^()]*\)|;|\n|\r|•|,(?:(?!\d)|(?<!\d,))|\+(?:(?<=\s\+)(?=\s*\S)|(?<=[^\W\d]\+)(?=\s*[^\W\d]))"
)
_LIST_MARK = re.compile(r"^(?:[-*•·+.]\s*|\d{1,2}[.)]\s+)+")
_BETWEEN_THINGS = re.compile(r"\s+(?:dan|and|sekalian|sama|serta)\s+|\s*[&/+]\s*")
_NOT_WORD = re.compile(r"[\W_]+")
# "Servis 10.000 km" is the keyword "servis 10000 km".
_THOUSANDS_DOT = re.compile(r"(?<=\d)\.(?=\d{3}\b)")
_LEADING_WORK = re.compile(
    r"(?:(?:jasa|ongkos|biaya|upah|paket|ganti|gt|penggantian|pergantian|servis|service|pasang|kuras|isi|replace"
    r"|change)\s+)+"
)
# Looked at, topped up, advised or complained of: not done, unless the line says that it was replaced as well.
_NOT_DONE = re.compile(
    r"^(?:cek|check|ngecek|periksa|kontrol|tambah|top up|saran|disarankan|rekomendasi|tunda|jangan|inspect)\b"
    r"|\b(?:belum|tidak|bocor|rembes|netes|bunyi|berisik|tipis|aus|mati|soak|kurang|leak|leaking|leaks|low|worn)\b"
    r"|\bdi ?(?:cek|check|periksa|tambah|tambahkan|kontrol|lihat|ukur)\b"
    r"|\b(?:checked|inspected|topped up|top up|inspection)\b|\bcheck$"
)
_DONE = re.compile(
    r"\b(?:ganti|diganti|servis|service|perbaiki|pasang|stel|bersihkan|tambal|tune ?up)\b"
    r"|\b(?:changed?|replaced?|replacement)\b"
)
# "Oli mesin diganti", "Engine oil replaced": what stands beside is what was changed.
_CHANGED = re.compile(r"\b(?:di ?ganti|ganti|changed?|replaced?|replacement|baru|servis|service)\b")
_NEVER_DONE = re.compile(r"\b(?:belum|tidak|jangan|saran|disarankan|tunda|rekomendasi)\b")
# "Kabel aki" is no battery: the word before tells what the thing is.
_ANOTHER_THING = re.compile(
    r"air|as|bak|baut|bohlam|bosh|box|bunyi|cas|charge|cop|cover|cuci|dop|gasket|grease|handle|kabel|karet|kepala"
    r"|klem|kop|kran|minyak|oil|oli|packing|paking|pelumas|per|pompa|rotasi|rumah|saklar|seal|selang|sensor|sil"
    r"|soket|strum|setrum|switch|tabung|tekanan|terminal|tutup|velg"
)


class NamedInLines(Protocol):
    """A kind of work that lines of text can name; shipped ones and the shop's own."""

    @property
    def code(self) -> str:
        """The code of the job kind, the same in every shop."""

    @property
    def keywords(self) -> tuple[str, ...]:
        """What it is called in the lines of a bill."""


@dataclass(frozen=True, slots=True)
class ShippedJobKind:
    """A kind of work as the program brings it, named in the language of a new shop."""

    code: str
    name: str
    keywords: tuple[str, ...]
    intervals: tuple[JobInterval, ...]


class JobRecogniser:
    """Finds the job kinds that lines of text name; made once for many lines."""

    def __init__(self, kinds: Iterable[NamedInLines]) -> None:
        self._codes: set[str] = set()
        self._code_of: dict[str, str] = {}
        for kind in kinds:
            self._codes.add(kind.code)
            for keyword in kind.keywords:
                self._code_of.setdefault(_plain(keyword), kind.code)
        self._code_of.pop("", None)
        phrases = sorted(map(re.escape, self._code_of), key=len, reverse=True)
        # Looked for at every word, so that overlapping phrases are all seen and the longest can win.
        self._phrases = re.compile(rf"\b(?=({'|'.join(phrases)})\b)") if phrases else None
        self.recognise = lru_cache(maxsize=8192)(self._recognise)

    def _recognise(self, text: str) -> tuple[str, ...]:
        """Return the codes a line names, each once."""
        codes: dict[str, None] = {}
        for job in split_jobs(text):
            lowered = job.casefold()
            if _NOT_DONE.search(lowered) and (not _DONE.search(lowered) or _NEVER_DONE.search(lowered)):
                continue
            for thing in _BETWEEN_THINGS.split(lowered):
                codes.update(dict.fromkeys(self._codes_in(thing)))
        return tuple(codes)

    def _codes_in(self, thing: str) -> Iterator[str]:
        plain = _plain(thing)
        yield from self._named(plain)
        # The classifier must see "10w-40" and "0,8" as they were written.
        code = job_kind_for_product(
            classify_product(_CHANGED.sub(" ", _LEADING_WORK.sub("", thing.lstrip())))
        )
        if code in self._codes and code is not None:
            yield code

    def _named(self, plain: str) -> list[str]:
        if self._phrases is None:
            return []
        found = sorted(self._phrases.finditer(plain), key=lambda match: -len(match[1]))
        taken: list[tuple[int, int]] = []
        for match in found:
            start, end = match.span(1)
            before = plain[:start].split()
            if before and _ANOTHER_THING.fullmatch(before[-1]):
                continue
            if all(end <= other_start or start >= other_end for other_start, other_end in taken):
                taken.append((start, end))
        return [self._code_of[plain[start:end]] for start, end in sorted(taken)]


@lru_cache(maxsize=1)
def load_shipped() -> tuple[ShippedJobKind, ...]:
    """Return the shipped job kinds in the order they are offered."""
    names = shipped_names(FIRST_LANGUAGE)
    with (resources() / "job_kinds.csv").open(encoding="utf-8", newline="") as table:
        return tuple(_from_row(row, names[row["code"]]) for row in csv.DictReader(table))


def job_kind_for_product(category: ProductCategory) -> str | None:
    """Return the code of the work that using such a product means: engine oil in is engine oil changed."""
    return _KIND_OF_PRODUCT.get(category)


@lru_cache(maxsize=8192)
def split_jobs(text: str) -> tuple[str, ...]:
    """Return the jobs a cell lists: "Ganti oli; X + Y" is three; "0,8" and "10W40+" stay whole."""
    cuts = [cut.span() for cut in _BETWEEN_JOBS.finditer(text) if cut[0][0] != "("]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    raw = (text[start:end].strip() for start, end in zip(starts, ends, strict=True))
    pieces = (" ".join(_LIST_MARK.sub("", piece).split()) for piece in raw)
    return tuple(piece for piece in pieces if any(letter.isalnum() for letter in piece))


def _plain(text: str) -> str:
    return _NOT_WORD.sub(" ", _THOUSANDS_DOT.sub("", text.casefold())).strip()


def _from_row(row: dict[str, str], name: str) -> ShippedJobKind:
    intervals = []
    for kind in VehicleKind:
        months, km = row[f"{kind}_months"], row[f"{kind}_km"]
        if months or km:
            intervals.append(JobInterval(kind, int(months) if months else None, int(km) if km else None))
    return ShippedJobKind(
        row["code"],
        name,
        tuple(row["keywords"].split("|")),
        tuple(intervals),
    )
