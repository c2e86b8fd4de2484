"""Quotation marks of a stored text: which of its words stand inside them.

Marks are read within a paragraph, by what they are and what stands around them; an apostrophe is none. A quotation
that a paragraph leaves open goes on in the next where that opens with the same mark again, or closes it. One
article in twelve has a mark too few or too many: such a quotation is given as far as it can be seen, as unbalanced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.articles import Article, Paragraph
from generator.evidence import Span
from generator.text import INVISIBLE, SPACES

_BLANK = SPACES + INVISIBLE
_MARK = re.compile("``|''|[\"\u201c\u201d\u201e\u201f\uff02«»‹›「」『』﹁﹂﹃﹄〝〞〟'\u2018\u2019\u201a\u201b]")
# What closes a quotation, by what opened it. Papers mix typewriter's and printer's marks.
_CLOSES = {
    "\u201c": "\u201d\"\u201c", "\u201e": "\u201c\u201d\"\u201f", "\u201f": "\u201d", '"': "\"\u201d", "\u201d": "\u201d",
    "``": "''\u201d\"", "\uff02": "\uff02", "«": "»", "»": "«»", "‹": "›", "›": "‹›", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄",
    "〝": "〞〟", "\u2018": "\u2019'", "\u201a": "\u2018\u2019", "'": "'\u2019", "\u201b": "\u2019'",
}  # fmt: skip
_ALWAYS_OPEN = "\u201e\u201f「『﹁﹃〝"
_ALWAYS_CLOSE = "」』﹂﹄〞〟"
_SINGLE = "'\u2018\u2019\u201a\u201b"
_BEFORE_OPENING = _BLANK + "([{-\u2010\u2011\u2012\u2013\u2014\u2015/…:"
_INCHES = re.compile(r"\d\s?['\u2019\u2032]\s?\d{1,2}$|(?<![\d,.])\d{1,2}$")
# ’90s, ’em: letters or digits left out, not a quotation.
_CLIPPED = re.compile(r"\d0s\b|(?:em|tis|twas|til|till|cause|cos|n|bout|round|ere|twould)\b", re.IGNORECASE)
_DEEPEST = 6  # quotations within quotations; deeper ones are slips
_BETWEEN = 3  # paragraphs without any mark inside one quotation
_INCH_REACH = 8  # characters


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks. `span` leaves the marks out, `outer` has those that are there.

    `depth` is 1 for the outermost marks; `paragraph` counts from 1. `continues`: it went on from the paragraph before.
    `balanced` is false where one of the two marks is missing, so that nobody can tell where it begins or ends.
    """

    span: Span
    outer: Span
    paragraph: int
    depth: int
    continues: bool
    balanced: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark: its place, its characters, and what it can be where it stands."""

    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Open:
    """A quotation that was opened: by which mark, and where its words begin. `closer` is known for single marks."""

    sign: str
    outer: int
    start: int
    closer: int | None = None
    continues: bool = False


@lru_cache(maxsize=16)
def quotations(article: Article) -> tuple[Quotation, ...]:
    """Give all quotations of `article`, those inside others too, sorted by where they begin."""
    found: list[Quotation] = []
    left: _Open | None = None
    between: list[Quotation] = []  # paragraphs without a mark since it was left open
    for paragraph in article.paragraphs:
        marks = tuple(_marks(article.text, paragraph))
        going_on = _goes_on(paragraph, marks, left)
        if left and not marks and len(between) < _BETWEEN:
            span = Span(paragraph.start, paragraph.end)
            between.append(Quotation(span, span, paragraph.number, 1, continues=True, balanced=True))
            continue
        if going_on:
            found.extend(between)
        elif left:
            found = _unbalanced(found, left)
        within, left = _within(article.text, paragraph, marks, going_on)
        found.extend(within)
        between = []
    if left:
        found = _unbalanced(found, left)
    return tuple(sorted(found, key=lambda one: (one.span.start, one.depth)))


def quoted(article: Article, span: Span) -> bool:
    """Say whether all of `span` stands inside quotation marks; its own marks may be part of it."""
    reached = span.start
    for one in quotations(article):
        if one.outer.start > reached and not (one.continues and one.outer.start <= span.end):
            continue
        if one.outer.start <= span.start < one.outer.end or (one.continues and reached > span.start):
            reached = max(reached, one.outer.end)
    return reached >= span.end


def _unbalanced(found: list[Quotation], left: _Open) -> list[Quotation]:
    """Mark the quotation that nothing closed."""
    return [replace(one, balanced=False) if one.outer.start == left.outer else one for one in found]


def _marks(text: str, paragraph: Paragraph) -> Iterator[_Mark]:
    """Give every mark of `paragraph` that may be one of quotation."""
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        sign, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        opens, closes = _sides(before, after)
        if sign in _SINGLE:
            opens = opens and sign != "\u2019" and (after.isalnum() or _MARK.match(after) is not None)
            opens = opens and not _CLIPPED.match(text, end)
            closes = closes and sign != "\u201a" and not after.isalnum() and before not in _BLANK
        elif sign in _ALWAYS_OPEN + _ALWAYS_CLOSE:
            opens, closes = sign in _ALWAYS_OPEN, sign in _ALWAYS_CLOSE
        elif sign in ("``", "''"):
            opens, closes = sign == "``", sign == "''"
        elif sign in "\u201c«‹":
            opens, closes = opens or not closes or after.isalnum(), closes and not opens
        elif sign in "\u201d»›":
            opens, closes = opens and after not in _BLANK, closes or not opens
        elif sign == '"' and before.isdigit() and _INCHES.search(text, max(0, start - _INCH_REACH), start):
            opens, closes = False, after in ",.;:!?" + _BLANK and not _is_inches(text, start)
        if opens or closes:
            yield _Mark(start, end, sign, opens, closes)


def _is_inches(text: str, at: int) -> bool:
    """Say whether the mark at `at` stands behind feet and inches: 6'2\"."""
    return re.search(r"\d\s?['\u2019\u2032]\s?\d{1,2}$", text[max(0, at - _INCH_REACH) : at]) is not None


def _sides(before: str, after: str) -> tuple[bool, bool]:
    """Say whether a mark between two characters can open, and whether it can close."""
    opens = after not in _BLANK and (before in _BEFORE_OPENING or _MARK.match(before) is not None)
    closes = before not in _BLANK and (not after.isalnum() or not opens)
    if before in _BLANK and after in _BLANK:
        return True, True
    return opens, closes


def _goes_on(paragraph: Paragraph, marks: tuple[_Mark, ...], left: _Open | None) -> _Open | None:
    """Give the quotation that goes on in `paragraph`: it opens again with the same mark, or closes what was open."""
    if left is None or not marks:
        return None
    first = marks[0]
    again = first.start == paragraph.start and first.opens and first.sign in (left.sign, "»", "›")
    if again or (first.closes and not first.opens and first.sign in _CLOSES[left.sign]):
        start = first.end if again else paragraph.start
        return _Open(left.sign, paragraph.start, start, None, continues=True)
    return None


def _within(
    text: str, paragraph: Paragraph, marks: tuple[_Mark, ...], going_on: _Open | None
) -> tuple[list[Quotation], _Open | None]:
    """Give the quotations of `paragraph`, and the one that it leaves open."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    after = paragraph.start  # the last mark that was taken for one

    def end(one: _Open, words: int, outer: int, *, balanced: bool) -> None:
        span = _trimmed(text, one.start, words)
        if span.start < span.end:
            depth = len(stack) + 1
            found.append(Quotation(span, Span(one.outer, outer), paragraph.number, depth, one.continues, balanced))

    if going_on:
        stack.append(going_on)
    for index, mark in enumerate(marks):
        if going_on and mark.start < going_on.start:
            continue
        level = _closed_by(stack, mark)
        if level is not None:
            while len(stack) > level + 1:  # what was opened inside and not closed
                inner = stack.pop()
                if inner.sign not in _SINGLE:
                    end(inner, mark.start, mark.start, balanced=False)
            one = stack.pop()
            end(one, mark.start, mark.end, balanced=True)
            after = mark.end
        elif mark.opens and len(stack) < _DEEPEST:
            closer = None
            if mark.sign in _SINGLE:
                closer = _single_closer(text, marks, index, stack)
                at_start = mark.start == paragraph.start
                if closer is None and not at_start:
                    continue
            elif stack and stack[-1].sign == mark.sign and not _nests(marks, index, len(stack)):
                end(stack.pop(), mark.start, mark.start, balanced=False)
            stack.append(_Open(mark.sign, mark.start, mark.end, closer))
            after = mark.end
        elif mark.closes and not stack and mark.sign not in _SINGLE:
            end(_Open(mark.sign, after, after), mark.start, mark.end, balanced=False)
            after = mark.end
    left = stack[0] if stack else None
    while stack:
        one = stack.pop()
        if one is left or one.sign not in _SINGLE:
            # The outermost one may go on in the next paragraph.
            end(one, paragraph.end, paragraph.end, balanced=one is left)
    return found, left


def _closed_by(stack: list[_Open], mark: _Mark) -> int | None:
    """Give the level of the open quotation that `mark` closes."""
    if not mark.closes:
        return None
    for level in range(len(stack) - 1, -1, -1):
        one = stack[level]
        if mark.sign not in _CLOSES[one.sign] or (one.closer is not None and one.closer != mark.start):
            continue
        if mark.opens and mark.sign == "\u201c" and one.sign != "\u201e":
            continue
        return level
    return None


def _nests(marks: tuple[_Mark, ...], index: int, level: int) -> bool:
    """Say whether the marks from `index` on close all that would be open: else the one before was never closed."""
    sign, open_ = marks[index].sign, 1
    if sign == '"':
        return False
    for mark in marks[index : index + 2 * _DEEPEST]:
        if mark.sign == sign and mark.opens:
            open_ += 1
        elif mark.sign in _CLOSES[sign]:
            open_ -= 1
        if not open_:
            return True
    return open_ <= 1 - level


def _single_closer(text: str, marks: tuple[_Mark, ...], index: int, stack: list[_Open]) -> int | None:
    """Find the mark that closes the single mark at `index`, among apostrophes: the first that is no plural's own."""
    sign, first = marks[index].sign, None
    for number in range(index + 1, len(marks)):
        mark = marks[number]
        if mark.sign in _SINGLE and mark.opens and not mark.closes:
            break
        if stack and mark.closes and not mark.opens and mark.sign in _CLOSES[stack[-1].sign]:
            break  # the quotation around it ends here
        if mark.sign not in _CLOSES[sign] or not mark.closes:
            continue
        first = mark.start if first is None else first
        plural = text[mark.start - 1] in "sSxz" and re.match(r" [^\W\d_]", text[mark.end : mark.end + 2])
        if not (plural and text[mark.end + 1].islower()):
            return mark.start
    return first


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return Span(start, end)
