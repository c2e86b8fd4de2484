"""Commands that report and change nothing: what to do next, what changed for readers, and what a code means."""

import datetime as dt
from pathlib import Path
from textwrap import dedent

import click

from generator.cli.options import root, today
from generator.cli.project import examine_project, language_of, require_project
from generator.edit import status as statuses
from generator.edit.diff.report import FORMS
from generator.edit.diff.states import compare_with
from generator.edit.error import EditError
from generator.edit.names import find_name
from generator.pipeline import RULES


@click.command()
@root
@today
def status(root: Path, today: dt.date) -> None:
    """Show what to do next.

    That is: overdue reviews, positions with little support or without a date, drafts, internal notes, and sources without a hash or a use.
    """
    require_project(root)
    for line in statuses.status(examine_project(root, today)):
        click.echo(line)


@click.command()
@click.argument("revision", metavar="REV")
@root
@today
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMS]),
    default="text",
    help="text for people, markdown for the summary of a pull request.",
)
@click.option("--called", default="", metavar="NAME", help="Name that the report uses instead of REV.")
def diff(revision: str, root: Path, today: dt.date, form: str, called: str) -> None:
    """Report what changed for readers since a revision.

    REV is a branch, tag or commit. The report lists positions, texts, issues and sources.
    """
    language = language_of(root)
    examined = examine_project(root, today)
    if examined.has_errors:
        raise EditError(
            "Content with errors cannot be compared. Fix the errors first.", examined.errors_and_warnings
        )
    click.echo(FORMS[form](compare_with(revision, root, examined, language, called)))


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain an error or warning and how to fix it.

    CODE is its code, such as E201. Without CODE, list all codes.
    """
    rules = {rule.code: rule for rule in sorted(RULES, key=lambda rule: rule.code[1:])}
    if code is None:
        for rule in rules.values():
            click.echo(f"{rule.code}  {rule.title}")
        return
    rule = rules[find_name("code", code.strip("[]").upper(), rules)]
    click.echo(f"{rule.severity}[{rule.code}] {rule.name}\n\n{rule.title}\n\n{dedent(rule.manual).strip()}")
