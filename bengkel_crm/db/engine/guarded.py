"""The driver's connection and cursor, telling damage in the shop's own errors wherever it is met."""

from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from sqlcipher3 import dbapi2

# The second where what SQLite complains of is no text itself.
_TELLING = (dbapi2.DatabaseError, UnicodeDecodeError)


class GuardedConnection(dbapi2.Connection):  # type: ignore[misc]
    """A connection whose `explain` gives the error to raise instead of one of the driver's, or None."""

    explain: Callable[[dbapi2.Error | UnicodeDecodeError, Any], Exception | None]

    def cursor(self, *_: object) -> "GuardedCursor":
        """Return a cursor whose errors say what is wrong with the file."""
        made: GuardedCursor = super().cursor(GuardedCursor)
        return made


class GuardedCursor(dbapi2.Cursor):  # type: ignore[misc]
    """Whatever a statement or the fetching of its rows meets is explained."""

    def execute(self, *arguments: Any) -> "GuardedCursor":
        """Run a statement; a fault of the file is raised as what it means for the shop."""
        try:
            super().execute(*arguments)
        except _TELLING as problem:
            self._raise(problem)
        return self

    def executemany(self, *arguments: Any) -> "GuardedCursor":
        """Run a statement for each row, as `execute` does."""
        try:
            super().executemany(*arguments)
        except _TELLING as problem:
            self._raise(problem)
        return self

    def fetchone(self) -> Any:
        """Return the next row or None; damage met while reading is raised as such."""
        try:
            return super().fetchone()
        except _TELLING as problem:
            self._raise(problem)

    def fetchmany(self, *size: int) -> Any:
        """Return the next rows; damage met while reading is raised as such."""
        try:
            return super().fetchmany(*size)
        except _TELLING as problem:
            self._raise(problem)

    def fetchall(self) -> Any:
        """Return all rows that are left; damage met while reading is raised as such."""
        try:
            return super().fetchall()
        except _TELLING as problem:
            self._raise(problem)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.fetchone, None)

    def _raise(self, problem: dbapi2.Error | UnicodeDecodeError) -> NoReturn:
        explained = self.connection.explain(problem, self.connection)
        if explained is None:
            raise problem
        raise explained from problem
