"""`briefing render`: pages as plain files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from generator.build.publish import BuildError
from generator.build.render_folder import write_folder
from generator.build.settings import site_language, site_publication
from generator.cli.options import FOLDER, root, today
from generator.cli.project import language_of, require_no_errors
from generator.pipeline import examine_folder, site_of
from generator.site.repository import SettingsError


@click.command()
@root
@today
@click.option(
    "--out", type=FOLDER, required=True, help="A new or empty folder, or one that this command wrote before."
)
def render(root: Path, out: Path, today: dt.datetime | None) -> None:
    """Write pages, assets and a mkdocs.yml as plain files, for another site builder."""
    examined = examine_folder(root, language_of(root).code)
    require_no_errors(examined)
    try:
        site = site_of(examined, today.date() if today else None, site_language(root), site_publication(root))
        pages = write_folder(site, root, out)
    except (BuildError, SettingsError) as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"Wrote {pages} pages to {out}.")
