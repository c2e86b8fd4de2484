"""Evidence with mistakes, of the kinds that people make in quotations."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.made import Made, Piece
from bench.vocabulary import NOUNS

# Written anew here, so that no slip of the generator's own fold decides what counts as wrong.
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u200b": None},
)


@dataclass(frozen=True, slots=True)
class Spoiled:
    """The wrong words of a piece, and the way in which they went wrong."""

    way: str
    typed: tuple[str, ...]


def spoil(made: Made, pieces: Sequence[Piece], chance: random.Random) -> dict[Piece, Spoiled]:
    """Spoil each of `pieces` so that its words do not stand in its article, in the way that was used least so far."""
    used = dict.fromkeys(WAYS, 0)
    spoiled: dict[Piece, Spoiled] = {}
    for piece in pieces:
        text = made.articles[piece.source].text
        spoiled[piece] = next(
            Spoiled(way, typed)
            for way in sorted(used, key=used.__getitem__)
            if (typed := WAYS[way](chance, piece.typed)) and not contains(text, typed)
        )
        used[spoiled[piece].way] += 1
    return spoiled


def contains(text: str, typed: Sequence[str]) -> bool:
    """Return whether `text` contains the segments in order, as complete words, in any typography."""
    pattern = r".*?".join(rf"(?<!\w){re.escape(_plain(segment))}(?!\w)" for segment in typed)
    return re.search(pattern, _plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(text.translate(_PLAIN).split())


def _in_one(
    chance: random.Random, typed: Sequence[str], pattern: str, new: Callable[[re.Match[str]], str]
) -> tuple[str, ...]:
    """Replace one match of `pattern` in one segment. Return nothing if there is no match."""
    hits = [(nth, hit) for nth, segment in enumerate(typed) for hit in re.finditer(pattern, segment)]
    if not hits:
        return ()
    nth, hit = chance.choice(hits)
    changed = typed[nth][: hit.start()] + new(hit) + typed[nth][hit.end() :]
    return (*typed[:nth], changed, *typed[nth + 1 :])


def _word_changed(chance: random.Random, typed: Sequence[str]) -> tuple[str, ...]:
    return _in_one(chance, typed, r"\b[a-z]{3,}\b", lambda _: chance.choice(NOUNS))


def _comma_lost(chance: random.Random, typed: Sequence[str]) -> tuple[str, ...]:
    return _in_one(chance, typed, r",(?=\s)", lambda _: "")


def _capitals_changed(chance: random.Random, typed: Sequence[str]) -> tuple[str, ...]:
    return _in_one(chance, typed, r"\b[A-Za-z](?=[a-z])", lambda hit: hit.group().swapcase())


def _segments_swapped(_chance: random.Random, typed: Sequence[str]) -> tuple[str, ...]:
    return tuple(reversed(typed)) if len(typed) > 1 else ()


def _edge_cut(chance: random.Random, typed: Sequence[str]) -> tuple[str, ...]:
    return _in_one(chance, typed, r"^[A-Za-z](?=[a-z]{3})|(?<=[a-z]{3})[a-z]$", lambda _: "")


def _digit_changed(chance: random.Random, typed: Sequence[str]) -> tuple[str, ...]:
    return _in_one(chance, typed, r"\d", lambda hit: str((int(hit.group()) + chance.randint(1, 9)) % 10))


def _not_left_out(chance: random.Random, typed: Sequence[str]) -> tuple[str, ...]:
    return _in_one(chance, typed, r"\bnot\s+", lambda _: "")


WAYS: dict[str, Callable[[random.Random, Sequence[str]], tuple[str, ...]]] = {
    "a word changed": _word_changed,
    "a comma lost": _comma_lost,
    "capitals changed": _capitals_changed,
    "segments swapped": _segments_swapped,
    "a word’s edge cut": _edge_cut,
    "a digit changed": _digit_changed,
    "“not” left out": _not_left_out,
}
