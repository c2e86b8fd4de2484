"""`briefing build`: the site, built aside and put in the place of the last one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click
from rich.console import Console

from generator.build.postprocess import UnsafeSiteError, finish
from generator.build.publish import Builder, BuildFailedError, build_aside, with_mkdocs, with_zensical
from generator.build.render_folder import FolderError, write_folder
from generator.build.settings import (
    SettingsError,
    check_settings,
    site_address,
    site_language,
    site_publication,
)
from generator.cli.options import FOLDER, root, today
from generator.cli.program import program
from generator.cli.project import language_of, require_no_errors
from generator.edit.schemas import renew
from generator.pipeline import Examined, examine_folder, site_of
from generator.site.site import unreachable


@click.command()
@root
@today
@click.option(
    "--out",
    type=FOLDER,
    default=Path("site"),
    help="The folder of the site. Default: site, in the project's.",
)
@click.option(
    "--builder", "name", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", help="Default: mkdocs."
)
def build(root: Path, out: Path, today: dt.datetime | None, name: str) -> None:
    """Check all content and build the site. With a fault, the last site stays as it was."""
    examined = examine_folder(root, language_of(root).code)
    if fault := renew(root, examined.content.corpus):  # what editors’ programs offer is no part of the site
        click.echo(fault, err=True)
    require_no_errors(examined)
    click.echo(examined.found)
    console = Console(stderr=True)
    try:
        check_settings(root)
        builder = (
            with_mkdocs(root, today.date().isoformat() if today else None)
            if name == "mkdocs"
            else _zensical(root, examined, today.date() if today else None)
        )
        if console.is_terminal:
            with console.status("Building the pages …"):
                pages = build_aside(root / out, builder)
        else:
            click.echo("Building the pages …")
            pages = build_aside(root / out, builder)
    except (BuildFailedError, FolderError, SettingsError, UnsafeSiteError) as fault:
        click.echo(fault, err=True)
        click.echo(f"The site was not built. {root / out}, if there was one, is as it was.", err=True)
        raise SystemExit(1) from None
    # Opened as files the pages have no search, and their links end in lists of files.
    click.echo(f"Built {pages} pages in {root / out}. Look at them: {program()} serve")
    if told := unreachable(site_address(root)):
        click.echo(told)


def _zensical(root: Path, examined: Examined, today: dt.date | None) -> Builder:
    """Build from the plain folder, as any other builder would."""
    site = site_of(examined, today, site_language(root), site_publication(root))

    def write(folder: Path) -> None:
        write_folder(site, root, folder)

    def finish_it(built: Path) -> None:
        finish(built, site, root / "seeds")

    return with_zensical(write, finish_it)
