"""`briefing explain`: the manual page of a code."""

from __future__ import annotations

from textwrap import dedent

import click

from generator.edit.names import find_name
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
    rule = rules[find_name("code", code.strip("[]").upper(), rules)]
    click.echo(f"{rule.severity}[{rule.code}] {rule.name}\n\n{rule.title}\n\n{dedent(rule.manual).strip()}")
