"""`briefing new source`: read a file, show its text, ask what to leave out and what is known of it, and store it."""

import shutil
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from generator.cli.form import Form
from generator.cli.options import choice, root
from generator.cli.project import keeps_originals, write_change
from generator.cli.source_details import ask_details, check_names
from generator.clock import day
from generator.content.model import Publish, SourceKind
from generator.edit.articles.fetch import fetch, is_url
from generator.edit.articles.incoming import Incoming, from_web, read_incoming
from generator.edit.articles.review import MARKED, NONE, Review, review_file
from generator.edit.articles.review_text import as_text, doubtful_lines, ranges
from generator.edit.error import EditError
from generator.edit.new.source import likely_id, reviewed_source, stored_before
from generator.escape import shown

PASTE = "-"
_PATTERN = "*?["


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--id", help="The source’s identifier.")
@click.option("--title", help="The headline, in [brackets] if the text has none.")
@choice("--kind", SourceKind, "What the text is; an article if nothing else is known.")
@click.option(
    "--party",
    multiple=True,
    help="The party whose own words the text is; several speak together. Repeatable.",
)
@click.option("--speaker", help="The speaker whose own words the text is, by identifier.")
@click.option("--publisher", help="The publisher.")
@click.option("--byline", help="The author.")
@click.option("--published", help="The date of publication, such as 2025-12-02 or 2025-12.")
@click.option("--retrieved", help="The date on which you stored the text.")
@click.option("--url", help="The web address of the text.")
@click.option("--language", help="The language of the text, such as en or de.")
@click.option("--origin", help="The wire story or event that the text is based on.")
@click.option("--rights", help="The owner of the text, and the terms under which you store it.")
@choice("--publish", Publish, "How much of the text the site shows.", default=Publish.EXCERPT)
@click.option(
    "--encoding", help="The encoding of the file, if it is not the one that its bytes seem to have."
)
@click.option("--strike", help=f"The lines to leave out, such as 3,7-9; “{MARKED}” for all doubtful lines.")
@click.option("--keep-all", is_flag=True, help="Keep all lines, also doubtful ones.")
@click.option(
    "--yes", "-y", is_flag=True, help="Take the values that were found in the file, and ask for no others."
)
@root
def source(root: Path, files: tuple[str, ...], **options: Any) -> None:
    """Store a text with its details and its hash.

    FILE is a saved web page, a PDF, a Word file (.docx), a mail (.eml) or plain text. It may be a web address that begins with https://, or
    - for text that you paste. Its text is shown before it is stored. Plain text in UTF-8 is stored byte for byte.
    """
    if options["keep_all"] and options["strike"]:
        raise click.UsageError("Pass --keep-all or --strike, not both.")
    form = Form(root, options)
    check_names(form)
    names = [name for each in files for name in _expanded(each)]
    if len(names) > 1 and PASTE in names:
        raise click.UsageError(f"Store the text that you paste alone: briefing new source {PASTE}")
    if len(names) > 1:
        from generator.cli.new_sources import store_many

        store_many(form, list(dict.fromkeys(names)))
        return
    incoming = read_named(names[0])
    with questions_at_the_terminal(pasted=names[0] == PASTE):
        store_one(form, incoming)


def store_one(form: Form, incoming: Incoming) -> None:
    """Store a file after a review, and say what to do next."""
    review = convert(form, incoming)
    require_new(form, review)
    if not review.is_simple:
        click.echo(f"{as_text(review, shutil.get_terminal_size().columns)}\n")
    if review.asks_for_encoding:
        click.echo("If this encoding is wrong, pass the right one: --encoding")
    struck = ask_struck(form, review)
    require_new(form, review, struck)
    details = ask_details(form, review)
    default = likely_id(details["title"], details["published"], Path(incoming.name).stem)
    name = form.ask_new_id("id", "source", form.project.corpus.sources, default=default)
    keeps = keeps_originals(form.project.root)
    change = reviewed_source(form.project, name, review, struck, details, keeps_originals=keeps)
    write_change(form.project, change)
    click.echo(f"\nTo list its quotations, with the evidence to paste: briefing quotes {name}")


def require_new(form: Form, review: Review, struck: Collection[int] = ()) -> None:
    """Raise EditError if a file or its text is stored already, unless an option gives the new source an identifier, or if nothing is left."""
    if (stored := stored_before(form.project, review, struck)) and not form.options["id"]:
        raise EditError(
            f"{stored} Nothing was written. If another publisher has the same text, give this source an identifier: --id"
        )


def read_named(name: str) -> Incoming:
    """Read a file, a web page, or what is pasted. Raise EditError if that is not possible."""
    if name == PASTE:
        if sys.stdin.isatty():
            click.echo(
                "Paste the text. End with Ctrl+D on a line of its own (Windows: Ctrl+Z, then Enter).",
                err=True,
            )
        return Incoming(sys.stdin.buffer.read())
    if not is_url(name):
        return read_incoming(Path(name))
    fetched = fetch(name)
    for url in fetched.redirects:
        click.echo(f"Redirected to {shown(url)}")
    return from_web(fetched, day())


@contextmanager
def questions_at_the_terminal(*, pasted: bool) -> Iterator[None]:
    """Ask at the terminal after standard input was read to its end, if there is one."""
    stdin = sys.stdin
    try:
        # A test has another standard input, and no terminal of its own.
        terminal = Path("/dev/tty").open(encoding="utf-8") if pasted and stdin is sys.__stdin__ else None  # noqa: SIM115 - closed below
    except OSError:
        terminal = None
    if terminal is None:
        yield
        return
    with terminal:
        sys.stdin = terminal
        try:
            yield
        finally:
            sys.stdin = stdin


def convert(form: Form, incoming: Incoming) -> Review:
    """Convert a file. If its encoding was guessed, it is asked for, unless an option decides about the text."""
    review = review_file(incoming, form.options["encoding"] or "")
    if not review.asks_for_encoding or is_decided(form):
        return review
    for notice in review.converted.notices:
        click.echo(shown(notice))
    reviews = {review.converted.encoding: replace(review, encoding_given=True)}

    def parse(text: str) -> str:
        if text not in reviews:
            reviews[text] = review_file(incoming, text)
        return text

    try:
        return reviews[form.ask("encoding", parse, suggested=review.converted.encoding)]
    except click.MissingParameter:
        raise EditError(
            f"The encoding of {incoming.label} is not certain. If {review.converted.encoding} is right, pass "
            f"--encoding {review.converted.encoding}; if not, pass another."
        ) from None


def is_decided(form: Form) -> bool:
    """Return whether an option says which lines stay."""
    return bool(form.options["keep_all"] or form.options["strike"])


def ask_struck(form: Form, review: Review) -> frozenset[int]:
    """Return the numbers of the lines to leave out. Raise EditError if lines are doubtful and nobody decides."""
    needs_no_answer = review.is_simple or (form.options["yes"] and not review.doubtful)
    if form.options["keep_all"] or (needs_no_answer and not form.options["strike"]):
        return frozenset()
    hint = f"“{NONE}” to keep all" if review.doubtful else ""
    parse: Callable[[str], str] = lambda text: ranges(review.numbers(text)) or NONE  # noqa: E731
    if not form.has_answers and not form.options["strike"]:
        raise _undecided(review)
    try:
        numbers = form.ask(
            "strike",
            parse,
            suggested="" if review.doubtful else NONE,
            optional=not review.doubtful,
            hint=hint,
        )
    except click.MissingParameter:
        raise _undecided(review) from None
    return review.numbers(numbers)


def _undecided(review: Review) -> EditError:
    return EditError(
        f"Nothing was stored, because lines of {review.incoming.label} are doubtful:\n{doubtful_lines(review)}\n"
        f"Pass --keep-all, or --strike with the numbers of the lines to leave out, such as --strike {ranges(review.doubtful)}; "
        f"--strike {MARKED} leaves out all of these."
    )


def _expanded(name: str) -> list[str]:
    """Return the files that match a pattern, which shells of Windows do not look for; else the name itself."""
    path = Path(name)
    if name == PASTE or is_url(name) or not any(sign in path.name for sign in _PATTERN) or path.exists():
        return [name]
    return sorted(map(str, path.parent.glob(path.name))) or [name]
