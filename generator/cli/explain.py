"""`briefing explain`: what a code means."""

from __future__ import annotations

from difflib import get_close_matches
from textwrap import dedent

import click

from generator.pipeline import RULES


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain what CODE means (as E201): why it matters, and what to write instead; without CODE, list all."""
    rules = {rule.code: rule for rule in sorted(RULES, key=lambda rule: rule.code[1:])}
    if code is None:
        for rule in rules.values():
            click.echo(f"{rule.code}  {rule.title}")
        return
    asked = code.strip("[]").upper()
    if asked not in rules:
        near = get_close_matches(asked, rules, n=1)
        hint = f"Did you mean {near[0]}?" if near else "briefing explain, without a code, lists all."
        raise click.UsageError(f"there is no code “{code}”. {hint}")
    rule = rules[asked]
    click.echo(f"{rule.severity}[{rule.code}] {rule.name}\n\n{rule.title}\n\n{dedent(rule.manual).strip()}")
