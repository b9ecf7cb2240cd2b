"""Who writes files: one writer for what people choose, a few named places for what is the program's own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "bengkel_crm"

# What makes, fills, moves or links a file by its path.
_WRITERS = frozenset(
    [
        "write_text",
        "write_bytes",
        "copyfile",
        "copy",
        "copy2",
        "copytree",
        "move",
        "rename",
        "renames",
        "link",
        "symlink",
        "symlink_to",
        "hardlink_to",
        "touch",
        "truncate",
        "mkstemp",
        "mktemp",
        "NamedTemporaryFile",
        "QFile",
        "QSaveFile",
        "QTemporaryFile",
        "extract",
        "extractall",
    ]
)
_WRITING_MODES = frozenset("wax+")

# By file: the calls it may have, and why.
_ALLOWED: dict[str, frozenset[str]] = {
    "reports/workbooks_out/new_file.py": frozenset({"open", "touch"}),  # the one writer
    "base/disk.py": frozenset({"open", "replace"}),  # its steps, the manifests of copies, the log
    # The shop's own database: made beside, given its name, kept under a second one.
    "db/engine/opening.py": frozenset({"link", "rename"}),
    "db/shop_file/copies.py": frozenset({"link", "copyfile"}),
    "workshop/shop_file/second_place.py": frozenset({"copyfile"}),
    # Into memory, or into the file that `new_file` has given.
    "reports/workbooks_out/plain_workbook.py": frozenset({"open"}),
    "reports/workbooks_out/saved_book.py": frozenset({"save", "open"}),
    "reports/paper/drawing.py": frozenset({"save"}),
    "reports/paper/pdf_fonts.py": frozenset({"save"}),
    "base/plain_stream.py": frozenset({"open"}),  # os.devnull
    # In a folder of its own that goes again.
    "reports/workbooks_in/workbook_reader.py": frozenset({"open"}),
    "reports/workbooks_in/workbook_tidy.py": frozenset({"open"}),
    "workshop/shop_file/looking.py": frozenset({"copyfile"}),
    "ui/forms/form.py": frozenset({"touch"}),  # a field of the form
    "ui/counter/note_drafts.py": frozenset({"touch"}),  # so is its note
    # Read: parts of an archive, and the picture that an old shop file had beside it.
    "db/shop_file/migrate.py": frozenset({"open"}),
    "reports/workbooks_in/row_stream.py": frozenset({"open"}),
    "reports/workbooks_in/workbook_extras.py": frozenset({"open"}),
}


def _mode(call: ast.Call) -> str:
    """Return the mode a file is opened in; one that is not written down counts as writing."""
    place = 1 if isinstance(call.func, ast.Name) or _owner(call) in ("io", "os") else 0
    if len(call.args) > 1 and _owner(call) not in ("io", "os") and isinstance(call.func, ast.Attribute):
        place = 1 if _is_mode(call.args[1]) and not _is_mode(call.args[0]) else 0
    given = [word.value for word in call.keywords if word.arg == "mode"] or call.args[place : place + 1]
    if not given:
        return "r"
    return str(given[0].value) if isinstance(given[0], ast.Constant) else "w?"


def _is_mode(argument: ast.expr) -> bool:
    return (
        isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and set(argument.value) <= set("rwaxbt+")
    )


def _owner(call: ast.Call) -> str:
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return owner.id if isinstance(owner, ast.Name) else ""


def _writes(call: ast.Call) -> str:
    """Return the name of a call that can put a file somewhere, "" for others."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "open":
        is_dialog = not call.args and not call.keywords and isinstance(call.func, ast.Attribute)
        if is_dialog or _owner(call) in ("webbrowser", "Image", "QDialog"):
            return ""
        return name if set(_mode(call)) & _WRITING_MODES or _owner(call) == "os" else ""
    if name == "save":
        return name if call.args else ""  # a painter, a form and a canvas name no file
    if name == "replace":
        # A text's has two arguments; a record's is no method.
        return (
            name
            if (len(call.args) == 1 or _owner(call) == "os") and isinstance(call.func, ast.Attribute)
            else ""
        )
    if name == "touch":
        return "" if call.args else name  # a form's field
    if name in ("copy", "move", "truncate"):
        return name if _owner(call) in ("shutil", "os") else ""  # a list is copied, a widget moved
    return name if name in _WRITERS else ""


def _found(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (name := _writes(node)):
            yield name


@pytest.mark.parametrize(
    "code",
    [
        "open('x', 'w')",
        "open(path, mode='ab')",
        "path.open('wb')",
        "path.open('r+b')",
        "path.open(how)",
        "io.open(path, 'x')",
        "os.open(path, os.O_WRONLY)",
        "path.write_text('x')",
        "path.write_bytes(b'x')",
        "shutil.copyfile(a, b)",
        "shutil.move(a, b)",
        "part.replace(path)",
        "os.rename(a, b)",
        "os.replace(a, b)",
        "picture.save(str(path))",
        "QFile(path)",
        "QSaveFile(path)",
        "path.touch()",
        "archive.extractall(folder)",
    ],
)
def test_each_way_to_write_a_file_is_seen(code: str) -> None:
    assert list(_found(code))


@pytest.mark.parametrize(
    "code", ["open('x')", "path.open('rb')", "dialog.open()", "text.replace('a', 'b')", "painter.save()"]
)
def test_reading_is_no_writing(code: str) -> None:
    assert not list(_found(code))


def test_only_the_one_writer_and_named_places_open_a_path_for_writing() -> None:
    others = {
        f"{name}: {call}"
        for path in PACKAGE.rglob("*.py")
        for name in (path.relative_to(PACKAGE).as_posix(),)
        for call in _found(path.read_text("utf-8"))
        if call not in _ALLOWED.get(name, ())
    }
    assert not others


def test_no_place_is_allowed_what_it_does_not_do() -> None:
    idle = {
        f"{name}: {call}"
        for name, calls in _ALLOWED.items()
        for call in calls - set(_found((PACKAGE / name).read_text("utf-8")))
    }
    assert not idle
