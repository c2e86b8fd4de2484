"""Open a PDF file from a stranger: refuse what has no text, and read its pages within limits."""

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from pdfminer import pdftypes
from pdfminer.pdfdocument import (
    PDFDocument,
    PDFNoPageLabels,
    PDFPasswordIncorrect,
    PDFTextExtractionNotAllowed,
)
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from generator.edit.articles.pdf.glyphs import BoundedInterpreter, GlyphReader, PrintedPage, TooLargeError
from generator.edit.error import EditError

MOST_PAGES = 2000
MOST_BYTES = 400_000_000  # of all streams that are unpacked
MOST_BYTES_OF_A_STREAM = 100_000_000
_CHUNK = 16_384  # bytes of a stream that are unpacked at once
_HEADER_REACH, _TRAILER_REACH = 1024, 4096  # bytes in which a PDF file begins and ends
BROKEN = (
    PSException,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    NotImplementedError,
    EOFError,
    struct.error,
    zlib.error,
)
"""What pdfminer raises for damaged files."""


def open_document(raw: bytes, name: str) -> PDFDocument:
    """Return the PDF document in the bytes of a file, or raise EditError if it cannot be read."""
    if b"%PDF-" not in raw[:_HEADER_REACH]:
        raise EditError(f"{name} is not a PDF file. Check which file you saved.")
    if b"%%EOF" not in raw[-_TRAILER_REACH:]:
        raise EditError(f"{name} is cut off: its end is missing. Download or copy the file again.")
    try:
        return PDFDocument(PDFParser(io.BytesIO(raw)))
    except PDFPasswordIncorrect:
        raise EditError(
            f"{name} is encrypted with a password. Open it with the password, save it without, and import that file."
        ) from None
    except PDFTextExtractionNotAllowed:
        raise EditError(
            f"{name} does not let programs read its text. Save it without this restriction."
        ) from None
    except BROKEN:
        raise _damaged(name) from None


def page_labels(document: PDFDocument) -> Iterator[str] | None:
    """Return the labels of the pages, or None if the file has none."""
    try:
        return document.get_page_labels()
    except (PDFNoPageLabels, *BROKEN):
        return None


def printed_pages(document: PDFDocument, name: str) -> Iterator[PrintedPage]:
    """Yield what each page prints. Raise EditError for a file with too many pages, too much on them, or none."""
    resources = PDFResourceManager()
    reader = GlyphReader(resources)
    interpreter = BoundedInterpreter(resources, reader)
    labels = page_labels(document)
    number = 0
    try:
        for number, page in enumerate(PDFPage.create_pages(document), start=1):
            if number > MOST_PAGES:
                raise EditError(
                    f"{name} has more than {MOST_PAGES:,} pages. Save the pages that you need as a file of their own."
                )
            reader.page = PrintedPage(number, "", 0, 0)
            damaged = _interpret(interpreter, page)
            if damaged:
                reader.end_page(page)
            reader.page.number = number
            reader.page.label = next(labels, "") if labels else ""
            reader.page.damaged = damaged
            yield reader.page
    except TooLargeError:
        raise EditError(
            f"{name} unpacks to more than a text can be (page {number}). Print it to a new PDF file and import that."
        ) from None
    except BROKEN:
        raise _damaged(name) from None
    if not number:
        raise _damaged(name)


def _interpret(interpreter: BoundedInterpreter, page: PDFPage) -> bool:
    """Read a page, and return whether it is damaged."""
    try:
        interpreter.process_page(page)
    except BROKEN:
        return True
    return False


def _damaged(name: str) -> EditError:
    return EditError(
        f"{name} is damaged. Download it again, or open it in a PDF reader, print it to a new PDF file and import that."
    )


@contextmanager
def bounded() -> Iterator[None]:
    """Let pdfminer unpack no more than a limit, and let it write no warnings, while the context is open.

    Raises:
        TooLargeError: a stream, or all together, unpack to more than the limit.
    """
    left = MOST_BYTES

    def decompress(data: bytes) -> bytes:
        nonlocal left
        unpacked = _unpacked(data, min(MOST_BYTES_OF_A_STREAM, left))
        left -= len(unpacked)
        return unpacked

    logger = logging.getLogger("pdfminer")
    level, module = logger.level, vars(pdftypes)["zlib"]
    replacement: Any = SimpleNamespace(
        decompress=decompress, decompressobj=zlib.decompressobj, error=zlib.error
    )
    vars(pdftypes)["zlib"] = replacement
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        vars(pdftypes)["zlib"] = module
        logger.setLevel(level)


def _unpacked(data: bytes, limit: int) -> bytes:
    """Return the bytes in a zlib stream as far as it is whole, or raise TooLargeError if there are more than the limit."""
    unpacker = zlib.decompressobj()
    unpacked = bytearray()
    for start in range(0, len(data), _CHUNK):
        try:
            unpacked += unpacker.decompress(data[start : start + _CHUNK], limit - len(unpacked) + 1)
        except zlib.error:
            break
        if len(unpacked) > limit or unpacker.unconsumed_tail:
            raise TooLargeError
    return bytes(unpacked)
