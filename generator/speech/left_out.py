"""Find what a quote leaves out of its sentences and what changes its meaning: negations, conditions, denials, questions.

Only words that are certain count: those of meaning.yml, in the clause of the segment.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from generator.evidence import Span
from generator.speech.meaning_words import (
    CLAUSE_START,
    MARKS,
    QUESTION_MARKS,
    TO_SEGMENT,
    MeaningWords,
    meaning_words,
)
from generator.speech.surroundings import Surroundings

_REACH = 3  # words before a segment among which a negation counts
_REACH_UNSPACED = 4  # characters, in scripts without spaces
_SEEN = 40  # characters of a segment that may complete a harmless phrase: not | only
_TERM = 1  # word; a negation further away belongs to the verb before it: doesn’t like | “surprises”
_FEWEST_ASKED = 3  # words of somebody else that an indirect question can ask for
_SMALL = 3  # letters of an article, an auxiliary verb and the like
_BE = frozenset(
    {"been", "were", "jest", "była", "było", "être", "était", "está", "sono", "sind", "wäre", "waren"}
)
_CLAUSE_MARKS = re.compile(r"[;:.!?…()\[\]；：。！？（）]|\s-\s")
_COMMAS = re.compile("[,،，、]")
_WORD = re.compile(r"\w+(?:['.-]\w+)*")
_CLOSING = re.compile(rf"(?P<stop>[,.!?，。！？؟]?)[{MARKS}]+")
_QUESTION = re.compile(rf"[^,;:.!?…，；：。！？]*[{MARKS}]*\s?(?P<words>[{QUESTION_MARKS}])")
_QUESTION_DIRECTLY = re.compile(rf"\s?(?P<words>[{QUESTION_MARKS}])")


class Reason(StrEnum):
    """How the words that are left out change the meaning."""

    NEGATION = "negation"
    CONDITION = "condition"
    DENIAL = "denial"
    QUESTION = "question"


class Side(StrEnum):
    """Where the words are in the source."""

    BEFORE = "before"
    BETWEEN = "between"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the source that are not quoted and change the meaning of the segment at an index."""

    reason: Reason
    side: Side
    segment: int
    words: str


_Reasons = Iterator[tuple[Reason, str | None]]


def left_out(
    surroundings: Surroundings, spans: Sequence[Span], language: str, *, is_quote: bool
) -> Iterator[LeftOut]:
    """Yield what the segments at `spans` of a text leave out, at most once for each end of a segment and each gap.

    `is_quote`: they are a party's own words, so that words outside their quotation marks are somebody else's.
    """
    words = meaning_words(language)
    if words is None:
        return
    reader = _Reader(surroundings, words, is_quote)
    for index, span in enumerate(spans):
        segment = _Segment(span, surroundings.text(*span), words.spaces)
        previous = spans[index - 1] if index else None
        following = spans[index + 1] if index + 1 < len(spans) else None
        if previous and reader.surroundings.same_sentence(previous, span):
            yield from _first(reader.between(previous, segment), Side.BETWEEN, index)
        else:
            yield from _first(reader.before(segment), Side.BEFORE, index)
        yield from _first(reader.after(segment, following), Side.AFTER, index)


def _first(reasons: _Reasons, side: Side, index: int) -> Iterator[LeftOut]:
    """Yield the first reason for which there are words."""
    for reason, words in reasons:
        if words:
            yield LeftOut(reason, side, index, words.strip(f" ,:{MARKS}") or words)
            return


@dataclass(frozen=True)
class _Segment:
    """A segment: its place, and its text in plain typography, with or without spaces between words."""

    span: Span
    text: str
    has_spaces: bool

    @cached_property
    def length(self) -> int:
        """The number of words; of characters, if the language puts no spaces between words."""
        return len(_WORD.findall(self.text) if self.has_spaces else self.text)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads around the segments of a text with the words of its language."""

    surroundings: Surroundings
    words: MeaningWords
    is_quote: bool

    def before(self, segment: _Segment) -> _Reasons:
        """Yield each reason, the strongest first, with the words before `segment` that show it, if any."""
        words = self.words
        before, front, lead, interrupted = self.surroundings.before(segment.span)
        windows = [each for each in (before, lead, interrupted and interrupted + front) if _WORD.search(each)]
        if not windows:
            return
        yield Reason.DENIAL, self._denial(windows)
        if not self.is_quote or segment.length > _TERM:
            yield Reason.QUESTION, _found(words.supposed, *windows)
            yield Reason.QUESTION, _found(words.if_around, front)
        if not self.is_quote or segment.length >= _FEWEST_ASKED:
            yield Reason.QUESTION, _found(words.whether, *windows)
        yield Reason.NEGATION, self._governing(before, segment)
        yield Reason.NEGATION, self._governing(interrupted, segment, farthest=1)
        yield Reason.CONDITION, _begins(words.if_clause, front) or _found(words.if_before, front)

    def after(self, segment: _Segment, following: Span | None) -> _Reasons:
        """Yield each reason, the strongest first, with the words after `segment` that show it, if any."""
        words, span = self.words, segment.span
        after, continued = self.surroundings.after(span, following)
        closing = _CLOSING.match(after)
        rest = after[closing.end() :] if closing else after
        clause = rest.lstrip(f" -,{MARKS}")
        if not (words.joins.match(clause) or words.breaks.match(clause)):
            yield Reason.DENIAL, _begins(words.denied_after, clause)
        if not self.is_quote:
            yield Reason.DENIAL, _begins(words.called_false, clause)
        outside = closing is not None and self.is_quote  # words of somebody else
        if not outside or segment.length > _TERM:
            if closing and closing["stop"] in QUESTION_MARKS:
                yield Reason.QUESTION, closing["stop"]
            yield Reason.QUESTION, _begins(_QUESTION_DIRECTLY, rest) if outside else _begins(_QUESTION, after)
            yield Reason.QUESTION, _begins(words.asked_after, clause)
        is_last = following is None or not self.surroundings.same_sentence(span, following)
        if is_last and not (closing and closing["stop"]):
            yield Reason.NEGATION, self._negation_after(rest, closed=closing is not None)
        yield Reason.CONDITION, _begins(words.conditions, rest)
        for window in (continued, "" if outside else rest):
            if window:
                yield Reason.CONDITION, self._condition(window, segment)

    def between(self, first: Span, second: _Segment) -> _Reasons:
        """Yield the negation between two segments of a sentence."""
        own, others = self.surroundings.between(first, second.span)
        yield Reason.NEGATION, self._negation(own)
        yield Reason.NEGATION, self._governing(others, second)

    def _denial(self, windows: Sequence[str]) -> str | None:
        """Return the denial at the end of one of the windows, unless it is denied itself or another verb of saying follows."""
        for pattern in self.words.denials:
            for match in filter(None, map(pattern.search, windows)):
                before = self._negations(self.words.negations, match.string[: match.start()])
                is_denied = any(
                    self._governs(match.string[each.end() : match.start()], _REACH) for each in before
                )
                if not (is_denied or self.words.says_anew.search(match.group())):
                    return match["words"]
        return None

    def _negation(self, text: str) -> str | None:
        """Return the first negation in `text`."""
        return next((match.group() for match in self._negations(self.words.negations, text)), None)

    def _negations(self, pattern: re.Pattern[str], text: str, continued: str = "") -> Iterator[re.Match[str]]:
        """Yield the negations in `text`, which `continued` continues, without harmless ones and answers."""
        matches = [match for match in pattern.finditer(text) if not _is_answer(match)]
        if matches:
            harmless = [match.span() for match in self.words.harmless.finditer(text + continued)]
            for match in matches:
                if not any(start <= match.start() < end for start, end in harmless):
                    yield match

    def _governing(self, before: str, segment: _Segment, farthest: int = _REACH) -> str | None:
        """Return the negation among the `farthest` last words of `before` that governs the segment directly after it."""
        words, span = self.words, segment.span
        start = self.surroundings.text(span.start, min(span.end, span.start + _SEEN)) if before else ""
        if not before or words.breaks.match(start) or words.joins.match(start):
            return None
        is_term = segment.length <= _TERM and words.spaces
        reach = min(farthest, max(2, segment.length))
        for pattern in (words.negations, words.near, words.subjects):
            for match in self._negations(pattern, before, start):
                rest = before[match.end() :]
                if any(denials.search(rest) for denials in words.denials):
                    continue  # did not deny that
                if is_term and not all(map(_is_small, _WORD.findall(rest))):
                    continue
                if pattern is words.subjects:
                    governs = self._governs_as_subject(match)
                else:
                    governs = self._governs(rest, 1 if pattern is words.near else reach)
                if governs:
                    return match.group()
        return None

    def _governs(self, rest: str, reach: int) -> bool:
        """Return whether a negation governs what comes after `rest`, so many words further at most."""
        if _CLAUSE_MARKS.search(rest) or self.words.breaks.search(rest):
            return False
        bare = rest.strip(f" {MARKS}")
        if not self.words.spaces:
            return len(bare) < _REACH_UNSPACED and not _COMMAS.search(rest)
        commas = len(_COMMAS.findall(rest))
        has_insertion = commas > 1 and bare[0] == bare[-1] == ","  # would not, he said, “…”
        return len(_WORD.findall(rest)) < reach + 2 * has_insertion and (commas == 0 or has_insertion)

    def _governs_as_subject(self, match: re.Match[str]) -> bool:
        """Return whether a negative subject begins its clause, and the clause reaches the segment."""
        rest = match.string[match.end() :]
        if self.words.ends_joined.search(rest):
            return False  # Nobody came, and [we waited]
        starts = CLAUSE_START.search(match.string[: match.start()])
        return bool(starts and TO_SEGMENT.fullmatch(rest) and not self.words.breaks.search(rest))

    def _negation_after(self, rest: str, *, closed: bool) -> str | None:
        """Return the negation at the start of `rest`; after a closing mark only one that ends its clause."""
        pattern = self.words.negation_at_end if closed else self.words.negation_after
        match = pattern.match(rest)
        if match is None or any(
            other.start() <= match.start("words") for other in self.words.harmless.finditer(rest)
        ):
            return None
        return match["words"]

    def _condition(self, rest: str, segment: _Segment) -> str | None:
        """Return the condition at the start of `rest`, where the voice of `segment` goes on."""
        words = self.words
        found = _begins(words.conditions, rest) or _begins(words.plain_conditions, rest)
        if found is None and (limit := _begins(words.limits, rest)) and self._negation(segment.text):
            found = limit
        return found


def _is_answer(match: re.Match[str]) -> bool:
    """Return whether a negation is a quotation of its own: “No,” she said."""
    before = match.string[match.start() - 1 : match.start()]
    return before in tuple(MARKS) and _CLOSING.match(match.string, match.end()) is not None


def _is_small(word: str) -> bool:
    """Return whether a word is an article, a form of “be” or the like."""
    return len(word) <= _SMALL or word in _BE


def _found(pattern: re.Pattern[str], *windows: str) -> str | None:
    """Return the words of `pattern` at the end of one of the windows."""
    matches = (pattern.search(window) for window in windows)
    return next((match["words"] for match in matches if match), None)


def _begins(pattern: re.Pattern[str], text: str) -> str | None:
    """Return the words of `pattern` at the start of `text`."""
    match = pattern.match(text)
    return match["words"] if match else None
