"""`briefing rename`: another identifier, wherever the old one stands."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import click

from generator.cli.asking import desk_at, new_id, one_of, refuse
from generator.cli.options import root
from generator.content.model import Corpus
from generator.edit.change import ChangeError
from generator.edit.rename import rename as renamed
from generator.edit.renames import PATH, recorded

KINDS = ("briefing", "party", "source", "issue", "proposal", "speaker")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("old")
@click.argument("new")
@root
@click.option(
    "--briefing",
    "slug",
    default="",
    help="The briefing of an issue or proposal; needed where there are several.",
)
@click.option("--issue", default="", help="The issue of a proposal.")
@click.option(
    "--party", default="", help="The party of a speaker; needed where several have one of this name."
)
def rename(root: Path, kind: str, old: str, new: str, slug: str, issue: str, party: str) -> None:
    """Give the briefing, party, source, issue, proposal or speaker OLD the identifier NEW, in all files and their names.

    Pages at the old addresses lead on to the new ones; briefings/renamed.yml says so. All or nothing is changed.
    """
    desk = desk_at(root)
    corpus = desk.examined.content.corpus
    if not desk.examined.sound:
        raise click.UsageError("the project has errors: mend them first (briefing check tells them)")
    within, known = _known(corpus, kind, old, slug=slug, issue=issue, party=party)
    one_of(kind, old, known)
    new_id(kind, new, known, "NEW")
    try:
        done = renamed(desk.raw, kind, (old, new), within, issue)
        files = dict(done.changed)
        if (record := recorded(corpus.renamed, kind, old, new, within)) is not None:
            files[PATH] = record
        desk.change(files, new=done.moved.values(), gone=done.moved)
    except ChangeError as fault:
        refuse(fault)
    for path in done.moved:
        click.echo(f"Renamed {path}.")
    click.echo(f"“{old}” is “{new}” now.")
    if told := sorted(path for path in files if path in desk.raw):
        click.echo(f"Places that changed: {done.places}, in" if done.places else "Changed with it:")
    for path in told:
        click.echo(f"  {path}")


def _known(
    corpus: Corpus, kind: str, old: str, *, slug: str, issue: str, party: str
) -> tuple[str, Collection[str]]:
    """Give what the identifier belongs to (a briefing or party), and all identifiers of its kind there."""
    match kind:
        case "briefing":
            return "", corpus.briefings
        case "party":
            return "", corpus.parties
        case "source":
            return "", corpus.sources
        case "speaker":
            home = party or _only(
                "party", "--party", [name for name, one in corpus.parties.items() if old in one.speakers]
            )
            return home, corpus.parties[one_of("party", home, corpus.parties)].speakers
    briefing = slug or _only(
        "briefing",
        "--briefing",
        [name for name, one in corpus.briefings.items() if kind == "proposal" or old in one.about.issues],
    )
    issues = corpus.briefings[one_of("briefing", briefing, corpus.briefings)].about.issues
    if kind == "issue":
        return briefing, issues
    if not issue:
        raise click.UsageError(
            f"a proposal is one of an issue: give --issue. The issues: {', '.join(issues)}"
        )
    return briefing, issues[one_of("issue", issue, issues)].proposals


def _only(what: str, option: str, found: list[str]) -> str:
    if len(found) == 1:
        return found[0]
    hint = f"{', '.join(found)}: which one? Give {option}." if found else "No such identifier is there."
    raise click.UsageError(f"the {what} is not clear. {hint}")
