"""The source does not say that the speaker or the party of a passage says these words.

Sources usually name the speaker near the words. If the source names somebody else there, or nobody, the words may be
attributed to the wrong person. The check looks at every part of a quote, also without `speaker`: then the words must be
those of the party of the position; so must those of a speech. A `reported` or `assessment` passage may not be another party's quotation.

Wrong, if the source has: “We will open the bridge in May,” Ada Vale said.

```yaml
- {source: report, quote: We will open the bridge in May, speaker: bo-lind}
```

Right:

```yaml
- {source: report, quote: We will open the bridge in May, speaker: ada-vale}
```

The check looks for the speaker's name, surname, `aliases` and role in `briefings/parties.yml`. If the source uses another name, add it
to the aliases. A spokesman for somebody is not that person. Words that somebody denied, or that stand in marks of their own inside a
quotation, are not certainly the speaker's. If only the context says who spoke, and you are sure, ignore the warning. To see
which speakers the program finds in a source, run `briefing quotes SOURCE`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.checks.content import Citation, Content, Diagnostics, rule
from generator.checks.named_speakers import NamedSpeakers, is_named_before, nearest
from generator.content.articles import Article
from generator.content.model import Kind, Party, Source
from generator.content.model.attribution import joint_parties, speaker_id, speaks_for
from generator.evidence import Span
from generator.evidence.hint_text import excerpt
from generator.location import Location
from generator.speech.name import Person, may_mean
from generator.speech.quotation_marks import Quotation
from generator.speech.sentence import Doubt
from generator.speech.speakers import By, Speech
from generator.speech.voices import source_speeches
from generator.speech.words import language_words

RULE = rule("W426", __name__, __doc__)
_SHOWN = 100  # characters before and after the words, in a hint
_DEFINITE = re.compile(r"(?:the|der|die|le|la|el|il|o|a|de)\s", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:an?|one|another|eine?|une?|una|uno|um|uma|een|en|ett|et)\s", re.IGNORECASE)
_NOT_SAID = (Doubt.DENIED, Doubt.QUOTED, Doubt.QUESTION)
_IGNORE = "Check who spoke; if the speaker is right, ignore this warning."

Problem = tuple[str, str]  # message and hint


def check(content: Content) -> Diagnostics:
    """Look for the speaker of every part of every passage that has a speaker or a party."""
    parties = content.corpus.parties
    known = content.people
    speakers = {person.speaker: person for person in known if person.speaker}
    names = NamedSpeakers(known)
    for source, citations in content.citations:
        text = _SourceText(source, known, parties, names)
        problems: dict[tuple[object, ...], tuple[int, Problem] | None] = {}  # of equal passages
        for citation in citations:
            kind, party = citation.evidence.kind, citation.use.party
            speaker = _speaker(parties, source, citation)
            person = speakers.get(speaker or "")
            is_joint = joint_parties(source, citation.evidence)  # another check compares the parties
            if not (person or (speaker is None and party in parties and not is_joint)):
                continue
            key = (citation.spans, kind, speaker, party)
            if key not in problems:
                problems[key] = text.first_problem(citation.spans, kind, person, party or "")
            if found := problems[key]:
                number, problem = found
                yield RULE.at(_location(citation, number), *problem)


def _speaker(parties: Mapping[str, Party], source: Source, citation: Citation) -> str | None:
    """Return who says a passage, as its evidence or its source names them.

    None if only the source does, and names somebody who does not speak for the party of the position.
    """
    speaker, party = speaker_id(source, citation.evidence), citation.use.party
    if speaker is None or citation.evidence.speaker or party is None or party not in parties:
        return speaker
    return speaker if speaks_for(parties, party, speaker) else None


def _location(citation: Citation, number: int) -> Location:
    """Return the location of the speaker, or of the part of a passage with a number."""
    evidence = citation.evidence
    return (
        evidence.segment_location(number) if number or not evidence.speaker else evidence.location("speaker")
    )


@dataclass(frozen=True)
class _SourceText:
    """A source, everybody in parties.yml (`known`), the parties, and the speakers whom paragraphs may name."""

    source: Source
    known: Sequence[Person]
    parties: Mapping[str, Party]
    speakers: NamedSpeakers

    def first_problem(
        self, spans: Sequence[Span], kind: Kind, person: Person | None, party: str
    ) -> tuple[int, Problem] | None:
        """Return the number and the problem of the first part of a passage that has one."""
        for number, span in enumerate(spans):
            if problem := self.problem(span, kind, person, party):
                return number, problem
        return None

    def problem(self, span: Span, kind: Kind, person: Person | None, party: str) -> Problem | None:
        """Return message and hint if the words at `span` may not be those of `person`, or of `party`; else None."""
        speeches = self.speeches_with(span)
        for speech in speeches:
            if kind is Kind.QUOTE:
                problem = self.quote_problem(speech, span, person, party)
            else:
                is_inside = any(is_marked(part, span) for part in speech.quotations)
                problem = self.other_speaker(speech, span, person, party) if is_inside else None
            if problem:
                return problem
        is_checked = kind is Kind.QUOTE and person is not None and not speeches
        return self.not_near(span, person, is_pronoun=False) if is_checked and person else None

    def quote_problem(self, speech: Speech, span: Span, person: Person | None, party: str) -> Problem | None:
        """Return the problem of words of a speech that evidence gives to `person`, or to `party`."""
        # In a speech, marks are the matter of another check.
        inner = [each for part in speech.quotations for each in part.inner if speech.by is not By.VOICE]
        if any(each.start <= span.start and span.end <= each.end for each in inner):
            message = f"in {self.article.id} these words stand in quotation marks of their own, inside somebody’s words"
            return message, self.hint(span, "They may be the words of somebody else.", _IGNORE)
        if problem := self.other_speaker(speech, span, person, party):
            return problem
        if person is None or (speech.by is not By.NONE and self.is_same(speech, person)):
            return None
        if speech.doubt and (is_clear := self.is_clear(speech, person)) is not None:
            return None if is_clear else self.not_certain(span, person, speech.doubt)
        return self.not_near(span, person, is_pronoun=speech.doubt is Doubt.PRONOUN)

    @property
    def article(self) -> Article:
        """Return the text of the source."""
        return self.source.article

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """All speeches of the text; computed only when a passage needs them."""
        return source_speeches(self.source, self.known)

    @cached_property
    def by_paragraph(self) -> Mapping[int, Sequence[int]]:
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
        indexes = {index for number in numbers for index in self.by_paragraph.get(number, ())}
        found = [
            speech
            for speech in map(self.speeches.__getitem__, sorted(indexes))
            if any(part.span.start < span.end and span.start < part.span.end for part in speech.quotations)
        ]
        inside = [speech for speech in found if any(is_marked(part, span) for part in speech.quotations)]
        return inside or found

    def other_speaker(self, speech: Speech, span: Span, person: Person | None, party: str) -> Problem | None:
        """Return the problem if a speech is certainly that of somebody else."""
        if speech.by is By.NONE or speech.name is None:
            return None
        if person is None:
            return self.other_party(speech, span, party)
        if self.is_same(speech, person) or (speech.person and not speech.person.speaker):
            return None
        if speech.by is By.PRONOUN:
            message = f"only a pronoun names the speaker of these words in {self.article.id}, and it may not mean {person.names[0]}"
            return message, self.hint(
                span, "Check whom the pronoun means; if the speaker is right, ignore this warning."
            )
        message = (
            f"{self.article.id} names {speech.name} as the speaker of these words, not {person.names[0]}"
        )
        return message, self.hint(span, self.advice(speech, party))

    def advice(self, speech: Speech, party: str) -> str:
        """Return what to do with words of somebody else, cited for `party`."""
        if speech.person is None or speech.person.speaker is None:
            return _IGNORE
        advice = f"If the source is right, write: speaker: {speech.person.speaker}"
        if party not in self.parties or speaks_for(self.parties, party, speech.person.speaker):
            return advice
        other = self.parties[speech.person.party].label
        return f"{advice}\n{speech.name} speaks for {other}, so the words belong to a position of {other}."

    def other_party(self, speech: Speech, span: Span, party: str) -> Problem | None:
        """Return the problem if a passage without a speaker is certainly not that of `party`."""
        own = {party, *self.parties[party].part_of}
        own |= {each for each, about in self.parties.items() if party in about.part_of}
        is_joint = speech.by is By.VOICE and speech.person is None
        members = (person for person in self.known if person.party in own)
        if is_joint or speech.by is By.PRONOUN or any(self.is_same(speech, each) for each in members):
            return None
        label = self.parties[party].label
        message = f"{self.article.id} names {speech.name} as the speaker of these words, who does not speak for {label}"
        if speech.person:
            other = self.parties[speech.person.party].label
            return message, self.hint(span, f"{speech.name} speaks for {other}. Cite words of {label}.")
        advice = f"If {speech.name} speaks for {label}, add the name in briefings/parties.yml; else cite other words."
        return message, self.hint(span, advice)

    def is_same(self, speech: Speech, person: Person) -> bool:
        """Return whether a speech is that of `person`, or of somebody whose name may mean that person."""
        if speech.person or speech.name is None:
            return speech.person == person
        return may_mean(speech.name, person, language_words(self.source.about.language))

    def is_clear(self, speech: Speech, person: Person) -> bool | None:
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

    def not_certain(self, span: Span, person: Person, doubt: Doubt) -> Problem:
        """Return the problem of a clause that does not name the speaker for certain."""
        reason = f"{doubt[0].upper()}{doubt[1:]}."
        message = f"it is not certain in {self.article.id} that {person.names[0]} says these words"
        return message, self.hint(span, reason, _IGNORE)

    def not_near(self, span: Span, person: Person, *, is_pronoun: bool) -> Problem | None:
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
        if person in named and first:
            message = f"{self.article.id} names somebody else nearer to these words than {person.names[0]}"
            return message, self.hint(span, _IGNORE)
        advice = "Check who spoke. If the source uses another name, add it to the speaker’s aliases in briefings/parties.yml."
        return f"{self.article.id} does not name {person.names[0]} near these words", self.hint(span, advice)

    def hint(self, span: Span, *lines: str) -> str:
        """Return the words in their place, and lines of advice."""
        return "\n".join([f"The source: {excerpt(self.article, span, reach=_SHOWN)}", *lines])


def is_marked(part: Quotation, span: Span) -> bool:
    """Return whether the words at `span` are inside the quotation marks of `part`."""
    return part.outer != part.span and part.span.start <= span.start and span.end <= part.span.end
