"""A stored source by its name, for commands that take what they need from it whatever else is wrong in the project."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.naming import source_named, stored_names
from generator.content.files import read_files
from generator.content.load import load
from generator.content.model import Corpus, Source
from generator.reporting.text import report


def stored_source(root: Path, name: str) -> tuple[Corpus, Source]:
    """Give what could be read of the project, and the source `name`; a path to one of its files names it too.

    Raises UsageError where there is no such source; ends with 1, and its faults, where it has some of its own.
    """
    raw, unread = read_files(root)
    corpus, faults = load(raw)
    known = source_named(name, stored_names(raw))
    if known in corpus.sources:
        return corpus, corpus.sources[known]
    own = (f"seeds/{known}.txt", f"seeds/{known}.yml")
    click.echo(report(one for one in (*unread, *faults) if one.location.file in own), err=True)
    raise SystemExit(1)
