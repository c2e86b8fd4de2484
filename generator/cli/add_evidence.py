"""`briefing add-evidence`: words of a stored text as evidence for a position."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.form import Form
from generator.cli.new import ask_evidence, choose_cell, position_arguments
from generator.cli.options import root
from generator.edit.new import position


@click.command("add-evidence")
@position_arguments
@click.argument("words", nargs=-1)
@click.option("--why", help="One line on why the words support the position.")
@root
def add_evidence(root: Path, words: tuple[str, ...], **options: Any) -> None:
    """Add WORDS of a stored text as evidence for the newest position of PARTY on ISSUE in BRIEFING.

    Write … where you leave words out.
    """
    form = Form(root, {**options, "words": " ".join(words)})
    slug, party, issue = choose_cell(form)
    evidence = ask_evidence(form)
    form.write(position.add_evidence(form.project, slug, party, issue=issue, evidence=evidence))
