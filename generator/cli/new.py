"""Commands that add something: `briefing new` and `briefing add-evidence`. They ask for what is not passed as an option."""

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Any

import click

from generator.cli.answers import answer_options, ask_answer, ask_possible_answers
from generator.cli.form import Form, require
from generator.cli.new_source import source
from generator.cli.options import Command, choice, root
from generator.cli.project import write_change
from generator.content.model import (
    ABSENCES,
    Basis,
    BriefingStatus,
    Kind,
    PartyKind,
)
from generator.content.model.identifiers import identifier
from generator.content.model.values import Date, Language
from generator.edit.new import position as positions
from generator.edit.new.briefing import issue_yaml, new_briefing, new_issue
from generator.edit.new.party import new_party, parse_speakers


@click.group(epilog="If an answer is invalid, for example 30 February, you are asked again.")
def new() -> None:
    """Add a source, party, briefing, issue or position.

    These commands ask for anything you don't pass as an option. They never overwrite a file.
    """


new.add_command(source)


@new.command()
@click.argument("identifier", metavar="[ID]", required=False)
@click.option("--name", help="The party’s full name.")
@choice("--kind", PartyKind, "The kind of actor.")
@click.option("--short", help="A short name for tables, if the full name is long.")
@click.option("--alias", multiple=True, help="Another name that sources use. Repeatable.")
@click.option("--speaker", multiple=True, help="“Name, Role” or “id=Name, Role” of a speaker. Repeatable.")
@root
def party(root: Path, **options: Any) -> None:
    """Add a party to briefings/parties.yml."""
    form = Form(root, options)
    name = form.ask("name")
    party_id = form.ask_new_id("identifier", "party", form.project.corpus.parties, default=identifier(name))
    kind = form.choose("kind", "party kind", [*map(str, PartyKind)])
    details = {"name": name, "short": options["short"] or "", "kind": kind}
    speakers = parse_speakers(options["speaker"])
    write_change(
        form.project,
        new_party(form.project, party_id, details, aliases=options["alias"], speakers=speakers),
    )


@new.command()
@click.argument("identifier", metavar="[ID]", required=False)
@click.option("--title", help="The briefing’s title.")
@click.option("--question", help="The question that the briefing answers.")
@choice("--status", BriefingStatus, "The status.", default=BriefingStatus.EXPLORATORY)
@click.option("--party", multiple=True, help="The parties, in the order of the columns. Repeatable.")
@click.option("--source", help="The first stored source.")
@click.option("--language", help="The language of the pages, if it is not the language of the site.")
@click.option("--as-of", help="The date of the newest event that it covers, such as 2025-12-02.")
@click.option("--issue", "issue_title", help="The first issue’s name in neutral words.")
@click.option("--issue-id", "issue_identifier", help="The first issue’s identifier.")
@click.option("--issue-question", help="The first issue’s question in neutral words.")
@click.option(
    "--proposition",
    multiple=True,
    help="A sentence that a party can support or reject, or ID=SENTENCE. Repeatable.",
)
@click.option("--summary", help="Where it stands, in one sentence that says whose words it rests on.")
@click.option("--words", help="The words of the source that show it; write … where you leave words out.")
@root
def briefing(root: Path, **options: Any) -> None:
    """Add a briefing with one issue, based on one source."""
    form = Form(root, options)
    corpus = form.project.corpus
    require("source", corpus.sources)
    require("party", corpus.parties)
    title = form.ask("title")
    slug = form.ask_new_id("identifier", "briefing", corpus.briefings, default=identifier(title))
    about = {"title": title, "question": form.ask("question")}
    parties = form.choose("party", "party", corpus.parties, several=True).split(",")
    only_source = next(iter(corpus.sources)) if len(corpus.sources) == 1 else ""
    source = form.choose("source", "source", corpus.sources, default=only_source)
    language = options["language"] or ""
    if corpus.sources[source].about.language != form.project.language:
        language = form.ask_value("language", Language, default=form.project.language)
    day = form.ask_value("as_of", Date)
    about |= {"language": language, "status": options["status"], "as_of": day, "reviewed_on": day}
    issue, issue_entry = ask_issue(form, (), prefix="issue_")
    summary = form.ask("summary")
    evidence = form.ask("words", partial(positions.evidence_yaml, form.project, source=source))
    write_change(
        form.project,
        new_briefing(slug, about, parties=parties, summary=summary, evidence=evidence, issue=issue_entry),
    )
    click.echo(f"\nNext, add each party’s position: briefing new position {slug} PARTY {issue}")


@new.command()
@click.argument("briefing", required=False)
@click.argument("identifier", metavar="[ID]", required=False)
@click.option("--title", help="The issue’s name in neutral words.")
@click.option("--question", help="The issue’s question in neutral words.")
@click.option(
    "--proposition",
    multiple=True,
    help="A sentence that a party can support or reject, or ID=SENTENCE. Repeatable.",
)
@click.option(
    "--option",
    multiple=True,
    help="Instead of propositions: what parties can choose, or ID=CHOICE. Repeatable.",
)
@click.option("--unit", help="Instead of propositions: what amounts count, such as “elected seats”.")
@root
def issue(root: Path, **options: Any) -> None:
    """Add an issue to a briefing.

    BRIEFING is the name of the briefing’s folder.
    """
    form = Form(root, options)
    briefings = form.project.corpus.briefings
    slug = form.choose("briefing", "briefing", briefings)
    issue, entry = ask_issue(form, briefings[slug].about.issues)
    write_change(form.project, new_issue(form.project, slug, entry))
    click.echo(f"\nNext, add each party’s position: briefing new position {slug} PARTY {issue}")


def ask_issue(form: Form, taken: Collection[str], prefix: str = "") -> tuple[str, str]:
    """Return the identifier of a new issue, and the issue in YAML. The names of its options begin with `prefix`."""
    name = form.ask(f"{prefix}title")
    issue = form.ask_new_id(f"{prefix}identifier", "issue", taken, default=identifier(name))
    text = form.ask(f"{prefix}question")
    answers = ask_possible_answers(form)
    return issue, issue_yaml(
        issue,
        title=name,
        question=text,
        **answers,
        language=str(form.options.get("language") or form.project.language),
    )


def position_arguments(command: Command) -> Command:
    """Add the arguments and options that a position and its evidence have to a command."""
    for add in (
        click.option("--speaker", help="The speaker, by identifier."),
        choice(
            "--kind", Kind, "What the words are. Default: quote if the source quotes them, else reported."
        ),
        click.option("--source", help="The stored text, needed if several have the words."),
        click.argument("issue", required=False),
        click.argument("party", required=False),
        click.argument("briefing", required=False),
    ):
        command = add(command)
    return command


def choose_cell(form: Form) -> tuple[str, str, str]:
    """Return the briefing, the party and the issue of a position."""
    briefings = form.project.corpus.briefings
    slug = form.choose("briefing", "briefing", briefings)
    about = briefings[slug].about
    return slug, form.choose("party", "party", about.parties), form.choose("issue", "issue", about.issues)


@new.command()
@position_arguments
@answer_options
@click.option("--searched-until", help="If nothing is on record, the date up to which you searched.")
@click.option(
    "--as-of",
    help="The date since which the party holds it, such as 2025-12-02 or 2025-12.",
)
@choice("--basis", Basis, "How the position is known. Default: what the evidence shows.")
@click.option("--statement", help="The position in one sentence that names who said it.")
@click.option("--row-text", help="The words of the source that a row shows, at most 160 characters.")
@click.option("--words", help="The words of the stored text that show it; write … where you leave words out.")
@root
def position(root: Path, **options: Any) -> None:
    """Add a position of a party on an issue.

    If PARTY has a position on ISSUE in BRIEFING already, the new entry follows it. Without --as-of, its date is that of the source, if the source has one.
    """
    form = Form(root, options)
    slug, party, issue = choose_cell(form)
    briefing = form.project.corpus.briefings[slug]
    answer = ask_answer(form, briefing, issue)
    if answer.removeprefix("stance: ") in ABSENCES:
        details, evidence = {"searched_until": form.ask_value("searched_until", Date)}, ""
    else:
        evidence = ask_evidence(form)
        published = positions.date_of_source(form.project, evidence)
        details = {
            "as_of": form.ask_value("as_of", Date, default=published, optional=True),
            "basis": options["basis"] or "",
            "statement": form.ask("statement"),
            "row_text": options["row_text"] or "",
            "reason": options["reason"] or "",
        }
    write_change(
        form.project,
        positions.new_position(
            form.project, slug, party, issue=issue, answer=answer, details=details, evidence=evidence
        ),
    )


def ask_evidence(form: Form) -> str:
    """Return evidence in YAML for the words that the options or an answer have."""
    keys = form.options.keys() & {"source", "kind", "speaker", "why"}
    details = {key: form.options[key] or "" for key in keys}
    return form.ask("words", partial(positions.evidence_yaml, form.project, **details))


@click.command("add-evidence")
@position_arguments
@click.argument("words", nargs=-1)
@click.option("--why", help="One line on why the words support the position.")
@root
def add_evidence(root: Path, words: tuple[str, ...], **options: Any) -> None:
    """Add evidence for a position.

    WORDS of a stored text become evidence for the newest position of PARTY on ISSUE in BRIEFING.
    Write … where you leave words out.
    """
    form = Form(root, {**options, "words": " ".join(words)})
    slug, party, issue = choose_cell(form)
    evidence = ask_evidence(form)
    write_change(
        form.project, positions.add_evidence(form.project, slug, party, issue=issue, evidence=evidence)
    )
