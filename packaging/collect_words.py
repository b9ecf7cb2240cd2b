"""Collect every text of the program that is to be translated: for lupdate, and for the test of the .ts files.

lupdate reads Python by tokens and silently misses `translate("Context", "%n rows", n)`; this reads the
syntax tree.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# Where the count stands: self.tr(text, comment, n), translate(context, text, n).
_TR_COUNT, _TRANSLATE_COUNT = 2, 2
# What the tables and fields of the shop file are called: label="Plate", where they are declared.
_DECLARED, _LABEL, _OF_LABELS = "schema", "label", "Export"
# What ui/widgets/texts.py says for a widget: the texts follow the setter or the widget.
_SAID_ONCE = ("put_text", "worded", "named")


class Word(NamedTuple):
    context: str
    text: str
    counted: bool


def list_words(package: Path) -> list[Word]:
    """Return the texts of all modules under `package`, in the order of their files, each once."""
    found: dict[Word, None] = {}
    for module in sorted(package.rglob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        for word in _read(tree, ""):
            found[word] = None
        if module.parent == package / _DECLARED:
            found.update(dict.fromkeys(_labels(tree)))
    return list(found)


def write_shadow(words: list[Word], to: Path) -> None:
    """Write a module of plain `self.tr` calls, the one form that lupdate never misses."""
    lines = []
    for word in sorted(words):
        count = ', "", 1' if word.counted else ""
        lines.append(f"class {word.context}:")
        lines.append("    def words(self):")
        lines.append(f"        self.tr({_quote(word.text)}{count})")
    to.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _read(node: ast.AST, context: str) -> Iterator[Word]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            yield from _read(child, child.name)
            continue
        if isinstance(child, ast.Call):
            yield from _words_of(child, context)
        yield from _read(child, context)


def _labels(tree: ast.AST) -> Iterator[Word]:
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == _LABEL and isinstance(node.value, ast.Constant):
            yield Word(_OF_LABELS, node.value.value, False)


def _words_of(call: ast.Call, context: str) -> Iterator[Word]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    has_n = any(keyword.arg == "n" for keyword in call.keywords)
    texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
    if name == "tr" and texts and isinstance(texts[0], str):
        yield Word(context, texts[0], has_n or len(texts) > _TR_COUNT)
    elif name in _SAID_ONCE:
        yield from (Word(context, text, False) for text in texts[1:] if isinstance(text, str))
    elif name in ("translate", "translate_in", "QT_TRANSLATE_NOOP") and len(texts) > 1:
        where, text = texts[0], texts[1]
        if isinstance(where, str) and isinstance(text, str):
            yield Word(where, text, has_n or (name == "translate" and len(texts) > _TRANSLATE_COUNT))


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    write_shadow(list_words(Path(sys.argv[1])), Path(sys.argv[2]))
