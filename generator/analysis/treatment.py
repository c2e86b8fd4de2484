"""How much each party is heard: the same counts for all, shown and not judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.analysis.backing import has_stance
from generator.analysis.history import Track
from generator.content.model import Briefing, Evidence, Kind, PartialDate, Selector, Source
from generator.content.model.uses import position_uses


@dataclass(frozen=True)
class Voice:
    """Somebody whose words are on record: how many passages quote and how many report them.

    `speaker` is an identifier; None where the party speaks in its own name or the source names nobody.
    """

    speaker: str | None
    quoted: int
    reported: int


@dataclass(frozen=True)
class Treatment:
    """What a briefing has of one party.

    `positions` counts the issues on which it has one today. All else counts the passages in its entries, the superseded
    ones and the claims of each too; a passage counts once. `words` are those in its own words, parted by spaces.
    `independent` counts origins. `oldest` and `newest` are days on which words were said, else published; None where no
    day is recorded. `voices` begin with the most quoted, and end with nobody named.
    """

    party: str
    positions: int
    passages: Mapping[Kind, int]
    words: int
    sources: int
    independent: int
    oldest: PartialDate | None
    newest: PartialDate | None
    voices: tuple[Voice, ...]


def treatment(
    briefing: Briefing, tracks: Mapping[tuple[str, str], Track], sources: Mapping[str, Source]
) -> tuple[Treatment, ...]:
    """Count for each party of `briefing`, in declared order."""
    return tuple(
        _of(party, [tracks[party, issue] for issue in briefing.about.issues], sources)
        for party in briefing.about.parties
    )


def _of(party: str, found: list[Track], sources: Mapping[str, Source]) -> Treatment:
    current = [track.current for track in found]
    cited: dict[Selector, Evidence] = {}
    for track in found:
        for position in track.entries:
            for use in position_uses("", party, position):
                if use.evidence.source in sources:  # one that cannot be read is told by the checks
                    cited.setdefault(use.evidence.selector, use.evidence)
    passages = cited.values()
    days = sorted(day for one in passages if (day := one.said_on or sources[one.source].about.published))
    named = {one.source for one in passages}
    return Treatment(
        party,
        sum(one is not None and has_stance(one) for one in current),
        Counter(one.kind for one in passages),
        sum(len(text.split()) for one in passages if one.kind is Kind.QUOTE for text in one.segments),
        len(named),
        len({sources[name].origin for name in named}),
        days[0] if days else None,
        days[-1] if days else None,
        _voices(passages),
    )


def _voices(passages: Iterable[Evidence]) -> tuple[Voice, ...]:
    """Count passages by who speaks in them; a source's own judgement is nobody's."""
    found = Counter((one.speaker, one.kind) for one in passages if one.kind is not Kind.ASSESSMENT)
    voices = [
        Voice(speaker, found[speaker, Kind.QUOTE], found[speaker, Kind.REPORTED])
        for speaker in {speaker for speaker, _ in found}
    ]
    return tuple(
        sorted(voices, key=lambda one: (one.speaker is None, -one.quoted, -one.reported, one.speaker))
    )
