"""The project at a folder, for commands that need one without errors."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build.settings import SettingsError, site_language
from generator.diagnostics import ContentError
from generator.language import ENGLISH, Language
from generator.pipeline import Examined, site_of
from generator.reporting.text import report


def language_of(folder: Path) -> Language:
    """Give the site's language; English where the project at `folder` has no settings that can be read."""
    try:
        return site_language(folder)
    except SettingsError:
        return ENGLISH


def sound(examined: Examined) -> Examined:
    """Give a project as it is, with its warnings told; on errors tell them and end with 1."""
    try:
        site_of(examined)
    except ContentError as fault:
        click.echo(report(fault.diagnostics), err=True)
        click.echo("Nothing was built, and what was built before is as it was.", err=True)
        raise SystemExit(1) from None
    if examined.faults:
        click.echo(report(examined.faults))
    return examined
