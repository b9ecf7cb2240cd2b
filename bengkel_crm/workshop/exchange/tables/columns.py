"""Which column tells what: each by its name and by what its cells look like."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.trade.names import fold
from bengkel_crm.workshop.exchange.tables.fits import ALONE, ALONE_ANYWHERE, FITS
from bengkel_crm.workshop.exchange.tables.profiles import Profile, looks_like_work, profile_of, text_of
from bengkel_crm.workshop.exchange.tables.roles import (
    SEVERAL,
    ColumnRole,
    name_strengths,
    of_one_of_several,
)

# A column is believed from here on; a name whose cells look like nothing of the kind stays below.
_LEAST_SCORE = 0.4
_NAME_WEIGHT = 0.4
_PARTS_SHARE = 0.8
# Where the title says plate in so many words, cells of another grammar than the civil one are believed.
_SAYS_PLATE = re.compile(r".*\b(?:no ?pol|nopol|polisi|plat|plate|plates|tnkb)\b.*")
_OFFICIAL_FIT, _OFFICIAL_SHARE = 0.5, 0.6
# Titles that say nothing: cells alone may tell what a column is only under these.
_SAYS_NOTHING = re.compile(r"|\w{1,2}|(?:kolom|column|col|field|data|unnamed|var|isi|lain)(?: ?\w{1,3})?")
_DRIVER = re.compile(r"nama pembawa|driver|supir|sopir|pembawa")
_WORK_IN_REMARK, _WORK_UNDER_OTHER = 0.4, 0.7
# Given to a guess; below _LIKELY the window asks and the report names the column.
_GUESSED, _LIKELY = 0.45, 0.5
_SURE_PRICES, _FEW = 0.8, 0.4
_PLAIN = 0.8
_FIRST_ROWS, _ROWS_ALL_OVER = 200, 100


class Guess(StrEnum):
    """Why nobody can be sure what a column tells."""

    SILENT = "silent"
    OTHERWISE = "otherwise"
    VAGUE = "vague"
    CELLS = "cells"


@dataclass(frozen=True, slots=True)
class BookColumn:
    """One column of a table; `index` counts from 0, `confidence` is 0..1."""

    index: int
    header: str
    role: ColumnRole
    confidence: float

    @property
    def guess(self) -> Guess | None:
        """Why the column is only guessed: by what its title says, or by its cells; None where it is not."""
        if self.role is ColumnRole.OTHER or not 0 < self.confidence < _LIKELY:
            return None
        said = name_strengths(self.header)
        if not said:
            return Guess.SILENT
        if self.role not in said:
            return Guess.OTHERWISE
        return Guess.CELLS if said[self.role] >= _PLAIN else Guess.VAGUE


def known_column(index: int, header: str, role: ColumnRole) -> BookColumn:
    """Return a column of which is known what it tells; of OTHER nothing is."""
    return BookColumn(index, header, role, float(role is not ColumnRole.OTHER))


# Lower names that only the name above them explains.
_TEXTS = frozenset(
    {ColumnRole.WORK, ColumnRole.JOB, ColumnRole.PART, ColumnRole.OIL, ColumnRole.OTHER_OIL, ColumnRole.MARK}
)
_BESIDE_WORK = frozenset({ColumnRole.PRICE, ColumnRole.AMOUNT, ColumnRole.TOTAL, ColumnRole.QUANTITY})
_LEAST_PLATES, _SURE_DATES, _SURE_NAMES = 0.2, 0.5, 0.8
_SAY_LITTLE = {"nama", "name", "no", "nomor", "number", "kode"}
# Blank below: the name is all there is.
_FIT_OF_NOTHING = 0.3


def recognise(labels: Sequence[str], rows: Sequence[Sequence[Cell]]) -> tuple[BookColumn, ...]:
    """Return what each column of a table tells, by its label and the rows below; OTHER where nothing fits."""
    width = len(labels)
    # A header that comes again on every page tells nothing of the cells under it.
    rows = [row for row in _sample(rows) if not _is_again(row, labels)]
    looks = [profile_of([row[index] for row in rows if index < len(row)]) for index in range(width)]
    columns = _assign(labels, looks)
    if not any(column.role is ColumnRole.PLATE for column in columns):
        columns = _plate_in_parts(columns, looks)
    return tuple(columns)


def _is_again(row: Sequence[Cell], labels: Sequence[str]) -> bool:
    told = [(text_of(cell), label) for cell, label in zip(row, labels, strict=False) if cell is not None]
    return len(told) > 1 and all(text == label for text, label in told)


def _sample(rows: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    """Return enough rows to know a table by: the first ones, where runs show, and some from all over."""
    if len(rows) <= _FIRST_ROWS + _ROWS_ALL_OVER:
        return rows
    step = (len(rows) - _FIRST_ROWS) // _ROWS_ALL_OVER
    return [*rows[:_FIRST_ROWS], *rows[_FIRST_ROWS::step]]


def _score(role: ColumnRole, strength: float, look: Profile) -> float:
    if look.is_empty:
        return strength * (_NAME_WEIGHT + (1 - _NAME_WEIGHT) * _FIT_OF_NOTHING)
    fit = FITS[role](look) if role in FITS else 0.0
    return strength * (_NAME_WEIGHT + (1 - _NAME_WEIGHT) * fit) if fit > 0 else 0.0


def _scores_of(
    label: str, look: Profile, strengths: Mapping[ColumnRole, float]
) -> list[tuple[float, ColumnRole]]:
    """Return how well a column fits roles, by its name and by what stands in it."""
    named = [(_score(role, strength, look), role) for role, strength in strengths.items()]
    scores = list(named)
    if not look.is_empty and max(named, default=(0.0,))[0] < _LEAST_SCORE:
        says_nothing = _SAYS_NOTHING.fullmatch(fold(label)) is not None
        scores += [
            (alone(look), role) for role, alone in ALONE.items() if says_nothing or role in ALONE_ANYWHERE
        ]
    if look.plate < _LEAST_PLATES and _can_be_official(label, look):
        strength = strengths.get(ColumnRole.PLATE, 0.0)
        scores.append((strength * (_NAME_WEIGHT + (1 - _NAME_WEIGHT) * _OFFICIAL_FIT), ColumnRole.PLATE))
    if look.mark >= 0.9 and _names_a_job(label, strengths):
        scores.append((0.9, ColumnRole.MARK))
    return scores


def _assign(labels: Sequence[str], looks: Sequence[Profile]) -> list[BookColumn]:
    """Return each column with the role that fits it best, no role given twice but those that may be."""
    scores: list[tuple[float, int, ColumnRole]] = []
    label_counts = Counter(map(fold, labels))
    for index, (label, look) in enumerate(zip(labels, looks, strict=True)):
        strengths = name_strengths(label)
        best = max(strengths, key=strengths.__getitem__, default=ColumnRole.OTHER)
        if label_counts[fold(label)] > 1 and of_one_of_several(best) is not best:
            # "Pekerjaan, Harga, Pekerjaan, Harga": each a price of its own job.
            strengths = {role: value for role, value in strengths.items() if role not in _BESIDE_WORK}
            strengths[of_one_of_several(best)] = 1.0
        scores += [(score, index, role) for score, role in _scores_of(label, look, strengths)]
    scores = [entry for entry in scores if entry[0] >= _LEAST_SCORE]
    # The surest first; of two equal ones the left column, and there the role that was named first.
    scores.sort(key=lambda entry: (-entry[0], entry[1]))
    taken: dict[int, BookColumn] = {}
    given: set[ColumnRole] = set()
    for score, index, role in scores:
        if index in taken or (role in given and role not in SEVERAL):
            continue
        taken[index] = BookColumn(index, labels[index], role, min(1.0, round(score, 2)))
        given.add(role)
    _name_customer(taken, given)
    _look_again_for(taken, labels, looks)
    return [
        taken.get(index) or BookColumn(index, label, ColumnRole.OTHER, 0.0)
        for index, label in enumerate(labels)
    ]


def _can_be_official(label: str, look: Profile) -> bool:
    return (
        _SAYS_PLATE.fullmatch(fold(label)) is not None
        and look.official >= _OFFICIAL_SHARE
        and not look.counts_up
    )


def _names_a_job(label: str, strengths: Mapping[ColumnRole, float]) -> bool:
    """Return whether a title names something that can be done: "Busi", "Filter Udara", "Ganti Oli"."""
    return bool({ColumnRole.OIL, ColumnRole.OTHER_OIL, ColumnRole.PART} & set(strengths)) or looks_like_work(
        _spaced(label)
    )


def _spaced(label: str) -> str:
    return " ".join(label.replace("_", " ").split())


def _name_customer(taken: dict[int, BookColumn], given: set[ColumnRole]) -> None:
    """Take for the customer whom the columns name where none says customer, in place."""
    drivers = [
        column
        for column in taken.values()
        if column.role is ColumnRole.CUSTOMER and _DRIVER.fullmatch(fold(column.header))
    ]
    companies = [column for column in taken.values() if column.role is ColumnRole.COMPANY]
    if companies and (
        drivers or not given & {ColumnRole.CUSTOMER, ColumnRole.FIRST_NAME, ColumnRole.LAST_NAME}
    ):
        # The driver of a company's car is whom to ask for.
        for column in drivers:
            taken[column.index] = replace(
                column, role=ColumnRole.OTHER if ColumnRole.CONTACT in given else ColumnRole.CONTACT
            )
        taken[companies[0].index] = replace(companies[0], role=ColumnRole.CUSTOMER)
        return
    if not given & {ColumnRole.CUSTOMER, ColumnRole.FIRST_NAME, ColumnRole.LAST_NAME}:
        # "Contact Name" beside a customer is whom to ask for; alone it is the customer.
        for column in [column for column in taken.values() if column.role is ColumnRole.CONTACT]:
            taken[column.index] = replace(column, role=ColumnRole.CUSTOMER)


def _look_again_for(taken: dict[int, BookColumn], labels: Sequence[str], looks: Sequence[Profile]) -> None:
    """Find what a ledger can not do without under a title that usually says something else, in place."""
    roles = {column.role for column in taken.values()}
    if ColumnRole.PLATE not in roles and ColumnRole.VEHICLE_ID not in roles:
        return
    if not any(labels):
        _guess_untitled(taken, roles, looks)
    # Numbered visits may have their lines on another sheet.
    if ColumnRole.DATE in roles and ColumnRole.NUMBER not in roles and not roles & _TEXTS:
        # "Keterangan" is all that tells what was done.
        candidates = [
            (look.work, -index)
            for index, look in enumerate(looks)
            if (
                (found := taken.get(index)) is None
                and look.work >= _WORK_UNDER_OTHER
                and not name_strengths(labels[index])
            )
            or (found is not None and found.role is ColumnRole.REMARK and look.work >= _WORK_IN_REMARK)
        ]
        if candidates:
            index = -max(candidates)[1]
            taken[index] = BookColumn(index, labels[index], ColumnRole.WORK, _GUESSED)
    if ColumnRole.DATE not in roles and roles & _TEXTS:
        # "Tanggal Selesai", "Tanggal Daftar": the only day there is beside the work.
        for index, look in enumerate(looks):
            strength = name_strengths(labels[index]).get(ColumnRole.DATE, 0.0)
            if strength > 0 and look.date + look.serial >= _SURE_DATES:
                taken[index] = BookColumn(index, labels[index], ColumnRole.DATE, _GUESSED)
                return


def _guess_untitled(taken: dict[int, BookColumn], roles: set[ColumnRole], looks: Sequence[Profile]) -> None:
    """Guess of a list without titles whom it names and, of days and plates, what was driven and paid."""
    free = [(index, look) for index, look in enumerate(looks) if index not in taken]
    found: dict[ColumnRole, list[int]] = {
        # Of the columns of names the first in which nearly all are different.
        ColumnRole.CUSTOMER: [
            index
            for index, look in free
            if look.name >= _SURE_NAMES and look.variety >= _SURE_DATES and look.work < _WORK_IN_REMARK
        ]
    }
    if ColumnRole.DATE in roles:
        # Prices are round and stand at the end; a reading hardly ever is.
        found[ColumnRole.TOTAL] = [index for index, look in reversed(free) if look.price >= _SURE_PRICES]
        readings = [index for index, look in free if look.km >= _SURE_PRICES and _is_reading(look)]
        found[ColumnRole.ODOMETER] = readings if len(readings) == 1 else []
    for role, places in found.items():
        if places and role not in roles:
            taken[places[0]] = BookColumn(places[0], "", role, _GUESSED)


def _is_reading(look: Profile) -> bool:
    return max(look.price, look.small, look.year) < _FEW and not look.counts_up


def _plate_in_parts(columns: list[BookColumn], looks: Sequence[Profile]) -> list[BookColumn]:
    """Find a plate written over three columns: "AB", 1234, "XY"."""
    for start in range(len(columns) - 2):
        region, digits, suffix = looks[start : start + 3]
        if (
            region.region >= _PARTS_SHARE
            and digits.digits >= _PARTS_SHARE
            and digits.distinct > 1
            and suffix.suffix >= _PARTS_SHARE
        ):
            roles = (ColumnRole.PLATE_REGION, ColumnRole.PLATE_DIGITS, ColumnRole.PLATE_SUFFIX)
            parts = [
                BookColumn(start + place, columns[start + place].header, role, _PARTS_SHARE)
                for place, role in enumerate(roles)
            ]
            return columns[:start] + parts + columns[start + 3 :]
    return columns


def labels_of(upper: Sequence[Cell], lower: Sequence[Cell] | None) -> list[str]:
    """Return the names of columns: of one header row, or of two with the upper spanning the lower.

    A name of two rows is "upper lower" where that says more than the lower alone.
    """
    if lower is None:
        return [text_of(cell) for cell in upper]
    labels = []
    above = ""
    for index in range(max(len(upper), len(lower))):
        top = text_of(upper[index]) if index < len(upper) else ""
        bottom = text_of(lower[index]) if index < len(lower) else ""
        above = top or (above if bottom else "")
        labels.append(_joined(above, bottom))
    return labels


def _joined(upper: str, lower: str) -> str:
    if not lower or not upper:
        return lower or upper
    both = f"{upper} {lower}"
    # "Nama" under "Mekanik" is not the customer's; "Tipe" under "Kendaraan" is still only the model.
    says_little = fold(lower) in _SAY_LITTLE or not name_strengths(lower)
    return both if says_little and name_strengths(both) else lower
