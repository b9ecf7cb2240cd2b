"""All phones of a customer in one text, the wrong ones marked; whoever shows it has the words for that."""

_MARK = "\x1f"
# A number of `customer_phone p` as it was typed.
MARKED = f"(p.typed || CASE WHEN p.wrong_since IS NULL THEN '' ELSE '{_MARK}' END)"


def marks_in_words(text: str, words: str) -> str:
    """Return a text of phones with words behind each wrong one: "0812 (salah nomor) / 0813"."""
    return text.replace(_MARK, f" ({words})")
