"""How papers are laid out, by the names a shop chooses: light, so that a page can list them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from bengkel_crm.base import errors

MM = 72 / 25.4
A4_WIDTH, A4_HEIGHT = 210 * MM, 297 * MM


class LetterLayout(StrEnum):
    """Three letters to a page with cut lines, or one a page for an envelope with a window."""

    THREE = "three"
    WINDOW = "window"


class LabelContent(StrEnum):
    """What stands on a label: name and address for the post, or plate and name for keys and folders."""

    ADDRESS = "address"
    PLATE = "plate"


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """Labels in the middle of an A4 page: a gap between those side by side, none between rows."""

    name: str
    columns: int
    rows: int
    width_mm: float
    height_mm: float
    gap_mm: float = 0.0

    @property
    def labels(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """One label on a page, from its lower left corner, in points."""

    x: float
    y: float
    width: float
    height: float


# Sizes and counts as Avery prints them on the box; on all of these the labels lie in the middle of the page.
SHEETS = (
    LabelSheet("3x7 (63,5x38,1 mm)", 3, 7, 63.5, 38.1, 2.5),  # L7160
    LabelSheet("3x8 (70x37 mm)", 3, 8, 70.0, 37.0),  # 3474
    LabelSheet("2x7 (99,1x38,1 mm)", 2, 7, 99.1, 38.1, 2.5),  # L7163
    LabelSheet("2x8 (99,1x33,9 mm)", 2, 8, 99.1, 33.9, 2.5),  # L7162
    LabelSheet("3x6 (63,5x46,6 mm)", 3, 6, 63.5, 46.6, 2.5),  # L7161
    LabelSheet("2x4 (99,1x67,7 mm)", 2, 4, 99.1, 67.7, 2.5),  # L7165
    LabelSheet("4x11 (48,3x25,4 mm)", 4, 11, 48.3, 25.4),
)
SHEET_NAMES = tuple(sheet.name for sheet in SHEETS)


def find_sheet(name: str) -> LabelSheet:
    """Return the sheet of that name, or of that beginning: "3x8".

    Raises:
        InvalidValue: there is none.
    """
    wanted = "".join(name.casefold().split())
    for sheet in SHEETS:
        if wanted and "".join(sheet.name.split()).startswith(wanted):
            return sheet
    raise errors.InvalidValue("label_sheet", name)


def cells_of(sheet: LabelSheet) -> tuple[LabelPlace, ...]:
    """Return the labels of one page, row by row from the top."""
    width, height = sheet.width_mm * MM, sheet.height_mm * MM
    gap = sheet.gap_mm * MM
    left = (A4_WIDTH - sheet.columns * width - (sheet.columns - 1) * gap) / 2
    top = A4_HEIGHT - (A4_HEIGHT - sheet.rows * height) / 2
    return tuple(
        LabelPlace(left + column * (width + gap), top - (row + 1) * height, width, height)
        for row in range(sheet.rows)
        for column in range(sheet.columns)
    )


def places(sheet: LabelSheet, start: int) -> Iterator[tuple[LabelPlace, bool]]:
    """Return the cells to fill one after the other, and whether each begins a page after the first.

    The first page begins at its label number `start`: the ones before are used up.
    """
    cells = cells_of(sheet)
    first = min(max(start, 1), sheet.labels) - 1
    for number in count(first):
        place = number % sheet.labels
        yield cells[place], place == 0 and number > 0
