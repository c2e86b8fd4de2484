"""Glyphs become segments of lines, and segments of one line and column become a printed line with its spaces."""

import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.edit.articles.pdf.glyphs import Glyph
from generator.edit.articles.pdf.line_text import LOWEST_RAISE, RAISED_SIZE, is_right_to_left, text_of

_SPLIT = 0.7  # of the size: a wider gap may be the space between two columns
_SMALL_CAPITALS, _SMALL_CAPITALS_GAP = 0.6, 0.45  # of the size of capitals
_HIGHEST_RAISE = 0.75  # of the size of the line
_LOWEST_DROP, _HIGHEST_DROP = -0.4, -0.08
_BOLD = re.compile("bold|black|heavy|semibold|demi", re.IGNORECASE)
_ALMOST_ALL = 0.97
_ACCENTS = {
    "¨": "\u0308", "\u00b4": "\u0301", "`": "\u0300", "\u02c6": "\u0302", "^": "\u0302", "\u02dc": "\u0303", "~": "\u0303", "\u00b8": "\u0327",
    "˚": "\u030a", "ˇ": "\u030c", "˘": "\u0306", "˝": "\u030b", "¯": "\u0304", "˙": "\u0307", "\u02db": "\u0328",
}  # fmt: skip


@dataclass(eq=False)
class _Run:
    """Glyphs of one line without a wide gap between them, from left to right."""

    glyphs: list[Glyph]

    @cached_property
    def size(self) -> float:
        """The size of most glyphs, or that of the capitals beside small capitals."""
        most = Counter(round(glyph.size, 1) for glyph in self.glyphs).most_common(1)[0][0]
        large = [round(glyph.size, 1) for glyph in self.glyphs if glyph.size > most / RAISED_SIZE]
        small_capitals = large and not any(
            glyph.text.islower() for glyph in self.glyphs if glyph.size < max(large)
        )
        return max(large) if small_capitals else most

    @cached_property
    def y(self) -> float:
        """The base line."""
        return statistics.median(glyph.y for glyph in self.glyphs)

    @cached_property
    def x0(self) -> float:
        """The left end."""
        return min(glyph.x0 for glyph in self.glyphs)

    @cached_property
    def x1(self) -> float:
        """The right end."""
        return max(glyph.x1 for glyph in self.glyphs)

    def segment(self, *, page_right_to_left: bool) -> "Segment":
        """Return the run without its glyphs. A number alone runs as the letters of its page."""
        has_letters = any(glyph.text[0].isalpha() for glyph in self.glyphs)
        rtl = is_right_to_left(self.glyphs) if has_letters else page_right_to_left
        bold = sum(bool(_BOLD.search(glyph.font)) for glyph in self.glyphs) > _ALMOST_ALL * len(self.glyphs)
        text = text_of(self.glyphs, self.size, self.y, right_to_left=rtl)
        return Segment(text, self.x0, self.x1, self.y, self.size, bold, rtl)


@dataclass(eq=False, slots=True)
class Segment:
    """A part of a printed line without a wide gap in it: its text, ends, base line, size and look."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    right_to_left: bool

    @property
    def top(self) -> float:
        """The height to which capitals reach."""
        return self.y + 0.7 * self.size


@dataclass(eq=False, slots=True)
class PrintedLine:
    """A line of a column. `left` and `right` are the ends of the column; `cells` are its parts between wide gaps."""

    page: int
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    left: float = 0.0
    right: float = 0.0
    cells: tuple[str, ...] = ()
    is_row: bool = False

    @property
    def top(self) -> float:
        """The height to which capitals reach."""
        return self.y + 0.7 * self.size


def segments_of(glyphs: Sequence[Glyph]) -> list[Segment]:
    """Return the segments of a page, with raised and lowered marks in those that they belong to."""
    runs: list[list[Glyph]] = []
    for glyph in _with_accents(glyphs):
        if runs and _goes_on(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    rtl = is_right_to_left(glyphs)
    return [
        run.segment(page_right_to_left=rtl) for run in _with_marks(_joined_runs([_Run(run) for run in runs]))
    ]


def _with_accents(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield glyphs, with an accent that is printed over the letter behind it as one letter: ¨ and a as ä."""
    accent: Glyph | None = None
    for glyph in glyphs:
        if accent is not None:
            letter = _accented(accent, glyph)
            if letter:
                yield glyph._replace(text=letter, after_space=accent.after_space)
                accent = None
                continue
            yield accent
        accent = glyph if glyph.text in _ACCENTS else None
        if accent is None:
            yield glyph
    if accent is not None:
        yield accent


def _accented(accent: Glyph, letter: Glyph) -> str:
    """Return a letter with the accent that is printed over it, or an empty string if the two stand side by side."""
    over = min(accent.x1, letter.x1) - max(accent.x0, letter.x0) > 0.4 * (accent.x1 - accent.x0)
    base = {"\u0131": "i", "\u0237": "j"}.get(letter.text, letter.text)
    text = unicodedata.normalize("NFC", base + _ACCENTS[accent.text])
    return text if over and abs(accent.y - letter.y) < 0.4 * letter.size and len(text) == 1 else ""


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    level = abs(last.y - glyph.y) <= 0.05 * size
    return level and _is_beside(last.size, glyph.size, glyph.x0 - last.x1)


def _is_beside(size: float, other: float, gap: float) -> bool:
    """Return whether text of two sizes belongs together: of about one size, or capitals and small capitals that touch."""
    largest, smallest = max(size, other), min(size, other)
    reach = _SPLIT if smallest > RAISED_SIZE * largest else _SMALL_CAPITALS_GAP
    return smallest > _SMALL_CAPITALS * largest and -0.5 * largest <= gap <= reach * largest


def _joined_runs(segments: list[_Run]) -> list[_Run]:
    """Join segments of a line that touch but were not printed one after the other."""
    rows: list[list[_Run]] = []
    for segment in sorted(segments, key=lambda item: (-round(item.y), item.x0)):
        if rows and abs(rows[-1][0].y - segment.y) <= min(1.0, 0.1 * segment.size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    joined = []
    for row in rows:
        row.sort(key=lambda item: item.x0)
        current = row[0]
        for segment in row[1:]:
            if _is_beside(current.size, segment.size, segment.x0 - current.x1):
                current = _Run([*current.glyphs, *segment.glyphs])
            else:
                joined.append(current)
                current = segment
        joined.append(current)
    return joined


def _with_marks(segments: list[_Run]) -> list[_Run]:
    """Put small raised or lowered segments into the line beside them."""
    lines = sorted(segments, key=lambda item: -item.y)
    small: list[_Run] = []
    for index, segment in enumerate(lines):
        host = _host(segment, lines, index)
        if host is None:
            continue
        host.glyphs.extend(segment.glyphs)
        host.glyphs.sort(key=lambda glyph: glyph.x0)
        for name in ("x0", "x1"):
            host.__dict__.pop(name, None)
        small.append(segment)
    taken = set(map(id, small))
    return [segment for segment in lines if id(segment) not in taken]


def _host(mark: _Run, lines: Sequence[_Run], index: int) -> _Run | None:
    """Return the line beside a short segment that is printed smaller and raised or lowered, or None."""
    if len(mark.glyphs) > 8:  # noqa: PLR2004 - marks are short
        return None
    near = [*lines[max(0, index - 30) : index], *lines[index + 1 : index + 30]]
    for line in near:
        raise_ = (mark.y - line.y) / line.size
        beside = mark.x0 < line.x1 + 0.35 * line.size and mark.x1 > line.x0 - 0.35 * line.size
        level = LOWEST_RAISE <= raise_ <= _HIGHEST_RAISE or _LOWEST_DROP <= raise_ <= _HIGHEST_DROP
        if level and beside and mark.size < RAISED_SIZE * line.size:
            return line
    return None


def line_of(page: int, row: Sequence[Segment], left: float, right: float) -> PrintedLine:
    """Return the printed line that segments of one column on one base line are."""
    main = max(row, key=lambda item: len(item.text))
    row = sorted(row, key=lambda item: item.x0, reverse=main.right_to_left)
    cells = tuple(segment.text for segment in row)
    x0, x1 = min(segment.x0 for segment in row), max(segment.x1 for segment in row)
    bold = all(segment.bold for segment in row)
    return PrintedLine(page, " ".join(cells), x0, x1, main.y, main.size, bold, left, right, cells)
