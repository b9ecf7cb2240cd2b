"""One vehicle out of what the many rows of a book tell of it."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from bengkel_crm.workshop.exchange.rows.entries import VehicleFacts

_T = TypeVar("_T")


def merge_facts(told: Sequence[VehicleFacts]) -> VehicleFacts:
    """Return one vehicle out of what many rows tell: each thing as most rows have it, the later on a tie."""
    if all(facts is told[0] for facts in told):
        return told[0]
    latest_first = told[::-1]
    models = Counter((facts.brand, facts.model) for facts in latest_first if facts.brand or facts.model)
    brand, model = max(models, key=lambda pair: (all(pair), models[pair])) if models else (None, None)
    return VehicleFacts(
        _commonest([facts.kind for facts in latest_first]),
        brand,
        model,
        _commonest([facts.year for facts in latest_first]),
        _commonest([facts.color for facts in latest_first]),
    )


def _commonest(values: Sequence[_T | None]) -> _T | None:
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None
