"""Puts a finished PDF on a printer, page by page, as it was seen."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from bengkel_crm.base.progress import Progress

# Sharper than this no letter of a paper gets, and each page takes its memory.
_MOST_DPI = 300
_POINTS_AN_INCH = 72


def new_printer(path: Path, title: str) -> QPrinter:
    """Return the usual printer, its sheet as large as a paper's first page and turned as it is."""
    import pypdfium2  # needed by whoever prints, and by nobody else

    document = pypdfium2.PdfDocument(path)
    try:
        width, height = document[0].get_size()
    finally:
        document.close()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    lying = width > height
    sheet = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    # Papers bring margins of their own.
    printer.setPageLayout(QPageLayout(sheet, way, QMarginsF()))
    printer.setFullPage(True)
    return printer


def print_file(path: Path, printer: QPrinter, progress: Progress) -> int:
    """Print the pages that were asked for and return how many those are; `progress` may raise to stop."""
    import pypdfium2  # as above

    document = pypdfium2.PdfDocument(path)
    try:
        first = printer.fromPage() or 1
        last = min(printer.toPage() or len(document), len(document))
        painter = QPainter()
        if not painter.begin(printer):
            return 0
        try:
            for number in range(first, last + 1):
                if number > first:
                    printer.newPage()
                _print_page(document[number - 1], painter, printer)
                progress(number - first + 1, last - first + 1)
        finally:
            painter.end()
        return max(0, last - first + 1)
    finally:
        document.close()


def _print_page(page: object, painter: QPainter, printer: QPrinter) -> None:
    dpi = min(printer.resolution(), _MOST_DPI)
    bitmap = page.render(scale=dpi / _POINTS_AN_INCH, prefer_bgrx=True)  # type: ignore[attr-defined]
    image = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
    )
    room = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    # As large as the sheet allows, and never pulled out of shape.
    scale = min(room.width() / image.width(), room.height() / image.height())
    painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
