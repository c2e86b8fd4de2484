"""The command `briefing`: each subcommand parses words and calls one function."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click
from rich.console import Console

from generator.diagnostics import ContentError
from generator.folder import FolderError, write_folder
from generator.pipeline import Examined, examine_folder, site_of
from generator.publish import BuildFailedError, build_aside
from generator.reporters.text import report
from generator.schemas import write_schemas

_FOLDER = click.Path(file_okay=False, path_type=Path)
_root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, with seeds/ and briefings/. Default: this folder.",
)
_today = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    envvar="BRIEFING_TODAY",
    help="The day from which overdue reviews are counted. Without it nothing is called overdue.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefing-book")
def main() -> None:
    """Build briefings whose every statement traces to the words of a stored source."""


@main.command()
@_root
def check(root: Path) -> None:
    """Check all content: every fault in one run, nothing written."""
    examined = examine_folder(root)
    click.echo(report(examined.diagnostics))
    _tell_found(examined)
    if not examined.sound:
        raise SystemExit(1)


@main.command()
@_root
@_today
@click.option(
    "--out", type=_FOLDER, default=Path("site"), help="The folder of the site, below the project's."
)
def build(root: Path, out: Path, today: dt.datetime | None) -> None:
    """Check all content and build the site. With a fault, the last site stays as it was."""
    examined = _sound(root)
    _tell_found(examined)
    console = Console(stderr=True)
    try:
        if console.is_terminal:
            with console.status("Building the pages …"):
                pages = build_aside(root, root / out, f"{today:%Y-%m-%d}" if today else None)
        else:
            click.echo("Building the pages …")
            pages = build_aside(root, root / out, f"{today:%Y-%m-%d}" if today else None)
    except BuildFailedError as fault:
        click.echo(fault, err=True)
        click.echo(f"The site was not built. {root / out}, if there was one, is as it was.", err=True)
        raise SystemExit(1) from None
    click.echo(f"Built {pages} pages. Look at them: open {root / out / 'index.html'}, or run: make serve")


@main.command()
@_root
@_today
@click.option(
    "--out", type=_FOLDER, required=True, help="A new or empty folder, or one that this command made."
)
def render(root: Path, out: Path, today: dt.datetime | None) -> None:
    """Write pages, assets and a mkdocs.yml as plain files, for any builder that takes them."""
    examined = _sound(root)
    try:
        pages = write_folder(site_of(examined, today.date() if today else None), root, out)
    except FolderError as fault:
        raise click.UsageError(str(fault)) from None
    click.echo(f"Wrote {pages} pages to {out}.")


@main.command()
@click.option("--out", type=_FOLDER, default=Path("generator/schema"), help="Where the schemas are written.")
def schema(out: Path) -> None:
    """Write the JSON Schemas of the files that editors write."""
    for path in write_schemas(out):
        click.echo(f"Wrote {path}.")


def _sound(root: Path) -> Examined:
    """Examine the project; on errors tell them and end with 1."""
    examined = examine_folder(root)
    try:
        site_of(examined)
    except ContentError as fault:
        click.echo(report(fault.diagnostics), err=True)
        click.echo("Nothing was built, and what was built before is as it was.", err=True)
        raise SystemExit(1) from None
    if examined.diagnostics:
        click.echo(report(examined.diagnostics))
    return examined


def _tell_found(examined: Examined) -> None:
    corpus, found = examined.content.corpus, len(examined.content.passages)
    click.echo(
        f"{found:,} passages found word for word in {len(corpus.sources):,} stored "
        f"source{'' if len(corpus.sources) == 1 else 's'}; briefings: {', '.join(corpus.briefings) or 'none'}."
    )
