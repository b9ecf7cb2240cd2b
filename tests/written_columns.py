"""What people wrote into a row, without how often and when."""

from bengkel_crm.schema.fields import VERSIONED
from bengkel_crm.schema.tables import TABLES


def written_columns(table: str) -> str:
    """Return the columns of a table, for a statement, but those that count how often a row was written."""
    return ", ".join(name for name in TABLES[table].stored if name not in VERSIONED)
