"""Why the words of a piece of evidence were not found, in an editor's words, with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.articles import Article
from generator.content.model import Evidence, Kind, Selector, Source
from generator.diagnostics import Diagnostic, Rule
from generator.evidence.matching import (
    SHORTEST,
    Failure,
    Hit,
    Passage,
    Verdict,
    fits_prefix,
    fits_suffix,
    locate,
    places,
)
from generator.evidence.nearmatch import Near, differences, nearest, surroundings, yaml_text
from generator.evidence.rules import (
    AMBIGUOUS,
    CUTS_WORD,
    ELSEWHERE,
    NEAR,
    NOT_FOUND,
    OTHER_PLACE,
    OUT_OF_ORDER,
    OVERLAPPING,
    TOO_SHORT,
)
from generator.fold import folded_words
from generator.word_boundaries import whole_words

_SHOWN = 3  # places
_DOTS = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*")
_MARKS = "\"“”„«»'‘’‚‹›"
_MOST_CONTEXT = 12  # words of a prefix or suffix that the hint offers


@dataclass(frozen=True, slots=True)
class Refusal:
    """A failure told: the rule that it breaks, at which segment (from 0), the sentence and the hint."""

    rule: Rule
    segment: int
    message: str
    hint: str

    def at(self, evidence: Evidence) -> Diagnostic:
        """Report it at one of the places where the words are cited."""
        return self.rule.at(evidence.segment_location(self.segment), self.message, self.hint)


def refusal(sources: Mapping[str, Source], selector: Selector, failure: Failure) -> Refusal:
    """Tell why `selector` was not found in its source, one of `sources`."""
    tell = _TELLERS.get(failure.verdict, _not_found)
    rule, message, hint = tell(sources, selector, failure)
    return Refusal(rule, failure.segment, message, hint)


_Told = tuple[Rule, str, str]


def _too_short(_sources: Mapping[str, Source], selector: Selector, failure: Failure) -> _Told:
    segment = selector.segments[failure.segment]
    message = f"“{segment}” has fewer than {SHORTEST} letters or digits"
    return TOO_SHORT, message, "So few stand in almost every text. Quote more of the sentence."


def _cuts_word(sources: Mapping[str, Source], selector: Selector, failure: Failure) -> _Told:
    article, span = sources[selector.source].article, failure.places[0].span
    whole = article.text[slice(*whole_words(article.text, span.start, span.end))]
    segment = selector.segments[failure.segment]
    message = f"“{segment}” begins or ends in the middle of a word of {selector.source}"
    return (
        CUTS_WORD,
        message,
        f"The source: {surroundings(article, span)}\nTo paste:   {_pasted(selector, whole)}",
    )


def _out_of_order(_sources: Mapping[str, Source], selector: Selector, _failure: Failure) -> _Told:
    message = f"this segment does not stand after the one before it in {selector.source}"
    hint = "Give the segments in the order of the source; for words from two places, write two pieces of evidence."
    return OUT_OF_ORDER, message, hint


def _overlapping(_sources: Mapping[str, Source], selector: Selector, _failure: Failure) -> _Told:
    message = f"this segment and the one before it share words in {selector.source}"
    hint = "Each segment begins after the one before has ended. Words without a gap are one segment."
    return OVERLAPPING, message, hint


def _ambiguous(sources: Mapping[str, Source], selector: Selector, failure: Failure) -> _Told:
    given = f", even with the {_given(selector)} given" if _given(selector) else ""
    message = f"{_what(selector)} in {len(failure.places)} places of {selector.source}{given}"
    return AMBIGUOUS, message, "\n".join(_candidates(sources[selector.source].article, selector, failure))


def _other_place(sources: Mapping[str, Source], selector: Selector, failure: Failure) -> _Told:
    count = len(failure.places)
    if selector.occurrence and selector.occurrence > count and failure.segment == 0:
        trouble = f"there is no occurrence {selector.occurrence}"
    else:
        trouble = f"not with the {_given(selector)} given"
    times = "once" if count == 1 else f"{count} times"
    message = f"{_what(selector)} {times} in {selector.source}, yet {trouble}"
    return OTHER_PLACE, message, "\n".join(_candidates(sources[selector.source].article, selector, failure))


def _what(selector: Selector) -> str:
    return "these words stand" if len(selector.segments) == 1 else "this segment stands"


def _given(selector: Selector) -> str:
    """Name what was given to tell places apart."""
    return " and ".join(key for key in ("prefix", "suffix", "occurrence") if getattr(selector, key))


def _candidates(article: Article, selector: Selector, failure: Failure) -> Iterator[str]:
    """Show the places that came into question, each with a line that names it alone."""
    hits, last = failure.places, len(selector.segments) - 1
    if len(hits) == 1:
        yield "It stands here, and nowhere else: leave prefix, suffix and occurrence out if this is meant."
    elif failure.segment in (0, last):
        yield "Which one is meant? Add one of these lines to the evidence:"
    else:
        yield "Which one is meant? Quote more words of this segment:"
    for hit in hits[:_SHOWN]:
        ways = [f"occurrence: {hit.number}"] if failure.segment == 0 and len(hits) > 1 else []
        ways += _contexts(article, hit, hits, failure.segment, last) if len(hits) > 1 else []
        if ways:
            yield "  " + "   or   ".join(ways)
        yield f"      {surroundings(article, hit.span)}"
    if len(hits) > _SHOWN:
        yield f"  … and {len(hits) - _SHOWN} more"


def _contexts(article: Article, hit: Hit, hits: tuple[Hit, ...], segment: int, last: int) -> Iterator[str]:
    """Give the shortest prefix (of the first segment) or else suffix (of the last) that fits `hit` alone."""
    others = [other for other in hits if other is not hit]
    before, after = article.text[: hit.span.start], article.text[hit.span.end :]
    if segment == 0 and (
        words := _telling(before.split()[-_MOST_CONTEXT:][::-1], others, article, fits_prefix)
    ):
        yield f"prefix: {yaml_text(' '.join(words[::-1]))}"
    elif segment == last and (words := _telling(after.split()[:_MOST_CONTEXT], others, article, fits_suffix)):
        yield f"suffix: {yaml_text(' '.join(words))}"


def _telling(
    words: list[str], others: list[Hit], article: Article, fits: Callable[[Article, Hit, str], bool]
) -> list[str]:
    """Give as few of `words`, nearest first, as fit none of `others`; none where all of them do not tell apart."""
    backwards = fits is fits_prefix
    for count in range(1, len(words) + 1):
        some = words[:count]
        text = " ".join(some[::-1] if backwards else some)
        if any(char.isalnum() for char in text) and not any(fits(article, other, text) for other in others):
            return some
    return []


def _not_found(sources: Mapping[str, Source], selector: Selector, failure: Failure) -> _Told:
    """Tell words that are elsewhere from words that are nearly there and words that nobody wrote."""
    segment, name = selector.segments[failure.segment], selector.source
    article = sources[name].article
    if told := _in_marks(article, selector, segment):
        return told
    others = [one.id for one in sources.values() if one.id != name and places(one.article, segment)]
    if others:
        return _elsewhere(sources, selector, others)
    if told := _left_out(article, selector, segment):
        return told
    near = nearest(article, segment)
    if near is None:
        hint = "The source has nothing like it. Copy the words from the stored text."
        return NOT_FOUND, f"these words are not in {name}", hint
    if near.close:
        return _near(selector, segment, near)
    number = article.paragraph_at(near.span.start).number
    hint = f"The nearest there, in paragraph {number}: {' '.join(near.text.split())}"
    return NOT_FOUND, f"these words are not in {name}", hint


def _in_marks(article: Article, selector: Selector, segment: str) -> _Told | None:
    """Tell words in quotation marks that stand in the source without them, or with a comma before the closing one."""
    found = places(article, segment.strip(_MARKS))
    if not (found and segment[0] in _MARKS and segment[-1] in _MARKS):
        return None
    sets = ": the page sets them" if selector.kind is Kind.QUOTE else ""
    paste = _pasted(selector, article.text[slice(*found[0])])
    message = f"these are not the words of {article.id}: they stand there without these quotation marks"
    return NEAR, message, f"Leave the quotation marks out{sets}.\nTo paste: {paste}"


def _left_out(article: Article, selector: Selector, segment: str) -> _Told | None:
    """Tell words with dots for what is left out, where the parts stand in the source in their order."""
    parts = tuple(part.strip() for part in _DOTS.split(segment))
    if len(parts) == 1 or len(selector.segments) > 1 or not all(parts):
        return None
    if not isinstance(locate(article, selector._replace(segments=parts)), Passage):
        return None
    hint = f"Its parts stand there. Where words are left out, write the parts as a list:\n{selector.kind}: [{', '.join(map(yaml_text, parts))}]"
    return NEAR, f"these are not the words of {article.id}: it has no dots here", hint


def _elsewhere(sources: Mapping[str, Source], selector: Selector, others: list[str]) -> _Told:
    complete = [
        name for name in others if all(places(sources[name].article, words) for words in selector.segments)
    ]
    shown = complete or others
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    message = f"these words are not in {selector.source}, yet they are in {', '.join(shown[:_SHOWN])}{more}"
    if complete:
        return ELSEWHERE, message, f"Write: source: {complete[0]}"
    return ELSEWHERE, message, "Write one piece of evidence for each source: segments stand in one source."


def _near(selector: Selector, segment: str, near: Near) -> _Told:
    mine, theirs = differences(segment, near.text)
    case_only = folded_words(segment).casefold() == folded_words(near.text).casefold()
    what = "only capital letters differ" if case_only else "the source has others"
    return (
        NEAR,
        f"these are not the words of {selector.source}: {what}",
        f"Your file:  {mine}\nThe source: {theirs}\nTo paste:   {_pasted(selector, near.text)}",
    )


def _pasted(selector: Selector, words: str) -> str:
    """Write the source's words as the line of YAML that holds them; for one of several segments, the text alone."""
    return f"{selector.kind}: {yaml_text(words)}" if len(selector.segments) == 1 else yaml_text(words)


_TELLERS: Mapping[Verdict, Callable[[Mapping[str, Source], Selector, Failure], _Told]] = {
    Verdict.TOO_SHORT: _too_short,
    Verdict.CUTS_WORD: _cuts_word,
    Verdict.OUT_OF_ORDER: _out_of_order,
    Verdict.OVERLAPPING: _overlapping,
    Verdict.AMBIGUOUS: _ambiguous,
    Verdict.OTHER_PLACE: _other_place,
}
