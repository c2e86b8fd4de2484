"""`briefing fmt`: one layout for the YAML files that editors write."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import in_project, root
from generator.content.files import read_files
from generator.content.load.paths import place
from generator.edit.atomic_write import write_all
from generator.edit.fmt import format_files
from generator.reporting.text import report


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@root
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
def fmt(root: Path, files: tuple[Path, ...], check: bool) -> None:  # noqa: FBT001 - click passes flags by name
    """Format YAML files: indentation and line ends. Words, comments, quotation marks and the order of keys stay.

    Without FILE, all files that editors write. Files with errors stay as they are.
    """
    in_project(root)
    raw, _ = read_files(root)
    known = [path for path in raw if path.endswith(".yml") and place(path)]
    result = format_files(raw, [_known_path(file, known, root) for file in files] or known)
    if not check:
        try:
            write_all(root, result.changed)
        except OSError as error:
            raise click.ClickException(f"Cannot write {error.filename}: {error.strerror}.") from None
    for path in result.changed:
        click.echo(f"{'Would format' if check else 'Formatted'} {path}.")
    click.echo(f"Files already formatted: {result.unchanged}.")
    for path, errors in result.refused.items():
        reason = report(errors) if errors else f"{path} cannot be formatted without changing what it says."
        click.echo(f"\n{reason}", err=True)
    if result.refused or (check and result.changed):
        raise SystemExit(1)


def _known_path(file: Path, known: list[str], root: Path) -> str:
    """Return the path below `root` of a file that is named from here or from `root`. Raise UsageError if it is unknown."""
    here = file.resolve()
    path = here.relative_to(root.resolve()).as_posix() if here.is_relative_to(root.resolve()) else ""
    for name in (path, file.as_posix()):
        if name in known:
            return name
    raise click.UsageError(f"“{file}” is not a YAML file of this project.")
