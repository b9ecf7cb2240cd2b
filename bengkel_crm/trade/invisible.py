"""Letters that nobody sees: phones, web pages and office programs leave them in what is copied."""

import unicodedata

_UNSEEN = frozenset({"Cf", "Cc"})


def visible(text: str) -> str:
    """Return a text without its invisible letters and without blanks at its ends; line breaks stay."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return "".join(
        letter for letter in text if letter.isspace() or unicodedata.category(letter) not in _UNSEEN
    ).strip()
