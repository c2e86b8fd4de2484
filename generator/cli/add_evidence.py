"""`briefing add-evidence`: words of a stored text as evidence for a position."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.answers import create, parameters
from generator.cli.options import root
from generator.edit.new import evidence


@click.command("add-evidence")
@parameters(evidence.QUESTIONS)
@root
def add_evidence(root: Path, **options: str | None) -> None:
    """Add WORDS of a stored text as evidence for the position of PARTY on ISSUE in BRIEFING.

    Write … where you leave words out.
    """
    create(root, evidence.QUESTIONS, options, evidence.add_evidence)
