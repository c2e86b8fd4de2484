"""What a briefing rests on: its sources, how many are independent, and its passages by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.content.model import Briefing, Kind, PartialDate, Source
from generator.content.model.uses import uses


@dataclass(frozen=True)
class Coverage:
    """What a briefing rests on.

    `sources` are the cited ones by identifier, oldest first: a source's number in the briefing is its
    place there, from 1. `independent` counts their origins. `passages` counts each passage once.
    """

    sources: tuple[str, ...]
    independent: int
    passages: Mapping[Kind, int]

    def number(self, source: str) -> int:
        """Give the number that markers of this briefing show for `source`."""
        return self.sources.index(source) + 1


def coverage(briefing: Briefing, sources: Mapping[str, Source]) -> Coverage:
    """Count what `briefing` rests on."""
    selectors = {use.evidence.selector for use in uses(briefing)}
    cited = {selector.source for selector in selectors} & set(sources)

    def age(name: str) -> tuple[PartialDate, str]:
        return sources[name].about.published or PartialDate(9999), name

    return Coverage(
        tuple(sorted(cited, key=age)),
        len({sources[name].origin for name in cited}),
        Counter(selector.kind for selector in selectors),
    )
