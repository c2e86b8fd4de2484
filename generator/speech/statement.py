"""Judge a sentence of an editor while it is typed: whether its quoted words are in its evidence, and whether it says who said so."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.content.model import Corpus, Evidence, Source
from generator.evidence import Passage, Span
from generator.evidence.hint_text import differences
from generator.evidence.near_match import nearest
from generator.speech.attributed import attributed_to
from generator.speech.editor_quotes import Quoted, editor_quotes
from generator.speech.names import people
from generator.speech.quoted_places import in_article, in_passage, in_translation, withheld_source
from generator.speech.reading import reading_of
from generator.speech.speakers import By
from generator.speech.verdicts import Action, Finding, Offer, Verdict, verdict


class Cited(NamedTuple):
    """Evidence of a sentence, its source, and its passage; None if its words were not found, which is another error."""

    source: Source
    evidence: Evidence
    passage: Passage | None


def judge_statement(
    text: str,
    cited: Sequence[Cited],
    corpus: Corpus,
    *,
    party: str,
    language: str,
    is_term: Callable[[Quoted], bool] = lambda _: False,
) -> tuple[Verdict, ...]:
    """Return a verdict on each quotation mark without a partner, on each quotation, and on who said so, in this order.

    `cited` is all evidence that the sentence may quote, in the order that readers see; `party` is that of the position, `language` that of
    the sentence. `is_term` says which words in marks are a name or a term. The place of a verdict is a span of `text`.
    """
    found = editor_quotes(text)
    statement = _Statement(text, cited, corpus)
    quoted = [statement.quoted(each) for each in found.quoted if not is_term(each)] if cited else []
    return (
        *map(_alone, found.alone),
        *filter(None, quoted),
        statement.speaker(party, language),
    )


def _alone(mark: tuple[int, int, bool]) -> Verdict:
    start, end, opens = mark
    return verdict(Finding.MARK_ALONE, place=Span(start, end), opens=int(opens))


@dataclass(frozen=True)
class _Statement:
    """A sentence, and the evidence that it may quote."""

    text: str
    cited: Sequence[Cited]
    corpus: Corpus

    @cached_property
    def sources(self) -> Sequence[Source]:
        """The sources of the evidence by name, those that may be shown first."""
        by_name = {item.source.id: item.source for item in self.cited}
        return sorted(by_name.values(), key=lambda source: (source.is_withheld, source.id))

    def quoted(self, quoted: Quoted) -> Verdict | None:
        """Return the verdict on words in quotation marks; None if they may be in evidence that was not found."""
        words, place = quoted.words, Span(quoted.words_start, quoted.words_end)
        holder = withheld_source(self.sources, [item.evidence for item in self.cited], words)
        if holder:
            offers = (self._without_marks(quoted),)
            return verdict(
                Finding.QUOTES_WITHHELD, place=place, offers=offers, words=words, source=holder.about.title
            )
        for number, item in enumerate(self.cited, start=1):
            about = item.source.about
            is_cited = item.passage is not None and in_passage(words, item.passage, item.source.article)
            if is_cited or in_translation(words, item.evidence, about.language):
                return verdict(
                    Finding.IN_EVIDENCE, place=place, words=words, number=number, source=about.title
                )
        for source in self.sources:
            if span := in_article(words, source.article):
                is_known = all(item.passage for item in self.cited)
                return self._elsewhere(quoted, source, span) if is_known else None
        return self._in_no_source(quoted)

    def _elsewhere(self, quoted: Quoted, source: Source, span: Span) -> Verdict:
        """Return the verdict on words that are in a source, but in no evidence."""
        speeches = reading_of(source, self.corpus).attribution.speeches_with(span)
        named = (speech.name for speech in speeches if speech.by is By.NAME and speech.name)
        return verdict(
            Finding.ELSEWHERE_IN_SOURCE,
            place=Span(quoted.words_start, quoted.words_end),
            offers=(
                Offer(Action.TAKE_AS_EVIDENCE, spans=(span,), source=source.id),
                self._without_marks(quoted),
            ),
            words=quoted.words,
            source=source.about.title,
            number=source.article.paragraph_at(span.start).number,
            name=next(named, ""),
        )

    def _in_no_source(self, quoted: Quoted) -> Verdict:
        """Return the verdict on words that no source has, with the most similar words of one."""
        place, similar = (
            Span(quoted.words_start, quoted.words_end),
            max(self._similar(quoted.words), key=lambda found: found[0], default=None),
        )
        without = self._without_marks(quoted)
        if similar is None:
            return verdict(Finding.IN_NO_SOURCE, place=place, offers=(without,), words=quoted.words)
        _, source, theirs = similar
        mine, marked = differences(quoted.words, theirs)
        its_words = f"{self.text[: quoted.words_start]}{theirs}{self.text[quoted.words_end :]}"
        return verdict(
            Finding.SOURCE_HAS_OTHER_WORDS,
            place=place,
            offers=(Offer(Action.TAKE_ITS_WORDS, text=its_words), without),
            words=quoted.words,
            mine=mine,
            theirs=marked,
            source=source.about.title,
        )

    def _similar(self, words: str) -> Iterator[tuple[float, Source, str]]:
        """Yield the words of each source that the editor probably meant, with their likeness, if a sentence can quote them."""
        for source in self.sources:
            near = None if source.is_withheld else nearest(source.article, words)
            if near and near.is_likely:
                theirs = " ".join(near.text.split())
                if in_article(theirs, source.article):
                    yield near.similarity, source, theirs

    def _without_marks(self, quoted: Quoted) -> Offer:
        """Return the offer of the sentence without the marks around some words."""
        inner = self.text[quoted.words_start : quoted.mark_start]
        return Offer(
            Action.TAKE_MARKS_AWAY, text=f"{self.text[: quoted.start]}{inner}{self.text[quoted.end :]}"
        )

    def speaker(self, party: str, language: str) -> Verdict:
        """Return whether the sentence says who said so, and in which words."""
        persons = [person for person in people(self.corpus.parties) if person.party == party]
        publishers = [item.source.about.publisher for item in self.cited if item.source.about.publisher]
        words = attributed_to(self.text, persons, publishers, language)
        if words:
            return verdict(Finding.SAYS_WHO, words=words)
        about = self.corpus.parties.get(party)
        return verdict(Finding.SAYS_NOT_WHO, party=about.label if about else party)
