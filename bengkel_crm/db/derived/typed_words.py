"""What was typed, taken apart into the words that are looked for."""

import re
from dataclasses import dataclass

from bengkel_crm.trade.invisible import visible
from bengkel_crm.trade.names import fold, is_legal_form, name_key
from bengkel_crm.trade.plates import plate_key

MAX_TYPED = 80
# "Sugeng yang Kalasan": how a shop says it, but in no name.
_FILLERS = frozenset({"yang", "yg", "dari", "di"})
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Typed:
    """`words` are without honorifics and PT, CV, UD as long as something is left; `forms` are those.

    `key` is all of it as one plate, canonical; empty when there is neither letter nor digit.
    """

    key: str
    words: tuple[str, ...]
    forms: tuple[str, ...]

    @property
    def joined(self) -> str:
        """Return all of it as one word of the search table."""
        return self.key.lower()

    @property
    def is_digits(self) -> bool:
        return self.joined.isascii() and self.joined.isdigit()


def read_typed(text: str) -> Typed:
    """Return the words of a text; any text is safe."""
    text = visible(text)[:MAX_TYPED]
    found = _WORD.findall(name_key(text)) or _WORD.findall(fold(text))
    words = tuple([word for word in found if word not in _FILLERS] or found)
    forms = tuple(word for word in _WORD.findall(fold(text)) if is_legal_form(word) and word not in words)
    return Typed(plate_key(text)[:MAX_TYPED], words, forms)
