"""Every direct quotation of a stored text, with who says it, where it is used already, and the block to paste."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.articles import Article
from generator.content.model import Corpus, Kind, Source
from generator.edit.quote_finder.blocks import evidence_block
from generator.edit.quote_finder.used import Uses
from generator.evidence import Span
from generator.speech import Speech, people, speeches


@dataclass(frozen=True, slots=True)
class Picked:
    """One utterance of a stored text: words in quotation marks, in several parts where the text interrupts them.

    `spans` are in code points of the stored text, one for each part, and `sentences` those of the sentences around them,
    from the first to the last; `block` is evidence that passes the gate as it is, None where the words are too few to be
    evidence; `used` are the places (file:line) of the evidence that has some of the words.
    """

    source: str
    paragraph: int
    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    sentences: Span
    speech: Speech
    block: str | None
    used: tuple[str, ...]

    @property
    def party(self) -> str | None:
        """Give the party whose words they are; None where nobody is known who said them."""
        return self.speech.person.party if self.speech.person else None

    @property
    def speaker(self) -> str | None:
        """Give the speaker's identifier; None where nobody is known, or the party itself speaks."""
        return self.speech.person.speaker if self.speech.person else None


def pick(corpus: Corpus, source: Source) -> tuple[Picked, ...]:
    """Give every direct quotation of `source`, in order."""
    article = source.article
    known = people(corpus.parties)
    used = Uses(corpus)
    return tuple(_picked(article, speech, used) for speech in speeches(article, known, source.about.language))


def _picked(article: Article, speech: Speech, used: Uses) -> Picked:
    spans = tuple(_without_comma(article, one.span) for one in speech.quotations)
    speaker = speech.person.speaker if speech.person else None
    return Picked(
        article.id,
        article.paragraph_at(spans[0].start).number,
        spans,
        tuple(article.text[span.start : span.end] for span in spans),
        _sentences(article, spans),
        speech,
        evidence_block(article, Kind.QUOTE, spans, speaker),
        used.of(article, spans),
    )


def _without_comma(article: Article, span: Span) -> Span:
    """Leave out the comma that a paper sets before the closing mark: “We will,” she said."""
    ends = span.end - span.start > 1 and article.text[span.end - 1] == ","
    return Span(span.start, span.end - 1) if ends else span


def _sentences(article: Article, spans: tuple[Span, ...]) -> Span:
    """Give the span from the start of the sentence of the first of `spans` to the end of that of the last."""
    first, last = article.paragraph_at(spans[0].start), article.paragraph_at(spans[-1].start)
    start = max(begin for begin, _ in article.sentences(first) if begin <= spans[0].start)
    end = min(stop for _, stop in article.sentences(last) if stop >= spans[-1].end)
    return Span(start, end)
