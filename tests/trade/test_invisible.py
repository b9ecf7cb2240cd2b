"""Letters that nobody sees."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.invisible import visible


@given(st.text(st.sampled_from("aB 1\n\u200b\u202a\u00ad\ufeff\x00\x1be\u0301中"), max_size=20))
def test_only_what_nobody_sees_goes(text: str) -> None:
    seen = [letter for letter in text if unicodedata.category(letter) not in ("Cf", "Cc") or letter.isspace()]
    assert visible(text) == "".join(seen).strip()
