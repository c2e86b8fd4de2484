"""The articles and the evidence for the measurements, as values. The same seed makes the same values.

Each article has ten passages, each cited once: five true to the byte, three retyped, two interrupted by other
words. Twenty articles make a briefing of four parties.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bench import vocabulary as words
from bench.press import PASSAGES, Article, Passage, Speaker, write_article
from bench.prose import STYLES
from bench.retyping import retyped

SEED = 20251202
_ARTICLES_OF_A_BRIEFING = 20
_PARTIES = 24
_PARTIES_OF_A_BRIEFING = 4
_RETYPED = 3  # of the passages of an article that are not interrupted
_ROLES = ("Prime Minister", "Foreign Minister", "Trade Minister")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence: the passage of the article `source`, and the words as the editor typed them."""

    source: str
    party: str
    passage: Passage
    typed: tuple[str, ...]


@dataclass(frozen=True)
class Made:
    """Articles by identifier, their pieces of evidence by briefing, and speakers by party."""

    articles: Mapping[str, Article]
    pieces: Mapping[str, tuple[Piece, ...]]
    speakers: Mapping[str, tuple[Speaker, ...]]

    @property
    def all_pieces(self) -> list[Piece]:
        """Return the pieces of all briefings, in their order."""
        return [piece for pieces in self.pieces.values() for piece in pieces]


def seeded(seed: int = SEED) -> random.Random:
    """Return a random generator that makes the same choices for the same seed."""
    return random.Random(seed)  # noqa: S311 - it makes articles, and no secrets


def make(articles: int, seed: int = SEED) -> Made:
    """Make a number of articles, and the evidence that cites them."""
    chance = seeded(seed)
    speakers = _speakers(chance)
    made: dict[str, Article] = {}
    pieces: dict[str, tuple[Piece, ...]] = {}
    for number in range(articles):
        slug = f"matter-{number // _ARTICLES_OF_A_BRIEFING + 1:03}"
        parties = _parties(number, list(speakers))
        heard = [chance.choice(speakers[parties[(number + nth) % len(parties)]]) for nth in range(PASSAGES)]
        article = write_article(chance, STYLES[number % len(STYLES)], heard)
        source = f"report-{number + 1:04}"
        made[source] = article
        pieces[slug] = pieces.get(slug, ()) + tuple(_pieces(chance, source, article, heard))
    return Made(made, pieces, speakers)


def _parties(number: int, parties: Sequence[str]) -> list[str]:
    """Return the parties of the briefing that the article `number` belongs to."""
    first = number // _ARTICLES_OF_A_BRIEFING
    return [parties[(first + step * 5) % len(parties)] for step in range(_PARTIES_OF_A_BRIEFING)]


def _speakers(chance: random.Random) -> dict[str, tuple[Speaker, ...]]:
    surnames, speakers = iter(words.surnames(chance)), {}
    for country in words.countries(chance)[:_PARTIES]:
        party = country.lower()
        people = ((role, f"{chance.choice(words.FIRST_NAMES)} {next(surnames)}") for role in _ROLES)
        speakers[party] = tuple(
            Speaker(name.lower().replace(" ", "-"), party, country, role, name) for role, name in people
        )
    return speakers


def _pieces(
    chance: random.Random, source: str, article: Article, heard: Sequence[Speaker]
) -> Iterator[Piece]:
    uninterrupted = [nth for nth, passage in enumerate(article.passages) if len(passage.segments) == 1]
    again = set(chance.sample(uninterrupted, _RETYPED))
    for nth, (passage, speaker) in enumerate(zip(article.passages, heard, strict=True)):
        typed = passage.segments
        if nth in again:
            typed = (retyped(chance, typed[0]),)
        yield Piece(source, speaker.party, passage, typed)


def with_typed(made: Made, typed: Mapping[Piece, tuple[str, ...]]) -> Made:
    """Return `made` with the words of `typed` in the pieces that it names."""
    changed = {
        slug: tuple(replace(piece, typed=typed.get(piece, piece.typed)) for piece in pieces)
        for slug, pieces in made.pieces.items()
    }
    return replace(made, pieces=changed)


def sample(made: Made, count: int, chance: random.Random) -> Made:
    """Return `count` articles of `made`, with the evidence that cites them."""
    chosen = set(chance.sample(list(made.articles), min(count, len(made.articles))))
    pieces = {
        slug: tuple(piece for piece in pieces if piece.source in chosen)
        for slug, pieces in made.pieces.items()
    }
    return replace(
        made,
        articles={name: article for name, article in made.articles.items() if name in chosen},
        pieces={slug: some for slug, some in pieces.items() if some},
    )
