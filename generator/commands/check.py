"""`briefing check`: every fault in one run."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.options import root, tell_found
from generator.pipeline import examine_folder
from generator.reporters.text import report


@click.command()
@root
def check(root: Path) -> None:
    """Check all content: every fault in one run, nothing written."""
    examined = examine_folder(root)
    click.echo(report(examined.diagnostics))
    tell_found(examined)
    if not examined.sound:
        raise SystemExit(1)
