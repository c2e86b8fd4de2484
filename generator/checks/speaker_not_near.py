"""The source does not name the speaker near the words, or names another.

Sources usually name the speaker near the words. If the source names somebody else there, or does not name the speaker, the quote may
be attributed to the wrong person.

Wrong, if the source has: “We will open the bridge in May,” Ada Vale said.

```yaml
- {source: report, quote: We will open the bridge in May, speaker: bo-lind}
```

Right:

```yaml
- {source: report, quote: We will open the bridge in May, speaker: ada-vale}
```

The check looks for the speaker's name, surname and `aliases` in `briefings/parties.yml`. If the source uses another name, add it to
the aliases. If only a pronoun or the context says who spoke, and you are sure, ignore the warning. To see which speakers the program finds in a
source, run `briefing quotes SOURCE`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.checks.content import Content, Diagnostics, grouped, rule
from generator.content.articles import Article, Paragraph
from generator.content.model import Kind
from generator.evidence import Span
from generator.evidence.hint_text import excerpt
from generator.speech.names import Person, people
from generator.speech.speakers import By, Speech, speeches

RULE = rule("W426", __name__, __doc__)
_PARAGRAPHS_BEFORE = 2  # in which the speaker may be named
_CLAUSE = 80  # characters after the words
_CLAUSE_START = re.compile("[,?!]?[\"”’'»“][,]? ")
_CLAUSE_END = re.compile('[“„«"]|[.;] ')
_SHOWN = 100  # characters before and after the words, in a hint
_CAPITALISED = re.compile(r"[A-Z]\w*")


def check(content: Content) -> Diagnostics:
    """Look for the name of the speaker around each quote that has a speaker."""
    known = people(content.corpus.parties)
    speakers = {person.speaker: person for person in known if person.speaker}
    index = _by_last_word([person for person in known if person.speaker])
    for source, citations in content.citations:
        text = _SourceText(source.article, source.about.language, known, index)
        quotes = [
            citation
            for citation in citations
            if citation.evidence.kind is Kind.QUOTE
            and citation.evidence.speaker in speakers
            and citation.evidence.speaker != source.about.speaker
        ]
        same = grouped(quotes, lambda quote: (quote.spans[0], quote.evidence.speaker or ""))
        for (span, speaker), same_quotes in same.items():
            if problem := text.problem(speakers[speaker], span):
                for quote in same_quotes:
                    yield RULE.at(quote.evidence.location("speaker"), *problem)


def _by_last_word(speakers: Sequence[Person]) -> Mapping[str, Sequence[Person]]:
    """Return speakers by the last capitalised word of each of their names, or "" for names without one.

    A paragraph names few of all speakers; the index excludes most of them at once.
    """
    index: dict[str, list[Person]] = {}
    for person in speakers:
        for name in person.names:
            words = _CAPITALISED.findall(name) if name.isascii() else []
            index.setdefault(words[-1] if words else "", []).append(person)
    return index


@dataclass(frozen=True)
class _SourceText:
    """A source, everybody in parties.yml (`known`), and its speakers by a word of their names (`index`)."""

    article: Article
    language: str
    known: Sequence[Person]
    index: Mapping[str, Sequence[Person]]

    def problem(self, person: Person, span: Span) -> tuple[str, str] | None:
        """Return message and hint if `person` may not be the speaker of the words at `span`, else None."""
        name, source = person.names[0], self.article.id
        paragraph = self.article.paragraph_at(span.start)
        named = self.named(paragraph)
        if named == [person] or self.first_after(named, span, paragraph) == person:
            return None
        shown = f"The source: {excerpt(self.article, span, reach=_SHOWN)}"
        speech = self.speech(span)
        if speech and speech.by is not By.NONE:
            if speech.person and speech.person.speaker and speech.person != person:
                message = f"{source} names {speech.name} as the speaker of these words, not {name}"
                return message, f"{shown}\nIf the source is right, write: speaker: {speech.person.speaker}"
            if speech.person == person or (speech.person is None and person in named):
                return None
        nearest = self.nearest(named, span, paragraph)
        if nearest == person or (nearest is None and self.is_named_before(person, paragraph)):
            return None
        if person in named and nearest:
            message = f"{source} names {nearest.names[0]} nearer to these words than {name}"
            return message, f"{shown}\nCheck who spoke; if the speaker is right, ignore this warning."
        hint = "Check who spoke. If the source uses another name, add it to the speaker’s aliases in briefings/parties.yml."
        return f"{source} does not name {name} near these words", f"{shown}\n{hint}"

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """All speeches of the text; computed only when a quote needs them."""
        return speeches(self.article, self.known, self.language)

    def speech(self, span: Span) -> Speech | None:
        """Return the speech that contains some of the words at `span`."""
        for speech in self.speeches:
            if any(part.span.start < span.end and span.start < part.span.end for part in speech.quotations):
                return speech
        return None

    def first_after(self, named: Sequence[Person], span: Span, paragraph: Paragraph) -> Person | None:
        """Return whom the clause directly after the words names first: “…,” said Ada Vale."""
        tail = self.article.text[span.end : min(paragraph.end, span.end + _CLAUSE)]
        if not _CLAUSE_START.match(tail):
            return None
        clause = _CLAUSE_END.split(tail, maxsplit=1)[0]
        return _closest(
            (clause.find(name), person) for person in named for name in person.names if name in clause
        )

    def nearest(self, named: Sequence[Person], span: Span, paragraph: Paragraph) -> Person | None:
        """Return whom the paragraph names nearest to the words."""
        return _closest(
            (min(abs(match.start() - span.end), abs(span.start - match.end())), person)
            for person in named
            for name in person.names
            for match in re.compile(re.escape(name)).finditer(
                self.article.text, paragraph.start, paragraph.end
            )
        )

    def named(self, paragraph: Paragraph) -> list[Person]:
        """Return the speakers whom the paragraph names."""
        words = {*_CAPITALISED.findall(self.article.text, paragraph.start, paragraph.end), ""}
        found = dict.fromkeys(person for word in sorted(words) for person in self.index.get(word, ()))
        return [person for person in found if self.is_named(person, paragraph)]

    def is_named(self, person: Person, paragraph: Paragraph) -> bool:
        """Return whether the paragraph has a name of `person`."""
        text = self.article.text
        return any(text.find(name, paragraph.start, paragraph.end) >= 0 for name in person.names)

    def is_named_before(self, person: Person, paragraph: Paragraph) -> bool:
        """Return whether one of the paragraphs just before has a name of `person`."""
        index = paragraph.number - 1
        before = self.article.paragraphs[max(0, index - _PARAGRAPHS_BEFORE) : index]
        return any(self.is_named(person, other) for other in before)


def _closest(distances: Iterator[tuple[int, Person]]) -> Person | None:
    """Return the person with the smallest distance; of equals, the first."""
    return min(distances, key=lambda pair: pair[0], default=(0, None))[1]
