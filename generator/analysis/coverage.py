"""The sources that a briefing cites, how many are independent, and its passages by kind."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.content.model import Briefing, Kind, PartialDate, Source
from generator.content.model.uses import uses


@dataclass(frozen=True)
class Coverage:
    """What a briefing cites.

    `sources` are identifiers, oldest first: the number of a source in the briefing is its index from 1.
    `independent` is the number of origins. `passages` counts each passage once.
    """

    sources: tuple[str, ...]
    independent: int
    passages: Mapping[Kind, int]

    def number(self, source: str) -> int:
        """Return the number of `source` in the briefing's markers."""
        return self._numbers[source]

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {source: number for number, source in enumerate(self.sources, 1)}


def coverage(briefing: Briefing, sources: Mapping[str, Source]) -> Coverage:
    """Count the sources and passages that `briefing` cites."""
    selectors = {use.evidence.selector for use in uses(briefing)}
    cited = {selector.source for selector in selectors} & set(sources)
    by_age = sorted(cited, key=lambda name: (sources[name].about.published or PartialDate(9999), name))
    return Coverage(
        sources=tuple(by_age),
        independent=len({sources[name].origin for name in cited}),
        passages=Counter(selector.kind for selector in selectors),
    )
