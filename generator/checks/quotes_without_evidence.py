"""Quoted words of editors' texts that their evidence does not have. Two checks report them: E416 and W444."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.checks.content import Content
from generator.checks.editor_texts import EditorText, editor_texts
from generator.checks.terms_in_marks import TermsInMarks
from generator.content.model import Briefing, Evidence
from generator.content.model.uses import uses
from generator.evidence import Span
from generator.location import Location
from generator.speech.editor_quotes import Quoted, quoted_words
from generator.speech.quoted_places import in_article, in_passage, in_texts, in_translation


@dataclass(frozen=True, slots=True)
class Unproved:
    """Words that an editors' text quotes without evidence.

    `sources` are those that the text may quote; `place` is the first place of the words in one of them, or None;
    it is in a withheld source only if no other one has the words.
    """

    text: EditorText
    quoted: Quoted
    sources: Sequence[str]
    place: tuple[str, Span] | None

    @property
    def words(self) -> str:
        """Return the quoted words."""
        return self.quoted.words

    @property
    def scope(self) -> str:
        """Return whose evidence a text without evidence of its own may quote."""
        return "briefing" if self.text.briefing else "project"

    @property
    def location(self) -> Location:
        """Return the location of the words in the editor's file."""
        return self.text.sentence.location_of(self.quoted.words_start, self.quoted.words_end)


@lru_cache(maxsize=1)
def unproved(content: Content) -> tuple[Unproved, ...]:
    """Return the quoted words of all texts that are in no evidence of theirs, unless their sources have errors."""
    return tuple(_Search(content).unproved())


class _Search:
    """Looks for the quoted words of all texts."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.terms = TermsInMarks(content)
        self._evidence: dict[str | None, Sequence[Evidence]] = {}

    def unproved(self) -> Iterator[Unproved]:
        for text in editor_texts(self.content):
            quotes = quoted_words(text.sentence.text)
            if not quotes:
                continue
            evidence = text.sentence.evidence or self._evidence_of(text.briefing)
            sources = sorted({item.source for item in evidence})
            if not (sources and self.content.corpus.sources.keys() >= set(sources)):
                continue  # the words of a source that is missing or has errors are not known
            for quoted in quotes:
                if not (self.terms.allows(text, quoted) or self._is_proved(text, quoted.words, evidence)):
                    yield from self._unproved(text, quoted, evidence, sources)

    def _evidence_of(self, briefing: Briefing | None) -> Sequence[Evidence]:
        """Return the evidence of a briefing, or of all, each passage with each translation once."""
        scope = briefing.slug if briefing else None
        if scope not in self._evidence:
            found = uses(briefing) if briefing else self.content.uses()
            distinct = {(use.evidence.selector, use.evidence.translation): use.evidence for use in found}
            self._evidence[scope] = tuple(distinct.values())
        return self._evidence[scope]

    def _is_proved(self, text: EditorText, words: str, evidence: Sequence[Evidence]) -> bool:
        sources = self.content.corpus.sources
        for item in evidence:
            source, passage = sources[item.source], self.content.passages.get(item.selector)
            if passage and in_passage(words, passage, source.article):
                return True
            if in_translation(words, item, source.about.language):
                return True
        return in_texts(words, text.also)

    def _unproved(
        self, text: EditorText, quoted: Quoted, evidence: Sequence[Evidence], sources: Sequence[str]
    ) -> Iterator[Unproved]:
        shown_first = sorted(sources, key=lambda name: self.content.corpus.sources[name].is_withheld)
        for name in shown_first:
            if span := in_article(quoted.words, self.content.corpus.sources[name].article):
                # If words of the evidence were not found, which is another error, its passages are not known.
                if all(item.selector in self.content.passages for item in evidence):
                    yield Unproved(text, quoted, sources, (name, span))
                return
        yield Unproved(text, quoted, sources, None)
