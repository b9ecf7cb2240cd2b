"""Reading what lies at the end of a path of references, as `work_order_id.vehicle_id.plate` of a line."""

from bengkel_crm.schema.fields import Table
from bengkel_crm.schema.tables import TABLES


class Paths:
    """What reads fields of a table and of the rows it names; each is called as the field that names it."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._joins: dict[str, str] = {}

    def at(self, path: str) -> str:
        """Return what reads the field at the end of a path, with what leads there joined.

        A step that is no field is a table in which one row has the same key ("vehicle_summary").
        """
        table, alias = self._table, self._table.name
        *steps, last = path.split(".")
        for step in steps:
            if step in table.stored:
                to = table.stored[step].refers_to
                assert to is not None  # a path goes on through a reference
                alias = self._join(alias, step, to, "JOIN" if table.stored[step].required else "LEFT JOIN")
                table = TABLES[to]
            else:
                table = TABLES[step]
                self._joins.setdefault(step, f"LEFT JOIN {step} ON {step}.{table.key[0]} = {alias}.id")
                alias = step
        return f"{alias}.{last}"

    def live(self) -> str:
        """Return what is true of a row that does not lie in the bin, nor anything it can not be without.

        Empty where nothing of that ever lies there.
        """
        return " AND ".join(
            f"{alias}.removed_at IS NULL" for alias in self._needed(self._table, self._table.name)
        )

    def source(self) -> str:
        """Return what stands behind FROM, complete when all paths were asked for."""
        return " ".join((self._table.name, *self._joins.values()))

    def _needed(self, table: Table, alias: str) -> list[str]:
        found = [alias] if table.can_be_removed else []
        for name, one in table.stored.items():
            if one.refers_to is not None and one.required and one.enforced:
                found += self._needed(TABLES[one.refers_to], self._join(alias, name, one.refers_to, "JOIN"))
        return found

    def _join(self, alias: str, field: str, to: str, how: str) -> str:
        other = field.removesuffix("_id")
        self._joins.setdefault(other, f"{how} {to} {other} ON {other}.id = {alias}.{field}")
        return other
