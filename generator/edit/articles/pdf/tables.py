"""Tables: rows have short cells at one height, and rules between them; lines of columns do not."""

import re
import statistics
from collections.abc import Sequence
from itertools import pairwise

from generator.edit.articles.pdf.glyphs import Rule
from generator.edit.articles.pdf.lines import PrintedLine, Segment

_WIDE_GAP = 1.5  # of the size, between cells without rules
_FEWEST_LINES = 3  # of a table without rules
_SHORT_CELL = 28  # characters
_FULL_SHARE = 0.5  # of the lines of a column of prose reach its right end, but for a few characters
_SIDE = 0.12  # of the width of a table, by which a rule may begin inside it
_RULED = 3  # rules across a gap, from which on it is inside a table
_NUMBER = re.compile(r"[\d.,%()+\-–−/€$£* ]+")
_LIST_MARK = re.compile(
    r"(?:[•‣▪■●○◦–—*·\uf0b7\uf0a7-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|\[\d+\])$"
)
_NEXT_ROW = 2.4  # of the size


def is_table(left: Sequence[Segment], right: Sequence[Segment], rules: Sequence[Rule], gap: float) -> bool:
    """Return whether two columns are cells of rows: their lines are level, and short or between rules."""
    low, high = min(s.y for s in (*left, *right)), max(s.top for s in (*left, *right))
    x0, x1 = min(s.x0 for s in left), max(s.x1 for s in right)
    near = [rule for rule in rules if low - 12 <= rule.y <= high + 12]
    lines = {round(rule.y) for rule in near if rule.x0 < x0 + _SIDE * (x1 - x0) and rule.x1 > gap + 2}
    ruled = len(lines) >= _RULED
    level = _level_share(left, right)
    if ruled and len(lines) >= len({round(s.y) for s in left}) / 4:
        return True
    if level < 0.75:  # noqa: PLR2004 - most lines of a table are level
        return False
    cells = [len(segment.text) for segment in right]
    numbers = sum(_NUMBER.fullmatch(s.text) is not None for s in right)
    return numbers > len(right) / 2 or (
        statistics.mean(cells) < _SHORT_CELL and _full_share(right) < _FULL_SHARE
    )


def _level_share(left: Sequence[Segment], right: Sequence[Segment]) -> float:
    """Return the share of the lines of the shorter side that have a line of the other side beside them."""
    heights = [sorted({round(segment.y) for segment in side}) for side in (left, right)]
    shorter, longer = sorted(heights, key=len)
    reach = {height + step for height in longer for step in (-1, 0, 1)}
    return sum(height in reach for height in shorter) / len(shorter)


def _full_share(segments: Sequence[Segment]) -> float:
    """Return the share of lines that reach the right end of their column, but for a few characters."""
    right = max(segment.x1 for segment in segments)
    return sum(segment.x1 > right - 2.5 * segment.size for segment in segments) / len(segments)


def are_labels(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Return whether the left column has only short labels for some lines of the right one, such as those of speakers."""
    few = len(left) < 0.5 * len(right)
    short = statistics.mean(len(segment.text) for segment in left) < 0.5 * _SHORT_CELL
    return few and short and _level_share(left, right) > 0.9  # noqa: PLR2004


def extend_table(row: PrintedLine, line: PrintedLine) -> None:
    """Make a line beside a row of a table a row too, if it has as many cells: a head, or a row with a wide cell."""
    near = abs(row.y - line.y) <= _NEXT_ROW * line.size
    if row.is_row and near and len(line.cells) >= max(2, len(row.cells)):
        line.is_row = True


def find_rows(lines: Sequence[PrintedLine], rows: Sequence[list[Segment]], rules: Sequence[Rule]) -> None:
    """Mark the rows of a table: lines one after the other with cells that begin or end at the same places."""
    wide = [_cell_edges(row, rules) for row in rows]
    for line, row in zip(lines, rows, strict=True):
        line.is_row = line.is_row or _is_boxed(row, rules)
    start = 0
    for index in range(len(lines) + 1):
        aligned = (
            index < len(lines)
            and bool(wide[index])
            and (
                index == start or any(abs(a - b) < 4 for a in wide[index] for b in wide[index - 1])  # noqa: PLR2004
            )
        )
        if aligned:
            continue
        if index - start >= _FEWEST_LINES:
            for line in lines[start:index]:
                line.is_row = True
        start = index if index < len(lines) and wide[index] else index + 1


def _cell_edges(row: Sequence[Segment], rules: Sequence[Rule]) -> list[float]:
    """Return where the cells of a line begin and end at wide gaps; nothing for the gap behind the mark of a list."""
    row = sorted(row, key=lambda s: s.x0)
    edges: list[float] = []
    least = _WIDE_GAP if not _has_rule(row, rules) else 0
    for segment, after in pairwise(row):
        mark = segment is row[0] and _LIST_MARK.match(segment.text)
        if after.x0 - segment.x1 > least * segment.size and not mark:
            edges += [after.x0, after.x1, (after.x0 + after.x1) / 2]
    return edges


def _has_rule(row: Sequence[Segment], rules: Sequence[Rule]) -> bool:
    """Return whether a rule is right above or below a line, as around the cells of a table."""
    x0, x1 = row[0].x0, max(segment.x1 for segment in row)
    return any(
        row[0].y - 1.2 * row[0].size < rule.y < row[0].y + 2 * row[0].size and rule.x0 < x1 and rule.x1 > x0
        for rule in rules
    )


def _is_boxed(row: Sequence[Segment], rules: Sequence[Rule]) -> bool:
    """Return whether two boxes or more, side by side, hold a line: rules above and below it begin at the same places."""
    y, size = row[0].y, row[0].size
    x0, x1 = row[0].x0, max(segment.x1 for segment in row)
    across = [rule for rule in rules if rule.x0 < x1 and rule.x1 > x0]
    above = {round(rule.x0) for rule in across if y + 0.7 * size < rule.y < y + 2 * size}
    below = {round(rule.x0) for rule in across if y - 1.5 * size < rule.y < y - 0.2 * size}
    return len(above & below) > 1
