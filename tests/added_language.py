"""A language nobody thought of, added to a copy of the resources by its folder alone."""

import csv
import json
import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from bengkel_crm.base import i18n, paths
from bengkel_crm.base.languages import language_file, list_languages


@contextmanager
def added_language(
    code: str, words: Mapping[str, str], say: Callable[[str], str], folder: Path
) -> Iterator[None]:
    """Add a language that says every Indonesian text in a way of its own, while the body runs.

    `words` is what its language.json holds; the copy is made in `folder`. Indonesian is spoken afterwards.
    Words once loaded are kept by their code: another module's language needs another one.
    """
    copied = Path(shutil.copytree(paths.resources(), folder / "resources"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paths, "resources", lambda: copied)
        list_languages.cache_clear()
        shutil.copytree(language_file("id"), language_file(code))
        language_file(code, "language.json").write_text(json.dumps(words), encoding="utf-8")
        for file in language_file(code).glob("*.ts"):
            _translate(file, say)
        _name_kinds(language_file(code, "job_kinds.csv"), say)
        try:
            yield
        finally:
            i18n.set_language("id")
    list_languages.cache_clear()


def _translate(file: Path, say: Callable[[str], str]) -> None:
    tree = ElementTree.parse(file)
    for message in tree.iter("translation"):
        for form in [*message] or [message]:
            form.text = say(form.text or "")
    tree.write(file, encoding="utf-8")
    release = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    subprocess.run([release, "-silent", file, "-qm", file.with_suffix(".qm")], check=True)


def _name_kinds(file: Path, say: Callable[[str], str]) -> None:
    with file.open(encoding="utf-8", newline="") as table:
        rows = list(csv.reader(table))
    with file.open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows([rows[0], *([code, say(name)] for code, name in rows[1:])])
