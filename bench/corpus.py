"""Make a project folder to measure with: `python -m bench.corpus --out FOLDER [--articles 1000]`.

The same seed gives the same bytes. Each article has ten passages, each cited once: five true to the byte, three
retyped, two interrupted by other words. Twenty articles make a briefing of four parties.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench import vocabulary as words
from bench.press import PASSAGES, Article, Passage, Speaker, write_article
from bench.prose import STYLES
from bench.retyping import retyped
from bench.yamltext import scalar, segments

SEED = 20251202
_ARTICLES_OF_A_BRIEFING = 20
_PARTIES = 24
_PARTIES_OF_A_BRIEFING = 4
_PIECES_OF_A_POSITION = 5
_RETYPED = 3  # of the passages of an article that are not interrupted
_ROLES = ("Prime Minister", "Foreign Minister", "Trade Minister")
_STANCES = ("supports", "accepts", "conditional", "opposes", "rejects")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence: the passage of the article `source`, and the words as the editor typed them."""

    source: str
    party: str
    passage: Passage
    typed: tuple[str, ...]


@dataclass(frozen=True)
class Made:
    """What was made: the articles by identifier, their pieces of evidence by briefing, and who speaks, by party."""

    articles: Mapping[str, Article]
    pieces: Mapping[str, tuple[Piece, ...]]
    speakers: Mapping[str, tuple[Speaker, ...]]

    @property
    def all_pieces(self) -> list[Piece]:
        """Give the pieces of all briefings, in their order."""
        return [piece for pieces in self.pieces.values() for piece in pieces]


def make(articles: int, seed: int = SEED) -> Made:
    """Make `articles` articles and all that cites them."""
    chance = random.Random(seed)
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
    """Give the parties of the briefing that the article `number` belongs to."""
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
    whole = [nth for nth, passage in enumerate(article.passages) if len(passage.segments) == 1]
    again = set(chance.sample(whole, _RETYPED))
    for nth, (passage, speaker) in enumerate(zip(article.passages, heard, strict=True)):
        typed = passage.segments
        if nth in again:
            typed = (retyped(chance, typed[0]),)
        yield Piece(source, speaker.party, passage, typed)


def with_typed(made: Made, typed: Mapping[Piece, tuple[str, ...]]) -> Made:
    """Give `made` with other words in the pieces that are named in `typed`."""
    changed = {
        slug: tuple(replace(piece, typed=typed.get(piece, piece.typed)) for piece in pieces)
        for slug, pieces in made.pieces.items()
    }
    return replace(made, pieces=changed)


def project_files(made: Made) -> Iterator[tuple[str, str]]:
    """Give every file of the project: its path and its text."""
    for source, article in made.articles.items():
        yield f"seeds/{source}.txt", article.text
        yield f"seeds/{source}.yml", _sidecar(article)
    yield "briefings/parties.yml", "\n".join(_party(people) for people in made.speakers.values())
    for slug, pieces in made.pieces.items():
        parties = sorted({piece.party for piece in pieces})
        issues = 0
        for party in parties:
            own = [piece for piece in pieces if piece.party == party]
            groups = [
                own[at : at + _PIECES_OF_A_POSITION] for at in range(0, len(own), _PIECES_OF_A_POSITION)
            ]
            issues = max(issues, len(groups))
            yield f"briefings/{slug}/positions/{party}.yml", _positions(party, groups)
        yield f"briefings/{slug}/briefing.yml", _briefing(slug, parties, issues, pieces[0])


def write_project(folder: Path, made: Made) -> None:
    """Write the project into `folder`, which is made where it is not there."""
    for path, text in project_files(made):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())


def _sidecar(article: Article) -> str:
    return (
        f"title: {scalar(article.title, 2)}\npublisher: The Made Courier\npublished: 2025-11-30\n"
        f"retrieved: 2025-12-01\nlanguage: en\nrights: Made for a measurement; in the public domain.\n"
        f"publish: excerpt\nstatus: usable\nsha256: {hashlib.sha256(article.text.encode()).hexdigest()}\n"
    )


def _party(people: Sequence[Speaker]) -> str:
    lines = [f"{people[0].party}:", f"  name: {people[0].country}", "  kind: state", "  speakers:"]
    for one in people:
        alias = one.name.rsplit(" ", 1)[-1]
        lines.append(f"    {one.id}: {{name: {one.name}, role: {one.role}, aliases: [{alias}]}}")
    return "\n".join(lines) + "\n"


def _briefing(slug: str, parties: Sequence[str], issues: int, piece: Piece) -> str:
    lines = [
        f"title: The matter {slug.removeprefix('matter-')}",
        "question: Will the parties agree?",
        "status: active",
        "as_of: 2025-11-30",
        "reviewed_on: 2025-12-01",
        f"parties: [{', '.join(parties)}]",
        "answer:",
        "  - text: The parties have spoken on all issues, as the sources report.",
        "    evidence:",
        *_evidence(piece, 6),
        "issues:",
    ]
    for number in range(1, issues + 1):
        lines += [
            f"  issue-{number}:",
            f"    title: Issue {number}",
            f"    question: Should proposal {number} be carried out?",
            "    proposals:",
            f"      main: {{text: Proposal {number} is carried out}}",
        ]
    return "\n".join(lines) + "\n"


def _positions(party: str, groups: Sequence[Sequence[Piece]]) -> str:
    lines = [f"party: {party}", "positions:"]
    for number, pieces in enumerate(groups, 1):
        lines += [
            f"  - issue: issue-{number}",
            f"    stance: {_STANCES[number % len(_STANCES)]}",
            "    as_of: 2025-11-30",
            f"    statement: {party.title()} has spoken on proposal {number}, as the sources report.",
            "    evidence:",
            *(line for piece in pieces for line in _evidence(piece, 6)),
        ]
    return "\n".join(lines) + "\n"


def _evidence(piece: Piece, indent: int) -> list[str]:
    space, passage = " " * indent, piece.passage
    lines = [f"{space}- source: {piece.source}"]
    lines.append(f"{space}  {passage.kind}: {segments(piece.typed, indent + 2)}")
    if passage.speaker:
        lines.append(f"{space}  speaker: {passage.speaker.id}")
    return lines


def main(arguments: list[str]) -> int:
    """Write the project into the folder that `arguments` name; give the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.corpus", description="Make a project to measure with."
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help="where the project is written"
    )
    parser.add_argument(
        "--articles", type=int, default=1000, help="how many, of about 600 words (default: 1000)"
    )
    parser.add_argument("--seed", type=int, default=SEED, help="another seed makes other articles")
    options = parser.parse_args(arguments)
    made = make(options.articles, options.seed)
    write_project(options.out, made)
    print(f"{len(made.articles)} articles and {len(made.all_pieces)} pieces of evidence in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
