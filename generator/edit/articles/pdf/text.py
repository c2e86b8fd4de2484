"""The lines of pages become the paragraphs that are stored, with their pages and doubts, and a sentence for each step."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from generator.edit.articles.cleaning import clean, cleaning_steps
from generator.edit.articles.converted import Doubt, Line
from generator.edit.articles.pdf.blocks import (
    Block,
    Kind,
    blocks_of,
    classify,
    footnote_blocks,
    usual_distances,
)
from generator.edit.articles.pdf.flow import joined_blocks, notes_behind, style_of
from generator.edit.articles.pdf.footnotes import SMALLER, foot_of, mark_of, without_marks
from generator.edit.articles.pdf.line_text import MARK
from generator.edit.articles.pdf.lines import PrintedLine
from generator.edit.articles.printed_lines import Vocabulary, ends_sentence, join_lines
from generator.edit.articles.transcripts import labels_of, timed

_DOUBTS = {
    Kind.CAPTION: (Doubt.CAPTION,),
    Kind.ROW: (Doubt.TABLE,),
    Kind.FOOTNOTE: (Doubt.FOOTNOTE,),
    Kind.HEAD: (Doubt.PAGE_HEAD,),
}
_SOFT_INSIDE = re.compile("\u00ad(?=\\w)")
_BARE_NUMBER = re.compile(r"^(\d{1,3})(?=[^\W\d_])")
_BULLETS = str.maketrans("\uf0b7\uf0a7\uf0d8\uf076\uf02d\uf0a8", "•▪➢❖–◦")

Page = Sequence[Sequence[PrintedLine]]
"""The columns of a page, with their lines."""


class Text(NamedTuple):
    """The lines of a text, the steps that made them, the words that were parted, and the labels of speakers."""

    lines: tuple[Line, ...]
    steps: tuple[str, ...]
    joined_words: tuple[str, ...]
    labels: tuple[str, ...] = ()


def text_of_pages(
    pages: Sequence[Page], heads: Sequence[Sequence[PrintedLine]], size: float, names: Sequence[str]
) -> Text:
    """Return the text of pages. `heads` are lines that may be heads or feet, `size` that of the type, `names` those of pages."""
    columns = [column for page in pages for column in page]
    _with_hyphens([line for column in columns for line in column])
    distances = usual_distances(columns)
    blocks: list[Block] = []
    in_note = False
    for page, page_heads in zip(pages, heads, strict=True):
        page_blocks = list(_page_blocks(page, size, distances, in_note=in_note))
        notes = [block for block in page_blocks if block.kind is Kind.FOOTNOTE]
        in_note = bool(notes) and not ends_sentence(notes[-1].last.text)
        blocks += [Block([head], Kind.HEAD) for head in page_heads]
        blocks += page_blocks
    flow = notes_behind(joined_blocks(blocks, style_of(blocks)))
    marks = _remove_marks(flow)
    vocabulary = Vocabulary(chain.from_iterable((line.text for line in block.lines) for block in flow))
    raw: list[str] = []
    words: list[str] = []
    for block in flow:
        text, parted = join_lines([line.text for line in block.lines], vocabulary)
        raw.append(text.translate(_BULLETS))
        words += parted
    lines = tuple(
        Line(text, _DOUBTS.get(block.kind, ()), _page(block, names))
        for block, text in zip(flow, map(clean, raw), strict=True)
        if text
    )
    printed = sum(len(block.lines) for block in flow)
    words = list(dict.fromkeys(map(clean, words)))
    lines, time_steps = timed(lines)
    steps = [f"Printed lines joined to paragraphs: {printed} lines became {len(lines)} paragraphs."]
    steps += [f"Words parted at the end of a line: {len(words)}."] if words else []
    steps += [f"Marks of footnotes left out of the text: {marks}."] if marks else []
    return Text(lines, (*steps, *time_steps, *cleaning_steps(raw)), tuple(words), labels_of(lines))


def _page_blocks(page: Page, size: float, distances: dict[float, float], *, in_note: bool) -> Iterator[Block]:
    """Yield the blocks of a page, with the footnotes of all its columns last."""
    notes: list[Block] = []
    for column in page:
        foot = foot_of(column, size, continued=in_note) if _is_lowest(column, page, size) else 0
        notes += footnote_blocks(column[len(column) - foot :])
        for block in blocks_of(column[: len(column) - foot], distances):
            classify(block, size, column[0].right - column[0].left)
            yield block
    yield from notes


def _is_lowest(column: Sequence[PrintedLine], page: Page, size: float) -> bool:
    """Return whether no text in usual type is below a column."""
    last = column[-1]
    return not any(
        line.y < last.y - 1 and line.size >= SMALLER * size and line.x0 < last.right and line.x1 > last.left
        for other in page
        if other is not column
        for line in other
    )


def _with_hyphens(lines: Sequence[PrintedLine]) -> None:
    """Write soft hyphens as hyphens if some are printed inside lines: then they are what the font prints for a hyphen."""
    if any(_SOFT_INSIDE.search(line.text) for line in lines):
        for line in lines:
            line.text = line.text.replace("\u00ad", "-")


def _remove_marks(flow: Sequence[Block]) -> int:
    """Remove the marks of footnotes from the lines of blocks, and return their count. A footnote keeps its own."""
    footnotes: dict[int, set[str]] = {}
    for block in flow:
        if block.kind is Kind.FOOTNOTE:
            footnotes.setdefault(block.first.page, set()).add(mark_of(block.first.text))
            first = MARK.sub(lambda match: f"{match[1].strip()} ", block.first.text, count=1)
            block.first.text = _BARE_NUMBER.sub(r"\1 ", first)
    lines = [line for block in flow for line in block.lines]
    marked = [line for line in lines if MARK.search(line.text)]
    count = without_marks(lines, footnotes)
    for line in marked:
        line.text = re.sub(r"\s+([.,;:])", r"\1", line.text)
    return count


def _page(block: Block, names: Sequence[str]) -> str:
    """Return the page on which a block begins, and the one on which it ends if that is another."""
    first, last = names[block.first.page - 1], names[block.last.page - 1]
    return first if first == last else f"{first}–{last}"
