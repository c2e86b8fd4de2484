"""Who spoke is read from the source: it names the speaker near the words. Where it names somebody else there, or the speaker
nowhere near, the quote may be given to the wrong person.

Wrong, where the source has: “We will open the bridge in May,” Ada Vale said.

```yaml
- {source: report, quote: We will open the bridge in May, speaker: bo-lind}
```

Right:

```yaml
- {source: report, quote: We will open the bridge in May, speaker: ada-vale}
```

Looked for are the speaker's name, surname and `aliases` in `briefings/parties.yml`. Where the source calls the speaker by
another name, add it to the aliases. Where a pronoun or only the context says who spoke, and you are sure, the warning may
stand. What the program reads out of the source: `briefing quotes SOURCE`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.checks.cited import Cited, cited
from generator.checks.content import Content
from generator.content.articles import Article, Paragraph
from generator.content.model import Kind, Source
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.evidence import Span
from generator.evidence.hint_text import excerpt
from generator.speech import By, Person, Speech, people, speeches

RULE = Rule(
    "W426",
    "speaker-not-near",
    Severity.WARNING,
    "The source does not name the speaker near the words, or names another one for them.",
    __doc__,
)
_NEAR = 2  # paragraphs before the one that has the words
_CAPITALISED = re.compile(r"[A-Z]\w*")
_CLAUSE = 80  # characters behind the words
_CLAUSE_BEHIND = re.compile("[,?!]?[\"”’'»“][,]? ")
_NEXT = re.compile('[“„«"]|[.;] ')
_LONGEST = 400  # characters of a sentence that is shown whole


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at the source around each quote that has a speaker."""
    known = people(content.corpus.parties)
    people_by_word = _by_word([person for person in known if person.speaker])
    for name, uses in cited(content).items():
        source = content.corpus.sources.get(name)
        if source and not source.about.lost("language"):
            looking = _Looking(source, known, people_by_word)
            told: dict[tuple[Span, str], tuple[str, str] | None] = {}
            for one in uses:
                if one.use.evidence.kind is Kind.QUOTE and one.use.evidence.speaker is not None:
                    yield from looking.at(one, one.use.evidence.speaker, told)


class _Looking:
    """One source, and everybody whom parties.yml knows."""

    def __init__(
        self, source: Source, known: Sequence[Person], by_word: Mapping[str, Sequence[Person]]
    ) -> None:
        self.source, self.known = source, known
        self.speakers = {one.speaker: one for one in known if one.speaker}
        # Of all whom parties.yml knows, a text names few: its words leave most out at once.
        words = by_word.keys() & {*_CAPITALISED.findall(source.article.text), ""}
        self.named = list(dict.fromkeys(person for word in sorted(words) for person in by_word[word]))
        self.heard: tuple[Speech, ...] | None = None

    def at(
        self, one: Cited, speaker: str, told: dict[tuple[Span, str], tuple[str, str] | None]
    ) -> Iterator[Diagnostic]:
        """Tell of the speaker of one piece of evidence; `told` keeps what came of the same words before."""
        person = self.speakers.get(speaker)
        key = one.spans[0], speaker
        if person and key not in told:
            told[key] = self.fault(person, one.spans[0])
        if person and (found := told[key]):
            yield RULE.at(one.use.evidence.location("speaker"), *found)

    def fault(self, person: Person, span: Span) -> tuple[str, str] | None:
        """Give what is wrong with `person` as the speaker of the words at `span`, and what to do; None where nothing is."""
        article = self.source.article
        paragraph = article.paragraph_at(span.start)
        here = [other for other in self.named if _is_named(article, other, paragraph)]
        if here == [person] or self.first_behind(here, span, paragraph) == person:
            return None
        speech = self.speech(span)
        if speech and speech.by is not By.NONE:
            if speech.person and speech.person.speaker and speech.person != person:
                what = f"{article.id} names {speech.name} for these words, not {person.names[0]}"
                return (
                    what,
                    f"{self.shown(span)}\nIf the source is right, write: speaker: {speech.person.speaker}",
                )
            if speech.person == person or (speech.person is None and person in here):
                return None
        nearest = self.nearest(here, span)
        if nearest == person or (nearest is None and self.is_named_before(person, paragraph)):
            return None
        if person in here and nearest:
            what = f"{article.id} names {nearest.names[0]} nearer to these words than {person.names[0]}"
            return what, f"{self.shown(span)}\nLook who spoke; if it is right, the warning may stand."
        what = f"{article.id} does not name {person.names[0]} near these words"
        hint = "Look who spoke. If the source uses another name, add it to the speaker’s aliases in briefings/parties.yml."
        return what, f"{self.shown(span)}\n{hint}"

    def speech(self, span: Span) -> Speech | None:
        """Give the utterance that has the words at `span`."""
        if self.heard is None:
            self.heard = speeches(self.source.article, self.known, self.source.about.language)
        return next(
            (
                one
                for one in self.heard
                if any(part.span.start < span.end and span.start < part.span.end for part in one.quotations)
            ),
            None,
        )

    def first_behind(self, people: Sequence[Person], span: Span, paragraph: Paragraph) -> Person | None:
        """Give the one of `people` named first in the clause at once behind the words: “…,” said Ada Vale."""
        end = min(paragraph.end, span.end + _CLAUSE)
        tail = self.source.article.text[span.end : end]
        if not _CLAUSE_BEHIND.match(tail):
            return None
        tail = _NEXT.split(tail, maxsplit=1)[0]
        places = [
            (tail.find(name), number)
            for number, person in enumerate(people)
            for name in person.names
            if name in tail
        ]
        return people[min(places)[1]] if places else None

    def nearest(self, people: Sequence[Person], span: Span) -> Person | None:
        """Give the one of `people` whom the paragraph of `span` names nearest to it."""
        article = self.source.article
        paragraph = article.paragraph_at(span.start)
        places = [
            (min(abs(at - span.end), abs(span.start - at - len(name))), number)
            for number, person in enumerate(people)
            for name in person.names
            for at in _places(article.text, name, paragraph)
        ]
        return people[min(places)[1]] if places else None

    def is_named_before(self, person: Person, paragraph: Paragraph) -> bool:
        """Say whether one of the paragraphs before names `person`."""
        before = self.source.article.paragraphs[max(0, paragraph.number - 1 - _NEAR) : paragraph.number - 1]
        return any(_is_named(self.source.article, person, one) for one in before)

    def shown(self, span: Span) -> str:
        """Show the sentence of the source that has the words, which stand in [brackets]."""
        article = self.source.article
        sentences = article.sentences(article.paragraph_at(span.start))
        start = max(begin for begin, _ in sentences if begin <= span.start)
        end = min((stop for _, stop in sentences if stop >= span.end), default=span.end)
        if end - start > _LONGEST:
            return f"The source: {excerpt(article, span, _LONGEST // 4)}"
        before, after = article.text[start : span.start], article.text[span.end : end]
        sentence = f"{before}[{article.text[span.start : span.end]}]{after}"
        return f"The source: {' '.join(sentence.split())}"


def _by_word(speakers: Sequence[Person]) -> Mapping[str, Sequence[Person]]:
    """Sort speakers by the last word with a capital of each name; by "" those who may be named without one."""
    found: dict[str, list[Person]] = {}
    for person in speakers:
        for name in person.names:
            words = _CAPITALISED.findall(name) if name.isascii() else []
            found.setdefault(words[-1] if words else "", []).append(person)
    return found


def _is_named(article: Article, person: Person, paragraph: Paragraph) -> bool:
    return any(article.text.find(name, paragraph.start, paragraph.end) >= 0 for name in person.names)


def _places(text: str, name: str, paragraph: Paragraph) -> Iterator[int]:
    at = text.find(name, paragraph.start, paragraph.end)
    while at >= 0:
        yield at
        at = text.find(name, at + 1, paragraph.end)
