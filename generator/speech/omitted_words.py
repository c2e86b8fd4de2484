"""Where the words are that a quote leaves out, and the passage that has them too."""

import re
from collections.abc import Sequence
from enum import Enum

from generator.evidence import Span
from generator.fold import BLANK
from generator.speech.left_out import LeftOut, Side
from generator.speech.quotation_marks import Quotation, quoted
from generator.speech.surroundings import Surroundings
from generator.word_boundaries import whole_words

_LONGEST = 1_000  # characters of a sentence before and after a part
_AT_END = BLANK + ",;:"  # does not belong to words at the end of a quotation


class Omitted(Enum):
    """Where words that are left out are: between two parts, beside a part, or in another sentence or voice."""

    BETWEEN = "between"
    BESIDE = "beside"
    ELSEWHERE = "elsewhere"


def omitted(
    surroundings: Surroundings, spans: Sequence[Span], found: LeftOut, *, is_quote: bool
) -> tuple[Omitted, tuple[Span, ...]]:
    """Return where the words are that the parts at `spans` leave out, and the parts with them.

    Words of a quote are taken along only if they are inside quotation marks too.
    """
    span = spans[found.segment]
    is_between = found.side is Side.BETWEEN
    replaced = {spans[found.segment - 1], span} if is_between else {span}
    if is_between:
        added = _with_words_between(surroundings, spans[found.segment - 1], span, is_quote=is_quote)
    elif found.side is Side.BEFORE:
        added = _with_words_before(surroundings, span, found.words)
    else:
        added = _with_words_after(surroundings, span, found.words)
    outside = is_quote and not all(quoted(surroundings.article, each) for each in added)
    if not added or outside:
        return Omitted.ELSEWHERE, ()
    first, last = min(added).start, max(added).end
    apart = [each for each in spans if each not in replaced and (each.end <= first or last <= each.start)]
    return Omitted.BETWEEN if is_between else Omitted.BESIDE, tuple(sorted([*apart, *added]))


def _with_words_between(
    surroundings: Surroundings, first: Span, second: Span, *, is_quote: bool
) -> tuple[Span, ...]:
    """Return two parts with the words between them: as one, or each as far as its own quotation reaches."""
    if is_quote and _has_other_voice(surroundings, Span(first.end, second.start)):
        return _own_parts(surroundings, first, second)
    return (Span(first.start, second.end),)


def _has_other_voice(surroundings: Surroundings, between: Span) -> bool:
    """Return whether quotation marks end between two parts."""
    before, after = (surroundings.quotation_at(offset) for offset in (between.start - 1, between.end))
    return before != after


def _own_parts(surroundings: Surroundings, first: Span, second: Span) -> tuple[Span, ...]:
    """Return two parts in different quotations with the rest of the first quotation and the begin of the second."""
    before, after = surroundings.quotation_at(first.end - 1), surroundings.quotation_at(second.start)
    if before is None or after is None:
        return ()
    end = _end(surroundings, before.span.end)
    return Span(first.start, max(end, first.end)), Span(min(after.span.start, second.start), second.end)


def _with_words_before(surroundings: Surroundings, span: Span, words: str) -> tuple[Span, ...]:
    """Return a part with the `words` before it in its sentence; nothing if they are not there."""
    start = max(surroundings.article.sentence_at(span.start)[0], span.start - _LONGEST)
    places = [
        match.start() + start for match in _pattern(words).finditer(surroundings.plain[start : span.start])
    ]
    if not places:
        return ()
    first, _ = whole_words(surroundings.article.text, places[-1], span.end)
    own, other = surroundings.quotation_at(span.start), surroundings.quotation_at(first)
    if own and other and own != other:  # “We will not,” she said, “close it.”
        begin = max(start, other.span.start)
        return Span(begin, _end(surroundings, other.span.end)), Span(own.span.start, span.end)
    return (Span(first, span.end),)


def _with_words_after(surroundings: Surroundings, span: Span, words: str) -> tuple[Span, ...]:
    """Return a part with its sentence from it on, if the `words` are there, as far as its voice goes on."""
    article = surroundings.article
    end = min(article.sentence_at(span.end - 1)[1], span.end + _LONGEST)
    match = _pattern(words).search(surroundings.plain[span.end : end])
    if match is None:
        return ()
    at = span.end + match.start()
    own, other = surroundings.quotation_at(span.end - 1), surroundings.quotation_at(at)
    if other is not None and other != own:  # “We agree,” she said, “if the rents are frozen.”
        return span, Span(other.span.start, min(_end(surroundings, other.span.end), end))
    return (Span(span.start, _last(surroundings, other or own, end)),)


def _last(surroundings: Surroundings, quotation: Quotation | None, end: int) -> int:
    """Return where words of a quotation, or of the text around quotations, end before `end`."""
    if quotation is not None:
        end = min(end, quotation.span.end)
    return _end(surroundings, end)


def _end(surroundings: Surroundings, end: int) -> int:
    text = surroundings.article.text
    while text[end - 1] in _AT_END:
        end -= 1
    return end


def _pattern(words: str) -> re.Pattern[str]:
    """Return the pattern of words in plain typography, whatever spaces the text has."""
    return re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
