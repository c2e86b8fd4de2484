"""The text of glyphs on one line: in reading order, with its spaces, and with signs around raised marks."""

import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.edit.articles.pdf.glyphs import Glyph

RAISED_SIZE = 0.85  # of the size of the line
LOWEST_RAISE = 0.15  # of the size of the line
_SPACE = 0.16  # of the size: a narrower gap is no space, unless a space is printed
_SPACED_OUT = 0.06  # of the size, between the letters of a word
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RIGHT_TO_LEFT = {"R", "AL"}
_DIGITS = {"EN", "AN"}
_BETWEEN_DIGITS = {"CS", "ES", "ET"}
_PRESENTATION_FORM = re.compile("[\ufb1d-\ufdfb\ufe70-\ufefc]+")
_NO_MARK = "\ue0f0"
"""Stands before each raised mark in the text of a line, until it is known whether a footnote has the mark."""
MARK = re.compile(_NO_MARK + "([^" + _NO_MARK + "]+)" + _NO_MARK)


def text_of(glyphs: Sequence[Glyph], size: float, y: float, *, right_to_left: bool) -> str:
    """Return the text of a segment, with a space where there is one or a gap as wide as one."""
    groups = _in_reading_order(glyphs) if right_to_left else [glyphs]
    gaps = list(_gaps(groups))
    glyphs = [glyph for group in groups for glyph in group]
    inside = [
        gap for gap, pair in zip(gaps, pairwise(glyphs), strict=True) if all(g.text.isalpha() for g in pair)
    ]
    narrow = statistics.median(inside) if len(inside) > 3 else 0.0  # noqa: PLR2004 - a word of letters with spaces
    least = size * _SPACE + (narrow if narrow > size * _SPACED_OUT else 0.0)
    spaced_out = narrow > size * _SPACED_OUT
    parts: list[str] = []
    for index, glyph in enumerate(glyphs):
        gap = gaps[index - 1] if index else 0.0
        printed = glyph.after_space and (
            _is_left_to_right(glyph)
            and _is_left_to_right(glyphs[index - 1])  # others may be printed backwards
            if right_to_left
            else not is_right_to_left([glyph])
        )
        if index and (gap > least or (printed and not spaced_out and gap > -0.3 * size)):
            parts.append(" ")
        parts.append(_marked(glyph, size, y))
    text = "".join(parts).replace(_NO_MARK * 2, "").strip()
    return _PRESENTATION_FORM.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def _marked(glyph: Glyph, size: float, y: float) -> str:
    """Return the text of a glyph, between signs if it is raised, and with the digits of a formula if it is lowered."""
    if glyph.size >= RAISED_SIZE * size:
        return glyph.text
    if glyph.y > y + LOWEST_RAISE * size:
        return f"{_NO_MARK}{glyph.text}{_NO_MARK}"
    return glyph.text.translate(_SUBSCRIPTS) if glyph.y < y - 0.05 * size else glyph.text


def is_right_to_left(glyphs: Iterable[Glyph]) -> bool:
    """Return whether most letters are Arabic, Hebrew or of another script from right to left."""
    count = Counter(
        unicodedata.bidirectional(glyph.text[0]) in _RIGHT_TO_LEFT
        for glyph in glyphs
        if glyph.text[0].isalpha()
    )
    return count[True] > count[False]


def _is_left_to_right(glyph: Glyph) -> bool:
    return unicodedata.bidirectional(glyph.text[0]) in {"L", *_DIGITS}


def _in_reading_order(glyphs: Sequence[Glyph]) -> list[Sequence[Glyph]]:
    """Return glyphs in groups from right to left: numbers and Latin words from left to right, every other glyph alone."""
    groups: list[Sequence[Glyph]] = []
    run: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda item: -item.x1):
        kind = unicodedata.bidirectional(glyph.text[0])
        if kind in _DIGITS or kind == "L" or (run and kind in _BETWEEN_DIGITS):
            run.append(glyph)
        else:
            groups += [*_from_left(run), [glyph]]
            run = []
    return [*groups, *_from_left(run)]


def _from_left(run: Sequence[Glyph]) -> Iterator[Sequence[Glyph]]:
    """Yield a number or Latin words that were read from right to left, and each sign behind them, which stays behind."""
    end = len(run)
    while end and unicodedata.bidirectional(run[end - 1].text[0]) in _BETWEEN_DIGITS:
        end -= 1
    if end:
        yield run[end - 1 :: -1]
    yield from ([sign] for sign in run[end:])


def _gaps(groups: Sequence[Sequence[Glyph]]) -> Iterator[float]:
    """Yield the gap before each glyph but the first. Groups go from right to left, and the glyphs of a group from left to right."""
    for index, group in enumerate(groups):
        if index:
            yield min(glyph.x0 for glyph in groups[index - 1]) - max(glyph.x1 for glyph in group)
        yield from (after.x0 - glyph.x1 for glyph, after in pairwise(group))
