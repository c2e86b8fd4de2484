"""Whose words a piece of evidence is: one speaker, one party, or parties that speak together."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from generator.content.model.corpus import Corpus
from generator.content.model.evidence import Evidence, Kind
from generator.content.model.shared import Party, PartyKind, Speaker
from generator.content.model.sources import Source, SourceKind
from generator.partial_date import PartialDate


class Speaks(NamedTuple):
    """A speaker, and the party that has the speaker in parties.yml: a position’s party, or a member of that bloc."""

    party: str
    speaker: Speaker


def speaks_for(parties: Mapping[str, Party], party: str, speaker: str) -> Speaks | None:
    """Return who `speaker` is for a party: a speaker of its own, else the only one of the members of a bloc.

    Return None if the party has no such speaker, or several of its members have one.
    """
    if party in parties and speaker in parties[party].speakers:
        return Speaks(party, parties[party].speakers[speaker])
    members = [
        Speaks(member, about.speakers[speaker])
        for member, about in parties.items()
        if party in about.part_of and speaker in about.speakers
    ]
    return members[0] if len(members) == 1 else None


def cannot_speak(corpus: Corpus, speaker: str, allowed: Collection[str]) -> bool:
    """Return whether `speaker` certainly speaks for none of the `allowed` parties; for no party at all if `allowed` is empty.

    An entry of parties.yml with errors may have the speaker, or be a member of a bloc.
    """
    parties = corpus.parties
    unread = any(name.startswith("party:") and name[6:] not in parties for name in corpus.unread)
    if not parties or "briefings/parties.yml" in corpus.unread or not parties.keys() >= set(allowed):
        return False
    is_closed = bool(allowed) and all(parties[party].kind is not PartyKind.BLOC for party in allowed)
    if unread and not is_closed:
        return False
    if not allowed:
        return not any(speaker in about.speakers for about in parties.values())
    return not any(speaks_for(parties, party, speaker) for party in allowed)


def speaker_id(source: Source | None, evidence: Evidence) -> str | None:
    """Return the identifier of who says the words of evidence in `source`; None if nobody is named.

    A quote without a speaker has the speaker of its source, if that is a speech or another text of one voice, or an interview.
    """
    if evidence.speaker is None and evidence.kind is Kind.QUOTE and source:
        has_voice = source.voices or source.about.kind is SourceKind.INTERVIEW
        return source.about.speaker if has_voice else None
    return evidence.speaker


def speaker_of(corpus: Corpus, party: str, evidence: Evidence) -> Speaks | None:
    """Return who says the words of evidence for a position of `party`; None if nobody is named."""
    source = corpus.sources.get(evidence.source)
    speaker = speaker_id(source, evidence)
    names = dict.fromkeys((party, *joint_parties(source, evidence))) if speaker else ()
    return next(filter(None, (speaks_for(corpus.parties, name, speaker or "") for name in names)), None)


def speaker_of_source(corpus: Corpus, source: Source) -> Speaks | None:
    """Return who says all words of a source, or answers in it; None if nobody is named."""
    about = source.about
    parties = about.parties or ((about.party,) if about.party else corpus.parties)
    found = (speaks_for(corpus.parties, party, about.speaker) for party in parties) if about.speaker else ()
    return next(filter(None, found), None)


def joint_parties(source: Source | None, evidence: Evidence) -> tuple[str, ...]:
    """Return the parties whose words a passage of `source` is together; nothing if they did not speak together."""
    if evidence.kind is Kind.QUOTE and not evidence.parties and source:
        return source.about.parties
    return evidence.parties


def date_of_words(source: Source | None, evidence: Evidence) -> PartialDate | None:
    """Return when the words were said, else when their source was published; None if neither is recorded."""
    return evidence.said_on or (source.about.published if source else None)
