"""The paragraphs of a page as its elements have them: each block of text that a browser sets apart from the next."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree
from lxml.html import HtmlElement

from generator.edit.articles.cleaning import clean, is_power, raised

_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend",
    "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
])  # fmt: skip
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_MARK_OF_NOTE = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§]|Note \d{1,3}|Anm\. \d{1,3})[\])]?")
_LINK_TO_NOTE = re.compile(r"#(?:fn|_?ftn|footnote|endnote|cite_note|note)[-_:]?\w*\d[\w-]*$", re.IGNORECASE)
# As browsers print <q>, by language; within another <q> the second pair.
_QUOTES = {
    "en": "“”‘’", "de": "„“‚‘", "fr": "«»«»", "es": "«»“”", "it": "«»“”", "pt": "“”‘’", "nl": "‘’“”", "ru": "«»„“", "uk": "«»„“",
    "pl": "„”«»", "cs": "„“‚‘", "sv": "””’’", "da": "“”‘’", "no": "«»‘’", "nb": "«»‘’", "fi": "””’’", "ja": "「」『』", "tr": "“”‘’",
    "ar": "”“’‘", "he": "””’’", "zh": "“”‘’", "hu": "„”»«", "ro": "„”«»", "el": "«»“”", "bg": "„“‚‘", "sr": "„“‚‘", "hr": "„“‚‘",
}  # fmt: skip
_LONGEST_CELL = 200  # letters: longer cells are columns of a layout


@dataclass(eq=False)
class Block:
    """A block of text: its number on the page from 0, its words, the element that holds it, and the pieces it is made of.

    A piece is an element and whether the text is behind it (its tail). `seen`, `linked` and `bold` count letters: all,
    those in links, those in bold type; `lead` are the bold words at the start.
    """

    number: int
    element: HtmlElement
    pieces: list[tuple[HtmlElement, bool]] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    seen: int = 0
    lead: str = ""
    notes: int = 0
    is_row: bool = False

    @cached_property
    def text(self) -> str:
        """The text with ordinary characters, as one line."""
        return clean("".join(self.raw))

    @cached_property
    def letters(self) -> int:
        """How many letters and digits the block has."""
        return sum(map(str.isalnum, self.text))

    @property
    def link_share(self) -> float:
        """The share of the letters that is in links."""
        return self.linked / self.letters if self.letters else 0.0

    @property
    def is_heading(self) -> bool:
        """Whether the block is a heading."""
        return self.element.tag in HEADINGS

    def ancestors(self) -> Iterator[HtmlElement]:
        """Yield the element of the block and those around it, from the inside out."""
        yield self.element
        yield from self.element.iterancestors()


class _Writer:
    """Collects pieces of text into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: Block | None = None
        self.owner: HtmlElement | None = None
        self.breaks = 0

    def flush(self) -> None:
        """End the block."""
        if self.open is not None and self.open.text:
            self.open.number = len(self.blocks)
            self.blocks.append(self.open)
        self.open = None
        self.breaks = 0

    def line_break(self) -> None:
        """Write the end of a line; the second in a row ends the block."""
        self.breaks += 1
        if self.breaks > 1:
            self.flush()
        elif self.open is not None:
            self.open.raw.append("\n")

    def write(self, text: str, piece: tuple[HtmlElement, bool] | None, context: "_Context") -> None:
        """Add text to the block, or begin one."""
        if self.open is None:
            if not text.strip():
                return
            self.open = Block(0, context.owner)
        block = self.open
        if text.strip():
            self.breaks = 0
            letters = sum(map(str.isalnum, text))
            if context.bold and block.bold == block.seen:
                block.lead += text
            block.seen += letters
            block.linked += letters * context.linked
            block.bold += letters * context.bold
            if piece is not None:
                block.pieces.append(piece)
        block.raw.append(text)


@dataclass(slots=True)
class _Context:
    """Where a piece of text stands: its block element, in a link, in bold, in preformatted text, and depth of quotes."""

    owner: HtmlElement
    linked: bool = False
    bold: bool = False
    preformatted: bool = False
    quotes: int = 0


def blocks_of(root: HtmlElement) -> list[Block]:
    """Return the blocks of a page in the order of the page."""
    writer = _Writer()
    stack: list[tuple[HtmlElement, _Context]] = []
    context = _Context(root)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            stack.append((element, context))
            context = _begin(writer, element, context)
        else:
            _end(writer, element, context)
            _, context = stack.pop()
            if element is not root and element.tail:
                _write_text(writer, element.tail, (element, True), context)
    writer.flush()
    return _with_rows(writer.blocks)


def _begin(writer: _Writer, element: HtmlElement, outer: _Context) -> _Context:
    tag = element.tag
    context = _Context(outer.owner, outer.linked, outer.bold, outer.preformatted, outer.quotes)
    if tag in _BLOCKS:
        writer.flush()
        context.owner = element
    elif tag == "br":
        writer.line_break()
    context.linked |= tag == "a"
    context.bold |= tag in {"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "dt"}
    context.preformatted |= tag in {"pre", "xmp", "listing"}
    if tag == "q":
        writer.write(_quote(element, context.quotes, closing=False), None, context)
        context.quotes += 1
    if element.text:
        _write_text(writer, element.text, (element, False), context)
    return context


def _end(writer: _Writer, element: HtmlElement, context: _Context) -> None:
    if element.tag in _BLOCKS:
        writer.flush()
    elif element.tag == "q":
        writer.write(_quote(element, context.quotes - 1, closing=True), None, context)


def _write_text(writer: _Writer, text: str, piece: tuple[HtmlElement, bool], context: _Context) -> None:
    if context.preformatted:
        for number, part in enumerate(re.split(r"\n[ \t]*\n\s*", text)):
            if number:
                writer.flush()
            writer.write(part, piece, context)
        return
    element, is_tail = piece
    sup = element if not is_tail else element.getparent()
    within = next((item for item in _inline_chain(sup) if item.tag == "sup" or _leads_to_note(item)), None)
    if within is not None and text.strip():
        whole = clean(within.text_content())
        if _is_note(within, whole):
            if writer.open is not None:
                writer.open.notes += 1
            return
        if is_power(whole):
            text = raised(text)
    writer.write(text, piece, context)


def _inline_chain(element: HtmlElement | None) -> Iterator[HtmlElement]:
    while element is not None and element.tag not in _BLOCKS:
        yield element
        element = element.getparent()


def _leads_to_note(element: HtmlElement) -> bool:
    return element.tag == "a" and _LINK_TO_NOTE.search(element.get("href", "")) is not None


def _is_note(sup: HtmlElement, text: str) -> bool:
    """Return whether a raised text is the mark of a footnote: it links to a place on the page, or its class says so."""
    if not _MARK_OF_NOTE.fullmatch(text):
        return False
    if _leads_to_note(sup):
        return True
    links = [*sup.iter("a"), *(item for item in sup.iterancestors("a"))]
    return (
        any("#" in link.get("href", "") for link in links)
        or re.search("foot|ref|note", sup.get("class", "")) is not None
    )


def _quote(element: HtmlElement, depth: int, *, closing: bool) -> str:
    languages = (item.get("lang") or "" for item in [element, *element.iterancestors()])
    language = next(filter(None, languages), "en")
    marks = _QUOTES.get(language.partition("-")[0].lower(), _QUOTES["en"])
    return marks[(2 if depth % 2 else 0) + closing]


def _with_rows(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks with the cells of each row of a table of data as one block."""
    result: list[Block] = []
    row: HtmlElement | None = None
    group: list[Block] = []

    def end() -> None:
        cells = {id(_cell(block)) for block in group}
        if (
            len(group) > 1
            and len(cells) == len(group)
            and all(len(block.text) <= _LONGEST_CELL for block in group)
        ):
            first = group[0]
            merged = Block(0, row if row is not None else first.element, is_row=True)
            for block in group:
                merged.pieces += block.pieces
                merged.raw += [*block.raw, " "]
                merged.linked += block.linked
                merged.bold += block.bold
            result.append(merged)
        else:
            result.extend(group)
        group.clear()

    for block in blocks:
        cell = _cell(block)
        here = next(cell.iterancestors("tr"), None) if cell is not None else None
        if here is not row:
            end()
            row = here
        group.append(block)
        if row is None:
            end()
    end()
    for number, block in enumerate(result):
        block.number = number
    return result


def _cell(block: Block) -> HtmlElement | None:
    return next((item for item in block.ancestors() if item.tag in {"td", "th"}), None)
