"""`briefing new issue`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.asking import asked, desk_at, id_for, made, one_of, refuse
from generator.cli.options import root
from generator.content.model.identifiers import identifier
from generator.edit import yaml_writer
from generator.edit.change import ChangeError
from generator.edit.insert import appended


@click.command()
@click.argument("briefing")
@click.argument("name", metavar="[ID]", required=False)
@root
@click.option("--title", help="A neutral name.")
@click.option("--question", help="The question, put neutrally.")
@click.option(
    "--proposal",
    "proposals",
    multiple=True,
    help="A sentence that a party can support or reject; may be given several times.",
)
def issue(
    root: Path,
    briefing: str,
    name: str | None,
    title: str | None,
    question: str | None,
    proposals: tuple[str, ...],
) -> None:
    """Add an issue to the briefing BRIEFING (the name of its folder)."""
    desk = desk_at(root)
    found = desk.examined.content.corpus.briefings
    about = found[one_of("briefing", briefing, found)].about
    title = asked("--title", title, "A neutral name of the issue")
    name = id_for("issue", name, title, about.issues, "ID")
    question = asked("--question", question, "The question, put neutrally")
    texts = proposals or (
        asked("--proposal", None, "A proposal: a sentence that a party can support or reject"),
    )
    block = yaml_writer.issue(name, title, question, proposals_of(name, texts))
    path = f"briefings/{briefing}/briefing.yml"
    try:
        text = appended(path, desk.raw[path], ("issues",), block)
    except ChangeError as fault:
        refuse(fault)
    else:
        made(desk, {path: text})
        click.echo(f"\nNow say where each party stands on it: briefing new position {briefing} PARTY {name}")


def proposals_of(name: str, texts: tuple[str, ...]) -> dict[str, str]:
    """Give proposals by identifier: the issue's own where there is one, else the first words of each."""
    if len(texts) == 1:
        return {name: texts[0]}
    found: dict[str, str] = {}
    for number, text in enumerate(texts, 1):
        short = "-".join(identifier(text).split("-")[:4])
        found[short if short and short not in found else f"{name}-{number}"] = text
    return found
