"""`briefing add-evidence`: a passage put into a position file."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import click

from generator.cli.asking import desk_at, made, one_of, refuse
from generator.cli.options import root
from generator.content.model import Briefing, Kind
from generator.edit.change import ChangeError, Desk
from generator.edit.insert import appended
from generator.edit.passage import passage


@click.command("add-evidence")
@click.argument("briefing")
@click.argument("party")
@click.argument("issue")
@click.argument("words", nargs=-1, required=True)
@root
@click.option("--source", default="", help="The stored text; needed where several have the words.")
@click.option(
    "--kind",
    type=click.Choice([one.value for one in Kind]),
    help="What the words are; else by the quotation marks around them.",
)
@click.option("--speaker", default="", help="Who said them, by identifier.")
@click.option("--why", default="", help="One line on why they support the statement.")
@click.option("--number", type=click.IntRange(1), help="Which place, where the words stand several times.")
@click.option(
    "--as-of", default="", help="Which entry, where the party has several on the issue. Default: the newest."
)
def add_evidence(
    root: Path,
    briefing: str,
    party: str,
    issue: str,
    words: tuple[str, ...],
    source: str,
    kind: str | None,
    speaker: str,
    why: str,
    number: int | None,
    as_of: str,
) -> None:
    """Put WORDS of a stored text, as evidence, into the position of PARTY on ISSUE in BRIEFING; write … where words are left out."""
    desk = desk_at(root)
    corpus = desk.examined.content.corpus
    found = corpus.briefings[one_of("briefing", briefing, corpus.briefings)]
    one_of("position file of the briefing", party, found.positions)
    index = _entry(found, party, one_of("issue", issue, found.about.issues), as_of)
    try:
        block = passage(
            desk,
            " ".join(words),
            source=source and one_of("source", source, corpus.sources),
            kind=Kind(kind) if kind else None,
            speaker=speaker,
            number=number or 0,
            why=why,
        )
        made(desk, _with(desk, f"briefings/{briefing}/positions/{party}.yml", index, found, party, block))
    except ChangeError as fault:
        refuse(fault)
    click.echo(block)


def _entry(briefing: Briefing, party: str, issue: str, as_of: str) -> int:
    """Give the place in the file of the entry that is meant."""
    positions = briefing.positions[party].positions
    fit = [
        number for number, one in enumerate(positions) if one.issue == issue and as_of in ("", str(one.as_of))
    ]
    if not fit:
        dates = ", ".join(str(one.as_of) for one in positions if one.issue == issue)
        hint = (
            f"Its entries are of: {dates}."
            if dates
            else f"Begin one: briefing new position {briefing.slug} {party} {issue}"
        )
        raise click.UsageError(f"“{party}” has no such entry on “{issue}”. {hint}")
    return max(fit, key=lambda number: (str(positions[number].date or ""), number))


def _with(desk: Desk, path: str, index: int, briefing: Briefing, party: str, block: str) -> dict[str, bytes]:
    """Give the file with `block` at the end of an entry's evidence."""
    entry = briefing.positions[party].positions[index]
    if "evidence" in entry.model_fields_set:  # though it may be an empty list
        return {path: appended(path, desk.raw[path], ("positions", index, "evidence"), block)}
    whole = f"evidence:\n{indent(block, '  ')}"
    return {path: appended(path, desk.raw[path], ("positions", index), whole)}
