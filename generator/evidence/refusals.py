"""Explain to an editor why evidence was not found, and what to write instead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.content.articles import Article
from generator.content.damage import first_damage
from generator.content.model import Corpus, Evidence, Kind, Selector
from generator.diagnostics import Diagnostic, Rule
from generator.evidence import rules
from generator.evidence.hint_text import OMISSION, differences, excerpt, yaml_text
from generator.evidence.inner_words import longest, parts_inside, without_stray_marks
from generator.evidence.length import fewest_letters
from generator.evidence.matching import Failure, Passage, Verdict, locate
from generator.evidence.near_match import nearest
from generator.evidence.occurrences import occurrences
from generator.evidence.pins import unique_prefix, unique_suffix
from generator.evidence.span import Span
from generator.fold import folded_words
from generator.word_boundaries import cuts_word, whole_words

_SHOWN = 3  # occurrences or sources in a hint
_QUOTATION_MARKS = "\"“”„«»'‘’‚‹›「」『』《》〈〉`"
_ONLY_DOTS = re.compile(r"[\s.…\u22ef\u2025\[\]()]*")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why evidence is refused: the index of the segment, the rule, the message and the hint."""

    segment: int
    rule: Rule
    message: str
    hint: str

    def at(self, evidence: Evidence) -> Diagnostic:
        """Return the diagnostic for a place that cites these words."""
        return self.rule.at(evidence.segment_location(self.segment), self.message, self.hint)


def refuse(corpus: Corpus, selector: Selector, failure: Failure) -> Refusal:
    """Explain why `selector` was not found in its source, one of `corpus`."""
    return Refusal(failure.segment, *_explain(corpus, selector, failure))


_Explanation = tuple[Rule, str, str]  # rule, message, hint


def _explain(corpus: Corpus, selector: Selector, failure: Failure) -> _Explanation:
    name, segment = selector.source, selector.segments[failure.segment]
    article = corpus.sources[name].article
    match failure.verdict:
        case Verdict.TOO_SHORT:
            message = f"“{segment}” has fewer than {fewest_letters(segment)} letters or digits"
            hint = (
                "Such short words are in almost every text. Quote more of the sentence. "
                "Words so short are enough only if they are the whole quotation or answer in the source: “No.”"
            )
            return rules.TOO_SHORT, message, hint
        case Verdict.CUTS_WORD:
            span = failure.occurrences[0].span
            words = Span(*whole_words(article.text, *span))
            message = f"“{segment}” starts or ends in the middle of a word or number of {name}"
            return (
                rules.CUTS_WORD,
                message,
                f"The source: {excerpt(article, span)}\n{_to_paste(article, selector, words)}",
            )
        case Verdict.OUT_OF_ORDER:
            message = f"this segment does not come after the previous segment in {name}"
            hint = "Write the segments in the order of the source. For words from two places, write two pieces of evidence."
            return rules.OUT_OF_ORDER, message, hint
        case Verdict.OVERLAPPING:
            message = f"this segment overlaps the previous segment in {name}"
            hint = "Start each segment after the end of the previous one. Write words without a gap as one segment."
            return rules.OVERLAPPING, message, hint
        case Verdict.AMBIGUOUS | Verdict.OTHER_PLACE:
            return _wrong_place(article, selector, failure)
        case _:
            return _not_found(corpus, selector, segment)


def _wrong_place(article: Article, selector: Selector, failure: Failure) -> _Explanation:
    """Explain words that occur in too many places, or not where prefix, suffix or occurrence say."""
    what = "these words occur" if len(selector.segments) == 1 else "this segment occurs"
    pins = " and ".join(key for key in ("prefix", "suffix", "occurrence") if getattr(selector, key))
    count = len(failure.occurrences)
    hint = "\n".join(_choices(article, selector, failure))
    if failure.verdict is Verdict.AMBIGUOUS:
        pinned = f", even with this {pins}" if pins else ""
        same = len({article.text[slice(*place.span)] for place in failure.occurrences}) == 1
        forms = "" if same else "; they differ only in typography"
        return rules.AMBIGUOUS, f"{what} in {count} places of {article.id}{pinned}{forms}", hint
    missing = failure.segment == 0 and selector.occurrence is not None and selector.occurrence > count
    problem = f"there is no occurrence {selector.occurrence}" if missing else f"not with this {pins}"
    times = "once" if count == 1 else f"{count} times"
    return rules.OTHER_PLACE, f"{what} {times} in {article.id}, but {problem}", hint


def _choices(article: Article, selector: Selector, failure: Failure) -> Iterator[str]:
    """Yield the lines that show the possible places, each with the keys that choose it."""
    last = len(selector.segments) - 1
    if len(failure.occurrences) == 1:
        yield "If you mean this place, remove prefix, suffix and occurrence:"
    elif failure.segment in (0, last):
        yield "Which place do you mean? Add one of these lines to the evidence:"
    else:
        yield "Which place do you mean? Quote more words of this segment:"
    for occurrence in failure.occurrences[:_SHOWN]:
        keys: list[str] = []
        if failure.segment == 0 and len(failure.occurrences) > 1:
            keys.append(f"occurrence: {occurrence.number}")
            if prefix := unique_prefix(article, occurrence.span):
                keys.append(f"prefix: {yaml_text(prefix)}")
        elif failure.segment == last and (suffix := unique_suffix(article, occurrence.span)):
            keys.append(f"suffix: {yaml_text(suffix)}")
        if keys and len(failure.occurrences) > 1:
            yield "  " + "   or   ".join(keys)
        yield f"      {excerpt(article, occurrence.span)}"
    if len(failure.occurrences) > _SHOWN:
        yield f"  … and {len(failure.occurrences) - _SHOWN} more"


def _not_found(corpus: Corpus, selector: Selector, segment: str) -> _Explanation:
    """Explain words that are not in the source: misquoted, taken from another source, or invented."""
    article = corpus.sources[selector.source].article
    explanation = (
        _in_quotation_marks(article, selector, segment)
        or _in_other_sources(corpus, selector, segment)
        or _with_dots(article, selector, segment)
    )
    if explanation:
        return explanation
    near = nearest(article, segment)
    if near is not None and near.is_likely:
        mine, theirs = differences(segment, near.text)
        case_only = folded_words(segment).casefold() == folded_words(near.text).casefold()
        difference = "only capital letters differ" if case_only else "some words differ"
        message = _mismatch(article, selector, difference)
        paste = _to_paste(article, selector, near.span)
        return rules.NEAR, message, f"Your file:  {mine}\nThe source: {theirs}\n{paste}"
    hint = "The source has nothing similar. Search for words that you remember: briefing find WORDS"
    if near is not None and first_damage(near.text):
        hint = "The stored text is damaged where it has similar words. Store it again."
    elif near is not None:
        paragraph = article.paragraph_at(near.span.start).number
        hint = f"The most similar words, in paragraph {paragraph}: {' '.join(near.text.split())}"
    return rules.NOT_FOUND, f"these words are not in {article.id}", hint


def _in_quotation_marks(article: Article, selector: Selector, segment: str) -> _Explanation | None:
    """Explain words in quotation marks that the source has without them."""
    found = occurrences(article, segment.strip(_QUOTATION_MARKS))
    if not (found and segment[0] in _QUOTATION_MARKS and segment[-1] in _QUOTATION_MARKS):
        return None
    reason = ": the page adds them" if selector.kind is Kind.QUOTE else ""
    place = found[0]
    around = article.text[place.start - 1 : place.start] + article.text[place.end : place.end + 1]
    has_marks = all(char in _QUOTATION_MARKS for char in around) and len(around) > 1
    problem = (
        "the source has other quotation marks here" if has_marks else "the source has no quotation marks here"
    )
    paste = _to_paste(article, selector, place)
    return rules.NEAR, _mismatch(article, selector, problem), f"Remove the quotation marks{reason}.\n{paste}"


def _in_other_sources(corpus: Corpus, selector: Selector, segment: str) -> _Explanation | None:
    """Explain words that other sources contain."""
    # A text that has the segment has all words between its first and last one. That is found out much sooner.
    inner, sources = frozenset(folded_words(segment).split()[1:-1]), corpus.sources
    others = [
        name
        for name in corpus.sources_with(inner)
        if name != selector.source and occurrences(sources[name].article, segment)
    ]
    if not others:
        return None
    complete = [
        name
        for name in others
        if all(occurrences(sources[name].article, words) for words in selector.segments)
    ]
    names = complete or others
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    message = f"these words are not in {selector.source}, but they are in {', '.join(names[:_SHOWN])}{more}"
    hint = "All segments must be in one source. Write a piece of evidence for each source."
    return rules.ELSEWHERE, message, f"Write: source: {complete[0]}" if complete else hint


def _with_dots(article: Article, selector: Selector, segment: str) -> _Explanation | None:
    """Explain words with dots for an omission, if the source has the parts in this order."""
    parts = tuple(part.strip() for part in OMISSION.split(segment))
    if len(parts) == 1 or len(selector.segments) > 1 or not all(parts):
        return None
    passage = locate(article, selector._replace(segments=parts))
    if not isinstance(passage, Passage):
        return None
    gaps = [article.text[first.end : second.start] for first, second in pairwise(passage.spans)]
    if all(map(_ONLY_DOTS.fullmatch, gaps)):
        message = _mismatch(article, selector, "the source writes the dots in another way")
        return (
            rules.NEAR,
            message,
            _to_paste(article, selector, Span(passage.spans[0].start, passage.spans[-1].end)),
        )
    has_dots = any(map(OMISSION.search, gaps))
    reason = "the dots leave out words of the source" if has_dots else "the source has no dots here"
    listed = ", ".join(map(yaml_text, parts))
    hint = f"To leave words out, write the parts as a list:\n{selector.kind}: [{listed}]"
    return rules.NEAR, _mismatch(article, selector, reason), hint


def _mismatch(article: Article, selector: Selector, reason: str) -> str:
    """Return the message that the words of `selector` differ from the source, and why."""
    subject = "this quote does" if selector.kind is Kind.QUOTE else "these words do"
    return f"{subject} not match {article.id}: {reason}"


def _to_paste(article: Article, selector: Selector, span: Span) -> str:
    """Return the line of a hint with the words at `span` to paste; of a quote only those inside quotation marks."""
    parts = parts_inside(article, span) if selector.kind is Kind.QUOTE else ()
    if not parts or any(cuts_word(article.text, *part) for part in parts):
        parts = (without_stray_marks(article, span),)
    words = [article.text[slice(*part)] for part in parts]
    if any(map(first_damage, words)):
        return "The stored text is damaged here, so there is nothing to paste. Store it again."
    if len(selector.segments) > 1:  # the value alone
        return f"To paste:   {yaml_text(article.text[slice(*longest(parts))])}"
    value = yaml_text(words[0]) if len(words) == 1 else f"[{', '.join(map(yaml_text, words))}]"
    return f"To paste:   {selector.kind}: {value}"
