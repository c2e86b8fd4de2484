"""Commands that rewrite files: rename identifiers, fill empty cells, format YAML, and write JSON Schemas."""

from pathlib import Path
from typing import Any

import click

from generator.cli.form import Form
from generator.cli.options import root
from generator.cli.project import open_project, require_project, write_change
from generator.content.files import read_files
from generator.content.load import load
from generator.content.model.values import Date
from generator.content.paths import file_kind
from generator.edit import rename as renaming
from generator.edit.atomic_write import write_all
from generator.edit.error import EditError
from generator.edit.fill import fill as fill_cells
from generator.edit.fmt import format_file
from generator.edit.schemas import SITE_FOLDER, schemas, site_schemas, write_schemas
from generator.pipeline import first_errors
from generator.reporting.text import report


@click.command()
@click.argument("kind", type=click.Choice(renaming.KINDS))
@click.argument("old")
@click.argument("new")
@root
def rename(root: Path, kind: str, old: str, new: str) -> None:
    """Rename an identifier in all files and file names.

    KIND is the kind of thing that has the identifier. Write an issue as BRIEFING/ISSUE, a proposition as BRIEFING/ISSUE/PROPOSITION, an option as BRIEFING/ISSUE/OPTION, and a speaker as PARTY/SPEAKER. The site
    redirects the old pages to the new ones, as recorded in briefings/renamed.yml. If anything fails, nothing changes.
    """
    project = open_project(root)
    write_change(project, renaming.rename(project, kind, old, new))


@click.command()
@click.argument("briefing", required=False)
@click.option(
    "--until", metavar="DATE", help="The date up to which you searched the sources, such as 2025-12-02."
)
@root
def fill(root: Path, **options: Any) -> None:
    """Fill empty cells with “no position found”.

    Each party of BRIEFING that has no entry on an issue gets one: not-found, with the date up to which you searched the sources. Existing entries stay as they are.
    """
    form = Form(root, options)
    briefings = form.project.corpus.briefings
    only = next(iter(briefings)) if len(briefings) == 1 else ""
    slug = form.choose("briefing", "briefing", briefings, default=only)
    filled = fill_cells(form.project, slug, form.ask_value("until", Date))
    write_change(form.project, filled.change)
    for path, reason in filled.left_out.items():
        click.echo(f"Left out {path}: {reason}. Run `briefing check`, then fill again.")
    if filled.cells:
        click.echo(f"Filled {filled.cells} cell{'s' * (filled.cells > 1)}.")
    elif not filled.left_out:
        click.echo("Nothing to fill: each party has an entry on each issue.")


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@root
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
def fmt(root: Path, files: tuple[Path, ...], check: bool) -> None:
    """Format the indentation and line ends of YAML files.

    Words, comments, quotation marks and the order of keys stay. Without FILE, all files that editors write. Files with errors stay as they are.
    """
    require_project(root)
    contents, _ = read_files(root)
    known = {(root / path).resolve(): path for path in contents if path.endswith(".yml") and file_kind(path)}
    if unknown := [file for file in files if file.resolve() not in known]:
        raise click.UsageError(f"“{unknown[0]}” is not a YAML file of this project.")
    paths = [known[file.resolve()] for file in files] or [*known.values()]
    changed, failed = {}, False
    for path in paths:
        try:
            formatted = format_file(path, contents[path])
        except EditError as error:
            failed = True
            click.echo(f"{error}\n{report(tuple(first_errors(error.diagnostics)))}", err=True)
        else:
            if formatted != contents[path]:
                changed[path] = formatted
    if not check:
        write_all(root, changed, read=contents)
    for path in changed:
        click.echo(f"{'Would format' if check else 'Formatted'} {path}.")
    if not changed and not failed:
        click.echo("All files are formatted.")
    if failed or (check and changed):
        raise SystemExit(1)


@click.command()
@root
@click.option("--site", is_flag=True, help="Write the schemas of this site, with its own identifiers.")
def schema(root: Path, site: bool) -> None:
    """Write JSON Schemas for editors' programs.

    With them, the programs complete and check the files that editors write.

    With --site, the schemas list the sources, parties, speakers and issues of this project, as far as it can be read, and
    are written to build/schema. Otherwise they are written to generator/content/schema.
    """
    require_project(root)
    folder = SITE_FOLDER if site else "generator/content/schema"
    texts = site_schemas(load(read_files(root)[0])[0]) if site else schemas()
    changed = write_schemas(root, folder, texts)
    for path in changed:
        click.echo(f"Wrote {(root / path).as_posix()}.")
    if not changed:
        click.echo(f"The {len(texts)} schemas in {(root / folder).as_posix()} are up to date.")
