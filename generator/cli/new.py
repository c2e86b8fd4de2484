"""`briefing new`: a source, party, briefing, issue or position."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.answers import create, parameters
from generator.cli.options import root
from generator.edit.new import briefing as briefings
from generator.edit.new import issue as issues
from generator.edit.new import party as parties
from generator.edit.new import position as positions
from generator.edit.new import source as sources


@click.group(epilog="If an answer is invalid, for example 30 February, you are asked again.")
def new() -> None:
    """Add a source, party, briefing, issue or position.

    These commands ask for anything you don't pass as an option. They never overwrite a file.
    """


@new.command()
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@parameters(sources.QUESTIONS)
@root
def source(root: Path, text: Path, **options: str | None) -> None:
    """Store the article in the file TEXT (plain text, UTF-8), byte for byte, with its details and its hash."""
    raw = text.read_bytes()
    answers = create(
        root,
        sources.QUESTIONS,
        options,
        lambda _, answers: sources.new_source(answers, raw),
        file_name=text.stem,
    )
    click.echo(f"\nTo list its quotations, with the evidence to paste: briefing quotes {answers['id']}")


@new.command()
@parameters(parties.QUESTIONS)
@root
def party(root: Path, **options: str | None) -> None:
    """Add a party to briefings/parties.yml."""
    create(root, parties.QUESTIONS, options, parties.new_party)


@new.command()
@parameters(briefings.QUESTIONS)
@root
def briefing(root: Path, **options: str | None) -> None:
    """Add a briefing: a folder with a briefing.yml that rests on one stored source and has one issue."""
    answers = create(root, briefings.QUESTIONS, options, briefings.new_briefing)
    click.echo(
        f"\nNext, add each party’s position: briefing new position {answers['id']} PARTY {answers['issue_id']}"
    )


@new.command()
@parameters(issues.QUESTIONS)
@root
def issue(root: Path, **options: str | None) -> None:
    """Add an issue to the briefing BRIEFING (the name of its folder)."""
    answers = create(root, issues.QUESTIONS, options, issues.new_issue)
    click.echo(
        f"\nNext, add each party’s position: briefing new position {answers['briefing']} PARTY {answers['id']}"
    )


@new.command()
@parameters(positions.QUESTIONS)
@root
def position(root: Path, **options: str | None) -> None:
    """Add the position of PARTY on ISSUE in BRIEFING: the first entry, or a newer one after the others."""
    create(root, positions.QUESTIONS, options, positions.new_position)
