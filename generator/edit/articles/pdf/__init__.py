"""Read the paragraphs of a PDF file with text, in reading order, with their pages and what the file says about itself.

pdfminer.six reads the file and places each glyph; lines, columns and paragraphs are found here. Decisions for editors:

- Marks of footnotes are left out of sentences, so that quotes are as people copy them. Raised digits of units (km²) stay raised.
- A word parted at a line end keeps its hyphen unless the text shows that it has none. Both kinds are listed for review.
- A file that forbids copying but opens without a password is read, with a notice: whether to store it is for editors to judge.
- The day on which a file was made is no publication date. It is given as a notice.
- Heads and feet that repeat on neighbouring pages are left out. Lines at their place that say something else stay, marked.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

from pdfminer.pdfdocument import PDFDocument

from generator.edit.articles.converted import Converted, Found
from generator.edit.articles.pdf.columns import lines_in_order
from generator.edit.articles.pdf.details import details_of, made_on
from generator.edit.articles.pdf.document import bounded, open_document, page_labels, printed_pages
from generator.edit.articles.pdf.furniture import (
    Furniture,
    few_line_numbers,
    find_furniture,
    line_numbers,
    printed_numbers,
)
from generator.edit.articles.pdf.glyphs import PrintedPage, Rule, TooLargeError
from generator.edit.articles.pdf.lines import PrintedLine, Segment, line_of, segments_of
from generator.edit.articles.pdf.text import text_of_pages
from generator.edit.error import EditError

_MOST_UNREADABLE = 0.15  # of the glyphs
_FEW_GLYPHS, _FEW_BESIDE_PICTURE = 4, 30  # of a page without text, and of one that is a picture
_MOST_OF_A_PAGE = 0.5


@dataclass
class _Reading:
    """What the pages of a file print."""

    segments: list[list[Segment]] = field(default_factory=list)
    rules: list[list[Rule]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    numbered_lines: int = 0
    number_column: tuple[float, float] = (
        0.0,
        0.0,
    )  # the ends of the numbers of lines on the last page that has some
    glyphs: int = 0
    unreadable: int = 0

    def add(self, page: PrintedPage) -> None:
        """Add a page."""
        segments = [segment for segment in segments_of(page.glyphs) if segment.text]
        numbers = line_numbers(segments) or few_line_numbers(segments, self.number_column)
        if found := [segment for segment in segments if id(segment) in numbers]:
            self.number_column = min(s.x0 for s in found), max(s.x1 for s in found)
        self.numbered_lines += len(numbers)
        self.segments.append([segment for segment in segments if id(segment) not in numbers])
        self.rules.append(page.rules)
        self.heights.append(page.height)
        self.labels.append(page.label)
        count = len(page.glyphs)
        self.glyphs += count
        self.unreadable += page.unreadable
        if page.picture > _MOST_OF_A_PAGE and count < _FEW_BESIDE_PICTURE:
            self.scanned.append(page.number)
        if page.damaged:
            self.damaged.append(page.number)
        if page.turned:
            self.turned.append(page.turned)


def convert(raw: bytes, name: str) -> Converted:
    """Return the text of a PDF file in paragraphs.

    Raise EditError for a file without text, with a password or damage, and for one that is too large.
    """
    with bounded():
        try:
            document = open_document(raw, name)
            reading = _Reading()
            for page in printed_pages(document, name):
                reading.add(page)
            _refuse_without_text(reading, name)
            return _converted(document, reading)
        except TooLargeError:
            raise EditError(
                f"{name} unpacks to more than a text can be. Print it to a new PDF file and import that."
            ) from None


def _refuse_without_text(reading: _Reading, name: str) -> None:
    if reading.glyphs < _FEW_GLYPHS or (reading.scanned and len(reading.scanned) == len(reading.segments)):
        reason = "it is a scan" if reading.scanned else "it has only drawings or empty pages"
        raise EditError(
            f"{name} has no text layer: {reason}. Run text recognition (OCR) on it, for example with OCRmyPDF, and import "
            "the file that it writes."
        )
    if reading.unreadable > _MOST_UNREADABLE * reading.glyphs:
        raise EditError(
            f"The text of {name} cannot be read: its fonts do not say which letters they print. Save the document as PDF again "
            "from the program that made it, or run text recognition (OCR) on it."
        )


def _converted(document: PDFDocument, reading: _Reading) -> Converted:
    furniture = find_furniture(reading.segments, reading.heights)
    if all(id(segment) in furniture.certain for segments in reading.segments for segment in segments):
        furniture = Furniture()
    columns = [
        _page_columns(number, segments, rules, furniture)
        for number, (segments, rules) in enumerate(zip(reading.segments, reading.rules, strict=True), start=1)
    ]
    heads = [
        [
            line_of(number, [segment], segment.x0, segment.x1)
            for segment in segments
            if id(segment) in furniture.doubtful
        ]
        for number, segments in enumerate(reading.segments, start=1)
    ]
    lines = [line for page in columns for column in page for line in column]
    size = _usual_size(lines)
    text = text_of_pages(columns, heads, size, _page_names(document, reading, furniture))
    removed = _removed(reading, furniture)
    details = details_of(document, [line for column in columns[0] for line in column], size)
    if furniture.url:
        details.setdefault("url", (Found(furniture.url, "address that the browser printed on the pages"),))
    return Converted(
        format="pdf",
        lines=text.lines,
        details=details,
        steps=(*_steps(reading, removed), *text.steps),
        notices=_notices(document, reading),
        removed=removed,
        joined_words=text.joined_words,
        labels=text.labels,
        programs=(f"pdfminer.six {version('pdfminer.six')}",),
    )


def _page_columns(
    number: int, segments: Sequence[Segment], rules: Sequence[Rule], furniture: Furniture
) -> list[list[PrintedLine]]:
    apart = furniture.certain | furniture.doubtful
    return lines_in_order(number, [segment for segment in segments if id(segment) not in apart], rules)


def _usual_size(lines: Sequence[PrintedLine]) -> float:
    """Return the size of type of most of the text."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[line.size] += len(line.text)
    return counts.most_common(1)[0][0] if counts else 0.0


def _page_names(document: PDFDocument, reading: _Reading, furniture: Furniture) -> list[str]:
    """Return the name of each page: its label, else its printed number, else its number in the file."""
    count = len(reading.segments)
    names = (
        reading.labels if page_labels(document) and any(reading.labels) else printed_numbers(furniture, count)
    )
    return [name or str(number) for number, name in enumerate(names or [""] * count, start=1)]


def _removed(reading: _Reading, furniture: Furniture) -> tuple[str, ...]:
    """Return the heads, feet and numbers of pages, and the text that is turned, each once."""
    texts = [
        segment.text
        for segments in reading.segments
        for segment in segments
        if id(segment) in furniture.certain
    ]
    return tuple(dict.fromkeys([*texts, *reading.turned]))


def _steps(reading: _Reading, removed: Sequence[str]) -> list[str]:
    steps = (
        [f"Heads, feet and numbers of pages removed: {len(removed) - len(set(reading.turned))}."]
        if removed
        else []
    )
    steps += [f"Numbers of lines removed: {reading.numbered_lines}."] if reading.numbered_lines else []
    return steps + (
        [f"Pages with turned text that was left out: {len(reading.turned)}."] if reading.turned else []
    )


def _notices(document: PDFDocument, reading: _Reading) -> tuple[str, ...]:
    notices = []
    if reading.scanned:
        notices.append(
            f"These pages are pictures without text: {_listed(reading.scanned)} (numbers in the file). Their text is missing "
            "here. Run text recognition (OCR) on the file, and import it again."
        )
    if reading.damaged:
        notices.append(
            f"These pages are damaged: {_listed(reading.damaged)} (numbers in the file). Their text may be missing here. "
            "Download the file again."
        )
    if reading.unreadable:
        notices.append(
            f"Characters that cannot be read: {reading.unreadable}. Look for the sign � in the text."
        )
    if not document.is_extractable:
        notices.append("The file asks programs not to copy its text. Check whether you may store it.")
    if day := made_on(document):
        notices.append(f"The file was made on {day}. That need not be the day of publication.")
    return tuple(notices)


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:20]))
    return f"{shown} and {len(numbers) - 20} more" if len(numbers) > 20 else shown  # noqa: PLR2004
