"""What the rows of a table can be."""

from enum import StrEnum


class TableKind(StrEnum):
    """What the rows of a table are."""

    VISITS = "visits"
    LINES = "lines"
    VEHICLES = "vehicles"
    CUSTOMERS = "customers"
    PRODUCTS = "products"
    OUTCOMES = "outcomes"
