"""Open a PDF file from a stranger: refuse what has no text, and read its pages within limits."""

import io
import logging
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from pdfminer import pdftypes
from pdfminer.lzw import LZWDecoder
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
_CHUNK = 16_384  # bytes of a stream that are unpacked at once, to 16 MB at most
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

    pdfminer has no such limits, so functions that it calls are replaced. This is safe because the process converts one file.
    Run lengths (RunLengthDecode) grow 64-fold at most, and are left to the limits of the process.

    Raises:
        TooLargeError: a stream, or all together, unpack to more than the limit.
    """
    left = MOST_BYTES

    def joined(pieces: Iterable[bytes]) -> bytes:
        nonlocal left
        unpacked = bytearray()
        for piece in pieces:
            unpacked += piece
            if len(unpacked) > min(MOST_BYTES_OF_A_STREAM, left):
                raise TooLargeError
        left -= len(unpacked)
        return bytes(unpacked)

    bounded_zlib: Any = SimpleNamespace(
        decompress=lambda data: joined(_unpacked(data)), decompressobj=zlib.decompressobj, error=zlib.error
    )
    replaced = {"zlib": bounded_zlib, "lzwdecode": lambda data: joined(LZWDecoder(io.BytesIO(data)).run())}
    functions = vars(pdftypes)
    before = {name: functions[name] for name in replaced}
    logger = logging.getLogger("pdfminer")
    level = logger.level
    functions.update(replaced)
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        functions.update(before)
        logger.setLevel(level)


def _unpacked(data: bytes) -> Iterator[bytes]:
    """Yield the bytes in a zlib stream in small pieces, as far as it is whole."""
    unpacker = zlib.decompressobj()
    for start in range(0, len(data), _CHUNK):
        try:
            yield unpacker.decompress(data[start : start + _CHUNK])
        except zlib.error:
            return
