"""What a party answers, in `briefing new position`, and what it can answer, in `briefing new issue`."""

from collections.abc import Callable
from functools import partial
from typing import Any

import click

from generator.cli.form import Form
from generator.content.model import Briefing
from generator.edit.error import EditError
from generator.edit.new.position import answer_yaml, stance_codes

Command = Callable[..., None]


def answer_options(command: Command) -> Command:
    """Add the options for an answer to a command."""
    for add in (
        click.option("--reason", help="Why this stance and not the next one, in one sentence."),
        click.option(
            "--amount", help="For an issue with a unit, the amount that the party names, such as 5."
        ),
        click.option("--option", help="For an issue with options, the one that the party names."),
        click.option(
            "--stance",
            multiple=True,
            help="The stance, or PROPOSITION=CODE for each proposition. Repeatable.",
        ),
    ):
        command = add(command)
    return command


def ask_answer(form: Form, briefing: Briefing, issue: str) -> str:
    """Return the stance, the option or the amount, as the issue asks for it, as a line of YAML. Raise EditError."""
    about = briefing.about.issues[issue]
    key = about.answer_key
    codes = stance_codes(briefing, issue)
    given = ",".join(form.options["stance"])
    if key != "stance" and given in codes:  # unclear, or an absence
        return f"stance: {given}"
    wrong = [name for name in ("stance", "option", "amount") if name != key and form.options[name]]
    if wrong:
        raise EditError(f"The issue “{issue}” asks for another answer. Use --{key}, not --{wrong[0]}.")
    hint = ", ".join([*about.options, *([about.unit] if about.unit else []), *codes])
    return form.ask(key, partial(answer_yaml, briefing, issue, key), hint=hint)


def ask_possible_answers(form: Form) -> dict[str, Any]:
    """Return the propositions, the options or the unit of a new issue, by option. Raise EditError if there are several of them."""
    given = {key: form.options[key] for key in ("proposition", "option", "unit") if form.options.get(key)}
    if len(given) > 1:
        names = " and ".join(f"--{key}" for key in given)
        raise EditError(f"An issue has propositions, options or a unit. Use only one of {names}.")
    return given or {"proposition": [form.ask("proposition")]}
