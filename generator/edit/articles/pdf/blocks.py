"""Printed lines become blocks: paragraphs, headings, items of lists, captions, rows of tables and footnotes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from generator.edit.articles.pdf.footnotes import mark_of
from generator.edit.articles.pdf.line_text import MARK
from generator.edit.articles.pdf.lines import PrintedLine
from generator.edit.articles.printed_lines import ends_sentence

_BULLET = re.compile(r"[•‣▪■●○◦∙·➢➤✓→\uf0b7\uf0a7\uf0d8\uf076\uf02d]\s*|[–—*-]\s+")
_NUMBERED = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\[\d{1,3}\]|§+\s*\d+)\s+(?=\S)"
)
_SPEAKER = re.compile(r"[^\W\d_a-z][^:]{0,50}:\s|[QAF]\.\s")
_TIME = re.compile(r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s")
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|chart|graph|map|box|exhibit|photo|picture|image|plate|abbildung|abb\.|tabelle|tab\.|grafik|karte|bild|"
    r"schaubild|übersicht|tableau|graphique|carte|encadré|illustration)\s*(?:\d[\d.\-–]*|[IVX]+|[A-Z]\d*)?\s*[:.|–—]\s"
    r"|(?:photo|foto|credit|source|sources|quelle|quellen)\s*:\s|©",
    re.IGNORECASE,
)
_SAME_SIZE = 0.04  # of the size
_NEXT_PARAGRAPH = 1.18  # of the usual distance between lines
_USUAL_DISTANCE = 1.25  # of the size, where a file has no two lines of a paragraph
_INDENT = 0.7  # of the size
_SLACK = 0.4  # of the size: what a line may be short of its place
_SHORT = 3.5  # of the size: space that a line leaves although a word would have fitted by far
_MOST_HEADING_LINES = 4

_SEPARATOR = re.compile(r"(?:[#*•_=~–—-]\s?){3,}")  # “###” at the end of a statement, “* * *” between parts


class Kind(StrEnum):
    """What a block is."""

    PROSE = "prose"
    HEADING = "heading"
    ITEM = "item"
    CAPTION = "caption"
    ROW = "row"
    FOOTNOTE = "footnote"
    HEAD = "head"


@dataclass(eq=False)
class Block:
    """Lines that belong together, and what they are."""

    lines: list[PrintedLine]
    kind: Kind = Kind.PROSE

    @property
    def first(self) -> PrintedLine:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> PrintedLine:
        """The last line."""
        return self.lines[-1]

    @property
    def size(self) -> float:
        """The size of the type of most lines."""
        return Counter(line.size for line in self.lines).most_common(1)[0][0]


def usual_distances(columns: Sequence[Sequence[PrintedLine]]) -> dict[float, float]:
    """Return the usual distance between two lines of a paragraph for each size of type."""
    counts: dict[float, Counter[float]] = {}
    for column in columns:
        for line, after in pairwise(column):
            if line.size == after.size and 0.9 * line.size < line.y - after.y < 3 * line.size:
                counts.setdefault(line.size, Counter())[round((line.y - after.y) * 4) / 4] += 1
    return {size: _smallest_usual(distances) for size, distances in counts.items()}


def _smallest_usual(distances: Counter[float]) -> float:
    """Return the smallest of the distances that are almost as frequent as the most frequent one."""
    most = distances.most_common(1)[0][1]
    return min(distance for distance, count in distances.items() if count > most / 2)


def blocks_of(column: Sequence[PrintedLine], distances: dict[float, float]) -> Iterator[Block]:
    """Yield the blocks of the lines of a column."""
    block: list[PrintedLine] = []
    for index, line in enumerate(column):
        before = column[index - 1] if index else None
        if block and before is not None and _begins(block, before, line, distances):
            yield Block(block)
            block = []
        block.append(line)
    if block:
        yield Block(block)


def footnote_blocks(lines: Sequence[PrintedLine]) -> Iterator[Block]:
    """Yield the footnotes in the lines at the foot of a column, each of which begins with its number or sign."""
    block: list[PrintedLine] = []
    left = min((line.x0 for line in lines), default=0.0)
    for line in lines:
        at_left = line.x0 < left + 2 * line.size
        if block and mark_of(line.text) and at_left and _follows_mark(block[0].text, line.text):
            yield Block(block, Kind.FOOTNOTE)
            block = []
        block.append(line)
    if block:
        yield Block(block, Kind.FOOTNOTE)


def _follows_mark(first: str, text: str) -> bool:
    """Return whether the mark of a line can follow that of the footnote before it: a raised mark, a sign, or the next number."""
    before, mark = mark_of(first), mark_of(text)
    return (
        MARK.match(text) is not None
        or not mark.isdigit()
        or not before.isdigit()
        or int(mark) == int(before) + 1
    )


def _begins(
    block: Sequence[PrintedLine], line: PrintedLine, after: PrintedLine, distances: dict[float, float]
) -> bool:
    """Return whether a new block begins after a line."""
    size = max(line.size, after.size)
    distance = line.y - after.y
    usual = distances.get(line.size, _USUAL_DISTANCE * line.size)
    apart = any(item.is_row or _SEPARATOR.fullmatch(item.text) for item in (line, after))
    if apart or abs(line.size - after.size) > _SAME_SIZE * size + 0.2:
        return True
    if distance > max(_NEXT_PARAGRAPH * usual, usual + 1.2) or distance < -size:
        return True
    if line.bold != after.bold and not _runs_through(line, after):
        return True
    if _is_item(after) and (_BULLET.match(after.text) or _ends(line) or _has_room(line, after)):
        return True
    if _begins_turn(after) and ends_sentence(line.text):
        return True
    if _runs_through(line, after):
        return False
    if line.bold and after.bold and len(block) < _MOST_HEADING_LINES and not ends_sentence(line.text):
        return False
    return _is_indented(block, line, after) or (_has_room(line, after) and _ends_by_room(line, after))


def _runs_through(line: PrintedLine, after: PrintedLine) -> bool:
    """Return whether a sentence goes on from a line to the next: a word is parted, or the next begins in lower case."""
    first = next((char for char in after.text if char.isalpha()), "")
    parted = line.text[-1:] in "-\u00ad\u2010" and after.text[:1].isalpha()
    return parted or (
        after.text[:1].islower() and first.islower() and not _ends(line) and not _is_item(after)
    )


def _ends(line: PrintedLine) -> bool:
    return ends_sentence(MARK.sub("", line.text))


def _is_item(line: PrintedLine) -> bool:
    return _BULLET.match(line.text) is not None or _NUMBERED.match(line.text) is not None


def _begins_turn(line: PrintedLine) -> bool:
    return _SPEAKER.match(line.text) is not None or _TIME.match(line.text) is not None


def _has_room(line: PrintedLine, after: PrintedLine) -> bool:
    """Return whether the first word of the next line would have fitted into a line."""
    return _room(line, after) > _SLACK * line.size


def _ends_by_room(line: PrintedLine, after: PrintedLine) -> bool:
    """Return whether the room that a line leaves ends its paragraph."""
    return _ends(line) or _room(line, after) > _SHORT * line.size


def _room(line: PrintedLine, after: PrintedLine) -> float:
    """Return how much room a line would leave, in points, if the first word of the next line stood in it too."""
    word = after.text.split(maxsplit=1)[0]
    width = (after.x1 - after.x0) * (len(word) + 1) / max(len(after.text), 1)
    return line.right - line.x1 - width


def _is_indented(block: Sequence[PrintedLine], line: PrintedLine, after: PrintedLine) -> bool:
    """Return whether the next line begins a paragraph by its indent, or ends one of which all lines are indented."""
    step = after.x0 - line.x0
    if step > _INDENT * after.size:
        hangs = len(block) == 1 and (_is_item(line) or mark_of(line.text) != "")
        return not hangs and (_ends(line) or _has_room(line, after))
    if step < -_INDENT * after.size and len(block) > 1:
        same = abs(block[-2].x0 - line.x0) < _INDENT * line.size
        return same and (_ends(line) or _has_room(line, after))
    return False


def classify(block: Block, size: float, widest: float) -> None:
    """Set the kind of a block. `size` is that of the text, `widest` the width of its columns."""
    first, text = block.first, " ".join(line.text for line in block.lines[:_MOST_HEADING_LINES])
    if first.is_row:
        block.kind = Kind.ROW
    elif _CAPTION.match(text) and (block.size < 0.97 * size or len(block.lines) <= 3):  # noqa: PLR2004
        block.kind = Kind.CAPTION
    elif _is_item(first) and not first.bold and block.size < 1.1 * size:
        block.kind = Kind.ITEM
    elif _is_heading(block, size, widest):
        block.kind = Kind.HEADING


def _is_heading(block: Block, size: float, widest: float) -> bool:
    few = len(block.lines) <= _MOST_HEADING_LINES
    large = block.size > 1.08 * size
    bold = all(line.bold for line in block.lines)
    short = len(block.lines) == 1 and block.last.x1 - block.last.x0 < 0.8 * widest and not _ends(block.last)
    return few and (
        large or (bold and not block.last.text.endswith((".", ","))) or (short and block.first.text.isupper())
    )
