"""`briefing new position`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.asking import asked, desk_at, made, of, one_of, refuse
from generator.cli.options import root
from generator.content.model import ABSENCES, Briefing, Kind
from generator.content.model.positions import Basis
from generator.content.model.values import Date
from generator.edit import yaml_writer
from generator.edit.change import ChangeError
from generator.edit.insert import appended
from generator.edit.passage import passage


@click.command()
@click.argument("briefing")
@click.argument("party")
@click.argument("issue")
@root
@click.option(
    "--stance",
    "stances",
    multiple=True,
    help="A code of the scale; or unclear, not-stated, declined, not-found. Of several proposals PROPOSAL=CODE, once for each.",
)
@click.option("--as-of", help="When the party took it: 2025-12-02, 2025-12 or 2025.")
@click.option("--statement", help="One sentence that says what the party holds, and who says so.")
@click.option("--summary", default="", help="The line in the matrix, at most 60 characters.")
@click.option(
    "--basis", type=click.Choice([one.value for one in Basis]), help="How it is known. Default: stated."
)
@click.option("--words", help="The words of the stored text that show it.")
@click.option("--source", default="", help="The stored text; needed where several have the words.")
@click.option(
    "--kind",
    type=click.Choice([one.value for one in Kind]),
    help="What the words are; else by the quotation marks around them.",
)
@click.option("--speaker", default="", help="Who said them, by identifier.")
@click.option("--number", type=click.IntRange(1), help="Which place, where the words stand several times.")
@click.option("--searched-until", help="Where nothing is on record: up to when was searched.")
def position(
    root: Path, briefing: str, party: str, issue: str, stances: tuple[str, ...], **given: str | int | None
) -> None:
    """Say where PARTY stands on ISSUE in BRIEFING: a first entry, or a newer one after those that are there."""
    desk = desk_at(root)
    corpus = desk.examined.content.corpus
    found = corpus.briefings[one_of("briefing", briefing, corpus.briefings)]
    one_of("party of the briefing", party, found.about.parties)
    one_of("issue", issue, found.about.issues)
    option = {key: None if text is None else str(text) for key, text in given.items()}
    held = _stances(found, issue, stances)
    newest = str(found.about.as_of)
    if set(held.values()) <= set(ABSENCES):
        until = asked("--searched-until", option["searched_until"], "Searched until", newest, of(Date))
        entry = yaml_writer.position(issue, held, {"searched_until": until}, "")
    else:
        keys = {
            "as_of": asked("--as-of", option["as_of"], "Since when", newest, of(Date)),
            "basis": option["basis"] or "",
            "statement": asked(
                "--statement", option["statement"], "The position in one sentence, and who says so"
            ),
            "summary": option["summary"] or "",
        }
        source = option["source"] and one_of("source", option["source"], corpus.sources)

        def evidence(words: str) -> str:
            try:
                return passage(
                    desk,
                    words,
                    source=source or "",
                    kind=Kind(option["kind"]) if option["kind"] else None,
                    speaker=option["speaker"] or "",
                    number=int(option["number"] or 0),
                )
            except ChangeError as fault:
                if option["words"] is None:  # asked for: the answers before it are kept
                    raise click.UsageError(str(fault)) from None
                refuse(fault)

        shown = asked("--words", option["words"], "The words of the stored text that show it", check=evidence)
        entry = yaml_writer.position(issue, held, keys, shown)
    path = f"briefings/{briefing}/positions/{party}.yml"
    try:
        text = (
            appended(path, desk.raw[path], ("positions",), entry, apart=True)
            if path in desk.raw
            else yaml_writer.position_file(party, entry)
        )
    except ChangeError as fault:
        refuse(fault)
    else:
        made(desk, {path: text}, new=() if path in desk.raw else (path,))


def _stances(briefing: Briefing, issue: str, given: tuple[str, ...]) -> dict[str, str]:
    """Give the stance by proposal; by "" where it is one for all of them. What is not given is asked for."""
    proposals = briefing.about.issues[issue].proposals
    codes = [*briefing.codes, "unclear", *ABSENCES]
    told = ", ".join(codes)

    def is_code(answer: str) -> str:
        return one_of("stance", answer, codes)

    if len(proposals) == 1 or (len(given) == 1 and given[0] in ABSENCES):
        return {"": asked("--stance", given[0] if given else None, f"The stance ({told})", check=is_code)}
    known = {proposal: code or None for proposal, _, code in (one.partition("=") for one in given)}
    for proposal in known:
        one_of("proposal", proposal, proposals)
    return {
        name: asked(f"--stance {name}=CODE", known.get(name), f"The stance on {name} ({told})", check=is_code)
        for name in proposals
    }
