"""`briefing check`: every fault in one run."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

import click

from generator.check_cache import Result, keep, key_of, recall
from generator.cli.options import root
from generator.content.files import read_files
from generator.reporting import FORMATS, told

SETTINGS = "mkdocs.yml"
_VARIABLES = re.compile(rb"!ENV\s+\[?([\w, ]+)", re.ASCII)


@click.command()
@root
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    help="How faults are told: text for people, json for programs, github for a workflow, sarif for code scanning.",
)
def check(root: Path, form: str) -> None:
    """Check all content: every fault in one run. What has not changed since the last check is told again at once."""
    raw, faults = read_files(root)
    key = key_of({**raw, SETTINGS: _settings(root)}, faults)
    result = recall(root, key)
    if result is None:
        # Imported where there is work to do: the models take longer to make than an unchanged project to check.
        from generator.build.settings import settings_errors  # noqa: PLC0415
        from generator.cli.project import language_of  # noqa: PLC0415
        from generator.pipeline import examine  # noqa: PLC0415

        examined = examine(raw, (*faults, *settings_errors(root)), language_of(root).code)
        result = Result(examined.diagnostics, examined.found)
        keep(root, key, result)
    click.echo(told(result, form))
    if form == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        from generator.reporting.github import job_summary  # noqa: PLC0415

        with Path(page).open("a", encoding="utf-8") as file:
            file.write(job_summary(result))
    if not result.sound:
        raise SystemExit(1)


def _settings(root: Path) -> bytes:
    """Give the settings of the site, which say its language, with the variables that they name; nothing where there are none to be read."""
    with suppress(OSError):
        settings = (root / SETTINGS).read_bytes()
        names = {name for said in _VARIABLES.findall(settings) for name in re.findall(r"\w+", said.decode())}
        return settings + repr([(name, os.environ.get(name)) for name in sorted(names)]).encode()
    return b""
