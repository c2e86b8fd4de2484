"""`briefing fmt`: one layout for the YAML files that editors write."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.project import require_project
from generator.content.files import read_files
from generator.content.load.paths import file_kind
from generator.edit.atomic_write import write_all
from generator.edit.error import EditError
from generator.edit.fmt import format_file
from generator.reporting.text import report


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@root
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
def fmt(root: Path, files: tuple[Path, ...], check: bool) -> None:  # noqa: FBT001 - click passes flags by name
    """Format YAML files: indentation and line ends. Words, comments, quotation marks and the order of keys stay.

    Without FILE, all files that editors write. Files with errors stay as they are.
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
            click.echo(f"{error}\n{report(error.diagnostics)}", err=True)
        else:
            if formatted != contents[path]:
                changed[path] = formatted
    if not check:
        write_all(root, changed)
    for path in changed:
        click.echo(f"{'Would format' if check else 'Formatted'} {path}.")
    if not changed and not failed:
        click.echo("All files are formatted.")
    if failed or (check and changed):
        raise SystemExit(1)
