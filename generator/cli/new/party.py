"""`briefing new party`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.asking import asked, desk_at, id_for, made, one_of, refuse
from generator.cli.options import root
from generator.content.model.identifiers import identifier
from generator.content.model.parties import PartyKind
from generator.edit import yaml_writer
from generator.edit.change import ChangeError
from generator.edit.insert import appended

PATH = "briefings/parties.yml"


@click.command()
@click.argument("name", metavar="[ID]", required=False)
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
    help="Who speaks for it, or “ID=NAME, ROLE”; may be given several times.",
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
    name = id_for("party", name, full, desk.examined.content.corpus.parties, "ID")
    kind = asked(
        "--kind",
        kind,
        f"What kind of actor is it ({', '.join(PartyKind)})",
        check=lambda answer: one_of("kind", answer, [*PartyKind]),
    )
    about = {"name": full, "short": short or "", "kind": kind}
    block = yaml_writer.party(name, about, aliases, _people(speakers))
    raw = desk.raw.get(PATH, b"")
    try:
        text = appended(PATH, raw, (), block, apart=True) if _has_keys(raw) else raw + f"{block}\n".encode()
    except ChangeError as fault:
        refuse(fault)
    else:
        made(desk, {PATH: text}, new=() if PATH in desk.raw else (PATH,))


def _people(speakers: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Give what is known of each speaker by identifier: the one that is given, else one made of the name."""
    found: dict[str, dict[str, str]] = {}
    for one in speakers:
        given, _, rest = one.rpartition("=")
        who, _, role = (part.strip() for part in rest.partition(","))
        name = given.strip() or identifier(who) or None
        found[id_for("speaker", name, who, found, "--speaker “ID=NAME, ROLE”")] = {"name": who, "role": role}
    return found


def _has_keys(raw: bytes) -> bool:
    """Say whether anything but comments stands in a file."""
    return any(line.strip() and not line.strip().startswith(b"#") for line in raw.splitlines())
