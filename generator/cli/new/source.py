"""`briefing new source`."""

from __future__ import annotations

import hashlib
from pathlib import Path

import click

from generator.cli.asking import asked, desk_at, id_for, made, of
from generator.cli.options import root
from generator.content.model.identifiers import identifier
from generator.content.model.sources import Publish
from generator.content.model.values import Language
from generator.edit import yaml_writer


@click.command()
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@root
@click.option(
    "--id", "name", help="Its identifier; else it is made of the title, or the name of TEXT, and the day."
)
@click.option("--title", help="The headline; in [brackets] where the text has none.")
@click.option("--language", help="The language of the text, such as en or de.")
@click.option("--publisher", default="", help="Who published it, where that is known.")
@click.option("--byline", default="", help="Who wrote it.")
@click.option("--published", default="", help="The day of publication: 2025-12-02, 2025-12 or 2025.")
@click.option("--retrieved", default="", help="The day on which the text was stored.")
@click.option("--url", default="", help="Where it was found.")
@click.option("--origin", default="", help="The wire story or event that it rests on.")
@click.option("--rights", default="", help="Who owns the text, and under which terms it is stored.")
@click.option(
    "--publish",
    type=click.Choice([one.value for one in Publish]),
    default=Publish.EXCERPT.value,
    help="Default: excerpt.",
)
def source(
    root: Path, text: Path, name: str | None, title: str | None, language: str | None, **known: str
) -> None:
    """Store the article in the file TEXT (plain text, UTF-8), byte for byte, with what is known of it and its hash."""
    desk = desk_at(root)
    raw = text.read_bytes()
    title = asked("--title", title, "The headline")
    language = asked("--language", language, "The language of the text (en, de …)", "en", of(Language))
    taken = desk.examined.content.corpus.sources
    # A headline in other letters than a–z gives no identifier; the name of the file often does.
    called = title if identifier(title) else text.stem
    day = "" if known["published"] in called else f" {known['published']}"
    name = id_for("source", name, called + day, taken, "--id")
    first = {
        "title": title,
        **{key: known[key] for key in ("publisher", "byline", "published", "retrieved", "url")},
    }
    last = {key: known[key] for key in ("origin", "rights", "publish")}
    keys = {**first, "language": language, **last, "sha256": hashlib.sha256(raw).hexdigest()}
    paths = f"seeds/{name}.txt", f"seeds/{name}.yml"
    made(desk, {paths[0]: raw, paths[1]: yaml_writer.source_file(name, keys)}, new=paths)
    click.echo(f"\nIts quotations, with the evidence to paste: briefing quotes {name}")
