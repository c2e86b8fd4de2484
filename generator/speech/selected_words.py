"""Selected words, and the offers that would settle a verdict on them: another selection, another kind, another speaker or party."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.content.articles import Article
from generator.content.model import Corpus, Kind, Source
from generator.content.model.attribution import speaks_for
from generator.evidence import Span
from generator.evidence.block import Refusal, write_block
from generator.evidence.inner_words import without_edges
from generator.fold import BLANK
from generator.speech.left_out import LeftOut
from generator.speech.name import Person
from generator.speech.omitted_words import Omitted, omitted
from generator.speech.reading import Reading
from generator.speech.verdicts import Action, Offer

_MOST_NAMED = 3  # people whom a pronoun may mean, to choose from


def trimmed(article: Article, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return `spans` within the text, without the white space at their ends; those without characters are left out."""
    found = (without_blanks(article.text, max(0, start), end) for start, end in spans)
    return tuple(span for span in found if span.start < span.end)


def without_blanks(text: str, start: int, end: int) -> Span:
    """Return the span from `start` to `end` without the white space at its ends."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(BLANK))
    return Span(first, max(first, start + len(words.rstrip(BLANK))))


@dataclass(frozen=True)
class SelectedWords:
    """Selected words with what is known about their source, and the offers that would settle a verdict on them."""

    source: Source
    corpus: Corpus
    spans: tuple[Span, ...]
    kind: Kind
    party: str | None
    reading: Reading

    @property
    def article(self) -> Article:
        """Return the text of the source."""
        return self.source.article

    @cached_property
    def bare(self) -> tuple[Span, ...]:
        """The spans from the first to the last letter or digit of each part."""
        return tuple(without_edges(self.article.text, span) for span in self.spans)

    def words_at(self, index: int) -> str:
        """Return the words of a part on one line."""
        return self.words(self.spans[index])

    def words(self, span: Span) -> str:
        """Return the words at a span on one line."""
        return " ".join(self.article.text[slice(*span)].split())

    def label(self, party: str) -> str:
        """Return the name of a party for a sentence; its identifier if parties.yml does not have it."""
        return self.corpus.parties[party].label if party in self.corpus.parties else party

    def cut_word(self, span: Span, whole: Span) -> str:
        """Return the word or number that a part cuts: the first, if it cuts two."""
        text = self.article.text
        at = span.start if whole.start < span.start else span.end
        start, end = at, at
        while start > whole.start and not text[start - 1].isspace():
            start -= 1
        while end < whole.end and not text[end].isspace():
            end += 1
        return self.words(Span(start, end))

    def sentence(self, index: int) -> Span:
        """Return the sentence of a part; of a quote, as far as it is inside the same marks."""
        span = self.spans[index]
        start, end = self.article.sentence_at(span.start)[0], self.article.sentence_at(span.end - 1)[1]
        quotation = self.reading.surroundings.quotation_at(span.start)
        if quotation and self.kind is Kind.QUOTE:
            start, end = max(start, quotation.span.start), min(end, quotation.span.end)
        return without_blanks(self.article.text, min(start, span.start), max(end, span.end))

    def with_part(self, index: int, span: Span) -> tuple[Span, ...]:
        """Return the selection with `span` as the part at `index`, without parts that it covers."""
        others = [
            other
            for at, other in enumerate(self.spans)
            if at != index and (other.end <= span.start or span.end <= other.start)
        ]
        return tuple(sorted([*others, span]))

    def select(self, action: Action, spans: Sequence[Span], kind: Kind | None = None) -> tuple[Offer, ...]:
        """Return the offer of a selection, if it is another one and can be evidence."""
        spans = trimmed(self.article, spans)
        is_new = spans != self.spans or kind not in (None, self.kind)
        if not is_new or isinstance(write_block(self.article, kind or self.kind, spans), Refusal):
            return ()
        return (Offer(action, spans=spans, kind=kind),)

    def report(self, index: int) -> tuple[Offer, ...]:
        """Return the offer to report the whole sentence around a part, with its quotation, instead of quoting it."""
        span = self.spans[index]
        quotation = self.reading.surroundings.quotation_at(span.start)
        outer = quotation.outer if quotation else span
        start = self.article.sentence_at(min(outer.start, span.start))[0]
        end = self.article.sentence_at(max(outer.end, span.end) - 1)[1]
        sentence = without_blanks(self.article.text, start, end)
        return self.select(Action.REPORT, (sentence,), Kind.REPORTED)

    def along_with(self, found: LeftOut) -> tuple[Offer, ...]:
        """Return the selections with what is left out: the words, else their whole sentence as a report."""
        where, spans = omitted(self.reading.surroundings, self.spans, found, is_quote=self.kind is Kind.QUOTE)
        action = Action.TAKE_BETWEEN if where is Omitted.BETWEEN else Action.TAKE_ALONG
        offers = self.select(action, spans) if spans else ()
        return offers or self.report(found.segment)

    def it_is(self, person: Person | None, name: str) -> tuple[Offer, ...]:
        """Return the offer that a speaker of parties.yml says the words: for the party of the position, if the speaker may."""
        if person is None or person.speaker is None:
            return ()
        stays = self.party and speaks_for(self.corpus.parties, self.party, person.speaker)
        party = self.party if stays else person.party
        return (Offer(Action.IT_IS, speaker=person.speaker, party=party, name=name),)

    def for_other_party(self, party: str, speaker: str | None) -> tuple[Offer, ...]:
        """Return the offer to use the words for the party that says them."""
        name = self.label(party)
        return (Offer(Action.FOR_OTHER_PARTY, party=party, speaker=speaker, name=name),)

    def named_before(self, span: Span) -> Iterator[Offer]:
        """Yield an offer for each speaker of parties.yml whom the paragraph names before a pronoun, the nearest first."""
        start = self.article.paragraph_at(span.start).start
        before = [name for name in self.reading.names if start <= name.span.start < span.start]
        persons = dict.fromkeys(name.person for name in reversed(before) if name.person)
        for person in list(persons)[:_MOST_NAMED]:
            yield from self.it_is(person, person.names[0])


def in_order(spans: Sequence[Span]) -> list[Span]:
    """Return spans in the order of the text, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
