"""Names of customers: what to show, how to address them, and the key under which they are found."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bengkel_crm.trade.invisible import visible
from bengkel_crm.trade.kinds import CustomerKind

# As typed -> as shown. Words that are also part of a name (I, Ida, Gusti, Raden, Gus) are not here.
_HONORIFICS = {
    "pak": "Pak",
    "bpk": "Bpk",
    "bp": "Bpk",
    "bapak": "Bapak",
    "bu": "Bu",
    "ibu": "Ibu",
    "ny": "Ny",
    "nyonya": "Nyonya",
    "nn": "Nn",
    "nona": "Nona",
    "tn": "Tn",
    "tuan": "Tuan",
    "sdr": "Sdr",
    "sdri": "Sdri",
    "saudara": "Saudara",
    "saudari": "Saudari",
    "mas": "Mas",
    "mba": "Mbak",
    "mbak": "Mbak",
    "mbk": "Mbak",
    "kak": "Kak",
    "kakak": "Kakak",
    "dik": "Dik",
    "dek": "Dek",
    "ko": "Ko",
    "koh": "Koh",
    "ci": "Ci",
    "cik": "Cik",
    "cici": "Cici",
    "bang": "Bang",
    "bg": "Bang",
    "abang": "Abang",
    "om": "Om",
    "tante": "Tante",
    "kang": "Kang",
    "teh": "Teh",
    "pakde": "Pakde",
    "bude": "Bude",
    "mbah": "Mbah",
    "h": "H.",
    "hj": "Hj.",
    "haji": "Haji",
    "hajah": "Hajah",
    "kh": "KH",
    "ust": "Ust",
    "ustad": "Ustad",
    "ustadz": "Ustadz",
    "ustadzah": "Ustadzah",
    "dr": "dr.",
    "drg": "drg.",
    "drs": "Drs.",
    "dra": "Dra.",
    "ir": "Ir.",
    "prof": "Prof.",
    "mr": "Mr",
    "mrs": "Mrs",
    "ms": "Ms",
}
# These follow a name without a comma too ("SUGENG BPK"); nobody is called so.
_TRAILING_WITHOUT_COMMA = frozenset({"bpk", "bapak", "ibu", "bpk.", "ibu."})
_LEGAL_FORMS = {"pt": "PT", "cv": "CV", "ud": "UD", "pd": "PD", "fa": "Fa", "tb": "TB", "po": "PO"}
_COMPANY_WORD = re.compile(
    r"koperasi|kop|toko|yayasan|firma|perum|perusahaan|persero|tbk|dinas|kantor|kementerian|pemkab|pemkot|pemprov"
    r"|bumdes|kelurahan|kecamatan|polsek|polres|polda|kodim|koramil|puskesmas|rsud|rsu|klinik|apotek|apotik"
    r"|universitas|sekolah|sd|smp|sma|smk|stikes|rental|travel|hotel|bengkel|warung|restoran|catering|ekspedisi"
    r"|bank|bpr|gereja|masjid|pondok|panti|partai"
)
_COMPANY_ENDINGS = frozenset({"tbk", "persero", "ltd", "inc"})
_HONORIFIC_WORDS = frozenset(_HONORIFICS)
_DROPPED_FROM_KEYS = _HONORIFIC_WORDS | frozenset(_LEGAL_FORMS)
_WORD_OF_NAME = re.compile(r"[^\W\d_]+")
_GLUED_HONORIFIC = re.compile(
    r"^(hj?|drs?|drg|dra|ir|bpk|bp|ny|tn|sdri?|pt|cv|ud|prof)\.(?=\w)", re.IGNORECASE
)
_MARK = re.compile(r"[,;/(\[]")
_MARKED_END = re.compile(r"[,;/(\[] ?(?P<word>\w+) ?\.?[)\]]?$")
_NOT_KEY = re.compile(r"[\W_]+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ"))


@dataclass(frozen=True, slots=True)
class Name:
    """`display` without the honorific; a company keeps its form in front ("PT Maju Bersama")."""

    display: str
    honorific: str | None
    kind: CustomerKind


# A cell can hold a letter of 32,000 characters; that is nobody's name and not worth taking apart.
_LONGEST_NAME = 200


@lru_cache(maxsize=4096)
def read_name(text: str) -> Name:
    """Return a name taken apart: "SUGENG, BPK" is Sugeng, addressed Bpk; persons lose their capitals."""
    rest = _trim(text)
    if len(rest) > _LONGEST_NAME:
        return Name(rest, None, CustomerKind.PERSON)
    before: list[str] = []
    behind: list[str] = []
    form: str | None = None
    while True:
        if (found := _take_ending(rest)) is not None:
            rest, word = found
            if word in _LEGAL_FORMS:
                form = form or _LEGAL_FORMS[word]
            else:
                behind.insert(0, _HONORIFICS[word])
        elif (start := _take_beginning(rest)) is not None:
            rest, word = start
            before.append(_HONORIFICS[word])
        else:
            break
    honorific = " ".join(dict.fromkeys(behind + before)) or None
    if form is not None and rest.split(" ", 1)[0].rstrip(".").casefold() not in _LEGAL_FORMS:
        rest = f"{form} {rest}"
    if _is_company(_apart(rest)):
        return Name(_tidy_form(rest), honorific, CustomerKind.COMPANY)
    return Name(
        _title_case(rest) if rest.isupper() or rest.islower() else rest, honorific, CustomerKind.PERSON
    )


@lru_cache(maxsize=8192)
def name_key(text: str) -> str:
    """Return what two spellings of one name share: folded, without honorifics and PT, CV, UD."""
    words = fold(read_name(text).display).split()
    while len(words) > 1 and words[0] in _DROPPED_FROM_KEYS:
        del words[0]
    while len(words) > 1 and words[-1] in _TRAILING_WITHOUT_COMMA:
        del words[-1]
    return " ".join(words)


def fold(text: str) -> str:
    """Return text as it is compared: no accents, no case, punctuation as single spaces."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
        # Invisible letters (category Cf) come with what is copied from a phone.
        text = "".join(
            letter
            for letter in decomposed
            if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"
        ).casefold()
    else:
        text = text.casefold().replace("'", "").replace("`", "")
    return _NOT_KEY.sub(" ", text).strip()


def is_legal_form(word: str) -> bool:
    """Return whether a folded word is PT, CV, UD or another form of a company."""
    return word in _LEGAL_FORMS


def _trim(text: str) -> str:
    return " ".join(visible(text).split()).strip(" ,;-")


def _take_ending(text: str) -> tuple[str, str] | None:
    """Return the text without the honorific or legal form behind it, and that word, if there is one."""
    found = _MARKED_END.search(text) if _MARK.search(text) else None
    if found is not None:
        word = found["word"].casefold()
        rest = _trim(text[: found.start()])
        if word in _DROPPED_FROM_KEYS and _is_name(rest):
            return rest, word
    rest, _, last = text.rpartition(" ")
    word = last.casefold()
    if word in _TRAILING_WITHOUT_COMMA and _is_name(rest):
        return _trim(rest), word.rstrip(".")
    return None


def _take_beginning(text: str) -> tuple[str, str] | None:
    """Return the text without the honorific before it, and that word; a name of nothing else stays."""
    first, _, rest = _apart(text).partition(" ")
    word = first.rstrip(".,").casefold()
    rest = _trim(rest.lstrip(". "))
    if word in _HONORIFIC_WORDS and _WORD_OF_NAME.search(rest):
        return rest, word
    return None


def _is_name(text: str) -> bool:
    """Return whether there is a name left to call: more than marks, and more than the form of a company."""
    return any(word.casefold() not in _LEGAL_FORMS for word in _WORD_OF_NAME.findall(text))


def _is_company(text: str) -> bool:
    first, _, rest = text.partition(" ")
    first = first.rstrip(".,").casefold()
    last = rest.rpartition(" ")[2].strip(".,()").casefold()
    return first in _LEGAL_FORMS or last in _COMPANY_ENDINGS or _COMPANY_WORD.fullmatch(first) is not None


def _tidy_form(text: str) -> str:
    """Return "PT. maju" and "Pt.Maju" with the form as it is written today."""
    first, _, rest = _apart(text).partition(" ")
    form = _LEGAL_FORMS.get(first.rstrip(".,").casefold())
    return f"{form} {_trim(rest)}" if form and _trim(rest) else text


def _apart(text: str) -> str:
    """Return "H.Rahmat" as two words."""
    return _GLUED_HONORIFIC.sub(r"\1. ", text) if "." in text else text


def _title_case(text: str) -> str:
    return _WORD_OF_NAME.sub(lambda word: word[0][0].title() + word[0][1:].lower(), text)
