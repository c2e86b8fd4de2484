"""A stored source by its name, for commands that work even if other parts of the project have errors."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

import click

from generator.content.files import read_files
from generator.content.load import load
from generator.content.load.paths import place
from generator.content.model import Corpus, Source
from generator.edit.names import find_name
from generator.edit.project import EditError
from generator.reporting.text import report


def source_names(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the identifiers of all sources among the files of a project (bytes by path), sorted."""
    return tuple(sorted({PurePosixPath(path).stem for path in files if place(path) == "source"}))


def find_source(name: str, known: Collection[str]) -> str:
    """Return the source of `known` that `name` means: its identifier, or the path of one of its files. Raise UsageError if there is none."""
    path = PurePosixPath(name.replace("\\", "/"))
    try:
        return find_name("source", path.stem if path.suffix in (".txt", ".yml") else name, known)
    except EditError as error:
        raise click.UsageError(str(error)) from None


def read_source(root: Path, name: str) -> tuple[Corpus, Source]:
    """Return what could be read of the project, and the source that `name` means.

    Raise UsageError if there is no such source; report its errors and exit with 1 if it has some.
    """
    files, unread = read_files(root)
    corpus, errors = load(files)
    source = find_source(name, source_names(files))
    if source in corpus.sources:
        return corpus, corpus.sources[source]
    paths = (f"seeds/{source}.txt", f"seeds/{source}.yml")
    click.echo(report(error for error in (*unread, *errors) if error.location.file in paths), err=True)
    raise SystemExit(1)
