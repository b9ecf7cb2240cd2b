"""The outcomes of calls as people write them: by key, by word, in both languages."""

from collections.abc import Mapping

from bengkel_crm.records.reminders import Outcome
from bengkel_crm.trade.names import fold
from bengkel_crm.words.reminders import OUTCOME_KEYS

# What people write, folded, beside the outcome's number on the paper.
_WRITTEN: Mapping[Outcome, tuple[str, ...]] = {
    Outcome.WILL_COME: (
        "d",
        "w",
        "datang",
        "akan datang",
        "mau datang",
        "bersedia",
        "ya",
        "will come",
        "yes",
    ),
    Outcome.LATER: ("n", "l", "nanti", "nanti dulu", "tunda", "ditunda", "lain kali", "later"),
    Outcome.SOLD: ("j", "jual", "terjual", "dijual", "sudah dijual", "sold"),
    Outcome.WRONG_NUMBER: ("s", "salah", "salah nomor", "nomor salah", "salah sambung", "wrong number"),
    Outcome.NO_CONTACT: ("x", "jangan", "jangan dihubungi", "jangan hubungi", "do not contact", "stop"),
    Outcome.NO_ANSWER: ("t", "tidak diangkat", "tdk diangkat", "tidak dijawab", "tidak aktif", "no answer"),
}
_OUTCOMES = {word: outcome for outcome, words in _WRITTEN.items() for word in words}
_OUTCOMES |= {key: outcome for outcome, key in OUTCOME_KEYS.items()}
_LONGEST = 60


def find_outcome(text: str) -> Outcome | None:
    """Return the outcome a text names, or None: "1", "1 Akan datang", "akan datang", "Will come"."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text)
    first, _, rest = folded.partition(" ")
    # "1 Akan datang", as the form offers it; "6.0" is a spreadsheet's six.
    return _OUTCOMES.get(folded) or (_OUTCOMES.get(first) if first.isdecimal() and rest else None)
