"""The gate step: its speed over looking for the words alone, and what it finds."""

from __future__ import annotations

from bench import peer
from bench.made import Made, Piece, seeded
from bench.project import project_files
from bench.report import Ratio
from bench.timing import Job, best, timed
from generator import evidence
from generator.content import load
from generator.content.model import Corpus, Kind, Selector
from generator.pipeline import without_collections

PEER_AIM = 1 / 50


def measure_gate(made: Made, rounds: int) -> list[Ratio]:
    """Measure the gate over looking for the words as they stand in the source, and over its peer where it is there.

    The peer keeps the folded texts of the last 128 references: pieces that come article by article are its best
    case, pieces that come in any order its usual one. The gate folds each text once in either case.
    """
    pieces = made.all_pieces
    pairs = [
        (made.articles[piece.source].text, segment) for piece in pieces for segment in piece.passage.segments
    ]

    def find_alone() -> None:
        for text, segment in pairs:
            text.find(segment)

    shuffled = seeded().sample(pieces, len(pieces))
    peers = [peer.job(made, pieces), peer.job(made, shuffled)] if peer.installed() else []
    gate, alone, *theirs = best(rounds, gate_job(made), timed(find_alone), *peers)
    over_peer = (
        ("peer", "the gate step over the peer’s matching, article by article"),
        ("peer-shuffled", "the same, in an order by chance"),
    )
    return [
        Ratio("gate", "the gate step over `str.find` alone on the same pairs", gate, alone, 10),
        *(
            Ratio(name, what, gate, one, PEER_AIM)
            for (name, what), one in zip(over_peer, theirs, strict=False)
        ),
    ]


def measure_spoiled(wrong: Made, rounds: int) -> Ratio:
    """Measure the gate over its peer on pieces that are wrong, for which both look for the nearest words."""
    what = f"the same, spoiled pieces of {len(wrong.articles)} articles: both look for the nearest words"
    gate, theirs = best(rounds, gate_job(wrong), peer.job(wrong, wrong.all_pieces))
    return Ratio("peer-spoiled", what, gate, theirs, PEER_AIM)


def gate_job(made: Made) -> Job:
    """Make a job of looking up all evidence of the project, which is loaded anew for each run."""
    raw = {path: text.encode() for path, text in project_files(made)}

    def loaded() -> Corpus:
        return load.load(raw)[0]

    def resolved(corpus: Corpus) -> object:
        with without_collections():  # as in every check
            return evidence.resolve(corpus)

    return Job(resolved, loaded)


def found_by_gate(made: Made) -> dict[Piece, tuple[str, ...]]:
    """Give the source's words for each piece that the gate finds."""
    corpus, faults = load.load({path: text.encode() for path, text in project_files(made)})
    if faults:
        raise RuntimeError(f"the made project has a fault: {faults[0].message}")
    passages, _ = evidence.resolve(corpus)
    found: dict[Piece, tuple[str, ...]] = {}
    for piece in made.all_pieces:
        selector = Selector(piece.source, Kind(piece.passage.kind), piece.typed)
        if selector in passages:
            found[piece] = passages[selector].texts
    return found
