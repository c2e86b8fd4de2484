"""Options that several commands have."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import click

from generator.clock import day
from generator.edit import WORK


def date(text: str) -> dt.date:
    """Return a day such as 2031-03-03. Raise BadParameter for anything else."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"“{text}” is not a date. Write year-month-day: 2031-03-03.") from None


def finish_changes(root: Path) -> Path:
    """Return `root`, after a change of that project which was interrupted is finished. Raise EditError if it cannot be."""
    if (root / WORK).exists():
        from generator.edit.atomic_write import finish

        if done := finish(root):
            click.echo(done, err=True)
    return root


Command = Callable[..., None]


def choice(
    name: str, values: type[StrEnum], text: str, default: StrEnum | None = None
) -> Callable[[Command], Command]:
    """Return an option whose value is one of `values`, with the help `text`."""
    choices = click.Choice([*map(str, values)])
    return click.option(name, type=choices, default=default and str(default), show_default=True, help=text)


FOLDER = click.Path(file_okay=False, path_type=Path)
root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    callback=lambda context, _option, folder: folder if context.resilient_parsing else finish_changes(folder),
    help="The project's folder, with seeds/ and briefings/. Default: this folder.",
)
today = click.option(
    "--today",
    type=date,
    callback=lambda _context, _option, named: day(named),
    help="The day of the build or check: overdue reviews are counted from it, and later dates are reported. "
    "Default: BRIEFING_TODAY, else the day of SOURCE_DATE_EPOCH, else today’s date (UTC).",
)
