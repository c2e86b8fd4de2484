"""Find who says each quotation of a stored text, from the verbs and word order that newspapers use.

The clause with the reporting verb comes after the quotation (“…,” said Ada Holm), before it (Ada Holm said: “…”) or
inside it. Its subject is the speaker; a person who is only addressed, or only owns something (“Holm’s adviser”), is not.
A pronoun means the last speaker that fits. Otherwise the speaker stays unknown: nothing is guessed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from generator.content.articles import Article
from generator.evidence import Span
from generator.speech.clauses import Clauses, Subject
from generator.speech.names import Name, Person, names
from generator.speech.quotation_marks import Quotation, quotations
from generator.speech.words import language_words

_LONGEST_BREAK = 200  # characters of a clause that interrupts a quotation
_CLAUSE_STARTS = (",", "،", "，", ":", "–", "—")


class By(StrEnum):
    """How a text identifies the speaker."""

    NAME = "name"
    PRONOUN = "pronoun"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Speech:
    """One utterance: quotations that a clause interrupts, or that continue in the next paragraph.

    `name` is the speaker's longest name in the text, or the name in parties.yml; None if the speaker is unknown.
    `person` is the entry of parties.yml.
    """

    quotations: tuple[Quotation, ...]
    by: By
    name: str | None
    person: Person | None


def speeches(article: Article, known: Sequence[Person], language: str = "en") -> tuple[Speech, ...]:
    """Return all utterances of `article` in order; each quotation belongs to exactly one."""
    clauses = Clauses(article.prose, names(article, known), language_words(language))
    return tuple(_Reader(article, clauses).speeches())


@dataclass
class _Reader:
    """Reads one text from the first quotation to the last, and remembers who spoke."""

    article: Article
    clauses: Clauses
    longest_names: dict[str, Name] = field(default_factory=dict)
    """The longest form of each name."""
    speakers: list[tuple[Name, int]] = field(default_factory=list)
    """Everybody who spoke so far, with the number of the paragraph."""

    def speeches(self) -> Iterator[Speech]:
        """Yield the utterances in order."""
        groups = list(self._groups())
        last: Speech | None = None
        for index, group in enumerate(groups):
            start = groups[index - 1][-1].outer.end if index else 0
            end = groups[index + 1][0].outer.start if index + 1 < len(groups) else len(self.article.text)
            subject = self._subject(group, start, end)
            if subject is None and last and self._continues(last, group):
                last = replace(last, quotations=tuple(group))
            else:
                last = self._speech(group, subject)
            yield last

    def _groups(self) -> Iterator[list[Quotation]]:
        """Yield the quotations of each utterance."""
        group: list[Quotation] = []
        for quotation in quotations(self.article):
            if group and not (quotation.continues or self._is_interrupted(group[-1], quotation)):
                yield group
                group = []
            group.append(quotation)
        if group:
            yield group

    def _is_interrupted(self, first: Quotation, second: Quotation) -> bool:
        """Return whether only a reporting clause separates two quotations of one sentence."""
        start, end = first.outer.end, second.outer.start
        between = self.article.text[start:end].rstrip()
        return (
            first.paragraph == second.paragraph
            and len(between) <= _LONGEST_BREAK
            and (not between or between.endswith(_CLAUSE_STARTS))
            and not self.clauses.has_sentence_end(start, end)
            and self.clauses.after(start, end) is not None
        )

    def _subject(self, group: Sequence[Quotation], start: int, end: int) -> Subject | None:
        """Return the subject of the clause inside, after or before the utterance, between two offsets."""
        first, last = group[0], group[-1]
        if len(group) > 1 and not group[1].continues:
            inside = self.clauses.after(first.outer.end, group[1].outer.start)
            if inside:
                return inside
        paragraph = self.article.paragraphs[last.paragraph - 1]
        after = self.clauses.after(last.outer.end, min(end, paragraph.end))
        start = max(start, self.article.paragraphs[first.paragraph - 1].start)
        before = self.clauses.before(start, first.outer.start)
        if after and before:  # after a comma, the clause continues the sentence of the quotation
            return after if self.article.text[last.span.end - 1] in ",?!，" else before
        return after or before or self.clauses.inside(first.span.start, last.span.end)

    def _continues(self, last: Speech, group: Sequence[Quotation]) -> bool:
        """Return whether quotations without a clause continue the last speech, as a sentence or a paragraph of their own."""
        previous, first = last.quotations[-1], group[0]
        if last.by is By.NONE:
            return False
        if previous.paragraph != first.paragraph:
            paragraph = self.article.paragraphs[first.paragraph - 1]
            fills_paragraph = (first.outer.start, group[-1].outer.end) == (paragraph.start, paragraph.end)
            return fills_paragraph and first.paragraph == previous.paragraph + 1
        text = self.article.text
        between = text[previous.outer.end : first.outer.start].strip()
        if text[first.span.start].isupper() and between[-1:] in (".", "", "。"):
            return ". " not in between
        return self.clauses.continues(previous.outer.end, first.outer.start)

    def _speech(self, group: Sequence[Quotation], subject: Subject | None) -> Speech:
        name: Name | None = None
        if subject:
            name = self._longest(subject.name) if subject.name else self._person_of_pronoun(subject.span)
        if subject is None or name is None:
            return Speech(tuple(group), By.NONE, None, None)
        self.speakers.append((name, group[0].paragraph))
        return Speech(
            quotations=tuple(group),
            by=By.NAME if subject.name else By.PRONOUN,
            name=name.text,
            person=name.person,
        )

    def _longest(self, name: Name) -> Name:
        """Return a name in its longest form in the text; the name of a known speaker as in parties.yml."""
        if name.person is not None and name.person.speaker is not None:
            return replace(name, text=name.person.names[0])
        if name.text not in self.longest_names:
            ending = f" {name.text}"
            same = [
                other
                for other in self.clauses.names
                if other.text == name.text or other.text.endswith(ending)
            ]
            self.longest_names[name.text] = max(same, key=lambda other: len(other.text), default=name)
        longest = self.longest_names[name.text]
        return replace(
            name, text=longest.text, person=name.person or longest.person, title=name.title or longest.title
        )

    def _person_of_pronoun(self, pronoun: Span) -> Name | None:
        """Return the person whom a pronoun means: one named before it in its paragraph, otherwise the last speaker."""
        paragraph = self.article.paragraph_at(pronoun.start)
        recent = (name for name, number in reversed(self.speakers) if number >= paragraph.number - 2)
        last_speaker = next(recent, None)
        start = self.article.paragraphs[max(0, paragraph.number - 2)].start
        persons = [
            self._longest(name)
            for name in self.clauses.names_between(start, pronoun.start)
            if not name.owns and self._is_person(name)
        ]
        here = [name for name in persons if name.span.start >= paragraph.start]
        if here and (last_speaker is None or all(name.text != last_speaker.text for name in here)):
            return here[0]
        return last_speaker or (persons[-1] if persons else None)

    def _is_person(self, name: Name) -> bool:
        """Return whether a name is probably a person's: a known speaker, a title or several words."""
        if name.person is not None:
            return name.person.speaker is not None
        return bool(name.title) or " " in self._longest(name).text
