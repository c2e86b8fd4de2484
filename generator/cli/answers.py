"""Answers to the questions about a new entry: from the command line, else from the person at the terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from generator.cli.project import open_project, print_files
from generator.edit.error import EditError
from generator.edit.new.questions import Answers, Question
from generator.edit.project import Change, Project
from generator.reporting.text import report


def parameters(questions: tuple[Question, ...]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that adds an argument or option for each question."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        for question in reversed(questions):
            add = _argument(question) if question.argument else _option(question)
            command = add(command)
        return command

    return decorate


def _argument(question: Question) -> Callable[..., Any]:
    return click.argument(question.name, required=False, nargs=-1 if question.several else 1)


def _option(question: Question) -> Callable[..., Any]:
    return click.option(
        f"--{question.name.replace('_', '-')}",
        question.name,
        multiple=question.several,
        type=click.Choice([*map(str, question.fixed_choices)]) if question.fixed_choices else str,
        default=None if question.required else question.default or None,
        show_default=True,
        help=f"{question.text}.{' Repeatable.' if question.several else ''}",
    )


def create(
    root: Path,
    questions: tuple[Question, ...],
    options: Mapping[str, Any],
    change: Callable[[Project, Answers], Change],
    **known: str,
) -> Answers:
    """Ask for every answer that is not among the options, write the change that follows from the answers, and return the answers.

    `known` are answers to which there is no question.
    """
    project = open_project(root)
    answers = dict(known)
    for question in questions:
        answers[question.name] = _answer(question, project, answers, options[question.name])
    entry = change(project, answers)
    left_to_do = project.write(entry)
    print_files(entry)
    if left_to_do:
        click.echo(f"\nStill to do:\n\n{report(left_to_do)}")
    return answers


def _answer(
    question: Question, project: Project, answers: Answers, option: str | tuple[str, ...] | None
) -> str:
    """Return the answer to a question; empty if it is not needed."""
    context = click.get_current_context()
    parameter = next(param for param in context.command.params if param.name == question.name)

    def parse(answer: str) -> str:
        try:
            return question.parse(project, answers, answer)
        except EditError as error:
            raise click.BadParameter(str(error), context, parameter) from None

    passed = "\n".join(option) or None if isinstance(option, tuple) else option
    if passed is not None:
        return parse(passed) if passed else ""
    if not question.required or not question.asked(project, answers):
        return ""
    default = question.likely_answer(project, answers)
    try:
        answer: str = click.prompt(
            question.prompt(project, answers), default=default or None, value_proc=parse
        )
    except click.Abort as abort:
        if not isinstance(abort.__context__, EOFError):  # Ctrl+C
            raise
    else:
        return answer
    if not default:
        raise click.MissingParameter(ctx=context, param=parameter)
    click.echo(default)
    return parse(default)
