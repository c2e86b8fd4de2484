"""How many verdicts are right: on pieces of evidence as they were made, and on the same pieces spoiled."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from bench.gate import found_by_gate
from bench.made import Made, Piece, with_typed
from bench.peer import set_up
from bench.report import Count
from bench.spoiling import Spoiled

Says = Callable[[Piece], bool]


def gate_counts(made: Made, spoiled: Mapping[Piece, Spoiled]) -> list[Count]:
    """Count the right verdicts of the gate: words found are right only at their very place."""
    found = found_by_gate(made)
    accepted = found_by_gate(with_typed(made, {piece: wrong.typed for piece, wrong in spoiled.items()}))
    return _counts(
        "the gate",
        spoiled,
        lambda piece: found.get(piece) == piece.passage.segments,
        lambda piece: piece in accepted,
    )


def peer_counts(made: Made, spoiled: Mapping[Piece, Spoiled]) -> list[Count]:
    """Count the right verdicts of the peer, which does not tell the place."""
    peer = set_up(made)
    return _counts("the peer", spoiled, peer.finds, peer.finds)


def exact_counts(made: Made, spoiled: Mapping[Piece, Spoiled]) -> list[Count]:
    """Count the right verdicts of looking for the words byte for byte, one segment after the other."""

    def finds(piece: Piece) -> bool:
        text, at = made.articles[piece.source].text, 0
        for segment in piece.typed:
            at = text.find(segment, at)
            if at < 0:
                return False
            at += len(segment)
        return True

    return _counts("byte for byte", spoiled, finds, finds)


def _counts(judge: str, spoiled: Mapping[Piece, Spoiled], right: Says, accepts: Says) -> list[Count]:
    """Count what `right` says of the true pieces, and what `accepts` does not say of the spoiled ones."""
    total: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for piece in spoiled:
        total[_writing(piece)] += 1
        good[_writing(piece)] += right(piece)
    for piece, wrong in spoiled.items():
        total[wrong.way] += 1
        good[wrong.way] += not accepts(replace(piece, typed=wrong.typed))
    return [Count(judge, group, good[group], count) for group, count in total.items()]


def _writing(piece: Piece) -> str:
    if len(piece.typed) > 1:
        return "interrupted"
    return "true" if piece.typed == piece.passage.segments else "retyped"
