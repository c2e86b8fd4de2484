"""How much each party is heard: the same counts for all, shown and not judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis.history import Track
from generator.model import Briefing, Evidence, Kind, PartialDate, Selector, Source


@dataclass(frozen=True)
class Treatment:
    """What a briefing has of one party.

    `positions` are the issues on which it has one, `passages` counts each passage in its current positions once, by kind;
    `words` are those of passages in its own words. `oldest` and `newest` are days on which words were said, else
    published. `speakers` are (identifier, passages), the most quoted first.
    """

    party: str
    positions: int
    passages: Mapping[Kind, int]
    words: int
    sources: int
    independent: int
    oldest: PartialDate | None
    newest: PartialDate | None
    speakers: tuple[tuple[str, int], ...]


def treatment(
    briefing: Briefing, tracks: Mapping[tuple[str, str], Track], sources: Mapping[str, Source]
) -> tuple[Treatment, ...]:
    """Count for each party of `briefing`, in declared order."""
    return tuple(_of(party, briefing, tracks, sources) for party in briefing.about.parties)


def _of(
    party: str, briefing: Briefing, tracks: Mapping[tuple[str, str], Track], sources: Mapping[str, Source]
) -> Treatment:
    current = [tracks[party, issue].current for issue in briefing.about.issues]
    held = [one for one in current if one is not None and not one.absence]
    found: dict[Selector, Evidence] = {}
    for position in held:
        for evidence in position.evidence:
            found.setdefault(evidence.selector, evidence)
    days = sorted(
        day for one in found.values() if (day := one.said_on or sources[one.source].about.published)
    )
    named = {one.source for one in found.values()}
    speakers = Counter(one.speaker for one in found.values() if one.speaker and one.kind is Kind.QUOTE)
    return Treatment(
        party,
        len(held),
        Counter(one.kind for one in found.values()),
        sum(len(text.split()) for one in found.values() if one.kind is Kind.QUOTE for text in one.segments),
        len(named),
        len({sources[name].origin for name in named}),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(sorted(speakers.items(), key=lambda pair: (-pair[1], pair[0]))),
    )
