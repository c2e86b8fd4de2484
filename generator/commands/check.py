"""`briefing check`: every fault in one run."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.options import root
from generator.files import read_files
from generator.reporters.text import report
from generator.results import Result, keep, key_of, recall


@click.command()
@root
def check(root: Path) -> None:
    """Check all content: every fault in one run. What has not changed since the last check is told again at once."""
    raw, faults = read_files(root)
    key = key_of(raw, faults)
    result = recall(root, key)
    if result is None:
        # Imported where there is work to do: the models take longer to make than an unchanged project to check.
        from generator.pipeline import examine  # noqa: PLC0415

        examined = examine(raw, faults)
        result = Result(examined.diagnostics, examined.found)
        keep(root, key, result)
    click.echo(report(result.diagnostics))
    click.echo(result.found)
    if not result.sound:
        raise SystemExit(1)
