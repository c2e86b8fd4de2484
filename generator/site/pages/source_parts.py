"""The parts of a source that have pages, the passages in each, and the table that leads from the first part to the others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.content.model import Publish, Selector, Source
from generator.content.model.uses import Use
from generator.content.text_parts import TextPart
from generator.evidence import Passage
from generator.language import Language
from generator.site.pages import links
from generator.site.pages.page import Target
from generator.site.pages.places import page_in_words
from generator.site.site import Site

_MOST_TOPICS = 3  # of a part in the table; the others are counted


@dataclass(frozen=True)
class CitedSource:
    """A source and the uses of its passages in all briefings."""

    site: Site
    source: Source

    @cached_property
    def uses(self) -> Mapping[Selector, Sequence[Use]]:
        """The uses of each passage, in reading order."""
        found: dict[Selector, list[Use]] = {}
        for use in self.site.analysis.uses[self.source.id]:
            found.setdefault(use.evidence.selector, []).append(use)
        return found

    @property
    def passages(self) -> list[Passage]:
        """Return all cited passages."""
        return [self.site.passages[selector] for selector in self.uses]

    def passages_over(self, part: TextPart) -> list[Passage]:
        """Return the passages with words in a part."""
        return self._by_part[part.number] if len(self.source.article.parts) > 1 else self.passages

    def uses_in(self, part: TextPart) -> Mapping[Selector, Sequence[Use]]:
        """Return the uses of the passages that begin in a part."""
        found = self.passages_over(part)
        begin = [passage.selector for passage in found if part.first <= passage.paragraph <= part.last]
        return {selector: self.uses[selector] for selector in begin}

    @cached_property
    def shown_parts(self) -> tuple[TextPart, ...]:
        """The parts that have a page: the first, and every other one of which something is published."""
        parts = self.source.article.parts
        if len(parts) == 1 or (self.source.about.publish is Publish.FULL and not self.source.is_withheld):
            return parts
        return tuple(part for part in parts if part.number == 1 or self._by_part[part.number])

    @cached_property
    def _by_part(self) -> Mapping[int, list[Passage]]:
        article, found = self.source.article, defaultdict[int, list[Passage]](list)
        for passage in self.passages:
            numbers = {
                number
                for span in passage.spans
                for number in range(
                    article.part_of(article.paragraph_at(span.start).number).number,
                    article.part_of(article.paragraph_at(span.end - 1).number).number + 1,
                )
            }
            for number in numbers:
                found[number].append(passage)
        return found


@dataclass(frozen=True)
class PartRow:
    """A part in the table of parts: its page, its pages in the original in words, its passages, and what they are evidence for.

    `more` counts what is not among the `topics`.
    """

    part: TextPart
    target: Target
    pages: str
    passages: int
    topics: tuple[str, ...]
    more: int


def part_rows(cited: CitedSource, language: Language) -> Iterator[PartRow]:
    """Yield the parts that have a page."""
    for part in cited.shown_parts:
        uses = cited.uses_in(part)
        topics = list(dict.fromkeys(_topic(cited.site, use) for group in uses.values() for use in group))
        yield PartRow(
            part,
            links.source_part(cited.source, part),
            pages_of(language, cited.source, part),
            len(uses),
            tuple(topics[:_MOST_TOPICS]),
            len(topics[_MOST_TOPICS:]),
        )


def pages_of(language: Language, source: Source, part: TextPart) -> str:
    """Return the pages of the original that a part is on, in words; empty if they are not recorded."""
    pages = source.page_at(part.first, part.last)
    return page_in_words(language, pages) if pages else ""


def neighbours(cited: CitedSource, part: TextPart) -> tuple[TextPart | None, TextPart | None]:
    """Return the parts before and after a part that have a page."""
    parts = cited.shown_parts
    index = parts.index(part)
    return parts[index - 1] if index else None, parts[index + 1] if index + 1 < len(parts) else None


def _topic(site: Site, use: Use) -> str:
    """Return what a use of a passage is about: an issue, or the briefing as a whole."""
    about = site.corpus.briefings[use.briefing].about
    return about.issues[use.position.issue].title if use.position else about.title
