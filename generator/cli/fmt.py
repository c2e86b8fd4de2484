"""`briefing fmt`: one shape for the files that editors write."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from generator.cli.options import in_project, root
from generator.content.files import read_files
from generator.content.load.paths import place
from generator.content.strict_yaml import read_yaml
from generator.content.validation import suggest
from generator.edit.atomic_write import write_all
from generator.edit.fmt import shaped
from generator.reporting.text import report


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1)
@root
@click.option("--check", is_flag=True, help="Write nothing; end with 1 where a file would change.")
def fmt(root: Path, files: tuple[str, ...], check: bool) -> None:  # noqa: FBT001 - click's flags are given by name
    """Give YAML files one shape: indents, line ends, gaps. Words, comments, quotation marks and the order of keys stay.

    Without FILE all that editors write. What has faults, or cannot be shaped without changing what it says, stays as it is.
    """
    in_project(root)
    raw, _ = read_files(root)
    known = [path for path in raw if path.endswith(".yml") and place(path)]
    chosen = [_named(name, known, root) for name in files] or known
    made = {path: shaped(path, raw[path]) for path in chosen}
    changed = {path: text for path, text in made.items() if text is not None and text != raw[path]}
    if not check:
        try:
            write_all(root, changed)
        except OSError as error:
            raise click.ClickException(f"{error.filename} cannot be written: {error.strerror}") from None
    for path in changed:
        click.echo(f"{'Would shape' if check else 'Shaped'} {path}.")
    left = [path for path, text in made.items() if text is None]
    click.echo(f"Files that have the shape already: {len(chosen) - len(changed) - len(left)}.")
    for path in left:
        click.echo(f"\n{_why(path, raw[path])}", err=True)
    if left or (check and changed):
        raise SystemExit(1)


def _why(path: str, raw: bytes) -> str:
    """Say why a file stays as it is."""
    faults = read_yaml(path, raw)[1]
    return report(faults) if faults else f"{path} stays as it is: another shape would change what it says."


def _named(name: str, known: list[str], root: Path) -> str:
    """Give the path below the project that `name` means, as it is seen from here. Raises UsageError where there is none."""
    path = Path(name)
    below = (
        path.resolve().relative_to(root.resolve()).as_posix()
        if path.resolve().is_relative_to(root.resolve())
        else name
    )
    found = next((one for one in (below, PurePosixPath(name).as_posix()) if one in known), None)
    if found is None:
        raise click.UsageError(f"“{name}” is no YAML file that editors write here. {suggest(below, known)}")
    return found
