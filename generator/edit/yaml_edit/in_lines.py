"""Changes of mappings and lists whose entries have lines of their own."""

from collections.abc import Sequence

from generator.edit.yaml_edit.document import Document, Node, Splice, header_end
from generator.edit.yaml_edit.regions import (
    empty_above,
    empty_below,
    is_last_line,
    is_spaced,
    region,
)


def insert(
    document: Document, node: Node, index: int, lines: Sequence[str], *, spaced: bool | None
) -> Splice:
    """Return the splice that adds an entry before the one at `index`, or at the end.

    `lines` are indented from the column of the entries. An empty line separates the new entry if `spaced`, or if its
    neighbours have one.
    """
    column = node.entries[0].column
    has_gap = is_spaced(document, node, index) if spaced is None else spaced
    gap = "\n" if has_gap else ""
    text = _indented(lines, column)
    if index == len(node.entries):
        last = region(document, node, index - 1).last
        at = document.row_end(last)
        is_whole = last + 1 < len(document.rows)  # the last line has a line break
        return Splice(at, at, (f"\n{gap}{text}" if is_whole else f"\n{gap}{text}\n",))
    place = region(document, node, index)
    if place.begins_line:
        at = document.row_start(place.first)
        return Splice(at, at, (f"{text}\n{gap}",))
    at = node.entries[index].start
    return Splice(at, at, (f"{text.removeprefix(' ' * column)}\n{gap}{' ' * column}",))


def replace(document: Document, node: Node, index: int, lines: Sequence[str]) -> Splice:
    """Return the splice that gives an entry a new value.

    The first of `lines` stands behind the key or dash; the others are indented from its column. A comment behind the old
    value, or behind the key of old lines, stays.
    """
    entry = node.entries[index]
    old, first, rest = entry.value, lines[0], lines[1:]
    head = _head_end(document, node, index)
    is_below = old.line > entry.line or old.is_empty
    start, tail = head, (head, document.row_end(entry.line))
    if not is_below:
        start = old.start if first else head
        tail_start = header_end(document, old) if old.is_block_text else old.end
        tail_line = old.line if old.is_block_text else old.last_line
        tail = (tail_start, document.row_end(tail_line))
    if old.is_open and not is_below:
        tail = (head, head)
    if is_below and not old.is_open and not old.is_empty:  # a text that begins in the line below its key
        tail = (old.end, document.row_end(old.last_line)) if not old.is_block_text else (head, head)
    end = document.row_end(entry.line if old.is_empty else old.last_line)
    space = " " if start == head and first else ""
    rows = f"\n{_indented(rest, entry.column)}" if rest else ""
    return Splice(start, end, (f"{space}{first}", tail, rows))


def remove(document: Document, node: Node, index: int) -> Splice | None:
    """Return the splice that removes an entry with its comments; None if comments would be in the way.

    Of empty lines on both sides, those above go too.
    """
    place = region(document, node, index)
    if not place.begins_line:
        start, end = node.entries[index].start, node.entries[index + 1].start
        between = document.rows[place.last + 1 : node.entries[index + 1].line]
        return None if any(row.strip() for row in between) else Splice(start, end)
    first, last = place.first, place.last
    text_end = node.entries[index - 1].value.last_line if index else -1  # it may end with empty lines
    above, below = min(empty_above(document, first), first - text_end - 1), empty_below(document, last)
    if above and (below or is_last_line(document, last)):
        first -= above
    elif index == 0 and node.entries[0].line > 0:
        last += below
    return Splice(document.row_start(first), document.row_start(last + 1))


def swap(document: Document, node: Node, index: int) -> Splice | None:
    """Return the splice that swaps an entry with the next one; None if comments would be in the way."""
    one, two = region(document, node, index), region(document, node, index + 1)
    entries = node.entries[index], node.entries[index + 1]
    if not one.begins_line and two.first < entries[1].line:
        return None
    starts = [
        document.row_start(place.first) + entry.column
        if not one.begins_line
        else document.row_start(place.first)
        for place, entry in zip((one, two), entries, strict=True)
    ]
    gap = document.row_end(one.last), starts[1]
    pieces = ((starts[1], document.row_end(two.last)), gap, (starts[0], document.row_end(one.last)))
    return Splice(starts[0], document.row_end(two.last), pieces)


def _head_end(document: Document, node: Node, index: int) -> int:
    """Return where the colon behind a key, or the dash of an item, ends."""
    entry = node.entries[index]
    if entry.key is None:
        return entry.start + 1
    return document.text.index(":", entry.key.end) + 1


def _indented(lines: Sequence[str], column: int) -> str:
    return "\n".join(f"{' ' * column}{line}" if line else line for line in lines)
