"""A stored source by its name, for commands that take what they need from it whatever else is wrong in the project."""

from __future__ import annotations

from pathlib import Path

import click

from generator.files import read_files
from generator.load import load
from generator.model import Corpus, Source
from generator.reporters.text import report
from generator.shape import suggest


def stored_source(root: Path, name: str) -> tuple[Corpus, Source]:
    """Give what could be read of the project, and the source `name`; a path to one of its files names it too.

    Raises UsageError where there is no such source; ends with 1, and its faults, where it has some of its own.
    """
    raw, unread = read_files(root)
    corpus, faults = load(raw)
    known = Path(name).stem if Path(name).suffix in (".txt", ".yml") else name
    if known in corpus.sources:
        return corpus, corpus.sources[known]
    own = [one for one in (*unread, *faults) if one.mark.file in (f"seeds/{known}.txt", f"seeds/{known}.yml")]
    if own:
        click.echo(report(own), err=True)
        raise SystemExit(1)
    raise click.UsageError(f"there is no source “{name}” in seeds/. {suggest(known, list(corpus.sources))}")
