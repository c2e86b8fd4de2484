"""`briefing check`: every error and warning in one run."""

import datetime as dt
import os
import re
from dataclasses import replace
from pathlib import Path

import click

from generator.check_cache import Result, keep, key_of, recall
from generator.cli.options import root, today
from generator.content.files import read_files
from generator.content.originals import ignored, original_errors
from generator.content.own_pages import docs_errors
from generator.diagnostics import Severity
from generator.reporting import FORMATS, render
from generator.store import Store

SETTINGS = "mkdocs.yml"


@click.command()
@root
@today
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    help="text for people, json for programs, github for a workflow, sarif for code scanning.",
)
@click.option("--quiet", "-q", is_flag=True, help="Hide info messages; report only errors and warnings.")
def check(root: Path, today: dt.date, form: str, *, quiet: bool) -> None:
    """Report every error and warning in the content.

    Only what changed since the last check is checked again.
    """
    raw, unread = read_files(root)
    store = Store.of_user()
    errors = (*unread, *docs_errors(root), *original_errors(root, store))
    others = {SETTINGS: _settings(root), "day": str(today).encode(), "ignored": str(ignored(root)).encode()}
    key = key_of({**raw, **others}, errors)
    result = recall(store, key)
    if result is None:
        from generator.build.settings import settings_diagnostics
        from generator.cli.project import check_in_processes, language_of
        from generator.memory import Memory
        from generator.pipeline import examine

        every_error = (*errors, *settings_diagnostics(root))
        language, memory = language_of(root).code, Memory(store)
        examined = examine(raw, every_error, language, today, memory, check_parts=check_in_processes)
        result = Result(examined.diagnostics, examined.summary)
        keep(store, key, result)
    if quiet:
        result = replace(
            result,
            diagnostics=tuple(item for item in result.diagnostics if item.severity is not Severity.INFO),
        )
    click.echo(render(result, form))
    if form == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        from generator.reporting.github import job_summary

        try:
            with Path(page).open("a", encoding="utf-8") as file:
                file.write(job_summary(result))
        except OSError as error:
            click.echo(f"The summary of the job cannot be written to {page}: {error.strerror}.", err=True)
    if result.has_errors:
        raise SystemExit(1)


def _settings(root: Path) -> bytes:
    """Return the site's settings, which contain its language, and the environment variables that they may use."""
    try:
        settings = (root / SETTINGS).read_bytes()
    except OSError:
        return b""
    words = set(re.findall(r"\w+", settings.decode(errors="replace")))
    return settings + repr(sorted(pair for pair in os.environ.items() if pair[0] in words)).encode()
