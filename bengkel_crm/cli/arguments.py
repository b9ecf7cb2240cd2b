"""The words of the command line; light, because the window is started through them too."""

import argparse
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from bengkel_crm import __version__
from bengkel_crm.base.languages import language_codes
from bengkel_crm.trade.dates import FIRST_YEAR, LAST_YEAR

DEMO_VEHICLES = 1200
DEMO_SEED = 1
SEARCH_LIMIT = 8
MOST = 1_000_000

_Command = Callable[[str, str], argparse.ArgumentParser]


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command; its own words are English, as scripts expect."""
    parser = argparse.ArgumentParser(
        prog="bengkel-crm", description="The customer book of a vehicle workshop."
    )
    parser.add_argument("--version", action="version", version=f"bengkel-crm {__version__}")
    common = argparse.ArgumentParser(add_help=False)
    for target, missing in ((parser, None), (common, argparse.SUPPRESS)):
        target.add_argument(
            "--database", type=Path, metavar="FILE", default=missing, help="the shop file to use"
        )
        target.add_argument(
            "--language", choices=language_codes(), default=missing, help="language of all messages"
        )
        target.add_argument(
            "--demo",
            action="store_true",
            default=missing if missing is not None else False,
            help="use sample data, in a file of its own",
        )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, summary: str) -> argparse.ArgumentParser:
        """Return the parser of one command, with the words that every command takes."""
        return commands.add_parser(name, parents=[common], help=summary, description=summary)

    for add in (_add_counter, _add_exchange, _add_reminders, _add_shop_file):
        add(command)
    return parser


def _add_counter(command: _Command) -> None:
    card = command("lookup", "show the card of one or more plates")
    card.add_argument("plates", nargs="+", metavar="PLATE")
    card.add_argument("--json", action="store_true")
    found = command("search", "list the vehicles that fit a plate, name or phone")
    found.add_argument("text", nargs="+", metavar="TEXT")
    found.add_argument("--json", action="store_true")
    found.add_argument("--limit", type=_count, default=SEARCH_LIMIT, metavar="N")


def _add_exchange(command: _Command) -> None:
    book = command("import", "take over a book, or several files and folders of files that belong together")
    book.add_argument("book", type=Path, nargs="+", metavar="BOOK.xlsx")
    book.add_argument("--plate", default="", metavar="PLATE", help="of visits whose file does not name it")
    book.add_argument("--dry-run", action="store_true", help="only tell what would happen")
    book.add_argument(
        "--problems", type=Path, metavar="BAD.xlsx", help="write the rows not taken to a workbook"
    )
    book.add_argument("--json", action="store_true")
    past = command("imports", "list the imports that can be taken back, or take one back")
    past.add_argument("--undo", type=_count, metavar="NUMBER", help="take back the import of this number")
    everything = command("export", "take every list to a workbook, a sheet each")
    everything.add_argument("to", type=Path, metavar="OUT.xlsx")
    form = everything.add_mutually_exclusive_group()
    form.add_argument(
        "--month", type=_month, metavar="YYYY-MM", help="write the owner's book of this month instead"
    )
    form.add_argument("--csv", action="store_true", help="write a CSV file a list into the folder OUT")
    everything.add_argument(
        "--replace", action="store_true", help="take the place of OUT also where it is no older export"
    )


def _add_reminders(command: _Command) -> None:
    due = command("due", "list who is due in a month")
    due.add_argument("--month", type=_month, metavar="YYYY-MM", help="this month when none is named")
    due.add_argument("--json", action="store_true")
    _add_remind(command("remind", "write a month's reminders on paper, and take back what came of them"))


def _add_shop_file(command: _Command) -> None:
    copy = command("backup", "write a verified copy of the shop file")
    copy.add_argument("to", type=Path, metavar="TO")
    back = command("restore", "put a backup's content into the shop file")
    back.add_argument("copy", type=Path, metavar="FROM")
    check = command("check", "ask the shop file whether all is well")
    check.add_argument("--repair", action="store_true", help="make damaged indexes anew first")
    sample = command("demo-data", "fill a new file with a sample shop")
    sample.add_argument("--vehicles", type=_count, default=DEMO_VEHICLES, metavar="N")
    sample.add_argument("--seed", type=int, default=DEMO_SEED, metavar="S")


def _add_remind(remind: argparse.ArgumentParser) -> None:
    remind.add_argument("--month", type=_month, metavar="YYYY-MM", required=True)
    papers = (
        ("--letters", "F.pdf", "letters, recorded as sent"),
        ("--call-sheet", "F.pdf", "the list to call from, with boxes to tick"),
        ("--labels", "F.pdf", "address labels"),
        ("--stickers", "F.pdf", "stickers with the next km and date"),
        ("--outcome-form", "OUT.xlsx", "a workbook to fill in what came of the calls"),
        ("--outcomes", "IN.xlsx", "write down what the filled workbook says"),
    )
    for name, metavar, summary in papers:
        remind.add_argument(name, type=Path, metavar=metavar, help=summary)
    remind.add_argument("--layout", default="three", metavar="NAME", help="of the letters: three, window")
    remind.add_argument(
        "--sheet", default="3x7", metavar="NAME", help="of labels and stickers: 3x7, 3x8, 2x7, 4x11 ..."
    )
    remind.add_argument("--start", type=int, default=1, metavar="N", help="the first label still there")
    remind.add_argument("--no-record", action="store_true", help="do not record the letters as sent")


def _count(text: str) -> int:
    """Return a number of things, at least one."""
    if text.isascii() and text.isdigit() and 0 < int(text) <= MOST:
        return int(text)
    raise argparse.ArgumentTypeError(f"not a number from 1 to {MOST}: {text}")


def _month(text: str) -> date:
    """Return the first day of "2026-11"."""
    try:
        month = datetime.strptime(text, "%Y-%m").date()
        if FIRST_YEAR <= month.year <= LAST_YEAR:
            return month
    except ValueError:
        pass  # told below
    raise argparse.ArgumentTypeError(f"not a month like 2026-11: {text}")
