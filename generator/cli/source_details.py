"""The details of a new source: each from an option, from what was found in the file, or from an answer."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import click

from generator.cli.form import Form, require
from generator.content.model import ONE_VOICE, SourceKind
from generator.content.model.values import Date, Language, Text, Url
from generator.edit.articles.review import Review
from generator.edit.articles.review_text import label_lines
from generator.edit.names import find_name
from generator.edit.parse_value import parse_value
from generator.escape import shown

EMPTY = "-"
"""The answer that leaves a detail empty although a value was found."""
KINDS: Mapping[str, Any] = {
    "title": Text,
    "byline": Text,
    "publisher": Text,
    "published": Date,
    "language": Language,
    "url": Url,
    "retrieved": Date,
}
"""The details that a file may give, in the order of the questions."""
_REQUIRED = ("title", "language")
_FREE = ("origin", "rights", "publish")  # no file gives these


def check_names(form: Form) -> None:
    """Raise EditError if an option names a party or a speaker that is not there."""
    corpus = form.project.corpus
    speakers = {name for about in corpus.parties.values() for name in about.speakers}
    if form.options["speaker"]:
        find_name("speaker", form.options["speaker"], speakers)
    if form.options["party"]:
        require("party", corpus.parties)
    for party in form.options["party"]:
        find_name("party", party, corpus.parties)


def ask_details(form: Form, review: Review) -> dict[str, str]:
    """Return what is known of a source, by the keys of its file; empty texts for what is not known."""
    options = form.options
    details = {key: ask_detail(form, review, key) for key in KINDS if key != "retrieved"}
    details["retrieved"] = given(form, "retrieved") or review.best("retrieved")
    kind = ask_kind(form, review)
    for line in label_lines(review.converted, form.project.corpus, details["language"]):
        click.echo(f"Label {line}")
    details |= ask_voice(form, kind)
    if not (form.has_answers or options["yes"]):
        _say_what_is_left(review, details)
    return {**details, **{key: options[key] or "" for key in _FREE}}


def ask_detail(form: Form, review: Review, key: str) -> str:
    """Return a detail: the option, what was found if the editor takes it, or an answer."""
    if option := given(form, key):
        return option
    found = review.details.get(key, ())
    is_required = key in _REQUIRED
    if (found and form.options["yes"]) or (form.options[key] == "" and not is_required):
        return found[0].value if form.options[key] is None else ""
    is_asked = is_required or (
        (found or not review.is_simple) and form.has_answers and not form.options["yes"]
    )
    if not is_asked:
        return ""
    for other in found[1:]:
        click.echo(f"Also found: {shown(other.value)} ({shown(other.where)})")
    hints = [f"found: {shown(found[0].where)}"] if found else []
    if not is_required:
        hints.append(f"{EMPTY} for none" if found else "empty if not known")
    # A text of an editor's own, as the guides have it, is most often English; of what others wrote nothing is assumed.
    default = "en" if key == "language" and review.is_plain and not found else ""
    parse = partial(_parse, KINDS[key], can_be_none=not is_required)
    return form.ask(
        key,
        parse,
        default=default,
        suggested=review.best(key),
        hint="; ".join(hints),
        optional=not is_required,
    )


def given(form: Form, key: str) -> str:
    """Return an option as it is stored; empty if it was not passed. Raise EditError if it is invalid."""
    return parse_value(KINDS[key], form.options[key]) if form.options[key] else ""


def _parse(kind: Any, text: str, *, can_be_none: bool) -> str:
    return "" if can_be_none and text.strip() == EMPTY else parse_value(kind, text)


def ask_kind(form: Form, review: Review) -> SourceKind:
    """Return what a source is: the option, what was found, or an answer; an article if nobody says otherwise."""
    found = review.details.get("kind", ())
    if form.options["kind"]:
        return SourceKind(form.options["kind"])
    if form.options["yes"] or not form.has_answers or (review.is_simple and not found):
        return SourceKind(review.best("kind")) if found and form.options["yes"] else SourceKind.ARTICLE
    return _ask_kind(form, review.best("kind") or SourceKind.ARTICLE, found[0].where if found else "")


def ask_kind_of_all(form: Form) -> SourceKind:
    """Return what the sources are that do not say it: the option or an answer; articles if nobody says otherwise."""
    if form.options["kind"] or form.options["yes"] or not form.has_answers:
        return SourceKind(form.options["kind"] or SourceKind.ARTICLE)
    return _ask_kind(form, SourceKind.ARTICLE, "")


def _ask_kind(form: Form, suggested: str, where: str) -> SourceKind:
    kinds = [*map(str, SourceKind)]
    hint = f"found: {shown(where)}; {', '.join(kinds)}" if where else ", ".join(kinds)
    answer = form.ask(
        "kind",
        lambda text: find_name("kind", text.strip(), kinds),
        suggested=suggested,
        hint=hint,
        optional=True,
    )
    return SourceKind(answer or SourceKind.ARTICLE)


def ask_voice(form: Form, kind: SourceKind) -> dict[str, str]:
    """Return the kind of a source if it is not an article, and whose own words it is; ask for the party if nobody is named."""
    corpus, options = form.project.corpus, form.options
    speaker = options["speaker"] or ""
    parties: list[str] = []
    has_one_voice = kind in ONE_VOICE - {SourceKind.DOCUMENT}
    if options["party"] or (has_one_voice and corpus.parties and not speaker):
        parties = form.choose("party", "party", corpus.parties, several=True).split(",")
    return {
        "kind": kind if kind is not SourceKind.ARTICLE else "",
        "party": parties[0] if len(parties) == 1 else "",
        "speaker": speaker,
        "parties": ",".join(parties) if len(parties) > 1 else "",
    }


def _say_what_is_left(review: Review, details: Mapping[str, str]) -> None:
    """Print what was found and not stored, because nobody could be asked."""
    left = [
        f"{key}: {shown(found[0].value)} ({shown(found[0].where)})"
        for key, found in review.details.items()
        if not details.get(key)
    ]
    if left:
        click.echo(
            "Found, but not stored, as nobody was asked. Pass --yes to take all of it, or the options:"
        )
        click.echo("\n".join(f"  {line}" for line in left))
