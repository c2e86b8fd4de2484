"""Which lines belong to an entry: its own, the comments that are about it, and the empty lines that separate it.

-   Comment lines directly above an entry, not further right than it, belong to it. The comment at the top of a file belongs to
    the file.
-   Comment lines directly below an entry and further right than its key or dash belong to it.
-   Comments with an empty line on both sides belong to nothing, and stay where they are.
"""

from dataclasses import dataclass

from generator.edit.yaml_edit.document import Document, Node


@dataclass(frozen=True)
class Region:
    """The first and the last line of an entry, from 0. `begins_line` is false if it stands behind the dash of an item."""

    first: int
    last: int
    begins_line: bool


def region(document: Document, node: Node, index: int) -> Region:
    """Return the lines of an entry of a mapping or list that has no brackets."""
    entry, rows = node.entries[index], document.rows
    first, last = entry.line, entry.value.last_line
    begins_line = not rows[first][: entry.column].strip()
    if begins_line and not (node is document.root and index == 0):
        above = node.entries[index - 1].value.last_line if index else -1
        while first - 1 > above and (column := _comment_column(rows[first - 1])) is not None:
            if column > entry.column:
                break
            first -= 1
    while last + 1 < len(rows) and (_comment_column(rows[last + 1]) or 0) > entry.column:
        last += 1
    return Region(first, last, begins_line)


def empty_above(document: Document, line: int) -> int:
    """Return how many empty lines are directly above a line."""
    count = 0
    while line - count > 0 and not document.rows[line - count - 1].strip():
        count += 1
    return count


def empty_below(document: Document, line: int) -> int:
    """Return how many empty lines are directly below a line, without what follows the last line break."""
    count = 0
    while line + count + 2 < len(document.rows) and not document.rows[line + count + 1].strip():
        count += 1
    return count


def is_last_line(document: Document, line: int) -> bool:
    """Return whether nothing but empty lines follows a line."""
    return not any(row.strip() for row in document.rows[line + 1 :])


def is_spaced(document: Document, node: Node, index: int) -> bool:
    """Return whether the entries of a list or mapping have empty lines between them where one is inserted at `index`."""
    second = min(max(index, 1), len(node.entries) - 1)
    if second < 1:
        return False
    return empty_above(document, region(document, node, second).first) > 0


def _comment_column(row: str) -> int | None:
    content = row.lstrip(" ")
    return len(row) - len(content) if content.startswith("#") else None
