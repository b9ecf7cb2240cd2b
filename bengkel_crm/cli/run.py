"""The command line: the same workshop functions as the window, without one."""

import argparse
import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from datetime import date, datetime
from pathlib import Path

from bengkel_crm.base.disk import private_folder
from bengkel_crm.base.errors import ExpectedError, ReadOnlyPlace
from bengkel_crm.base.i18n import preferred_language, set_language, translate
from bengkel_crm.base.paths import default_database, demo_database, is_folder
from bengkel_crm.base.plain_stream import PlainStream, ReaderGone, drop_rest, hand_on_or_drop
from bengkel_crm.cli import exchange
from bengkel_crm.cli.card_json import card_values, hit_values, print_json
from bengkel_crm.cli.reminders import asks_for_paper, list_due, remind
from bengkel_crm.records.counter import MatchKind
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.words.card_text import card_lines, hit_line
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.shop_file import backup, damage, damaged_files, looking
from bengkel_crm.workshop.shop_file.shop_file import Database, claim_window, leave_shop, open_shop

DONE, PROBLEM = 0, 1


def run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    """Run one command and return its exit code: 0 done, 1 expected problem; wrong use exits with 2."""
    set_language(options.language or preferred_language())
    try:
        return _answer(parser, options, PlainStream(sys.stdout), PlainStream(sys.stderr))
    except ReaderGone:
        for stream in (sys.stdout, sys.stderr):
            hand_on_or_drop(stream)
        return DONE


def _answer(
    parser: argparse.ArgumentParser, options: argparse.Namespace, answer: PlainStream, aside: PlainStream
) -> int:
    try:
        with redirect_stdout(answer), redirect_stderr(aside):
            code = _run(parser, options)
        answer.flush()
        return code
    except ExpectedError as problem:
        print(describe_error(problem), file=aside)
        return PROBLEM
    except OSError as problem:
        if problem.errno != errno.ENOSPC:
            raise
        drop_rest(sys.stdout)
        text = translate(
            "CommandLine", "There is no room where the answer goes; the shop's data are untouched."
        )
        print(text, file=aside)
        return PROBLEM


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    if options.command == "demo-data":
        return _demo_data(options)
    if options.command == "restore":
        return _restore(options)
    if options.command == "remind" and not asks_for_paper(options):
        parser.error(
            "remind needs --letters, --call-sheet, --labels, --stickers, --outcome-form or --outcomes"
        )
    with (
        _opened(options) as database,
        _backup_at_the_end(database, options.command),
        damage.explaining(database),
    ):
        return _COMMANDS[options.command](database, options)


@contextmanager
def _backup_at_the_end(database: Database, command: str) -> Iterator[None]:
    """Back up what a command changed, also where nobody reads its answer to the end."""
    try:
        yield
    except ReaderGone:
        if command in _CHANGING:
            backup.back_up_when_changed(database, datetime.now())
        raise
    if command in _CHANGING:
        backup.back_up_when_changed(database, datetime.now())


@contextmanager
def _opened(options: argparse.Namespace) -> Iterator[Database]:
    """Open the file a command asks for; where nothing may be written, what only looks gets a copy of it."""
    try:
        database = _open(options)
    except ReadOnlyPlace:
        if not _only_looks(options) or not _path(options).is_file():
            raise
    else:
        try:
            yield database
        finally:
            leave_shop(database)
        return
    with looking.copy_to_look_at(_path(options)) as copy:
        told = translate(
            "CommandLine", "{0} is write-protected: it is only looked at, nothing is written there."
        )
        print(told.format(_path(options)), file=sys.stderr)
        yield copy


def _only_looks(options: argparse.Namespace) -> bool:
    return options.command in _LOOKING and not getattr(options, "repair", False)


def _open(options: argparse.Namespace) -> Database:
    if options.database is None and options.demo:
        from bengkel_crm.workshop.demo.demo_file import open_demo  # the generator is needed by --demo alone

        return open_demo(demo_database(), date.today())
    return open_shop(_path(options), create=options.command in _WRITING, check=True, beside=True)


def _path(options: argparse.Namespace) -> Path:
    chosen: Path | None = options.database
    if chosen is not None:
        return chosen
    path = demo_database() if options.demo else default_database()
    with suppress(OSError):  # opening the file says what is wrong
        if path.parent.exists():
            private_folder(path.parent)
    return path


def _lookup(database: Database, options: argparse.Namespace) -> int:
    today = date.today()
    cards = [(plate, lookup.look_up_plate(database, plate)) for plate in options.plates]
    if options.json:
        print_json([card_values(plate, card, today) for plate, card in cards])
        return DONE
    unknown = [plate for plate, card in cards if card is None]
    known = ["\n".join(card_lines(card, today)) for _, card in cards if card is not None]
    if known:
        print("\n\n".join(known))
    for plate in unknown:
        near = ", ".join(format_plate(hit.plate) for hit in lookup.near_plates(database, plate))
        sentence = translate("CommandLine", "No vehicle with the plate {0} is known.").format(plate)
        hint = translate("CommandLine", "Perhaps you meant: {0}").format(near) if near else ""
        print(f"{sentence} {hint}".rstrip(), file=sys.stderr)
    return PROBLEM if unknown else DONE


def _search(database: Database, options: argparse.Namespace) -> int:
    hits = lookup.search_vehicles(database, " ".join(options.text), options.limit)
    if options.json:
        print_json([hit_values(hit) for hit in hits])
        return DONE
    for hit in hits:
        guess = translate("CommandLine", "perhaps: ") if hit.match is MatchKind.GUESS else ""
        print(guess + hit_line(hit))
    if not hits:
        print(translate("CommandLine", "Nothing fits."), file=sys.stderr)
    return DONE if hits else PROBLEM


def _backup(database: Database, options: argparse.Namespace) -> int:
    now = datetime.now()
    to = options.to / f"{database.path.stem}-{now:%Y%m%d-%H%M%S}.db" if is_folder(options.to) else options.to
    made = backup.back_up(database, to, now)
    print(translate("CommandLine", "Backed up and verified: {0}").format(made.path))
    return DONE


def _restore(options: argparse.Namespace) -> int:
    # Not an opened file: the one to be replaced may be too damaged to open.
    before = backup.restore_file(_path(options), options.copy, datetime.now())
    if before is None:
        print(translate("CommandLine", "Restored: there was no shop file."))
    else:
        print(
            translate("CommandLine", "Restored. What the file held before is kept in {0}").format(before.path)
        )
    return DONE


def _check(database: Database, options: argparse.Namespace) -> int:
    if options.repair:
        _repair(database)
    faults = backup.check(database)
    if not faults:
        count = lookup.count_vehicles(database)
        told = translate(
            "CommandLine",
            "All is well: %n vehicles; summaries, due dates and search agree with the visits.",
            count,
        )
        print(told)
        return DONE
    if {fault.what for fault in faults} == {"index"}:
        words = translate(
            "CommandLine",
            "Only an index is damaged, what was entered is all there. "
            "`bengkel-crm check --repair` makes it anew:",
        )
    elif {fault.what for fault in faults} == {"future"}:
        words = translate("CommandLine", "All agrees, but visits are dated on days still to come:")
    elif {fault.what for fault in faults} == {"reading"}:
        words = translate(
            "CommandLine",
            "All agrees, but an older version read phone numbers otherwise than is done today. Import the "
            "book again, or type them anew in the form:",
        )
    else:
        words = translate("CommandLine", "Not all is well. Restore the last backup, or ask for help with:")
    print(words, file=sys.stderr)
    for fault in faults:
        print(f"  {fault.what}: {fault.detail}", file=sys.stderr)
    return PROBLEM


def _repair(database: Database) -> None:
    # A window would go on telling of the damage.
    with claim_window(database.path):
        kept = damaged_files.repair_indexes(database, datetime.now())
    if kept is not None:
        told = translate("CommandLine", "The indexes are made anew. The file as it was is kept in {0}")
        print(told.format(kept.path))


def _demo_data(options: argparse.Namespace) -> int:
    from bengkel_crm.workshop.demo.demo_file import make_demo  # the generator is needed by this command alone

    path = options.database or demo_database()
    make_demo(path, options.vehicles, options.seed, date.today())
    print(translate("CommandLine", "%n sample vehicles are in {0}", options.vehicles).format(path))
    return DONE


# Those that make the file when it is not there, after which a backup may be due, and that only read.
_WRITING = frozenset({"import"})
_CHANGING = _WRITING | {"remind", "imports"}
_LOOKING = frozenset({"lookup", "search", "due", "check", "export", "backup"})
_COMMANDS: dict[str, Callable[[Database, argparse.Namespace], int]] = {
    "lookup": _lookup,
    "search": _search,
    "import": exchange.import_book,
    "imports": exchange.past_imports,
    "export": exchange.export,
    "due": list_due,
    "remind": remind,
    "backup": _backup,
    "check": _check,
}
