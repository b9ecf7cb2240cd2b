"""Taking the rows of the shop's own export apart: each as it is kept, or why it can not be taken."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bengkel_crm.db.exchange.restore_rows import MOST_ID, MOST_VEHICLE_ID, REPLACED
from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.reports.workbooks_in.row_stream import RowBook
from bengkel_crm.schema.exchanged import OWN_LISTS, RESTORED, OwnList, holds
from bengkel_crm.schema.fields import Holds
from bengkel_crm.schema.lengths import longest, setting_too_long
from bengkel_crm.workshop.exchange.own.own_book import OwnBook, OwnSheet
from bengkel_crm.workshop.exchange.own.own_cells import CellReader, reader_of
from bengkel_crm.workshop.exchange.own.own_sheets import cell_text
from bengkel_crm.workshop.exchange.own.own_words import words_of
from bengkel_crm.workshop.exchange.own.restore_tables import Refused, settlers_of
from bengkel_crm.workshop.exchange.rows.entries import CellDoubt, DoubtKind, Reason, RowFate, RowProblem
from bengkel_crm.workshop.exchange.tables.profiles import text_of

_MOST_TOLD = 20_000


class IdSet:
    """Ids that are there, a bit each."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def add(self, number: int) -> bool:
        """Note an id; False where it was there already."""
        place, bit = number >> 3, 1 << (number & 7)
        if place >= len(self._bits):
            self._bits.extend(bytes(place + 1024 - len(self._bits)))
        is_new = not self._bits[place] & bit
        self._bits[place] |= bit
        return is_new

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int) or number < 0 or number >> 3 >= len(self._bits):
            return False
        return bool(self._bits[number >> 3] & 1 << (number & 7))


@dataclass(slots=True)
class OwnOutcome:
    """What became of the rows so far; of very many problems the first ones are told."""

    problems: list[RowProblem] = field(default_factory=list)
    doubts: list[CellDoubt] = field(default_factory=list)
    fates: dict[str, dict[RowFate, int]] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)

    def count(self, sheet: str, fate: RowFate) -> None:
        """Count one row of a sheet."""
        fates = self.fates.setdefault(sheet, {})
        fates[fate] = fates.get(fate, 0) + 1


class RowTaker:
    """Takes the rows of one book, sheet by sheet, parents before children."""

    def __init__(self, own: OwnBook, job_kind_ids: Mapping[str, int]) -> None:
        self.outcome = OwnOutcome()
        self._own = own
        self._ids: dict[str, IdSet] = {table: IdSet() for table in OWN_LISTS}
        self._keys: dict[tuple[str, ...], set[Any]] = {}
        # A check without writing knows job kinds that are not in the file yet: they get no id of their own.
        self.job_kind_ids: dict[str, int] = dict(job_kind_ids)

    def rows_of(self, book: RowBook, sheet: OwnSheet) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a sheet as they are kept; those that can not be taken are in the outcome."""
        rows = book.rows(sheet.name)
        number, header = next(rows, (1, []))
        self.outcome.count(sheet.name, RowFate.HEADER)
        titles = tuple(map(text_of, header))
        columns = sheet.columns
        places = {columns.get(title.casefold(), ""): place for place, title in enumerate(titles)}
        missing = [name for name in sheet.own.needed if name not in places]
        if missing:
            self._refuse(sheet, number, Refused(Reason.NO_COLUMN, missing[0], ""), titles, header, places)
            return
        take = self._taker(sheet, places, book.starts_1904)
        for number, cells in rows:
            try:
                fate = self._fate_of(cells, places.get(sheet.own.key))
                row = take(number, cells) if fate is RowFate.TAKEN else ()
            except Refused as refused:
                self._refuse(sheet, number, refused, titles, cells, places)
                continue
            self.outcome.count(sheet.name, fate)
            if row:
                self.outcome.taken[sheet.own.table] = self.outcome.taken.get(sheet.own.table, 0) + 1
                yield row

    def _fate_of(self, cells: list[Cell], key_place: int | None) -> RowFate:
        """Tell a row from one of sums, or of nothing: such a row has no id."""
        if key_place is not None and key_place < len(cells) and cells[key_place] is not None:
            return RowFate.TAKEN
        if not any(cell not in (None, "") for cell in cells):
            return RowFate.BLANK
        return RowFate.TOTAL if cells[0] == self._own.total else RowFate.TAKEN

    def _taker(
        self, sheet: OwnSheet, places: Mapping[str, int], from_1904: bool
    ) -> Callable[[int, list[Cell]], tuple[Any, ...]]:
        """Return what makes a row of cells a row as it is kept; it raises `Refused`."""
        own = sheet.own
        readers = self._readers_of(own, places, from_1904)
        columns = [name for name, _, _ in readers]
        odd = {column for code, _, column in self._own.texts if code == sheet.code}.intersection(columns)
        settlers = settlers_of(own)
        limits = [(name, most) for name in own.columns if (most := longest(own.table, name)) is not None]
        wanted = own.columns if own.table in REPLACED else RESTORED[own.table]

        def take(number: int, cells: list[Cell]) -> tuple[Any, ...]:
            width = len(cells)
            values: dict[str, Any] = {}
            for name, place, read in readers:
                cell = cells[place] if place is not None and place < width else None
                try:
                    values[name] = read(cell)
                except (ValueError, OverflowError) as problem:
                    raise Refused(Reason.BAD_VALUE, text_of(cell), name) from problem
            if odd:
                self._put_back_odd(sheet, values, odd)
            for name in own.texts:
                values[name] = values[name] or ""
            for name in own.needed:
                if values[name] is None:
                    raise Refused(Reason.EMPTY, name, name)
            self._find_parents(sheet, number, values, places)
            for settle in settlers:
                settle(values)
            _prove_lengths(values, limits)
            if own.table == "setting":
                _prove_setting(values)
            self._check_keys(own, values, is_removed=values.get("removed_at") is not None)
            return tuple([values[name] for name in wanted])

        return take

    def _readers_of(
        self, own: OwnList, places: Mapping[str, int], from_1904: bool
    ) -> list[tuple[str, int | None, CellReader]]:
        """Return the columns of a list, where each stands and what reads its cells."""
        columns = (*own.columns, "removed_at") if own.can_be_removed else own.columns
        return [
            (
                name,
                places.get(name),
                reader_of(
                    holds(own.table, name),
                    self._own.words.get(f"{own.table}.{name}", {}),
                    words_of(own.table, name),
                    from_1904,
                ),
            )
            for name in columns
        ]

    def _put_back_odd(self, sheet: OwnSheet, values: dict[str, Any], odd: set[str]) -> None:
        """Put texts that no cell could hold in the place of what was shown, where that was not changed."""
        key = str(values[sheet.own.key])
        for name in odd:
            kept = self._own.texts.get((sheet.code, key, name))
            if kept is not None and (values[name] or "") == _shown(sheet.own.table, name, kept):
                values[name] = kept

    def _find_parents(
        self, sheet: OwnSheet, number: int, values: dict[str, Any], places: Mapping[str, int]
    ) -> None:
        own = sheet.own
        for name, table in own.parents.items():
            if values[name] is not None and values[name] not in self._ids[table]:
                if name in own.needed:
                    raise Refused(Reason.NO_PARENT, str(values[name]), name)
                self._doubt(sheet, number, str(values[name]), places.get(name))
                values[name] = None
        if "job_kind" in values:
            code = values["job_kind"]
            values["job_kind_id"] = None if code is None else self.job_kind_ids.get(code)
            if code is not None and values["job_kind_id"] is None:
                self._doubt(sheet, number, code, places.get("job_kind"))
        if own.table == "job_interval" and values["code"] not in self.job_kind_ids:
            raise Refused(Reason.NO_PARENT, values["code"], "code")

    def _check_keys(self, own: OwnList, values: dict[str, Any], is_removed: bool) -> None:
        """Refuse what may be there once and was there already; nothing is noted of a refused row."""
        if own.has_id:
            most = MOST_VEHICLE_ID if own.table == "vehicle" else MOST_ID
            if not 0 < values["id"] <= most:
                raise Refused(Reason.BAD_VALUE, str(values["id"]), "id")
            if values["id"] in self._ids[own.table]:
                raise Refused(Reason.TWICE, str(values["id"]), "id")
        noted = []
        for key in own.keys:
            if key == ("id",) or (is_removed and own.table == "vehicle"):
                continue
            told = tuple(values[name] for name in key)
            if None in told:
                continue
            known = self._keys.setdefault((own.table, *key), set())
            found = told[0] if len(told) == 1 else told
            if found in known:
                raise Refused(Reason.TWICE, " · ".join(map(str, told)), key[0])
            noted.append((known, found))
        for known, found in noted:
            known.add(found)
        if own.has_id:
            self._ids[own.table].add(values["id"])

    def _doubt(self, sheet: OwnSheet, row: int, value: str, place: int | None) -> None:
        if len(self.outcome.doubts) < _MOST_TOLD:
            self.outcome.doubts.append(CellDoubt(sheet.name, row, DoubtKind.PARENT, value, place))

    def _refuse(
        self,
        sheet: OwnSheet,
        row: int,
        refused: Refused,
        titles: tuple[str, ...],
        cells: list[Cell],
        places: Mapping[str, int],
    ) -> None:
        self.outcome.count(sheet.name, RowFate.NOT_TAKEN)
        if len(self.outcome.problems) >= _MOST_TOLD:
            return
        value = refused.value
        if refused.reason in (Reason.EMPTY, Reason.NO_COLUMN):
            value = sheet.titles.get(value, value)
        place = places.get(refused.column)
        told = tuple(map(text_of, cells))
        self.outcome.problems.append(RowProblem(sheet.name, row, refused.reason, value, titles, told, place))


def _prove_setting(values: Mapping[str, Any]) -> None:
    """Refuse a setting that does not fit where it is shown."""
    found = setting_too_long(values["key"], values["value"])
    if found is not None:
        raise Refused(Reason.TOO_LONG, str(found[1]), "value")


def _shown(table: str, name: str, kept: str) -> str:
    """Return what stood in the cell of a text that no cell could hold."""
    return cell_text(kept) if holds(table, name) is Holds.TEXT else ""


def _prove_lengths(values: Mapping[str, Any], limits: Iterable[tuple[str, int]]) -> None:
    for name, most in limits:
        text = values[name]
        if text is not None and len(text) > most:
            raise Refused(Reason.TOO_LONG, str(len(text)), name)
