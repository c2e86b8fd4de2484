"""Commands for a whole site: create it, pin its generator, render and index it."""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import click

from generator.cli.options import FOLDER, finish_changes, root, today


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", prompt="The name of the site", default="Briefings", help="The name of the site.")
@click.option("--publisher", help="Who publishes the site.")
@click.option("--contact", help="The mail or web address at which readers report a mistake.")
@click.option("--licence", help="The licence of your own text: its name or its web address.")
@click.option(
    "--example/--empty", default=False, help="With a small made-up briefing, or without. Default: empty."
)
def init(
    folder: Path, name: str, example: bool, publisher: str | None, contact: str | None, licence: str | None
) -> None:
    """Create a new site in FOLDER.

    With --example, it has a small made-up briefing to practise with.
    """
    from generator.edit.new_site import new_site
    from generator.site.publisher import Publisher, parse_contact, parse_licence

    publisher_of_site = Publisher(
        ask_setting("publisher", publisher, str.strip),
        ask_setting("contact", contact, parse_contact),
        ask_setting("licence", licence, parse_licence),
    )
    for path in new_site(finish_changes(folder), name, example=example, publisher=publisher_of_site):
        click.echo(f"Wrote {folder / path}.")
    click.echo(f"\nNext, go to the folder and preview the site: cd {folder} && briefing serve")
    if not example:
        click.echo("Then add a source and a party: briefing new source FILE, briefing new party")


def ask_setting(name: str, option: str | None, parse: Callable[[str], str]) -> str:
    """Return an option of `init`, or ask for it until `parse` accepts the answer. Without a terminal it stays empty."""
    from generator.site.repository import SettingsError

    def parse_answer(answer: str) -> str:
        try:
            return parse(answer)
        except SettingsError as error:
            raise click.UsageError(error.message) from None  # click asks again

    if option is not None:
        return parse_answer(option)
    parameter = next(param for param in click.get_current_context().command.params if param.name == name)
    question = str(getattr(parameter, "help", "")).removesuffix(".")
    try:
        answer: str = click.prompt(
            f"{question} (empty if not known yet)", default="", show_default=False, value_proc=parse_answer
        )
    except click.Abort:
        if sys.stdin.isatty():  # Ctrl+C
            raise
        click.echo()
        return ""
    return answer


@click.command()
@root
def pin(root: Path) -> None:
    """Pin the site to this version of the generator.

    The version, with everything that it needs, is written to requirements.txt.
    """
    from generator.cli.project import require_project
    from generator.edit import pin as pins

    require_project(root)
    for path in pins.pin(root):
        click.echo(f"Wrote {root / path}.")


@click.command()
@root
@today
@click.option(
    "--out", type=FOLDER, required=True, help="A new or empty folder, or one that this command wrote before."
)
def render(root: Path, out: Path, today: dt.date) -> None:
    """Write plain files for another site builder.

    They are pages, assets and a mkdocs.yml.
    """
    from generator.build.publish import BuildError
    from generator.build.render_folder import write_folder
    from generator.build.settings import site_diagnostics, site_language, site_publication
    from generator.cli.project import examine_project, require_no_errors
    from generator.pipeline import site_of
    from generator.site.repository import SettingsError

    examined = examine_project(root, today, site_diagnostics(root))
    require_no_errors(examined)
    try:
        site = site_of(examined, site_language(root), site_publication(root))
        pages = write_folder(site, root, out)
    except (BuildError, SettingsError) as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"Wrote {pages} pages to {out}.")


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def index(site: Path) -> None:
    """Index the built site in SITE for the search.

    `briefing build` and `mkdocs build` do it themselves.
    """
    from generator.build import search

    if not (site / "index.html").is_file():
        raise click.UsageError(f"{site} is not a built site: it has no index.html.")
    click.echo(
        f"Indexed {search.index_site(site):,} pages, passages and paragraphs into {site / search.FOLDER}."
    )
