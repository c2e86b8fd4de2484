"""What every check receives, and the loops and helpers that checks share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import Protocol, TypeVar

from generator.analysis import CorpusAnalysis
from generator.content.model import (
    ABSENCES,
    UNCLEAR,
    Briefing,
    BriefingFile,
    Corpus,
    Evidence,
    Issue,
    Kind,
    Node,
    Position,
    ScaleLevel,
    Selector,
    Source,
)
from generator.content.model.uses import Use, position_uses
from generator.diagnostics import Diagnostic, Rule
from generator.evidence import Passage, RowWords, Span, row_words
from generator.evidence.inner_words import without_edges
from generator.location import Location
from generator.speech.left_out import LeftOut, left_out
from generator.speech.name import Person
from generator.speech.names import people
from generator.speech.surroundings import Surroundings

Diagnostics = Iterator[Diagnostic]
Item = TypeVar("Item")
Key = TypeVar("Key")

_EDGES = "“”„«»\"‘’'.,"  # not shown at the ends of words that a message puts in quotation marks
_SHOWN_WORDS = 12


class Check(Protocol):
    """A module of this package; its docstring is its page in the manual."""

    RULE: Rule

    def check(self, content: Content) -> Diagnostics:
        """Yield a diagnostic for each place that breaks the rule."""


def rule(code: str, module: str, docstring: str) -> Rule:
    """Build the rule of a check from the name and docstring of its module: the title, then the manual page."""
    return Rule.from_text(code, module.rpartition(".")[2].replace("_", "-"), docstring)


@dataclass(frozen=True, slots=True)
class Citation:
    """A use of evidence whose passage was found in its source.

    `spans` are offsets in code points of the stored text, one for each segment, in order. They begin and end with a
    letter or digit, so that a comma or a quotation mark at an end does not make a different passage. `row` is the position
    whose `row_text` these words are, if they are that.
    """

    use: Use
    passage: Passage
    spans: tuple[Span, ...]
    row: Position | None = None

    @property
    def evidence(self) -> Evidence:
        """Return the evidence as the editor wrote it."""
        return self.use.evidence

    @property
    def words(self) -> str:
        """Return the source's words, shortened for a message."""
        return shorten(" … ".join(self.passage.texts)).strip(_EDGES)

    @property
    def location(self) -> Location:
        """Return the location of the words in the editor's file."""
        return self.segment_location(0)

    def segment_location(self, index: int) -> Location:
        """Return the location of the segment at `index` in the editor's file."""
        if self.row:
            return self.row.location("row_text", index)
        return self.evidence.segment_location(index)

    @property
    def place(self) -> str:
        """Return the location as `file:line`."""
        return f"{self.location.file}:{self.location.line}"


class Texts(Enum):
    """Which texts of the editors a check looks at: those of briefings, those that all briefings share, or both."""

    ALL = "all"
    BRIEFINGS = "briefings"
    SHARED = "shared"


@dataclass(frozen=True, eq=False)
class Content:
    """The corpus, the passages found in its sources, and the analysis of both.

    `language` is the site's language, which a briefing has unless it names another. `today` is the day of the check.
    `whole` is the content of which this is a part.
    """

    corpus: Corpus
    passages: Mapping[Selector, Passage]
    analysis: CorpusAnalysis
    language: str
    today: dt.date
    texts: Texts = Texts.ALL
    whole: Content | None = None

    def part(self, briefings: Collection[str], sources: Collection[str]) -> Content:
        """Return the part with some briefings, the sources that they cite and further sources, without shared texts."""
        uses = {
            source: tuple(use for use in its_uses if use.briefing in briefings)
            for source, its_uses in self.analysis.uses.items()
        }
        uses = {source: its_uses for source, its_uses in uses.items() if its_uses or source in sources}
        corpus = replace(
            self.corpus,
            sources={name: source for name, source in self.corpus.sources.items() if name in uses},
            briefings={slug: each for slug, each in self.corpus.briefings.items() if slug in briefings},
        )
        analysis = CorpusAnalysis(
            {slug: each for slug, each in self.analysis.briefings.items() if slug in briefings},
            tuple(change for change in self.analysis.changes if change.briefing in briefings),
            uses,
        )
        return replace(self, corpus=corpus, analysis=analysis, texts=Texts.BRIEFINGS, whole=self)

    def part_of_source(self, name: str) -> Content:
        """Return the part with one source, and with its uses in all briefings."""
        corpus = replace(self.corpus, sources={name: self.corpus.sources[name]})
        analysis = replace(self.analysis, uses={name: self.analysis.uses[name]})
        return replace(self, corpus=corpus, analysis=analysis, whole=self)

    @property
    def briefings(self) -> Collection[Briefing]:
        """Return all briefings."""
        return self.corpus.briefings.values()

    def positions(self) -> Iterator[tuple[Briefing, str, Position]]:
        """Yield every entry of every position file as (briefing, party, entry)."""
        for briefing in self.briefings:
            for party, file in briefing.positions.items():
                for position in file.positions:
                    yield briefing, party, position

    @cached_property
    def rows(self) -> Sequence[tuple[Briefing, str, Position, RowWords | None]]:
        """Every entry of `positions` with the words of its row."""
        sources = self.corpus.sources
        return tuple((*entry, row_words(entry[2], self.passages, sources)) for entry in self.positions())

    def uses(self) -> Iterator[Use]:
        """Yield every use of evidence, source by source."""
        for uses in self.analysis.uses.values():
            yield from uses

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody in parties.yml."""
        return self.whole.people if self.whole else people(self.corpus.parties)

    @cached_property
    def citations(self) -> tuple[tuple[Source, tuple[Citation, ...]], ...]:
        """Every source with the uses of its passages that were found, in reading order."""
        return tuple((source, tuple(self._citations(source))) for source in self.corpus.sources.values())

    def _citations(self, source: Source) -> Iterator[Citation]:
        for use in self.analysis.uses[source.id]:
            if passage := self.passages.get(use.evidence.selector):
                spans = tuple(without_edges(source.article.text, span) for span in passage.spans)
                yield Citation(use, passage, spans)

    @cached_property
    def quotations(self) -> tuple[tuple[Source, tuple[Citation, ...]], ...]:
        """Every source with its citations, and with the words of it that editors chose for rows."""
        rows = grouped(self._rows(), lambda row: row.evidence.source)
        return tuple((source, (*citations, *rows.get(source.id, ()))) for source, citations in self.citations)

    def _rows(self) -> Iterator[Citation]:
        """Yield the words of every `row_text` that was found in the evidence of its position."""
        for briefing, party, position, words in self.rows:
            if position.row_text and words:
                uses = position_uses(briefing.slug, party, position)
                use = next(use for use in uses if use.evidence is words.evidence)
                text = self.corpus.sources[words.evidence.source].article.text
                spans = tuple(without_edges(text, span) for span in words.passage.spans)
                yield Citation(use, words.passage, spans, position)

    @cached_property
    def left_out(self) -> tuple[tuple[Source, Citation, LeftOut], ...]:
        """What citations leave out of the sentences of their source, in reading order."""
        return tuple(found for source, citations in self.quotations for found in _left_out(source, citations))

    @cached_property
    def complete(self) -> bool:
        """Whether all evidence is known: no file has errors that hide some, and all words were found."""
        if self.whole:
            return self.whole.complete
        if any(name.startswith(("briefing:", "briefings/")) for name in self.corpus.unread):
            return False
        return all(use.evidence.selector in self.passages for use in self.uses())

    @cached_property
    def languages(self) -> Collection[str]:
        """The language of the site, and those of all its briefings, also of briefings that are not in this part."""
        if self.whole:
            return self.whole.languages
        return {self.language, *map(self.language_of, self.briefings)}

    @cached_property
    def publishers(self) -> Collection[str]:
        """The publishers of all sources of the site, also of sources that are not in this part."""
        if self.whole:
            return self.whole.publishers
        return {source.about.publisher for source in self.corpus.sources.values() if source.about.publisher}

    def language_of(self, briefing: Briefing) -> str:
        """Return the language in which `briefing` is written."""
        return briefing.about.language or self.language


def _left_out(source: Source, citations: Iterable[Citation]) -> Iterator[tuple[Source, Citation, LeftOut]]:
    """Yield what citations of a source leave out. Equal passages leave out the same, which is looked up once."""
    surroundings: Surroundings | None = None
    known: dict[tuple[tuple[Span, ...], bool], tuple[LeftOut, ...]] = {}
    for citation in citations:
        spans, is_quote = citation.passage.spans, citation.evidence.kind is Kind.QUOTE
        if (spans, is_quote) not in known:
            surroundings = surroundings or Surroundings.of(source.article)
            found = left_out(surroundings, spans, source.about.language, is_quote=is_quote)
            known[spans, is_quote] = tuple(found)
        for each in known[spans, is_quote]:
            yield source, citation, each


def has_unknown_stance(briefing: Briefing, position: Position) -> bool:
    """Return whether the stance of an entry is not valid, so that it is not known which keys the entry needs.

    Other checks report the stance.
    """
    codes = briefing.codes_of(position.issue)
    return isinstance(position.stance, str) and position.stance not in {UNCLEAR, *ABSENCES, *codes}


def answer_key(briefing: Briefing, name: str) -> tuple[str, str]:
    """Return the key in which a position answers an issue, and what it may have there, in words."""
    issue = briefing.about.issues.get(name)
    if issue is None or issue.answer_key == "stance":
        return "stance", f"one of: {', '.join(briefing.codes_of(name))}"
    if issue.answer_key == "option":
        return "option", f"one of: {', '.join(issue.options)}"
    return "amount", f"the number of {issue.unit}, such as “5”"


def own_scales(content: Content) -> Iterator[tuple[Node, tuple[ScaleLevel, ...]]]:
    """Yield every scale that editors wrote, of a briefing or an issue, with the node that has it."""
    for briefing in content.briefings:
        nodes: tuple[BriefingFile | Issue, ...] = (briefing.about, *briefing.about.issues.values())
        for node in nodes:
            if node.scale and "scale" in node.model_fields_set:
                yield node, node.scale


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Return the items by their key, each group in the order of `items`."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def shorten(words: str) -> str:
    """Return the first words of a text in one line, for a message."""
    every = words.split()
    return " ".join(every) if len(every) <= _SHOWN_WORDS else f"{' '.join(every[:_SHOWN_WORDS])} …"
