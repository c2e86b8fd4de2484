"""The articles and the evidence for the measurements, as values. The same seed makes the same values.

Each article has ten passages: five true to the byte, three retyped, two interrupted by other words. The shape says how
many articles make a briefing, and how its positions cite them.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bench import vocabulary as words
from bench.press import PASSAGES, Article, Passage, Speaker, write_article
from bench.prose import STYLES
from bench.retyping import retyped

SEED = 20251202
_STEP = 5  # from one party of a briefing to the next, in the list of all parties
_RETYPED = 3  # of the passages of an article that are not interrupted
_ROLES = ("Prime Minister", "Foreign Minister", "Trade Minister")


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of each briefing, and what stands in its positions."""

    articles: int = 20
    parties: int = 4
    all_parties: int = 24
    """Parties of all briefings together, at least."""
    issues: int | None = None
    """Positions of a party at most; None for as many as its pieces of evidence make."""
    pieces: tuple[int, ...] = (5,)
    """Pieces of evidence of the first position, of the second and so on; then from the first on again."""
    citations: int = 1
    """How many positions cite each passage."""
    entries: tuple[int, ...] = (1,)
    """Entries of the first position, of the second and so on; more than one are its history."""
    joined: bool = False
    """Whether the articles of a briefing are one long source."""


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
    shape: Shape = field(default_factory=Shape)

    @property
    def all_pieces(self) -> list[Piece]:
        """Return the pieces of all briefings, in their order."""
        return [piece for pieces in self.pieces.values() for piece in pieces]


def seeded(seed: int = SEED) -> random.Random:
    """Return a random generator that makes the same choices for the same seed."""
    return random.Random(seed)  # noqa: S311 - it makes articles, and no secrets


def make(articles: int, seed: int = SEED, shape: Shape | None = None) -> Made:
    """Make a number of articles, and the evidence that cites them."""
    shape = shape or Shape()
    chance = seeded(seed)
    speakers = _speakers(chance, max(shape.all_parties, shape.parties))
    made: dict[str, Article] = {}
    pieces: dict[str, tuple[Piece, ...]] = {}
    for number in range(articles):
        briefing = number // shape.articles
        slug = f"matter-{briefing + 1:03}"
        parties = _parties(briefing, shape.parties, list(speakers))
        heard = [chance.choice(speakers[parties[(number + nth) % len(parties)]]) for nth in range(PASSAGES)]
        article = write_article(chance, STYLES[number % len(STYLES)], heard)
        source = f"report-{number + 1:04}"
        made[source] = article
        pieces[slug] = pieces.get(slug, ()) + tuple(_pieces(chance, source, article, heard))
    whole = Made(made, pieces, speakers, shape)
    return _joined(whole) if shape.joined else whole


def _parties(briefing: int, count: int, parties: Sequence[str]) -> list[str]:
    """Return the parties of the briefing with this number."""
    return [parties[(briefing + step * _STEP) % len(parties)] for step in range(count)]


def _joined(made: Made) -> Made:
    """Return `made` with one long source for each briefing, and without the pieces whose words stand in it twice."""
    articles: dict[str, Article] = {}
    pieces: dict[str, tuple[Piece, ...]] = {}
    for slug, own in made.pieces.items():
        parts = [made.articles[source] for source in dict.fromkeys(piece.source for piece in own)]
        text = "\n".join(part.text for part in parts)
        source = f"record-{slug}"
        pieces[slug] = tuple(
            replace(piece, source=source)
            for piece in own
            if all(text.count(segment) == 1 for segment in piece.passage.segments)
        )
        articles[source] = Article(parts[0].title, text, tuple(piece.passage for piece in pieces[slug]))
    return replace(made, articles=articles, pieces=pieces)


def _speakers(chance: random.Random, parties: int) -> dict[str, tuple[Speaker, ...]]:
    """Return the speakers of each party, of one more party if _STEP divides the number: else a briefing has some twice."""
    parties += parties % _STEP == 0
    surnames, speakers = iter(words.surnames(chance)), {}
    for country in words.countries(chance)[:parties]:
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
