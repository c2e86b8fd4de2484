"""What a command needs to know: from its options, else asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, NoReturn

import click
from pydantic import TypeAdapter, ValidationError

from generator.content.model.identifiers import identifier, is_id
from generator.content.model.values import Text
from generator.content.validation import suggest
from generator.edit.change import ChangeError, Desk
from generator.reporting.text import report


def of(kind: Any) -> Callable[[str], str]:
    """Give a check for `asked`: whether an answer is of a type of the model, such as Date."""

    def check(answer: str) -> str:
        try:
            TypeAdapter(kind).validate_python(answer)
        except ValidationError as fault:
            error = fault.errors()[0]
            raise click.UsageError(
                f"{error['msg']}. {error.get('ctx', {}).get('hint', '')}".strip()
            ) from None
        return answer

    return check


_any_text = of(Text)


def asked(
    option: str,
    given: str | None,
    question: str,
    default: str | None = None,
    check: Callable[[str], str] = _any_text,
) -> str:
    """Give what `check` makes of an option, else of what the person at the terminal answers.

    An answer for which it raises UsageError is asked for again, so that the answers before it are not lost. Where nobody
    is there to ask, the answer is `default`; raises UsageError where there is none.
    """
    if given is not None:
        return check(given.strip())
    try:
        return str(
            click.prompt(
                question,
                default=default,
                show_default=bool(default),
                value_proc=lambda answer: check(answer.strip()),
            )
        )
    except click.Abort:
        if default:
            click.echo(default)
            return check(default)
        raise click.UsageError(f"nobody is there to ask: give {option}") from None


def one_of(what: str, name: str, known: Collection[str]) -> str:
    """Give `name` where it is known. Raises UsageError, with the nearest, where it is not."""
    if name not in known:
        hint = suggest(name, [*known]) if known else "There is none yet."
        raise click.UsageError(f"there is no {what} “{name}”. {hint}")
    return name


def new_id(what: str, name: str, taken: Collection[str], option: str) -> str:
    """Give an identifier that is free. Raises UsageError where it is none, or is taken; `option` is where to give it."""
    if not is_id(name):
        raise click.UsageError(
            f"“{name}” is no identifier: write lower-case letters, digits and hyphens, such as night-closing"
        )
    if name in taken:
        raise click.UsageError(f"there is a {what} “{name}” already: give another {option}")
    return name


def id_for(what: str, given: str | None, named: str, taken: Collection[str], option: str) -> str:
    """Give an identifier that is free: the one that is given, else what is answered; what can be made of `named` is offered.

    Raises UsageError where it is none, or is taken, or none can be made and nobody is there to ask.
    """
    proposed = identifier(named)
    missing = option if proposed else f"{option} (no identifier can be made of “{named}”)"
    return asked(
        missing,
        given,
        f"The {what}’s identifier",
        proposed or None,
        lambda name: new_id(what, name, taken, option),
    )


def desk_at(root: Path) -> Desk:
    """Read the project at `root`."""
    return Desk(root)


def made(desk: Desk, files: Mapping[str, str | bytes], *, new: Collection[str] = ()) -> None:
    """Write `files`, of which `new` must not be there yet, and tell which; end with 1, and say why, where that cannot be."""
    raw = {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}
    try:
        after = desk.change(raw, new)
    except ChangeError as fault:
        refuse(fault)
    for path in raw:
        click.echo(f"{'Wrote' if path in new else 'Added to'} {path}.")
    known = set(desk.examined.diagnostics)
    if left := [one for one in after.faults if one not in known and one.location.file in raw]:
        click.echo(f"\nWhat is left to do:\n\n{report(left)}")


def refuse(fault: ChangeError) -> NoReturn:
    """Say why nothing was changed, and end with 1."""
    click.echo(str(fault), err=True)
    if fault.diagnostics:
        click.echo(f"\n{report(fault.diagnostics)}", err=True)
    raise SystemExit(1) from None
