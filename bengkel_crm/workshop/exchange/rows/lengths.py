"""Whether the texts of a row fit where they would be kept: each cell, and what is put together of several."""

from bengkel_crm.schema.lengths import first_too_long, longest
from bengkel_crm.workshop.exchange.rows.cells import CellReader, Untaken, getter
from bengkel_crm.workshop.exchange.rows.entries import Reason
from bengkel_crm.workshop.exchange.rows.person_cells import NAME_PARTS
from bengkel_crm.workshop.exchange.rows.row_doubts import LONGEST_TOLD, Row
from bengkel_crm.workshop.exchange.tables.profiles import text_of
from bengkel_crm.workshop.exchange.tables.roles import FIELD_ROLES, ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable

# Cells with no more letters than that fit, however they are put together to a name.
_SURELY_FITS = 100
# What a cell of a role may hold at most; lists of work are taken apart.
_LONGEST: dict[ColumnRole, int] = {
    role: most
    for role, table, column in (
        (ColumnRole.CUSTOMER, "customer", "name"),
        (ColumnRole.ADDRESS, "customer", "address"),
        (ColumnRole.CONTACT, "customer", "contact_person"),
        (ColumnRole.PHONE, "customer_phone", "typed"),
        (ColumnRole.VEHICLE, "vehicle", "model"),
        (ColumnRole.BRAND, "vehicle", "brand"),
        (ColumnRole.MODEL, "vehicle", "model"),
        *((role, table, str(role)) for table, roles in FIELD_ROLES.items() for role in roles),
        (ColumnRole.NUMBER, "work_order", "number"),
        (ColumnRole.SYMPTOM, "work_order", "symptom"),
        (ColumnRole.REMARK, "work_order", "remark"),
        (ColumnRole.PRODUCT, "product", "name"),
        *((role, "customer", "name") for role in NAME_PARTS),
        *(
            (role, "note", "text")
            for role in (
                ColumnRole.WORK,
                ColumnRole.JOB,
                ColumnRole.PART,
                ColumnRole.OIL,
                ColumnRole.OTHER_OIL,
            )
        ),
        (ColumnRole.MARK, "note", "text"),
    )
    if (most := longest(table, column)) is not None
}
# Several names stand in one cell.
_LONGEST[ColumnRole.MECHANIC] = LONGEST_TOLD
# Of the cells of these a name or a remark is put together, or they are taken apart.
_JOINED = (
    *(
        ColumnRole.CUSTOMER,
        *NAME_PARTS,
        ColumnRole.PHONE,
        ColumnRole.VEHICLE,
        ColumnRole.BRAND,
        ColumnRole.MODEL,
    ),
    *(ColumnRole.REMARK, ColumnRole.SYMPTOM, ColumnRole.MECHANIC),
)


class RowLengths:
    """Measures the rows of one table."""

    def __init__(self, table: BookTable, cells: CellReader) -> None:
        self._cells = cells
        self._joined_cells = getter([place for role in _JOINED for place in table.places(role)])
        self._limits = [(place, most) for role, most in _LONGEST.items() for place in table.places(role)]
        self._least_limit = min((most for _, most in self._limits), default=0)

    def prove(self, row: Row) -> None:
        """Make sure that each text of a row fits where it would be kept.

        Raises:
            Untaken: one is too long; its length is told.
        """
        if max([len(cell) for cell in row if type(cell) is str], default=0) > self._least_limit:
            for place, most in self._limits:
                cell = row[place]
                if type(cell) is str and len(cell) > most and len(text_of(cell)) > most:
                    raise Untaken(Reason.TOO_LONG, str(len(text_of(cell))))
        if sum([len(cell) for cell in self._joined_cells(row) if type(cell) is str]) > _SURELY_FITS:
            before = len(self._cells.doubts.noted)
            self._prove_joined(row)
            # Reading it is not taking it yet.
            del self._cells.doubts.noted[before:]

    def _prove_joined(self, row: Row) -> None:
        """Make sure that what several cells of a row come to fits, and each of what is taken apart."""
        person, facts = self._cells.person(row), self._cells.facts(row)
        name = None if person is None else person.name
        vehicle = [("brand", facts.brand), ("model", facts.model)]
        told = [
            ("symptom", self._cells.text(row, ColumnRole.SYMPTOM)),
            ("remark", self._cells.text(row, ColumnRole.REMARK)),
        ]
        found = (
            first_too_long("customer", [("name", name)])
            or first_too_long("vehicle", vehicle)
            or first_too_long("work_order", told)
            or first_too_long("mechanic", [("name", mechanic) for mechanic in self._cells.mechanics(row)])
        )
        if found is not None:
            raise Untaken(Reason.TOO_LONG, str(found[1]))
