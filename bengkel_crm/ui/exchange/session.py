"""What a clerk has decided so far about one book; kept while he goes back and forth between the steps."""

from dataclasses import replace
from pathlib import Path

from bengkel_crm.trade.dates import DateOrder
from bengkel_crm.trade.plates import looks_like_plate
from bengkel_crm.ui.exchange.import_words import may_repeat, missing_role, roles_for
from bengkel_crm.workshop.exchange import (
    Book,
    Choices,
    ColumnRole,
    CsvOptions,
    FieldRule,
    ImportField,
    ImportReport,
    PhoneRule,
    TableChoice,
    TableKind,
    TableProposal,
)
from bengkel_crm.workshop.exchange.rows.entries import RowFate
from bengkel_crm.workshop.exchange.tables.profiles import text_of

_LEAST_SURE = 0.5

Cell = tuple[str, int, int]
Row = tuple[str, int]


class ImportSession:
    """`tables` are what was proposed, as the clerk has changed it; `current` is the one that is shown."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.csv: CsvOptions | None = None
        self.book: Book | None = None
        self.tables: list[TableProposal] = []
        self.is_put_back = False
        self.current = 0
        self.date_order: DateOrder | None = None
        self.phones = PhoneRule.ALL
        self.fields: dict[ImportField, FieldRule] = {}
        self.mended: dict[Cell, str] = {}
        self.left_out: set[Row] = set()
        self.same_customers: set[tuple[str, str]] = set()
        self.by_hand: set[tuple[int, int]] = set()
        self.report: ImportReport | None = None

    # The book

    def start(
        self,
        book: Book,
        tables: tuple[TableProposal, ...],
        *,
        is_put_back: bool = False,
    ) -> None:
        """Begin with a book that was just read."""
        self.path, self.book, self.csv = book.path, book, book.csv
        self.is_put_back = is_put_back
        self.tables = [] if is_put_back else list(tables)
        self.by_hand.clear()
        self.forget_rows()
        self.current = next((place for place, table in enumerate(tables) if table.choice.taken), 0)

    def forget_rows(self) -> None:
        """Drop what was decided of single rows: they are other rows now."""
        self.mended.clear()
        self.left_out.clear()
        self.same_customers.clear()
        self.report = None

    def is_clear(self) -> bool:
        """Return whether all that is to be taken is recognised surely, so that nothing is to be asked."""
        taken = self.taken()
        return bool(taken) and all(self._is_sure(place) for place in taken)

    def taken(self) -> list[int]:
        """Return the places of the tables that are to be imported."""
        return [place for place, table in enumerate(self.tables) if table.choice.taken]

    def rows_taken(self) -> int:
        """Return how many rows the tables have that are taken."""
        return sum(self.tables[place].rows for place in self.taken())

    def missing(self, place: int) -> ColumnRole | None:
        """Return what a table lacks to be imported, or None."""
        choice = self.tables[place].choice
        # One plate for all rows does for a column of them.
        told = (
            (ColumnRole.PLATE,) if choice.kind is TableKind.VISITS and looks_like_plate(choice.plate) else ()
        )
        return missing_role(choice.kind, (*choice.roles, *told))

    def may_have_one_plate(self, place: int) -> bool:
        """Return whether a table of visits has no column that tells the vehicle."""
        choice = self.tables[place].choice
        return choice.kind is TableKind.VISITS and missing_role(choice.kind, choice.roles) is ColumnRole.PLATE

    def set_plate(self, place: int, plate: str) -> None:
        """Keep the plate of all rows of a table."""
        table = self.tables[place]
        self.tables[place] = replace(table, choice=replace(table.choice, plate=plate))
        self.report = None

    def first_missing(self) -> tuple[int, ColumnRole] | None:
        """Return the first table that is to be imported and can not be, with what it lacks."""
        for place in self.taken():
            lacks = self.missing(place)
            if lacks is not None:
                return place, lacks
        return None

    def may_be_mapped(self) -> bool:
        """Return whether a table is taken, and each taken one has rows."""
        return bool(self.taken()) and all(self.tables[place].rows for place in self.taken())

    def has_handwork(self) -> bool:
        """Return whether leaving would lose what was typed or chosen."""
        return bool(self.mended or self.left_out or self.same_customers or self.by_hand)

    def same_titles(self, place: int) -> list[int]:
        """Return the tables to be imported with the titles and the kind of one, it among them."""

        def titles(table: TableProposal) -> tuple[str, ...]:
            return tuple(column.header for column in table.columns)

        this = self.tables[place]
        return [
            known
            for known in self.taken()
            if known == place
            or (
                titles(self.tables[known]) == titles(this)
                and self.tables[known].choice.kind is this.choice.kind
            )
        ]

    def has_news(self) -> bool:
        """Return whether taking the book over would write anything, as far as it was checked."""
        report = self.report
        return report is not None and bool(
            report.rows.get(RowFate.TAKEN, 0)
            or report.vehicles_added
            or report.customers_added
            or report.work_orders_added
            or report.vehicles_changed
            or report.customers_changed
            or report.products_added
            or report.products_changed
            or report.outcomes_recorded
        )

    # Decisions

    def choice_with_role(self, place: int, index: int, role: ColumnRole) -> TableChoice:
        """Return a table's choice with another role for a column; one that has it already gives it up."""
        choice = self.tables[place].choice
        roles = [
            ColumnRole.OTHER if known is role and not may_repeat(role) else known for known in choice.roles
        ]
        roles[index] = role
        return replace(choice, roles=tuple(roles))

    def choice_with_kind(self, place: int, kind: TableKind) -> TableChoice:
        """Return a table's choice for rows of another kind; roles that make no sense there are given up."""
        choice = self.tables[place].choice
        offered = roles_for(kind)
        roles = tuple(role if role in offered else ColumnRole.OTHER for role in choice.roles)
        return replace(choice, kind=kind, roles=roles, taken=True)

    def choice_with_header(self, place: int, row: int) -> TableChoice:
        """Return a table's choice with its header in a row (from 1); its columns are to be guessed anew."""
        choice = self.tables[place].choice
        later = [
            table.choice.header[0]
            for number, table in enumerate(self.tables)
            if number != place and table.choice.sheet == choice.sheet and table.choice.header[0] > row
        ]
        last = min([self.sheet_length(choice.sheet), *(header - 1 for header in later)])
        return replace(choice, header=(row, row), first=row + 1, last=last, roles=(), taken=True)

    def sheet_length(self, name: str) -> int:
        """Return how many rows a sheet has, 0 where there is none of that name."""
        assert self.book is not None
        sheet = self.book.sheet(name)
        return len(sheet.rows) if sheet is not None else 0

    def set_taken(self, place: int, taken: bool) -> None:
        """Take a table or leave it out."""
        table = self.tables[place]
        self.tables[place] = replace(table, choice=replace(table.choice, taken=taken))

    def choices(self) -> Choices:
        """Return all that was decided, for the workshop."""
        return Choices(
            tables=tuple(table.choice for table in self.tables),
            date_order=self.date_order,
            phones=self.phones,
            fields=dict(self.fields),
            mended=dict(self.mended),
            left_out=frozenset(self.left_out),
            same_customers=tuple(sorted(self.same_customers)),
        )

    # The inside

    def _is_sure(self, place: int) -> bool:
        table = self.tables[place]
        if table.remembered:
            return True
        used = [
            column for column in table.columns if column.role not in (ColumnRole.OTHER, ColumnRole.ROW_NUMBER)
        ]
        return self.missing(place) is None and all(column.confidence >= _LEAST_SURE for column in used)


def row_text(session: ImportSession, name: str, row: int) -> str:
    """Return the cells of a row (from 1) of a sheet that say something, left to right."""
    sheet = session.book.sheet(name) if session.book is not None else None
    cells = sheet.rows[row - 1] if sheet is not None and 1 <= row <= len(sheet.rows) else ()
    told = [session.mended.get((name, row, index), text_of(cell)) for index, cell in enumerate(cells)]
    return " · ".join(" ".join(text.split()) for text in told if text.strip())
