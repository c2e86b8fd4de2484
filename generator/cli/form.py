"""The options of a command that adds something to a project. The person at the terminal is asked for what is missing."""

import sys
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from generator.cli.project import open_project
from generator.edit.error import EditError
from generator.edit.names import find_name, free_id
from generator.edit.parse_value import parse_value

_MOST_LISTED = 20  # names in a question


def require(kind: str, names: Collection[str]) -> None:
    """Raise EditError if there are no `names` of things of a kind."""
    if not names:
        raise EditError(f"There is no {kind} yet. Add one first: briefing new {kind}")


class Form:
    """The project at a folder, and the options of a command by name.

    Each method returns the option, as it is stored, or asks for it until the answer is valid. The question is the help
    of the option. An option that can be repeated becomes one text, separated by commas.
    """

    def __init__(self, root: Path, options: Mapping[str, Any]) -> None:
        """Read and check the project."""
        self.project = open_project(root)
        self.options = options
        self.has_answers = True
        """Whether somebody may still answer questions: a terminal, or answers in a file."""

    def ask(
        self,
        name: str,
        parse: Callable[[str], str] = str.strip,
        *,
        default: str = "",
        suggested: str = "",
        hint: str = "",
        question: str = "",
        optional: bool = False,
    ) -> str:
        """Return an option or answer as `parse` returns it; `parse` raises EditError if it is invalid. The question is the help, or `question`.

        Without a terminal, the default is the answer. Raise MissingParameter if there is none, unless it is `optional`: then
        an empty text is an answer too. What is only `suggested` is the answer if a person presses Enter.
        """
        option = self.options[name]
        if option:
            return parse(option if isinstance(option, str) else ",".join(option))

        def parse_answer(answer: str) -> str:
            try:
                return parse(answer) if answer or not optional else ""
            except EditError as error:
                raise click.UsageError(str(error)) from None  # click asks again

        context = click.get_current_context()
        parameter = next(param for param in context.command.params if param.name == name)
        text = getattr(parameter, "help", None) or f"The {name}"  # an argument has no help
        question = question or text.removesuffix(" Repeatable.").removesuffix(".")
        try:
            answer: str = click.prompt(
                f"{question} ({hint})" if hint else question,
                default=suggested or default or ("" if optional else None),
                show_default=bool(suggested or default),
                value_proc=parse_answer,
            )
        except click.Abort:
            if sys.stdin.isatty():  # Ctrl+C
                raise
            self.has_answers = False
            if optional and not default:
                click.echo()
                return ""
            if not default:
                known = f"Found in the file: {suggested}" if suggested else ""
                raise click.MissingParameter(known, ctx=context, param=parameter) from None
            click.echo(default)
            return parse(default)
        return answer

    def ask_value(self, name: str, kind: Any, *, default: str = "", optional: bool = False) -> str:
        """Return a value of the type `kind` of the model, such as Date."""
        hint = "empty if not known" if optional and not default else ""
        return self.ask(name, partial(parse_value, kind), default=default, hint=hint, optional=optional)

    def ask_new_id(self, name: str, kind: str, taken: Collection[str], *, default: str) -> str:
        """Return an identifier that no other thing of its kind has."""
        return self.ask(name, lambda text: free_id(kind, text.strip(), taken), default=default)

    def choose(
        self, name: str, kind: str, names: Collection[str], *, default: str = "", several: bool = False
    ) -> str:
        """Return one of `names`, the names of all things of a kind, or several. Raise EditError if there are none."""
        require(kind, names)

        def parse(text: str) -> str:
            parts = text.split(",") if several else [text]
            return ",".join(find_name(kind, part.strip(), names) for part in parts)

        hint = ", ".join(names) if len(names) <= _MOST_LISTED else ""
        return self.ask(name, parse, default=default, hint=hint)
