"""The HTML that mammoth makes of a Word file, as lines: paragraphs, entries of lists, rows of tables, notes at the end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import lxml.html
from lxml import etree

from generator.edit.articles.cleaning import clean, is_power, raised
from generator.edit.articles.converted import Doubt, Line

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BLOCKS = _HEADINGS | {"p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "div"}
_NOTE = re.compile(r"(?:footnote|endnote)-\d+")
_BREAK = "\n"
_FEWEST = 2  # rows, and columns
_LONG_CELL = 200  # characters; longer ones are text, and the table sets it in columns
_DOUBTS = {"deleted": Doubt.DELETED, "contents": Doubt.MENU, "caption": Doubt.CAPTION}


@dataclass
class Body:
    """The lines of a Word file, and what is in them: headings, marks of notes, rows of tables, entries that Word numbers.

    `texts` are those of the lines before they were cleaned, and of the marks.
    """

    lines: tuple[Line, ...] = ()
    headings: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    note_marks: int = 0
    rows: int = 0
    numbered: int = 0


def lines_of(html: str) -> Body:
    """Return the lines of HTML from mammoth. Notes come last, as mammoth puts them."""
    body = Body()
    if html:
        root = lxml.html.fragment_fromstring(html, create_parent="div")
        for mark in list(root.iter("sup")):
            if _is_note_mark(mark):
                mark.drop_tree()
                body.note_marks += 1
            elif is_power(mark.text_content()):
                mark.text = raised(mark.text_content())
                mark[:] = []
        body.lines = tuple(_lines(root, (), body))
    return body


def _is_note_mark(mark: etree._Element) -> bool:
    """Return whether a raised text is the mark of a note, whose number mammoth has made up."""
    link = mark.find("a")
    return link is not None and str(link.get("href", "")).startswith(("#footnote-", "#endnote-"))


def _lines(element: etree._Element, doubts: tuple[Doubt, ...], body: Body) -> Iterator[Line]:
    """Yield the lines of all blocks in an element, and of the text between them."""
    pieces = [element.text or ""]
    for item in element:
        tag = str(item.tag)
        if tag in _BLOCKS:
            yield from _split("".join(pieces), doubts, body)
            pieces = []
            yield from _block(item, tag, doubts, body)
        elif tag == "a" and str(item.get("href", "")).startswith(("#footnote-ref-", "#endnote-ref-")):
            pass  # the way back from a note
        else:
            pieces += _inline(item)
        pieces.append(item.tail or "")
    yield from _split("".join(pieces), doubts, body)


def _block(element: etree._Element, tag: str, doubts: tuple[Doubt, ...], body: Body) -> Iterator[Line]:
    if tag == "table" and _is_data(element):
        yield from _rows(element, doubts, body)
        return
    if tag == "li" and _NOTE.fullmatch(str(element.get("id", ""))):
        doubts = (*doubts, Doubt.FOOTNOTE)
    elif tag == "li" and next(element.iterancestors()).tag == "ol":
        body.numbered += 1
    if doubt := _DOUBTS.get(str(element.get("class", ""))):
        doubts = (*doubts, doubt)
    found = list(_lines(element, doubts, body))
    if tag in _HEADINGS:
        # A title comes before other headings, wherever it stands.
        at = 0 if element.get("class") == "title" else len(body.headings)
        body.headings[at:at] = [line.text for line in found]
    yield from found


def _inline(element: etree._Element) -> Iterator[str]:
    """Yield the text of an element in a paragraph. A page break ends the paragraph as two line breaks do."""
    if element.tag == "br":
        yield _BREAK
    elif element.tag == "hr":
        yield _BREAK * 2
    else:
        yield element.text or ""
        for item in element:
            if item.tag != "a" or not str(item.get("href", "")).startswith(
                ("#footnote-ref-", "#endnote-ref-")
            ):
                yield from _inline(item)
            yield item.tail or ""


def _split(text: str, doubts: tuple[Doubt, ...], body: Body) -> Iterator[Line]:
    """Yield text as lines: one line break is a space, two are the end of a paragraph."""
    for part in re.split(r"\n\s*\n", text):
        body.texts.append(part)
        if cleaned := clean(part):
            yield Line(cleaned, doubts)


def _is_data(table: etree._Element) -> bool:
    """Return whether a table has rows of short cells. Others set a letterhead or a text in columns."""
    rows = list(table.iter("tr"))
    cells = [cell for row in rows for cell in row]
    if len(rows) < _FEWEST or max(map(len, rows)) < _FEWEST or any(table.iterdescendants("table")):
        return False
    return all(len(cell) <= 1 and len("".join(cell.itertext())) <= _LONG_CELL for cell in cells)


def _cells(row: etree._Element) -> list[str]:
    return [clean("".join(_text(cell))) for cell in row]


def _text(element: etree._Element) -> Iterator[str]:
    """Yield the text in a cell, which has one paragraph or list at most, with spaces between the entries of a list."""
    yield element.text or ""
    for item in element:
        yield from _text(item) if item.tag in _BLOCKS else _inline(item)
        yield f"{' ' if item.tag in _BLOCKS else ''}{item.tail or ''}"


def _rows(table: etree._Element, doubts: tuple[Doubt, ...], body: Body) -> Iterator[Line]:
    for row in table.iter("tr"):
        cells = _cells(row)
        if any(cells):
            body.rows += 1
            body.texts.append(" ".join(cells))
            yield Line(" ".join(filter(None, cells)), (*doubts, Doubt.TABLE))
