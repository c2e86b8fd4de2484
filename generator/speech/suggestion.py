"""What the place of a selection shows about it: whose words these are and which kind of evidence, each with how that is known."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.content.model import Corpus, Kind, Source
from generator.evidence import Span
from generator.evidence.inner_words import without_edges
from generator.speech.attribution import is_marked
from generator.speech.name import Person
from generator.speech.quotation_marks import without_comma
from generator.speech.reading import Reading, reading_of
from generator.speech.selected_words import trimmed
from generator.speech.sentence import Doubt
from generator.speech.speakers import By, Speech
from generator.speech.voices import first_not_said


class Known(StrEnum):
    """How something is known: the text or its source says so, only a pronoun does, or it is not clear."""

    CERTAIN = "certain"
    PRONOUN = "from a pronoun"
    NOT_CLEAR = "not clear"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says some words: a name in the text, and the party and speaker of parties.yml; None for what is not known.

    `doubt` says why nobody is certain, and `clause` are the words of the text for the speaker if they are no name.
    """

    known: Known
    name: str | None = None
    party: str | None = None
    speaker: str | None = None
    doubt: Doubt | None = None
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The kind and the speaker of a selection.

    Words that nobody says are reported, unless they are the source's own judgement: their kind is not clear, and so is their party.
    `mentioned` are the parties that their sentences name, in the order of the text.
    """

    kind: Kind
    kind_known: Known
    speaker: Speaker
    mentioned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """A quotation of a text, one span for each part, with the number of its paragraph and its speaker."""

    spans: tuple[Span, ...]
    paragraph: int
    speaker: Speaker


def likely(source: Source, corpus: Corpus, spans: Sequence[Span]) -> Suggestion:
    """Return what the place of the words at `spans` of `source` shows; nothing is guessed. Spans are in code points."""
    reading = reading_of(source, corpus)
    spans = trimmed(source.article, spans)
    mentioned = _mentioned(reading, spans)
    if spans and first_not_said(source, reading.known, spans) is None:
        speaker = _speaker_of_all(reading, spans)
        return Suggestion(Kind.QUOTE, Known.CERTAIN, speaker, mentioned)
    return Suggestion(Kind.REPORTED, Known.NOT_CLEAR, Speaker(Known.NOT_CLEAR), mentioned)


def quotations(source: Source, corpus: Corpus) -> tuple[FoundQuotation, ...]:
    """Return the quotations of `source` in the order of the text, each utterance with all its parts and its speaker.

    Where people speak without quotation marks, these are the sentences.
    """
    return tuple(
        FoundQuotation(
            spans=tuple(without_comma(source.article, part.span) for part in speech.quotations),
            paragraph=speech.quotations[0].paragraph,
            speaker=_speaker(speech),
        )
        for speech in reading_of(source, corpus).attribution.speeches
    )


def _speaker_of_all(reading: Reading, spans: Sequence[Span]) -> Speaker:
    """Return who says all of `spans`, which are a quote; nobody for certain if they are words of several people."""
    found = [speaker for span in spans for speaker in _speakers_of(reading, span)]
    if not found:
        return Speaker(Known.NOT_CLEAR)
    if len({(each.name, each.party, each.speaker) for each in found}) > 1:
        return Speaker(Known.NOT_CLEAR)
    return max(found, key=lambda each: [*Known].index(each.known))  # the least certain


def _speakers_of(reading: Reading, span: Span) -> Iterator[Speaker]:
    """Yield who says each utterance with words at `span`."""
    span = without_edges(reading.source.article.text, span)
    for speech in reading.attribution.speeches_with(span):
        inner = [each for part in speech.quotations if is_marked(part, span) for each in part.inner]
        if any(each.start <= span.start and span.end <= each.end for each in inner):
            yield Speaker(Known.NOT_CLEAR, doubt=Doubt.QUOTED)
        else:
            yield _speaker(speech)


def _speaker(speech: Speech) -> Speaker:
    """Return who says an utterance, as its text says."""
    if speech.by is By.NONE or (speech.name is None and speech.person is None):
        return Speaker(Known.NOT_CLEAR, doubt=speech.doubt, clause=speech.clause)
    known = Known.PRONOUN if speech.by is By.PRONOUN else Known.CERTAIN
    person: Person | None = speech.person
    return Speaker(
        known,
        name=speech.name,
        party=person.party if person else None,
        speaker=person.speaker if person else None,
        clause=speech.clause,
    )


def _mentioned(reading: Reading, spans: Sequence[Span]) -> tuple[str, ...]:
    """Return the parties that the sentences of `spans` name, or whose speakers they name, in the order of the text."""
    article, found = reading.source.article, []
    sentences = {each for span in spans for each in article.sentences_over(*span)}
    for start, end in sorted(sentences):
        first, stop = (
            bisect_left(reading.names, at, key=lambda name: name.span.start) for at in (start, end)
        )
        found += [name.person.party for name in reading.names[first:stop] if name.person]
    return tuple(dict.fromkeys(found))
