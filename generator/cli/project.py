"""The project at a folder, for commands that need its language, or that it has no errors."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build.settings import SettingsError, site_language
from generator.diagnostics import ContentError
from generator.language import ENGLISH, Language
from generator.pipeline import Examined, site_of
from generator.reporting.text import report


def language_of(folder: Path) -> Language:
    """Return the language of the site; English if the project at `folder` has no settings that can be read."""
    try:
        return site_language(folder)
    except SettingsError:
        return ENGLISH


def require_no_errors(examined: Examined) -> None:
    """Report the warnings of a project; if it has errors, report them too and exit with 1."""
    try:
        site_of(examined)
    except ContentError as error:
        click.echo(report(error.diagnostics), err=True)
        click.echo("Nothing was built. The last build stays as it was.", err=True)
        raise SystemExit(1) from None
    if examined.faults:
        click.echo(report(examined.faults))
