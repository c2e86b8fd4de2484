"""The evidence gate: its speed, compared with a plain search, and what it finds."""

from bench import peer
from bench.made import Made, Piece, seeded
from bench.project import project_files
from bench.report import Ratio
from bench.timing import Job, best, timed
from generator import evidence
from generator.content import load
from generator.content.model import Corpus, Kind, Selector
from generator.pipeline import garbage_collection_off

PEER_AIM = 1 / 50


def measure_gate(made: Made, rounds: int) -> list[Ratio]:
    """Measure the gate, compared with a plain search for the words, and with its peer if that is installed.

    The peer caches the folded texts of the last 128 references. Evidence in the order of articles is its best case, and
    evidence in any order its usual case. The gate folds each text once in both cases.
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
            Ratio(name, what, gate, seconds, PEER_AIM)
            for (name, what), seconds in zip(over_peer, theirs, strict=False)
        ),
    ]


def measure_spoiled(wrong: Made, rounds: int) -> Ratio:
    """Measure the gate, compared with its peer, on wrong evidence, for which both search for the nearest words."""
    what = f"the same, spoiled pieces of {len(wrong.articles)} articles: both look for the nearest words"
    gate, theirs = best(rounds, gate_job(wrong), peer.job(wrong, wrong.all_pieces))
    return Ratio("peer-spoiled", what, gate, theirs, PEER_AIM)


def gate_job(made: Made) -> Job:
    """Return the job of finding all evidence of the project, which is loaded again for each run."""
    raw = {path: text.encode() for path, text in project_files(made)}

    def loaded() -> Corpus:
        return load.load(raw)[0]

    def resolved(corpus: Corpus) -> object:
        with garbage_collection_off():  # as in every check
            return evidence.resolve(corpus)

    return Job(resolved, loaded)


def found_by_gate(made: Made) -> dict[Piece, tuple[str, ...]]:
    """Return the words of the source for each piece that the gate finds."""
    corpus, errors = load.load({path: text.encode() for path, text in project_files(made)})
    if errors:
        raise RuntimeError(f"the made project has an error: {errors[0].message}")
    passages, _ = evidence.resolve(corpus)
    found: dict[Piece, tuple[str, ...]] = {}
    for piece in made.all_pieces:
        selector = Selector(piece.source, Kind(piece.passage.kind), piece.typed)
        if selector in passages:
            found[piece] = passages[selector].texts
    return found
