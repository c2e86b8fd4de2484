"""Find passages of stored texts with the evidence to paste: words, in any typography, or all quotations of a text."""

from bisect import bisect_left
from collections.abc import Sequence
from heapq import nlargest

from rapidfuzz import fuzz

from generator.content.articles import Article
from generator.content.model import Corpus, Kind, Source, SourceKind
from generator.edit.error import EditError
from generator.edit.quote_finder.found import Cited, Found, FoundPassage, cited_passages, places_of_uses
from generator.escape import shown
from generator.evidence import Span
from generator.evidence.block import evidence_block
from generator.evidence.hint_text import OMISSION
from generator.evidence.inner_words import parts_inside, without_stray_marks
from generator.evidence.length import SHORTEST, is_long_enough
from generator.evidence.near_match import lowered, nearest
from generator.evidence.occurrences import occurrences
from generator.fold import BLANK, folded_words
from generator.speech.names import people
from generator.speech.quotation_marks import quoted, without_comma
from generator.speech.speakers import By, Speech
from generator.speech.voices import source_speeches

_MOST_SHOWN = 50  # places
_MOST_SIMILAR = 3  # passages
_COMPARED = 12  # texts in which similar passages are looked for, because that takes eight times as long as ranking them
_MOSTLY = 0.6  # of the words
_LONGEST = 2_000  # characters of the search words
_LONGEST_SHOWN = 200  # characters of the search words in a message
_DOUBLE_MARKS = '"“”„«»「」『』'
_MARKS = _DOUBLE_MARKS + "'‘’‚‹›" + BLANK

_Place = tuple[Article, tuple[Span, ...]]


def find(articles: Sequence[Article], corpus: Corpus, words: str) -> Found:
    """Find `words` in `articles`; “…” stands for omitted words. `corpus` says which passages are evidence already.

    Raise EditError if the words are too many, or too few to search for.
    """
    readings = _readings(words)
    cited = cited_passages(corpus)
    places = next((found for reading in readings if (found := _places(articles, reading))), [])
    passages = tuple(_passage(corpus, place, cited) for place in places[:_MOST_SHOWN])
    similar: tuple[FoundPassage, ...] = ()
    if not places:
        asked = " … ".join(readings[-1])
        similar = tuple(
            _passage(corpus, place, cited, similar_to=asked) for place in _similar(articles, asked)
        )
    summary = _summary(readings[0][0], len(articles), len(places), similar=bool(similar))
    return Found(passages=passages, total=len(places), summary=summary, similar=similar)


def quotes(corpus: Corpus, source: Source, party: str | None = None, *, unused: bool = False) -> Found:
    """Return the quotations of `source` in order: those of `party`, or all; with `unused`, those that nothing cites.

    Where people speak without quotation marks, as in a speech, these are the sentences.
    """
    article, cited = source.article, cited_passages(corpus)
    found = []
    for speech in source_speeches(source, people(corpus.parties)):
        spans = tuple(without_comma(article, quotation.span) for quotation in speech.quotations)
        passage = _passage(corpus, (article, spans), cited, speech=speech)
        if party in (None, passage.party) and not (unused and passage.used):
            found.append(passage)
    summary = f"{len(found)} quotation{'' if len(found) == 1 else 's'} in {source.id}."
    return Found(passages=tuple(found), total=len(found), summary=summary)


def _readings(words: str) -> list[tuple[str, ...]]:
    """Return the ways to read the search words: as one segment, and as the segments around “…”."""
    # A terminal may pass invalid characters.
    text = " ".join(words.encode("utf-8", "replace").decode().split())
    if len(text) > _LONGEST:
        raise EditError(
            f"The search has {len(text):,} characters, but at most {_LONGEST:,} are possible. Search for one sentence."
        )
    text = _without_marks(text)
    segments = tuple(part for segment in OMISSION.split(text) if (part := _without_marks(segment)))
    readings = [
        reading
        for reading in dict.fromkeys(((text,), segments))
        if reading and all(map(is_long_enough, reading))
    ]
    if not readings:
        raise EditError(f"Search for more words: each part needs at least {SHORTEST} letters or digits.")
    return readings


def _without_marks(text: str) -> str:
    """Return `text` without the quotation marks around it; marks at its ends stay if it also has some inside."""
    inner = text.strip(_MARKS)
    return text.strip(BLANK) if any(mark in inner for mark in _DOUBLE_MARKS) else inner


def _places(articles: Sequence[Article], segments: Sequence[str]) -> list[_Place]:
    """Return each way to place the segments in order in a text, each as near to the one before as possible."""
    places: list[_Place] = []
    for article in articles:
        columns = [occurrences(article, words) for words in segments]
        by_end: dict[Span, tuple[Span, ...]] = {}
        for first in columns[0]:
            chain = [first]
            for spans in columns[1:]:
                index = bisect_left(spans, chain[-1].end, key=lambda span: span.start)
                chain += spans[index : index + 1]
            if len(chain) == len(columns):
                # Of several starts with the same end, the last is the nearest.
                by_end[chain[-1]] = tuple(chain)
        places += [(article, chain) for chain in by_end.values()]
    return places


def _passage(
    corpus: Corpus, place: _Place, cited: Cited, *, speech: Speech | None = None, similar_to: str = ""
) -> FoundPassage:
    """Return a passage with its evidence: a quote if all words are in quotation marks, else reported."""
    article, spans = place
    source = corpus.sources[article.id]
    if speech is None and source.about.kind is not SourceKind.ARTICLE:
        speech = _speech_with(source, corpus, spans)
    is_quoted = all(quoted(article, span, source.about.language) for span in spans)
    kind = Kind.QUOTE if speech or is_quoted else Kind.REPORTED
    is_named = speech and speech.person and speech.by is not By.VOICE  # else the source names the speaker
    speaker = speech.person.speaker if is_named and speech and speech.person else None
    is_question = speech is not None and _is_question(source, speech)
    return FoundPassage(
        article=article,
        spans=spans,
        block=None if is_question else evidence_block(article, kind, spans, speaker),
        is_question=is_question,
        used=places_of_uses(cited, article, spans),
        speech=speech,
        similar_to=similar_to,
    )


def _is_question(source: Source, speech: Speech) -> bool:
    """Return whether somebody speaks who is in no party, in an interview whose details say who answers."""
    answers = source.about.kind is SourceKind.INTERVIEW and (source.about.speaker or source.about.party)
    return bool(answers and speech.name and speech.person is None)


def _speech_with(source: Source, corpus: Corpus, spans: Sequence[Span]) -> Speech | None:
    """Return the sentence of a speech or transcript that contains all of `spans`."""
    for speech in source_speeches(source, people(corpus.parties)):
        outer = [part.span for part in speech.quotations]
        if all(any(part.start <= span.start and span.end <= part.end for part in outer) for span in spans):
            return speech
    return None


def _similar(articles: Sequence[Article], words: str) -> list[_Place]:
    """Return the passages most similar to `words`, the best first: letter case, letters or some words differ."""
    target = folded_words(words).lower()
    likely = nlargest(_COMPARED, articles, key=lambda article: fuzz.partial_ratio(target, lowered(article)))
    found = [(match, article) for article in likely if (match := nearest(article, words)) and match.is_likely]
    found.sort(key=lambda pair: (-pair[0].shared, -pair[0].similarity, pair[1].id))
    return [(article, _without_narration(article, match.span)) for match, article in found[:_MOST_SIMILAR]]


def _without_narration(article: Article, span: Span) -> tuple[Span, ...]:
    """Return the quoted words of `span` if these are most of it, else `span` without an unpaired mark."""
    parts = parts_inside(article, span)
    quoted_length = sum(part.end - part.start for part in parts)
    is_quote = quoted_length >= _MOSTLY * (span.end - span.start)
    return parts if is_quote else (without_stray_marks(article, span),)


def _summary(words: str, texts: int, total: int, *, similar: bool) -> str:
    searched = f"{texts:,} stored text{'' if texts == 1 else 's'}"
    if not total:
        asked = shown(words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]} …")
        rest = "These passages are similar:" if similar else "Nothing is similar."
        return f"Not found in {searched}: {asked}\n{rest}"
    places = f"{total:,} place{'' if total == 1 else 's'} in {searched}."
    if total > _MOST_SHOWN:
        return f"{places} Only the first {_MOST_SHOWN} are shown. Add more words, or choose a source with --source."
    return places
