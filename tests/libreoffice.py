"""LibreOffice as a judge from outside: what it makes of a file that the program wrote."""

import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

PATIENCE_SECONDS = 120
# How it is asked for each kind of file; the text has semicolons, quotes where they are needed, and UTF-8.
FORMATS = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "ods": "ods:calc8",
    "xls": "xls:MS Excel 97",
    "pdf": "pdf:calc_pdf_Export",
    "csv": "csv:Text - txt - csv (StarCalc):59,34,76,1",
}


def saved_again(path: Path, folder: Path, kind: str = "xlsx") -> Path:
    """Open a file in LibreOffice without a window, save it as another kind into `folder`, return that one."""
    folder.mkdir(parents=True, exist_ok=True)
    home = folder / "home"
    done = subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={home.as_uri()}",
            *("--headless", "--norestore", "--convert-to", FORMATS[kind], "--outdir", str(folder), str(path)),
        ],
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=True,
    )
    saved = folder / f"{path.stem}.{kind}"
    assert saved.exists(), done.stdout + done.stderr
    return saved


def cells_of(path: Path, *, values: bool = False) -> dict[str, list[list[Any]]]:
    """Return the cells of every sheet; `values` gives what formulas came to instead of the formulas."""
    book = openpyxl.load_workbook(path, data_only=values)
    return {
        sheet.title: [[_told(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()]
        for sheet in book
    }


def _told(value: Any, kind: str) -> Any:
    if isinstance(value, datetime | date):
        return ("day", value)
    if isinstance(value, int | float):
        return ("number", float(value))
    return None if value is None else (kind, value)
