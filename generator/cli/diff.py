"""`briefing diff`: what changed for a reader since a revision."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.project import language_of
from generator.edit.diff.project import compare_with
from generator.edit.diff.report import FORMS
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
@click.option(
    "--called",
    default="",
    metavar="NAME",
    help="What is told instead of REV, where that says nothing to people.",
)
def diff(revision: str, root: Path, form: str, called: str) -> None:
    """Tell what changed for a reader since REV, a branch, a tag or a commit: positions, words, sources, pages."""
    language = language_of(root)
    examined = examine_folder(root, language.code)
    if not examined.sound:
        click.echo(report(examined.faults), err=True)
        click.echo("What has errors is not compared: mend them first.", err=True)
        raise SystemExit(1)
    try:
        comparison = compare_with(revision, root, examined, language, called)
    except NoRevisionError as fault:
        raise click.UsageError(str(fault)) from None
    click.echo(FORMS[form](comparison))
