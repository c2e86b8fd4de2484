"""How a position is known: what its editors wrote, or else what its evidence shows."""

from generator.content.model import Basis, Corpus, Evidence, Kind, Position, Relation, Source
from generator.content.model.attribution import joint_parties, speaks_for


def basis_of(corpus: Corpus, party: str, position: Position) -> Basis:
    """Return how a position of `party` is known. Without a `basis` of the editors, it is never inferred."""
    if position.basis is not None:
        return position.basis
    return Basis.STATED if has_own_words(corpus, party, position) else Basis.REPORTED


def has_own_words(corpus: Corpus, party: str, position: Position) -> bool:
    """Return whether words of the party itself support a position."""
    return any(
        _is_own(corpus, party, evidence)
        for evidence in position.evidence
        if evidence.relation is Relation.SUPPORTS
    )


def _is_own(corpus: Corpus, party: str, evidence: Evidence) -> bool:
    """Return whether evidence is words of `party`: a quote, or a sentence about it in its own speech or statement."""
    source = corpus.sources.get(evidence.source)
    if evidence.kind is Kind.QUOTE and (together := joint_parties(source, evidence)):
        return party in together
    if evidence.kind is Kind.QUOTE and evidence.speaker:
        return speaks_for(corpus.parties, party, evidence.speaker) is not None
    if evidence.kind is not Kind.ASSESSMENT and source and source.voices:
        return _has_voice(corpus, party, source)
    return evidence.kind is Kind.QUOTE


def _has_voice(corpus: Corpus, party: str, source: Source) -> bool:
    """Return whether a whole source is words of `party`, of a member of it, or of one of its speakers."""
    for voice in source.voices:
        if voice.party and (
            voice.party == party
            or (voice.party in corpus.parties and party in corpus.parties[voice.party].part_of)
        ):
            return True
        if voice.party is None and voice.speaker and speaks_for(corpus.parties, party, voice.speaker):
            return True
    return False


def is_inferred(position: Position | None) -> bool:
    """Return whether the editors concluded this position: no passage states it."""
    return (
        position is not None
        and position.basis is Basis.INFERRED
        and not (position.absence or position.withdrawn)
    )
