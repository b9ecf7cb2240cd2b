"""What goes out of a shop file and what comes in, on the command line; past imports are taken back."""

import argparse
from datetime import date, datetime

from bengkel_crm.base.i18n import format_date, translate
from bengkel_crm.cli.card_json import print_json
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.exchange import past_imports as history
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import Database

_DONE = 0


def export(database: Database, options: argparse.Namespace) -> int:
    """Take lists to a file and return the exit code."""
    # Writing spreadsheets is needed by this command alone.
    from bengkel_crm.workshop.exchange.out.export import (
        export_as_csv,
        export_everything,
        prove_own_files,
        prove_own_workbook,
    )

    if not options.replace:
        if options.csv:
            prove_own_files(database, options.to)
        else:
            prove_own_workbook(options.to)
    if options.month is not None:
        return _export_month(database, options)
    write = export_as_csv if options.csv else export_everything
    write(database, options.to, lambda done, total: None)
    print(translate("CommandLine", "Everything is in {0}").format(options.to))
    return _DONE


def _export_month(database: Database, options: argparse.Namespace) -> int:
    from bengkel_crm.workshop.owner_month.owner_month import (
        write_month,  # counting a month is needed here alone
    )

    lines = write_month(database, options.month, options.to, datetime.now())
    told = translate("CommandLine", "The month, with %n lines of work, is in {0}", lines)
    print(told.format(options.to))
    return _DONE


def import_book(database: Database, options: argparse.Namespace) -> int:
    """Take a book over, or say what would come of it; return the exit code."""
    # Reading spreadsheets is needed by this command alone.
    from bengkel_crm.workshop import exchange

    first, *more = options.book
    if options.problems is not None:
        exchange.prove_problems_place(options.problems, options.book)
    report = exchange.import_book(
        database,
        first,
        more=more,
        plate=options.plate,
        dry_run=options.dry_run,
        # In an empty file there is nothing to make a copy of.
        backups=backup.backup_folder(database) if lookup.count_vehicles(database) else None,
        today=date.today(),
    )
    if options.json:
        print_json(exchange.report_values(report))
    else:
        print("\n".join(exchange.report_lines(report)))
    # Behind the report: what is imported stays so, even if this fails.
    if options.problems is not None:
        exchange.write_problems(report, options.problems)
    return _DONE


def past_imports(database: Database, options: argparse.Namespace) -> int:
    """Say which imports there are, or take one back and say what stays."""
    if options.undo is not None:
        return _take_back(database, options.undo)
    listed = history.list_imports(database)
    for past in listed:
        counts = translate("CommandLine", "{0} vehicles, {1} customers, {2} work orders").format(
            past.vehicles, past.customers, past.work_orders
        )
        print(f"{past.deed_id}  {format_date(past.at.date())}  {past.file_name}  {counts}")
    if not listed:
        print(translate("CommandLine", "No import to take back."))
    return _DONE


def _take_back(database: Database, deed_id: int) -> int:
    _, told = history.undo_import(database, deed_id)
    going = told.going
    print(
        translate("CommandLine", "Taken back: {0} vehicles, {1} customers, {2} work orders.").format(
            going["vehicle"], going["customer"], going["work_order"]
        )
    )
    if told.kept:
        print(translate("CommandLine", "These stay, because something was built on them since:"))
        for kept in told.kept:
            print(f"  {kept.title}")
    return _DONE
