"""`briefing explain`: the manual page of a code."""

from __future__ import annotations

from difflib import get_close_matches
from textwrap import dedent

import click

from generator.pipeline import RULES


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain CODE, such as E201: why it matters and how to fix it. Without CODE, list all codes."""
    rules = {rule.code: rule for rule in sorted(RULES, key=lambda rule: rule.code[1:])}
    if code is None:
        for rule in rules.values():
            click.echo(f"{rule.code}  {rule.title}")
        return
    key = code.strip("[]").upper()
    if key not in rules:
        near = get_close_matches(key, rules, n=1)
        hint = f"Did you mean {near[0]}?" if near else "Run `briefing explain` to list all codes."
        raise click.UsageError(f"there is no code “{key}”. {hint}")
    rule = rules[key]
    click.echo(f"{rule.severity}[{rule.code}] {rule.name}\n\n{rule.title}\n\n{dedent(rule.manual).strip()}")
