"""The dialect of the engine that the program carries: SQLite."""

from bengkel_crm.db.engine.dialect import Dialect


class Sqlite:
    """SQLite's words."""

    then_join = "CROSS JOIN"
    not_indexed = "NOT INDEXED"
    no_limit: int | None = -1

    def ids(self, name: str, mark: str = "?") -> str:
        """Return a table-valued function over the list."""
        return f"json_each({mark}) {name}"

    def texts(self, name: str, mark: str = "?") -> str:
        """Return the same as for numbers: a value has a type of its own."""
        return self.ids(name, mark)

    def among_ids(self, mark: str = "?") -> str:
        """Return a subquery."""
        return f"(SELECT value FROM json_each({mark}))"

    def among_texts(self, mark: str = "?") -> str:
        """Return a subquery."""
        return self.among_ids(mark)

    def member(self, document: str, *path: str) -> str:
        """Return a call of a function."""
        return f"json_extract({document}, '$.{'.'.join(path)}')"

    def indexed_by(self, index: str) -> str:
        """Return a hint, an error where there is no such index."""
        return f"INDEXED BY {index}"

    def unindexed(self, expression: str) -> str:
        """Return it with a plus, which does nothing else."""
        return f"+{expression}"

    def any_case(self, expression: str) -> str:
        """Return it with the collation that knows English letters."""
        return f"{expression} COLLATE NOCASE"

    def like(self, expression: str, mark: str = "?") -> str:
        """Return a LIKE, to which English letters are the same big or small."""
        return f"{expression} LIKE {mark} ESCAPE '\\'"

    def holds(self, whole: str, part: str) -> str:
        """Return a call of a function."""
        return f"instr({whole}, {part}) > 0"

    def earlier(self, one: str, other: str) -> str:
        """Return min of two, which is not the one over rows."""
        return f"min({one}, {other})"

    def later(self, one: str, other: str) -> str:
        """Return max of two, which is not the one over rows."""
        return f"max({one}, {other})"

    def days_after(self, day: str, days: str) -> str:
        """Return what the calendar of SQLite says."""
        return f"date({day}, {days} || ' days')"


SQL: Dialect = Sqlite()
