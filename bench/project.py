"""The files of a project made of articles and evidence, as editors would write them."""

import datetime as dt
import hashlib
import shutil
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from bench.made import Made, Piece, Shape
from bench.press import Article, Speaker
from bench.yamltext import scalar, segments
from generator.content.model.positions import LONGEST_ROW

_SETTINGS = Path(__file__).parents[1] / "tests" / "examples" / "harbour" / "mkdocs.yml"
_NEWEST = dt.date(2025, 11, 30)
_ROW = LONGEST_ROW - 10  # characters; an ellipsis of the source may be longer than the typed one
_STANCES = ("supports", "accepts", "conditional", "opposes", "rejects")


def project_files(made: Made) -> Iterator[tuple[str, str]]:
    """Return every file of the project: its path and its text."""
    for source, article in made.articles.items():
        yield f"seeds/{source}.txt", article.text
        yield f"seeds/{source}.yml", _sidecar(article)
    yield "briefings/parties.yml", "\n".join(_party(people) for people in made.speakers.values())
    for slug, pieces in made.pieces.items():
        parties = sorted({piece.party for piece in pieces})
        issues = 0
        for party in parties:
            own = [piece for piece in pieces if piece.party == party]
            positions = _positions(own, made.shape)
            issues = max(issues, len(positions))
            yield f"briefings/{slug}/positions/{party}.yml", _position_file(party, positions)
        yield f"briefings/{slug}/briefing.yml", _briefing(slug, parties, issues, pieces[0])


def write_project(folder: Path, made: Made) -> None:
    """Write the project into `folder`, which is made where it is not there."""
    for path, text in project_files(made):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())


def write_site(folder: Path, made: Made) -> None:
    """Write the project into `folder`, with the settings and the page that a site needs."""
    write_project(folder, made)
    write_settings(folder)


def write_settings(folder: Path) -> None:
    """Write the settings and the page that a site needs."""
    shutil.copyfile(_SETTINGS, folder / "mkdocs.yml")
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "about.md").write_text("# About\n\nMade for a measurement.\n", encoding="utf-8")


def copy_project(root: Path, folder: Path) -> Path:
    """Copy the files that a site is made from to `folder`. Return it."""
    for part in ("seeds", "briefings", "docs"):
        shutil.copytree(root / part, folder / part)
    shutil.copyfile(root / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def _sidecar(article: Article) -> str:
    return (
        f"title: {scalar(article.title, 2)}\npublisher: The Made Courier\npublished: 2025-11-30\n"
        f"retrieved: 2025-12-01\nlanguage: en\nrights: Made for a measurement; in the public domain.\n"
        f"publish: excerpt\nstatus: usable\nsha256: {hashlib.sha256(article.text.encode()).hexdigest()}\n"
    )


def _party(people: Sequence[Speaker]) -> str:
    lines = [f"{people[0].party}:", f"  name: {people[0].country}", "  kind: state", "  speakers:"]
    for speaker in people:
        alias = speaker.name.rsplit(" ", 1)[-1]
        lines.append(f"    {speaker.id}: {{name: {speaker.name}, role: {speaker.role}, aliases: [{alias}]}}")
    return "\n".join(lines) + "\n"


def _briefing(slug: str, parties: Sequence[str], issues: int, piece: Piece) -> str:
    lines = [
        f"title: The matter {slug.removeprefix('matter-')}",
        "question: Will the parties agree?",
        "status: active",
        "as_of: 2025-11-30",
        "reviewed_on: 2025-12-01",
        f"parties: [{', '.join(parties)}]",
        "key_points:",
        "  where_it_stands:",
        "    text: The parties have spoken on all issues, as the sources report.",
        "    evidence:",
        *_evidence(piece, 6),
        "issues:",
    ]
    for number in range(1, issues + 1):
        lines += [
            f"  issue-{number}:",
            f"    title: Issue {number}",
            f"    question: Should proposal {number} be carried out?",
            "    propositions:",
            f"      main: {{text: Proposal {number} is carried out}}",
        ]
    return "\n".join(lines) + "\n"


def _positions(own: list[Piece], shape: Shape) -> list[list[list[Piece]]]:
    """Return the positions of a party as lists of entries, the newest first; an entry is the list of its pieces."""
    # The same pieces again after all of them, so that no position cites a passage twice.
    left = iter(own * shape.citations)
    sizes, entries = cycle(shape.pieces), cycle(shape.entries)
    positions: list[list[list[Piece]]] = []
    while shape.issues is None or len(positions) < shape.issues:
        position = [_entry(left, next(sizes)) for _ in range(next(entries))]
        if not all(position):  # the evidence is used up
            break
        positions.append(position)
    return positions


def _entry(left: Iterator[Piece], size: int) -> list[Piece]:
    """Take `size` pieces, and more until one of them can support a position. Return none if there are too few."""
    taken = list(islice(left, size))
    while taken and all(piece.passage.kind == "assessment" for piece in taken):
        more = next(left, None)
        if more is None:
            return []
        taken.append(more)
    return taken


def _position_file(party: str, positions: Sequence[Sequence[Sequence[Piece]]]) -> str:
    lines = [f"party: {party}", "positions:"]
    for number, entries in enumerate(positions, 1):
        for age, pieces in enumerate(entries):
            lines += [
                f"  - issue: issue-{number}",
                f"    stance: {_STANCES[(number + age) % len(_STANCES)]}",
                f"    as_of: {_NEWEST - dt.timedelta(days=age)}",
                f"    statement: {party.title()} has spoken on proposal {number}, as the sources report.",
                *_row_text(pieces[0]),
                "    evidence:",
                *(line for piece in pieces for line in _evidence(piece, 6)),
            ]
    return "\n".join(lines) + "\n"


def _row_text(piece: Piece) -> list[str]:
    """Return the row of a position whose first passage is too long for one: the first words of it."""
    if len(" … ".join(piece.typed)) <= _ROW:
        return []
    words = piece.typed[0][:_ROW].split(" ")[:-1]
    while not words[-1].isalpha():  # a row never ends between a number and its unit
        words.pop()
    return [f"    row_text: {scalar(' '.join(words), 4)}"]


def _evidence(piece: Piece, indent: int) -> list[str]:
    space, passage = " " * indent, piece.passage
    lines = [f"{space}- source: {piece.source}"]
    lines.append(f"{space}  {passage.kind}: {segments(piece.typed, indent + 2)}")
    if passage.speaker:
        lines.append(f"{space}  speaker: {passage.speaker.id}")
    return lines
