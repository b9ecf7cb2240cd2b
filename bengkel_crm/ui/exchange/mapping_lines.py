"""The columns of one table of a book as rows: name, samples, what it goes into, how well it can be read."""

from dataclasses import dataclass

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.exchange.import_words import column_letter, is_unused, role_words
from bengkel_crm.ui.lists.columns import ListColumn
from bengkel_crm.ui.look.tokens import ColorName, Tone
from bengkel_crm.workshop.exchange import ColumnProposal, ColumnRole, TableKind, TableProposal, guess_text

_SURE, _LIKELY = 0.75, 0.5
# Few rows can do without these.
_WANTED = frozenset({ColumnRole.PLATE, ColumnRole.CUSTOMER, ColumnRole.DATE})


@dataclass(frozen=True, slots=True)
class MappingLine:
    """One column of a table of `rows` rows; its role was chosen by hand, remembered, or guessed."""

    column: ColumnProposal
    rows: int
    kind: TableKind
    is_by_hand: bool
    is_remembered: bool

    @property
    def is_unused(self) -> bool:
        return is_unused(self.column.role, self.kind)

    @property
    def tone(self) -> Tone:
        """How much the column wants to be looked at."""
        column = self.column
        if self.is_unused:
            return Tone.NEUTRAL
        if not column.filled or column.readable < column.filled:
            return Tone.WARN
        if column.role in _WANTED and column.filled < self.rows:
            return Tone.WARN
        return Tone.OK

    @property
    def is_doubtful_guess(self) -> bool:
        """Whether the column was guessed so faintly that somebody should look at it."""
        chosen = self.is_remembered or self.is_by_hand
        return not chosen and not self.is_unused and self.column.confidence < _LIKELY


def mapping_lines(table: TableProposal, by_hand: frozenset[int]) -> list[MappingLine]:
    """Return a line for each column; `by_hand` are those whose role the clerk chose."""
    return [
        MappingLine(column, table.rows, table.choice.kind, column.index in by_hand, table.remembered)
        for column in table.columns
    ]


def header_words(line: MappingLine) -> str:
    """Return the title of a column, or its letter."""
    blank = translate("ImportMapping", "Column {0}, no title")
    return " ".join(line.column.header.split()) or blank.format(column_letter(line.column.index))


def guess_words(line: MappingLine) -> str:
    """Return what a column is guessed to be and why, nothing where the guess is a good one."""
    guess = line.column.guess
    if guess is None or not line.is_doubtful_guess:
        return ""
    role = role_words(line.column.role, line.kind)
    return translate("ImportMapping", "“{0}” → {1}: {2}.").format(header_words(line), role, guess_text(guess))


def _state_words(line: MappingLine) -> str:
    """Return "1.248 readable", "1.201 valid, 47 to be checked", "1.240 filled, 8 blank", "left out"."""
    column, number = line.column, i18n.format_number
    if line.is_unused:
        return translate("ImportMapping", "left out")
    if not column.filled:
        return translate("ImportMapping", "all blank")
    unsure = column.filled - column.readable  # the doubtful ones are among them
    if unsure:
        return translate("ImportMapping", "{0} valid, {1} to be checked").format(
            number(column.readable), number(unsure)
        )
    if column.filled < line.rows:
        return translate("ImportMapping", "{0} filled, {1} blank").format(
            number(column.filled), number(line.rows - column.filled)
        )
    return translate("ImportMapping", "{0} readable").format(number(column.readable))


def _sureness_words(line: MappingLine) -> str:
    if line.is_by_hand:
        return translate("ImportMapping", "your choice")
    if line.is_remembered:
        return translate("ImportMapping", "remembered")
    if line.is_unused:
        return ""
    if line.column.confidence >= _SURE:
        return translate("ImportMapping", "sure")
    if line.column.confidence >= _LIKELY:
        return translate("ImportMapping", "likely")
    return translate("ImportMapping", "unsure")


def _header_ink(line: MappingLine) -> ColorName | None:
    return "text" if line.column.header.strip() else "text3"


def _samples(line: MappingLine) -> str:
    return " · ".join(" ".join(sample.split()) for sample in line.column.samples)


ROLE, STATE, SURENESS = "role", "state", "sureness"
MAPPING_COLUMNS: tuple[ListColumn[MappingLine], ...] = (
    ListColumn(
        "header",
        lambda: translate("ImportMapping", "Column in the file"),
        header_words,
        stretch=True,
        ink=_header_ink,
    ),
    ListColumn(
        "samples",
        lambda: translate("ImportMapping", "What stands there"),
        _samples,
        nothing="",
        stretch=True,
        ink=lambda line: "text2",
    ),
    ListColumn(
        ROLE,
        lambda: translate("ImportMapping", "Goes into"),
        lambda line: role_words(line.column.role, line.kind),
        width=228,
    ),
    ListColumn(STATE, lambda: translate("ImportMapping", "State"), _state_words, width=236),
    ListColumn(
        SURENESS,
        lambda: translate("ImportMapping", "Guess"),
        _sureness_words,
        nothing="",
        width=104,
        ink=lambda line: "warn" if line.is_doubtful_guess else "text2",
    ),
)
