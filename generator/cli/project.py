"""What several commands need of the project at a folder."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import click

from generator.build.pool import map_in_order, processors
from generator.build.publish import BuildError
from generator.build.settings import keeps_originals as site_keeps_originals
from generator.build.settings import site_language
from generator.checks import check_parts
from generator.checks.content import Content
from generator.content.files import FOLDERS, missing_folders, read_files
from generator.content.load import load
from generator.content.model import Corpus, Source
from generator.diagnostics import Diagnostic
from generator.edit.error import EditError
from generator.edit.names import find_name
from generator.edit.project import Change, Project
from generator.language import ENGLISH, Language
from generator.memory import Memory
from generator.pipeline import Examined, examine_folder
from generator.reporting.text import report
from generator.site.repository import SettingsError
from generator.store import Store


def require_project(root: Path) -> None:
    """Raise EditError if the folder `root` is not a project: it has none of the content folders."""
    missing = missing_folders(root)
    if len(missing) == len(FOLDERS):
        raise EditError("This folder is not a project.", tuple(missing))


def language_of(root: Path) -> Language:
    """Return the language of the site; English if the project has no settings that can be read."""
    try:
        return site_language(root)
    except SettingsError:
        return ENGLISH


def examine_project(root: Path, today: dt.date, others: tuple[Diagnostic, ...] = ()) -> Examined:
    """Read and check the project at `root`, except what the store has of earlier runs. The result has the `others` too."""
    memory = Memory(Store.of_user())
    return examine_folder(root, language_of(root).code, today, memory, others, check_parts=check_in_processes)


def check_in_processes(parts: Sequence[Content]) -> Iterator[tuple[Diagnostic, ...]]:
    """Check each of `parts`, with one process for each processor. Raise ClickException if the system ends a process.

    Only for commands without threads: the preview checks in one process.
    """
    try:
        yield from map_in_order(check_parts, parts, processors())
    except BuildError as error:
        raise click.ClickException(str(error)) from None


def keeps_originals(root: Path) -> bool:
    """Return whether git keeps the originals of sources. Raise EditError if the settings cannot be read."""
    try:
        return site_keeps_originals(root)
    except SettingsError as error:
        raise EditError(f"mkdocs.yml: {error}") from None


def open_project(root: Path) -> Project:
    """Return the project at `root`, open for changes."""
    return Project(root, language_of(root).code)


def write_change(project: Project, change: Change) -> None:
    """Write a change, and print its files and what is left to do."""
    left_to_do = project.write(change)
    for verb, paths in (("Wrote", change.created), ("Changed", change.changed), ("Deleted", change.removed)):
        for path in paths:
            click.echo(f"{verb} {path}.")
    if left_to_do:
        click.echo(f"\nStill to do:\n\n{report(left_to_do)}")


def require_no_errors(examined: Examined) -> None:
    """Report the warnings of a project; if it has errors, report them too and exit with 1."""
    if examined.errors_and_warnings:
        click.echo(report(examined.errors_and_warnings), err=examined.has_errors)
    if examined.has_errors:
        click.echo("Nothing was built. The last build stays as it was.", err=True)
        raise SystemExit(1)


def source_id(name: str, known: Collection[str]) -> str:
    """Return the identifier of a source that is named by it, or by one of its files. Raise EditError if it is not one of `known`."""
    return find_name("source", Path(name).stem, known)


def read_source(root: Path, name: str) -> tuple[Corpus, Source]:
    """Return what could be read of the project, and a source. Raise EditError if there is no such source, or it has errors."""
    files, unread = read_files(root)
    corpus, errors = load(files)
    stem = Path(name).stem
    if stem not in corpus.sources:
        paths = (f"seeds/{stem}.txt", f"seeds/{stem}.yml")
        if own_errors := tuple(error for error in (*unread, *errors) if error.location.file in paths):
            raise EditError(f"The source “{stem}” has errors.", own_errors)
    return corpus, corpus.sources[source_id(name, corpus.sources)]
