"""`briefing build`: check the project, build the site and put it in the place of the last one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click
from rich.console import Console

from generator.build.builders import BUILDERS, build_with_mkdocs, build_with_zensical
from generator.build.publish import BuildError, publish
from generator.build.settings import read_settings, site_language, site_publication
from generator.cli.options import FOLDER, root, today
from generator.cli.project import language_of, require_no_errors
from generator.edit.schemas import renew
from generator.pipeline import examine_folder, site_of
from generator.site.repository import SettingsError
from generator.site.site import unreachable


@click.command()
@root
@today
@click.option("--out", type=FOLDER, default=Path("site"), help="The folder of the site. Default: site.")
@click.option("--builder", type=click.Choice(BUILDERS), default=BUILDERS[0], help=f"Default: {BUILDERS[0]}.")
def build(root: Path, out: Path, today: dt.datetime | None, builder: str) -> None:
    """Check all content and build the site. If there is an error, the last site stays as it was."""
    examined = examine_folder(root, language_of(root).code)
    # The schemas serve editors' programs: the site does not depend on them.
    if warning := renew(root, examined.content.corpus):
        click.echo(warning, err=True)
    require_no_errors(examined)
    click.echo(examined.summary)
    day = today.date() if today else None

    def build_in(folder: Path) -> None:
        if builder == "mkdocs":
            build_with_mkdocs(root, day, folder)
        else:
            site = site_of(examined, day, site_language(root), publication)
            build_with_zensical(site, root, folder)

    console = Console(stderr=True)
    try:
        publication = site_publication(root)
        if not console.is_terminal:
            click.echo("Building the pages …")
        with console.status("Building the pages …"):  # prints nothing if the output is not a terminal
            pages = publish(root / out, build_in)
        local = unreachable(str(read_settings(root).get("site_url") or ""))
    except (BuildError, SettingsError) as error:
        click.echo(
            f"{error}\nThe site was not built. The last site in {root / out}, if any, is unchanged.", err=True
        )
        raise SystemExit(1) from None
    # Opened as files, the pages have no search, and links lead to lists of files.
    click.echo(f"Built {pages} pages in {root / out}. To look at them, run: briefing serve")
    if local:
        click.echo(local)
