"""What the shipped kinds of work are called in each language; light, since the counter shows them at once."""

import csv
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from bengkel_crm.base.languages import FIRST_LANGUAGE, language_file


def shipped_names(language: str) -> Mapping[str, str]:
    """Return what a language calls the shipped job kinds, by their codes; nothing where it has no names."""
    return _names_in(language_file(language, "job_kinds.csv"))


def kind_name_in(name: str, language: str) -> str:
    """Return what a kind of work is called in a language; a name that no shipped one has stays.

    A shop's file keeps the names of its first day, so that exports and other programs meet one name.
    """
    if language == FIRST_LANGUAGE:
        return name
    first = language_file(FIRST_LANGUAGE, "job_kinds.csv")
    return shipped_names(language).get(_codes_in(first).get(name, ""), name)


@lru_cache(maxsize=8)
def _names_in(file: Path) -> Mapping[str, str]:
    if not file.is_file():
        return {}
    with file.open(encoding="utf-8", newline="") as table:
        return {row["code"]: row["name"] for row in csv.DictReader(table)}


@lru_cache(maxsize=8)
def _codes_in(file: Path) -> Mapping[str, str]:
    return {name: code for code, name in _names_in(file).items()}
