"""Quotations of a stored text: which of its words stand inside quotation marks.

Marks are paired within a paragraph; an apostrophe is none. A quotation that a paragraph leaves open goes on in the
next where that opens with the same mark again, or closes it. One article in twelve has a mark too few or too many:
such a quotation is given as far as it can be seen, as unbalanced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from generator.content.articles import Article, Paragraph
from generator.evidence import Span
from generator.speech.single_marks import BLANK, CLOSES, SINGLE, Sign, signs

_DEEPEST = 6  # quotations within quotations; deeper ones are slips
_FARTHEST = 100  # marks between the two of one quotation
_OTHERS = re.compile("[\"\u201e«»‹›「『]|''|``|(?<!\\w)['\u2018]")
_SILENT = 3  # paragraphs without any mark inside one quotation


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


@lru_cache(maxsize=16)
def quotations(article: Article) -> tuple[Quotation, ...]:
    """Give all quotations of `article`, those inside others too, sorted by where they begin."""
    found: list[Quotation] = []
    left: _Open | None = None
    silent: list[Quotation] = []  # paragraphs without a mark since it was left open
    for paragraph in article.paragraphs:
        marks = tuple(signs(article.text, paragraph))
        if left and not marks and len(silent) < _SILENT:
            span = Span(paragraph.start, paragraph.end)
            silent.append(Quotation(span, span, paragraph.number, 1, continues=True, balanced=True))
            continue
        going_on = _goes_on(paragraph, marks, left)
        if going_on:
            found.extend(silent)
        elif left:
            _never_closed(found, left)
        pairing = _Pairing(article.text, paragraph, marks)
        left = pairing.pair(going_on)
        found.extend(pairing.found)
        silent = []
    if left:
        _never_closed(found, left)
    return tuple(sorted(found, key=lambda one: (one.span.start, one.depth)))


def quoted(article: Article, span: Span) -> bool:
    """Say whether all of `span` stands inside quotation marks; its own marks may be part of it."""
    span = _trimmed(article.text, span.start, span.end)
    if _plainly_inside(article, span):
        return True
    reached = span.start
    for one in quotations(article):
        begins_before = one.outer.start <= span.start < one.outer.end
        if begins_before or (one.continues and reached > span.start and one.outer.start <= span.end):
            reached = max(reached, one.outer.end)
    return reached >= span.end


def first_quotation(article: Article, paragraph: Paragraph) -> Span | None:
    """Give the words of the first outermost quotation that begins in `paragraph`; None where it has none."""
    text = article.text
    start = text.find("\u201c", paragraph.start, paragraph.end)
    end = text.find("\u201d", start, paragraph.end) if start >= 0 else -1
    if end > start + 1 and not _OTHERS.search(text, paragraph.start, end):
        return Span(start + 1, end)
    if not any(signs(text, paragraph)):
        return None
    return next(
        (one.span for one in quotations(article) if one.paragraph == paragraph.number and one.depth == 1),
        None,
    )


def _plainly_inside(article: Article, span: Span) -> bool:
    """Say whether the nearest mark before `span` is “ and the nearest one behind it ”: so it is for most quotes.

    German, which closes with “, opens with „; where that stands in the paragraph, more has to be asked.
    """
    text, paragraph = article.text, article.paragraph_at(span.start)
    opened, closed = (text.rfind(mark, paragraph.start, span.start) for mark in "\u201c\u201d")
    if opened <= closed or text.find("\u201e", paragraph.start, paragraph.end) >= 0:
        return False
    closing, opening = (text.find(mark, span.end, paragraph.end) for mark in "\u201d\u201c")
    return closing >= 0 and (opening < 0 or closing < opening) and "\u201d" not in text[span.start : span.end]


@dataclass(slots=True)
class _Open:
    """A quotation that was opened: by which mark, where, and where its words begin. `closer` is known for single marks."""

    sign: str
    outer: int
    start: int
    closer: int | None = None
    continues: bool = False


@dataclass(slots=True)
class _Pairing:
    """One paragraph, its marks, the quotations found and those that are open."""

    text: str
    paragraph: Paragraph
    marks: Sequence[Sign]
    found: list[Quotation] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    after: int = 0
    """Where the last mark that was taken for one ends."""

    def pair(self, going_on: _Open | None) -> _Open | None:
        """Pair the marks, of a paragraph in which `going_on` goes on; give the quotation that is left open."""
        self.after = self.paragraph.start
        if going_on:
            self.stack.append(going_on)
            self.after = going_on.start
        for index, mark in enumerate(self.marks):
            if mark.start < self.after:
                continue
            level = self.closed_by(mark)
            if level is not None:
                self.close(level, mark)
            elif mark.opens and len(self.stack) < _DEEPEST:
                self.open(index, mark)
            elif mark.closes and not self.stack and mark.text not in SINGLE:
                self.end(_Open(mark.text, self.after, self.after), mark.start, mark.end, balanced=False)
                self.after = mark.end
        return self.finish()

    def closed_by(self, mark: Sign) -> int | None:
        """Give the level of the open quotation that `mark` closes."""
        if not mark.closes:
            return None
        for level in range(len(self.stack) - 1, -1, -1):
            one = self.stack[level]
            if mark.text in CLOSES[one.sign] and one.closer in (None, mark.start):
                return level
        return None

    def close(self, level: int, mark: Sign) -> None:
        """Close the quotation at `level`, and those inside it that nothing closed."""
        while len(self.stack) > level + 1:
            inner = self.stack.pop()
            if inner.sign not in SINGLE:
                self.end(inner, mark.start, mark.start, balanced=False)
        self.end(self.stack.pop(), mark.start, mark.end, balanced=True)
        self.after = mark.end

    def open(self, index: int, mark: Sign) -> None:
        """Open a quotation; where the one around it has the same mark and could never be closed, that one ends."""
        closer = self.closer(index) if mark.text in SINGLE else None
        if mark.text in SINGLE and closer is None and mark.start > self.paragraph.start:
            return  # an apostrophe
        if self.stack and self.stack[-1].sign == mark.text and closer is None and not self.nests(index):
            self.end(self.stack.pop(), mark.start, mark.start, balanced=False)
        self.stack.append(_Open(mark.text, mark.start, mark.end, closer))
        self.after = mark.end

    def closer(self, index: int) -> int | None:
        """Find, among apostrophes, the mark that closes the single one at `index`: the first that is no plural's own."""
        around = CLOSES[self.stack[-1].sign] if self.stack else ()
        first = None
        for mark in self.marks[index + 1 : index + _FARTHEST]:
            if mark.opens and not mark.closes and mark.text in SINGLE:
                break
            if mark.closes and not mark.opens and mark.text in around:
                break  # the quotation around it ends here
            if mark.closes and mark.text in CLOSES[self.marks[index].text]:
                first = mark.start if first is None else first
                if not self.is_plural(mark):
                    return mark.start
        return first

    def is_plural(self, mark: Sign) -> bool:
        """Say whether `mark` may be the apostrophe of a plural: the diplomats’ words."""
        return self.text[mark.start - 1] in "sSxz" and self.text[mark.end + 1 : mark.end + 2].islower()

    def nests(self, index: int) -> bool:
        """Say whether the marks from the one at `index` on close both it and the one around it."""
        sign, depth = self.marks[index].text, len(self.stack)
        if CLOSES[sign][0] == sign:
            return False
        for mark in self.marks[index : index + 2 * _DEEPEST]:
            depth += (mark.opens and mark.text == sign) - (mark.closes and mark.text in CLOSES[sign])
        return depth <= 0

    def finish(self) -> _Open | None:
        """End what the paragraph leaves open; give the outermost of it, which may go on in the next paragraph."""
        left = self.stack[0] if self.stack else None
        while self.stack:
            one = self.stack.pop()
            if one is left or one.sign not in SINGLE:
                self.end(one, self.paragraph.end, self.paragraph.end, balanced=one is left)
        return left

    def end(self, one: _Open, words: int, outer: int, *, balanced: bool) -> None:
        """Take in the quotation `one`, of which the words end at `words` and the mark at `outer`."""
        span = _trimmed(self.text, one.start, words)
        if span.start < span.end:
            # Where a mark is missing, the quotation is no longer than its words.
            start = span.start if one.outer == one.start and not one.continues else one.outer
            end = span.end if outer == words else outer
            depth, number = len(self.stack) + 1, self.paragraph.number
            self.found.append(Quotation(span, Span(start, end), number, depth, one.continues, balanced))


def _goes_on(paragraph: Paragraph, marks: Sequence[Sign], left: _Open | None) -> _Open | None:
    """Give the quotation that goes on in `paragraph`: it opens with the same mark again, or closes what was left open."""
    if left is None or not marks:
        return None
    first = marks[0]
    again = first.start == paragraph.start and first.opens and first.text in (left.sign, "»", "›")
    if again or (first.closes and not first.opens and first.text in CLOSES[left.sign]):
        start = first.end if again else paragraph.start
        return _Open(left.sign, paragraph.start, start, continues=True)
    return None


def _never_closed(found: list[Quotation], left: _Open) -> None:
    """Mark the quotation that was left open and never closed."""
    for index in range(len(found) - 1, -1, -1):
        if found[index].outer.start == left.outer:
            found[index] = replace(found[index], balanced=False)
            return


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in BLANK:
        start += 1
    while end > start and text[end - 1] in BLANK:
        end -= 1
    return Span(start, end)
