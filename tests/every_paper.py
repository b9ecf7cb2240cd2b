"""Every paper and every workbook that leaves the program, each made of one small shop."""

from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from io import StringIO
from pathlib import Path

import openpyxl

from bengkel_crm.base import i18n
from bengkel_crm.base.progress import nobody_waits
from bengkel_crm.cli import run as cli
from bengkel_crm.cli.arguments import build_parser
from bengkel_crm.records.exports import ExportKind, Target
from bengkel_crm.records.lists import VehicleQuery, WorkOrderQuery
from bengkel_crm.records.reminders import Channel, DuePerson, MonthList, Outcome
from bengkel_crm.ui.lists.columns import layout_of
from bengkel_crm.ui.reminders.contact_columns import CONTACT_COLUMNS
from bengkel_crm.ui.reminders.people_columns import list_columns
from bengkel_crm.ui.reminders.response_words import TABLE_COLUMNS, table_rows
from bengkel_crm.ui.vehicles.vehicle_columns import COLUMNS as VEHICLE_COLUMNS
from bengkel_crm.ui.work_orders.work_order_columns import COLUMNS as WORK_ORDER_COLUMNS
from bengkel_crm.workshop.exchange import import_book
from bengkel_crm.workshop.exchange.out import list_export
from bengkel_crm.workshop.exchange.out.export import export_as_csv, export_everything
from bengkel_crm.workshop.exchange.report.report_text import report_lines, write_problems
from bengkel_crm.workshop.exchange.run.sample_book import write_sample_book
from bengkel_crm.workshop.owner_month.owner_month import write_month
from bengkel_crm.workshop.reminders import reminder_papers, reminders
from bengkel_crm.workshop.reminders.outcome_form import write_outcome_form
from bengkel_crm.workshop.reminders.reminder_papers import LabelContent, LetterLayout
from bengkel_crm.workshop.settings.shop_details import keep_shop
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle, make_work_order

TODAY = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 9, 0)
MONTH = date(2026, 11, 1)


@dataclass(frozen=True)
class Filled:
    """A shop with one of everything that can stand on a paper."""

    database: Database
    folder: Path
    month_list: MonthList
    vehicle_id: int

    @property
    def people(self) -> tuple[DuePerson, ...]:
        """Those who are due."""
        return self.month_list.people

    def to(self, name: str) -> Path:
        """Return where a file of that name goes."""
        return self.folder / name


def fill_shop(database: Database, folder: Path) -> Filled:
    """Return a shop with people who are due, were written to and were called; papers go to the folder."""
    database.clock = lambda: NOW
    keep_shop(database, {"shop_name": "Zzuri", "shop_whatsapp": "0812-8834-1907", "shop_address": "Xylox 9"})
    vehicle_ids = []
    for number, plate in enumerate(("B 3472 KZR", "B 3473 KZR", "B 3474 KZR", "B 3475 KZR")):
        phones = ("081288341907",) if number else ()
        name = f"Kklimbo {number}"
        vehicle_id = make_vehicle(database, plate, name, phones, brand="Qorvex", model="Yyttra")
        for months, km in ((5, 5000), (3, 7000)):
            day, paper = TODAY - timedelta(days=30 * months + number), f"{number}{km}"
            lines = (("CVT",), "MPX 2 0,8", "Wubbo", km, ("Vrrik",))
            make_work_order(database, vehicle_id, day, *lines, number=paper)
        vehicle_ids.append(vehicle_id)
    make_work_order(database, vehicle_ids[3], TODAY, ("CVT",), mechanic="Wubbo", odometer_km=9000)
    month_list = reminders.list_month(database, MONTH, TODAY)
    assert len(month_list.people) >= 3
    sent, called = month_list.people[:1], month_list.people[1:2]
    earlier = NOW - timedelta(days=1)
    reminders.record_sent(database, month_list, sent, Channel.WHATSAPP, "Vrrik", earlier)
    reminders.record_calls(database, month_list, called, Outcome.LATER, earlier, TODAY + timedelta(days=9))
    return Filled(database, folder, month_list, vehicle_ids[0])


def _letters(shop: Filled, layout: LetterLayout) -> Path:
    return reminder_papers.write_letters(shop.database, shop.people, shop.to("a.pdf"), layout, TODAY)


def _stickers(shop: Filled) -> Path:
    return reminder_papers.write_stickers(shop.database, shop.people, shop.to("a.pdf"), "2x7")


def _sticker(shop: Filled) -> Path:
    return reminder_papers.write_sticker_of_vehicle(shop.database, shop.vehicle_id, shop.to("a.pdf"))


def _labels(shop: Filled, content: LabelContent) -> Path:
    return reminder_papers.write_labels(
        shop.database, shop.people, shop.to("a.pdf"), reminder_papers.DEFAULT_LABEL_SHEET, content
    )


def _call_sheet(shop: Filled) -> Path:
    return reminder_papers.write_call_sheet(shop.database, shop.people, shop.to("a.pdf"), MONTH, TODAY)


def _response(shop: Filled) -> Path:
    return reminder_papers.write_funnel(shop.database, MONTH, TODAY, shop.to("a.pdf"), TODAY)


def write_form_of(shop: Filled) -> Path:
    return write_outcome_form(shop.database, shop.people, MONTH, shop.to("a.xlsx"))


def _month_workbook(shop: Filled) -> Path:
    write_month(shop.database, MONTH, shop.to("a.xlsx"), NOW)
    return shop.to("a.xlsx")


def _export(shop: Filled) -> Path:
    export_everything(shop.database, shop.to("a.xlsx"), nobody_waits, NOW)
    return shop.to("a.xlsx")


def _export_as_csv(shop: Filled) -> Path:
    export_as_csv(shop.database, shop.to("csv"), nobody_waits, NOW)
    return shop.to("csv")


def _vehicle_list(shop: Filled) -> Path:
    layout = layout_of(ExportKind.VEHICLES, i18n.translate("Pages", "Vehicles"), VEHICLE_COLUMNS)
    query, target = VehicleQuery(TODAY), Target(shop.to("a.xlsx"), NOW)
    list_export.export_vehicles(shop.database, query, layout, target, nobody_waits)
    return target.path


def _work_order_list(shop: Filled) -> Path:
    layout = layout_of(ExportKind.WORK_ORDERS, i18n.translate("Pages", "Vehicles"), WORK_ORDER_COLUMNS)
    target = Target(shop.to("a.xlsx"), NOW)
    list_export.export_work_orders(shop.database, WorkOrderQuery(), layout, target, nobody_waits)
    return target.path


def _due_list(shop: Filled) -> Path:
    layout = layout_of(ExportKind.DUE, i18n.translate("Pages", "Vehicles"), list_columns(lambda: TODAY))
    target = Target(shop.to("a.xlsx"), NOW)
    list_export.export_records(shop.database, shop.people, layout, target, nobody_waits)
    return target.path


def _contact_list(shop: Filled) -> Path:
    layout = layout_of(ExportKind.CONTACTS, i18n.translate("Pages", "Vehicles"), CONTACT_COLUMNS)
    contacts = reminders.list_contacts(shop.database, MONTH, TODAY)
    assert len(contacts) == 2
    target = Target(shop.to("a.xlsx"), NOW)
    list_export.export_records(shop.database, contacts, layout, target, nobody_waits)
    return target.path


def _response_list(shop: Filled) -> Path:
    layout = layout_of(ExportKind.RESPONSE, i18n.translate("Pages", "Vehicles"), TABLE_COLUMNS)
    rows = table_rows(reminders.measure_response(shop.database, MONTH, TODAY, TODAY))
    target = Target(shop.to("a.xlsx"), NOW)
    list_export.export_records(shop.database, rows, layout, target, nobody_waits)
    return target.path


def _sample(shop: Filled) -> Path:
    write_sample_book(shop.to("a.xlsx"))
    return shop.to("a.xlsx")


def _book_with_faults(shop: Filled) -> Path:
    """Write a book whose titles are names of the trade, most rows of which can not be taken."""
    book = openpyxl.Workbook()
    rows: list[list[object]] = [
        ["TNKB", "WA", "KM", "PKB", "Vrrik"],
        ["B 3472 KZR", "081288341907", 9500, "1", "9/9/9"],
        [None, "081288341908", 9500, "2", None],
        ["kklimbo kklimbo kklimbo", "0812", "xylox", "3", None],
    ]
    for row in rows:
        book.active.append(row)
    book.active.title = "Zzuri"
    book.save(shop.to("zzuri.xlsx"))
    return shop.to("zzuri.xlsx")


def _problems(shop: Filled) -> Path:
    report = import_book(shop.database, _book_with_faults(shop), today=TODAY, dry_run=True)
    assert report.problems
    write_problems(report, shop.to("a.xlsx"))
    return shop.to("a.xlsx")


def _import_report(shop: Filled) -> Path:
    report = import_book(shop.database, _book_with_faults(shop), today=TODAY, dry_run=True)
    shop.to("a.txt").write_text("\n".join(report_lines(report)), encoding="utf-8")
    return shop.to("a.txt")


def _command(shop: Filled, *words: str) -> Path:
    """Keep what a command says in the terminal."""
    parser = build_parser()
    given = [*words, "--database", str(shop.database.path), "--language", i18n.language()]
    said = StringIO()
    with redirect_stdout(said):
        assert cli.run(parser, parser.parse_args(given)) == 0
    shop.to("a.txt").write_text(said.getvalue(), encoding="utf-8")
    return shop.to("a.txt")


Make = Callable[[Filled], Path]
TO_CUSTOMERS: dict[str, Make] = {
    "letters three to a page": partial(_letters, layout=LetterLayout.THREE),
    "letters for a window": partial(_letters, layout=LetterLayout.WINDOW),
    "stickers": _stickers,
    "sticker of one vehicle": _sticker,
}
OF_THE_SHOP: dict[str, Make] = {
    "labels with addresses": partial(_labels, content=LabelContent.ADDRESS),
    "labels with plates": partial(_labels, content=LabelContent.PLATE),
    "call sheet": _call_sheet,
    "response page": _response,
    "outcome form": write_form_of,
    "month workbook": _month_workbook,
    "export": _export,
    "export as CSV": _export_as_csv,
    "list of vehicles": _vehicle_list,
    "list of work orders": _work_order_list,
    "list of the due": _due_list,
    "list of contacts": _contact_list,
    "list of figures": _response_list,
    "sample book": _sample,
    "rows not taken": _problems,
    "report of an import": _import_report,
    "check of the file": lambda shop: _command(shop, "check"),
    "card in the terminal": lambda shop: _command(shop, "lookup", "B 3472 KZR"),
    "who is due in the terminal": lambda shop: _command(shop, "due", "--month", f"{MONTH:%Y-%m}"),
}
