"""The kinds of things in a workshop: vehicles, customers, lines, products, work orders."""

from enum import StrEnum


class VehicleKind(StrEnum):
    """What rolls into the workshop."""

    MOTORCYCLE = "motorcycle"
    CAR = "car"


class CustomerKind(StrEnum):
    """Whether a customer is one person or a firm."""

    PERSON = "person"
    COMPANY = "company"


class LineKind(StrEnum):
    """What a work order line sells: work, a part, or oil of any sort."""

    JOB = "job"
    PART = "part"
    OIL = "oil"


class ProductCategory(StrEnum):
    """What a product is; only ENGINE_OIL answers "which oil is in it"."""

    ENGINE_OIL = "engine_oil"
    GEAR_OIL = "gear_oil"
    FORK_OIL = "fork_oil"
    TWO_STROKE_OIL = "two_stroke_oil"
    BRAKE_FLUID = "brake_fluid"
    COOLANT = "coolant"
    OIL_FILTER = "oil_filter"
    PART = "part"


class WorkOrderStatus(StrEnum):
    """How far a work order is."""

    OPEN = "open"
    DONE = "done"
    PAID = "paid"
