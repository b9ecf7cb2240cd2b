"""Past imports on the command line: listed, and taken back."""

import argparse

from bengkel_crm.base.i18n import format_date, translate
from bengkel_crm.workshop.exchange import past_imports as history
from bengkel_crm.workshop.shop_file.shop_file import Database

_DONE = 0


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
