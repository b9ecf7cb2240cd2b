"""What a column "Status" says of a visit: that it was made, called off, or is only booked."""

import re

from bengkel_crm.trade.names import fold

_UNDONE = re.compile(
    r"(?:di)?batal(?:kan)?|pembatalan|cancel(?:l?ed)?|void(?:ed)?|retur|ditolak|rejected|declined|gagal|failed"
    r"|tidak jadi|gak jadi|ga jadi|tdk jadi|no show|tidak (?:datang|hadir)|deleted|dihapus"
    r"|booking|booked|(?:di)?pesan|reserv(?:asi|ed|ation)|(?:ter|di)?jadwal(?:kan)?|scheduled|appointment|janji"
    r"|planned|rencana|direncanakan|upcoming|draft|estimasi|estimate|penawaran|quotation|quote|antri|antrian|antrean"
    r"|queued?|belum (?:datang|dikerjakan|servis|mulai|diproses|masuk)"
    r"|menunggu(?: (?:antrian|konfirmasi|kedatangan))?"
    r"|waiting(?: list)?|pending|expired|kadaluarsa|not started|open booking|ditunda|postponed|rescheduled"
)


def is_undone(status: str) -> bool:
    """Tell whether a status says that there was no visit, or none yet; words nobody knows say nothing."""
    plain = fold(status)
    return any(
        _UNDONE.fullmatch(spelling) for spelling in (plain, plain.partition(" oleh ")[0], _first_of(plain))
    )


def _first_of(plain: str) -> str:
    """Return the first word of "batal pelanggan tidak datang"."""
    word = plain.partition(" ")[0]
    return word if _CALLED_OFF.fullmatch(word) else plain


_CALLED_OFF = re.compile(r"(?:di)?batal(?:kan)?|cancel(?:l?ed)?|void|booking|booked")
