"""`briefing new source` with several files: what is the same for all is asked once, and a failed file stops none of the others."""

import shutil
import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from generator.cli.form import Form
from generator.cli.new_source import is_decided, read_named
from generator.cli.project import keeps_originals
from generator.cli.source_details import KINDS, ask_kind_of_all, ask_voice, given
from generator.content.model import SourceKind
from generator.content.model.values import Text
from generator.edit.articles.review import MARKED, Review, review_file
from generator.edit.articles.review_text import doubtful_lines, ranges
from generator.edit.error import EditError
from generator.edit.names import find_name
from generator.edit.new.source import free_likely_id, reviewed_source, stored_before
from generator.escape import shown

_OF_ONE_FILE = ("id", "title", "byline", "published", "url", "encoding")
_OF_ALL = ("publisher", "language")  # what is asked once, for the files that do not say it
KEEP, STRIKE = "keep", "strike"


@dataclass(frozen=True)
class _Stored:
    """A row of the table: a source that was stored."""

    name: str
    title: str
    published: str
    paragraphs: int
    doubtful: str


def store_many(form: Form, names: Sequence[str]) -> None:
    """Store files one by one, print a table of all of them, and exit with 1 if one failed."""
    for key in _OF_ONE_FILE:
        if form.options[key]:
            raise click.UsageError(f"--{key} is for one file. With several files, leave it out.")
    reviews, failed, known = _converted(form, names)
    strikes = _ask_strikes(form, reviews)
    _ask_to_take_values(form, reviews)
    shared = _ask_shared(form, reviews)
    keeps = keeps_originals(form.project.root)
    stored: list[_Stored] = []
    for name, review in reviews.items():
        struck = frozenset(review.doubtful) if strikes else frozenset[int]()
        try:
            if before := stored_before(form.project, review, struck):
                known[name] = before
                continue
            stored.append(_store(form, review, struck, shared, keeps=keeps))
        except EditError as error:
            failed[name] = _reason(error)
    click.echo(_report(stored, known, failed))
    if failed:
        raise SystemExit(1)


def _converted(form: Form, names: Sequence[str]) -> tuple[dict[str, Review], dict[str, str], dict[str, str]]:
    """Return the reviews of all files that could be converted, why others could not, and what is stored already, by name."""
    reviews: dict[str, Review] = {}
    failed: dict[str, str] = {}
    known: dict[str, str] = {}
    for name in names:
        try:
            review = review_file(read_named(name))
        except EditError as error:
            failed[name] = _reason(error)
            click.echo(f"{shown(name)}: failed")
            continue
        if stored := stored_before(form.project, review):
            known[name] = stored
            click.echo(f"{shown(name)}: stored already")
            continue
        reviews[name] = review
        converted = review.converted
        click.echo(f"{shown(name)}: {len(converted.lines)} paragraphs, {len(review.doubtful)} doubtful")
        for notice in converted.notices:
            click.echo(f"  Note: {shown(notice)}")
    return reviews, failed, known


def _ask_strikes(form: Form, reviews: Mapping[str, Review]) -> bool:
    """Return whether the doubtful lines of all files are left out. Raise EditError if there are some and nobody decides."""
    if form.options["strike"] not in (None, MARKED):
        raise click.UsageError(f"With several files, --strike can only be {MARKED}: the numbers differ.")
    unsure = {name: review for name, review in reviews.items() if review.doubtful or review.asks_for_encoding}
    if is_decided(form) or not unsure:
        return bool(form.options["strike"] == MARKED)
    for name, review in unsure.items():
        click.echo(f"\n{shown(name)}{': its encoding is not certain' if review.asks_for_encoding else ''}")
        if review.doubtful:
            click.echo(doubtful_lines(review, shutil.get_terminal_size().columns))
    try:
        answer = form.ask(
            "strike",
            lambda text: find_name("answer", text.strip(), (KEEP, STRIKE)),
            question=f"The doubtful lines of all files: “{KEEP}” or “{STRIKE}”",
        )
    except click.MissingParameter:
        raise EditError(
            f"Nothing was stored, because files have doubtful lines, or an encoding that is not certain: {', '.join(unsure)}. "
            f"Pass --keep-all, or --strike {MARKED}, or store these files one by one."
        ) from None
    return answer == STRIKE


def _ask_to_take_values(form: Form, reviews: Mapping[str, Review]) -> None:
    """Ask once whether the values that were found are right. Raise EditError if nobody answers, or they are not."""
    if form.options["yes"] or not any(review.details for review in reviews.values()):
        return
    for name, review in reviews.items():
        if review.details:
            click.echo(f"\n{shown(name)}")
        for key, found in review.details.items():
            click.echo(f"  {key}: {shown(found[0].value)} ({shown(found[0].where)})")
    try:
        takes = click.confirm("Take these values for all files?")
    except click.Abort:
        takes = False
    if not takes:
        raise EditError("Nothing was stored. Pass --yes to take these values, or store the files one by one.")


def _ask_shared(form: Form, reviews: Mapping[str, Review]) -> dict[str, str]:
    """Return the details that are the same for all files; those that a file says itself come first."""
    shared = {key: form.options[key] or "" for key in ("origin", "rights", "publish")}
    for key in _OF_ALL:
        option = given(form, key)
        is_missing = any(not review.best(key) for review in reviews.values())
        is_asked = key == "language" or (form.has_answers and not form.options["yes"])
        if not option and is_missing and is_asked:
            with suppress(click.MissingParameter):  # a file without a language fails alone
                option = form.ask_value(key, KINDS[key], optional=key != "language")
        shared[key] = option
    if not form.options["rights"] and reviews and form.has_answers and not form.options["yes"]:
        shared["rights"] = form.ask_value("rights", Text, optional=True)
    kind = ask_kind_of_all(form) if any(not review.best("kind") for review in reviews.values()) else None
    return {**shared, **ask_voice(form, kind or SourceKind.ARTICLE)}


def _store(
    form: Form, review: Review, struck: frozenset[int], shared: Mapping[str, str], *, keeps: bool
) -> _Stored:
    """Store a file, and return its row of the table. Raise EditError if that is not possible."""
    details = {key: given(form, key) or review.best(key) or shared.get(key, "") for key in KINDS}
    details |= {key: text for key, text in shared.items() if key not in details}
    if not form.options["kind"] and (kind := review.best("kind")) and kind != SourceKind.ARTICLE:
        details["kind"] = kind
    if not details["title"]:
        details["title"] = _ask_title(form, review)
    file_name = Path(review.incoming.name).stem
    if not details["language"]:
        raise EditError("The file does not say its language. Pass --language, or store it alone")
    name = free_likely_id(form.project, details["title"], details["published"], file_name)
    if not name:
        raise EditError("No identifier can be made of its title or name. Store it alone, with --id")
    change = reviewed_source(form.project, name, review, struck, details, keeps_originals=keeps)
    form.project.write(change)
    doubtful = ranges(review.doubtful)
    fate = f"{'left out' if struck else 'kept'}: {doubtful}" if doubtful else ""
    return _Stored(name, details["title"], details["published"], len(review.kept(struck)), fate)


def _ask_title(form: Form, review: Review) -> str:
    """Return the title of a file that does not say it. Raise EditError if nobody answers."""
    if form.has_answers and not form.options["yes"]:
        click.echo(
            f"\n{shown(review.incoming.label)} does not say its title. It begins: {_beginning(review)}"
        )
        with suppress(click.MissingParameter):
            return form.ask("title")
    raise EditError("The file does not say its title. Store it alone, with --title")


def _beginning(review: Review) -> str:
    return textwrap.shorten(shown(review.converted.lines[0].text), 100, placeholder=" …")


def _reason(error: EditError) -> str:
    first = f" {error.diagnostics[0].message}. {error.diagnostics[0].hint}" if error.diagnostics else ""
    return f"{error}{first}"


def _report(stored: Sequence[_Stored], known: Mapping[str, str], failed: Mapping[str, str]) -> str:
    """Return a table of what came in, and lines on what did not."""
    out = StringIO()
    if stored:
        table = Table(title=None, box=None, pad_edge=False)
        for head in ("Source", "Title", "Published", "Paragraphs", "Doubtful lines"):
            table.add_column(head, justify="right" if head == "Paragraphs" else "left", overflow="fold")
        for row in stored:
            table.add_row(row.name, shown(row.title), row.published, str(row.paragraphs), row.doubtful)
        Console(file=out, width=shutil.get_terminal_size().columns, markup=False, highlight=False).print(
            table
        )
    counts = Counter(stored=len(stored), known=len(known), failed=len(failed))
    lines = ["", out.getvalue().rstrip("\n")] if stored else []
    lines += ["", *known.values()] if known else []
    lines += (
        ["", *(f"{shown(name)} failed: {shown(reason)}" for name, reason in failed.items())] if failed else []
    )
    summary = f"{counts['stored']} stored, {counts['known']} stored already, {counts['failed']} failed."
    return "\n".join([*lines, "", summary])
