"""How much of each party a briefing shows: the same counts for all parties, without a judgement."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.analysis.backing import has_stance
from generator.analysis.history import Tracks
from generator.content.model import Briefing, Evidence, Kind, PartialDate, Selector, Source
from generator.content.model.attribution import speaker_id
from generator.content.model.uses import position_uses


@dataclass(frozen=True)
class SpeakerCount:
    """A speaker with the number of passages that quote and that report them.

    `speaker` is an identifier, or None if the party speaks in its own name or the source names nobody.
    """

    speaker: str | None
    quoted: int
    reported: int


@dataclass(frozen=True)
class Treatment:
    """What a briefing shows of one party.

    `positions` is the number of issues on which it has a current position. All other numbers count the passages of all
    its entries and their claims, also of superseded entries, each passage once. `words` counts the party's own words.
    `independent` is the number of origins. `oldest` and `newest` are the days on which words were said, else published,
    or None if no day is recorded. `voices` are sorted by the number of quotes, with nobody named at the end.
    """

    party: str
    positions: int
    passages: Mapping[Kind, int]
    words: int
    sources: int
    independent: int
    oldest: PartialDate | None
    newest: PartialDate | None
    voices: tuple[SpeakerCount, ...]


def treatment(briefing: Briefing, tracks: Tracks, sources: Mapping[str, Source]) -> tuple[Treatment, ...]:
    """Return the counts for each party, in the order of the briefing."""
    return tuple(_treatment_of(briefing, party, tracks, sources) for party in briefing.about.parties)


def _treatment_of(briefing: Briefing, party: str, tracks: Tracks, sources: Mapping[str, Source]) -> Treatment:
    passages = _passages(briefing, party, sources)
    current = [tracks[party, issue].current for issue in briefing.about.issues]
    quotes = [item for item in passages if item.kind is Kind.QUOTE]
    days = sorted(day for item in passages if (day := item.said_on or sources[item.source].about.published))
    cited = {item.source for item in passages}
    return Treatment(
        party=party,
        positions=sum(position is not None and has_stance(position) for position in current),
        passages=Counter(item.kind for item in passages),
        words=sum(len(text.split()) for quote in quotes for text in quote.segments),
        sources=len(cited),
        independent=len({sources[name].origin for name in cited}),
        oldest=days[0] if days else None,
        newest=days[-1] if days else None,
        voices=_voices(passages, sources),
    )


def _passages(briefing: Briefing, party: str, sources: Mapping[str, Source]) -> Collection[Evidence]:
    """Return the evidence of a party's entries, each passage once; sources with errors are left out."""
    passages: dict[Selector, Evidence] = {}
    file = briefing.positions.get(party)
    for position in file.positions if file else ():
        for use in position_uses(briefing.slug, party, position):
            if use.evidence.source in sources:
                passages.setdefault(use.evidence.selector, use.evidence)
    return passages.values()


def _voices(passages: Collection[Evidence], sources: Mapping[str, Source]) -> tuple[SpeakerCount, ...]:
    """Count quotes and reports by speaker; an assessment is the source's own voice."""
    counts = Counter(
        (speaker_id(sources[item.source], item), item.kind)
        for item in passages
        if item.kind is not Kind.ASSESSMENT
    )
    voices = [
        SpeakerCount(speaker, quoted=counts[speaker, Kind.QUOTE], reported=counts[speaker, Kind.REPORTED])
        for speaker in {speaker for speaker, _ in counts}
    ]
    return tuple(
        sorted(
            voices,
            key=lambda voice: (voice.speaker is None, -voice.quoted, -voice.reported, voice.speaker),
        )
    )
