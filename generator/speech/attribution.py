"""Whether the words of a passage are those of the speaker, or of the party, to whom evidence gives them.

Sources usually name the speaker near the words. Only what the text says for certain counts against a speaker, or that it names
somebody else nearer to the words, or nobody.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from generator.content.articles import Article
from generator.content.model import Evidence, Kind, Party, Source
from generator.content.model.attribution import joint_parties, speaker_id, speaks_for
from generator.evidence import Span
from generator.speech.name import Person, may_mean
from generator.speech.named_speakers import NamedSpeakers, is_named_before, nearest
from generator.speech.quotation_marks import Quotation
from generator.speech.sentence import Doubt
from generator.speech.speakers import By, Speech
from generator.speech.voices import source_speeches
from generator.speech.words import language_words

_DEFINITE = re.compile(r"(?:the|der|die|le|la|el|il|o|a|de)\s", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:an?|one|another|eine?|une?|una|uno|um|uma|een|en|ett|et)\s", re.IGNORECASE)
_NOT_SAID = (Doubt.DENIED, Doubt.QUOTED, Doubt.QUESTION)


class Problem(Enum):
    """Why words may not be those of a speaker or party."""

    INNER_MARKS = "they stand in marks of their own, inside somebody’s words"
    PRONOUN = "only a pronoun names the speaker, and it may mean somebody else"
    OTHER_SPEAKER = "the text names another speaker"
    OTHER_PARTY = "the text names a speaker of another party"
    NOT_CERTAIN = "the clause does not name the speaker for certain"
    OTHER_IS_NEARER = "the text names somebody else nearer to the words"
    NOT_NAMED = "the text does not name the speaker near the words"


@dataclass(frozen=True, slots=True)
class Misattribution:
    """A problem of the part of a passage at an index, and the utterance that shows it, if there is one."""

    problem: Problem
    segment: int = 0
    speech: Speech | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a passage should be: those of `person`, a speaker; without one, those of a party."""

    person: Person | None
    party: str


def expected_voice(
    source: Source,
    evidence: Evidence,
    party: str | None,
    parties: Mapping[str, Party],
    speakers: Mapping[str, Person],
) -> Voice | None:
    """Return whose words evidence of `source` should be, for a position of `party`; None if nothing says so.

    `speakers` are all in parties.yml, by identifier. If only the source names a speaker, and the speaker does not speak for the
    party, the words should be those of the party.
    """
    speaker = speaker_id(source, evidence)
    if (
        speaker
        and not evidence.speaker
        and party in parties
        and not speaks_for(parties, party or "", speaker)
    ):
        speaker = None
    person = speakers.get(speaker or "")
    is_joint = joint_parties(source, evidence)  # another check compares the parties
    if person or (speaker is None and party in parties and not is_joint):
        return Voice(person, party or "")
    return None


@dataclass(frozen=True)
class Attribution:
    """A source, everybody in parties.yml (`known`), the parties, and the speakers whom paragraphs may name."""

    source: Source
    known: Sequence[Person]
    parties: Mapping[str, Party]
    speakers: NamedSpeakers

    def first_problem(self, spans: Sequence[Span], kind: Kind, voice: Voice) -> Misattribution | None:
        """Return the problem of the first part of a passage, one of `spans`, that has one."""
        for number, span in enumerate(spans):
            if found := self._problem(span, kind, voice.person, voice.party):
                problem, speech = found
                return Misattribution(problem, number, speech)
        return None

    def _problem(self, span: Span, kind: Kind, person: Person | None, party: str) -> "_Found | None":
        """Return the problem if the words at `span` may not be those of `person`, or of `party`; else None."""
        speeches = self.speeches_with(span)
        for speech in speeches:
            if kind is Kind.QUOTE:
                problem = self._problem_of_quote(speech, span, person, party)
            else:
                is_inside = any(is_marked(part, span) for part in speech.quotations)
                problem = self._other_speaker(speech, person, party) if is_inside else None
            if problem:
                return problem, speech
        is_checked = kind is Kind.QUOTE and person is not None and not speeches
        problem = self._not_near(span, person, is_pronoun=False) if is_checked and person else None
        return (problem, None) if problem else None

    def _problem_of_quote(
        self, speech: Speech, span: Span, person: Person | None, party: str
    ) -> Problem | None:
        """Return the problem of words of a speech that evidence gives to `person`, or to `party`."""
        # In a speech, marks are the matter of another check.
        inner = [each for part in speech.quotations for each in part.inner if speech.by is not By.VOICE]
        if any(each.start <= span.start and span.end <= each.end for each in inner):
            return Problem.INNER_MARKS
        if problem := self._other_speaker(speech, person, party):
            return problem
        if person is None or (speech.by is not By.NONE and self._is_same(speech, person)):
            return None
        if speech.doubt and (is_clear := self._is_clear(speech, person)) is not None:
            return None if is_clear else Problem.NOT_CERTAIN
        return self._not_near(span, person, is_pronoun=speech.doubt is Doubt.PRONOUN)

    @property
    def article(self) -> Article:
        """Return the text of the source."""
        return self.source.article

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """All speeches of the text; computed only when a passage needs them."""
        return source_speeches(self.source, self.known)

    @cached_property
    def _by_paragraph(self) -> Mapping[int, Sequence[int]]:
        """The indexes of the speeches with words in a paragraph, by its number."""
        found: dict[int, list[int]] = {}
        for index, speech in enumerate(self.speeches):
            for part in speech.quotations:
                found.setdefault(part.paragraph, []).append(index)
        return found

    def speeches_with(self, span: Span) -> Sequence[Speech]:
        """Return the speeches that contain some of the words at `span`: a quotation rather than the sentence around it."""
        first, last = map(self.article.paragraph_at, (span.start, span.end))
        numbers = range(first.number, last.number + 1)
        indexes = {index for number in numbers for index in self._by_paragraph.get(number, ())}
        found = [
            speech
            for speech in map(self.speeches.__getitem__, sorted(indexes))
            if any(part.span.start < span.end and span.start < part.span.end for part in speech.quotations)
        ]
        inside = [speech for speech in found if any(is_marked(part, span) for part in speech.quotations)]
        return inside or found

    def _other_speaker(self, speech: Speech, person: Person | None, party: str) -> Problem | None:
        """Return the problem if a speech is certainly that of somebody else."""
        if speech.by is By.NONE or speech.name is None:
            return None
        if person is None:
            return self._other_party(speech, party)
        if self._is_same(speech, person) or (speech.person and not speech.person.speaker):
            return None
        return Problem.PRONOUN if speech.by is By.PRONOUN else Problem.OTHER_SPEAKER

    def _other_party(self, speech: Speech, party: str) -> Problem | None:
        """Return the problem if a passage without a speaker is certainly not that of `party`."""
        own = {party, *self.parties[party].part_of}
        own |= {each for each, about in self.parties.items() if party in about.part_of}
        is_joint = speech.by is By.VOICE and speech.person is None
        members = (person for person in self.known if person.party in own)
        if is_joint or speech.by is By.PRONOUN or any(self._is_same(speech, each) for each in members):
            return None
        return Problem.OTHER_PARTY

    def _is_same(self, speech: Speech, person: Person) -> bool:
        """Return whether a speech is that of `person`, or of somebody whose name may mean that person."""
        if speech.person or speech.name is None:
            return speech.person == person
        return may_mean(speech.name, person, language_words(self.source.about.language))

    def _is_clear(self, speech: Speech, person: Person) -> bool | None:
        """Return whether a clause that names nobody for certain means `person`, or certainly does not; else None."""
        is_mentioned = any(name.person == person for name in speech.mentioned)
        clause = speech.clause.lower()
        if speech.doubt is Doubt.JOINT:
            return is_mentioned
        if speech.doubt in _NOT_SAID or (speech.doubt is Doubt.PASSIVE and is_mentioned):
            return False
        if speech.doubt in (Doubt.ROLE, Doubt.AIDE, Doubt.LABEL):
            roles = map(str.lower, person.roles)
            is_role = any(role in clause or _DEFINITE.sub("", clause) in role for role in roles)
            others = {Doubt.ROLE: _INDEFINITE.match(clause), Doubt.AIDE: not _DEFINITE.match(clause)}
            is_other = is_mentioned or (not is_role and others.get(speech.doubt, True))
            return False if is_other else is_role or None
        return None

    def _not_near(self, span: Span, person: Person, *, is_pronoun: bool) -> Problem | None:
        """Return the problem if other speakers are named nearer to the words than `person`."""
        paragraph = self.article.paragraph_at(span.start)
        named = self.speakers.named(self.article, paragraph)
        first = nearest(self.article, named, span, paragraph)
        is_interviewed = self.source.about.speaker == person.speaker
        is_before = is_interviewed or is_named_before(self.article, person, paragraph)
        if (
            first == person
            or (is_before and (first is None or is_pronoun))
            or (is_pronoun and person in named)
        ):
            return None
        return Problem.OTHER_IS_NEARER if person in named and first else Problem.NOT_NAMED


_Found = tuple[Problem, Speech | None]


def is_marked(part: Quotation, span: Span) -> bool:
    """Return whether the words at `span` are inside the quotation marks of `part`."""
    return part.outer != part.span and part.span.start <= span.start and span.end <= part.span.end
