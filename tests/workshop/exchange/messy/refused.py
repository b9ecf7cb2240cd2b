"""Files that are no books, whatever their names say."""

from bengkel_crm.base import errors
from tests.reports.workbooks_in.hostile import PROTECTED

from .cases import Case, ledger, spelled
from .making import by_hand, ods, ods_rows, raw, sheet_xml

_ENCRYPTED = (
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
)
_TABLE = "<table><tr><td>Nopol</td></tr><tr><td>AB 1 CD</td></tr></table>"
_XML_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
)
_CSV = "\r\n".join(";".join(row) for row in spelled(ledger())).encode()

CASES = [
    Case("a workbook with a password", raw(PROTECTED["a password"]()), refused=errors.BookProtected),
    Case("an ods with a password", ods(ods_rows(ledger()), _ENCRYPTED), ".ods", refused=errors.BookProtected),
    Case("a web page named xls", raw(f"<html><body>{_TABLE}"), ".xls", refused=errors.BookIsWebPage),
    Case("only a table of a web page", raw(f"\ufeff\r\n {_TABLE}"), ".xls", refused=errors.BookIsWebPage),
    Case("a web page in UTF-16", raw(f"<html>{_TABLE}", "utf-16"), ".xls", refused=errors.BookIsWebPage),
    Case("a web archive named xls", raw("MIME-Version: 1.0\r\n\r\n"), ".xls", refused=errors.BookIsWebPage),
    Case("XML of Excel 2003", raw(_XML_2003), ".xls", refused=errors.BookIsWebPage),
    Case("a PDF named xlsx", raw(b"%PDF-1.7\n" + _CSV), refused=errors.BookUnreadable),
    Case("a picture named csv", raw(b"\x89PNG\r\n" + _CSV), ".csv", refused=errors.BookUnreadable),
    Case("a text full of zeros", raw(_CSV + b"\0" * 4096), ".csv", refused=errors.BookUnreadable),
    Case("nothing but zeros", raw(b"\0" * 4096), refused=errors.BookUnreadable),
    Case("an empty file", raw(b""), ".csv", refused=errors.BookUnreadable),
    Case(
        "a letter",
        raw("Yth. Bapak Budi,\n\nmobil sudah selesai.\n"),
        ".txt",
        refused=errors.BookNotRecognised,
    ),
    Case("an empty sheet", by_hand(sheet_xml([[]])), refused=errors.BookNotRecognised),
]
