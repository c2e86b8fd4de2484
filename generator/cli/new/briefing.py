"""`briefing new briefing`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.asking import asked, desk_at, id_for, made, of, one_of, refuse
from generator.cli.new.issue import proposals_of
from generator.cli.options import root
from generator.cli.project import language_of
from generator.content.model.briefings import BriefingStatus
from generator.content.model.values import Date, Language
from generator.edit import yaml_writer
from generator.edit.change import ChangeError, Desk
from generator.edit.passage import first_passage, passage


@click.command()
@click.argument("slug", metavar="[ID]", required=False)
@root
@click.option("--title", help="The briefing’s title.")
@click.option("--question", help="The question that it answers.")
@click.option(
    "--status",
    type=click.Choice([one.value for one in BriefingStatus]),
    default="exploratory",
    help="Default: exploratory.",
)
@click.option("--as-of", help="The day of the newest event that it takes into account: 2025-12-02.")
@click.option(
    "--party",
    "parties",
    multiple=True,
    help="A party, in the order of the columns; may be given several times.",
)
@click.option("--source", help="The stored source that it begins with.")
@click.option("--answer", help="The headline answer, in one sentence that says whose words it rests on.")
@click.option("--words", help="The words of the source that the answer rests on; else its first sentence.")
@click.option("--language", help="The language of its pages, such as de, where it is not the site’s.")
@click.option("--issue", help="The name of the first issue.")
@click.option("--issue-id", help="Its identifier; else it is made of the name.")
@click.option("--issue-question", help="Its question, put neutrally.")
@click.option("--proposal", "proposals", multiple=True, help="A sentence that a party can support or reject.")
def briefing(
    root: Path, slug: str | None, parties: tuple[str, ...], proposals: tuple[str, ...], **given: str | None
) -> None:
    """Begin a briefing: a folder with its briefing.yml, on one stored source and with one issue."""
    desk = desk_at(root)
    corpus = desk.examined.content.corpus
    if not corpus.sources:
        raise click.UsageError("a briefing rests on a stored source: begin with briefing new source TEXT")
    if not corpus.parties:
        raise click.UsageError("a briefing needs a party: begin with briefing new party")
    title = asked("--title", given["title"], "The briefing’s title")
    slug = id_for("briefing", slug, title, corpus.briefings, "ID")
    question = asked("--question", given["question"], "The question that it answers")
    names = asked(
        "--party",
        ",".join(parties) or None,
        f"Its parties, with commas ({', '.join(corpus.parties)})",
        check=lambda answer: ",".join(
            one_of("party", name.strip(), corpus.parties) for name in answer.split(",")
        ),
    ).split(",")
    source = asked(
        "--source",
        given["source"],
        f"The source that it begins with ({', '.join(corpus.sources)})",
        next(iter(corpus.sources)) if len(corpus.sources) == 1 else None,
        lambda name: one_of("source", name, corpus.sources),
    )
    about = corpus.sources[source].about
    language = given["language"]
    if language is None and _differs(about.language, language_of(root).code):
        language = asked(
            "--language", None, "The language of its pages (en, de …)", about.language, of(Language)
        )
    as_of = asked("--as-of", given["as_of"], "The day of the newest event (2025-12-02)", check=of(Date))
    issue = asked("--issue", given["issue"], "The name of the first issue")
    own = id_for("issue", given["issue_id"], issue, (), "--issue-id")
    asks = asked("--issue-question", given["issue_question"], "Its question, put neutrally")
    texts = proposals or (
        asked("--proposal", None, "A proposal: a sentence that a party can support or reject"),
    )
    begun = f"So far, this briefing rests on one text: {about.title.strip('[]')}."
    answer = asked("--answer", given["answer"], "The headline answer, in one sentence", begun)
    keys = {
        "title": title,
        "question": question,
        "language": language or "",
        "status": given["status"] or "",
        "as_of": as_of,
        "reviewed_on": as_of,
    }
    path = f"briefings/{slug}/briefing.yml"
    made(
        desk,
        {
            path: yaml_writer.briefing_file(
                keys,
                names,
                _claim(desk, source, answer, given["words"]),
                yaml_writer.issue(own, issue, asks, proposals_of(own, texts)),
            )
        },
        new=(path,),
    )
    if answer == begun:
        click.echo(
            f"\nThe answer in {path} only names the text: write your own, with the words that show it."
        )
    click.echo(f"\nNow say where each party stands: briefing new position {slug} PARTY {own}")


def _differs(one: str, other: str) -> bool:
    """Say whether two tags name different languages; en and en-GB are one."""
    return one.partition("-")[0].lower() != other.partition("-")[0].lower()


def _claim(desk: Desk, source: str, text: str, words: str | None) -> str:
    """Write the first claim, on words that are given or else on the first sentence of the source."""
    try:
        return yaml_writer.claim(
            text, passage(desk, words, source=source) if words else first_passage(desk, source)
        )
    except ChangeError as fault:
        refuse(fault)
