"""Who speaks where in a source: the quotations of an article, and every sentence of a speech or of a labelled transcript."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.content.articles import Article, Paragraph
from generator.content.model import LABELLED, Source, SourceKind
from generator.evidence import Span
from generator.evidence.inner_words import without_edges
from generator.speech.labels import label_end
from generator.speech.name import Name, Person
from generator.speech.names import names
from generator.speech.persons import Persons
from generator.speech.quotation_marks import Quotation, quotations, quoted
from generator.speech.sentence import Doubt
from generator.speech.speakers import By, Speech, speeches
from generator.speech.titles import is_role
from generator.speech.words import language_words, words_of

WITHOUT_MARKS = (SourceKind.SPEECH, SourceKind.POST)
"""Texts of one voice in which quotation marks may be around somebody else’s words."""
_LONGEST_NAME = 3  # words
_LABEL_MARKS = " .:：*>\n"


def source_speeches(source: Source, known: Sequence[Person]) -> tuple[Speech, ...]:
    """Return who says what in `source`, in the order of the text.

    In a text of one voice, and after a label, each sentence is an utterance without quotation marks. Quotations in it whose
    speaker is certain come beside it. The article keeps the result: several checks need it, and a preview again and again.
    """
    results, made_from = source.article.results, (source.about, known)
    if source_speeches not in results or results[source_speeches][0] != made_from:
        results[source_speeches] = made_from, _source_speeches(source, known)
    found: tuple[Speech, ...] = results[source_speeches][1]
    return found


def _source_speeches(source: Source, known: Sequence[Person]) -> tuple[Speech, ...]:
    language, has_turns = source.about.language, source.about.kind in LABELLED
    quoted = speeches(source.article, known, language, dialogue=has_turns)
    if not has_voices(source):
        return quoted
    spoken = list(_Voices(source, known).speeches())
    if not spoken:
        return quoted
    inside = {speech.quotations[0].paragraph for speech in spoken}
    beside = [
        speech
        for speech in quoted
        if speech.by is not By.NONE or speech.quotations[0].paragraph not in inside
    ]
    return tuple(sorted([*spoken, *beside], key=lambda speech: speech.quotations[0].span))


def has_voices(source: Source) -> bool:
    """Return whether people may speak in `source` without quotation marks, as in a speech or a transcript."""
    return bool(source.voices) or source.about.kind in LABELLED


def first_not_said(source: Source, known: Sequence[Person], spans: Sequence[Span]) -> int | None:
    """Return the index of the first of `spans` with words that nobody says in `source`; None if all are said.

    Said are words in quotation marks and, where people speak without marks, those of a voice: not a heading, or a note of the record.
    """
    article = source.article
    if not has_voices(source):
        language = source.about.language
        return next((at for at, span in enumerate(spans) if not quoted(article, span, language)), None)
    spoken = source_speeches(source, known)
    if all(part.outer != part.span for speech in spoken for part in speech.quotations):
        return None  # it has no labels
    words = (without_edges(article.text, span) for span in spans)
    return next((at for at, span in enumerate(words) if not is_spoken(article, spoken, span)), None)


def is_spoken(article: Article, spoken: Sequence[Speech], span: Span) -> bool:
    """Return whether all words at `span` are in `spoken`, what the voices of `article` say."""
    reached = span.start
    for part in sorted(
        (part for speech in spoken for part in speech.quotations), key=lambda part: part.outer
    ):
        if part.outer.end <= reached:
            continue
        if part.outer.start > reached and (
            reached == span.start or article.text[reached : part.outer.start].strip()
        ):
            break
        reached = part.outer.end
    return reached >= span.end


def is_repeated(article: Article, span: Span) -> bool:
    """Return whether the words at `span` of `article` are inside a quotation that is longer than a name and shorter than its paragraph."""
    for quotation in quotations(article):
        start, end = quotation.span
        if start <= span.start and span.end <= end:
            paragraph = article.paragraph_at(start)
            is_whole = start - paragraph.start <= 1 and paragraph.end - end <= 1
            return len(article.text[start:end].split()) > _LONGEST_NAME and not is_whole
    return False


@dataclass(frozen=True)
class _Voice:
    """Whose words follow: how the text says so, a name, and the entry in parties.yml."""

    by: By
    name: str | None
    person: Person | None
    label: str = ""

    @property
    def doubt(self) -> Doubt | None:
        """Return why the speaker is not certain. Who answers is known from the context, not from the label."""
        if self.by is not By.NONE:
            return None
        is_answer, is_letter = self.label.lower() in words_of("answers"), len(self.label) == 1
        return Doubt.OTHER if is_answer else Doubt.QUESTION if is_letter else Doubt.LABEL


@dataclass(frozen=True)
class _Voices:
    """A source in which people speak without quotation marks."""

    source: Source
    known: Sequence[Person]

    @property
    def article(self) -> Article:
        """Return the text."""
        return self.source.article

    @cached_property
    def persons(self) -> Persons:
        """The people whom the text names."""
        words = language_words(self.source.about.language)
        return Persons(self.article.prose, names(self.article, self.known, words), words)

    @cached_property
    def voice(self) -> _Voice:
        """Whose words the source says that they are."""
        about = self.source.about
        if about.parties:
            labels = [
                each.names[0] for each in self.known if each.speaker is None and each.party in about.parties
            ]
            return _Voice(By.VOICE, ", ".join(labels), None)
        own = (
            each for each in self.known if each.speaker == about.speaker and about.party in (None, each.party)
        )
        person = next(own, None)
        if person is None and about.speaker:  # a speaker of another party, for this one
            person = next((each for each in self.known if each.speaker == about.speaker), None)
        return _Voice(By.VOICE, person.names[0] if person else None, person)

    def speeches(self) -> Iterator[Speech]:
        """Yield the sentences of every voice."""
        voice = self.voice if self.source.voices else None
        for paragraph in self.article.paragraphs:
            start = paragraph.start + label_end(self.article.text[paragraph.start : paragraph.end])
            if start > paragraph.start and not self.source.voices:
                voice = self._labelled(Span(paragraph.start, start))
            if voice and self.article.text[start] not in "([":  # (Applause.)
                yield from self._sentences(paragraph, start, voice)

    def _sentences(self, paragraph: Paragraph, start: int, voice: _Voice) -> Iterator[Speech]:
        """Yield the sentences of a paragraph from `start` on."""
        marked = [each for each in self.quotations if each.paragraph == paragraph.number]
        for sentence_start, end in self.article.sentences(paragraph):
            begin = max(sentence_start, start)
            words = self.article.text[begin:end].rstrip()
            if not any(map(str.isalpha, words)):
                continue
            span = Span(begin, begin + len(words))
            inner = tuple(each.span for each in marked if span.start <= each.span.start < span.end)
            quotation = Quotation(span, span, paragraph.number, continues=False, inner=inner)
            yield Speech((quotation,), voice.by, voice.name, voice.person, voice.doubt, voice.label)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The words in quotation marks."""
        return quotations(self.article, self.source.about.language)

    def _labelled(self, span: Span) -> _Voice:
        """Return the voice that a label names: MR REED; Lord Ahmad (Con); The Chair; A."""
        label = self.article.text[span.start : span.end].strip(_LABEL_MARKS)
        bare = label.partition("(")[0].partition("[")[0].strip(_LABEL_MARKS)
        if bare.lower() in words_of("answers") and self.voice.person:
            return self.voice
        found = [
            name for name in self.persons.names if span.start <= name.span.start < span.start + len(bare)
        ]
        people = {name.person for name in found if name.person and name.person.speaker}
        people = people or {person for person in self.known if self._holds(person, bare)}
        if not people and is_role((bare.split() or [""])[-1]):  # The Chair (Ida Berg)
            inside = [name for name in self.persons.names if span.start <= name.span.start < span.end]
            people = {name.person for name in inside if name.person and name.person.speaker}
        if len(people) == 1:
            (person,) = people
            return _Voice(By.NAME, person.names[0], person, label)
        name = self.persons.longest(found[0]) if found else None
        if people or name is None or name.person or is_role(bare.split()[-1]) or len(bare) == 1:
            return _Voice(By.NONE, None, None, label)
        return _Voice(By.NAME, _shown(name, bare), None, label)

    def _holds(self, person: Person, label: str) -> bool:
        """Return whether a label is certainly the office of a speaker: THE PRIME MINISTER, Mayor of Lund.

        Every meeting has a chair or a president. An office of one word is that of the party to which the source belongs.
        """
        office, roles = _office(label), map(_office, person.roles)
        if person.speaker is None or office not in roles:
            return False
        about, of_party = self.source.about, [each for each in self.known if each.party == person.party]
        is_own = about.party == person.party or any(about.publisher in each.names for each in of_party)
        return is_own or " " in office


def _office(text: str) -> str:
    """Return an office in small letters, without its article."""
    return text.lower().removeprefix("the ")


def _shown(name: Name, label: str) -> str:
    """Return the name of somebody whom only a label names, in small letters: Ada Holm of Wimbledon; Reed for MR REED."""
    if not label.isupper() or " " not in label:
        return name.text
    return name.text.title() if name.title else label.title()
