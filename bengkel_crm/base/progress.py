"""How longer work shows how far it is, and hears that nobody waits for it any more."""

from typing import Protocol


class Progress(Protocol):
    """What longer work calls often; raises Cancelled once the user has had enough."""

    def __call__(self, done: int, total: int, /) -> None:
        """Take how much is done of how much there is."""


def nobody_waits(_done: int, _total: int) -> None:
    """Take how far work is where nobody waits for it."""
