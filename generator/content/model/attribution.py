"""Whose words a piece of evidence is: one speaker, one party, or parties that speak together."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.content.model.corpus import Corpus
from generator.content.model.evidence import Evidence, Kind
from generator.content.model.shared import Party, Speaker
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


def speaker_of(corpus: Corpus, party: str, evidence: Evidence) -> Speaks | None:
    """Return who says the words of evidence for a position of `party`; None if nobody is named.

    Evidence without a speaker has the speaker of its source, if the words are of a speech or another text of one voice.
    """
    speaker = evidence.speaker
    source = corpus.sources.get(evidence.source)
    if (
        speaker is None
        and evidence.kind is Kind.QUOTE
        and source
        and source.about.kind is not SourceKind.ARTICLE
    ):
        speaker = source.about.speaker
    if speaker is None:
        return None
    for name in dict.fromkeys((party, *joint_parties(source, evidence))):
        if found := speaks_for(corpus.parties, name, speaker):
            return found
    return None


def joint_parties(source: Source | None, evidence: Evidence) -> tuple[str, ...]:
    """Return the parties whose words a passage of `source` is together; nothing if they did not speak together."""
    if evidence.kind is Kind.QUOTE and not evidence.parties and source:
        return source.about.parties
    return evidence.parties


def date_of_words(source: Source | None, evidence: Evidence) -> PartialDate | None:
    """Return when the words were said, else when their source was published; None if neither is recorded."""
    return evidence.said_on or (source.about.published if source else None)
