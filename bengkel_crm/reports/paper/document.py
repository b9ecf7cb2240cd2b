"""A PDF that is written page by page: however many pages, what is kept in memory is one of them.

reportlab keeps every page until it saves, 20,000 letters as 200 MB of text. Here each finished page leaves
for the file at once, and what pages share (fonts, forms) follows at the end.
"""

import zlib
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from bengkel_crm import __version__
from bengkel_crm.base.i18n import language
from bengkel_crm.reports.paper.pdf_fonts import register_faces
from bengkel_crm.reports.workbooks_out.new_file import new_file

_COMPRESSION = 6


@contextmanager
def new_paper(
    path: Path, title: str, size: tuple[float, float] = A4, spoken: str | None = None
) -> Iterator[Canvas]:
    """Give a canvas whose pages end up at `path` when the block ends well; else nothing is left there.

    `spoken` is the code of the language on them, for whoever has them read aloud; None: the screen's.

    Raises:
        DiskFull, ReadOnlyPlace, FileMissing, FileBusy, StorageFailed: the disk refused.
    """
    register_faces()
    with new_file(path) as file:
        canvas = _StreamedCanvas(file, size, spoken or language())
        canvas.setTitle(title)
        canvas.setCreator(f"Bengkel CRM {__version__}")
        yield canvas
        canvas.save()


class _StreamedCanvas(Canvas):  # type: ignore[misc]
    """A canvas on a document that does not wait for its end."""

    def __init__(self, file: BinaryIO, size: tuple[float, float], spoken: str) -> None:
        super().__init__(file, pagesize=size, pageCompression=1)
        self._doc = _StreamedDocument(file, spoken)
        # Without Helvetica, which reportlab would name on every page.
        self._preamble = "1 0 0 1 0 0 cm"


class _StreamedDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A document that writes each page when it is finished and forgets it."""

    def __init__(self, file: BinaryIO, spoken: str) -> None:
        super().__init__(compression=1, lang=spoken)
        self._file = file
        self._at = 0
        # Where each object begins, by its number; object 0 does not exist.
        self._offsets = array("Q", [0])
        self.Pages = self.Catalog.Pages = _Pages()
        self.Reference(self.Pages, "Pages")
        self._resources = _Resources()
        self.Reference(self._resources, "Resources")
        self._put(b"%PDF-1.4\n%\x93\x8c\x8b\x9e\n")

    def addPage(self, page: Any) -> None:
        text = page.stream if isinstance(page.stream, bytes) else page.stream.encode("extpdfdoc")
        first = self.objectcounter + 1
        page.Contents = self.Reference(_Content(zlib.compress(text, _COMPRESSION)))
        if page.XObjects is not None:
            self._resources.xobjects.update(page.XObjects.dict)
        page.Resources = self.Reference(self._resources)
        name = self.thisPageName()
        super().addPage(page)
        self.Pages.numbers.append(self.idToObjectNumberAndVersion[name][0])
        finished = range(first, self.objectcounter + 1)
        for number in finished:
            self._put_object(number)
        for number in finished:
            self._forget(number)

    def format(self) -> bytes:
        """Write what is left: what the pages share, and the table that finds everything."""
        number = 0
        while number < self.objectcounter:
            number += 1
            if number in self.numberToId:
                self._put_object(number)
        start = self._at
        lines = [b"xref\n0 %d\n0000000000 65535 f \n" % len(self._offsets)]
        lines += [b"%010d 00000 n \n" % offset for offset in self._offsets[1:]]
        self._put(b"".join(lines))
        trailer = pdfdoc.PDFTrailer(
            startxref=start,
            Size=len(self._offsets),
            Root=self.Reference(self.Catalog),
            Info=self.Reference(self.info),
            ID=self.ID(),
        )
        self._put(trailer.format(self))
        return b""

    def _put(self, data: bytes) -> None:
        self._file.write(data)
        self._at += len(data)

    def _put_object(self, number: int) -> None:
        name = self.numberToId[number]
        data = pdfdoc.PDFIndirectObject(name, self.idToObject[name]).format(self)
        self._offsets.extend([0] * (number + 1 - len(self._offsets)))
        self._offsets[number] = self._at
        self._put(data)

    def _forget(self, number: int) -> None:
        name = self.numberToId.pop(number)
        del self.idToObject[name], self.idToObjectNumberAndVersion[name]


class _Pages(pdfdoc.PDFPages):  # type: ignore[misc]
    """The page tree, as the numbers of its pages."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = array("L")

    def addPage(self, page: Any) -> None:
        """Keep nothing: the number is noted when it is given."""

    def check_format(self, document: Any) -> None:
        self.Kids = _Raw(b"[%s]" % b" ".join([b"%d 0 R" % number for number in self.numbers]))
        self.Count = len(self.numbers)


class _Resources(pdfdoc.PDFObject):  # type: ignore[misc]
    """Fonts and forms, once for all pages."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.xobjects: dict[str, Any] = {}

    def format(self, document: Any) -> bytes:
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        resources.allProcs()
        resources.XObject = pdfdoc.PDFDictionary(self.xobjects)
        return bytes(resources.format(document))


class _Content(pdfdoc.PDFObject):  # type: ignore[misc]
    """What stands on a page, compressed already."""

    __RefOnly__ = 1

    def __init__(self, data: bytes) -> None:
        self._data = data

    def format(self, document: Any) -> bytes:
        head = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(self._data)
        return head + self._data + b"\nendstream\n"


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """Text of the file as it stands."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def format(self, document: Any) -> bytes:
        return self._data
