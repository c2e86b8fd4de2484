"""`briefing pin`: the version of the generator that makes a site."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.asking import refuse
from generator.cli.options import in_project, root
from generator.edit.atomic_write import write_all
from generator.edit.change import ChangeError
from generator.edit.pin import WHEELS, pinned


@click.command()
@root
def pin(root: Path) -> None:
    """Have the site made by the generator that runs now: its version, and all that it needs, in requirements.txt."""
    in_project(root)
    try:
        files = pinned()
        old = [
            path.relative_to(root).as_posix() for path in sorted((root / WHEELS).glob("briefing_book-*.whl"))
        ]
        write_all(root, files, [path for path in old if path not in files])
    except ChangeError as fault:
        refuse(fault)
    except OSError as fault:
        refuse(ChangeError(f"{fault.filename}: {fault.strerror}"))
    for path in files:
        click.echo(f"Wrote {root / path}.")
