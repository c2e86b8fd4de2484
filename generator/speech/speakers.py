"""Who says what stands in quotation marks, where the text names somebody: by the verbs and the order that papers use.

A clause with a reporting verb stands behind the quotation (“…,” said Ada Holm), before it (Ada Holm said: “…”) or inside
it. Its subject is the speaker; whoever is only addressed, accused or owned (“Holm’s adviser”) is not. A pronoun means the
last speaker that fits. Where nothing of this is found, nobody is the speaker: no guess is made.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from generator.content.articles import Article
from generator.evidence import Span
from generator.speech.clauses import Clauses, Found
from generator.speech.names import Name, Person, names
from generator.speech.quotation_marks import Quotation, quotations

_LONGEST_BREAK = 200  # characters of a clause that interrupts a quotation


class By(StrEnum):
    """How a text says who speaks."""

    NAME = "name"
    PRONOUN = "pronoun"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Speech:
    """One utterance: outermost quotations that a clause interrupts or that go on in the next paragraph.

    `name` is the fullest form of the speaker's name in the text, or that of parties.yml for a speaker whom it knows;
    None where nobody is named. `named_at` is where the text names them for this speech, by the name or the pronoun;
    `person` whom parties.yml knows by that name.
    """

    quotations: tuple[Quotation, ...]
    by: By
    name: str | None
    named_at: Span | None
    person: Person | None


def speeches(article: Article, known: Sequence[Person], language: str = "en") -> tuple[Speech, ...]:
    """Give all utterances of `article`, in order; every outermost quotation belongs to exactly one."""
    named = names(article, known)
    return tuple(_Listening(article, named, Clauses(article.text, named, language)).speeches())


@dataclass
class _Listening:
    """One text, read from its first quotation to its last: who was named, and who spoke last."""

    article: Article
    names: Sequence[Name]
    clauses: Clauses
    full: dict[str, Name] = field(default_factory=dict)
    """The longest form of each name that was asked for."""
    spoke: list[tuple[Name, int]] = field(default_factory=list)
    """Who spoke so far, with the number of the paragraph."""

    def speeches(self) -> Iterator[Speech]:
        """Give the utterances, in order."""
        groups = list(self.groups())
        last: Speech | None = None
        for index, group in enumerate(groups):
            until = groups[index + 1][0].outer.start if index + 1 < len(groups) else len(self.article.text)
            since = groups[index - 1][-1].outer.end if index else 0
            found = self.clause(group, since, until)
            if found is None and last and self.goes_on(last, group):
                # A sentence with a verb and no subject, as in Spanish, means who spoke last, as a pronoun does.
                said = self.clauses.says_anew(last.quotations[-1].outer.end, group[0].outer.start)
                by = By.PRONOUN if said and last.by is By.NAME else last.by
                last = Speech(tuple(group), by, last.name, last.named_at, last.person)
            else:
                last = self.speech(group, found)
            yield last

    def groups(self) -> Iterator[list[Quotation]]:
        """Join the parts of each utterance."""
        group: list[Quotation] = []
        for one in quotations(self.article):
            if one.depth > 1:
                continue
            if group and not (one.continues or self.interrupted(group[-1], one)):
                yield group
                group = []
            group.append(one)
        if group:
            yield group

    def interrupted(self, one: Quotation, other: Quotation) -> bool:
        """Say whether only a reporting clause stands between two quotations of one sentence."""
        text, start, end = self.article.text, one.outer.end, other.outer.start
        between = text[start:end]
        if one.paragraph != other.paragraph or len(between) > _LONGEST_BREAK or "\n" in between:
            return False
        if between.rstrip() and not between.rstrip().endswith((",", "，", "،", ":", "–", "—")):
            return False
        if text[one.span.end - 1] in ".!?。" or between.strip()[:1] in ".;":
            return False
        return not self.clauses.stops(start, end) and self.clauses.behind(start, end) is not None

    def clause(self, group: Sequence[Quotation], since: int, until: int) -> Found | None:
        """Find the clause that says who speaks: inside the utterance, behind it or before it."""
        if len(group) > 1 and not group[1].continues:
            inside = self.clauses.behind(group[0].outer.end, group[1].outer.start)
            if inside:
                return inside
        first, last = group[0], group[-1]
        paragraph = self.article.paragraphs[last.paragraph - 1]
        behind = self.clauses.behind(last.outer.end, min(until, paragraph.end))
        start = max(since, self.article.paragraphs[first.paragraph - 1].start)
        ahead = self.clauses.before(start, first.outer.start)
        if behind and ahead:
            # “…,” said Holm stands at once behind; a sentence that leads to the quotation ends directly before it.
            return behind if self.article.text[last.span.end - 1] in ",?!，" or not ahead.close else ahead
        return behind or ahead or self.clauses.inside(first.span.start, last.span.end)

    def goes_on(self, last: Speech, group: Sequence[Quotation]) -> bool:
        """Say whether a quotation without a clause goes on from the one before: a sentence, or a paragraph, of its own."""
        one, other = last.quotations[-1], group[0]
        if last.by is By.NONE:
            return False
        text = self.article.text
        if one.paragraph == other.paragraph:
            between = text[one.outer.end : other.outer.start].strip()
            if text[other.span.start].isupper() and between[-1:] in (".", "", "。"):
                return ". " not in between
            return self.clauses.goes_on(one.outer.end, other.outer.start)
        paragraph = self.article.paragraphs[other.paragraph - 1]
        whole = other.outer.start == paragraph.start and group[-1].outer.end == paragraph.end
        return whole and other.paragraph == one.paragraph + 1

    def speech(self, group: Sequence[Quotation], found: Found | None) -> Speech:
        """Make a speech of quotations and of who was found for them."""
        if found is None:
            return Speech(tuple(group), By.NONE, None, None, None)
        number = group[0].paragraph
        if found.name is not None:
            name = self.fullest(found.name)
            self.spoke.append((name, number))
            return Speech(tuple(group), By.NAME, name.text, found.span, name.person)
        meant = self.meant(found)
        if meant is None:
            return Speech(tuple(group), By.NONE, None, None, None)
        self.spoke.append((meant, number))
        return Speech(tuple(group), By.PRONOUN, meant.text, found.span, meant.person)

    def fullest(self, name: Name) -> Name:
        """Give a name in its longest form in the text; a known speaker's as parties.yml has it."""
        if name.person is not None and name.person.speaker is not None:
            return Name(name.span, name.person.names[0], name.owns, name.person, name.title)
        if name.text not in self.full:
            same = [one for one in self.names if one.text == name.text or one.text.endswith(f" {name.text}")]
            self.full[name.text] = max(same, key=lambda one: len(one.text), default=name)
        best = self.full[name.text]
        return Name(name.span, best.text, name.owns, name.person or best.person, name.title or best.title)

    def meant(self, found: Found) -> Name | None:
        """Give whom a pronoun means: the person named last in its sentence or the one before, else the last speaker."""
        paragraph = self.article.paragraph_at(found.span.start)
        spoke = next((name for name, number in reversed(self.spoke) if number >= paragraph.number - 2), None)
        begin = self.article.paragraphs[max(0, paragraph.number - 2)].start
        first = bisect_left(self.names, begin, key=lambda one: one.span.start)
        stop = bisect_left(self.names, found.span.start, lo=first, key=lambda one: one.span.start)
        candidates = [one for one in self.names[first:stop] if not one.owns and self.is_person(one)]
        here = [one for one in candidates if one.span.start >= paragraph.start]
        if here and (spoke is None or all(self.fullest(one).text != spoke.text for one in here)):
            return self.fullest(here[0])
        return spoke or (self.fullest(candidates[-1]) if candidates else None)

    def is_person(self, name: Name) -> bool:
        """Say whether a name is probably a person's: a known speaker, or a first name with a surname somewhere."""
        if name.person is not None:
            return name.person.speaker is not None
        return bool(name.title) or " " in self.fullest(name).text
