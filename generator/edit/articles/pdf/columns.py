"""The reading order of a page: its columns are found from the gaps between them, and lines across them part the page in bands."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.edit.articles.pdf.glyphs import Rule
from generator.edit.articles.pdf.lines import PrintedLine, Segment, line_of
from generator.edit.articles.pdf.tables import are_labels, extend_table, find_rows, is_table

_NARROWEST_GAP = 0.6  # of the size of the text, between two columns
_NARROWEST_COLUMN = 0.14  # of the width of the region
_FEWEST_LINES = 3  # of a column
_FEW_LINES, _LONG_COLUMN = 2, 8  # lines of a last column, and of the column beside it
_DEEPEST = 8
_REACH = 2.0  # points by which the lines of a column begin left of it
_ALIGNED = 1.5  # points between two base lines of a row
_NEXT_LINE = 1.6  # of the size
_LEADER = re.compile(r"(?:[.·…_]\s?){4,}\s*[\divxlcIVXLC]{1,6}$")
_MOST_CAPS = 8  # of a column
_DROP_CAP = 1.7  # times the size of the text


class Region(NamedTuple):
    """A part of a page with its left and right ends."""

    segments: list[Segment]
    left: float
    right: float


def lines_in_order(page: int, segments: list[Segment], rules: Sequence[Rule]) -> list[list[PrintedLine]]:
    """Return the lines of a page in reading order, one list for each column or band."""
    if not segments:
        return []
    region = _region(segments)
    columns = [_lines(page, part, is_table, rules) for part, is_table in _columns(region, rules, _DEEPEST)]
    lines = [line for column in columns for line in column]
    for pair in (*pairwise(lines), *pairwise(reversed(lines))):
        extend_table(*pair)
    return [column for column in columns if column]


def _region(segments: list[Segment]) -> Region:
    return Region(segments, min(s.x0 for s in segments), max(s.x1 for s in segments))


def _columns(region: Region, rules: Sequence[Rule], depth: int) -> Iterator[tuple[Region, bool]]:
    """Yield the columns of a region in reading order, and whether each is a table."""
    gap = _best_gap(region) if depth else None
    if gap is None:
        yield region, False
        return
    for band, has_columns in _bands(region, gap):
        if not has_columns:
            yield from _columns(band, rules, 0 if len(band.segments) == len(region.segments) else depth - 1)
            continue
        left = [s for s in band.segments if s.x0 < gap - _REACH]
        right = [s for s in band.segments if s.x0 >= gap - _REACH]
        low, high = (
            max(min(s.y for s in left), min(s.y for s in right)),
            min(max(s.y for s in left), max(s.y for s in right)),
        )
        cells = [[s for s in side if low - _ALIGNED <= s.y <= high + _ALIGNED] for side in (left, right)]
        if all(cells) and is_table(cells[0], cells[1], rules, gap):
            above, below = (
                [s for s in band.segments if s.y > high + _ALIGNED],
                [s for s in band.segments if s.y < low - _ALIGNED],
            )
            rows = [*cells[0], *cells[1]]
            parts = ((above, False), (rows, True), (below, False))
            yield from ((Region(part, region.left, region.right), table) for part, table in parts if part)
            continue
        if are_labels(left, right):
            yield band, False
            continue
        sides = [_region(left), Region(right, gap, region.right)]
        for side in reversed(sides) if _is_right_to_left(band.segments) else sides:
            yield from _columns(side, rules, depth - 1)


def _is_right_to_left(segments: Sequence[Segment]) -> bool:
    return sum(segment.right_to_left for segment in segments) > len(segments) / 2


def _best_gap(region: Region) -> float | None:
    """Return the left end of the column at whose left the clearest gap is, or None if the region is one column."""
    segments = region.segments
    width = region.right - region.left
    if len(segments) < 2 * _FEWEST_LINES:
        return None
    starts = Counter(round(segment.x0) for segment in segments)
    best, best_score = None, 0
    for start, _ in starts.most_common(40):
        count = starts[start - 1] + starts[start] + starts[start + 1]
        if count < _FEWEST_LINES or not _is_wide(start - region.left, region.right - start, width):
            continue
        gap = [_side(segment, start) for segment in segments]
        right, left = gap.count("right"), gap.count("left")
        score = min(left, right, count * 3) - gap.count("across")
        if (
            min(left, right) >= _FEWEST_LINES
            and (best is None or score > best_score)
            and _faces(segments, gap)
        ):
            best, best_score = float(start), score
    return best or _short_last_column(region)


def _short_last_column(region: Region) -> float | None:
    """Return the left end of a column of only two lines, as at the end of a text in columns that are not balanced.

    They stand beside the first lines of a long justified column, in the same type, and the first of them is a full line.
    """
    lines = sorted(region.segments, key=lambda s: -s.y)
    starts = Counter(round(segment.x0) for segment in lines)
    pairs = [
        (a, b)
        for a, b in pairwise(sorted(lines, key=lambda s: (round(s.x0), -s.y)))
        if starts[round(a.x0)] == _FEW_LINES
    ]
    for first, second in pairs:
        column = [s for s in lines if _side(s, first.x0) == "left" and s.y <= first.y + _ALIGNED]
        if round(first.x0) != round(second.x0) or len(column) < _LONG_COLUMN:
            continue
        left, right = min(s.x0 for s in column), statistics.median(s.x1 for s in column)
        if (
            [round(s.y) for s in column[:_FEW_LINES]] == [round(first.y), round(second.y)]
            and sum(abs(s.x1 - right) <= _REACH for s in column) * 2 >= len(column)
            and abs(first.x1 - first.x0 - (right - left)) <= first.size
            and first.size == second.size == column[0].size
        ):
            return first.x0
    return None


def _is_wide(left: float, right: float, width: float) -> bool:
    return min(left, right) >= _NARROWEST_COLUMN * width


def _side(segment: Segment, start: float) -> str:
    if segment.x0 >= start - _REACH:
        return "right"
    return "left" if segment.x1 <= start - _NARROWEST_GAP * min(segment.size, 12) else "across"


def _faces(segments: Sequence[Segment], sides: Sequence[str]) -> bool:
    """Return whether lines of both sides are beside each other: otherwise they are indented lines and short ones."""
    left = [s for s, side in zip(segments, sides, strict=True) if side == "left"]
    right = [s for s, side in zip(segments, sides, strict=True) if side == "right"]
    low, high = (
        max(min(s.y for s in left), min(s.y for s in right)),
        min(max(s.y for s in left), max(s.y for s in right)),
    )
    beside = [sum(low - 1 <= s.y <= high + 1 for s in side) for side in (left, right)]
    return min(beside) >= _FEWEST_LINES - 1


def _bands(region: Region, gap: float) -> Iterator[tuple[Region, bool]]:
    """Yield the bands of a region from top to bottom, and whether each has columns at both sides of the gap."""
    across = sorted((s for s in region.segments if _side(s, gap) == "across"), key=lambda s: -s.y)
    others = sorted((s for s in region.segments if _side(s, gap) != "across"), key=lambda s: -s.y)
    wide: list[Segment] = []
    parts: list[Segment] = []
    position = 0
    for segment in [*across, None]:
        while position < len(others) and (segment is None or others[position].y > segment.y + _ALIGNED):
            parts.append(others[position])
            position += 1
        parts = _take_short_lines(wide, parts, gap)
        if parts and not _has_both_sides(parts, gap):
            wide += parts
            parts = []
        if parts:
            yield from ((Region(wide, region.left, region.right), False),) if wide else ()
            yield Region(parts, region.left, region.right), True
            wide, parts = [], []
        if segment is None:
            break
        wide.append(segment)
        while position < len(others) and abs(others[position].y - segment.y) <= _ALIGNED:
            wide.append(others[position])
            position += 1
    if wide:
        yield Region(wide, region.left, region.right), False


def _take_short_lines(wide: list[Segment], parts: list[Segment], gap: float) -> list[Segment]:
    """Move the short last line of a paragraph across the columns to its paragraph, and return the other lines."""
    if not wide or not parts:
        return parts
    last = wide[-1]
    first = parts[0]
    right_top = max((s.y for s in parts if s.x0 >= gap - _REACH), default=float("-inf"))
    close = last.y - first.y <= _NEXT_LINE * last.size and abs(first.size - last.size) < 0.5  # noqa: PLR2004
    if close and first.x0 < gap - _REACH and first.y > right_top + _ALIGNED:
        wide.append(first)
        return parts[1:]
    return parts


def _has_both_sides(parts: Sequence[Segment], gap: float) -> bool:
    right = sum(s.x0 >= gap - 2 for s in parts)
    return right > 0 and right < len(parts)


def _lines(page: int, region: Region, is_table: bool, rules: Sequence[Rule]) -> list[PrintedLine]:  # noqa: FBT001
    """Return the lines of a column from top to bottom."""
    rows: list[list[Segment]] = []
    size = statistics.median(segment.size for segment in region.segments)
    caps = [segment for segment in region.segments if is_drop_cap(segment, size)]
    caps = caps if len(caps) <= _MOST_CAPS else []
    others = [segment for segment in region.segments if segment not in caps]
    for segment in sorted(others, key=lambda s: (-s.y, s.x0)):
        if rows and rows[-1][0].y - segment.y <= _ALIGNED:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    lines = [line_of(page, row, region.left, region.right) for row in rows]
    for line in lines:
        line.is_row = is_table or _LEADER.search(line.text) is not None
    if not is_table:
        find_rows(lines, rows, rules)
    for cap in caps:
        _put_before(cap, lines)
    return lines


def is_drop_cap(segment: Segment, size: float) -> bool:
    """Return whether a segment is a large letter, as at the start of an article."""
    letters = segment.text.strip("„“\"'«»")
    return segment.size > _DROP_CAP * size and len(letters) == 1 and letters.isalpha()


def _put_before(cap: Segment, lines: list[PrintedLine]) -> None:
    """Put a drop cap before the highest line beside it."""
    beside = [
        line
        for line in lines
        if cap.y - 2 <= line.y <= cap.top + 2 and -0.5 * line.size <= line.x0 - cap.x1 < 2 * line.size
    ]
    if not beside:
        lines.insert(0, line_of(lines[0].page if lines else 0, [cap], cap.x0, cap.x1))
        return
    first = max(beside, key=lambda line: line.y)
    first.text = cap.text + first.text
    for line in beside:
        line.x0 = cap.x0
