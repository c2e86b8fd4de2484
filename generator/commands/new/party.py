"""`briefing new party`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.asking import asked, desk_at, made, new_id, refuse
from generator.commands.options import root
from generator.desk import written
from generator.desk.change import ChangeError
from generator.desk.insert import appended
from generator.model.parties import PartyKind

PATH = "briefings/parties.yml"


@click.command()
@click.argument("name", metavar="ID", required=False)
@root
@click.option("--name", "full", help="The full name.")
@click.option("--short", help="The name in tables, where the full one is long.")
@click.option("--kind", type=click.Choice([one.value for one in PartyKind]), help="What kind of actor it is.")
@click.option(
    "--alias", "aliases", multiple=True, help="Another name that sources use; may be given several times."
)
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="“NAME, ROLE”",
    help="Who speaks for it; may be given several times.",
)
def party(
    root: Path,
    name: str | None,
    full: str | None,
    short: str | None,
    kind: str | None,
    aliases: tuple[str, ...],
    speakers: tuple[str, ...],
) -> None:
    """Add a party to briefings/parties.yml."""
    desk = desk_at(root)
    full = asked("--name", full, "The party’s full name")
    name = new_id(
        "party",
        asked("ID", name, "Its identifier", written.identifier(full)),
        desk.examined.content.corpus.parties,
    )
    kind = asked("--kind", kind, f"What kind of actor is it ({', '.join(PartyKind)})")
    known = [[part.strip() for part in one.split(",", 1)] for one in speakers]
    people = {
        written.identifier(who): {"name": who, "role": office[0] if office else ""} for who, *office in known
    }
    block = written.party(name, {"name": full, "short": short or "", "kind": kind}, aliases, people)
    raw = desk.raw.get(PATH, b"")
    try:
        text = appended(PATH, raw, (), block, apart=True) if _has_keys(raw) else raw + f"{block}\n".encode()
    except ChangeError as fault:
        refuse(fault)
    else:
        made(desk, {PATH: text}, new=() if PATH in desk.raw else (PATH,))


def _has_keys(raw: bytes) -> bool:
    """Say whether anything but comments stands in a file."""
    return any(line.strip() and not line.strip().startswith(b"#") for line in raw.splitlines())
