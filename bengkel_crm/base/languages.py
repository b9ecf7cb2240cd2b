"""The languages that are there: each a folder in resources/languages, with everything that is of it."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from bengkel_crm.base import paths

FIRST_LANGUAGE: Final = "id"


@dataclass(frozen=True, slots=True)
class Language:
    """A language as its language.json describes it.

    `name` is its name in its own words, `locale` names its dates for Qt ("id_ID"), `clock` is a pattern of
    strftime, `thousands` stands between the groups of a number.
    """

    code: str
    name: str
    locale: str
    clock: str
    thousands: str


@lru_cache(maxsize=1)
def list_languages() -> tuple[Language, ...]:
    """Return every language, the one of a new shop first, the others by their codes."""
    folders = sorted(file.parent for file in _folder().glob("*/language.json"))
    found = (
        Language(folder.name, **json.loads((folder / "language.json").read_text(encoding="utf-8")))
        for folder in folders
    )
    return tuple(sorted(found, key=lambda language: language.code != FIRST_LANGUAGE))


def language_codes() -> tuple[str, ...]:
    """Return the code of every language, that of a new shop first."""
    return tuple(language.code for language in list_languages())


def get_language(code: str) -> Language:
    """Return the language of a code.

    Raises:
        ValueError: there is none.
    """
    for language in list_languages():
        if language.code == code:
            return language
    raise ValueError(code)


def language_file(code: str, *names: str) -> Path:
    """Return where a file of a language lies."""
    return _folder().joinpath(code, *names)


def _folder() -> Path:
    return paths.resources() / "languages"
