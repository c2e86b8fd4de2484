"""Where the words that an editor quotes stand: in the evidence of the sentence, elsewhere in a source, or nowhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from generator.content.articles import Article
from generator.content.model import Evidence, Source
from generator.evidence import Passage, Span
from generator.evidence.occurrences import occurrences
from generator.speech.same_language import is_translated

_LEFT_OUT = re.compile(r"\s*[\[(]?(?:…|\.\s?\.\s?\.(?:\s?\.)?)[\])]?\s*")
_SIC = re.compile(r"\s*\[sic!?\]")
_CAPITAL_IN_BRACKETS = re.compile(r"\[(\w)\](?=\w)")
_DOUBLE, _SINGLE = re.compile('[“”„‟«»"]'), re.compile("(?<!\\w)['‘’‚‹›]|['‘’‚‹›](?!\\w)")
_PUNCTUATION = re.compile(r"[.,!?…;:。！？、，]*")
"""What may follow a passage and belong to the words that an editor quotes."""


def in_passage(words: str, passage: Passage, article: Article) -> bool:
    """Return whether `words` stand in a passage: in one segment, or their parts in several, in order."""
    segments = []
    for span in passage.spans:
        end = _PUNCTUATION.match(article.text, span.end)
        segments.append(_text(article.text[span.start : end.end() if end else span.end]))
    return _in_order(words, segments)


def in_translation(words: str, evidence: Evidence, language: str) -> bool:
    """Return whether `words` stand in a translation from `language`."""
    translation = evidence.translation
    if translation is None or not is_translated(language, translation.language):
        return False
    return _in_order(words, [_text(translation.text)])


def in_texts(words: str, texts: Iterable[str]) -> bool:
    """Return whether one of `texts` has `words`."""
    return any(_in_order(words, [_text(text)]) for text in texts)


def in_article(words: str, article: Article) -> Span | None:
    """Return the first place of `words` in `article`; parts of a quotation must stand in one paragraph, in order."""
    for parts in _readings(words):
        for first in _places(article, parts[0]):
            end = article.paragraph_at(first.start).end
            paragraph = _text(article.text[first.start : end]) if parts[1:] else article
            if not parts[1:] or _ways(parts, [paragraph]):
                return first
    return None


def withheld_source(cited: Iterable[Source], evidence: Iterable[Evidence], words: str) -> Source | None:
    """Return the withheld source that alone has `words`, perhaps in a translation; None if another one has them too."""
    holders = [
        source
        for source in cited
        if in_article(words, source.article)
        or any(
            item.source == source.id and in_translation(words, item, source.about.language)
            for item in evidence
        )
    ]
    return holders[0] if holders and all(source.is_withheld for source in holders) else None


def _in_order(words: str, segments: Sequence[Article]) -> bool:
    return any(_ways(parts, segments) for parts in _readings(words))


def _readings(words: str) -> Iterator[Sequence[str]]:
    """Yield the parts of `words` that stand together: all of them, or those between the marks of what was left out."""
    words = _SIC.sub("", words)
    yield (words,)
    parts = [part for part in _LEFT_OUT.split(words) if any(map(str.isalnum, part))]
    if parts and tuple(parts) != (words,):
        yield parts


def _ways(parts: Sequence[str], segments: Sequence[Article]) -> bool:
    """Return whether all parts stand in the segments, in order."""
    index, reached = 0, 0
    for part in parts:
        while index < len(segments):
            later = [span.end for span in _places(segments[index], part) if span.start >= reached]
            if later:
                reached = min(later)
                break
            index, reached = index + 1, 0
        else:
            return False
    return True


def _places(article: Article, part: str) -> tuple[Span, ...]:
    for form in _forms(part):
        if found := occurrences(article, form):
            return found
    return ()


@lru_cache(maxsize=4096)
def _forms(part: str) -> tuple[str, ...]:
    """Return the forms of `part` that count as the same words.

    A capital at the start, or in brackets, may be the editor’s; marks of a quotation within the quotation may be other ones.
    """
    bare = _CAPITAL_IN_BRACKETS.sub(r"\1", part)
    swapped = _CAPITAL_IN_BRACKETS.sub(lambda match: match[1].swapcase(), part)
    forms = [part, bare, swapped]
    forms += [form[:1].swapcase() + form[1:] for form in forms]
    forms += [_SINGLE.sub('"', form) for form in forms] + [_DOUBLE.sub("'", form) for form in forms]
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=4096)
def _text(text: str) -> Article:
    return Article("", text, "", ())
