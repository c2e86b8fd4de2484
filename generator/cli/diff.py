"""`briefing diff`: what changed for readers since a revision."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.project import language_of
from generator.edit.diff.report import FORMS
from generator.edit.diff.states import compare_with
from generator.edit.git import NoRevisionError
from generator.pipeline import examine_folder
from generator.reporting.text import report


@click.command()
@click.argument("revision", metavar="REV")
@root
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMS]),
    default="text",
    help="text for people, markdown for the summary of a pull request.",
)
@click.option("--called", default="", metavar="NAME", help="Name that the report uses instead of REV.")
def diff(revision: str, root: Path, form: str, called: str) -> None:
    """Report what changed for readers since REV (a branch, tag or commit): positions, texts, issues and sources."""
    language = language_of(root)
    examined = examine_folder(root, language.code)
    if not examined.sound:
        click.echo(report(examined.faults), err=True)
        click.echo("Content with errors cannot be compared: fix the errors first.", err=True)
        raise SystemExit(1)
    try:
        comparison = compare_with(revision, root, examined, language, called)
    except NoRevisionError as error:
        raise click.UsageError(str(error)) from None
    click.echo(FORMS[form](comparison))
