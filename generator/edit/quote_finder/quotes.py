"""Every direct quotation of a stored text, with its speaker and the evidence to paste."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.articles import Article
from generator.content.model import Corpus, Kind, Source
from generator.edit.quote_finder.blocks import evidence_block
from generator.edit.quote_finder.found import Found, FoundPassage, cited_passages, places_of_uses
from generator.evidence import Span
from generator.speech.names import people
from generator.speech.speakers import speeches


def quotes(corpus: Corpus, source: Source, party: str | None = None, *, unused: bool = False) -> Found:
    """Return the quotations of `source` in order: those of `party`, or all; with `unused`, those that nothing cites."""
    passages = tuple(
        passage
        for passage in _quotations(corpus, source)
        if party in (None, passage.party) and not (unused and passage.used)
    )
    summary = f"{len(passages)} quotation{'' if len(passages) == 1 else 's'} in {source.id}."
    return Found(passages=passages, total=len(passages), summary=summary)


def _quotations(corpus: Corpus, source: Source) -> Iterator[FoundPassage]:
    article, cited = source.article, cited_passages(corpus)
    for speech in speeches(article, people(corpus.parties), source.about.language):
        spans = tuple(_without_comma(article, quotation.span) for quotation in speech.quotations)
        speaker = speech.person.speaker if speech.person else None
        yield FoundPassage(
            article=article,
            spans=spans,
            block=evidence_block(article, Kind.QUOTE, spans, speaker),
            used=places_of_uses(cited, article, spans),
            speech=speech,
        )


def _without_comma(article: Article, span: Span) -> Span:
    """Return `span` without the comma before a closing mark: “We will,” she said."""
    ends = span.end - span.start > 1 and article.text[span.end - 1] == ","
    return Span(span.start, span.end - 1) if ends else span
