"""Find who says each quotation of a stored text, from the verbs and word order that newspapers use.

A speaker is named only where the grammar of the sentence is certain (`generator.speech.grammar`), or where a pronoun can
mean one person alone. Otherwise the speaker is not clear: nothing is guessed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from generator.content.articles import Article
from generator.evidence import Span
from generator.speech.grammar import subject_of
from generator.speech.name import Name, Person
from generator.speech.names import names
from generator.speech.persons import Persons
from generator.speech.quotation_marks import Quotation, quotations
from generator.speech.sentence import Doubt, Sentence, Subject
from generator.speech.titles import is_headline
from generator.speech.tokens import Token, tokens
from generator.speech.words import LanguageWords, language_words, words_for
from generator.speech.works import is_title_of_work

_MOST_TOKENS = 80  # of a sentence, on each side of a quotation
_LONGEST_BREAK = 200  # characters of a clause that interrupts a quotation
_SECOND_SUBJECT = re.compile("[VU].*,.*[NP][LEXp]*[VU]|[VU].*,[^,]*N[^,]*:$")  # said Holm, with Lind adding
_ASKED = re.compile(r"\b(?:asked|asks|wondered|fragte|demand|pregunt|chiese|chiesto)")
_MEANWHILE = re.compile(r"\b(?:as|while|when|before|after|während|als|pendant|mientras|mentre)\b")
_ANOTHER = re.compile("k.*N(?![ra])")


class By(StrEnum):
    """How a text identifies the speaker."""

    NAME = "name"
    PRONOUN = "pronoun"
    VOICE = "voice"
    """The source says whose words the whole text is."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Speech:
    """One utterance: quotations that a clause interrupts, or that continue in the next paragraph.

    `name` is the speaker's longest name in the text, or the name in parties.yml; None if the speaker is not clear.
    `person` is the entry of parties.yml. If a clause is there but names nobody for certain, `doubt` says why, and `mentioned` are
    the names in it. `clause` is the part of it that stands for the speaker, if that is no name.
    """

    quotations: tuple[Quotation, ...]
    by: By
    name: str | None
    person: Person | None
    doubt: Doubt | None = None
    clause: str = ""
    mentioned: tuple[Name, ...] = ()


def speeches(
    article: Article, known: Sequence[Person], language: str = "en", *, dialogue: bool = False
) -> tuple[Speech, ...]:
    """Return all utterances of `article` in order; each quotation belongs to exactly one.

    With `dialogue`, a paragraph that begins with a dash is a quotation too.
    """
    words = language_words(language)
    found = quotations(article, language, dialogue=dialogue)
    return tuple(_Reader(article, names(article, known, words), words, found).speeches())


class _Paragraph(NamedTuple):
    """A paragraph: the words of its language, its tokens and their letters, the index of each quotation by its start."""

    words: LanguageWords
    tokens: list[Token]
    kinds: str
    places: dict[int, int]
    is_headline: bool

    def between(self, first: Quotation, second: Quotation) -> str:
        """Return the letters of the tokens between two quotations."""
        return self.kinds[self.places[first.outer.start] + 1 : self.places[second.outer.start]]


@dataclass
class _Reader:
    """Reads one text from the first quotation to the last, and remembers who spoke."""

    article: Article
    names: Sequence[Name]
    words: LanguageWords
    quotations: Sequence[Quotation]
    spoke: dict[str, int] = field(default_factory=dict)
    """Everybody who spoke so far, with the number of the paragraph."""
    paragraphs: dict[int, "_Paragraph"] = field(default_factory=dict)
    clauses: dict[tuple[int, int, int | None], Subject | None] = field(default_factory=dict)
    """The subjects of the clauses beside quotations, by where these start."""

    @cached_property
    def persons(self) -> Persons:
        """The people whom the text names."""
        return Persons(self.article.text, self.names, self.words)

    @cached_property
    def quotations_of(self) -> dict[int, list[Quotation]]:
        """The quotations of each paragraph, by its number."""
        found: dict[int, list[Quotation]] = {}
        for quotation in self.quotations:
            found.setdefault(quotation.paragraph, []).append(quotation)
        return found

    @cached_property
    def name_starts(self) -> list[int]:
        """Where each name starts."""
        return [name.span.start for name in self.names]

    def speeches(self) -> Iterator[Speech]:
        """Yield the utterances in order."""
        last: Speech | None = None
        for group in self._groups():
            subject = self._subject(group) or self._said_by_label(group[0])
            is_title = is_title_of_work(self.article.text, group, self.words)
            if is_title and not (subject and subject.is_label):
                subject = None
            if subject is None and last and self._continues(last, group):
                last = replace(last, quotations=tuple(group))
            else:
                last = self._speech(group, subject)
            yield last

    def _paragraph(self, number: int) -> "_Paragraph":
        """Return what the paragraph with a number consists of."""
        if number not in self.paragraphs:
            paragraph = self.article.paragraphs[number - 1]
            span = Span(paragraph.start, paragraph.end)
            text = self.article.prose[span.start : span.end]
            first, last = (bisect_left(self.name_starts, offset) for offset in span)
            outer = [quotation.outer for quotation in self.quotations_of.get(number, ())]
            words = words_for(text, self.words)
            found = tokens(self.article.prose, span, self.names[first:last], outer, words)
            kinds = "".join([token.kind for token in found])
            places = {token.start: index for index, token in enumerate(found) if token.kind == "q"}
            self.paragraphs[number] = _Paragraph(
                words, found, kinds, places, is_headline(self.article.text, paragraph)
            )
        return self.paragraphs[number]

    def _groups(self) -> Iterator[list[Quotation]]:
        """Yield the quotations of each utterance."""
        group: list[Quotation] = []
        for quotation in self.quotations:
            goes_on = group and (quotation.continues or self._is_interrupted(group[-1], quotation))
            if group and (not goes_on or self._label_inside(quotation) is not None):
                yield group
                group = []
            group.append(quotation)
        if group:
            yield group

    def _is_interrupted(self, first: Quotation, second: Quotation) -> bool:
        """Return whether only a reporting clause separates two quotations of one sentence."""
        start, end = first.outer.end, second.outer.start
        if first.paragraph != second.paragraph or end - start > _LONGEST_BREAK:
            return False
        between = self._paragraph(first.paragraph).between(first, second)
        is_new = "." in between or ("?" in between and between[-1] == ":")
        if not between or between[-1] not in ",-:" or is_new:
            return not between
        if _SECOND_SUBJECT.search(between):
            return False
        subject = self._clause(first, first, before=second)
        return subject is not None and (
            subject.name is not None or subject.is_pronoun or subject.doubt is not Doubt.OTHER
        )

    def _subject(self, group: Sequence[Quotation]) -> Subject | None:
        """Return the subject of the clause that goes with an utterance."""
        first, last = group[0], group[-1]
        if len(group) > 1 and not group[1].continues:
            return self._clause(first, first, before=group[1])
        if first.paragraph == last.paragraph:
            return self._clause(first, last) or self._paragraph_before(first)
        return self._clause(first, first) or self._clause(last, last)

    def _label_inside(self, quotation: Quotation) -> Name | None:
        """Return the name in the label that begins a part of a quoted transcript: “HOLM: We stay.”."""
        index = bisect_left(self.name_starts, quotation.span.start)
        name = self.names[index] if index < len(self.names) else None
        is_first = name is not None and name.span.start == quotation.span.start and name.text.isupper()
        return name if name and is_first and self.article.text.startswith(": ", name.span.end) else None

    def _said_by_label(self, quotation: Quotation) -> Subject | None:
        """Return the speaker by the label inside the marks, if it is certainly a name."""
        name = self._label_inside(quotation)
        is_name = name is not None and (name.is_certain or self._is_in_transcript(name))
        return Subject(name.span, name, is_label=True) if name and is_name else None

    def _is_in_transcript(self, label: Name) -> bool:
        """Return whether a label stands in a quoted transcript: more than once, beside other labels."""
        labels = [found.text for quotation in self.quotations if (found := self._label_inside(quotation))]
        return labels.count(label.text) > 1 and len(set(labels)) > 1

    def _paragraph_before(self, first: Quotation) -> Subject | None:
        """Return the subject of a clause that ends the paragraph before with a colon."""
        number = first.paragraph - 1
        starts_paragraph = first.outer.start == self.article.paragraphs[number].start
        before = self._paragraph(number) if number and starts_paragraph else None
        if before is None or not before.kinds.endswith(":"):
            return None
        kinds = before.kinds[-_MOST_TOKENS:]
        start = max(kinds.rfind(".", 0, -1), kinds.rfind("?", 0, -1)) + 1
        sentence_tokens = [*before.tokens[-_MOST_TOKENS:][start:], Token("q", *first.outer)]
        last = len(sentence_tokens) - 1
        return subject_of(
            Sentence(self.article.text, sentence_tokens, f"{kinds[start:]}Q", last, last, before.words)
        )

    def _clause(self, first: Quotation, last: Quotation, before: Quotation | None = None) -> Subject | None:
        """Return the subject of the clause beside quotations of one paragraph, up to the quotation `before`."""
        key = (first.outer.start, last.outer.start, before.outer.start if before else None)
        if key not in self.clauses:
            self.clauses[key] = subject_of(self._sentence(first, last, before))
        return self.clauses[key]

    def _sentence(self, first: Quotation, last: Quotation, before: Quotation | None) -> Sentence:
        """Return the sentence with quotations of one paragraph, up to the quotation `before`."""
        paragraph = self._paragraph(first.paragraph)
        kinds, places = paragraph.kinds, paragraph.places
        begin, end = places[first.outer.start], places[last.outer.start]
        limit = places[before.outer.start] if before else len(kinds)
        lowest, highest = max(0, begin - _MOST_TOKENS), min(limit, end + _MOST_TOKENS)
        start = max(kinds.rfind(".", lowest, begin), kinds.rfind("?", lowest, begin), lowest - 1) + 1
        stop = kinds.find(".", end + 1, highest)
        stop = highest if stop < 0 else stop
        return Sentence(
            self.article.text,
            paragraph.tokens[start:stop],
            f"{kinds[start:begin]}{'Q' * (end - begin + 1)}{kinds[end + 1 : stop]}",
            begin - start,
            end - start,
            paragraph.words,
            paragraph.is_headline,
        )

    def _continues(self, last: Speech, group: Sequence[Quotation]) -> bool:
        """Return whether a quotation without a clause continues the last speech, as a sentence of its own."""
        previous, first = last.quotations[-1], group[0]
        if last.by is By.NONE or previous.paragraph != first.paragraph:
            return False
        kinds = self._paragraph(first.paragraph).between(previous, first)
        text = self.article.text[previous.outer.end : first.outer.start]
        is_question = self.article.text[previous.span.end - 1] in "?؟？" and _ASKED.search(text) is not None
        is_sentence = self.article.text[first.span.start].isupper() or not self.words.spaces
        if re.fullmatch(r"\??[^.?]*\.", kinds) and is_sentence:
            return not is_question and not (_MEANWHILE.search(text) and _ANOTHER.search(kinds))
        return kinds in ("c", ",", ",c")

    def _speech(self, group: Sequence[Quotation], subject: Subject | None) -> Speech:
        if subject is None:
            return Speech(tuple(group), By.NONE, None, None)
        name = subject.name and self.persons.longest(subject.name)
        if subject.is_pronoun:
            name = self._person_of_pronoun(subject.span)
        if name is None:
            clause = self.article.text[subject.span.start : subject.span.end]
            doubt = subject.doubt or Doubt.PRONOUN
            return Speech(tuple(group), By.NONE, None, None, doubt, clause, subject.names)
        self.spoke[name.text] = group[0].paragraph
        return Speech(
            quotations=tuple(group),
            by=By.NAME if subject.name else By.PRONOUN,
            name=name.text,
            person=name.person,
            clause="" if subject.name else self.article.text[subject.span.start : subject.span.end],
        )

    def _person_of_pronoun(self, pronoun: Span) -> Name | None:
        """Return the only person whom a pronoun can mean: one named before it, in its paragraph or the one before."""
        number = self.article.paragraph_at(pronoun.start).number
        word = self.article.text[pronoun.start : pronoun.end]
        found = self._paragraph(number).tokens
        own = found[: bisect_left(found, pronoun.start, key=lambda token: token.start)][-_MOST_TOKENS:]
        before = self._paragraph(number - 1).tokens[-_MOST_TOKENS:] if number > 1 else []
        return self.persons.of_pronoun(word, before, own, self.spoke)
