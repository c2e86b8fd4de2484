"""Everything that editors wrote, as one value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.content.model.briefings import BriefingFile
from generator.content.model.evidence import Evidence
from generator.content.model.positions import PositionFile, ScaleLevel
from generator.content.model.shared import ContestedName, Party, RenamedFile, WordingFile
from generator.content.model.sources import Source


@dataclass(frozen=True)
class Briefing:
    """A briefing: its file, and the position files by party, in the order in which the briefing lists the parties."""

    slug: str
    about: BriefingFile
    positions: Mapping[str, PositionFile]

    def scale_of(self, issue: str) -> tuple[ScaleLevel, ...]:
        """Return the scale of an issue: its own or that of the briefing; none if its answers are options or amounts.

        An issue that the briefing does not have gets the scale of the briefing: another check reports it.
        """
        return self._scales.get(issue, self.about.scale)

    def codes_of(self, issue: str) -> Mapping[str, ScaleLevel]:
        """Return the levels of the scale of an issue by code."""
        return self._codes.get(issue, self._codes[""])

    @cached_property
    def scales(self) -> Mapping[tuple[ScaleLevel, ...], tuple[str, ...]]:
        """Return every scale that an issue has, in the order of the issues, with the issues that have it."""
        return {
            scale: tuple(issue for issue, its_scale in self._scales.items() if its_scale == scale)
            for scale in self._scales.values()
            if scale
        }

    @cached_property
    def _scales(self) -> Mapping[str, tuple[ScaleLevel, ...]]:
        return {
            name: () if issue.options or issue.unit else issue.scale or self.about.scale
            for name, issue in self.about.issues.items()
        }

    @cached_property
    def _codes(self) -> Mapping[str, Mapping[str, ScaleLevel]]:
        """The levels by issue and code; those of the briefing are under an empty name."""
        scales = {"": self.about.scale, **self._scales}
        return {issue: {level.code: level for level in scale} for issue, scale in scales.items()}


@dataclass(frozen=True)
class Corpus:
    """Everything that editors wrote and whose shape is valid; each mapping is sorted by identifier.

    `unread` names what has errors of its own and is left out, as "source:<id>", "party:<id>", "name:<id>",
    "briefing:<slug>" or the path of a file, so that checks do not report it as missing.
    `loose` is the evidence in what was left out: its words are looked up too, so that one error hides no other.
    `renamed` is what was renamed, if anything was. `wording` is what this site changes in the lists of loaded words.
    """

    sources: Mapping[str, Source]
    parties: Mapping[str, Party]
    names: Mapping[str, ContestedName]
    briefings: Mapping[str, Briefing]
    unread: frozenset[str] = frozenset()
    loose: tuple[Evidence, ...] = ()
    renamed: RenamedFile | None = None
    wording: WordingFile = field(default_factory=WordingFile)

    def sources_with(self, words: frozenset[str]) -> Iterable[str]:
        """Return the sources, sorted, whose folded texts have all these words, and those whose lines end inside words: these may."""
        if not words:
            return self.sources
        rarest = min((self._sources_by_word.get(word, []) for word in words), key=len)
        found = [name for name in rarest if words <= self.sources[name].article.words]
        return sorted({*found, *self._with_divided_words})

    @cached_property
    def _sources_by_word(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, source in self.sources.items():
            for word in source.article.words:
                found.setdefault(word, []).append(name)
        return found

    @cached_property
    def _with_divided_words(self) -> list[str]:
        return [name for name, source in self.sources.items() if source.article.divided is not None]
