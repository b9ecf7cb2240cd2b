"""PostgreSQL's words: what the dialect of a second engine says."""

from collections.abc import Iterator


class PostgreSQL:
    """The same pieces of a statement as SQLite's, for PostgreSQL 15."""

    then_join = "JOIN"
    not_indexed = ""
    no_limit: int | None = None

    def ids(self, name: str, mark: str = "?") -> str:
        return self._listed(name, mark, "bigint")

    def texts(self, name: str, mark: str = "?") -> str:
        return self._listed(name, mark, "text")

    def among_ids(self, mark: str = "?") -> str:
        return f"(SELECT value FROM {self.ids('listed', mark)})"

    def among_texts(self, mark: str = "?") -> str:
        return f"(SELECT value FROM {self.texts('listed', mark)})"

    def _listed(self, name: str, mark: str, kind: str) -> str:
        listed = f"json_array_elements_text(CAST({mark} AS json)) WITH ORDINALITY AS one (value, key)"
        return f"(SELECT CAST(one.value AS {kind}) AS value, one.key FROM {listed}) {name}"

    def member(self, document: str, *path: str) -> str:
        return f"(CAST({document} AS json) #>> '{{{','.join(path)}}}')"

    def indexed_by(self, index: str) -> str:
        return ""

    def unindexed(self, expression: str) -> str:
        return expression

    def any_case(self, expression: str) -> str:
        return f"lower({expression})"

    def like(self, expression: str, mark: str = "?") -> str:
        return f"{expression} ILIKE {mark} ESCAPE '\\'"

    def holds(self, whole: str, part: str) -> str:
        return f"strpos({whole}, {part}) > 0"

    def earlier(self, one: str, other: str) -> str:
        return f"least({one}, {other})"

    def later(self, one: str, other: str) -> str:
        return f"greatest({one}, {other})"

    def days_after(self, day: str, days: str) -> str:
        return f"to_char(CAST({day} AS date) + CAST({days} AS integer), 'YYYY-MM-DD')"


def numbered(statement: str) -> tuple[str, int]:
    """Return a statement with $1, $2 ... where SQLite has ? or ?2, and how many parameters it takes.

    What stands between quotes is left alone.
    """
    pieces: list[str] = []
    most = 0
    for inside, piece in _by_quotes(statement):
        if inside:
            pieces.append(piece)
            continue
        first, *others = piece.split("?")
        pieces.append(first)
        for other in others:
            digits = other[: len(other) - len(other.lstrip("0123456789"))]
            number = int(digits) if digits else most + 1
            most = max(most, number)
            pieces.append(f"${number}{other[len(digits) :]}")
    return "".join(pieces), most


def _by_quotes(statement: str) -> Iterator[tuple[bool, str]]:
    """Yield (whether it stands between quotes, a piece), in order."""
    for number, piece in enumerate(statement.split("'")):
        inside = number % 2 == 1
        yield inside, f"'{piece}'" if inside else piece
