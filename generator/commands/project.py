"""The project at a folder, for commands that need one without errors."""

from __future__ import annotations

from pathlib import Path

import click

from generator.diagnostics import ContentError
from generator.pipeline import Examined, examine_folder, site_of
from generator.reporters.text import report


def sound_project(folder: Path) -> Examined:
    """Examine the project at `folder`; on errors tell them and end with 1."""
    examined = examine_folder(folder)
    try:
        site_of(examined)
    except ContentError as fault:
        click.echo(report(fault.diagnostics), err=True)
        click.echo("Nothing was built, and what was built before is as it was.", err=True)
        raise SystemExit(1) from None
    if examined.faults:
        click.echo(report(examined.faults))
    return examined
