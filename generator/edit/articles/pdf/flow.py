"""Blocks of columns and pages become the paragraphs of the text: what runs on is joined, and notes stand behind paragraphs."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.edit.articles.pdf.blocks import Block, Kind
from generator.edit.articles.pdf.footnotes import mark_of
from generator.edit.articles.pdf.line_text import MARK
from generator.edit.articles.printed_lines import ends_sentence

_SAME_SIZE = 0.4  # points
_FULL = 0.12  # of the width of the column that a full line may leave
_LEVEL = 0.4  # of the size: what lines of one length differ, with punctuation in the margin
_INDENT = 0.7  # of the size
_SOME, _MOST = 0.3, 0.6  # of the paragraphs, of their lines
_NARROW = 0.7  # of the width of the column
_RUNNING = {Kind.PROSE, Kind.ITEM}


class Style(NamedTuple):
    """How the paragraphs of a file look: whether they begin with an indent, and whether their lines are of one length."""

    indents: bool
    justified: bool


def style_of(blocks: Sequence[Block]) -> Style:
    """Return how the paragraphs of a file look."""
    prose = [block for block in blocks if block.kind is Kind.PROSE and len(block.lines) > 1]
    indented = sum(_is_indented(block) for block in prose)
    inner = [line for block in prose for line in block.lines[:-1]]
    full = sum(line.right - line.x1 < _LEVEL * line.size for line in inner)
    return Style(indented > _SOME * len(prose), full > _MOST * len(inner))


def _is_indented(block: Block) -> bool:
    return (
        block.first.x0 - block.first.left > _INDENT * block.first.size and block.lines[1].x0 < block.first.x0
    )


def joined_blocks(blocks: Iterable[Block], style: Style) -> list[Block]:
    """Return blocks in reading order, with the parts of paragraphs that run over a column or page joined.

    Captions, tables and footnotes that stand between two parts follow the paragraph.
    """
    flow: list[Block] = []
    open_block: Block | None = None
    for block in blocks:
        if block.kind is Kind.FOOTNOTE:
            before = flow[-1] if flow and flow[-1].kind is Kind.FOOTNOTE else None
            if before and _is_rest_of_note(before, block):
                before.lines += block.lines
            else:
                flow.append(block)
            continue
        if block.kind in _RUNNING:
            if open_block is not None and _runs_on(open_block, block, style):
                open_block.lines += block.lines
                continue
            if open_block is None or not _is_fragment(block) or ends_sentence(open_block.last.text):
                open_block = block
        elif block.kind is Kind.HEADING:
            open_block = None
        flow.append(block)
    return flow


def _runs_on(block: Block, after: Block, style: Style) -> bool:
    """Return whether a paragraph goes on in the next block, in another column, on the next page or behind a picture."""
    last, first = block.last, after.first
    if abs(last.size - first.size) > _SAME_SIZE or last.bold != first.bold or after.kind is Kind.ITEM:
        return False
    text = MARK.sub("", last.text)
    moved = last.page != first.page or first.y > last.y or first.x0 > last.right
    if ends_sentence(text) and not text.endswith(";"):
        return moved and _goes_on_after_sentence(block, after, style)
    if first.text[:1].islower():
        return True
    full = last.right - last.x1 < _FULL * (last.right - last.left)
    return moved and (full or text.endswith((",", "-", "–", "—", "\u00ad"))) and len(last.text.split()) > 1


def _goes_on_after_sentence(block: Block, after: Block, style: Style) -> bool:
    """Return whether a paragraph goes on although the column ends with a sentence: by full lines without an indent.

    Without indents in the file, nothing tells such a paragraph from the next one.
    """
    last, first = block.last, after.first
    full = style.justified and last.right - last.x1 <= _LEVEL * last.size
    flush = first.x0 - first.left < _INDENT * first.size and first.right - first.x1 <= _FULL * (
        first.right - first.left
    )
    return style.indents and full and flush and min(len(block.lines), len(after.lines)) > 1


def _is_fragment(block: Block) -> bool:
    """Return whether a block can be words in a picture: a short line that is no sentence."""
    line = block.last
    narrow = line.x1 - line.x0 < _NARROW * (line.right - line.left)
    return len(block.lines) < 3 and (narrow or len(line.text) < 30) and not ends_sentence(line.text)  # noqa: PLR2004


def _is_rest_of_note(note: Block, block: Block) -> bool:
    return note.last.page != block.first.page and not mark_of(block.first.text)


def notes_behind(flow: Sequence[Block]) -> list[Block]:
    """Return blocks with each footnote behind the last paragraph that begins on its page or before."""
    ordered: list[Block] = []
    waiting: list[Block] = []
    for block in flow:
        if waiting and block.kind is not Kind.FOOTNOTE and block.first.page > waiting[-1].first.page:
            ordered += waiting
            waiting = []
        if block.kind is Kind.FOOTNOTE:
            waiting.append(block)
        else:
            ordered.append(block)
    return ordered + waiting
